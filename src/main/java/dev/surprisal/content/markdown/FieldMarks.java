package dev.surprisal.content.markdown;

import org.jspecify.annotations.Nullable;

/**
 * Marks the lines of questions that start a field, {@code hint: …}, and blanks, {@code [[= …]]}.
 *
 * <p>For speed commonmark asks nobody whether a line that begins with a letter starts a block. So the first letter of such a line is
 * exchanged for a character of the private use area before the text is parsed; the text keeps its length, and every place in it.
 */
final class FieldMarks {

    private static final char FIRST = '\uE000';

    /** Stands for the first bracket of a blank, which commonmark would take for that of a link. */
    static final char BLANK = '\uE01A';

    private static final String BLANK_OPENS = "[[=";

    private FieldMarks() {}

    /** The text with the first letter of each field marked; lines in fenced code are no fields. */
    static String mark(String text) {
        StringBuilder marked = null;
        int questionColons = 0;
        String fence = "";
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            int feed = text.indexOf('\n', start);
            end = feed < 0 ? text.length() : feed;
            int at = start;
            while (at < end && text.charAt(at) == ' ' && at - start < 3) {
                at++;
            }
            String thisFence = run(text, at, end, '`') + run(text, at, end, '~');
            if (!fence.isEmpty()) {
                boolean closes = thisFence.startsWith(fence)
                        && text.substring(at + thisFence.length(), end).isBlank();
                fence = closes ? "" : fence;
            } else if (thisFence.length() >= 3) {
                fence = thisFence;
            } else {
                String colons = run(text, at, end, ':');
                if (colons.length() >= 3) {
                    String rest = text.substring(at + colons.length(), end).strip();
                    // One of as many colons cannot stand in the one before, whose end is missing
                    if (rest.startsWith("question") && colons.length() >= questionColons) {
                        questionColons = colons.length();
                    } else if (rest.isEmpty() && colons.length() == questionColons) {
                        questionColons = 0;
                    }
                } else if (questionColons > 0 && colon(text, start, end) >= 0) {
                    marked = marked == null ? new StringBuilder(text) : marked;
                    marked.setCharAt(start, (char) (FIRST + text.charAt(start) - 'a'));
                }
                if (questionColons > 0) {
                    marked = markBlanks(text, start, end, marked);
                }
            }
        }
        return marked == null ? text : marked.toString();
    }

    private static @Nullable StringBuilder markBlanks(String text, int start, int end, @Nullable StringBuilder before) {
        StringBuilder marked = before;
        for (int at = text.indexOf(BLANK_OPENS, start); at >= 0 && at < end; at = text.indexOf(BLANK_OPENS, at + 1)) {
            marked = marked == null ? new StringBuilder(text) : marked;
            marked.setCharAt(at, BLANK);
        }
        return marked;
    }

    static boolean isMarked(CharSequence line) {
        return !line.isEmpty() && line.charAt(0) >= FIRST && line.charAt(0) <= FIRST + 'z' - 'a';
    }

    /** The line as it was written. */
    static String restored(CharSequence line) {
        return isMarked(line)
                ? (char) (line.charAt(0) - FIRST + 'a')
                        + line.subSequence(1, line.length()).toString()
                : line.toString();
    }

    /** The index of the colon of a line that is {@code word:} or {@code word: …}, or −1. */
    static int colon(String text, int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
            at++;
        }
        boolean colon = at > start && at < end && text.charAt(at) == ':';
        return colon && (at + 1 == end || text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '\t') ? at : -1;
    }

    private static String run(String text, int from, int end, char c) {
        int at = from;
        while (at < end && text.charAt(at) == c) {
            at++;
        }
        return text.substring(from, at);
    }
}
