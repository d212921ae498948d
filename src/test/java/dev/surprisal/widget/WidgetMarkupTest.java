package dev.surprisal.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.WidgetMarkup.Opening;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WidgetMarkupTest {

    private static final String DEFAULT = "1~nats~0.5_0.5~0.7_0.3";

    private final Document page =
            Jsoup.parseBodyFragment(element("kl-discrete", Opening.at(DEFAULT), "<p>Try it.</p>"));

    private static String element(String kind, Opening opening, String body) {
        return WidgetMarkup.element("demo", kind, opening, body);
    }

    @Test
    void theWholeWidgetIsReadableWithoutScripts() {
        assertThat(page.select("course-widget").attr("state")).isEqualTo(DEFAULT);
        assertThat(page.select(".widget-title").text()).isEqualTo("KL workbench");
        assertThat(page.select(".widget-body").text()).isEqualTo("Try it.");
        assertThat(page.select("svg .bar")).isNotEmpty();
        assertThat(page.select("[data-part=headline] .readout-figure").eachText())
                .containsExactly("0.08718", "0.08228");
        assertThat(page.select("[data-part=words]").text()).contains("0.08718 nats");
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("noscript").html()).contains("JavaScript");
    }

    @Test
    void aCountIsWrittenWithoutDecimalPlaces() {
        String markup = element("block-code", Opening.at(Catalogue.start("block-code")), "");

        assertThat(Jsoup.parseBodyFragment(markup)
                        .select(".readout:contains(code words) .readout-figure")
                        .text())
                .matches("[1-9][0-9]*");
    }

    @Test
    void axesOfNoLengthAreRefused() {
        var html = new Html();

        assertThatThrownBy(() -> new Plot(html, new Picture.Axes(0, 1, 0, 0), 0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have a length");
        assertThatThrownBy(() -> new Plot(html, new Picture.Axes(0, Double.NaN, 0, 1), 0, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What cannot be drawn throws. */
    @ParameterizedTest
    @MethodSource("dev.surprisal.widget.Catalogue#widgets")
    void whateverIsPlayedCanBeDrawn(Widget<?> widget) {
        for (String state : SeededPlay.statesOf(widget, 5, 8)) {
            assertThat(element(widget.kind(), Opening.at(state), "")).as(state).contains("data-part");
        }
    }

    @Test
    void anotherStateThanTheStartIsShownAtOnceAndResetStillKnowsTheStart() {
        var opened = Jsoup.parseBodyFragment(
                element("kl-discrete", new Opening(DEFAULT, "1~bits~0.25_0.75~0.5_0.5", "From <somewhere>."), ""));

        // KL((1/4, 3/4) || (1/2, 1/2)) = 1 - H(1/4) = 0.18872 bits
        assertThat(opened.select("[data-part=headline] .role-forward .readout-figure")
                        .text())
                .isEqualTo("0.18872");
        assertThat(opened.select("[data-type=p-0]").attr("value")).isEqualTo("0.25");
        assertThat(opened.select("course-widget").attr("state")).isEqualTo(DEFAULT);
        assertThat(opened.select("course-widget").attr("now")).isEqualTo("1~bits~0.25_0.75~0.5_0.5");
        assertThat(opened.select(".widget-notice").text()).isEqualTo("From <somewhere>.");
    }

    @Test
    void aStateWithoutResultStandsBesideTheResultOfTheStart() {
        var opened = Jsoup.parseBodyFragment(
                element("kl-discrete", new Opening(DEFAULT, "1~nats~0.5_0.75~0.7_0.3", ""), ""));

        assertThat(opened.select("course-widget[data-stale]")).hasSize(1);
        assertThat(opened.select("[data-type=p-1]").attr("value")).isEqualTo("0.75");
        assertThat(opened.select("[data-part=status]").text()).contains("sum to 1.25");
        assertThat(opened.select("[data-part=headline] .readout-figure").eachText())
                .containsExactly("0.08718", "0.08228");
    }

    @Test
    void theControlsWaitForTheCore() {
        assertThat(page.select("input, select, button")).hasSizeGreaterThan(20).allMatch(e -> e.hasAttr("disabled"));
    }

    @Test
    void theBrowserPutsTheSamePartsInTheSamePlaces() {
        var frame =
                Play.step(new Play.Request("kl-discrete", "demo", DEFAULT, Change.of("", "", ""), "", "", List.of()));

        assertThat(frame.parts()).isNotEmpty();
        for (Play.Part part : frame.parts()) {
            var live = Jsoup.parseBodyFragment(part.html());
            live.select("*").removeAttr("aria-disabled");
            var first = Jsoup.parseBodyFragment(
                    page.expectFirst("[data-part=" + part.name() + "]").html());
            first.select("input, select, button").removeAttr("disabled");
            assertThat(live.body().html())
                    .as(part.name())
                    .isEqualTo(first.body().html());
        }
        assertThat(page.select("[data-part]").eachAttr("data-part"))
                .containsExactlyInAnyOrderElementsOf(
                        frame.parts().stream().map(Play.Part::name).toList());
    }

    @Test
    void everyIdIsUniqueAndBelongsToTheWidget() {
        var ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith("demo"));
        for (Element element : page.select("[for], [aria-labelledby], [aria-describedby]")) {
            String reference = element.attr("for") + element.attr("aria-labelledby") + element.attr("aria-describedby");
            assertThat(ids).contains(reference);
        }
    }

    @Test
    void everyNumberHasALabelledSliderAndField() {
        for (String control : List.of("p-0", "p-1", "q-0", "q-1")) {
            var field = page.expectFirst("[data-type=" + control + "]");
            assertThat(page.select("label[for=" + field.id() + "]").text())
                    .isEqualTo(control.charAt(0) + "(" + (control.endsWith("0") ? "A" : "B") + ")");
            var slider = page.expectFirst("[data-slide=" + control + "]");
            assertThat(slider.attr("aria-labelledby")).isEqualTo(field.id() + "-label");
            assertThat(slider.attr("aria-valuetext")).isEqualTo(field.attr("value"));
        }
    }

    @Test
    void thePictureStatesItsNumbersAndItsBarsStandWhereTheScaleSays() {
        var svg = page.expectFirst("svg");
        assertThat(svg.attr("aria-label")).isEqualTo("Bars of p and q side by side. A: 0.5 and 0.7. B: 0.5 and 0.3.");

        var box = List.of(svg.attr("data-box").split(" "));
        double top = Double.parseDouble(box.get(1));
        double bottom = Double.parseDouble(box.get(3));
        var handle = page.expectFirst("[data-drag=q-0]");
        assertThat(Double.parseDouble(handle.attr("data-y"))).isCloseTo(bottom - 0.7 * (bottom - top), within(0.01));
    }

    @Test
    void theSameRoleHasTheSameClassEverywhere() {
        assertThat(page.select("fieldset.role-p")).hasSize(1);
        assertThat(page.select("svg .bar.role-q")).isNotEmpty();
        assertThat(page.select("[data-part=headline] .role-forward .readout-name")
                        .text())
                .isEqualTo("forward KL");
        assertThat(page.select("[data-part=headline] .role-reverse .readout-name")
                        .text())
                .isEqualTo("reverse KL");
        assertThat(page.select("i:containsOwn(p)")).allMatch(i -> i.hasClass("role-p"));
    }

    @Test
    void anInfiniteRowStandsOut() {
        var infinite = Jsoup.parseBodyFragment(element("kl-discrete", Opening.at("1~nats~0.5_0.5_0~0.4_0_0.6"), ""));

        assertThat(infinite.select("tr.is-striking th").eachText()).containsExactly("B", "C");
        assertThat(infinite.select("[data-part=headline] dd").eachText())
                .containsExactly("+∞ since q(B) = 0 copy", "+∞ since p(C) = 0 copy");
    }

    @Test
    void aKindOrStateThatIsNoneIsRefused() {
        assertThatThrownBy(() -> element("kl-diskrete", Opening.at(DEFAULT), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kl-diskrete");
        assertThatThrownBy(() -> element("kl-discrete", Opening.at("0.5"), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
