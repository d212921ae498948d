package dev.surprisal.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A lesson, ready to be shown.
 *
 * @param title plain text
 * @param summaryHtml one sentence, HTML without a paragraph around it; so are the outcomes
 * @param requires the lessons whose ideas it uses
 * @param overview the text before the first second-level heading
 * @param lesson the rest
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
        Page overview,
        Page lesson) {

    public Lesson {
        outcomesHtml = List.copyOf(outcomesHtml);
        requires = List.copyOf(requires);
    }

    /** The questions of all its pages, in their order. */
    public List<Question> questions() {
        return Stream.of(overview, lesson)
                .flatMap(page -> page.questions().stream())
                .toList();
    }

    /** The widgets of all its pages, in their order. */
    public List<Block.WidgetBlock> widgets() {
        return Stream.of(overview, lesson)
                .flatMap(page -> page.widgets().stream())
                .toList();
    }

    public Optional<Question> find(QuestionId question) {
        return questions().stream().filter(each -> each.id().equals(question)).findFirst();
    }

    public Optional<Block.WidgetBlock> find(WidgetId widget) {
        return widgets().stream().filter(each -> each.id().equals(widget)).findFirst();
    }
}
