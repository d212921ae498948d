package dev.surprisal.content;

import dev.surprisal.content.markdown.SourceText;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.SourceSpan;

/** What stands between the backticks of a code span, with its places: the node itself has only the text. */
final class CodeSource {

    private CodeSource() {}

    static SourceText of(Code code, SourceFile file) {
        var raw = new SourceText.Builder();
        List<SourceSpan> spans = code.getSourceSpans();
        for (int i = 0; i < spans.size(); i++) {
            int start = spans.get(i).getInputIndex();
            if (i > 0) {
                raw.replacement(" ", start); // a line break in code is a space
            }
            raw.append(file.text().substring(start, start + spans.get(i).getLength()), start);
        }
        SourceText all = raw.build();
        int ticks = 0;
        while (ticks < all.text().length() && all.text().charAt(ticks) == '`') {
            ticks++;
        }
        if (all.text().length() >= 2 * ticks) {
            var inside = all.substring(ticks, all.text().length() - ticks);
            int start = inside.text().indexOf(code.getLiteral());
            if (start >= 0) {
                return inside.substring(start, start + code.getLiteral().length());
            }
        }
        return SourceText.of(code.getLiteral(), Nodes.offset(code));
    }
}
