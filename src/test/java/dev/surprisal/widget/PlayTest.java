package dev.surprisal.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PlayTest {

    private static final String DEFAULT = "1~nats~0.5_0.5~0.7_0.3";
    private static final String THREE = "1~nats~0.5_0.3_0.2~0.4_0.4_0.2";

    private static Play.Frame step(String state, String how, String control, String input, List<Play.Entry> entries) {
        return step(state, how, control, input, "", entries);
    }

    private static Play.Frame step(
            String state, String how, String control, String input, String held, List<Play.Entry> entries) {
        return Play.step(
                new Play.Request("kl-discrete", "w", state, Change.of(how, control, input), held, "", entries));
    }

    private static Optional<Document> part(Play.Frame frame, String name) {
        return frame.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(part -> Jsoup.parseBodyFragment(part.html()));
    }

    private static Document shown(Play.Frame frame, String name) {
        return part(frame, name).orElseThrow(() -> new AssertionError("no part " + name));
    }

    @Test
    void aStateIsShownWhole() {
        var frame = step(DEFAULT, "", "", "", List.of());

        assertThat(frame.state()).isEqualTo(DEFAULT);
        assertThat(frame.fresh()).isTrue();
        assertThat(shown(frame, "headline").text()).contains("0.08718 nats", "0.08228 nats");
        assertThat(shown(frame, "headline").select("[data-copy]").attr("data-copy"))
                .isEqualTo("0.0871766935723889");
        assertThat(frame.spoken()).isEqualTo("Forward KL 0.08718 nats, reverse KL 0.08228 nats.");
    }

    @Test
    void everyWayOfChangingIsUnderstood() {
        assertThat(step(DEFAULT, "typed", "q-0", "0.6", List.of()).state()).isEqualTo("1~nats~0.5_0.5~0.6_0.4");
        assertThat(step(DEFAULT, "slid", "q-0", "0.6", List.of()).state()).isEqualTo("1~nats~0.5_0.5~0.6_0.4");
        assertThat(step(DEFAULT, "dragged", "q-0", "0.3 0.6", List.of()).state())
                .isEqualTo("1~nats~0.5_0.5~0.6_0.4");
        assertThat(step(DEFAULT, "chosen", "unit", "bits", List.of()).state()).isEqualTo("1~bits~0.5_0.5~0.7_0.3");
        assertThat(step(DEFAULT, "pressed", "swap", "", List.of()).state()).isEqualTo("1~nats~0.7_0.3~0.5_0.5");
    }

    @Test
    void aRequestThatMakesNoSenseIsRefused() {
        assertRefused("kl-diskrete", DEFAULT, "", "", "");
        assertRefused("kl-discrete", "nonsense", "", "", "");
        assertRefused("kl-discrete", DEFAULT, "guessed", "q-0", "0.5");
        assertRefused("kl-discrete", DEFAULT, "slid", "q-0", "much");
        assertRefused("kl-discrete", DEFAULT, "slid", "q-0", "NaN");
        assertRefused("kl-discrete", DEFAULT, "dragged", "q-0", "0.5");
        assertRefused("kl-discrete", DEFAULT, "dragged", "q-0", "0.5 ∞");
        assertRefused("kl-discrete", DEFAULT, "chosen", "unit", "hats");
        assertRefused("kl-discrete", DEFAULT, "pressed", "q-0", "");
    }

    private static void assertRefused(String kind, String state, String how, String control, String input) {
        assertThatThrownBy(() -> Play.step(
                        new Play.Request(kind, "w", state, Change.of(how, control, input), "", "", List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRejectedTextStaysInItsFieldWithAMessageAndTheLastResultStays() {
        var frame = step(DEFAULT, "typed", "q-0", "seven", List.of());

        assertThat(frame.state()).isEqualTo(DEFAULT);
        assertThat(frame.fresh()).isFalse();
        assertThat(part(frame, "headline")).isEmpty();
        var field = shown(frame, "fields").select("#w-q-0");
        assertThat(field.attr("value")).isEqualTo("seven");
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(shown(frame, "fields")
                        .select("#" + field.attr("aria-describedby"))
                        .text())
                .isEqualTo("Enter a number.");
        assertThat(shown(frame, "status").text()).startsWith("Not updated");
        assertThat(frame.spoken()).isEqualTo("Enter a number.");
    }

    @Test
    void aRejectedTextOutlivesChangesElsewhereAndGoesWithItsNumber() {
        var entries = step(DEFAULT, "typed", "q-0", "seven", List.of()).entries();

        var elsewhere = step(DEFAULT, "slid", "p-0", "0.6", entries);
        assertThat(elsewhere.fresh()).isFalse();
        assertThat(shown(elsewhere, "fields").select("#w-q-0").attr("value")).isEqualTo("seven");

        var neighbour = step(DEFAULT, "slid", "q-1", "0.4", entries);
        assertThat(neighbour.fresh()).as("q(A) follows q(B)").isTrue();
        assertThat(neighbour.entries()).isEmpty();

        var mended = step(DEFAULT, "typed", "q-0", "0.7", entries);
        assertThat(mended.fresh()).isTrue();
        assertThat(mended.entries()).isEmpty();
    }

    @Test
    void anEntryGoesWithItsField() {
        var entries = step(THREE, "typed", "q-2", "seven", List.of()).entries();

        assertThat(step(THREE, "pressed", "remove", "", entries).entries()).isEmpty();
    }

    @Test
    void aNoteStaysUntilTheNextChange() {
        var frame = step(DEFAULT, "typed", "q-0", "0,6", List.of());

        assertThat(frame.fresh()).isTrue();
        assertThat(shown(frame, "fields").select(".widget-note").text()).isEqualTo("Read as 0.6.");
        assertThat(step(frame.state(), "", "", "", frame.entries()).entries()).hasSize(1);
        assertThat(step(frame.state(), "slid", "p-0", "0.6", frame.entries()).entries())
                .isEmpty();
    }

    @Test
    void aSumOffOneKeepsTheLastResultAndOffersToNormalise() {
        var frame = step(THREE, "typed", "p-0", "0.4", List.of());

        assertThat(frame.state()).isEqualTo("1~nats~0.4_0.3_0.2~0.4_0.4_0.2");
        assertThat(frame.fresh()).isFalse();
        assertThat(part(frame, "picture")).isEmpty();
        assertThat(shown(frame, "status").text())
                .isEqualTo("Not updated. The probabilities of p sum to 0.9, not to 1.");
        assertThat(shown(frame, "fields").select("[data-press]").eachAttr("data-press"))
                .containsExactly("normalise-p");
        assertThat(step(frame.state(), "pressed", "normalise-p", "", List.of()).fresh())
                .isTrue();
    }

    @Test
    void theAxisStaysWhileAMovementGoesOn() {
        String even = "1~nats~" + "0.125_".repeat(7) + "0.125~" + "0.125_".repeat(7) + "0.125";

        assertThat(axes(step(even, "slid", "p-0", "0.9", even, List.of()))).isEqualTo("0 0.25 1 0");
        assertThat(axes(step(even, "slid", "p-0", "0.9", "", List.of()))).isEqualTo("0 1 1 0");
    }

    private static String axes(Play.Frame frame) {
        return shown(frame, "picture").select("svg").attr("data-axes");
    }

    @Test
    void whatIsTypedIsNeverMarkup() {
        var frame = step(DEFAULT, "typed", "q-0", "\"><img src=x onerror=alert(1)>", List.of());

        assertThat(shown(frame, "fields").select("img")).isEmpty();
        assertThat(shown(frame, "fields").select("#w-q-0").attr("value")).startsWith("\"><img");
    }
}
