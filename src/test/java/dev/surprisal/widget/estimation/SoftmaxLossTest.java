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
import dev.surprisal.widget.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxLossTest {

    private final SoftmaxLoss widget = new SoftmaxLoss();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    private double cell(State state, int row, int column) {
        return ((Table.Cell.Amount) Shown.result(widget, state)
                        .table()
                        .rows()
                        .get(row)
                        .cells()
                        .get(column))
                .value();
    }

    /** Cat, dog and car: S003-071 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.659001138886, -0.340998861114",
        "1, 0.367879441171, 0.242432970705, 0.242432970705",
        "2, 0.149568619223, 0.0985658904093, 0.0985658904093",
    })
    void theColumnsAreTheKnownOnes(int row, double exponential, double probability, double slope) {
        State state = state(1, 1, 2, 1, 0.1);

        assertThat(cell(state, row, 3)).isCloseTo(exponential, within(5.1e-13));
        assertThat(cell(state, row, 4)).isCloseTo(probability, within(5.1e-13));
        assertThat(cell(state, row, 5)).isCloseTo(slope, within(5.1e-13));
        assertThat(Shown.readout(widget, state, "−ln π")).isCloseTo(0.417030016278, within(5.1e-13));
    }

    /** P4, classes counted from one. */
    @Test
    void theLossOfTheFirstClassIsTheKnownOne() {
        State state = state(1, 1, 1, 2, 0);

        assertThat(Shown.readout(widget, state, "−ln π")).isCloseTo(1.40760596444, within(5.1e-12));
        assertThat(Shown.readout(widget, state, "∂L/∂z")).isCloseTo(-0.755271528945, within(5.1e-13));
    }

    @Test
    void aLogitOfAThousandOverflowsNothing() {
        assertThat(Shown.readout(widget, state(2, 1, 1000, 0), "−ln π")).isEqualTo(1000);
        assertThat(Shown.readout(widget, state(1, 1, 1000, 0), "−ln π")).isZero();
        assertThat(Shown.result(widget, state(1, 1, 1000, 0)).notes()).anyMatch(note -> note.contains("naive"));
        assertThat(Shown.result(widget, state(1, 1, 700, 0)).notes()).isEmpty();
    }

    @Test
    void aShiftChangesNoProbability() {
        State shifted = Shown.after(widget, state(1, 1, 2, 1, 0.1), new Change.Pressed("shift"));

        assertThat(shifted.number(2)).isEqualTo(7);
        assertThat(cell(shifted, 0, 4)).isCloseTo(0.659001138886, within(5.1e-13));
        assertThat(Shown.after(widget, state(1, 1, 9999, 0), new Change.Pressed("shift")))
                .isEqualTo(state(1, 1, 9999, 0));
    }

    @Test
    void classesComeAndGoAndTheTruthStaysAmongThem() {
        assertThat(Shown.after(widget, state(3, 1, 2, 1, 0.1), new Change.Pressed("remove")))
                .isEqualTo(state(2, 1, 2, 1));
        assertThat(Shown.after(widget, state(2, 1, 2, 1), new Change.Pressed("remove")))
                .isEqualTo(state(2, 1, 2, 1));
        assertThat(Shown.after(widget, state(2, 1, 2, 1), new Change.Pressed("add")))
                .isEqualTo(state(2, 1, 2, 1, 0));
    }

    /** Half of the probability against e^1 + e^0: a logit of ln(e + 1) = 1.3133. */
    @Test
    void draggingABarMovesItsLogit() {
        assertThat(Shown.after(widget, state(1, 1, 2, 1, 0), new Change.Dragged("z1", 0, 0.5)))
                .isEqualTo(state(1, 1, 1.3, 1, 0));
    }

    @Test
    void theTemperatureDividesLogitsAndSlopes() {
        State state = state(1, 2, 4, 2, 0.2);

        assertThat(cell(state, 0, 4)).isCloseTo(0.659001138886, within(5.1e-13));
        assertThat(cell(state, 0, 5)).isCloseTo(-0.340998861114 / 2, within(5.1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "t, 0, Must be greater than 0.",
        "t, 21, Must lie between 0.05 and 20 here.",
        "y, 4, Enter a whole number from 1 to 3.",
        "z2, 10001, 'Enter a number between −10,000 and 10,000.'",
        "z1, NaN, Enter a finite number.",
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state(1, 1, 2, 1, 0.1), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void contentSetsTheLogits() {
        assertThat(widget.initial(Parameters.none().with("z1", List.of(3.0)))).isEqualTo(state(1, 1, 3, 1, 0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~1_1", "1~3_1_2_1", "1~1_0_2_1", "1~1.5_1_2_1", "1~1_1_2_1_0_0_0_0_0_0_0_0_0"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String text : SeededPlay.statesOf(widget, 8, 300)) {
            assertThat(Play.numbers("softmax-loss", text)).as(text).doesNotContain(Double.NaN);
        }
    }
}
