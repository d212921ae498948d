package dev.surprisal.recall;

import dev.surprisal.recall.Memory.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * FSRS-6 with its default parameters, as the reference implementation py-fsrs 6.3.1 has it (open-spaced-repetition, MIT licence),
 * without its random fuzz: the same log gives the same schedule. The formulas are those of "The FSRS-6 algorithm" in that project's
 * wiki; w₀ … w₂₀ there are the parameters here.
 *
 * <p>A day is 24 hours. What is met for the first time is asked again after one and ten minutes, what was forgotten after ten;
 * after that intervals are whole days.
 */
public final class Scheduler {
    private static final List<Double> W = List.of(
            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
            1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542);

    /** The probability of recall at which something is asked again. */
    private static final double RETENTION = 0.9;

    private static final double DECAY = -w(20);
    private static final double FACTOR = StrictMath.pow(0.9, 1 / DECAY) - 1;
    private static final double LEAST_STABILITY = 0.001;
    private static final double LEAST_DIFFICULTY = 1;
    private static final double MOST_DIFFICULTY = 10;
    private static final int LONGEST_DAYS = 36_500;

    private static final List<Duration> LEARNING = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));
    private static final List<Duration> RELEARNING = List.of(Duration.ofMinutes(10));

    private Scheduler() {}

    /** What is known of something after it was rated for the first time. */
    public static Memory first(Rating rating, Instant at) {
        return scheduled(
                Phase.LEARNING,
                0,
                Math.max(w(rating.number() - 1), LEAST_STABILITY),
                bounded(initialDifficulty(rating)),
                rating,
                at);
    }

    /** What is known after it was rated once more. */
    public static Memory next(Memory memory, Rating rating, Instant at) {
        double stability = Duration.between(memory.last(), at).compareTo(Duration.ofDays(1)) < 0
                ? sameDay(memory.stability(), rating)
                : later(memory, rating, recall(memory, at));
        double difficulty = difficulty(memory.difficulty(), rating);
        return scheduled(memory.phase(), memory.step(), Math.max(stability, LEAST_STABILITY), difficulty, rating, at);
    }

    /** The probability that it is recalled, after the whole days that have passed since it was rated: (1 + F t/S)^−w₂₀. */
    public static double recall(Memory memory, Instant at) {
        long days = Math.max(0, Duration.between(memory.last(), at).toDays());
        return StrictMath.pow(1 + FACTOR * days / memory.stability(), DECAY);
    }

    private static Memory scheduled(
            Phase phase, int step, double stability, double difficulty, Rating rating, Instant at) {
        List<Duration> steps = phase == Phase.LEARNING ? LEARNING : RELEARNING;
        if (phase == Phase.REVIEW && rating == Rating.AGAIN) {
            return new Memory(Phase.RELEARNING, 0, stability, difficulty, at, at.plus(steps.getFirst()));
        }
        boolean through = rating == Rating.EASY || (rating == Rating.GOOD && step + 1 >= steps.size());
        if (phase == Phase.REVIEW || through) {
            return new Memory(Phase.REVIEW, 0, stability, difficulty, at, at.plus(days(stability)));
        }
        int next = switch (rating) {
            case AGAIN -> 0;
            case HARD -> step;
            case GOOD, EASY -> step + 1;
        };
        Duration interval = rating == Rating.HARD && step == 0 ? hardFirst(steps) : steps.get(next);
        return new Memory(phase, next, stability, difficulty, at, at.plus(interval));
    }

    /** Between the first step and the second; half as long again where there is only one. */
    private static Duration hardFirst(List<Duration> steps) {
        return steps.size() == 1
                ? steps.getFirst().multipliedBy(3).dividedBy(2)
                : steps.getFirst().plus(steps.get(1)).dividedBy(2);
    }

    /** Until the probability of recall is {@link #RETENTION}. */
    private static Duration days(double stability) {
        double days = Math.rint(stability / FACTOR * (StrictMath.pow(RETENTION, 1 / DECAY) - 1));
        return Duration.ofDays((long) Math.clamp(days, 1, LONGEST_DAYS));
    }

    private static double sameDay(double stability, Rating rating) {
        double growth = StrictMath.exp(w(17) * (rating.number() - 3 + w(18))) * StrictMath.pow(stability, -w(19));
        return stability * (rating.compareTo(Rating.GOOD) >= 0 ? Math.max(growth, 1) : growth);
    }

    private static double later(Memory memory, Rating rating, double recall) {
        double stability = memory.stability();
        if (rating == Rating.AGAIN) {
            double forgotten = w(11)
                    * StrictMath.pow(memory.difficulty(), -w(12))
                    * (StrictMath.pow(stability + 1, w(13)) - 1)
                    * StrictMath.exp((1 - recall) * w(14));
            return Math.min(forgotten, stability / StrictMath.exp(w(17) * w(18)));
        }
        double penalty = rating == Rating.HARD ? w(15) : 1;
        double bonus = rating == Rating.EASY ? w(16) : 1;
        return stability
                * (1
                        + StrictMath.exp(w(8))
                                * (11 - memory.difficulty())
                                * StrictMath.pow(stability, -w(9))
                                * (StrictMath.exp((1 - recall) * w(10)) - 1)
                                * penalty
                                * bonus);
    }

    private static double initialDifficulty(Rating rating) {
        return w(4) - StrictMath.exp(w(5) * (rating.number() - 1)) + 1;
    }

    /** Moves less the nearer it is to the top, and always a little towards that of an easy start. */
    private static double difficulty(double difficulty, Rating rating) {
        double change = -w(6) * (rating.number() - 3);
        double damped = difficulty + (MOST_DIFFICULTY - difficulty) * change / (MOST_DIFFICULTY - LEAST_DIFFICULTY);
        return bounded(w(7) * initialDifficulty(Rating.EASY) + (1 - w(7)) * damped);
    }

    private static double bounded(double difficulty) {
        return Math.clamp(difficulty, LEAST_DIFFICULTY, MOST_DIFFICULTY);
    }

    private static double w(int parameter) {
        return W.get(parameter);
    }
}
