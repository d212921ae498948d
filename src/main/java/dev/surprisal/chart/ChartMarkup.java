package dev.surprisal.chart;

import dev.surprisal.chart.Chart.Axis;
import dev.surprisal.chart.Chart.Names;
import dev.surprisal.chart.Chart.Numbers;
import dev.surprisal.chart.Chart.Places;
import dev.surprisal.chart.Chart.Role;
import dev.surprisal.chart.Chart.Series;
import dev.surprisal.chart.Chart.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A chart as the element that {@code frontend/chart.ts} draws. */
final class ChartMarkup {

    static final String TAG = "apex-chart";

    private ChartMarkup() {}

    static String element(Chart chart) {
        Element element = new Element(TAG);
        attributes(chart).forEach(element::attr);
        element.append(content(chart));
        return element.outerHtml();
    }

    static Map<String, String> attributes(Chart chart) {
        Axis axis = chart.axis();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("kind", chart.kind().word());
        attributes.put("x-label", chart.places().label());
        attributes.put("y-label", axis.label());
        if (Double.isFinite(axis.least())) {
            attributes.put("y-min", Double.toString(axis.least()));
        }
        if (Double.isFinite(axis.most())) {
            attributes.put("y-max", Double.toString(axis.most()));
        }
        return attributes;
    }

    /** Words and table. */
    static String content(Chart chart) {
        Element words = new Element("p").addClass("chart-words").text(chart.words());
        Element details = new Element("details").addClass("chart-table");
        details.appendElement("summary").text(chart.caption());
        Element region = details.appendElement("div")
                .addClass("table")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-label", chart.caption());
        Element table = region.appendElement("table");
        Element head = table.appendElement("thead").appendElement("tr");
        head.appendElement("th").attr("scope", "col").text(chart.places().label());
        for (Series series : chart.series()) {
            Element cell = head.appendElement("th").attr("scope", "col").text(series.name());
            if (series.role() != Role.PLAIN) {
                cell.addClass("role-" + series.role().name().toLowerCase(Locale.ROOT));
            }
        }
        Element body = table.appendElement("tbody");
        for (int i = 0; i < chart.places().size(); i++) {
            Element row = body.appendElement("tr");
            place(row.appendElement("th").attr("scope", "row"), chart.places(), i);
            for (Series series : chart.series()) {
                value(row.appendElement("td"), series.values().get(i));
            }
        }
        return words.outerHtml() + details.outerHtml();
    }

    private static void place(Element cell, Places places, int i) {
        switch (places) {
            case Names names -> cell.text(names.names().get(i));
            case Numbers numbers -> value(cell, numbers.values().get(i));
        }
    }

    private static void value(Element cell, Value value) {
        cell.text(value.text());
        if (Double.isFinite(value.number())) {
            cell.attr("data-value", Double.toString(value.number()));
        }
    }
}
