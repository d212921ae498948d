package dev.surprisal.widget.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AncestralSamplingTest {

    private final AncestralSampling widget = new AncestralSampling();
    private final State machine = widget.initial(Parameters.none());

    private State state(String order, String text) {
        State ordered = Shown.after(widget, machine, new Change.Chosen("order", order));
        return Shown.after(widget, ordered, new Change.Chosen("text", text));
    }

    private static State of(double... numbers) {
        return new State(List.of("123", "101"), List.of()).withNumbers(numbers);
    }

    /** SIM-10 of the curriculum: prefixes in the order of the rows. */
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.5", "2, 0.7", "3, 0.2", "4, 0.6", "5, 0.666666666667", "6, 0.857142857143"})
    void conditionalsOfTheMachineAreTheKnownOnes(int row, double expected) {
        Table table = Shown.result(widget, state("123", "101")).table();

        var cell = (Table.Cell.Ratio) table.rows().get(row).cells().get(2);
        assertThat(cell.value()).isCloseTo(expected, within(5.1e-13));
    }

    @Test
    void scoreAndEntropiesAreTheKnownOnes() {
        assertThat(Shown.readout(widget, machine, "ln p(101)")).isCloseTo(-2.30258509299, within(5.1e-12));
        assertThat(Shown.readout(widget, machine, "H")).isCloseTo(1.87752428115, within(5.1e-12));
        assertThat(Shown.readout(widget, machine, "H(x₁)")).isCloseTo(0.69314718056, within(5.1e-12));
        assertThat(Shown.readout(widget, machine, "H(x₂ | x₁)")).isCloseTo(0.652005741307, within(5.1e-13));
        assertThat(Shown.readout(widget, machine, "H(x₃ | x₁, x₂)")).isCloseTo(0.532371359282, within(5.1e-13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "132", "213", "231", "312", "321"})
    void everyOrderGivesTheSameProbability(String order) {
        assertThat(Shown.readout(widget, state(order, "101"), "p(101)")).isCloseTo(0.1, within(1e-15));
        assertThat(Shown.readout(widget, state(order, "110"), "p(110)")).isCloseTo(0.05, within(1e-15));
    }

    /** The lesson's other way round: 0.6, 2/3 and 1/4 for the third digit, the first and the second. */
    @Test
    void anotherOrderHasOtherConditionals() {
        assertThat(Shown.result(widget, state("312", "101")).words()).contains("0.6, 0.6667 and 0.25");
    }

    @Test
    void drawsHaveTheSharesOfTheJointWithinFiveStandardErrors() {
        var bars = (Picture.Bars) Shown.result(widget, machine).picture();

        for (int x = 0; x < 8; x++) {
            double p = bars.series().get(0).bars().get(x).value();
            double share = bars.series().get(1).bars().get(x).value();
            assertThat(share).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / 500)));
        }
    }

    @Test
    void drawsInAnotherOrderAreTextsOfTheSameMachine() {
        var copies = (Picture.Bars) Shown.result(
                        widget,
                        new State(
                                List.of("231", "101"),
                                of(1, 0, 0, 0, 0, 0, 0, 1, 200, 3).numbers()))
                .picture();

        double shares = copies.series().get(1).bars().get(0).value()
                + copies.series().get(1).bars().get(7).value();
        assertThat(shares).isEqualTo(1);
    }

    @Test
    void aTextOfProbabilityZeroIsInfinitelySurprising() {
        State copy = of(1, 0, 0, 0, 0, 0, 0, 1, 10, 1);

        assertThat(Shown.readout(widget, copy, "ln p(101)")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Shown.result(widget, copy).words()).contains("probability 0");
    }

    /** SIM-10 of the curriculum: D passes for a sample, one for a likelihood. */
    @Test
    void drawingTakesThreePassesATextAndScoringOne() {
        assertThat(Shown.result(widget, machine).notes().getFirst())
                .contains("took 1500 passes")
                .contains("takes 500, one for each");
    }

    @Test
    void noWeightAtAllIsToldInPlaceOfAResult() {
        assertThat(widget.result(of(0, 0, 0, 0, 0, 0, 0, 0, 10, 1))).isInstanceOf(Outcome.Invalid.class);
    }

    @Test
    void theSameSeedGivesTheSameDrawsAndTheNextOneOthers() {
        State again = Shown.after(widget, machine, new Change.Pressed("again"));

        assertThat(widget.result(machine)).isEqualTo(new AncestralSampling().result(machine));
        assertThat(Shown.result(widget, again).picture())
                .isNotEqualTo(Shown.result(widget, machine).picture());
    }

    @Test
    void theOrderIsToldToTheQuestionsAndCountsAreWhole() {
        assertThat(inOrder(state("123", "101"))).isEqualTo(1);
        assertThat(inOrder(state("132", "101"))).isZero();
        assertThat(Shown.result(widget, machine).readouts())
                .filteredOn(Readout::whole)
                .extracting(Readout::value)
                .containsExactly(3.0, 1.0);
    }

    private double inOrder(State state) {
        return widget.quantities(state).stream()
                .filter(quantity -> quantity.name().equals("inorder"))
                .mapToDouble(quantity -> quantity.values().getFirst())
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "w000, -0.1, Enter a weight from 0 to 1000.",
        "draws, 0, Enter a whole number from 1 to 5000.",
        "w111, x, Enter a number."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(machine, new Change.Typed(control, text))).isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~123~101~1_1_1_1_1_1_1_1_0_1", "1~122~101~1_1_1_1_1_1_1_1_1_1", "1~123~101~1_1_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 200)) {
            assertThat(Play.numbers("ancestral-sampling", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
