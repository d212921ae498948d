package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
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

class PolicyTiltTest {

    private final PolicyTilt widget = new PolicyTilt();

    private static State state(double beta, double chosen, double rejected) {
        return new State(List.of(), List.of()).withNumbers(0.5, 0.3, 0.2, 0, 1, 2, beta, chosen, rejected);
    }

    private List<Double> policy(State state) {
        return widget.quantities(state).stream()
                .filter(quantity -> quantity.name().equals("policy"))
                .map(Quantity::values)
                .findFirst()
                .orElseThrow();
    }

    /** CALC-19 of the curriculum. */
    @Test
    void theBestPolicyIsTheTiltedReference() {
        List<Double> policy = policy(state(1, 0, 0));

        assertThat(policy.get(0)).isCloseTo(0.179000020574, within(5.1e-13));
        assertThat(policy.get(1)).isCloseTo(0.291943501933, within(5.1e-13));
        assertThat(policy.get(2)).isCloseTo(0.529056477493, within(5.1e-13));
        assertThat(Shown.readout(widget, state(1, 0, 0), "E[r] − β KL")).isCloseTo(1.02722217764, within(5.1e-12));
    }

    /** Likewise. */
    @Test
    void theLossOfAPairIsThatOfTheDifference() {
        assertThat(Shown.readout(widget, state(0.1, 1.2, -0.8), "−ln σ(β Δ)"))
                .isCloseTo(0.598138869382, within(5.1e-13));
        assertThat(Shown.readout(widget, state(5, 2, 2), "−ln σ(β Δ)")).isCloseTo(0.693147180559945, within(1e-15));
    }

    /** β → 0 takes the largest reward, β → ∞ stays at the reference. */
    @Test
    void betaIsATemperature() {
        assertThat(policy(state(0.01, 0, 0)).get(2)).isCloseTo(1, within(1e-15));
        assertThat(policy(state(1000, 0, 0)).get(0)).isCloseTo(0.5, within(1e-3));
        assertThat(Shown.readout(widget, state(0.01, 0, 0), "KL(π ‖ π₀)")).isCloseTo(Math.log(5), within(1e-13));
    }

    @Test
    void whatIsReachedIsRewardLessThePriceOfTheWay() {
        for (double beta : new double[] {0.1, 0.7, 3}) {
            State state = state(beta, 0, 0);
            assertThat(Shown.readout(widget, state, "E[r]") - beta * Shown.readout(widget, state, "KL(π ‖ π₀)"))
                    .isCloseTo(Shown.readout(widget, state, "E[r] − β KL"), within(1e-14));
        }
    }

    @Test
    void theHandleOfThePairMovesTheDifference() {
        State moved = Shown.after(widget, state(1, 0, -0.8), new Change.Dragged("chosen", 3, 0.2));

        assertThat(moved.number(7)).isEqualTo(2.2);
    }

    @ParameterizedTest
    @CsvSource({"beta, 0, Must be greater than 0.", "ref-0, 2, A probability lies between 0 and 1."})
    void badInputIsRefused(String control, String text, String message) {
        assertThat(widget.edit(state(1, 0, 0), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<State>(message));
    }

    private State with(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    @Test
    void equalRewardsLeaveTheReferenceWhereItIs() {
        State equal = with(0.4, 0.3, 0.2, 0.1, 1, 1, 1, 1, 0.5, 0, 0.1);

        assertThat(Shown.readout(widget, equal, "KL(π ‖ π₀)")).isZero();
        assertThat(Shown.result(widget, equal).notes())
                .containsExactly(
                        "All rewards are equal, so there is nothing to move for: the best policy is the reference.");
    }

    @Test
    void onlyRewardsOfPossibleAnswersMoveThePolicy() {
        assertThat(Shown.result(widget, with(1, 0, 0, 0, 1, 2, 1, 1, 0)).notes())
                .first()
                .isEqualTo(
                        "The reference gives one answer only, so there is nothing to move for: the best policy is the"
                                + " reference.");
        assertThat(Shown.result(widget, with(0.5, 0, 0.5, 3, 7, 3, 1, 1, 0)).notes())
                .first()
                .isEqualTo("All answers that the reference gives have the same reward, so there is nothing to move for:"
                        + " the best policy is the reference.");
        assertThat(Shown.result(widget, with(0.5, 0, 0.5, 3, 7, 2, 1, 1, 0)).notes())
                .noneMatch(note -> note.contains("nothing to move for"));
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 41, 500)) {
            assertThat(Play.numbers("policy-tilt", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
