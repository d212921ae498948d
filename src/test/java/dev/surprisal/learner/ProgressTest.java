package dev.surprisal.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.HintShown;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.VariantDrawn;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.learner.Progress.QuestionProgress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    /** Of the question's second revision, on which an answer given as a place no longer stands. */
    private static final Progress.Yardstick SECOND = new Progress.Yardstick() {
        @Override
        public boolean isPresent(Item item) {
            return item.revision().equals("r2");
        }

        @Override
        public boolean isPresent(Event.Regraded regraded) {
            return regraded.definition().equals("d2");
        }

        @Override
        public boolean stands(Answered answer) {
            return isPresent(answer.item());
        }
    };

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
        QuestionProgress which =
                progress(answer("r2", Verdict.WRONG), new SolutionShown(item("r2", 0)), answer("r2", Verdict.RIGHT));

        assertThat(which.closed()).isTrue();
        assertThat(which.aided()).isTrue();
    }

    @Test
    void aSolutionAfterwardsDoesNot() {
        QuestionProgress which = progress(answer("r2", Verdict.RIGHT), new SolutionShown(item("r2", 0)));

        assertThat(which.aided()).isFalse();
        assertThat(which.solutionShown()).isTrue();
    }

    @Test
    void aReviewClosesNumbersButFinishesNothingThatWasNeverTried() {
        Event shown = new SolutionShown(item("r2", 4), 0, true);

        Progress before = Progress.of(7, List.of(shown), SECOND);
        Progress after = Progress.of(7, List.of(answer("r2", 0, Verdict.WRONG), shown), SECOND);

        assertThat(before.question("which", 4).closed()).isTrue();
        assertThat(before.closed("which")).isFalse();
        assertThat(after.closed("which")).isTrue();
        assertThat(after.variant("which")).hasValue(0);
    }

    @Test
    void whatWasDoneOnAnotherRevisionCountsForNothing() {
        QuestionProgress which = progress(
                answer("r1", Verdict.RIGHT), new HintShown(item("r1", 0), 2), new SolutionShown(item("r1", 0)));

        assertThat(which).isEqualTo(QuestionProgress.NONE);
    }

    @Test
    void remembersHintsAndVisits() {
        Progress progress = Progress.of(
                7,
                List.of(new Visited("kl", "lesson"), new HintShown(item("r2", 0), 1), new HintShown(item("r2", 0), 2)),
                SECOND);

        assertThat(progress.question("which", 0).hints()).isEqualTo(2);
        assertThat(progress.visited("kl", "lesson")).isTrue();
        assertThat(progress.visited("kl", "overview")).isFalse();
        assertThat(progress.question("other", 0)).isEqualTo(QuestionProgress.NONE);
    }

    private static QuestionProgress progress(Event... events) {
        return Progress.of(7, List.of(events), SECOND).question("which", 0);
    }

    @Test
    void eachVariantHasItsOwnAttemptsAndOneOfThemClosesTheQuestion() {
        Progress progress = Progress.of(
                7,
                List.of(
                        answer("r2", 4, Verdict.RIGHT),
                        new VariantDrawn("attempt-2", item("r2", 9)),
                        answer("r2", 9, Verdict.WRONG)),
                SECOND);

        assertThat(progress.variant("which")).hasValue(9);
        assertThat(progress.question("which", 9).closed()).isFalse();
        assertThat(progress.question("which", 4).right()).isTrue();
        assertThat(progress.closed("which")).isTrue();
        assertThat(progress.attempts("which")).isEqualTo(2);
    }

    @Test
    void aPartIsOnTheVariantOfItsQuestion() {
        Progress progress = Progress.of(7, List.of(new HintShown(new Item("kl", "both--nats", "r2", 3), 1)), SECOND);

        assertThat(progress.variant("both")).hasValue(3);
        assertThat(progress.variant("both--bits")).hasValue(3);
        assertThat(progress.variant("other")).isEmpty();
    }

    @Test
    void aTextIsClosedOnceTheLearnerHasJudgedIt() {
        QuestionProgress kept = progress(answer("r2", 0, Verdict.KEPT));
        QuestionProgress judged = progress(answer("r2", 0, Verdict.KEPT), new Assessed("attempt-2", item("r2", 0), 2));

        assertThat(kept.closed()).isFalse();
        assertThat(kept.kept()).isTrue();
        assertThat(judged.closed()).isTrue();
        assertThat(judged.level()).isEqualTo(2);
    }

    private static Answered answer(String revision, Verdict verdict) {
        return answer(revision, 0, verdict);
    }

    private static Answered answer(String revision, int variant, Verdict verdict) {
        return new Answered("attempt-1", item(revision, variant), "2", verdict, "1.0");
    }

    private static Item item(String revision, int variant) {
        return new Item("kl", "which", revision, variant);
    }

    @Test
    void aVerdictThatWasGivenAgainCountsWhileItsDefinitionIsThePresentOne() {
        var byTheOld = new Event.Regraded(item("r2", 0), "attempt-1", Verdict.WRONG, "d1", 0);
        var byThePresent = new Event.Regraded(item("r2", 0), "attempt-1", Verdict.RIGHT, "d2", 1);
        Answered wrong = new Answered("attempt-1", item("r2", 0), "x", Verdict.WRONG, "1.0");
        Answered right = new Answered("attempt-1", item("r2", 0), "x", Verdict.RIGHT, "1.0");

        assertThat(progress(right, byTheOld).right())
                .as("its key was changed and restored")
                .isTrue();
        assertThat(progress(wrong, byTheOld, byThePresent).right()).isTrue();
        assertThat(Progress.counted(
                        List.of(
                                new Timed(java.time.Instant.EPOCH, wrong),
                                new Timed(java.time.Instant.EPOCH, byThePresent)),
                        SECOND))
                .singleElement()
                .satisfies(timed ->
                        assertThat(((Answered) timed.event()).verdict()).isEqualTo(Verdict.RIGHT));
    }

    @Test
    void helpGoesWithTheAnswersThatARegradeCarriesOver() {
        var first = new Event.Regraded(item("r1", 5), "attempt-1", Verdict.WRONG, "d1", 0);
        var last = new Event.Regraded(item("r2", 4), "attempt-1", Verdict.RIGHT, "d2", 1);
        List<Event> events = List.of(
                new HintShown(item("r0", 3), 2),
                new SolutionShown(item("r0", 8)),
                answer("r0", 3, Verdict.WRONG),
                first,
                new SolutionShown(item("r1", 5)),
                last);

        Progress progress = Progress.of(7, events, SECOND);

        assertThat(progress.question("which", 4))
                .satisfies(which -> assertThat(which.right()).isTrue())
                .satisfies(which -> assertThat(which.hints()).isEqualTo(2))
                .satisfies(which -> assertThat(which.solutionShown()).isTrue());
        assertThat(progress.question("which", 8))
                .as("nothing was carried over from there")
                .isEqualTo(QuestionProgress.NONE);
    }

    @Test
    void aSolutionThatWasSeenBeforeTheAnswerThatWasRegradedIsHelp() {
        QuestionProgress which = progress(
                new SolutionShown(item("r1", 3)),
                answer("r1", 3, Verdict.WRONG),
                new Event.Regraded(item("r2", 0), "attempt-1", Verdict.RIGHT, "d2", 0));

        assertThat(which.right()).isTrue();
        assertThat(which.aided()).isTrue();
    }

    @Test
    void whatWasStartedAgainCountsNoLongerUntilItIsTakenBack() {
        var here = new Event.StartedAgain("attempt-again", "kl", "which");
        List<Event> before = List.of(answer("r2", Verdict.RIGHT), new HintShown(item("r2", 0), 1));
        List<Event> after = new java.util.ArrayList<>(before);
        after.add(here);

        assertThat(Progress.of(7, after, SECOND).question("which", 0)).isEqualTo(QuestionProgress.NONE);
        assertThat(Progress.of(7, after, SECOND).round()).isEqualTo(1);
        after.add(new HintShown(item("r2", 0), 1, 1));
        assertThat(Progress.of(7, after, SECOND).question("which", 0).hints()).isEqualTo(1);
        assertThat(new HintShown(item("r2", 0), 1, 1).id()).isNotEqualTo(new HintShown(item("r2", 0), 1).id());

        after.add(new Event.TakenBack("kl", "attempt-again"));
        assertThat(Progress.of(7, after, SECOND).question("which", 0).right()).isTrue();
    }

    @Test
    void startingAgainCoversAQuestionWithItsPartsALessonOrEverything() {
        Item part = new Item("kl", "both--nats", "r2", 0);
        Item other = new Item("other", "there", "r2", 0);
        List<Event> done = List.of(new HintShown(part, 1), new HintShown(other, 1));

        assertThat(left(done, new Event.StartedAgain("attempt-again", "kl", "both")))
                .isEqualTo("01");
        assertThat(left(done, new Event.StartedAgain("attempt-again", "kl", "which")))
                .isEqualTo("11");
        assertThat(left(done, new Event.StartedAgain("attempt-again", "kl", "")))
                .isEqualTo("01");
        assertThat(left(done, new Event.StartedAgain("attempt-again", "", ""))).isEqualTo("00");
    }

    private static String left(List<Event> done, Event.StartedAgain again) {
        List<Event> events = new java.util.ArrayList<>(done);
        events.add(again);
        Progress progress = Progress.of(7, events, SECOND);
        return "" + progress.question("both--nats", 0).hints()
                + progress.question("there", 0).hints();
    }
}
