package dev.surprisal.widget.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.junit.jupiter.params.provider.ValueSource;

class BatchNoiseTest {

    private final BatchNoise widget = new BatchNoise();

    private static State state(String part, String replacement, int batch) {
        return new State(List.of(part, replacement), List.of()).withNumbers(0, 0, batch, 42);
    }

    /** SIM-07 of the curriculum, at intercept and slope 0. */
    @ParameterizedTest
    @CsvSource({"intercept, -4.48333333333, 1.57841340874", "slope, -18.3666666667, 13.3167396744"})
    void gradientAndSpreadAreTheKnownOnes(String part, double full, double sd) {
        assertThat(Shown.readout(widget, state(part, "with", 2), "full")).isCloseTo(full, within(5.1e-11));
        assertThat(Shown.readout(widget, state(part, "with", 2), "sd")).isCloseTo(sd, within(5.1e-11));
    }

    @ParameterizedTest
    @CsvSource({"with, 2, 9.41635692706", "without, 2, 8.42224567572", "without, 6, 0"})
    void standardErrorsAreTheKnownOnes(String replacement, int batch, double error) {
        assertThat(Shown.readout(widget, state("slope", replacement, batch), "se"))
                .isCloseTo(error, within(5.1e-12));
    }

    /** Fifteen hundred batches: the mean within five of its standard errors, the spread within a tenth. */
    @ParameterizedTest
    @CsvSource({"with, 1", "with, 2", "with, 6", "without, 2", "without, 5"})
    void theBatchesScatterAsExpected(String replacement, int batch) {
        State state = state("slope", replacement, batch);
        double error = Shown.readout(widget, state, "se");

        assertThat(Shown.readout(widget, state, "mean"))
                .isCloseTo(Shown.readout(widget, state, "full"), within(5 * error / Math.sqrt(1500)));
        assertThat(Shown.readout(widget, state, "their sd")).isCloseTo(error, within(0.1 * error));
    }

    @Test
    void allSixHaveNoNoise() {
        assertThat(Shown.readout(widget, state("slope", "without", 6), "their sd"))
                .isZero();
        assertThat(Shown.result(widget, state("slope", "without", 6)).notes())
                .anyMatch(note -> note.contains("no noise"));
    }

    @Test
    void nearTheBestLineTheNoiseIsLargerThanTheGradient() {
        State best = new State(List.of("slope", "with"), List.of()).withNumbers(1.27, 0.92, 2, 42);

        assertThat(Shown.result(widget, best).notes()).anyMatch(note -> note.contains("wrong way"));
    }

    @Test
    void theSameSeedGivesTheSameBatches() {
        State state = state("slope", "with", 2);
        State again = Shown.after(widget, state, new Change.Pressed("again"));

        assertThat(widget.result(state)).isEqualTo(new BatchNoise().result(state));
        assertThat(widget.result(again)).isNotEqualTo(widget.result(state));
    }

    @ParameterizedTest
    @CsvSource({"batch, 7, Enter a whole number from 1 to 6.", "slope, 1e9, Enter a number between −20 and 20."})
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state("slope", "with", 2), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~slope~with~0_0_0_1", "1~slope~never~0_0_1_1", "1~slope~0_0_1_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 100)) {
            assertThat(Play.numbers("batch-noise", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
