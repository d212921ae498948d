package dev.surprisal.content;

import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.SourceText;
import org.commonmark.node.Node;

/**
 * Something that a link can point to.
 *
 * @param place the page it stands on
 * @param number among its kind on that page, from 1
 */
record Target(String id, Kind kind, PageKind place, int number, Node node, SourceFile file) {

    enum Kind {
        EQUATION,
        HEADING,
        QUESTION,
        WIDGET,
        STEPS,
        FOLD
    }

    /** Whether learners' work is kept under its id: such an id is unique in the course and is never used again. */
    boolean isKept() {
        return kind == Kind.QUESTION || kind == Kind.WIDGET;
    }

    /** Where its id is written; of a heading or formula, where it begins. */
    int offset() {
        SourceText id =
                node instanceof Container container ? container.attributes().id() : null;
        return id == null ? Nodes.offset(node) : id.offset(0);
    }
}
