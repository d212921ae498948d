package dev.surprisal.site;

import dev.surprisal.learner.Event.Answered;
import java.util.List;

/**
 * How sure somebody can say to be of an answer: in a few steps that are offered, or in any whole percentage.
 *
 * @param percent the probability of being right
 * @param words the same for those who think in words
 */
record Confidence(int percent, String words) {
    private static final List<Confidence> STEPS = List.of(
            new Confidence(10, "hardly"),
            new Confidence(25, "doubtful"),
            new Confidence(50, "as likely as not"),
            new Confidence(75, "likely"),
            new Confidence(90, "very likely"),
            new Confidence(Answered.MOST_CONFIDENT, "all but certain"));

    /** From the least to the most. */
    static List<Confidence> steps() {
        return STEPS;
    }

    /** What a browser has sent, if it is a percentage that can be stated; otherwise 0, nothing was said. */
    static int read(int percent) {
        return percent >= 1 && percent <= Answered.MOST_CONFIDENT ? percent : 0;
    }
}
