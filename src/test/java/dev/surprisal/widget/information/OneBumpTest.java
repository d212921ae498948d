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

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 53, 300)) {
            assertThat(Play.numbers("kl-bump", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
