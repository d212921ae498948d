package dev.surprisal.content;

import dev.surprisal.expression.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A file of the content folder while it is read: its text, the places in it, and the problems found so far.
 *
 * <p>Used by one thread.
 */
final class SourceFile {

    private static final int MOST_LISTED = 15;

    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final List<Problem> problems = new ArrayList<>();
    private int errors;

    /**
     * @param name relative to the content folder, with slashes
     * @param text its lines end with line feeds
     */
    SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
            }
            starts[lines++] = i + 1;
        }
        return Arrays.copyOf(starts, lines);
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    SourcePosition position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new SourcePosition(name, line + 1, offset - lineStarts[line] + 1);
    }

    int lines() {
        return lineStarts.length;
    }

    /** Of a line's first character; lines count from 0. */
    int lineStart(int line) {
        return lineStarts[Math.clamp(line, 0, lineStarts.length - 1)];
    }

    void report(Rule rule, int offset, String message) {
        var problem = Problem.of(rule, position(offset), message);
        problems.add(problem);
        errors += problem.isError() ? 1 : 0;
    }

    /** Reports {@code word}, which is none of those known, with the one that was probably meant. */
    void reportUnknown(Rule rule, int offset, String what, String word, Collection<String> known) {
        String meant = Spelling.nearest(word, known)
                .map(found -> " (did you mean " + found + "?)")
                .orElse(known.isEmpty() ? "" : "; there are " + listed(known));
        report(rule, offset, "there is no " + what + " '" + shortened(word) + "'" + meant);
    }

    private static String listed(Collection<String> known) {
        int more = known.size() - MOST_LISTED;
        return String.join(", ", known.stream().limit(MOST_LISTED).toList())
                + (more > 0 ? " and " + more + " more" : "");
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean hasErrors() {
        return errors > 0;
    }

    /** How many problems there are so far. */
    int reported() {
        return problems.size();
    }

    /** How many of them are errors. */
    int errors() {
        return errors;
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
