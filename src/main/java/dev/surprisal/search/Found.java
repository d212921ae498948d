package dev.surprisal.search;

import dev.surprisal.content.LessonId;
import dev.surprisal.content.PageKind;

/**
 * A place that a search has found.
 *
 * @param section its id on the page, empty for the top of the page
 * @param titleHtml its heading, with what was searched for inside {@code <mark>}, all else escaped; so is the snippet
 * @param snippetHtml the part of its text that fits best, possibly empty
 */
public record Found(LessonId lesson, PageKind page, Kind kind, String section, String titleHtml, String snippetHtml) {

    /** What stands there. */
    public enum Kind {
        LESSON("Lesson"),
        SECTION("Section"),
        QUESTION("Question"),
        WIDGET("To play with");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Its address below the application's root, without a slash at the front. */
    public String address() {
        return page.address(lesson) + (section.isEmpty() ? "" : "#" + section);
    }
}
