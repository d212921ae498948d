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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IidOrNotTest {

    private static final String CORRELATION = "r₁";

    private final IidOrNot widget = new IidOrNot();

    private static State state(String order, double drift, double stickiness) {
        return State.of(order, drift, stickiness, 300, 42);
    }

    /**
     * SIM-08 of the curriculum, four sources. The correlation of neighbours has a standard error of 1/√300 or less; a drift over
     * 2d gives the variance d²/3 beside the 1 of the noise, all of it shared by neighbours.
     */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "2, 0, 0.571", "0, 0.9, 0.9", "2, 0.9, 0.957"})
    void neighboursAreAsLikeEachOtherAsTheSourceMakesThem(double drift, double stickiness, double correlation) {
        assertThat(Shown.readout(widget, state("drawn", drift, stickiness), CORRELATION))
                .isCloseTo(correlation, within(4 / Math.sqrt(300)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "0, 0.9", "2, 0.9"})
    void theSumOfLogarithmsIsBlindToOrder(double drift, double stickiness) {
        double drawn = Shown.readout(widget, state("drawn", drift, stickiness), "Σ log p(xₜ)");

        assertThat(Shown.readout(widget, state("shuffled", drift, stickiness), "Σ log p(xₜ)"))
                .isCloseTo(drawn, within(1e-10));
        assertThat(Shown.readout(widget, state("sorted", drift, stickiness), "Σ log p(xₜ)"))
                .isCloseTo(drawn, within(1e-10));
    }

    @Test
    void shufflingHidesWhatTheOrderToldAndTheSourceIsSurprised() {
        String source = "Σ log p(xₜ | before)";

        assertThat(Shown.readout(widget, state("shuffled", 2, 0.9), CORRELATION))
                .isCloseTo(0, within(4 / Math.sqrt(300)));
        assertThat(Shown.readout(widget, state("shuffled", 2, 0.9), source))
                .isLessThan(Shown.readout(widget, state("drawn", 2, 0.9), source));
        assertThat(Shown.readout(widget, state("sorted", 0, 0), CORRELATION)).isGreaterThan(0.9);
    }

    /** For an IID source both ways of scoring are the same question. */
    @Test
    void whereNothingSticksTheSourceScoresValueByValue() {
        assertThat(Shown.readout(widget, state("drawn", 0, 0), "Σ log p(xₜ | before)"))
                .isCloseTo(Shown.readout(widget, state("drawn", 0, 0), "Σ log p(xₜ)"), within(5.0));
        assertThat(Shown.readout(widget, state("drawn", 0, 0), "Σ log p(xₜ | before)"))
                .isCloseTo(Shown.readout(widget, state("shuffled", 0, 0), "Σ log p(xₜ | before)"), within(1e-10));
    }

    @Test
    void aDriftMovesTheQuarters() {
        Table table = Shown.result(widget, state("drawn", 2, 0)).table();

        // the first quarter runs from -2 to -1
        assertThat(((Table.Cell.Place) table.rows().getFirst().cells().get(1)).value())
                .isCloseTo(-1.5, within(0.5));
        assertThat(((Table.Cell.Place) table.rows().getLast().cells().get(1)).value())
                .isCloseTo(1.5, within(0.5));
    }

    @Test
    void anExampleKeepsTheOrder() {
        assertThat(Shown.after(widget, state("sorted", 0, 0), new Change.Chosen("preset", "neither")))
                .isEqualTo(State.of("sorted", 2, 0.9, 120, 42));
    }

    @Test
    void theSameSeedGivesTheSameValuesAndTheNextOneOthers() {
        State state = state("shuffled", 0, 0.5);
        State again = Shown.after(widget, state, new Change.Pressed("again"));

        assertThat(widget.result(state)).isEqualTo(new IidOrNot().result(state));
        assertThat(widget.result(again)).isNotEqualTo(widget.result(state));
    }

    @ParameterizedTest
    @CsvSource({
        "stickiness, 1, Enter a number from 0 to 0.99.",
        "drift, 6, Enter a number between −5 and 5.",
        "count, 19, Enter a whole number from 20 to 300."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state("sorted", 0, 0), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~drawn~0_0_19_1", "1~backwards~0_0_20_1", "1~sorted~0_1_20_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 100)) {
            assertThat(Play.numbers("iid-or-not", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
