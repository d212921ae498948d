package dev.surprisal.widget.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientEstimatorsTest {

    private final GradientEstimators widget = new GradientEstimators();

    /** SIM-03 of the curriculum for z²: 2μ, 4σ² and μ⁴/σ² + 14μ² + 15σ²; for z 1, 0 and (μ/σ)² + 2. */
    @ParameterizedTest
    @CsvSource({
        "square, 1, 1, 2, 4, 30",
        "square, 0, 1, 0, 4, 15",
        "square, 2, 0.5, 4, 1, 123.75",
        "line, 3, 2, 1, 0, 4.25",
        "aim, 3, 1, 2, 4, 30"
    })
    void gradientsAndVariancesAreTheKnownOnes(
            String f, double mean, double sd, double gradient, double pathwise, double score) {
        State state = State.of(f, mean, sd, 10, 42);

        assertThat(Shown.readout(widget, state, "d/dμ E[f]")).isEqualTo(gradient);
        assertThat(Shown.readout(widget, state, "var f′(z)")).isEqualTo(pathwise);
        assertThat(Shown.readout(widget, state, "var f(z)ε/σ")).isCloseTo(score, within(1e-13 * score));
    }

    /** The mean of 400 estimates within five of its own standard errors, their spread within a quarter. */
    @ParameterizedTest
    @ValueSource(strings = {"line", "square", "sine", "aim"})
    void theEstimatesScatterAroundTheGradientAsExpected(String f) {
        Table table = Shown.result(widget, State.of(f, 0.5, 1, 20, 42)).table();

        for (int way = 1; way <= 2; way++) {
            double error = cell(table, 3, way);
            assertThat(cell(table, 0, way)).isCloseTo(cell(table, 2, way), within(5 * error / 20 + 1e-15));
            assertThat(cell(table, 1, way)).isCloseTo(error, within(0.25 * error + 1e-12));
        }
    }

    private static double cell(Table table, int row, int column) {
        return ((Table.Cell.Place) table.rows().get(row).cells().get(column)).value();
    }

    @Test
    void aStraightLineNeedsOneDrawOnly() {
        assertThat(Shown.result(widget, State.of("line", 1, 1, 1, 42)).words()).contains("exact from a single draw");
    }

    @Test
    void aWideWaveIsWhereTheScoreFunctionIsCalmer() {
        assertThat(Shown.result(widget, State.of("sine", 0, 3, 10, 42)).notes()).hasSize(1);
        assertThat(Shown.result(widget, State.of("sine", 0, 0.5, 10, 42)).notes())
                .isEmpty();
    }

    @Test
    void theSameSeedGivesTheSamePictureAndTheNextOneAnother() {
        State state = State.of("square", 1, 1, 10, 42);
        State again = Shown.after(widget, state, new Change.Pressed("again"));

        assertThat(widget.result(state)).isEqualTo(new GradientEstimators().result(state));
        assertThat(again).isEqualTo(State.of("square", 1, 1, 10, 43));
        assertThat(Shown.result(widget, again).picture())
                .isNotEqualTo(Shown.result(widget, state).picture());
    }

    @ParameterizedTest
    @CsvSource({
        "sd, 0, Must be greater than 0.",
        "sd, 0.01, Must lie between 0.05 and 20 here.",
        "mean, 21, Enter a number between −20 and 20.",
        "draws, 0, Enter a whole number from 1 to 100."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(State.of("square", 1, 1, 10, 42), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~cube~1_1_10_1", "1~square~1_0_10_1", "1~square~1_1_10"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 100)) {
            assertThat(Play.numbers("gradient-estimators", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
