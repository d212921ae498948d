package dev.surprisal.widget.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultComparisonTest {

    private final ResultComparison widget = new ResultComparison();

    private static State state(String kindA, String kindB, String prepared, double a, double b) {
        return new State(List.of(kindA, "nats", kindB, "nats", prepared), List.of()).withNumbers(a, b, 3);
    }

    /** MAP-04 of the curriculum, and the table of the lesson. */
    @ParameterizedTest
    @CsvSource({
        "exact, bound, same, -2.3, -3.1, UNDECIDED",
        "exact, bound, same, -3.5, -3.1, ONE_SIDED",
        "bound, exact, same, -3.1, -3.5, ONE_SIDED",
        "bound, exact, same, -3.1, -2.3, UNDECIDED",
        "exact, exact, same, -3, -2, COMPARABLE",
        "exact, estimate, same, -3, -2, COMPARABLE",
        "estimate, bound, same, -3, -2, ONE_SIDED",
        "bound, bound, same, -3, -2, UNDECIDED",
        "exact, none, same, -3, -2, NOT_COMPARABLE",
        "none, bound, same, -3, -2, NOT_COMPARABLE",
        "exact, exact, different, -3, -2, NOT_COMPARABLE"
    })
    void whatFollowsFromTwoResults(
            String kindA, String kindB, String prepared, double a, double b, ResultComparison.Verdict verdict) {
        assertThat(ResultComparison.verdict(state(kindA, kindB, prepared, a, b)))
                .isEqualTo(verdict);
    }

    @Test
    void aBoundAboveTheValueSaysByHowMuchAtLeast() {
        assertThat(Shown.result(widget, state("exact", "bound", "same", -3.5, -3.1))
                        .words())
                .contains("result B is better, by at least 0.40000 nats");
    }

    /** 3 · 3072 · ln 2, by Python’s math module. */
    @Test
    void bitsPerDimensionAreOfMinusTheLogLikelihood() {
        State units =
                new State(List.of("exact", "bpd", "exact", "nats", "same"), List.of()).withNumbers(3, -6200, 3072);

        assertThat(Shown.readout(widget, units, "ln p, A")).isCloseTo(-6388.044416, within(1e-6));
        assertThat(Shown.result(widget, units).words()).contains("result B is better");
    }

    @Test
    void aBoundIsDrawnWithEverythingThatItAllows() {
        var spots = (Picture.Spots) Shown.result(widget, state("exact", "bound", "same", -2.3, -3.1))
                .picture();

        assertThat(spots.spots()).extracting(Picture.Spot::onwards).containsExactly(false, true);
        assertThat(((Picture.Spots) Shown.result(widget, state("none", "exact", "same", -2.3, -3.1))
                                .picture())
                        .spots())
                .hasSize(1);
    }

    @Test
    void badInputIsRefused() {
        assertThat(widget.edit(state("exact", "exact", "same", -1, -2), new Change.Typed("d", "0")))
                .isInstanceOf(Edit.Rejected.class);
        assertThat(widget.edit(state("exact", "exact", "same", -1, -2), new Change.Typed("a", "nan")))
                .isEqualTo(new Edit.Rejected<State>("Enter a finite number."));
    }

    @Test
    void anEstimateBesideABoundKeepsItsError() {
        assertThat(Shown.result(widget, state("estimate", "bound", "same", -3.5, -3.1))
                        .words())
                .contains("lies above the estimate")
                .contains("by at least 0.40000 nats, as far as the error of the estimate allows");
        assertThat(Shown.result(widget, state("estimate", "bound", "same", -2, -3.1))
                        .words())
                .contains("lies below the estimate");
        assertThat(Shown.result(widget, state("bound", "estimate", "same", -3, -3))
                        .words())
                .isEqualTo(
                        "Only one-sided: the bound equals the estimate, so its model is at least as good, as far as the"
                                + " error of the estimate allows.");
    }

    @Test
    void aModelWithoutALikelihoodShowsNoNumber() {
        assertThat(Shown.result(widget, state("exact", "none", "same", -3, -2)).headline())
                .extracting(readout -> readout.label())
                .containsExactly("ln *p*, A");
    }

    /** Every preset lies on the steps of its sliders: touching one moves nothing else. */
    @Test
    void theSlidersReachTheExamples() {
        State large =
                new State(List.of("exact", "nats", "exact", "nats", "same"), List.of()).withNumbers(-5200, -5350, 3072);

        assertThat(Shown.after(widget, large, new Change.Slid("b", -5350))).isEqualTo(large);
        assertThat(Shown.after(widget, state("exact", "exact", "same", -2.3, -3.1), new Change.Slid("a", -2.3)))
                .isEqualTo(state("exact", "exact", "same", -2.3, -3.1));
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 71, 500)) {
            assertThat(Play.numbers("result-comparison", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
