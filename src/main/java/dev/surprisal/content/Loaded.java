package dev.surprisal.content;

import java.util.List;
import java.util.Map;

/**
 * What came out of reading a content folder: the course as far as it can be shown, and all problems in reading order. A lesson with an
 * error is not in the course.
 *
 * @param folders in which the lessons stand, those with errors included, with a slash at the end: {@code lessons/example/}
 */
public record Loaded(Course course, List<Problem> problems, Map<LessonId, String> folders) {

    public Loaded {
        problems = problems.stream().sorted().distinct().toList();
        folders = Map.copyOf(folders);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
