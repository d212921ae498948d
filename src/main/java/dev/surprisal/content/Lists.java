package dev.surprisal.content;

import dev.surprisal.content.markdown.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Cuts what an author lists. */
final class Lists {

    private Lists() {}

    /** The pieces between separators that stand in no bracket and in no quotes. */
    static List<SourceText> split(SourceText source, char separator) {
        String text = source.text();
        var pieces = new ArrayList<SourceText>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (c == separator && depth <= 0) {
                pieces.add(source.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(source.substring(from, text.length()));
        return pieces;
    }
}
