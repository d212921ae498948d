package dev.surprisal.widget.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NllLedgerTest {

    private final NllLedger widget = new NllLedger();

    /** CALC-07 of the curriculum. */
    @ParameterizedTest
    @CsvSource({"normal, 0, 1, 2, 2.9189385332", "laplace, 0, 1, 2, 2.69314718056", "normal, 0, 0.1, 0, -1.38364655979"
    })
    void oneMeasurementCostsTheKnownNumber(String law, double centre, double scale, double y, double nll) {
        assertThat(Shown.readout(widget, State.of(law, centre, scale, y), "NLL"))
                .isCloseTo(nll, within(5.1e-11));
    }

    @Test
    void aCountOfThreeCostsTheKnownNumber() {
        State state = State.of("poisson", 2, 3);

        assertThat(Shown.readout(widget, state, "NLL")).isCloseTo(1.71231792755, within(5.1e-12));
        assertThat(Shown.readout(widget, state, "ln y!")).isCloseTo(1.791759469228, within(5.1e-13)); // ln 6
    }

    /** The table of CALC-08: shares (0.66, 0.24, 0.1) and a cat. */
    @Test
    void classesCountFromOneAndWeightsAreDivided() {
        assertThat(Shown.readout(widget, State.of("categorical", 6.6, 2.4, 1, 1), "NLL"))
                .isCloseTo(0.415515443962, within(5.1e-13)); // -ln 0.66
    }

    @Test
    void theTextbookLossAndTheConstantsMakeTheNll() {
        State state = State.of("normal", 1, 2, 0, 3, 5);
        double squares = Shown.readout(widget, state, "½ (y − μ)² / σ²");

        assertThat(squares).isEqualTo((1 + 4 + 16) / 8.0);
        assertThat(squares + Shown.readout(widget, state, "½ ln(2πσ²)"))
                .isCloseTo(Shown.readout(widget, state, "NLL"), within(1e-13));
        assertThat(Shown.readout(widget, state, "NLL / N") * 3)
                .isCloseTo(Shown.readout(widget, state, "NLL"), within(1e-13));
    }

    @Test
    void aNegativeNllIsSaidToBeAllowed() {
        assertThat(Shown.result(widget, State.of("normal", 0, 0.1, 0)).notes())
                .anyMatch(note -> note.contains("negative NLL is allowed"));
        assertThat(Shown.result(widget, State.of("normal", 0, 1, 0)).notes()).isEmpty();
    }

    @Test
    void whatTheModelRulesOutCostsWithoutLimitAndWithAReason() {
        State state = State.of("bernoulli", 0, 0, 1);

        assertThat(Shown.readout(widget, state, "NLL")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Shown.result(widget, state).headline().getFirst().remark()).contains("impossible");
        assertThat(Shown.readout(widget, State.of("bernoulli", 0, 0, 0), "NLL")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "bernoulli, y2, 0.5, 'Row 2: a label is 0 or 1.'",
        "bernoulli, p, 1.5, 'A probability lies between 0 and 1.'",
        "categorical, y3, 4, 'Row 3: a class is 1, 2 or 3.'",
        "poisson, y1, -1, 'Row 1: a count is a whole number from 0 to 1000.'",
        "poisson, lambda, 0, 'Must be greater than 0.'",
        "normal, sigma, -1, 'Must be greater than 0.'",
        "normal, y4, x, 'Enter a number.'"
    })
    void whatTheDistributionCannotBeIsRefusedWithItsRow(String law, String control, String text, String message) {
        State state = Shown.after(widget, widget.examples().getFirst(), new Change.Chosen("law", law));

        assertThat(widget.edit(state, new Change.Typed(control, text))).isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void measurementsStayWhenTheNoiseIsAnother() {
        State state = State.of("normal", 1, 2, 0.5, 7);

        assertThat(Shown.after(widget, state, new Change.Chosen("law", "laplace")))
                .isEqualTo(State.of("laplace", 1, 2, 0.5, 7));
    }

    @Test
    void rowsAreAddedAndRemoved() {
        State state = State.of("poisson", 2, 3);

        assertThat(Shown.after(widget, state, new Change.Pressed("add"))).isEqualTo(State.of("poisson", 2, 3, 3));
        assertThat(Shown.after(widget, state, new Change.Pressed("remove"))).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1~normal~0_1",
                "1~bernoulli~0.5_0.5",
                "1~poisson~0_1",
                "1~cauchy~0_1_1",
                "1~normal~0_1_1_1_1_1_1_1_1_1_1"
            })
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMarkAboveThePictureIsToldOf() {
        assertThat(Shown.result(widget, State.of("bernoulli", 0, 1)).notes())
                .anyMatch(note -> note.contains("belongs higher up"));
        assertThat(Shown.result(widget, State.of("bernoulli", 0.5, 1)).notes()).isEmpty();
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 500)) {
            assertThat(Play.numbers("nll-ledger", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
