package dev.surprisal.check;

import dev.surprisal.content.Question;
import java.util.stream.IntStream;

/** How a message names a variant, and which variants are looked at where all would take too long. */
final class Variants {

    /** Formulas are typeset on so many. */
    private static final int MOST = 50;

    private Variants() {}

    /** "on the variant a = 0.6: ", or nothing for a question that is always the same. */
    static String on(Question question, int variant) {
        return question.variation().varies()
                ? "on the variant " + question.variation().described(variant) + ": "
                : "";
    }

    /** All variants where there are few, otherwise some from the first to the last. */
    static int[] some(Question question) {
        return some(question, MOST);
    }

    /** The same with at most so many. */
    static int[] some(Question question, int most) {
        int all = question.variation().size();
        int some = Math.min(most, all);
        return IntStream.range(0, some)
                .map(i -> some == 1 ? 0 : (int) ((long) i * (all - 1) / (some - 1)))
                .toArray();
    }
}
