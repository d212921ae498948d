package dev.surprisal.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Tries.Count;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static final Progress.Yardstick SAME = new Progress.Yardstick() {
        @Override
        public boolean isPresent(Item item) {
            return item.revision().equals("now");
        }

        @Override
        public boolean isPresent(Regraded regraded) {
            return regraded.definition().equals("d-now");
        }

        @Override
        public boolean stands(Answered answer) {
            return isPresent(answer.item());
        }
    };

    private static int attempts;

    @Test
    void aRightFirstTryIsOneSuccessAndEndsTheTries() {
        assertThat(count(right(0), wrong(0), right(0))).isEqualTo(new Count(1, 0));
    }

    @Test
    void theFirstTryAndTheLastCountAndThoseBetweenDoNot() {
        assertThat(count(wrong(0), wrong(0), wrong(0), right(0))).isEqualTo(new Count(1, 1));
        assertThat(count(wrong(0), wrong(0))).isEqualTo(new Count(0, 2));
    }

    @Test
    void theSolutionCountsAsATryThatWasNotRight() {
        assertThat(count(new SolutionShown(item(0)), right(0))).isEqualTo(new Count(0, 1));
        assertThat(count(right(0), new SolutionShown(item(0)))).isEqualTo(new Count(1, 0));
    }

    @Test
    void theSolutionThatAReviewShowsEndsTheTriesAndIsNone() {
        Event shown = new SolutionShown(item(0), 0, true);

        assertThat(count(shown, right(0))).isEqualTo(Count.NONE);
        assertThat(count(wrong(0), shown, wrong(0))).isEqualTo(new Count(0, 1));
        assertThat(count(shown, right(1))).isEqualTo(new Count(1, 0));
    }

    @Test
    void otherNumbersAreOtherTries() {
        assertThat(count(wrong(0), right(1), right(2))).isEqualTo(new Count(2, 1));
    }

    @Test
    void aTextCountsAsItsWriterJudgesIt() {
        Answered kept = new Answered("attempt-kept", item(0), "text", Verdict.KEPT, "1");

        assertThat(count(kept)).isEqualTo(Count.NONE);
        assertThat(count(kept, new Assessed("attempt-1", item(0), 2))).isEqualTo(new Count(0, 1));
        assertThat(count(kept, new Assessed("attempt-1", item(0), 1), new Assessed("attempt-2", item(0), 3)))
                .isEqualTo(new Count(1, 1));
    }

    @Test
    void anAnswerCountsByItsLaterVerdictAndNotAtAllWhenTheQuestionHasChanged() {
        Answered wrong = wrong(0);
        Answered old = new Answered("attempt-old", new Item("kl", "which", "then", 0), "2", Verdict.WRONG, "1");

        assertThat(count(wrong, new Regraded(item(0), wrong.id(), Verdict.RIGHT, "d-now", 0)))
                .isEqualTo(new Count(1, 0));
        assertThat(count(old)).isEqualTo(Count.NONE);
    }

    @Test
    void whatARegradeCarriesOverIsStillNoFirstSuccessAfterTheSolution() {
        Item before = new Item("kl", "which", "then", 3);
        Answered wrong = new Answered("attempt-then", before, "2", Verdict.WRONG, "1");

        assertThat(count(
                        new SolutionShown(before), wrong, new Regraded(item(0), wrong.id(), Verdict.RIGHT, "d-now", 0)))
                .isEqualTo(new Count(0, 1));
    }

    private static Count count(Event... events) {
        List<Timed> timed =
                Stream.of(events).map(event -> new Timed(Instant.EPOCH, event)).toList();
        return Tries.of(timed, SAME).of("which");
    }

    private static Answered right(int variant) {
        return answer(variant, Verdict.RIGHT);
    }

    private static Answered wrong(int variant) {
        return answer(variant, Verdict.WRONG);
    }

    private static Answered answer(int variant, Verdict verdict) {
        return new Answered("attempt-" + ++attempts, item(variant), "1", verdict, "1");
    }

    private static Item item(int variant) {
        return new Item("kl", "which", "now", variant);
    }
}
