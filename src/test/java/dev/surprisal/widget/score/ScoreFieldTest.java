package dev.surprisal.widget.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreFieldTest {

    private final ScoreField widget = new ScoreField();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    private static State twoModes(double noise, double x) {
        return state(-2, 0.5, 2, 0.5, 0.5, noise, x);
    }

    /** SCORE-01 and SCORE-03 of the curriculum; by hand (x − 1)/(−4) and x/(1 + 1/4) for single normals. */
    @ParameterizedTest
    @CsvSource({
        "-2, 0.5, 2, 0.5, 0.5, 0, 0, 0, 0",
        "-2, 0.5, 2, 0.5, 0.5, 0, 1, 3.99999819944, 1",
        "1, 2, 1, 2, 0.5, 0, 3, -0.5, 3",
        "0, 1, 0, 1, 0.5, 0.5, 1, -0.8, 0.8",
        "-2, 0.5, 2, 0.5, 0.5, 0.5, 0.5, 2.85611032, 1.21402758008",
    })
    void scoreAndGuessAreTheKnownOnes(
            double m1,
            double s1,
            double m2,
            double s2,
            double share,
            double noise,
            double x,
            double score,
            double guess) {
        State state = state(m1, s1, m2, s2, share, noise, x);

        assertThat(Shown.readout(widget, state, "s(x)")).isCloseTo(score, within(5.1e-9));
        assertThat(Shown.readout(widget, state, "E[clean | x]")).isCloseTo(guess, within(5.1e-12));
    }

    @Test
    void withoutNoiseTheValueIsItsOwnGuess() {
        State state = twoModes(0, 1.2);

        assertThat(Shown.readout(widget, state, "sd(clean | x)")).isZero();
        assertThat(Shown.readout(widget, state, "clean s(x)")).isEqualTo(Shown.readout(widget, state, "s(x)"));
        assertThat(Shown.result(widget, state).notes()).anyMatch(note -> note.contains("its own best guess"));
    }

    /** Two equal normals apart by less than two of their widths have one top: widths sqrt(1/4 + 4) = 2.06 and sqrt(1/2). */
    @Test
    void enoughNoiseFillsTheValley() {
        assertThat(Shown.result(widget, twoModes(2, 0.5)).notes()).anyMatch(note -> note.contains("filled the valley"));
        assertThat(Shown.result(widget, twoModes(0.5, 0.5)).notes()).anyMatch(note -> note.contains("still a valley"));
    }

    @Test
    void theValueIsDraggedAlongTheAxis() {
        assertThat(Shown.after(widget, twoModes(0.5, 0), new Change.Dragged("x", 1.23, 7)))
                .isEqualTo(twoModes(0.5, 1.25));
    }

    @Test
    void theTangentHasTheScoreAsItsSlope() {
        var picture = (Picture.Graph)
                Shown.result(widget, twoModes(0.5, 1)).figures().getFirst().picture();
        var tangent = picture.curves().stream()
                .filter(curve -> curve.label().equals("slope at *x*"))
                .findFirst()
                .orElseThrow()
                .line();

        double slope = (tangent.y(1) - tangent.y(0)) / (tangent.x(1) - tangent.x(0));

        // Nearly all from the right: −(1 − 2)/(1/4 + 1/4)
        assertThat(slope).isCloseTo(2, within(0.01));
    }

    @Test
    void aQuestionMayAskForScoreAndGuess() {
        assertThat(widget.quantities(twoModes(0.5, 0.5)))
                .extracting(Quantity::name)
                .containsExactly("m1", "s1", "m2", "s2", "share", "noise", "x", "score", "guess");
    }

    @ParameterizedTest
    @CsvSource({
        "s1, 0, Must be greater than 0.",
        "s2, 30, Must lie between 0.05 and 20 here.",
        "share, 1.5, A probability lies between 0 and 1.",
        "noise, -1, 'Enter a standard deviation from 0 to 20; 0 is no noise.'",
        "x, 61, 'Enter a number between −60 and 60.'",
        "m1, NaN, Enter a finite number.",
        "m2, '', Enter a number.",
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(twoModes(0.5, 0), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void contentSetsNoiseAndValue() {
        assertThat(widget.initial(Parameters.none().with("noise", List.of(1.0)).with("x", List.of(-1.0))))
                .isEqualTo(twoModes(1, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~0_1", "1~-2_0.5_2_0.5_0.5_-1_0", "1~-2_0_2_0.5_0.5_0.5_0", "1~-2_0.5_2_0.5_2_0.5_0"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissingAndTheGuessIsUphill() {
        for (String text : SeededPlay.statesOf(widget, 7, 200)) {
            State state = widget.decode(text);
            double score = Shown.readout(widget, state, "s(x)");
            double guess = Shown.readout(widget, state, "E[clean | x]");

            assertThat(Play.numbers("score-field", text)).as(text).doesNotContain(Double.NaN);
            // Tweedie's formula, with what rounds away where the noise is small
            assertThat((guess - state.number(6)) * score).as(text).isGreaterThan(-1e-9);
        }
    }
}
