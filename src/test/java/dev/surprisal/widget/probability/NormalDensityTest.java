package dev.surprisal.widget.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalDensityTest {

    private final NormalDensity widget = new NormalDensity();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    /** House prices, S003-022 of the curriculum. */
    @ParameterizedTest
    @CsvSource({"50, 0.0797884560803", "55, 0.0483941449038", "60, 0.0107981933026", "70, 2.6766045153e-5"})
    void densitiesOfHousePricesAreTheKnownOnes(double x, double density) {
        assertThat(Shown.readout(widget, state(x, 50, 5), "p(x)")).isCloseTo(density, within(5.1e-12 * density * 100));
    }

    /** The empirical rule, S003-021. */
    @Test
    void theTableHasTheEmpiricalRule() {
        var rows = Shown.result(widget, state(55, 50, 5)).table().rows();

        double[] expected = {0, 0.682689492137, 0.954499736104, 0.997300203937};
        for (int k = 0; k < expected.length; k++) {
            var cell = (Table.Cell.Amount) rows.get(k).cells().getLast();
            assertThat(cell.value()).isCloseTo(expected[k], within(5.1e-13));
        }
        assertThat(rows.get(2).cells().get(1)).isEqualTo(new Table.Cell.Ratio(40));
    }

    /** Grades, S003-062. */
    @Test
    void amongThreeCoursesTheOneOfHighestDensityIsNamed() {
        State state = state(82, 80, 10, 70, 10, 90, 5);

        assertThat(Shown.readout(widget, state, "p(x)")).isCloseTo(0.0391042693975, within(5.1e-14));
        assertThat(Shown.readout(widget, state, "P(1 | x)")).isCloseTo(0.484521158378, within(5.1e-13));
        assertThat(Shown.readout(widget, state, "P(2 | x)")).isCloseTo(0.240606086626, within(5.1e-13));
        assertThat(Shown.readout(widget, state, "P(3 | x)")).isCloseTo(0.274872754996, within(5.1e-13));
        assertThat(Shown.result(widget, state).words()).contains("normal 1 has the highest density");
    }

    @Test
    void aDensityAboveOneIsExplained() {
        assertThat(Shown.readout(widget, state(0, 0, 0.1), "p(x)")).isCloseTo(3.98942280401, within(5.1e-12));
        assertThat(Shown.result(widget, state(0, 0, 0.1)).notes()).anyMatch(note -> note.contains("not a probability"));
        assertThat(Shown.result(widget, state(0, 0, 1)).notes()).isEmpty();
    }

    @Test
    void farOutTheDensityUnderflowsAndTheLogDensityDoesNot() {
        State state = state(40, 0, 1);

        assertThat(Shown.readout(widget, state, "p(x)")).isZero();
        // -800 - ln(2 pi)/2
        assertThat(Shown.readout(widget, state, "ln p(x)")).isCloseTo(-800.9189385332047, within(1e-12));
        assertThat(Shown.result(widget, state).notes()).anyMatch(note -> note.contains("log-density is exact"));
    }

    @Test
    void normalsComeAndGo() {
        State two = Shown.after(widget, state(55, 50, 5), new Change.Pressed("add"));

        assertThat(two).isEqualTo(state(55, 50, 5, 60, 5));
        assertThat(Shown.after(widget, two, new Change.Pressed("remove"))).isEqualTo(state(55, 50, 5));
        assertThat(Shown.after(widget, state(55, 50, 5), new Change.Pressed("remove")))
                .isEqualTo(state(55, 50, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "sd1, 0, Must be greater than 0.",
        "sd1, -5, Must be greater than 0.",
        "x, NaN, Enter a finite number.",
        "mean1, '', Enter a number.",
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state(55, 50, 5), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void thePointIsDraggedAlongTheAxis() {
        assertThat(Shown.after(widget, state(55, 50, 5), new Change.Dragged("x", 57.31, 0.2)))
                .isEqualTo(state(57.3, 50, 5));
    }

    @Test
    void contentSetsTheNumbers() {
        assertThat(widget.initial(Parameters.none().with("x", List.of(1.0)).with("mean1", List.of(0.0))))
                .isEqualTo(state(1, 0, 5));
        assertThat(widget.encode(state(1, 0, 5))).isEqualTo("1~1_0_5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~1", "1~1_0", "1~1_0_0", "1~1_0_1_2", "1~1_0_1_0_1_0_1_0_1", "1~1_0_-1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 3, 1000)) {
            assertThat(Play.numbers("normal-density", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
