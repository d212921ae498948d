package dev.surprisal.content;

/**
 * A mistake in the content folder: where it is, which rule it breaks, and one sentence that says what is wrong with which value and
 * what is accepted.
 */
public record Problem(SourcePosition position, Severity severity, String rule, String message)
        implements Comparable<Problem> {

    public static Problem of(Rule rule, SourcePosition position, String message) {
        return new Problem(position, rule.severity(), rule.id(), message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** In the order in which an author reads. */
    @Override
    public int compareTo(Problem other) {
        int byPosition = position.compareTo(other.position);
        if (byPosition != 0) {
            return byPosition;
        }
        int byRule = rule.compareTo(other.rule);
        return byRule != 0 ? byRule : message.compareTo(other.message);
    }

    /** {@code lessons/x/lesson.md:41:7 error widget-range: sd must be > 0, got -1}. */
    @Override
    public String toString() {
        return position + " " + severity + " " + rule + ": " + message;
    }
}
