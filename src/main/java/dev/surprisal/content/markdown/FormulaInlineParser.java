package dev.surprisal.content.markdown;

import java.util.Set;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code $…$} before backslash escapes and emphasis do, so that {@code \,} and {@code a_b} survive. The opening dollar is
 * followed, the closing one preceded by something other than a space; a digit after it makes it an amount of money.
 */
final class FormulaInlineParser implements InlineContentParser {

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new FormulaInlineParser();
        }
    }

    // One parser serves one paragraph. Where one search found no end, no later one will: 50,000 dollars stay linear.
    private boolean noneCloses;
    private boolean noneClosesDisplay;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        scanner.next();
        boolean display = scanner.next('$');
        Position contentStart = scanner.position();
        Position contentEnd = display ? displayEnd(scanner) : end(scanner);
        if (contentEnd == null) {
            scanner.setPosition(start);
            scanner.next();
            Position after = scanner.position();
            return ParsedInline.of(
                    new StrayDollar(
                            SourceText.of(scanner.getSource(start, after)).offset(0)),
                    after);
        }
        SourceLines content = scanner.getSource(contentStart, contentEnd);
        return ParsedInline.of(new InlineFormula(SourceText.of(content), display), scanner.position());
    }

    /** The place of the closing dollar, with the scanner behind it; null where there is none. */
    private @Nullable Position end(Scanner scanner) {
        if (noneCloses || isSpace(scanner.peek())) {
            return null;
        }
        char last = ' ';
        while (scanner.hasNext()) {
            char c = scanner.peek();
            Position here = scanner.position();
            scanner.next();
            if (c == '\\') {
                scanner.next();
                last = c;
                continue;
            }
            if (c == '$' && !isSpace(last) && !isDigit(scanner.peek())) {
                return here;
            }
            last = c;
        }
        noneCloses = true;
        return null;
    }

    private @Nullable Position displayEnd(Scanner scanner) {
        if (noneClosesDisplay) {
            return null;
        }
        boolean empty = true;
        while (scanner.hasNext()) {
            char c = scanner.peek();
            Position here = scanner.position();
            scanner.next();
            if (c == '\\') {
                scanner.next();
            } else if (c == '$' && scanner.next('$')) {
                return empty ? null : here;
            }
            empty = empty && isSpace(c);
        }
        noneClosesDisplay = true;
        return null;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == Scanner.END;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
