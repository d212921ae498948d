package dev.surprisal.search;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.jsoup.nodes.Entities;

/** Writes a piece of text as HTML: all of it escaped, what was searched for inside {@code <mark>}. */
final class Marked extends PassageFormatter {

    private static final int LONGEST = 320;

    private final boolean whole;

    /** @param whole whether the piece is all of the text, so that nothing is missing before it and behind it */
    Marked(boolean whole) {
        this.whole = whole;
    }

    @Override
    public String format(Passage[] passages, String content) {
        var html = new StringBuilder();
        for (Passage passage : passages) {
            int from = passage.getStartOffset();
            int to = Math.min(passage.getEndOffset(), content.length());
            if (!whole && to - from > LONGEST) {
                // A text without full stops, a table say: around what was found
                int first = passage.getNumMatches() > 0 ? passage.getMatchStarts()[0] : from;
                from = wordStart(content, Math.max(from, first - LONGEST / 3));
                to = wordStart(content, Math.min(to, from + LONGEST));
            }
            if (from > 0) {
                html.append("… ");
            }
            marked(passage, content, from, to, html);
            if (to < content.length() && !whole) {
                html.append(" …");
            }
        }
        return html.toString();
    }

    private static int wordStart(String content, int place) {
        int start = place;
        while (start > 0 && start < content.length() && content.charAt(start - 1) != ' ') {
            start--;
        }
        return start;
    }

    private static void marked(Passage passage, String content, int from, int to, StringBuilder html) {
        int done = from;
        for (int i = 0; i < passage.getNumMatches(); i++) {
            int start = passage.getMatchStarts()[i];
            int end = passage.getMatchEnds()[i];
            // Ways of finding a word overlap
            if (start >= done && end <= to) {
                html.append(Entities.escape(content.substring(done, start)))
                        .append("<mark>")
                        .append(Entities.escape(content.substring(start, end)))
                        .append("</mark>");
                done = end;
            }
        }
        html.append(Entities.escape(content.substring(done, Math.max(done, to)).stripTrailing()));
    }
}
