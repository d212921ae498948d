package dev.surprisal.content.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * What stands in braces behind a heading, a formula, an option or a container's kind: {@code {#kl-workbench kind=kl-discrete
 * p="[0.5, 0.5]"}}.
 *
 * @param id without the {@code #}; null where there is none
 * @param entries in the order in which they are written
 * @param faults what could not be read
 */
public record Attributes(@Nullable SourceText id, List<Entry> entries, List<Fault> faults) {

    /** {@code name=value}, the value without its quotes. */
    public record Entry(SourceText name, SourceText value) {}

    /** Something unreadable and its offset in the file. */
    public record Fault(String message, int offset) {}

    public static final Attributes NONE = new Attributes(null, List.of(), List.of());

    public Attributes {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    public Optional<SourceText> find(String name) {
        return entries.stream()
                .filter(entry -> entry.name().text().equals(name))
                .map(Entry::value)
                .findFirst();
    }

    /** Reads {@code {…}}, braces included; {@code braced} starts and ends with them. */
    static Attributes parse(SourceText braced) {
        return new Reader(braced).read();
    }

    /** For text where only {@code {…}} may stand. */
    static Attributes unexpected(SourceText text) {
        return new Attributes(
                null, List.of(), List.of(new Fault("only {#id} may follow here, got " + text, text.offset(0))));
    }

    /** For a brace without its partner. */
    static Attributes unclosed(SourceText braced) {
        return new Attributes(null, List.of(), List.of(new Fault("this brace is not closed", braced.offset(0))));
    }

    /**
     * Reads the braces that end a text, {@code Title {#id}}, and takes them out of it. Empty where it does not end with any.
     *
     * @param text with source spans
     */
    public static Optional<Attributes> takeAtEnd(Text text) {
        String literal = text.getLiteral().stripTrailing();
        int open = literal.lastIndexOf('{');
        if (open < 0 || !literal.endsWith("}") || !startsAttributes(literal, open)) {
            return Optional.empty();
        }
        List<SourceSpan> spans = text.getSourceSpans();
        int end = spans.isEmpty()
                ? literal.length()
                : spans.getLast().getInputIndex() + spans.getLast().getLength();
        // Counted from the end: an escaped character further left makes the text shorter than its source
        int offset = end - (text.getLiteral().length() - open);
        var attributes = parse(SourceText.of(literal.substring(open), offset));
        text.setLiteral(literal.substring(0, open).stripTrailing());
        return Optional.of(attributes);
    }

    private static boolean startsAttributes(String text, int open) {
        char first = text.charAt(open + 1);
        return first == '#' || (first >= 'a' && first <= 'z' && text.indexOf('=', open) > 0);
    }

    private static final class Reader {

        private final SourceText source;
        private final String text;
        private final int end;
        private int at = 1;

        private @Nullable SourceText id;
        private final List<Entry> entries = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        Reader(SourceText braced) {
            source = braced;
            text = braced.text();
            end = text.length() - 1;
        }

        Attributes read() {
            for (skipSpaces(); at < end && faults.isEmpty(); skipSpaces()) {
                if (text.charAt(at) == '#') {
                    readId();
                } else {
                    readEntry();
                }
            }
            return new Attributes(id, entries, faults);
        }

        private void readId() {
            int start = ++at;
            while (at < end && !isSpace(text.charAt(at))) {
                at++;
            }
            if (id != null) {
                fault("a second id", start - 1);
            } else {
                id = source.substring(start, at);
            }
        }

        private void readEntry() {
            int start = at;
            while (at < end && isNamePart(text.charAt(at))) {
                at++;
            }
            int nameEnd = at;
            if (nameEnd == start || at >= end || text.charAt(at) != '=') {
                fault("expected #id or name=value", start);
                return;
            }
            at++;
            SourceText value = at < end && text.charAt(at) == '"' ? quoted() : bare();
            if (faults.isEmpty()) {
                entries.add(new Entry(source.substring(start, nameEnd), value));
            }
        }

        private SourceText quoted() {
            int start = ++at;
            int close = text.indexOf('"', start);
            if (close < 0 || close > end) {
                fault("this quote is not closed", start - 1);
                return source.substring(start, start);
            }
            at = close + 1;
            if (at < end && !isSpace(text.charAt(at))) {
                fault("expected a space after the value", at);
            }
            return source.substring(start, close);
        }

        private SourceText bare() {
            int start = at;
            while (at < end && !isSpace(text.charAt(at))) {
                if ("[](),\"{}".indexOf(text.charAt(at)) >= 0) {
                    fault("a value with spaces, commas or brackets stands in double quotes", start);
                    return source.substring(start, at);
                }
                at++;
            }
            if (at == start) {
                fault("expected a value after =", start);
            }
            return source.substring(start, at);
        }

        private void fault(String message, int index) {
            faults.add(new Fault(message, source.offset(index)));
        }

        private void skipSpaces() {
            while (at < end && isSpace(text.charAt(at))) {
                at++;
            }
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t';
        }

        private static boolean isNamePart(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        }
    }
}
