package dev.surprisal.content.markdown;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Reads {@code $$ … $$ {#label}}, on one line or on several; a blank line ends it in any case. */
final class FormulaBlockParser extends AbstractBlockParser {

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            int start = state.getNextNonSpaceIndex();
            CharSequence line = state.getLine().getContent();
            if (state.getIndent() >= 4 || !startsWithDollars(line, start) || !isBlock(line, start)) {
                return BlockStart.none();
            }
            int offset = state.getLine().getSourceSpan().getInputIndex();
            return BlockStart.of(new FormulaBlockParser(offset + start)).atIndex(start + 2);
        }

        /** Whether nothing but a label follows where the formula ends on its first line: otherwise it belongs to a paragraph. */
        private static boolean isBlock(CharSequence line, int start) {
            int close = closing(line, start + 2);
            if (close < 0) {
                return true;
            }
            String rest = line.subSequence(close + 2, line.length()).toString();
            return rest.isBlank()
                    || (rest.stripLeading().startsWith("{") && rest.strip().endsWith("}"));
        }
    }

    private final DisplayFormula formula;
    private final SourceText.Builder latex = new SourceText.Builder();
    private boolean closed;
    private Attributes attributes = Attributes.NONE;

    private FormulaBlockParser(int offset) {
        formula = new DisplayFormula(offset);
    }

    @Override
    public Block getBlock() {
        return formula;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return closed || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        CharSequence content = line.getContent();
        int close = closing(content, 0);
        if (close < 0) {
            latex.line(line);
            return;
        }
        latex.line(line.substring(0, close));
        closed = true;
        var rest = SourceText.of(content.toString(), line.getSourceSpan().getInputIndex())
                .substring(close + 2, content.length())
                .strip();
        if (rest.text().startsWith("{") && rest.text().endsWith("}")) {
            attributes = Attributes.parse(rest);
        } else if (!rest.text().isEmpty()) {
            attributes = Attributes.unexpected(rest);
        }
    }

    @Override
    public void closeBlock() {
        formula.complete(latex.build().strip(), attributes, closed);
    }

    private static boolean startsWithDollars(CharSequence line, int at) {
        return at + 1 < line.length() && line.charAt(at) == '$' && line.charAt(at + 1) == '$';
    }

    private static int closing(CharSequence line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (startsWithDollars(line, i)) {
                return i;
            }
        }
        return -1;
    }
}
