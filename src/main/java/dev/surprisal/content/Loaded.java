package dev.surprisal.content;

import java.util.List;

/**
 * What came out of reading a content folder: the course as far as it can be shown, and all problems in reading order. A lesson with an
 * error is not in the course.
 */
public record Loaded(Course course, List<Problem> problems) {

    public Loaded {
        problems = problems.stream().sorted().distinct().toList();
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
