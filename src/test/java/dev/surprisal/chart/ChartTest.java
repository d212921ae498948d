package dev.surprisal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surprisal.chart.Chart.Axis;
import dev.surprisal.chart.Chart.Kind;
import dev.surprisal.chart.Chart.Names;
import dev.surprisal.chart.Chart.Numbers;
import dev.surprisal.chart.Chart.Role;
import dev.surprisal.chart.Chart.Series;
import dev.surprisal.chart.Chart.Value;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Chart LOSS = new Chart(
            Kind.LINE,
            "Loss by attempt",
            "It fell from 0.7 to 0.25 nats.",
            new Numbers("attempt", List.of(new Value(1, "1"), new Value(2, "2"))),
            Axis.from0("nats"),
            List.of(
                    new Series("own", Role.FORWARD, List.of(new Value(0.7, "0.70"), new Value(0.25, "0.25"))),
                    new Series("best", Role.PLAIN, List.of(new Value(0.1, "0.10"), new Value(Double.NaN, "–")))));

    private static final Chart MARKS = new Chart(
            Kind.BAR,
            "Marks <by> lesson",
            "Both & all.",
            new Names("lesson", List.of("A \"quoted\"", "B")),
            Axis.from0To1("share"),
            List.of(new Series("done", Role.POSTERIOR, List.of(new Value(1, "1"), new Value(0.5, "½")))));

    @Test
    void theTableIsWrittenWithTheExactNumbersAndTheirTexts() {
        Element chart = Jsoup.parseBodyFragment(LOSS.toHtml()).expectFirst("apex-chart");

        assertThat(chart.attr("kind")).isEqualTo("line");
        assertThat(chart.attr("y-min")).isEqualTo("0.0");
        assertThat(chart.hasAttr("y-max")).isFalse();
        assertThat(chart.select(".chart-words").text()).isEqualTo("It fell from 0.7 to 0.25 nats.");
        assertThat(chart.select("thead th").eachText()).containsExactly("attempt", "own", "best");
        assertThat(chart.expectFirst("thead th:eq(1)").className()).isEqualTo("role-forward");
        assertThat(chart.select("tbody th").eachAttr("data-value")).containsExactly("1.0", "2.0");
        assertThat(chart.select("tbody td").eachText()).containsExactly("0.70", "0.10", "0.25", "–");
        assertThat(chart.select("tbody td").eachAttr("data-value")).containsExactly("0.7", "0.1", "0.25");
    }

    @Test
    void namesAndTextsAreNeverMarkup() {
        Element chart = Jsoup.parseBodyFragment(MARKS.toHtml()).expectFirst("apex-chart");

        assertThat(chart.expectFirst("summary").text()).isEqualTo("Marks <by> lesson");
        assertThat(chart.select("tbody th").eachText()).containsExactly("A \"quoted\"", "B");
        assertThat(chart.select("tbody th").eachAttr("data-value")).isEmpty();
    }

    @Test
    void theComponentHasWhatTheFirstResponseHas() {
        ApexChart component = new ApexChart(LOSS);
        assertThat(written(component)).isEqualTo(written(LOSS));

        component.show(MARKS);

        assertThat(written(component)).isEqualTo(written(MARKS));
    }

    private static String written(ApexChart component) {
        return normalised(component.getElement().getOuterHTML());
    }

    private static String written(Chart chart) {
        return normalised(chart.toHtml());
    }

    /** Whatever the order of attributes and the white space between elements. */
    private static String normalised(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        var out = new StringBuilder();
        for (Element element : body.getAllElements()) {
            out.append(element.tagName())
                    .append(element.attributes().asList().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList())
                    .append(element.ownText().trim())
                    .append('\n');
        }
        return out.toString();
    }

    @Test
    void aSeriesHasAValueForEachPlace() {
        var two = new Names("lesson", List.of("A", "B"));

        assertThatThrownBy(() -> new Chart(
                        Kind.BAR,
                        "c",
                        "w",
                        two,
                        Axis.of("y"),
                        List.of(new Series("s", Role.P, List.of(new Value(1, "1"))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s must have a value for each of the 2 places, got 1");
    }
}
