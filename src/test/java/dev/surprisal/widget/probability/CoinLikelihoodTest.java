package dev.surprisal.widget.probability;

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

class CoinLikelihoodTest {

    private final CoinLikelihood widget = new CoinLikelihood();

    private static State state(double p, int heads, int tails) {
        return State.of("likelihood", p, heads, tails);
    }

    /** CALC-01, S003-015 and S003-046 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0.7, 2, 1, 0.147, -1.9173226922",
        "0.6, 6, 4, 0.0011943936, -6.73011667009",
        "0.5, 6, 4, 0.0009765625, -6.931471805599",
        "0.6, 3, 2, 0.03456, -3.365058335"
    })
    void likelihoodsAreTheKnownOnes(double p, int heads, int tails, double likelihood, double log) {
        assertThat(Shown.readout(widget, state(p, heads, tails), "L(p)"))
                .isCloseTo(likelihood, within(5.1e-12 * likelihood));
        assertThat(Shown.readout(widget, state(p, heads, tails), "ln L(p)")).isCloseTo(log, within(5.1e-10));
    }

    @Test
    void theBestCoinHasTheShareOfHeadsAndTheEntropyAsItsLoss() {
        State best = state(0.6, 6, 4);

        assertThat(Shown.readout(widget, best, "h / N")).isEqualTo(0.6);
        assertThat(Shown.readout(widget, best, "NLL / N")).isCloseTo(0.673011667009, within(5.1e-13));
        assertThat(Shown.readout(widget, best, "H(h / N)")).isCloseTo(0.673011667009, within(5.1e-13));
        assertThat(Shown.readout(widget, best, "L(p) / L(h / N)")).isEqualTo(1);
    }

    @Test
    void aCoinWithoutTailsCallsATailImpossible() {
        assertThat(Shown.readout(widget, state(1, 2, 1), "ln L(p)")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Shown.result(widget, state(1, 2, 1)).notes()).anyMatch(note -> note.contains("impossible"));
        // 0 ln 0 = 0: a coin that never shows tails explains heads alone perfectly
        assertThat(Shown.readout(widget, state(1, 3, 0), "ln L(p)")).isZero();
    }

    /** The last power of one half that a double holds is that with 1074. */
    @Test
    void theLikelihoodUnderflowsAndItsLogarithmDoesNot() {
        assertThat(Shown.readout(widget, state(0.5, 537, 537), "L(p)")).isEqualTo(Double.MIN_VALUE);
        assertThat(Shown.readout(widget, state(0.5, 538, 537), "L(p)")).isZero();
        // 1075 ln 2
        assertThat(Shown.readout(widget, state(0.5, 538, 537), "ln L(p)")).isCloseTo(-745.133219101941, within(1e-11));
        assertThat(Shown.result(widget, state(0.5, 538, 537)).notes()).anyMatch(note -> note.contains("smallest"));
    }

    @Test
    void withoutTossesEveryCoinIsAsGood() {
        assertThat(Shown.readout(widget, state(0.3, 0, 0), "L(p)")).isEqualTo(1);
        assertThat(Shown.result(widget, state(0.3, 0, 0)).words()).contains("Without tosses");
    }

    @Test
    void theCurveIsHighestAtTheShare() {
        var graph = (Picture.Graph) Shown.result(widget, state(0.2, 3, 1)).picture();
        var curve = graph.curves().getFirst().line();

        for (int i = 0; i < curve.size(); i++) {
            assertThat(curve.y(i)).isLessThanOrEqualTo(1);
        }
        // 150 of 200 steps is 3/4
        assertThat(curve.y(150)).isEqualTo(1);
        assertThat(graph.marks().getFirst().x()).isEqualTo(0.75);
    }

    @Test
    void aTossMoreIsOnePress() {
        assertThat(Shown.after(widget, state(0.5, 1, 2), new Change.Pressed("head")))
                .isEqualTo(state(0.5, 2, 2));
        assertThat(Shown.after(widget, state(0.5, 1, 5000), new Change.Pressed("tail")))
                .isEqualTo(state(0.5, 1, 5000));
    }

    @ParameterizedTest
    @CsvSource({
        "p, 1.2, A probability lies between 0 and 1.",
        "heads, 2.5, Enter a whole number from 0 to 5000.",
        "tails, -1, Enter a whole number from 0 to 5000.",
        "p, x, Enter a number."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state(0.5, 1, 1), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void contentSetsCoinAndTosses() {
        State state = widget.initial(Parameters.none()
                .with("p", List.of(0.4))
                .with("heads", List.of(3.0))
                .with("view", "log-likelihood"));

        assertThat(widget.encode(state)).isEqualTo("1~log-likelihood~0.4_3_1");
        assertThat(widget.quantities(state)).contains(Quantity.number("heads", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~likelihood~0.5_1", "1~likelihood~1.5_1_1", "1~odds~0.5_1_1", "1~likelihood~0.5_0.5_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 5, 1000)) {
            assertThat(Play.numbers("coin-likelihood", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
