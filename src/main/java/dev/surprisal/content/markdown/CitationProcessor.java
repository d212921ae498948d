package dev.surprisal.content.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/** Takes brackets that start with an at sign, and that no address follows, for a citation. */
final class CitationProcessor implements LinkProcessor {

    private static final char SIGN = '@';

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        String text = link.text();
        List<SourceSpan> bracket = link.openingBracket().getSourceSpans();
        boolean citation = !text.isEmpty() && text.charAt(0) == SIGN && !bracket.isEmpty();
        if (!citation || link.marker() != null || link.destination() != null || link.label() != null) {
            return LinkResult.none();
        }
        int offset = bracket.getFirst().getInputIndex();
        return LinkResult.replaceWith(
                new Citation(works(SourceText.of(text, offset + 1)), offset), link.afterTextBracket());
    }

    private static List<Citation.Work> works(SourceText source) {
        var works = new ArrayList<Citation.Work>();
        String text = source.text();
        int end;
        for (int start = 0; start <= text.length(); start = end + 1) {
            int semicolon = text.indexOf(';', start);
            end = semicolon < 0 ? text.length() : semicolon;
            var work = source.substring(start, end).strip();
            int comma = work.text().indexOf(',');
            int keyEnd = comma < 0 ? work.text().length() : comma;
            int keyStart = work.text().startsWith(String.valueOf(SIGN)) ? 1 : 0;
            int locatorStart = comma < 0 ? work.text().length() : comma + 1;
            works.add(new Citation.Work(
                    work.substring(Math.min(keyStart, keyEnd), keyEnd).strip(),
                    work.substring(locatorStart, work.text().length()).strip()));
        }
        return works;
    }
}
