package dev.surprisal.widget.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonteCarloErrorTest {

    private final MonteCarloError widget = new MonteCarloError();

    private static State state(String target, int draws) {
        return target.equals("nll") ? State.of(target, draws, 42, 0.5, 0.7) : State.of(target, draws, 42);
    }

    /** SIM-04 of the curriculum: true values and the standard deviations of one term. */
    @ParameterizedTest
    @CsvSource({
        "square, 1, 1.41421356237",
        "darts, 3.14159265359, 1.64218336774",
        "tail, 0.00134989803163, 0.0367161518536",
        "nll, 0.780323874132, 0.423648930194"
    })
    void whatIsKnownBeforehandIsRight(String target, double truth, double sd) {
        assertThat(Shown.readout(widget, state(target, 100), "E[f]")).isCloseTo(truth, within(5.1e-12 * truth));
        assertThat(Shown.readout(widget, state(target, 100), "sd")).isCloseTo(sd, within(5.1e-12 * sd));
    }

    @Test
    void standardErrorsOfTenThousandDrawsAreTheKnownOnes() {
        assertThat(Shown.readout(widget, state("square", 10_000), "sd/√N")).isCloseTo(0.0141421356237, within(5.1e-14));
        assertThat(Shown.readout(widget, state("tail", 10_000), "sd/√N : E[f]"))
                .isCloseTo(0.271992039349, within(5.1e-13));
    }

    /** Five standard errors would come about once in a million runs, and the seed is fixed. */
    @ParameterizedTest
    @ValueSource(strings = {"square", "darts", "tail", "nll"})
    void theMeanIsNearTheTrueValue(String target) {
        double error = Shown.readout(widget, state(target, 20_000), "sd/√N");

        assertThat(Shown.readout(widget, state(target, 20_000), "Î"))
                .isCloseTo(Shown.readout(widget, state(target, 20_000), "E[f]"), within(5 * error));
    }

    /** 95 % of 200 runs, give or take four times their own standard error of 1.5 %. */
    @Test
    void theIntervalCoversAsOftenAsItSaysUnlessTheEventIsRare() {
        assertThat(Shown.readout(widget, state("darts", 5000), "covered")).isBetween(0.89, 1.0);
        // A run of 500 draws meets no such event with probability 0.51, and then claims an error of 0
        assertThat(Shown.readout(widget, state("tail", 5000), "covered")).isBetween(0.3, 0.7);
        assertThat(Shown.result(widget, state("tail", 5000)).notes()).anyMatch(note -> note.contains("rare event"));
    }

    @Test
    void cauchyDrawsHaveNoStandardError() {
        assertThat(Shown.readout(widget, state("cauchy", 1000), "sd/√N")).isInfinite();
        assertThat(Shown.result(widget, state("cauchy", 1000)).words()).contains("neither a mean nor a variance");
    }

    @Test
    void theSameSeedGivesTheSameMeanAndTheNextOneAnother() {
        State again = Shown.after(widget, state("square", 1000), new Change.Pressed("again"));

        assertThat(widget.findings(state("square", 1000))).isEqualTo(widget.findings(state("square", 1000)));
        assertThat(Shown.readout(widget, again, "Î")).isNotEqualTo(Shown.readout(widget, state("square", 1000), "Î"));
    }

    @Test
    void fewerDrawsAreTheBeginningOfMore() {
        ErrorSurvey few = ErrorSurvey.find(widget.findings(state("darts", 100))).orElseThrow();
        ErrorSurvey many =
                ErrorSurvey.find(widget.findings(state("darts", 1000))).orElseThrow();

        assertThat(many.means().subList(0, few.means().size())).isEqualTo(few.means());
    }

    @Test
    void findingsAboutMoreOrFewerDrawsAreDrawnAndNotToldAndThoseOfAnotherSeedAreNot() {
        State asked = state("square", 500);
        State other = Shown.after(widget, asked, new Change.Pressed("again"));

        var earlier = (Outcome.Result) widget.result(asked, asked, widget.findings(state("square", 1000)));
        var foreign = (Outcome.Result) widget.result(asked, asked, widget.findings(other));

        assertThat(earlier.settled()).isFalse();
        assertThat(pointsOfMean(earlier)).isEqualTo(21);
        assertThat(pointsOfMean(foreign)).isZero();
        assertThat(widget.isAbout(widget.findings(asked), asked)).isTrue();
        assertThat(widget.isAbout(widget.findings(other), asked)).isFalse();
    }

    private static int pointsOfMean(Outcome.Result result) {
        return ((Picture.Graph) result.picture()).curves().getLast().line().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1~square~10_1~2~3", "x", "1~square~10_1~2_3~1_1", "1~square~1e99_1~1~1_1"})
    void aTextThatNoSurveyWroteCountsForNone(String findings) {
        assertThat(widget.isAbout(findings, state("square", 100))).isFalse();
        assertThat(widget.result(state("square", 100), state("square", 100), findings))
                .isInstanceOf(Outcome.Result.class);
    }

    @Test
    void anotherTargetKeepsDrawsAndSeed() {
        assertThat(Shown.after(widget, State.of("square", 77, 5), new Change.Chosen("target", "nll")))
                .isEqualTo(State.of("nll", 77, 5, 0.5, 0.7));
    }

    /** Heads and tails cost ln 2 alike: there is nothing to be off by. */
    @Test
    void withEqualChancesOneDrawIsEnough() {
        State fair = State.of("nll", 400, 42, 0.5, 0.5);

        assertThat(Shown.readout(widget, fair, "Î")).isEqualTo(Shown.readout(widget, fair, "E[f]"));
        assertThat(Shown.result(widget, fair).words())
                .contains("0.69315. Every draw gives just this")
                .doesNotContain("takes");
    }

    @ParameterizedTest
    @CsvSource({
        "draws, 9, Enter a whole number from 10 to 1000000.",
        "draws, 1000001, Enter a whole number from 10 to 1000000.",
        "seed, -1, Enter a whole number from 0 to 1000000.",
        "q, 1, Enter a number from 0.001 to 0.999.",
        "p, abc, Enter a number."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state("nll", 100), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~square~9_1", "1~nll~10_1", "1~cubes~10_1", "1~square~10_1_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 40)) {
            assertThat(Play.numbers("mc-error", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
