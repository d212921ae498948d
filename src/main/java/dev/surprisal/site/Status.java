package dev.surprisal.site;

import java.util.List;

/**
 * What a learner is to see of a question now. Nothing in it that is not yet due.
 *
 * @param item the question's id
 * @param html the verdict with all that is due, safe HTML; empty while nothing has been said
 * @param outcome open, right, wrong, kept, unreadable or changed; later for what is to be asked again in a while, late for what can
 *     no longer be taken back, reported for a report that is kept
 * @param closed whether all there is to know about the question is shown
 * @param element what is to stand in the place of the whole question, safe HTML; empty where only the verdict changes
 * @param marks the marks of the contents tree that may have changed
 */
record Status(String item, String html, String outcome, boolean closed, String element, List<Mark> marks) {

    Status {
        marks = List.copyOf(marks);
    }

    Status with(List<Mark> changed) {
        return new Status(item, html, outcome, closed, element, changed);
    }

    /** A mark in the contents tree: the id of its element and the HTML inside. */
    record Mark(String id, String state, String html) {}
}
