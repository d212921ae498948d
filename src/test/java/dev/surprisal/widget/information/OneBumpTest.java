package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.WidgetMarkup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneBumpTest {

    private final OneBump widget = new OneBump();

    private static State state(double c, double w) {
        return new State(List.of(), List.of()).withNumbers(0.4, 0.08, 0.04, 0.08, 0.4, c, w);
    }

    /** By Python’s math module. */
    @ParameterizedTest
    @CsvSource({
        "3, 1.5, 0.711484123611305, 0.793525511187127",
        "1, 0.5, 13.581319253728605, 0.740841723854703",
        "4.2, 2, 0.608763039688940, 0.616639047279158"
    })
    void bothDirectionsForOneBump(double c, double w, double forward, double reverse) {
        assertThat(Shown.readout(widget, state(c, w), "KL(p ‖ q)")).isCloseTo(forward, within(1e-14));
        assertThat(Shown.readout(widget, state(c, w), "KL(q ‖ p)")).isCloseTo(reverse, within(1e-14));
    }

    @Test
    void forwardWantsTheMiddleAndReverseAnEnd() {
        var centres = (Picture.Graph)
                Shown.result(widget, state(3, 0.6)).figures().getFirst().picture();
        var forward = centres.curves().get(0).line();
        var reverse = centres.curves().get(1).line();

        // 121 places from 0 to 6: number 60 is the middle
        for (int i = 0; i < forward.size(); i++) {
            assertThat(forward.y(i)).isGreaterThanOrEqualTo(forward.y(60));
        }
        assertThat(reverse.y(20)).isLessThan(reverse.y(60));
        assertThat(reverse.y(20)).isCloseTo(reverse.y(100), within(1e-12));
    }

    @Test
    void theBumpIsMovedByItsHandle() {
        assertThat(Shown.after(widget, state(3, 1.5), new Change.Dragged("c", 1.234, 0)))
                .isEqualTo(state(1.25, 1.5));
    }

    @ParameterizedTest
    @CsvSource({"w, 0, Must be greater than 0.", "c, 7, Enter a number between 0 and 6."})
    void badInputIsRefused(String control, String text, String message) {
        assertThat(widget.edit(state(3, 1.5), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<State>(message));
    }

    /** Minima of both divergences by golden sections in Python. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5 | KL likes the one at 3 best, and the reverse KL likes those at −0.67 and 6.67 best, outside the picture.",
                "0.15 | KL likes the one at 3 best, and the reverse KL likes those at 1.46 and 4.54 best.",
                "0.8 | KL likes the one at 3 best, and the reverse KL likes those at 0.64 and 5.36 best.",
                "5 | KL likes the one at 3 best, and the reverse KL likes the one at 3 best."
            })
    void theBestBumpsOfAWidth(double w, String words) {
        assertThat(Shown.result(widget, state(3, w)).words()).endsWith("the forward " + words);
    }

    /** Likewise, for the preset whose ends differ. */
    @Test
    void unequalEndsHaveOneBestBumpEach() {
        State heavy = new State(List.of(), List.of()).withNumbers(0.6, 0.1, 0.05, 0.05, 0.2, 2, 1.5);

        assertThat(Shown.result(widget, heavy).words())
                .endsWith(
                        "likes the one at 1.55 best, and the reverse KL likes the one at −1.43 best, outside the picture.");
    }

    @Test
    void whereTheReverseDivergenceIsInfiniteItHasNoBestBump() {
        State without = new State(List.of(), List.of()).withNumbers(0, 0.25, 0.5, 0.25, 0, 2, 0.5);
        assertThat(Shown.result(widget, without).words()).endsWith("the forward KL likes the one at 3 best.");

        State certain = new State(List.of(), List.of()).withNumbers(1, 0, 0, 0, 0, 2, 1.5);
        assertThat(Shown.result(widget, certain).words())
                .endsWith("the forward KL likes each one better than the last, the further left it lies.");
    }

    /** At w = 0.2 a bump at 1 has a forward KL of some 39 nats where the axis ends at 6. */
    @Test
    void aMarkBeyondTheAxisIsAnArrow() {
        assertThat(WidgetMarkup.element("bump", "kl-bump", WidgetMarkup.Opening.at(widget.encode(state(1, 0.2))), ""))
                .contains("<path class=\"mark-best role-forward\"")
                .contains("<circle class=\"mark-best role-reverse\"");
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 53, 300)) {
            assertThat(Play.numbers("kl-bump", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
