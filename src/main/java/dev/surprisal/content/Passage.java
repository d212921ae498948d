package dev.surprisal.content;

import dev.surprisal.content.markdown.SourceText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A paragraph, a heading or a whole table, piece by piece.
 *
 * @param question the id of the question in which it stands; empty for the text of the lesson
 * @param level of a heading; 0 for what is none
 */
public record Passage(String question, int level, List<Piece> pieces) {

    public Passage {
        pieces = List.copyOf(pieces);
    }

    /** What the pieces say. */
    public enum Kind {
        /** Words. */
        TEXT,
        /** LaTeX, with its computed numbers still in double braces. */
        FORMULA,
        /** A code span: a computed or asserted number in most cases. */
        CODE
    }

    /** A piece that is all of one kind. */
    public static final class Piece {

        private final Kind kind;
        private final SourceText source;
        private final SourceFile file;

        Piece(Kind kind, SourceText source, SourceFile file) {
            this.kind = kind;
            this.source = source;
            this.file = file;
        }

        public Kind kind() {
            return kind;
        }

        public String text() {
            return source.text();
        }

        /** Where a character of the text stands. */
        public SourcePosition position(int index) {
            return file.position(source.offset(index));
        }
    }

    /** All of it as one text: formulas between dollars, code between backticks. */
    public String text() {
        return pieces.stream()
                .map(piece -> switch (piece.kind()) {
                    case TEXT -> piece.text();
                    case FORMULA -> "$" + piece.text() + "$";
                    case CODE -> "`" + piece.text() + "`";
                })
                .collect(Collectors.joining());
    }
}
