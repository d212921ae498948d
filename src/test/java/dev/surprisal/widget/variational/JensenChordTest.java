package dev.surprisal.widget.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JensenChordTest {

    private static final String GAP = "ln E[w] − E[ln w]";

    private final JensenChord widget = new JensenChord();

    private static State state(double w1, double w2, double t) {
        return new State(List.of(), List.of()).withNumbers(w1, w2, t);
    }

    /** GEO-02 of the curriculum: ln 2.5 − ½ ln 4. */
    @Test
    void theGapOfOneAndFour() {
        assertThat(Shown.readout(widget, state(1, 4, 0.5), GAP)).isCloseTo(0.223143551314, within(5.1e-13));
        assertThat(Shown.readout(widget, state(1, 4, 0.5), "ln E[w]")).isCloseTo(0.916290731874155, within(1e-15));
        assertThat(Shown.readout(widget, state(1, 4, 0.5), "E[ln w]")).isCloseTo(0.693147180559945, within(1e-15));
        assertThat(Shown.readout(widget, state(1, 4, 0.5), "exp E[ln w]")).isCloseTo(2, within(1e-15));
    }

    @Test
    void theGapDependsOnTheRatioAndOnTheWeight() {
        // ln 3.25 − ¾ ln 4, by Python’s math module
        assertThat(Shown.readout(widget, state(1, 4, 0.75), GAP)).isCloseTo(0.1389342255017, within(1e-12));
        assertThat(Shown.result(widget, state(1, 4, 0.75)).notes().getFirst())
                .endsWith("It depends on the ratio of the two and on *t*, on nothing else.");
        assertThat(Shown.readout(widget, state(0.25, 1, 0.5), GAP)).isCloseTo(0.223143551314, within(5.1e-13));
        assertThat(Shown.readout(widget, state(400, 100, 0.5), GAP)).isCloseTo(0.223143551314, within(5.1e-13));
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 0.4", "1, 4, 0", "1, 4, 1"})
    void withoutVariationThereIsNoGap(double w1, double w2, double t) {
        assertThat(Shown.readout(widget, state(w1, w2, t), GAP)).isZero();
    }

    @Test
    void theWeightIsDraggedAlongTheChord() {
        assertThat(Shown.after(widget, state(1, 5, 0.5), new Change.Dragged("mean", 2, 0)))
                .isEqualTo(state(1, 5, 0.25));
        assertThat(Shown.after(widget, state(3, 3, 0.5), new Change.Dragged("mean", 2, 0)))
                .isEqualTo(state(3, 3, 0.5));
        assertThat(Shown.after(widget, state(1, 5, 0.5), new Change.Dragged("w2", 7.04, 0)))
                .isEqualTo(state(1, 7, 0.5));
    }

    @Test
    void aNumberOfZeroHasNoLogarithm() {
        assertThat(widget.edit(state(1, 4, 0.5), new Change.Typed("w1", "0")))
                .isEqualTo(new Edit.Rejected<State>("Must be greater than 0."));
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 47, 500)) {
            assertThat(Play.numbers("jensen-chord", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
