package dev.surprisal.content;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands while it is written.
 *
 * @param place the page
 * @param top directly on the page, and not inside of something else
 * @param footnotes those of the page; null where none can be referred to, as in a question
 * @param citations those of the page; null where nothing can be cited
 * @param terms those of the page; null where none are explained
 * @param asked the page's citations, for what a question asks, which is read with the page; null outside of questions
 * @param inserts those of the question it belongs to; null outside of questions
 */
record Where(
        PageKind place,
        boolean top,
        @Nullable Footnotes footnotes,
        @Nullable Citations citations,
        @Nullable Inserts inserts,
        @Nullable Terms terms,
        @Nullable Citations asked) {

    static Where page(PageKind place, Footnotes footnotes, Citations citations, Terms terms) {
        return new Where(place, true, footnotes, citations, null, terms, null);
    }

    /** Somewhere that has no foot for notes. */
    static Where apart(PageKind place) {
        return new Where(place, false, null, null, null, null, null);
    }

    Where inside() {
        return new Where(place, false, footnotes, citations, inserts, terms, asked);
    }

    /** Nor works cited: their list stands on the page from the beginning. */
    Where withoutFootnotes() {
        return apart(place);
    }

    Where in(Inserts question) {
        return new Where(place, false, null, null, question, null, citations);
    }

    /** In what a question asks, which may cite a work; what is shown later names it in passing. */
    Where inStem() {
        return new Where(place, false, null, asked, inserts, null, asked);
    }

    /** On the cards of a page, which are all there from the beginning. */
    static Where cards(PageKind place, Citations citations) {
        return new Where(place, false, null, citations, null, null, null);
    }

    /** In what can be pressed itself, as a link: no term opens there. */
    Where withoutTerms() {
        return new Where(place, top, footnotes, citations, inserts, null, asked);
    }

    /** In what is shown with a question, in part long after the page. */
    boolean inQuestion() {
        return footnotes == null;
    }
}
