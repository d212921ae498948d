package dev.surprisal.recall;

import static dev.surprisal.recall.Rating.AGAIN;
import static dev.surprisal.recall.Rating.EASY;
import static dev.surprisal.recall.Rating.GOOD;
import static dev.surprisal.recall.Rating.HARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.recall.Memory.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected numbers are those of py-fsrs 6.3.1, tests/test_basic.py (commit 3abe686), whose tests are named beside them. */
class SchedulerTest {
    private static final Instant START = Instant.parse("2022-11-29T12:30:00Z");

    /** test_review_card: each review at the moment when it is due. */
    @Test
    void intervalsOfARunOfGoodWithTwoLapses() {
        List<Rating> ratings = new ArrayList<>(Collections.nCopies(6, GOOD));
        ratings.addAll(List.of(AGAIN, AGAIN));
        ratings.addAll(Collections.nCopies(5, GOOD));

        List<Long> days = new ArrayList<>();
        Memory memory = Scheduler.first(ratings.getFirst(), START);
        days.add(interval(memory).toDays());
        for (Rating rating : ratings.subList(1, ratings.size())) {
            memory = Scheduler.next(memory, rating, memory.due());
            days.add(interval(memory).toDays());
        }

        assertThat(days).containsExactly(0L, 2L, 11L, 46L, 163L, 498L, 0L, 0L, 2L, 4L, 7L, 12L, 21L);
    }

    /** test_memo_state: the days between the reviews are given. */
    @Test
    void stabilityAndDifficultyAfterSixReviews() {
        Memory memory = Scheduler.first(AGAIN, START);
        Instant at = START;
        for (int days : new int[] {0, 1, 3, 8, 21}) {
            at = at.plus(Duration.ofDays(days));
            memory = Scheduler.next(memory, GOOD, at);
        }

        assertThat(memory.stability()).isCloseTo(53.62691, within(1e-4));
        assertThat(memory.difficulty()).isCloseTo(6.3574867, within(1e-4));
    }

    /** test_repeated_correct_reviews. */
    @Test
    void whatIsAlwaysEasyBecomesAsEasyAsCanBe() {
        Memory memory = Scheduler.first(EASY, START);
        for (int i = 1; i < 10; i++) {
            memory = Scheduler.next(memory, EASY, START.plusNanos(1000L * i));
        }

        assertThat(memory.difficulty()).isEqualTo(1.0);
    }

    /** test_good_learning_steps, test_again_learning_steps, test_hard_learning_steps, test_easy_learning_steps. */
    @Test
    void whatIsNewIsAskedAgainWithinMinutesUnlessItIsEasy() {
        assertThat(interval(Scheduler.first(AGAIN, START))).isEqualTo(Duration.ofMinutes(1));
        assertThat(interval(Scheduler.first(HARD, START))).isEqualTo(Duration.ofSeconds(330));
        assertThat(interval(Scheduler.first(GOOD, START))).isEqualTo(Duration.ofMinutes(10));
        assertThat(Scheduler.first(GOOD, START).phase()).isEqualTo(Phase.LEARNING);
        assertThat(Scheduler.first(EASY, START).phase()).isEqualTo(Phase.REVIEW);
        assertThat(interval(Scheduler.first(EASY, START))).isGreaterThanOrEqualTo(Duration.ofDays(1));
    }

    /** test_learning_card_rate_hard_second_learning_step. */
    @Test
    void hardOnTheSecondStepRepeatsIt() {
        Memory second = Scheduler.first(GOOD, START);

        assertThat(interval(Scheduler.next(second, HARD, second.due()))).isEqualTo(Duration.ofMinutes(10));
    }

    /** test_relearning, test_relearning_card_rate_hard_one_relearning_step. */
    @Test
    void whatWasForgottenIsAskedAgainAfterTenMinutesAndThenAfterDays() {
        Memory known = Scheduler.first(EASY, START);
        Memory forgotten = Scheduler.next(known, AGAIN, known.due());
        Memory hard = Scheduler.next(forgotten, HARD, forgotten.due());
        Memory back = Scheduler.next(forgotten, GOOD, forgotten.due());

        assertThat(forgotten.phase()).isEqualTo(Phase.RELEARNING);
        assertThat(interval(forgotten)).isEqualTo(Duration.ofMinutes(10));
        assertThat(interval(hard)).isEqualTo(Duration.ofMinutes(15));
        assertThat(back.phase()).isEqualTo(Phase.REVIEW);
        assertThat(interval(back)).isGreaterThanOrEqualTo(Duration.ofDays(1));
    }

    /** test_stability_lower_bound. */
    @Test
    void stabilityNeverVanishes() {
        Memory memory = Scheduler.first(AGAIN, START);
        for (int i = 0; i < 1000; i++) {
            memory = Scheduler.next(memory, AGAIN, memory.due().plus(Duration.ofDays(1)));

            assertThat(memory.stability()).isGreaterThanOrEqualTo(0.001);
        }
    }

    /** By the meaning of stability, whatever the parameters. */
    @Test
    void afterAsManyDaysAsItsStabilityTheProbabilityIsNineInTen() {
        Memory memory = new Memory(Phase.REVIEW, 0, 12, 5, START, START);

        assertThat(Scheduler.recall(memory, START.plus(Duration.ofDays(12)))).isCloseTo(0.9, within(1e-12));
        assertThat(Scheduler.recall(memory, START)).isEqualTo(1);
        assertThat(Scheduler.recall(memory, START.minus(Duration.ofDays(3)))).isEqualTo(1);
    }

    private static Duration interval(Memory memory) {
        return Duration.between(memory.last(), memory.due());
    }
}
