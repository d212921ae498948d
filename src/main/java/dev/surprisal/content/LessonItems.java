package dev.surprisal.content;

import java.util.Collection;
import java.util.List;

/** The questions and widgets of a lesson that could be read, whatever else is wrong in it: so that rules about them need not wait. */
public record LessonItems(List<Question> questions, List<Block.WidgetBlock> widgets) {

    public LessonItems {
        questions = List.copyOf(questions);
        widgets = List.copyOf(widgets);
    }

    static LessonItems of(Collection<Page> pages) {
        return new LessonItems(
                pages.stream().flatMap(page -> page.questions().stream()).toList(),
                pages.stream().flatMap(page -> page.widgets().stream()).toList());
    }
}
