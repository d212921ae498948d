package dev.surprisal.typeset;

/**
 * What is to be typeset.
 *
 * @param latex without the dollar signs
 * @param display whether it stands on a line of its own
 */
public record Formula(String latex, boolean display) {

    /** No formula in a lesson comes near; longer ones are refused before they cost time. */
    public static final int MAX_LENGTH = 2000;
}
