package dev.surprisal.widget.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumOfDrawsTest {

    private static final String GAP = "gap to the normal";

    private final SumOfDraws widget = new SumOfDraws();

    private static State state(String law, int n) {
        return State.of(law, n, 1000, 42);
    }

    /** SIM-05 of the curriculum, taken from a grid of step 1/400. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.057207",
        "2, 0.016431",
        "3, 0.0098531",
        "5, 0.005713",
        "6, 0.0047624",
        "12, 0.0023359",
        "30, 0.00092431"
    })
    void sumsOfUniformNumbersAreAsFarFromNormalAsIsKnown(int n, double gap) {
        assertThat(Shown.readout(widget, state("uniform", n), GAP)).isCloseTo(gap, within(2e-6));
    }

    /**
     * A success of probability 0.1 jumps from 0 to 0.9 at -1/3, where the normal has 0.3694; a waiting time begins at -1, where
     * the normal has 0.1587.
     */
    @ParameterizedTest
    @CsvSource({"rare, 1, 0.530558659818", "exponential, 1, 0.158655253931"})
    void gapsOfSingleDrawsAreTheKnownOnes(String law, int n, double gap) {
        assertThat(Shown.readout(widget, state(law, n), GAP)).isCloseTo(gap, within(1e-12));
    }

    @Test
    void theGapOfWaitingTimesShrinksAsTheRootOfTheirNumber() {
        double atTen = Shown.readout(widget, state("exponential", 10), GAP);
        double atForty = Shown.readout(widget, state("exponential", 40), GAP);

        assertThat(atTen / atForty).isCloseTo(2, within(0.02));
    }

    @Test
    void theMeanOfCauchyDrawsComesNoNearer() {
        assertThat(Shown.readout(widget, state("cauchy", 40), GAP))
                .isEqualTo(Shown.readout(widget, state("cauchy", 1), GAP));
        // 1/4 of a standard Cauchy variable lies above 1
        assertThat(exactTail(state("cauchy", 40), 1)).isCloseTo(0.25, within(1e-15));
        assertThat(Shown.result(widget, state("cauchy", 40)).notes()).anyMatch(note -> note.contains("no variance"));
    }

    /** The old generator of almost normal numbers, SIM-05. */
    @ParameterizedTest
    @CsvSource({"1, 0.160727049764", "2, 0.0222755832131", "3, 0.00100700081169", "4, 8.52606755385e-6"})
    void twelveNumbersHaveThinTails(int z, double tail) {
        assertThat(exactTail(state("uniform", 12), z)).isCloseTo(tail, within(5.1e-12 * tail));
    }

    private double exactTail(State state, int z) {
        var row = Shown.result(widget, state).table().rows().get(z - 1);
        return ((Table.Cell.Amount) row.cells().get(2)).value();
    }

    /** The area of a histogram is the share of what it shows: 1 where nothing lies outside. */
    @ParameterizedTest
    @CsvSource({"uniform, 1", "uniform, 12", "rare, 30"})
    void theHistogramHasTheAreaOne(String law, int n) {
        var graph = (Picture.Graph) Shown.result(widget, state(law, n)).picture();
        var line = graph.curves().getFirst().line();

        double area = 0;
        for (int i = 1; i < line.size(); i++) {
            area += (line.x(i) - line.x(i - 1)) * 0.5 * (line.y(i) + line.y(i - 1));
        }

        assertThat(area).isCloseTo(1, within(0.02));
    }

    @Test
    void theSameSeedGivesTheSameSumsAndTheNextOneOthers() {
        State again = Shown.after(widget, state("uniform", 3), new Change.Pressed("again"));

        assertThat(widget.result(state("uniform", 3))).isEqualTo(new SumOfDraws().result(state("uniform", 3)));
        assertThat(again).isEqualTo(State.of("uniform", 3, 1000, 43));
        assertThat(Shown.result(widget, again).picture())
                .isNotEqualTo(Shown.result(widget, state("uniform", 3)).picture());
        assertThat(Shown.after(widget, State.of("uniform", 3, 100, 1_000_000), new Change.Pressed("again")))
                .isEqualTo(State.of("uniform", 3, 100, 0));
    }

    @Test
    void aQuestionMayAskForTheGap() {
        assertThat(widget.quantities(state("uniform", 6)))
                .filteredOn(quantity -> quantity.name().equals("gap"))
                .extracting(Quantity::values)
                .allSatisfy(values -> assertThat(values.getFirst()).isLessThan(0.005));
    }

    @ParameterizedTest
    @CsvSource({
        "n, 0, Enter a whole number from 1 to 60.",
        "n, 2.5, Enter a whole number from 1 to 60.",
        "sums, 20, Enter a whole number from 100 to 5000.",
        "seed, x, Enter a number."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state("uniform", 3), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~uniform~0_1000_1", "1~normal~1_1000_1", "1~uniform~1_1000", "1~uniform~1_99_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        int states = Boolean.getBoolean("surprisal.deep") ? 200 : 40;
        for (String state : SeededPlay.statesOf(widget, 7, states)) {
            assertThat(Play.numbers("sum-of-draws", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
