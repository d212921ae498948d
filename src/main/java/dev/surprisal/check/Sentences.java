package dev.surprisal.check;

import dev.surprisal.content.Passage;
import dev.surprisal.content.Passage.Piece;
import java.util.ArrayList;
import java.util.List;

/** Cuts a passage into sentences: after a full stop, question mark or exclamation mark in its words that a space follows. */
final class Sentences {

    private Sentences() {}

    /** @param start the first of the pieces and the place in it where the sentence begins */
    record Sentence(String text, Piece first, int start) {}

    static List<Sentence> of(Passage passage) {
        var sentences = new ArrayList<Sentence>();
        var text = new StringBuilder();
        Piece first = null;
        int start = 0;
        for (Piece piece : passage.pieces()) {
            String words = piece.text();
            if (piece.kind() != Passage.Kind.TEXT) {
                if (first == null) {
                    first = piece;
                    start = 0;
                }
                text.append(piece.kind() == Passage.Kind.FORMULA ? "$" + words + "$" : "`" + words + "`");
                continue;
            }
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (first == null && c == ' ') {
                    continue;
                }
                if (first == null) {
                    first = piece;
                    start = i;
                }
                text.append(c);
                boolean end = ".?!".indexOf(c) >= 0 && (i + 1 == words.length() || words.charAt(i + 1) == ' ');
                if (end) {
                    sentences.add(new Sentence(text.toString(), first, start));
                    text.setLength(0);
                    first = null;
                }
            }
        }
        if (first != null) {
            sentences.add(new Sentence(text.toString(), first, start));
        }
        return sentences;
    }
}
