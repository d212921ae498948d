package dev.surprisal.widget.score;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreDescentTest {

    private final ScoreDescent widget = new ScoreDescent();

    /** SCORE-03 of the curriculum: data from N(0, 1). */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.990099009901, 99.0099009901",
        "0.25, 0.941176470588, 15.0588235294",
        "0.5, 0.8, 3.2",
        "1, 0.5, 0.5",
        "2, 0.2, 0.05",
    })
    void denoisingHasAFloor(double noise, double slope, double floor) {
        State state = State.of("denoising", 1, noise, 0, 0.1, 0);

        assertThat(Shown.readout(widget, state, "best a")).isCloseTo(slope, within(5.1e-13));
        assertThat(Shown.readout(widget, state, "min L")).isCloseTo(floor, within(5.1e-11));
    }

    /** SCORE-02 of the curriculum, v = 2: J(0.5) = −0.25, the least; by hand J(0.8) = 0.64 − 0.8. */
    @Test
    void scoreMatchingIsTheExplicitLossLessAConstant() {
        assertThat(Shown.readout(widget, State.of("matching", 2, 1, 0.5, 0.1, 0), "L(a)"))
                .isEqualTo(-0.25);
        assertThat(Shown.readout(widget, State.of("matching", 2, 1, 0.8, 0.1, 0), "min L"))
                .isEqualTo(-0.25);
        assertThat(Shown.readout(widget, State.of("matching", 2, 1, 0.8, 0.1, 0), "L(a)"))
                .isCloseTo(-0.16, within(1e-15));
        assertThat(Shown.readout(widget, State.of("explicit", 2, 1, 0.8, 0.1, 0), "L(a)"))
                .isCloseTo(0.09, within(1e-15));
        assertThat(Shown.readout(widget, State.of("explicit", 3, 1, 0.8, 0.1, 0), "min L"))
                .isZero();
    }

    /** From 0 the denoising loss has the slope −2, that of score matching −1. */
    @ParameterizedTest
    @CsvSource({"denoising, 0.2", "matching, 0.1", "explicit, 0.1"})
    void aStepGoesAgainstTheSlope(String loss, double after) {
        State start = State.of(loss, 1, 0.5, 0, 0.1, 0);

        State one = Shown.after(widget, start, new Change.Pressed("one"));

        assertThat(one.number(4)).isEqualTo(1);
        assertThat(Shown.readout(widget, one, "a")).isCloseTo(after, within(1e-15));
        assertThat(Shown.after(widget, one, new Change.Pressed("back"))).isEqualTo(start);
    }

    @Test
    void itArrivesAtTheScoreOfTheNoisyData() {
        State arrived = State.of("denoising", 1, 2, 0, 0.1, 200);

        assertThat(Shown.readout(widget, arrived, "a")).isCloseTo(0.2, within(1e-12));
        assertThat(Shown.result(widget, arrived).notes()).anyMatch(note -> note.contains("not 0"));
    }

    @Test
    void stepsThatAreTooLargeAreStopped() {
        assertThat(Shown.result(widget, State.of("denoising", 1, 0.5, 0, 2, 100))
                        .notes())
                .anyMatch(note -> note.contains("too large"));
    }

    @Test
    void draggingTheModelBeginsAnew() {
        assertThat(Shown.after(widget, State.of("denoising", 1, 0.5, 0, 0.1, 7), new Change.Dragged("slope", 1.21, 3)))
                .isEqualTo(State.of("denoising", 1, 0.5, 1.2, 0.1, 0));
    }

    @Test
    void aQuestionMayAskForSlopeAndLoss() {
        assertThat(widget.quantities(State.of("denoising", 1, 2, 0.2, 0.1, 0)))
                .extracting(Quantity::name)
                .containsExactly("v", "noise", "a", "rate", "steps", "slope", "value", "denoises");
    }

    @ParameterizedTest
    @CsvSource({
        "v, 0, Must be greater than 0.",
        "noise, 0.01, Must lie between 0.05 and 20 here.",
        "a, 21, 'Enter a number between −20 and 20.'",
        "steps, 1.5, Enter a whole number from 0 to 200.",
        "rate, NaN, Enter a finite number.",
        "rate, '', Enter a number.",
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(State.of("denoising", 1, 2, 0.2, 0.1, 0), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~denoising~1_2", "1~learning~1_0.5_0_0.1_0", "1~denoising~0_0.5_0_0.1_0"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissingAndNoLossIsBelowTheFloor() {
        for (String text : SeededPlay.statesOf(widget, 7, 200)) {
            State state = widget.decode(text);
            double least = Shown.readout(widget, state, "min L");

            assertThat(Play.numbers("score-descent", text)).as(text).doesNotContain(Double.NaN);
            assertThat(Shown.readout(widget, state, "L(a)"))
                    .as(text)
                    .isGreaterThanOrEqualTo(least - 1e-12 * Math.abs(least));
        }
    }
}
