package dev.surprisal.widget.estimation;

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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of CALC-17 of the curriculum, or stand in a comment. */
class PenalisedLossTest {

    private static final String SQUARES = "NLL + λ∑θ²";
    private static final String SIZES = "NLL + λ∑|θ|";

    private final PenalisedLoss widget = new PenalisedLoss();

    @Test
    void objectivesAreTheKnownOnes() {
        assertThat(Shown.readout(widget, State.of("squares", 0.5, 0.01, 1, 1, 3, -4), SQUARES))
                .isCloseTo(0.75, within(1e-15));
        assertThat(Shown.readout(widget, State.of("squares", 0.4, 0.5, 1, 1, -2, 3, 1), SQUARES))
                .isCloseTo(7.4, within(1e-14));
        assertThat(Shown.readout(widget, State.of("squares", 0.4, 0.5, 1, 1, -2, 3, 1), SIZES))
                .isCloseTo(3.4, within(1e-14));
    }

    @Test
    void aPriorIsAStrengthAndAStrengthAPrior() {
        State typed = Shown.after(widget, State.of("squares", 1, 1, 100, 0.5, 1), new Change.Typed("scale", "2"));

        assertThat(typed).isEqualTo(State.of("squares", 1, 0.125, 100, 0.5, 1));
        assertThat(Shown.readout(widget, typed, "1/√(2λ)")).isEqualTo(2);
        assertThat(Shown.readout(widget, typed, "2σ²λ")).isCloseTo(0.0625, within(1e-16));
        assertThat(Shown.readout(widget, typed, "λ/N")).isCloseTo(0.00125, within(1e-17));
        assertThat(Shown.after(widget, State.of("sizes", 1, 1, 100, 0.5, 1), new Change.Typed("scale", "1/4")))
                .isEqualTo(State.of("sizes", 1, 4, 100, 0.5, 1));
    }

    @Test
    void contentGivesTheStrengthOrThePrior() {
        assertThat(widget.initial(Parameters.none().with("scale", List.of(2.0))).number(1))
                .isEqualTo(0.125);
        assertThat(widget.initial(Parameters.none().with("lambda", List.of(0.0)))
                        .number(1))
                .isZero();
    }

    @Test
    void aFlatPriorHasNoScale() {
        State flat = State.of("squares", 1, 0, 10, 1, 2);

        assertThat(widget.controls(flat).groups())
                .extracting(group -> group.name())
                .doesNotContain("prior");
        assertThat(Shown.result(widget, flat).words()).contains("flat prior");
    }

    /** 1 − 2 · 0.1 · 0.25 = 0.95 of each weight; with sizes 0.1 · 0.25 off each. */
    @Test
    void aStepShrinksAllWeightsAlikeOrTakesTheSameOffEach() {
        assertThat(Shown.after(widget, State.of("squares", 1, 0.25, 10, 1, 4, -2), new Change.Pressed("step")))
                .isEqualTo(State.of("squares", 1, 0.25, 10, 1, 3.8, -1.9));
        assertThat(Shown.after(widget, State.of("sizes", 1, 0.25, 10, 1, 4, -0.01), new Change.Pressed("step")))
                .isEqualTo(State.of("sizes", 1, 0.25, 10, 1, 3.975, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.6: weight decay",
        "5, 0: a single step",
        "7.5, −0.5: the step goes past 0",
        "7.5, shrinks",
        "10, −1: the step goes past 0",
        "10, keeps its size",
        "20, grows"
    })
    void whatAStepDoesToTheWeightsIsSaid(double lambda, String words) {
        assertThat(Shown.result(widget, State.of("squares", 1, lambda, 100, 0.5, 1))
                        .notes())
                .anyMatch(note -> note.contains(words));
    }

    @ParameterizedTest
    @CsvSource({
        "lambda, -1, 'Enter a strength from 0, which is no penalty, to 1000.'",
        "scale, 0, Must be greater than 0.",
        "n, 0, Enter a whole number from 1 to 1000000.",
        "noise, 0, Must be greater than 0.",
        "theta1, x, Enter a number."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(widget.examples().getFirst(), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~squares~1_1_10_1", "1~squares~1", "1~squares~1_-1_10_1_2", "1~cubes~1_1_10_1_2"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 23, 400)) {
            assertThat(widget.encode(widget.decode(state))).isEqualTo(state);
            assertThat(Play.numbers("penalised-loss", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
