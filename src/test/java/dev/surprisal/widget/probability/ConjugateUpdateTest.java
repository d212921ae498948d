package dev.surprisal.widget.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of CALC-06 of the curriculum, or stand in a comment. */
class ConjugateUpdateTest {

    private static final State DIE = State.of("dirichlet", 1, 1, 1, 5, 2, 0);
    private static final State MEAN = State.of("normal", 0, 2, 1, 1, 3);
    private static final State RATE = State.of("gamma", 2, 1, 3, 5);

    private final ConjugateUpdate widget = new ConjugateUpdate();

    @Test
    void theDieHasTheKnownPosterior() {
        assertThat(Shown.after(widget, DIE, new Change.Pressed("believe")))
                .isEqualTo(State.of("dirichlet", 6, 3, 1, 0, 0, 0));
        assertThat(Shown.readout(widget, DIE, "E[p₃ | D]")).isCloseTo(0.1, within(1e-15));
        assertThat(Shown.readout(widget, DIE, "weight")).isCloseTo(0.3, within(1e-15)); // 3 of 10
        // the marginal Beta(6, 4): sqrt(6 * 4 / (100 * 11))
        assertThat(Shown.readout(widget, DIE, "sd")).isCloseTo(0.147709789175, within(5.1e-13));
    }

    @Test
    void theMeanHasTheKnownPosterior() {
        assertThat(Shown.readout(widget, MEAN, "m")).isCloseTo(1.77777777778, within(5.1e-12));
        assertThat(Shown.readout(widget, MEAN, "v")).isCloseTo(0.444444444444, within(5.1e-13));
        assertThat(Shown.readout(widget, MEAN, "weight")).isCloseTo(1.0 / 9, within(1e-15)); // 1/4 of 1/4 + 2
        assertThat(Shown.readout(widget, MEAN, "√(v + σ²)")).isCloseTo(1.20185042515, within(5.1e-12)); // sqrt(13/9)
    }

    @Test
    void theRateHasTheKnownPosterior() {
        assertThat(Shown.after(widget, RATE, new Change.Pressed("believe"))).isEqualTo(State.of("gamma", 10, 3));
        assertThat(Shown.readout(widget, RATE, "a / r")).isCloseTo(3.33333333333, within(5.1e-12));
        assertThat(Shown.readout(widget, RATE, "weight")).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(Shown.readout(widget, RATE, "sd(n)")).isCloseTo(2.108185106779, within(5.1e-13)); // sqrt(40/9)
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~dirichlet~1_2_3_0_0_0", "1~normal~0.5_2_1", "1~gamma~2_1"})
    void withoutDataThePosteriorIsThePrior(String text) {
        State state = widget.decode(text);

        assertThat(Shown.readout(widget, state, "weight")).isEqualTo(1);
        assertThat(Shown.result(widget, state).words()).contains("posterior is the prior");
        assertThat(Shown.after(widget, state, new Change.Pressed("believe"))).isEqualTo(state);
    }

    @Test
    void theOrderOfTheDataDoesNotMatter() {
        State first = Shown.after(widget, State.of("normal", 0, 2, 1, 1), new Change.Pressed("believe"));
        State both = Shown.after(widget, first, new Change.Pressed("add"));
        State second = Shown.after(widget, both, new Change.Typed("x1", "3"));

        assertThat(Shown.readout(widget, second, "m")).isCloseTo(1.77777777778, within(5.1e-12));
    }

    @Test
    void facesAndDataAreAddedAndRemoved() {
        State more = Shown.after(widget, DIE, new Change.Pressed("add"));

        assertThat(more).isEqualTo(State.of("dirichlet", 1, 1, 1, 1, 5, 2, 0, 0));
        assertThat(Shown.after(widget, more, new Change.Pressed("remove"))).isEqualTo(DIE);
        assertThat(Shown.after(widget, RATE, new Change.Pressed("remove"))).isEqualTo(State.of("gamma", 2, 1, 3));
    }

    /** The posterior precision is 1/25 + 8/0.01, and the peak √(800.04 / (2π)). */
    @Test
    void aNarrowPosteriorKeepsItsPeakOnTheAxisOfAWidePrior() {
        Picture.Graph graph = graph("1~normal~0_5_0.1_2.5_2.5_2.5_2.5_2.5_2.6_2.6_2.6");

        assertThat(graph.curves().getLast().line().highest()).isCloseTo(11.2840737622, within(1e-9));
        assertThat(graph.axes().top()).isGreaterThan(11.2840737622);
        // The likelihood is drawn as high as the posterior
        assertThat(graph.curves().get(1).line().highest()).isCloseTo(11.2840737622, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1~normal~0_10000_0.01_1",
                "1~normal~0_10000_0.01_1_999",
                "1~normal~-1000_0.01_10000_1000",
                "1~gamma~10000_0.01_0_0_0_0_0_0_0_0",
                "1~gamma~10000_0.01_5000",
                "1~gamma~0.01_10000_5000",
                "1~gamma~0.01_0.01_0",
                "1~gamma~1_1_0"
            })
    void theEndsOfTheRangesAreDrawnToo(String text) {
        Picture.Graph graph = graph(text);

        assertThat(graph.axes().top()).isPositive().isFinite();
        assertThat(graph.curves()).allMatch(curve -> curve.line().highest() > 0);
        assertThat(Play.numbers("conjugate-update", text)).doesNotContain(Double.NaN);
    }

    private Picture.Graph graph(String text) {
        return (Picture.Graph) Shown.result(widget, widget.decode(text)).picture();
    }

    @Test
    void theCountsThatAreForeseenSurroundTheMean() {
        Table table =
                Shown.result(widget, State.of("gamma", 2, 1, 100, 120, 110)).table();

        assertThat(table.rows()).hasSizeBetween(7, 31);
        assertThat(((Table.Cell.Words) table.rows().getFirst().cells().getFirst()).text())
                .isNotEqualTo("0");
        assertThat(table.rows())
                .anyMatch(row -> ((Table.Cell.Amount) row.cells().getLast()).value() > 0.02);
    }

    @ParameterizedTest
    @CsvSource({
        "gamma, n1, 1.5, Enter a whole number from 0 to 5000.",
        "gamma, rate, 0, Must be greater than 0.",
        "dirichlet, n2, -1, Enter a whole number from 0 to 5000.",
        "dirichlet, alpha1, -1, Must be greater than 0.",
        "normal, sd0, 0, Must be greater than 0.",
        "normal, x1, 1001, Enter a number between −1000 and 1000."
    })
    void badInputIsRefusedWithTheReason(String family, String control, String text, String message) {
        State state = Shown.after(widget, DIE, new Change.Chosen("family", family));

        assertThat(widget.edit(state, new Change.Typed(control, text))).isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~dirichlet~1_1_1_5_2", "1~normal~0_2", "1~gamma~2_1_0.5", "1~beta~1_1", "1~normal~0_0_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 13, 500)) {
            assertThat(Play.numbers("conjugate-update", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
