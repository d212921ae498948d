package dev.surprisal.site;

import dev.surprisal.content.Lesson;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Question;
import dev.surprisal.learner.Progress;
import dev.surprisal.site.Status.Mark;
import java.util.List;

/** The mark of a lesson in the contents tree: new, begun with the share of its questions done, or done. */
final class Marks {

    private Marks() {}

    static Mark of(Lesson lesson, Progress progress) {
        String id = "mark-" + lesson.id();
        List<Question> questions = lesson.questions();
        long done = questions.stream()
                .filter(question -> isDone(question, progress))
                .count();
        boolean read = progress.visited(lesson.id().value(), PageKind.LESSON.word());
        boolean opened = done > 0
                || lesson.pages().keySet().stream()
                        .anyMatch(page -> progress.visited(lesson.id().value(), page.word()));
        if (!opened) {
            return new Mark(id, "new", "");
        }
        if (done == questions.size() && (done > 0 || read)) {
            return new Mark(id, "done", render(false, 100, done == 0 ? "read" : "all questions done"));
        }
        String words = done == 0 ? "opened" : done + " of " + questions.size() + " questions done";
        int percent = questions.isEmpty() ? 0 : (int) (100 * done / questions.size());
        return new Mark(id, "begun", render(true, percent, words));
    }

    /** Whether a question was finished on some variant, with all of its parts. */
    static boolean isDone(Question question, Progress progress) {
        return question.items().stream()
                .allMatch(item -> progress.closed(item.id().value()));
    }

    private static String render(boolean begun, int percent, String words) {
        return Templates.render("mark", new Ring(begun, !begun, percent, words));
    }

    private record Ring(boolean begun, boolean done, int percent, String words) {}
}
