package dev.surprisal.widget.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FIT-06 of the curriculum. */
class PolynomialDegreeTest {

    private final PolynomialDegree widget = new PolynomialDegree();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 42, 1_000_000})
    void onItsOwnPointsTheNllFallsWithEveryDegree(int seed) {
        double before = Double.POSITIVE_INFINITY;
        for (int degree = 0; degree <= 9; degree++) {
            double nll = Shown.readout(widget, state(degree, 12, 0.3, seed), "training NLL");

            assertThat(nll).isLessThan(before);
            before = nll;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 42, 1_000_000})
    void onFreshPointsTheNllFallsAndRises(int seed) {
        double best = quantity(state(0, 12, 0.3, seed), "best");
        double least = Shown.readout(widget, state(best, 12, 0.3, seed), "fresh NLL");

        assertThat(best).isBetween(2.0, 5.0);
        assertThat(Shown.readout(widget, state(0, 12, 0.3, seed), "fresh NLL")).isGreaterThan(least);
        assertThat(Shown.readout(widget, state(9, 12, 0.3, seed), "fresh NLL")).isGreaterThan(least + 0.5);
    }

    /** What the solution of the question apt-degree says. */
    @Test
    void withMoreNoiseTheAptDegreeIsStillThree() {
        assertThat(quantity(state(9, 12, 0.5, 7), "best")).isEqualTo(3);
    }

    private double quantity(State state, String name) {
        return widget.quantities(state).stream()
                .filter(quantity -> quantity.name().equals(name))
                .map(Quantity::values)
                .map(List::getFirst)
                .findFirst()
                .orElseThrow();
    }

    /** ½ ln(2πe · 0.09) */
    @Test
    void theEntropyOfTheNoiseIsTheKnownOne() {
        assertThat(Shown.readout(widget, state(3, 12, 0.3, 42), "H")).isCloseTo(0.214965728879, within(5.1e-13));
    }

    @Test
    void withManyPointsDegreeNineDoesLittleHarm() {
        State few = state(9, 12, 0.3, 42);
        State many = state(9, 100, 0.3, 42);

        assertThat(Shown.readout(widget, many, "gap")).isLessThan(0.5);
        assertThat(Shown.readout(widget, few, "gap")).isGreaterThan(1);
    }

    @Test
    void theSameSeedShowsTheSamePointsAndAnotherOthers() {
        State state = state(3, 12, 0.3, 42);
        State other = Shown.after(widget, state, new Change.Pressed("redraw"));

        assertThat(Shown.result(new PolynomialDegree(), state)).isEqualTo(Shown.result(widget, state));
        assertThat(other).isEqualTo(state(3, 12, 0.3, 43));
        assertThat(Shown.result(widget, other).picture())
                .isNotEqualTo(Shown.result(widget, state).picture());
    }

    /** Least squares through the twelve points of the picture in exact fractions, then ½ (ln(2πv) + 1). */
    @ParameterizedTest
    @CsvSource({"1, 1.27903624061", "3, -0.0822656313026", "9, -0.269012436421"})
    void theTrainingNllIsThatOfAnExactFit(int degree, double nll) {
        assertThat(Shown.readout(widget, state(degree, 12, 0.3, 42), "training NLL"))
                .isCloseTo(nll, within(5e-11));
    }

    @Test
    void theWordsLeaveItToTheReaderWhichDegreeCostsLeast() {
        assertThat(Shown.result(widget, state(9, 12, 0.5, 7)).words()).doesNotContain("degree 3");
    }

    @ParameterizedTest
    @CsvSource({
        "degree, 10, Enter a whole number from 0 to 9.",
        "points, 11, Enter a whole number from 12 to 100.",
        "noise, 0, Must be greater than 0.",
        "seed, 1.5, Enter a whole number from 0 to 1000000."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state(3, 12, 0.3, 42), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~3_12_0.3", "1~10_12_0.3_42", "1~3_12_0_42", "1~3_12_0.3_42_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 29, 60)) {
            assertThat(Play.numbers("polynomial-degree", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
