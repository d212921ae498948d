package dev.surprisal.content;

/**
 * A warning that the authors of a course have looked at and let stand; {@code course.yaml} gives the reason.
 *
 * @param file in which it is allowed
 * @param words that its message contains; empty for any message
 * @param position where it is allowed
 */
public record Allowance(String rule, String file, String words, SourcePosition position) {

    /** Whether it speaks of a problem. */
    public boolean covers(Problem problem) {
        return !problem.isError()
                && problem.rule().equals(rule)
                && problem.position().file().equals(file)
                && problem.message().contains(words);
    }
}
