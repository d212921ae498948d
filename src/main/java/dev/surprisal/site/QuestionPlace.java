package dev.surprisal.site;

import dev.surprisal.content.Block;
import dev.surprisal.content.Heading;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.Page;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a question stands in its lesson.
 *
 * @param number as its page counts the questions, from 1
 * @param section the heading of the second level above it, if there is one
 */
record QuestionPlace(Question question, PageKind page, int number, Optional<Heading> section) {

    /** All questions of a lesson from the first page to the last. */
    static List<QuestionPlace> of(Lesson lesson) {
        List<QuestionPlace> places = new ArrayList<>();
        lesson.pages().forEach((kind, page) -> addAll(places, kind, page));
        return places;
    }

    private static void addAll(List<QuestionPlace> places, PageKind kind, Page page) {
        Optional<Heading> section = Optional.empty();
        int number = 0;
        for (Block block : page.blocks()) {
            switch (block) {
                case Block.Html(var html) -> {
                    Optional<Heading> opened = opened(page, html);
                    section = opened.isPresent() ? opened : section;
                }
                case Block.QuestionBlock(var question) ->
                    places.add(new QuestionPlace(question, kind, ++number, section));
                case Block.WidgetBlock _, Block.ForInstructors _ -> {}
            }
        }
    }

    private static Optional<Heading> opened(Page page, String html) {
        return page.headings().stream()
                .filter(heading -> heading.level() == 2 && html.startsWith("<h2 id=\"" + heading.id() + "\""))
                .findFirst();
    }
}
