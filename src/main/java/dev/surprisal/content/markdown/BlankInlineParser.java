package dev.surprisal.content.markdown;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads {@code [[= … ]]} before emphasis is read, so that {@code a*b*c} survives. commonmark keeps the square bracket for links, so
 * {@link FieldMarks} has exchanged the first one.
 */
final class BlankInlineParser implements InlineContentParser {

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(FieldMarks.BLANK);
        }

        @Override
        public InlineContentParser create() {
            return new BlankInlineParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position afterMark = scanner.position();
        if (scanner.next('[') && scanner.next('=')) {
            Position start = scanner.position();
            int open = 0;
            while (scanner.hasNext() && scanner.peek() != '\n') {
                Position here = scanner.position();
                char c = scanner.peek();
                scanner.next();
                if (c == '[') {
                    open++;
                } else if (c == ']' && open > 0) {
                    open--;
                } else if (c == ']' && scanner.next(']')) {
                    SourceLines source = scanner.getSource(start, here);
                    return ParsedInline.of(new Blank(SourceText.of(source)), scanner.position());
                }
            }
        }
        return ParsedInline.of(new Text("["), afterMark);
    }
}
