package dev.surprisal.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.dom.ElementUtil;
import java.util.List;
import org.jsoup.Jsoup;

/**
 * A {@link Chart} in a view of Flow. Sends the table once for each {@link #show}; nothing of the walk along its points reaches the
 * server.
 */
@Tag(ChartMarkup.TAG)
@JsModule("./chart.ts")
@NpmPackage(value = "apexcharts", version = "4.7.0")
public final class ApexChart extends Component implements HasSize {

    private static final List<String> OPTIONAL = List.of("y-min", "y-max");

    public ApexChart(Chart chart) {
        show(chart);
    }

    /** Shows another chart in the place of this one. */
    public void show(Chart chart) {
        OPTIONAL.forEach(getElement()::removeAttribute);
        ChartMarkup.attributes(chart).forEach(getElement()::setAttribute);
        getElement().removeAllChildren();
        for (var node :
                Jsoup.parseBodyFragment(ChartMarkup.content(chart)).body().childNodes()) {
            ElementUtil.fromJsoup(node).ifPresent(getElement()::appendChild);
        }
    }
}
