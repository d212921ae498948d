package dev.surprisal.widget.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.junit.jupiter.params.provider.ValueSource;

class BetaUpdateTest {

    private static final String MEAN = "E[p | D]";

    private final BetaUpdate widget = new BetaUpdate();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    /** CALC-05 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 6, 4, 0.583333333333, 0.6, 0.136735442357",
        "2, 2, 6, 4, 0.571428571429, 0.583333333333, 0.127775313",
        "50, 50, 6, 4, 0.509090909091, 0.509259259259, 0.0474500548583",
        "1, 9, 6, 4, 0.35, 0.333333333333, 0.104083299973",
        "2, 2, 3, 0, 0.714285714286, 0.8, 0.15971914125",
        "2, 2, 0, 5, 0.222222222222, 0.142857142857, 0.131468439624",
        "2, 2, 8, 2, 0.714285714286, 0.75, 0.116642368704",
        "1, 1, 3, 0, 0.8, 1, 0.163299316186"
    })
    void posteriorsAreTheKnownOnes(
            double alpha, double beta, int heads, int tails, double mean, double mode, double sd) {
        State state = state(alpha, beta, heads, tails);

        assertThat(Shown.readout(widget, state, MEAN)).isCloseTo(mean, within(5.1e-13));
        assertThat(Shown.readout(widget, state, "MAP")).isCloseTo(mode, within(5.1e-13));
        assertThat(Shown.readout(widget, state, "sd")).isCloseTo(sd, within(5.1e-11));
    }

    /** The probability of a given order under a flat prior is h! t! / (N + 1)!. */
    @Test
    void theEvidenceOfTwoHeadsAndATailIsATwelfth() {
        assertThat(Shown.readout(widget, state(1, 1, 2, 1), "ln p(D)"))
                .isCloseTo(-2.484906649788, within(5.1e-13)); // -ln 12
    }

    @Test
    void theWeightOfTheTossesIsTheirShareAmongAllCounts() {
        assertThat(Shown.readout(widget, state(2, 2, 6, 4), "N / (N + α + β)")).isCloseTo(10.0 / 14, within(1e-15));
    }

    /** Beta(7, 5) from 40 digits. */
    @Test
    void theMiddleIntervalIsTheKnownOne() {
        assertThat(Shown.readout(widget, state(1, 1, 6, 4), "2.5 %")).isCloseTo(0.307904715012, within(5.1e-13));
        assertThat(Shown.readout(widget, state(1, 1, 6, 4), "97.5 %")).isCloseTo(0.832511905936, within(5.1e-13));
    }

    @Test
    void thePosteriorBecomesThePriorAndTheOrderDoesNotMatter() {
        State once = Shown.after(widget, state(2, 2, 6, 4), new Change.Pressed("believe"));
        State stepwise = state(2, 2, 0, 0);
        for (String toss : List.of("tail", "head", "head", "tail", "head", "tail", "head", "tail", "head", "head")) {
            stepwise = Shown.after(widget, stepwise, new Change.Pressed(toss));
            stepwise = Shown.after(widget, stepwise, new Change.Pressed("believe"));
        }

        assertThat(once).isEqualTo(state(8, 6, 0, 0)).isEqualTo(stepwise);
    }

    @Test
    void withoutASingleModeNoneIsShown() {
        assertThat(Shown.result(widget, state(0.5, 0.5, 0, 0)).headline())
                .noneMatch(readout -> readout.label().equals("MAP"));
        assertThat(Shown.result(widget, state(0.5, 0.5, 0, 0)).notes()).anyMatch(note -> note.contains("both ends"));
        assertThat(Shown.result(widget, state(1, 1, 0, 0)).notes()).anyMatch(note -> note.contains("flat"));
        assertThat(Shown.result(widget, state(1, 1, 3, 0)).notes()).anyMatch(note -> note.contains("always"));
    }

    @Test
    void thePictureHasPriorLikelihoodAndPosterior() {
        var graph = (Picture.Graph) Shown.result(widget, state(2, 2, 6, 4)).picture();

        assertThat(graph.curves()).extracting(Picture.Curve::label).containsExactly("prior", "likelihood", "posterior");
        assertThat(graph.curves().get(1).line().y(120)).isCloseTo(graph.axes().top() / 1.08, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "alpha, 0, Must be greater than 0.",
        "beta, -1, Must be greater than 0.",
        "heads, 1.5, Enter a whole number from 0 to 5000.",
        "tails, ∞, Enter a finite number."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state(2, 2, 6, 4), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~2_2_6", "1~0_2_6_4", "1~2_2_6_0.5", "1~2_2_-1_4"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 11, 1000)) {
            assertThat(Play.numbers("beta-update", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
