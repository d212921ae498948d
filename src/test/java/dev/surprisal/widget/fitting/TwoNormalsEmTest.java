package dev.surprisal.widget.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoNormalsEmTest {

    private final TwoNormalsEm widget = new TwoNormalsEm();

    private static State state(int rounds) {
        return new State(List.of(), List.of()).withNumbers(0.5, -1, 1, 1, 1, rounds);
    }

    /** DEMO-06 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0, -1, 1, 1, 1, -13.02560903",
        "1, -1.917437762, 1.917437762, 0.7000707789, 0.7000707789, -8.594982173",
        "2, -1.999991789, 1.999991789, 0.4082885117, 0.4082885117, -7.297235934",
        "3, -2, 2, 0.4082482905, 0.4082482905, -7.297235875",
        "30, -2, 2, 0.4082482905, 0.4082482905, -7.297235875"
    })
    void theRoundsAreTheKnownOnes(int rounds, double m1, double m2, double s1, double s2, double logLikelihood) {
        List<Table.Cell> last =
                Shown.result(widget, state(rounds)).table().totals().getFirst().cells();

        assertThat(((Table.Cell.Ratio) last.get(1)).value()).isCloseTo(0.5, within(1e-12));
        assertThat(((Table.Cell.Place) last.get(2)).value()).isCloseTo(m1, within(5.1e-9));
        assertThat(((Table.Cell.Place) last.get(3)).value()).isCloseTo(s1, within(5.1e-10));
        assertThat(((Table.Cell.Place) last.get(4)).value()).isCloseTo(m2, within(5.1e-9));
        assertThat(((Table.Cell.Place) last.get(5)).value()).isCloseTo(s2, within(5.1e-10));
        assertThat(Shown.readout(widget, state(rounds), "ln p(x)")).isCloseTo(logLikelihood, within(5.1e-9));
    }

    @Test
    void withTheExactPosteriorTheBoundIsTheLogLikelihoodAndItNeverFalls() {
        double before = Double.NEGATIVE_INFINITY;
        for (int rounds = 0; rounds < 8; rounds++) {
            State state = new State(List.of(), List.of()).withNumbers(0.3, 1, 1, 2.5, 0.8, rounds);

            double now = Shown.readout(widget, state, "ln p(x)");
            assertThat(now).isGreaterThanOrEqualTo(before - 1e-12);
            assertThat(Shown.readout(widget, state, "ELBO")).isCloseTo(now, within(1e-12));
            assertThat(Shown.readout(widget, state, "ln p(x) − ELBO")).isZero();
            before = now;
        }
    }

    @Test
    void aRunEndsByItselfAndAnotherStartBeginsAnew() {
        State state = state(0);
        for (int press = 0; press < 40; press++) {
            state = Shown.after(widget, state, new Change.Pressed("run"));
        }

        assertThat(state.number(5)).isLessThan(20);
        assertThat(Shown.result(widget, state).notes()).anyMatch(note -> note.startsWith("EM has come to rest"));
        assertThat(Shown.after(widget, state, new Change.Dragged("m1", -3.01, 0.2))
                        .numbers())
                .containsExactly(0.5, -3.0, 1.0, 1.0, 1.0, 0.0);
    }

    @Test
    void twinsStayTwinsAndAreToldSo() {
        State twins = new State(List.of(), List.of()).withNumbers(0.5, 1, 1, 1, 1, 3);

        assertThat(widget.result(twins)).isInstanceOf(Outcome.Invalid.class);
        assertThat(widget.quantities(twins))
                .noneMatch(quantity -> quantity.name().equals("loglikelihood"));
    }

    @Test
    void aNormalThatShrinksOntoAPointIsNoFit() {
        State trapped = new State(List.of(), List.of()).withNumbers(0.5, 0, 2, 2.5, 0.1, 200);

        assertThat(Shown.result(widget, trapped).notes()).anyMatch(note -> note.contains("likelihood has no bound"));
    }

    @Test
    void theChartFallsAndHasAValueForEachRound() {
        var steps = (Picture.Steps)
                Shown.result(widget, state(3)).figures().getFirst().picture();

        assertThat(steps.tracks().getFirst().values()).hasSize(4).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @ParameterizedTest
    @CsvSource({"s1, 0, Must be greater than 0.", "steps, 1.5, Enter a whole number from 0 to 200."})
    void badInputIsRefused(String control, String text, String message) {
        assertThat(widget.edit(state(0), new Change.Typed(control, text))).isEqualTo(new Edit.Rejected<State>(message));
    }

    @Test
    void theFieldCountsTheRoundsThatWereMade() {
        State trapped = new State(List.of(), List.of()).withNumbers(0.5, 0, 2, 2.5, 0.1, 0);
        for (int press = 0; press < 3; press++) {
            trapped = Shown.after(widget, trapped, new Change.Pressed("step"));
        }

        assertThat(trapped.number(5)).isEqualTo(1);
        assertThat(Shown.result(widget, trapped).words()).startsWith("After 1 round of EM the mixture");
        assertThat(Shown.result(widget, trapped).notes()).anyMatch(note -> note.contains("likelihood has no bound"));
        assertThat(Shown.result(widget, trapped.with(5, 200)).words())
                .startsWith("After 1 round of EM, where it ends, the");
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 59, 200)) {
            assertThat(Play.numbers("em-two", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
