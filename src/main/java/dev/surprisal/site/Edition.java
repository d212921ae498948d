package dev.surprisal.site;

import dev.surprisal.content.Course;
import dev.surprisal.content.CourseModule;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Status;
import dev.surprisal.content.Task;
import dev.surprisal.question.Definition;
import dev.surprisal.question.Revision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The course at one moment: immutable, replaced as a whole when the content changes.
 *
 * @param forLearners without drafts
 * @param forAuthors with them
 * @param folders of the lessons, also of those that are not shown
 * @param problems of the content as it lies in its folder, also of what is not shown because of them
 */
record Edition(
        Course forLearners,
        Course forAuthors,
        List<Problem> problems,
        Map<LessonId, String> folders,
        Map<String, Known> items) {

    /**
     * A question or part with its semantic revision.
     *
     * @param definition all that decides its verdicts; null where that cannot be written down
     */
    record Known(Question item, String revision, @Nullable Definition definition) {
        static Known of(Question item) {
            Definition definition = item.task() instanceof Task.Parts
                    ? null
                    : Definition.of(item).orElse(null);
            return new Known(item, Revision.of(item), definition);
        }
    }

    Edition {
        problems = List.copyOf(problems);
        items = Map.copyOf(items);
    }

    static Edition of(Loaded loaded) {
        Map<String, Known> items = new HashMap<>();
        loaded.course().lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .flatMap(question -> Stream.concat(Stream.of(question), question.items().stream()))
                .forEach(item -> items.putIfAbsent(item.id().value(), Known.of(item)));
        return new Edition(published(loaded.course()), loaded.course(), loaded.problems(), loaded.folders(), items);
    }

    private static Course published(Course course) {
        List<CourseModule> modules = course.modules().stream()
                .map(module -> new CourseModule(
                        module.title(),
                        module.lessons().stream()
                                .filter(lesson -> lesson.status() == Status.PUBLISHED)
                                .toList()))
                .filter(module -> !module.lessons().isEmpty())
                .toList();
        return course.with(modules);
    }

    Optional<Known> find(String item) {
        return Optional.ofNullable(items.get(item));
    }

    /** The problems in the files of a lesson. */
    List<Problem> problems(LessonId lesson) {
        String folder = folders.get(lesson);
        return folder == null
                ? List.of()
                : problems.stream()
                        .filter(problem -> problem.position().file().startsWith(folder))
                        .toList();
    }

    /** The problems of what is no lesson, or none that is shown to anybody. */
    List<Problem> otherProblems() {
        List<String> shown = forAuthors.lessons().stream()
                .map(lesson -> folders.getOrDefault(lesson.id(), "/"))
                .toList();
        return problems.stream()
                .filter(problem -> shown.stream().noneMatch(problem.position().file()::startsWith))
                .toList();
    }
}
