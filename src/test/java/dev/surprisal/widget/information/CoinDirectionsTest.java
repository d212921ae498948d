package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoinDirectionsTest {

    private final CoinDirections widget = new CoinDirections();

    private static State state(double p, double q) {
        return State.of("nats", p, q);
    }

    /** DEMO-04 of the curriculum. */
    @Test
    void bothDirectionsOfTheKnownPair() {
        assertThat(Shown.readout(widget, state(0.5, 0.7), "KL(p ‖ q)")).isCloseTo(0.0871766935724, within(5.1e-14));
        assertThat(Shown.readout(widget, state(0.5, 0.7), "KL(q ‖ p)")).isCloseTo(0.0822828785051, within(5.1e-14));
    }

    /** Reverse at q = 0 is −ln(1 − p): here ln 2 and ln 10. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.693147180559945", "0.9, 2.302585092994046"})
    void atAModelThatRulesHeadsOutOnlyTheForwardDirectionIsInfinite(double p, double limit) {
        assertThat(Shown.readout(widget, state(p, 0), "KL(p ‖ q)")).isPositive().isInfinite();
        assertThat(Shown.readout(widget, state(p, 0), "KL(q ‖ p)")).isCloseTo(limit, within(1e-14));
        assertThat(Shown.readout(widget, state(p, 0.3), "−ln(1 − p)")).isCloseTo(limit, within(1e-14));
        assertThat(Shown.result(widget, state(p, 0)).notes())
                .containsExactly("KL(*p* ‖ *q*) = +∞: *p* puts mass on heads, to which *q* gives probability 0.");
    }

    @Test
    void theCurvesMeetAtTheCoinItself() {
        var picture = (Picture.Graph) Shown.result(widget, state(0.25, 0.7)).picture();

        for (int curve : new int[] {1, 2}) {
            var line = picture.curves().get(curve).line();
            assertThat(line.x(50)).isEqualTo(0.25);
            assertThat(line.y(50)).isZero();
            assertThat(line.y(49)).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "p, 1.5, A probability lies between 0 and 1.",
        "q, -0.1, A probability lies between 0 and 1.",
        "q, x, Enter a number.",
        "p, inf, Enter a finite number."
    })
    void badInputIsRefused(String control, String text, String message) {
        assertThat(widget.edit(state(0.5, 0.7), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<State>(message));
    }

    @Test
    void aDecimalCommaIsEchoed() {
        assertThat(widget.edit(state(0.5, 0.7), new Change.Typed("q", "0,25")))
                .isEqualTo(new Edit.Changed<>(state(0.5, 0.25), "Read as 0.25."));
    }

    @Test
    void coinsAreSwappedAndDragged() {
        assertThat(Shown.after(widget, state(0.5, 0.7), new Change.Pressed("swap")))
                .isEqualTo(state(0.7, 0.5));
        assertThat(Shown.after(widget, state(0.5, 0.7), new Change.Dragged("q", 0.123, 1)))
                .isEqualTo(state(0.5, 0.12));
        assertThat(widget.initial(Parameters.none())).isEqualTo(state(0.5, 0.7));
    }

    /** The reverse KL of any model but p is infinite where p is certain. */
    @ParameterizedTest
    @CsvSource({"0, falls to 0, heads, q = 1", "1, grows without limit, tails, q = 0"})
    void aCertainCoinHasOneModelOnly(double p, String forward, String never, String end) {
        var result = Shown.result(widget, state(p, 0.3));

        assertThat(result.words())
                .endsWith("Towards *q* = 0 the forward KL " + forward
                        + ", while the reverse KL is infinite for every model but *p* itself.");
        assertThat(result.readouts())
                .anyMatch(readout -> readout.name().equals("reverse KL at " + end)
                        && readout.value() == Double.POSITIVE_INFINITY
                        && readout.remark().equals("as *p* never shows " + never));
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 31, 500)) {
            assertThat(Play.numbers("kl-coin", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
