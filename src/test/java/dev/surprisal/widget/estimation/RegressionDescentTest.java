package dev.surprisal.widget.estimation;

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

class RegressionDescentTest {

    private final RegressionDescent widget = new RegressionDescent();

    private static State line(double... numbers) {
        return State.of("line", numbers);
    }

    /** FIT-01 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 11.29583333",
        "1, 0.2241666667, 0.9183333333, 0.5650304398",
        "2, 0.2764166667, 1.101034722, 0.1307399186",
        "10, 0.3569779484, 1.131184517, 0.09980723261",
        "100, 0.8717111263, 1.010953552, 0.03453518658",
        "1000, 1.273228293, 0.9171673924, 0.01901587408"
    })
    void theLineRollsTheKnownWay(double steps, double intercept, double slope, double loss) {
        State state = line(0, 0, 0.05, steps);

        assertThat(Shown.readout(widget, state, "a")).isCloseTo(intercept, within(5.1e-10 * Math.max(1, intercept)));
        assertThat(Shown.readout(widget, state, "b")).isCloseTo(slope, within(5.1e-10));
        assertThat(Shown.readout(widget, state, "L")).isCloseTo(loss, within(5.1e-9));
    }

    /** FIT-02 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.69314718056",
        "1, 0.28125, 0.569402483518",
        "2, 0.4425966603, 0.5269799151",
        "10, 0.7984153783, 0.48875177565",
        "100, 0.8669262542, 0.487923862116"
    })
    void theSigmoidRollsTheKnownWay(double steps, double slope, double loss) {
        State state = State.of("labels", 0, 0, 0.5, steps);

        assertThat(Shown.readout(widget, state, "a")).isZero();
        assertThat(Shown.readout(widget, state, "b")).isCloseTo(slope, within(5.1e-11));
        assertThat(Shown.readout(widget, state, "L")).isCloseTo(loss, within(5.1e-11));
    }

    @Test
    void theLeastLossIsThatOfTheBestFit() {
        assertThat(Shown.readout(widget, line(0, 0, 0.05, 0), "min L")).isCloseTo(0.01901587302, within(5.1e-12));
        assertThat(Shown.readout(widget, State.of("labels", 0, 0, 0.5, 0), "min L"))
                .isCloseTo(0.487923862116, within(5.1e-13));
    }

    /** The largest stable step is 0.1251236. */
    @Test
    void justAboveTheLargestStableStepTheDescentDiverges() {
        assertThat(Shown.result(widget, line(0, 0, 0.125, 200)).notes()).isEmpty();
        assertThat(Shown.result(widget, line(0, 0, 0.1253, 200)).notes()).anyMatch(note -> note.contains("too large"));
    }

    @Test
    void separatedLabelsHaveNoBestSlope() {
        State state = State.of("separated", 0, 0, 1, 1000);

        assertThat(Shown.result(widget, state).notes()).anyMatch(note -> note.contains("no best slope"));
        assertThat(Shown.readout(widget, state, "b")).isGreaterThan(5);
        assertThatThrownBy(() -> Shown.readout(widget, state, "min L")).isInstanceOf(RuntimeException.class);
    }

    /** FIT-01 of the curriculum: largest stable step and condition number. */
    @Test
    void theBendOfTheValleyIsTheKnownOne() {
        assertThat(Shown.readout(widget, line(0, 0, 0.05, 0), "2 / κ")).isCloseTo(0.1251236, within(5.1e-8));
        assertThat(Shown.readout(widget, line(0, 0, 0.05, 0), "κ / κ₀")).isCloseTo(87.5981, within(5.1e-5));
        // With x from its mean the eigenvalues are 1 and 35/12
        assertThat(Shown.readout(widget, State.of("centred", 0, 0, 0.3, 0), "κ / κ₀"))
                .isCloseTo(35.0 / 12, within(1e-13));
    }

    @Test
    void aCentredLineIsTheSameLineAndArrivesSooner() {
        State state = line(1, 0.5, 0.3, 50);
        State centred = Shown.after(widget, state, new Change.Pressed("centre"));

        assertThat(centred).isEqualTo(State.of("centred", 2.75, 0.5, 0.3, 50));
        assertThat(Shown.readout(widget, centred, "L")).isCloseTo(0.01901587302, within(5.1e-12));
        assertThat(Shown.after(widget, centred, new Change.Pressed("centre"))).isEqualTo(state);
        assertThat(Shown.after(widget, line(0, 100, 0.3, 0), new Change.Pressed("centre")))
                .isEqualTo(line(0, 100, 0.3, 0));
    }

    /** The best of the fifteen lines through two of the points goes through the first and the last, in exact fractions. */
    @Test
    void absoluteErrorsAreLeastOnALineThroughTwoPoints() {
        State state = State.of("absolute", 1.44, 0.86, 0.001, 0);

        assertThat(Shown.readout(widget, state, "min L")).isCloseTo(11.0 / 75, within(1e-14));
        assertThat(Shown.readout(widget, state, "L")).isCloseTo(11.0 / 75, within(1e-14));
        assertThat(Shown.result(widget, state).notes()).anyMatch(note -> note.contains("two of the points"));
    }

    /** FIT-02 of the curriculum: the slope under a penalty. */
    @ParameterizedTest
    @CsvSource({"1, 0.7148331442", "0.1, 1.84720139", "0.01, 3.411445264", "0.001, 5.25400443", "0.0001, 7.232481199"})
    void aPenaltyGivesSeparatedLabelsABestSlope(double lambda, double slope) {
        State state = State.of("penalised", 0, slope, 0.01, 0, lambda);

        assertThat(Shown.readout(widget, state, "∂L/∂b")).isCloseTo(0, within(1e-9));
        assertThat(Shown.readout(widget, state, "min L")).isCloseTo(Shown.readout(widget, state, "L"), within(1e-12));
    }

    /** FIT-04 of the curriculum. */
    @Test
    void countsHaveTheKnownRate() {
        State state = State.of("counts", -0.326163908052, 0.700200525276, 0.01, 0);

        assertThat(Shown.readout(widget, state, "∂L/∂a")).isCloseTo(0, within(1e-10));
        assertThat(Shown.readout(widget, state, "∂L/∂b")).isCloseTo(0, within(1e-10));
        State rolled = State.of("counts", 0, 0, 0.02, 1000);
        assertThat(Shown.readout(widget, rolled, "a")).isCloseTo(-0.326163908052, within(1e-9));
        assertThat(Shown.readout(widget, rolled, "b")).isCloseTo(0.700200525276, within(1e-9));
    }

    @Test
    void stepsAreMadeAndTakenBack() {
        State one = Shown.after(widget, line(0, 0, 0.05, 0), new Change.Pressed("one"));

        assertThat(one).isEqualTo(line(0, 0, 0.05, 1));
        assertThat(Shown.after(widget, one, new Change.Pressed("ten"))).isEqualTo(line(0, 0, 0.05, 11));
        assertThat(Shown.after(widget, one, new Change.Pressed("back"))).isEqualTo(line(0, 0, 0.05, 0));
    }

    @Test
    void aRunComesToAnEnd() {
        State state = line(0, 0, 0.05, 0);
        int presses = 0;
        for (State next = state; presses < 500; presses++) {
            State before = next;
            next = Shown.after(widget, next, new Change.Pressed("run"));
            if (next.equals(before)) {
                state = next;
                break;
            }
        }

        assertThat(state).isEqualTo(line(0, 0, 0.05, RegressionDescent.MOST_STEPS));
        assertThat(presses).isLessThan(100);
    }

    @Test
    void otherDataComeWithAStartOfTheirOwn() {
        assertThat(Shown.after(widget, line(1, 1, 0.02, 30), new Change.Chosen("data", "labels")))
                .isEqualTo(State.of("labels", 0, 0, 0.5, 0));
        assertThat(Shown.after(widget, line(1, 1, 0.02, 30), new Change.Chosen("data", "line")))
                .isEqualTo(line(1, 1, 0.02, 30));
    }

    @Test
    void theStartIsDraggedInTheValley() {
        assertThat(Shown.after(widget, line(0, 0, 0.05, 3), new Change.Dragged("start", 1.02, 0.53)))
                .isEqualTo(line(1, 0.55, 0.05, 3));
    }

    @Test
    void aQuestionMayAskForTheLoss() {
        assertThat(widget.quantities(line(0, 0, 0.05, 0)))
                .extracting(Quantity::name)
                .containsExactly("a", "b", "rate", "steps", "points", "x", "intercept", "slope", "loss");
    }

    @Test
    void anEndlessSlopeIsDrawnNoFurtherThanTheEdge() {
        var graph =
                (Picture.Graph) Shown.result(widget, line(100, 100, 100, 1000)).picture();

        for (Picture.Curve curve : graph.curves()) {
            for (int i = 0; i < curve.line().size(); i++) {
                assertThat(Math.abs(curve.line().y(i))).isLessThanOrEqualTo(10_000);
            }
        }
    }

    /** By another implementation: from 4 to 28.33244 in fifty steps of 0.05, 27 of which lead upwards. */
    @Test
    void whatRunsAwayHasNotArrived() {
        State climbing = State.of("counts", 0, 0, 0.05, 50);
        State gone = State.of("counts", 0, 0, 1, 50);

        assertThat(Shown.readout(widget, climbing, "L")).isCloseTo(28.3324418194, within(1e-8));
        assertThat(Shown.result(widget, climbing).notes())
                .anyMatch(note -> note.startsWith("The steps are too large: 27 of 50 steps"));
        assertThat(Shown.readout(widget, gone, "L")).isGreaterThan(1e20);
        assertThat(Shown.result(widget, gone).notes())
                .anyMatch(note -> note.contains("too large"))
                .noneMatch(note -> note.contains("the descent has arrived"));
        assertThat(Shown.result(widget, State.of("counts", 0, 0, 0.02, 50)).notes())
                .noneMatch(note -> note.contains("too large"));
    }

    @ParameterizedTest
    @CsvSource({
        "rate, 0, Must be greater than 0.",
        "rate, -1, Must be greater than 0.",
        "steps, 2.5, Enter a whole number from 0 to 1000.",
        "a, 101, 'Enter a number between −100 and 100.'",
        "b, NaN, Enter a finite number.",
        "steps, '', Enter a number.",
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(line(0, 0, 0.05, 0), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void contentSetsDataAndRate() {
        assertThat(widget.initial(Parameters.none().with("rate", List.of(0.02))))
                .isEqualTo(line(0, 0, 0.02, 0));
        assertThat(widget.encode(line(0, 0, 0.02, 0))).isEqualTo("1~line~0_0_0.02_0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1~line",
                "1~curve~0_0_0.02_0",
                "1~line~0_0_0_0",
                "1~line~0_0_0.02_1.5",
                "1~line~0_0_0.02",
                "1~penalised~0_0_1_0"
            })
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 5, 200)) {
            assertThat(Play.numbers("regression-descent", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
