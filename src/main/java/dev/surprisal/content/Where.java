package dev.surprisal.content;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands while it is written.
 *
 * @param place the page
 * @param top directly on the page, and not inside of something else
 * @param footnotes those of the page; null where none can be referred to, as in a question
 * @param inserts those of the question it belongs to; null outside of questions
 */
record Where(
        PageKind place,
        boolean top,
        @Nullable Footnotes footnotes,
        @Nullable Inserts inserts) {

    static Where page(PageKind place, Footnotes footnotes) {
        return new Where(place, true, footnotes, null);
    }

    Where inside() {
        return new Where(place, false, footnotes, inserts);
    }

    Where withoutFootnotes() {
        return new Where(place, false, null, null);
    }

    Where in(Inserts question) {
        return new Where(place, false, null, question);
    }

    /** In what is shown with a question, in part long after the page. */
    boolean inQuestion() {
        return footnotes == null;
    }
}
