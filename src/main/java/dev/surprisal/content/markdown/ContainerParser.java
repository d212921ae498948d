package dev.surprisal.content.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code :::kind{…}} up to a line of as many colons; a container in a container is written with fewer. So one that opens with as
 * many colons as one around it, or more, shows that the line that closes that one is missing: it ends there, and nothing behind it is
 * blamed. A part in a question of as many colons can only be meant to stand in it.
 */
final class ContainerParser extends AbstractBlockParser {

    private static final int FEWEST_COLONS = 3;

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            int start = state.getNextNonSpaceIndex();
            CharSequence line = state.getLine().getContent();
            int colons = colons(line, start);
            if (state.getIndent() >= 4 || colons < FEWEST_COLONS) {
                return BlockStart.none();
            }
            int offset = state.getLine().getSourceSpan().getInputIndex();
            var rest = SourceText.of(line.toString(), offset)
                    .substring(start + colons, line.length())
                    .strip();
            if (rest.text().isEmpty()) {
                return BlockStart.of(new StrayFenceParser(offset + start)).atIndex(line.length());
            }
            int brace = rest.text().indexOf('{');
            int kindEnd = brace < 0 ? rest.text().length() : brace;
            var kind = rest.substring(0, kindEnd).strip();
            var container = new Container(kind, attributes(rest, brace), offset + start, colons);
            return BlockStart.of(new ContainerParser(container, colons)).atIndex(line.length());
        }

        private static Attributes attributes(SourceText rest, int brace) {
            if (brace < 0) {
                return Attributes.NONE;
            }
            var braced = rest.substring(brace, rest.text().length());
            return braced.text().endsWith("}") ? Attributes.parse(braced) : Attributes.unclosed(braced);
        }
    }

    private final Container container;
    private final int colons;

    private ContainerParser(Container container, int colons) {
        this.container = container;
        this.colons = colons;
    }

    @Override
    public Block getBlock() {
        return container;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        int start = state.getNextNonSpaceIndex();
        CharSequence line = state.getLine().getContent();
        if (state.getIndent() < 4
                && colons(line, start) == colons
                && line.toString().substring(start + colons).isBlank()
                && !(state.getActiveBlockParser().getBlock() instanceof FencedCodeBlock)) {
            // With parts that are not told from it by their colons, the line closes the part that is open
            if (container.crowded() && openPart() != null) {
                return BlockContinue.atIndex(state.getIndex());
            }
            container.close();
            return BlockContinue.finished();
        }
        int opening = state.getIndent() < 4 ? openingColons(line, start) : 0;
        if (opening >= colons && !(state.getActiveBlockParser().getBlock() instanceof FencedCodeBlock)) {
            if (opening == colons && isPart(line, start + opening) && isQuestion(container)) {
                container.crowd();
            } else {
                return BlockContinue.none();
            }
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    /** The part at the end of the question that no line has closed yet. */
    private @Nullable Container openPart() {
        return container.getLastChild() instanceof Container part && isPart(part) && !part.closed() ? part : null;
    }

    private static boolean isPart(Container container) {
        return container.kind().text().equals("part");
    }

    private static boolean isQuestion(Container container) {
        return container.kind().text().equals("question");
    }

    private static boolean isPart(CharSequence line, int from) {
        String rest = line.subSequence(from, line.length()).toString().strip();
        return rest.equals("part") || rest.startsWith("part{") || rest.startsWith("part ");
    }

    /** The colons of a line that opens a container; 0 for any other line. */
    private static int openingColons(CharSequence line, int from) {
        int colons = colons(line, from);
        boolean opens = colons >= FEWEST_COLONS
                && !line.subSequence(from + colons, line.length()).toString().isBlank();
        return opens ? colons : 0;
    }

    private static int colons(CharSequence line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ':') {
            at++;
        }
        return at - from;
    }

    /** Takes the one line. */
    private static final class StrayFenceParser extends AbstractBlockParser {

        private final StrayFence fence;

        StrayFenceParser(int offset) {
            fence = new StrayFence(offset);
        }

        @Override
        public Block getBlock() {
            return fence;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }
    }
}
