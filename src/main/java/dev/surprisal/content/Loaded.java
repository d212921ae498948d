package dev.surprisal.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came out of reading a content folder: the course as far as it can be shown, and all problems in reading order. A lesson with an
 * error is not in the course.
 *
 * @param unlisted good lessons that stand in no module, and so are not in the course
 * @param folders in which the lessons stand, those with errors included, with a slash at the end: {@code lessons/example/}
 * @param listed the modules with all lessons that {@code course.yaml} lists, whether they can be shown or not
 * @param retired the ids that were used once and never will be again
 */
public record Loaded(
        Course course,
        List<Lesson> unlisted,
        List<Problem> problems,
        Map<LessonId, String> folders,
        List<Listed> listed,
        Set<String> retired) {

    /** A module as it is listed. */
    public record Listed(String title, List<LessonId> lessons) {
        public Listed {
            lessons = List.copyOf(lessons);
        }
    }

    public Loaded {
        unlisted = List.copyOf(unlisted);
        problems = problems.stream().sorted().distinct().toList();
        folders = Map.copyOf(folders);
        listed = List.copyOf(listed);
        retired = Set.copyOf(retired);
    }

    /** A lesson without errors, whether it is in the course or not. */
    public Optional<Lesson> find(LessonId lesson) {
        return course.find(lesson)
                .or(() -> unlisted.stream()
                        .filter(each -> each.id().equals(lesson))
                        .findFirst());
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
