package dev.surprisal.recall;

import java.time.Instant;

/**
 * What is known of how well one thing is remembered.
 *
 * @param step how far it is in the steps of its phase, from 0; 0 in {@link Phase#REVIEW}
 * @param stability the days after which the probability to recall it has fallen to nine in ten
 * @param difficulty from 1 to 10
 * @param last when it was rated last
 * @param due when it should be asked again
 */
public record Memory(Phase phase, int step, double stability, double difficulty, Instant last, Instant due) {

    /** Where it is on its way. */
    public enum Phase {
        /** Met for the first time, asked again within minutes. */
        LEARNING,
        /** Asked again after days. */
        REVIEW,
        /** Forgotten after it was known, asked again within minutes. */
        RELEARNING
    }

    public Memory {
        if (!(stability > 0 && difficulty >= 1 && difficulty <= 10 && step >= 0)) {
            throw new IllegalArgumentException("a memory has a stability > 0 and a difficulty from 1 to 10, got "
                    + stability + " and " + difficulty);
        }
    }

    /** Whether it should be asked by now. */
    public boolean isDue(Instant now) {
        return !due.isAfter(now);
    }
}
