package dev.surprisal.content.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * A text taken out of a file, possibly in pieces (the lines of a formula without the {@code >} of the quote around it), which still
 * knows where each of its characters stands. Immutable.
 */
public final class SourceText {

    /** {@code length} characters of the text from {@code start} on, which stand at {@code offset} and after it. */
    private record Piece(int start, int length, int offset, boolean fixed) {}

    private final String text;
    private final List<Piece> pieces;

    private SourceText(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /** A text that stands in one piece at {@code offset}. */
    public static SourceText of(String text, int offset) {
        return new Builder().append(text, offset).build();
    }

    /** Lines as commonmark hands them to a parser, joined by line feeds. */
    static SourceText of(SourceLines lines) {
        var builder = new Builder();
        for (SourceLine line : lines.getLines()) {
            builder.line(line);
        }
        return builder.build();
    }

    public String text() {
        return text;
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    /** Where the character at {@code index} stands in the file; the end of the text is a valid index. */
    public int offset(int index) {
        Piece found = new Piece(0, 0, 0, false);
        for (Piece piece : pieces) {
            if (piece.start > index) {
                break;
            }
            found = piece;
        }
        return found.fixed ? found.offset : found.offset + Math.min(index - found.start, found.length);
    }

    public SourceText substring(int from, int to) {
        var kept = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            int start = Math.max(from, piece.start);
            int end = Math.min(to, piece.start + piece.length);
            if (start < end || (start == from && piece.start <= from && from <= piece.start + piece.length)) {
                int offset = piece.fixed ? piece.offset : piece.offset + start - piece.start;
                kept.add(new Piece(start - from, Math.max(0, end - start), offset, piece.fixed));
            }
        }
        return new SourceText(text.substring(from, to), List.copyOf(kept));
    }

    public SourceText strip() {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return substring(from, to);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Puts a text together from pieces of the file and from what replaces some of them. */
    public static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final List<Piece> pieces = new ArrayList<>();

        /** Text that stands at {@code offset}. */
        public Builder append(String piece, int offset) {
            pieces.add(new Piece(text.length(), piece.length(), offset, false));
            text.append(piece);
            return this;
        }

        /** All of {@code other}. */
        public Builder append(SourceText other) {
            for (Piece piece : other.pieces) {
                pieces.add(new Piece(text.length() + piece.start, piece.length, piece.offset, piece.fixed));
            }
            text.append(other.text);
            return this;
        }

        /** Text that stands nowhere: all of it is said to be at {@code offset}, where it came from. */
        public Builder replacement(String piece, int offset) {
            pieces.add(new Piece(text.length(), piece.length(), offset, true));
            text.append(piece);
            return this;
        }

        Builder line(SourceLine line) {
            SourceSpan span = line.getSourceSpan();
            if (!pieces.isEmpty()) {
                text.append('\n');
            }
            return append(line.getContent().toString(), span == null ? 0 : span.getInputIndex());
        }

        public SourceText build() {
            return new SourceText(text.toString(), List.copyOf(pieces));
        }
    }
}
