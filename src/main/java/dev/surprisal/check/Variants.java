package dev.surprisal.check;

import dev.surprisal.content.Question;

/** How a message names a variant. */
final class Variants {

    private Variants() {}

    /** "on the variant a = 0.6: ", or nothing for a question that is always the same. */
    static String on(Question question, int variant) {
        return question.variation().varies()
                ? "on the variant " + question.variation().described(variant) + ": "
                : "";
    }
}
