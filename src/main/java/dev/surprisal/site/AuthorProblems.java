package dev.surprisal.site;

import dev.surprisal.content.Lesson;
import dev.surprisal.content.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Problems as an author reads them.
 *
 * @param words how many there are
 * @param note what that means for readers, possibly nothing
 */
record AuthorProblems(String words, String note, List<Line> items) {

    /** Where it is, which rule it breaks, what is wrong and what to do. */
    record Line(String place, String severity, String rule, String message) {}

    /** What an author has to mend in a lesson; nothing for anybody else. */
    static Optional<AuthorProblems> find(Sight sight, Lesson lesson) {
        List<Problem> problems = sight.author() ? sight.edition().problems(lesson.id()) : List.of();
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        boolean errors = problems.stream().anyMatch(Problem::isError);
        return Optional.of(of(
                problems,
                errors
                        ? "Readers see this lesson as it was before, until its errors are mended."
                        : "Readers see the lesson as it is."));
    }

    static AuthorProblems of(List<Problem> problems, String note) {
        return new AuthorProblems(
                count(problems),
                note,
                problems.stream()
                        .map(problem -> new Line(
                                problem.position().toString(),
                                problem.severity().toString(),
                                problem.rule(),
                                problem.message()))
                        .toList());
    }

    /** "No problems", "1 error", "2 errors, 1 warning". */
    static String count(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.size() - errors;
        if (problems.isEmpty()) {
            return "No problems";
        }
        if (errors == 0) {
            return plural(warnings, "warning");
        }
        return warnings == 0 ? plural(errors, "error") : plural(errors, "error") + ", " + plural(warnings, "warning");
    }

    private static String plural(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
