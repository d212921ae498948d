package dev.surprisal.widget.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BayesTestTest {

    private static final String POSTERIOR = "P(has it | +)";

    private final BayesTest widget = new BayesTest();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    /** CALC-04 and L05-Q02 of the curriculum: odds of 1/99 times 19 and times 361. */
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.95, 0.95, 1, 0.161016949153",
        "0.05, 0.95, 0.95, 1, 0.5",
        "0.01, 0.95, 0.95, 2, 0.784782608696",
        "0.1, 0.5, 0.5, 3, 0.1",
        "1, 0.95, 0.95, 1, 1",
        "0, 0.95, 0.95, 1, 0"
    })
    void posteriorsAreTheKnownOnes(double prevalence, double s, double c, int tests, double posterior) {
        assertThat(Shown.readout(widget, state(prevalence, s, c, tests), POSTERIOR))
                .isCloseTo(posterior, within(5.1e-13));
    }

    @Test
    void theTableCountsTenThousandPeople() {
        var table = Shown.result(widget, state(0.01, 0.95, 0.95, 1)).table();

        assertThat(people(table.rows().get(0))).containsExactly(new double[] {95, 5, 100}, within(1e-9));
        assertThat(people(table.rows().get(1))).containsExactly(new double[] {495, 9405, 9900}, within(1e-9));
        assertThat(people(table.totals().get(0))).containsExactly(new double[] {590, 9410, 10000}, within(1e-9));
    }

    private static double[] people(Table.Row row) {
        return row.cells().stream()
                .skip(1)
                .mapToDouble(cell -> ((Table.Cell.Place) cell).value())
                .toArray();
    }

    @Test
    void aNegativeTestIsReadToo() {
        assertThat(Shown.readout(widget, state(0.01, 0.95, 0.95, 1), "P(has it not | −)"))
                .isCloseTo(0.999468650372, within(5.1e-13));
    }

    @Test
    void whatCannotHappenHasNoPosterior() {
        var result = Shown.result(widget, state(0.01, 0, 1, 1));

        assertThat(result.headline()).noneMatch(readout -> readout.label().equals(POSTERIOR));
        assertThat(result.notes()).contains("A positive test cannot happen under these settings.");
    }

    @Test
    void severalTestsSayWhatTheyAssume() {
        assertThat(Shown.result(widget, state(0.01, 0.95, 0.95, 3)).notes())
                .anyMatch(note -> note.contains("independent"));
        assertThat(Shown.result(widget, state(0.01, 0.95, 0.95, 1)).notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "prevalence, 1.2, A probability lies between 0 and 1.",
        "sensitivity, -0.1, A probability lies between 0 and 1.",
        "tests, 6, Enter a whole number from 1 to 5.",
        "tests, '', Enter a number."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state(0.01, 0.95, 0.95, 1), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void theHandleMovesAlongTheShares() {
        assertThat(Shown.after(widget, state(0.01, 0.9, 0.9, 1), new Change.Dragged("prevalence", 0.234, 0.9)))
                .isEqualTo(state(0.23, 0.9, 0.9, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~0.01_0.9_0.9", "1~0.01_0.9_0.9_0", "1~2_0.9_0.9_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 13, 1000)) {
            assertThat(Play.numbers("bayes-test", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
