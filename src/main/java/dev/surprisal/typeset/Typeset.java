package dev.surprisal.typeset;

/** What became of a formula. */
public sealed interface Typeset {

    /** HTML for the eye (hidden from screen readers) and MathML for the ear; safe to put into a page. */
    record Html(String html) implements Typeset {}

    /**
     * The formula cannot be typeset.
     *
     * @param message one sentence for the author
     * @param offset of the character that it is about, from 0 to the length of the formula
     */
    record Mistake(String message, int offset) implements Typeset {}
}
