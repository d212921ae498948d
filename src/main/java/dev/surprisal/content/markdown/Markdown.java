package dev.surprisal.content.markdown;

import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The parser of lessons. */
public final class Markdown {

    /** Blocks in blocks, and emphasis in emphasis, that a lesson may have. */
    public static final int MAX_NESTING = 20;

    /** What is nested even deeper is read as text; until then the tree shows that it is too deep. A list counts twice, with its item. */
    private static final int MAX_PARSED = 2 * MAX_NESTING + 2;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.builder().requireTwoTildes(true).build(),
                    AutolinkExtension.create(),
                    FootnotesExtension.create()))
            .customBlockParserFactory(new FieldParser.Factory())
            .customBlockParserFactory(new ContainerParser.Factory())
            .customBlockParserFactory(new FormulaBlockParser.Factory())
            .customInlineContentParserFactory(new FormulaInlineParser.Factory())
            .customInlineContentParserFactory(new BlankInlineParser.Factory())
            .linkProcessor(new CitationProcessor())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(MAX_PARSED)
            .maxInlineNesting(MAX_PARSED)
            .build();

    private Markdown() {}

    /**
     * The tree of a text that starts at {@code offset} of its file and whose lines end with line feeds. Every text has one: there are
     * no syntax errors at this level.
     */
    public static Node parse(String text, int offset) {
        // A blank line as long as what stands before: it means nothing and makes every offset an offset in the file
        String before = offset == 0 ? "" : " ".repeat(offset - 1) + "\n";
        return PARSER.parse(before + FieldMarks.mark(text));
    }
}
