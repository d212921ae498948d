package dev.surprisal.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.HintShown;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.learner.Progress.QuestionProgress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Map<String, String> REVISIONS = Map.of("which", "r2");

    @Test
    void countsAttemptsAndStaysRightAfterALaterSlip() {
        QuestionProgress which =
                progress(answer("r2", Verdict.WRONG), answer("r2", Verdict.RIGHT), answer("r2", Verdict.WRONG));

        assertThat(which.attempts()).isEqualTo(3);
        assertThat(which.right()).isTrue();
        assertThat(which.aided()).isFalse();
        assertThat(which.last().orElseThrow().verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aSolutionBeforeTheFirstRightAnswerMakesItAided() {
        QuestionProgress which = progress(
                answer("r2", Verdict.WRONG), new SolutionShown("kl", "which", "r2"), answer("r2", Verdict.RIGHT));

        assertThat(which.closed()).isTrue();
        assertThat(which.aided()).isTrue();
    }

    @Test
    void aSolutionAfterwardsDoesNot() {
        QuestionProgress which = progress(answer("r2", Verdict.RIGHT), new SolutionShown("kl", "which", "r2"));

        assertThat(which.aided()).isFalse();
        assertThat(which.solutionShown()).isTrue();
    }

    @Test
    void whatWasDoneOnAnotherRevisionCountsForNothing() {
        QuestionProgress which = progress(
                answer("r1", Verdict.RIGHT),
                new HintShown("kl", "which", "r1", 2),
                new SolutionShown("kl", "which", "r1"));

        assertThat(which).isEqualTo(QuestionProgress.NONE);
    }

    @Test
    void remembersHintsAndVisits() {
        Progress progress = Progress.of(
                List.of(
                        new Visited("kl", "lesson"),
                        new HintShown("kl", "which", "r2", 1),
                        new HintShown("kl", "which", "r2", 2)),
                REVISIONS);

        assertThat(progress.question("which").hints()).isEqualTo(2);
        assertThat(progress.visited("kl", "lesson")).isTrue();
        assertThat(progress.visited("kl", "overview")).isFalse();
        assertThat(progress.question("other")).isEqualTo(QuestionProgress.NONE);
    }

    private static QuestionProgress progress(Event... events) {
        return Progress.of(List.of(events), REVISIONS).question("which");
    }

    private static Answered answer(String revision, Verdict verdict) {
        return new Answered("attempt-1", "kl", "which", revision, "2", verdict, "1.0");
    }
}
