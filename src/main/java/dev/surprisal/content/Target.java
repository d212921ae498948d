package dev.surprisal.content;

import org.commonmark.node.Node;

/**
 * Something that a link can point to.
 *
 * @param place the page it stands on
 * @param number among its kind on that page, from 1
 * @param offset where its id is written
 */
record Target(String id, Kind kind, PageKind place, int number, Node node, SourceFile file, int offset) {

    enum Kind {
        EQUATION,
        HEADING,
        QUESTION,
        WIDGET,
        STEPS,
        FIGURE,
        CLAIM,
        FOLD,
        CARD
    }

    /** Whether learners' work is kept under its id: such an id is unique in the course and is never used again. */
    boolean isKept() {
        return kind == Kind.QUESTION || kind == Kind.WIDGET || kind == Kind.CARD || kind == Kind.CLAIM;
    }
}
