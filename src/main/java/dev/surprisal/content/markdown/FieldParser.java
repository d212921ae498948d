package dev.surprisal.content.markdown;

import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads the fields of a question: a line of it that starts with a small word and a colon, {@code hint: …}, and what follows up to the
 * next field. A field of text may have several paragraphs; a field of data goes on over indented lines.
 */
final class FieldParser extends AbstractBlockParser {

    /** Their text is Markdown; {@code wrong} is an expression, an arrow and Markdown. */
    private static final Set<String> OF_TEXT = Set.of("hint", "solution", "model", "wrong");

    /** They end a paragraph without a blank line between; another word and a colon in its midst is text. */
    private static final Set<String> KNOWN =
            Set.of("vary", "where", "also", "answer", "accept", "mistakes", "wrong", "hint", "solution", "model");

    private static final String ARROW = "->";

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (!startsField(state)) {
                return BlockStart.none();
            }
            String line = FieldMarks.restored(state.getLine().getContent());
            int colon = FieldMarks.colon(line, 0, line.length());
            if (!isInQuestion(matched.getMatchedBlockParser().getBlock(), KNOWN.contains(line.substring(0, colon)))) {
                return BlockStart.none();
            }
            var source = SourceText.of(line, state.getLine().getSourceSpan().getInputIndex());
            var name = source.substring(0, colon);
            boolean text = OF_TEXT.contains(name.text());
            int contentStart = colon + 1;
            SourceText data = source.substring(contentStart, contentStart);
            if (name.text().equals("wrong")) {
                int arrow = line.indexOf(ARROW, contentStart);
                int dataEnd = arrow < 0 ? line.length() : arrow;
                data = source.substring(contentStart, dataEnd).strip();
                contentStart = arrow < 0 ? line.length() : arrow + ARROW.length();
            }
            while (contentStart < line.length() && isSpace(line.charAt(contentStart))) {
                contentStart++;
            }
            return BlockStart.of(new FieldParser(new Field(name, data), text)).atIndex(contentStart);
        }
    }

    private final Field field;
    private final boolean text;
    private final SourceText.Builder data = new SourceText.Builder();

    private FieldParser(Field field, boolean text) {
        this.field = field;
        this.text = text;
    }

    @Override
    public Block getBlock() {
        return field;
    }

    @Override
    public boolean isContainer() {
        return text;
    }

    @Override
    public boolean canContain(Block child) {
        return text;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (startsField(state)) {
            return BlockContinue.none();
        }
        if (!text && (state.isBlank() || state.getIndent() == 0)) {
            return BlockContinue.none();
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        if (!text) {
            data.line(line);
        }
    }

    @Override
    public void closeBlock() {
        SourceText read = data.build().strip();
        // Of nothing at all the data would not know where it stands
        if (!text && !read.isBlank()) {
            field.data(read);
        }
    }

    /** A list goes on until something else starts, and so does a paragraph: the question is around it. */
    private static boolean isInQuestion(Node inmost, boolean known) {
        Node block = known && inmost instanceof Paragraph ? inmost.getParent() : inmost;
        while (block instanceof ListBlock) {
            block = block.getParent();
        }
        return block instanceof Container container
                && (container.kind().text().equals("question")
                        || container.kind().text().equals("part"));
    }

    private static boolean startsField(ParserState state) {
        return state.getIndex() == 0 && FieldMarks.isMarked(state.getLine().getContent());
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
