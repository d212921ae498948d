package dev.surprisal.widget.score;

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

class LangevinWalkTest {

    private final LangevinWalk widget = new LangevinWalk();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    /** SCORE-04 of the curriculum: between the modes of T9 the density falls to twice e^-32 of its height at them. */
    @Test
    void aWalkBetweenFarModesNeverCrosses() {
        State far = state(4, 0.5, 0.5, 0, 0.05, 4000, -4, 42);

        assertThat(crossings(far)).isZero();
        assertThat(Shown.readout(widget, far, "of the walk")).isZero();
        assertThat(Shown.readout(widget, far, "P(x > 0)")).isCloseTo(0.5, within(1e-12));
        assertThat(Shown.readout(widget, far, "valley")).isCloseTo(2 * Math.exp(-32), within(1e-24));
        assertThat(Shown.result(widget, far).notes()).anyMatch(note -> note.contains("never crossed"));
    }

    private double crossings(State state) {
        return widget.quantities(state).stream()
                .filter(quantity -> quantity.name().equals("crossings"))
                .mapToDouble(quantity -> quantity.values().getFirst())
                .sum();
    }

    @Test
    void noiseBringsItAcross() {
        assertThat(crossings(state(4, 0.5, 0.5, 3, 1, 4000, -4, 42))).isGreaterThan(20);
    }

    /** Neighbouring places depend on each other: some 4000 · 0.1/2 of them are worth one draw. */
    @Test
    void aSingleModeIsVisitedAsItsDensitySays() {
        assertThat(Shown.readout(widget, state(0, 1, 0.5, 0, 0.1, 4000, 0, 42), "of the walk"))
                .isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(200)));
    }

    @Test
    void stepsThatAreTooLargeAreToldOf() {
        assertThat(Shown.result(widget, state(1.2, 0.5, 0.5, 0, 0.8, 100, 0, 1)).notes())
                .anyMatch(note -> note.contains("wider than the density"));
        // each step multiplies the distance from a mode of width 0.2 by 1 - 1/0.04 = -24
        assertThat(Shown.result(widget, state(0, 0.2, 0.5, 0, 2, 1000, 1, 1)).notes())
                .anyMatch(note -> note.contains("ran away"));
    }

    @Test
    void theSameSeedGivesTheSameWalkAndTheNextOneAnother() {
        State state = state(1.2, 0.5, 0.5, 0, 0.05, 500, -1, 42);
        State again = Shown.after(widget, state, new Change.Pressed("again"));

        assertThat(widget.result(state)).isEqualTo(new LangevinWalk().result(state));
        assertThat(widget.result(again)).isNotEqualTo(widget.result(state));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5, 0", "4, 1, 0", "4, 0, 0", "1.2, 0.5, 2"})
    void whereThereIsOneModeNobodyCrosses(double apart, double share, double noise) {
        assertThat(Shown.result(widget, state(apart, 0.5, share, noise, 0.1, 500, 0, 42))
                        .words())
                .contains("single top")
                .doesNotContain("times");
    }

    @ParameterizedTest
    @CsvSource({
        "eta, 0, Must be greater than 0.",
        "eta, 3, Must lie between 0.001 and 2 here.",
        "steps, 9, Enter a whole number from 10 to 20000.",
        "share, 1.5, A probability lies between 0 and 1."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state(1.2, 0.5, 0.5, 0, 0.05, 500, -1, 42), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~1_0.5_0.5_0_0_100_0_1", "1~1_0.5_2_0_1_100_0_1", "1~1_0.5"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 100)) {
            assertThat(Play.numbers("langevin", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
