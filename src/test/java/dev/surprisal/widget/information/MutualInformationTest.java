package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Change;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutualInformationTest {

    private final MutualInformation widget = new MutualInformation();

    private static MutualInformation.State table(int rows, double... joint) {
        return new MutualInformation.State(Probabilities.of(joint), rows, Unit.NATS);
    }

    private MutualInformation.State pressed(MutualInformation.State state, String action) {
        return Shown.after(widget, state, new Change.Pressed(action));
    }

    /** CALC-15 of the curriculum. */
    @Test
    void theTableOfTheCurriculumHasItsKnownValues() {
        var state = table(2, 0.3, 0.2, 0.1, 0.4);

        assertThat(Shown.readout(widget, state, "I(X; Y)")).isCloseTo(0.0863046217355, within(5.1e-14));
        assertThat(Shown.readout(widget, state, "H(Y | X)")).isCloseTo(0.586707045274, within(5.1e-13));
        assertThat(Shown.readout(widget, state, "H(X)")).isCloseTo(0.69314718056, within(5.1e-12));
    }

    @Test
    void independentVariablesShareExactlyNothing() {
        var independent = pressed(table(2, 0.3, 0.2, 0.1, 0.4), "product");

        assertThat(independent.joint()).isEqualTo(Probabilities.of(0.2, 0.3, 0.2, 0.3));
        assertThat(Shown.readout(widget, independent, "I(X; Y)")).isZero();
        assertThat(Shown.result(widget, independent).words()).contains("They are independent");
    }

    @Test
    void aCopySharesEverything() {
        var state = table(2, 0.5, 0, 0, 0.5);

        assertThat(Shown.readout(widget, state, "I(X; Y)")).isCloseTo(0.6931471805599453, within(1e-15));
        assertThat(Shown.readout(widget, state, "H(X | Y)")).isZero();
        assertThat(Shown.result(widget, state).notes()).hasSize(1);
        var bits = Shown.after(widget, state, new Change.Chosen("unit", "bits"));
        assertThat(Shown.readout(widget, bits, "I(X; Y)")).isCloseTo(1, within(1e-15));
    }

    @Test
    void thePartsAddUpForWhateverIsPlayed() {
        for (String text : SeededPlay.statesOf(widget, 15, 500)) {
            var state = widget.decode(text);
            double shared = Shown.readout(widget, state, "I(X; Y)");
            assertThat(Shown.readout(widget, state, "H(X | Y)") + shared)
                    .as(text)
                    .isCloseTo(Shown.readout(widget, state, "H(X)"), within(1e-13));
            assertThat(shared).as(text).isNotNegative();
            assertThat(Play.numbers("mutual-information", text)).doesNotContain(Double.NaN);
        }
    }

    @Test
    void rowsAndColumnsCanBeAddedAndRemoved() {
        var state = pressed(pressed(table(2, 0.3, 0.2, 0.1, 0.4), "row"), "column");

        assertThat(state.joint()).isEqualTo(Probabilities.of(0.3, 0.2, 0, 0.1, 0.4, 0, 0, 0, 0));
        assertThat(pressed(pressed(state, "no-row"), "no-column")).isEqualTo(table(2, 0.3, 0.2, 0.1, 0.4));
        // What is left of (0.3, 0.2 | 0.1, 0.1) sums to 0.7
        var cut = pressed(table(3, 0.3, 0.2, 0.1, 0.1, 0.1, 0.2), "no-row")
                .joint()
                .values();
        assertThat(cut).hasSize(4);
        assertThat(cut.get(0)).isCloseTo(3.0 / 7, within(1e-15));
        assertThat(cut.get(3)).isCloseTo(1.0 / 7, within(1e-15));
        for (int i = 0; i < 9; i++) {
            state = pressed(pressed(state, "row"), "column");
        }
        assertThat(state.joint().size()).isEqualTo(36);
    }

    @Test
    void theMarginsStandAtTheTable() {
        Table table = Shown.result(widget, table(2, 0.3, 0.2, 0.1, 0.4)).table();

        assertThat(table.rows().getFirst().cells().getLast()).isEqualTo(new Table.Cell.Ratio(0.5));
        assertThat(table.totals().getFirst().cells().get(1)).isEqualTo(new Table.Cell.Ratio(0.4));
    }

    @Test
    void aTableThatDoesNotSumToOneIsToldSoAtItsLastRow() {
        var state = Shown.after(widget, table(2, 0.3, 0.2, 0.1, 0.4), new Change.Typed("p-3", "0.5"));
        var problem = ((Outcome.Invalid) widget.result(state)).problems().getFirst();

        assertThat(problem.message()).isEqualTo("The probabilities of *p* sum to 1.1, not to 1.");
        assertThat(widget.controls(state).groups().getLast().name()).isEqualTo(problem.group());
    }

    @Test
    void contentGivesTheTableRowAfterRow() {
        List<Double> six = List.of(0.1, 0.2, 0.1, 0.2, 0.1, 0.3);
        var state = widget.initial(
                Parameters.none().with("p", six).with("rows", List.of(3.0)).with("unit", "bits"));

        assertThat(widget.encode(state)).isEqualTo("1~3.bits~0.1_0.2_0.1_0.2_0.1_0.3");
        assertThatThrownBy(() -> widget.initial(Parameters.none().with("p", six).with("rows", List.of(4.0))))
                .hasMessageStartingWith("rows must be a whole number from 2 to 6");
        assertThat(widget.initial(Parameters.none().with("p", List.of(0.3, 0.2, 0.1, 0.4))))
                .isEqualTo(table(2, 0.3, 0.2, 0.1, 0.4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1~nats~0.5_0.5",
                "1~2.nats~0.5_0.5",
                "1~3.nats~0.25_0.25_0.25_0.25",
                "1~7.nats~0.5_0.5",
                "1~2.hats~0.25_0.25_0.25_0.25"
            })
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
