package dev.surprisal.site;

import java.util.function.UnaryOperator;

/**
 * How the forms of a course ask.
 *
 * @param tags what stands for a question or part as it is now, by its id
 * @param confidence whether a form asks how probable it is that its answer is right
 */
record Asking(UnaryOperator<String> tags, boolean confidence) {

    /** Of a form by itself: no answer to it would be taken. */
    static Asking nobody(boolean confidence) {
        return new Asking(_ -> "", confidence);
    }
}
