package dev.surprisal.content;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A lesson, ready to be shown.
 *
 * @param title plain text
 * @param summaryHtml one sentence, HTML without a paragraph around it; so are the outcomes
 * @param requires the lessons whose ideas it uses
 * @param pages those that it has, in the order of their kinds; overview and lesson are always there
 * @param cards which its page of practice shows
 * @param pictures that its figures can show
 */
public record Lesson(
        LessonId id,
        String title,
        String summaryHtml,
        List<String> outcomesHtml,
        List<LessonId> requires,
        Minutes minutes,
        Difficulty difficulty,
        Status status,
        Map<PageKind, Page> pages,
        List<Card> cards,
        List<Picture> pictures) {

    public Lesson {
        pictures = List.copyOf(pictures);
        outcomesHtml = List.copyOf(outcomesHtml);
        requires = List.copyOf(requires);
        cards = List.copyOf(cards);
        pages = Collections.unmodifiableMap(new EnumMap<>(pages));
        if (!pages.containsKey(PageKind.OVERVIEW) || !pages.containsKey(PageKind.LESSON)) {
            throw new IllegalArgumentException("a lesson has an overview and a lesson, got " + pages.keySet());
        }
    }

    public Optional<Page> find(PageKind kind) {
        return Optional.ofNullable(pages.get(kind));
    }

    /** The questions of all its pages, in their order. */
    public List<Question> questions() {
        return pages.values().stream()
                .flatMap(page -> page.questions().stream())
                .toList();
    }

    /** The widgets of all its pages, in their order. */
    public List<Block.WidgetBlock> widgets() {
        return pages.values().stream().flatMap(page -> page.widgets().stream()).toList();
    }

    /** A question by itself, a question in parts, or one of its parts. */
    public Optional<Question> find(QuestionId question) {
        return questions().stream()
                .flatMap(each -> Stream.concat(Stream.of(each), each.items().stream()))
                .filter(each -> each.id().equals(question))
                .findFirst();
    }

    public Optional<Block.WidgetBlock> find(WidgetId widget) {
        return widgets().stream().filter(each -> each.id().equals(widget)).findFirst();
    }
}
