package dev.surprisal.content;

import org.commonmark.node.Node;

/**
 * Something that a link can point to.
 *
 * @param number among its kind in the lesson, from 1
 */
record Target(String id, Kind kind, Place place, int number, Node node) {

    enum Kind {
        EQUATION,
        HEADING,
        QUESTION,
        WIDGET,
        STEPS,
        FOLD
    }

    /** The page it stands on. */
    enum Place {
        OVERVIEW,
        LESSON
    }
}
