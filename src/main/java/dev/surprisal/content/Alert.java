package dev.surprisal.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A quote that opens with {@code [!DEFINITION]} and so on. */
enum Alert {
    NOTE("Note"),
    TIP("Tip"),
    IMPORTANT("Important"),
    WARNING("Warning"),
    PITFALL("Pitfall"),
    DEFINITION("Definition"),
    KEYPOINT("Key point");

    private final String title;

    Alert(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Of its style: {@code alert-definition}. */
    String styleName() {
        return "alert-" + name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Alert::name).toList();
    }

    static Optional<Alert> find(String word) {
        return Arrays.stream(values())
                .filter(alert -> alert.name().equals(word))
                .findFirst();
    }

    /** The word between {@code [!} and {@code ]} in the first line of a quote, if that is all the line says. */
    static Optional<String> word(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph paragraph)
                || !(paragraph.getFirstChild() instanceof Text text)
                || !(text.getNext() == null || text.getNext() instanceof SoftLineBreak)) {
            return Optional.empty();
        }
        String literal = text.getLiteral().strip();
        return literal.startsWith("[!") && literal.endsWith("]")
                ? Optional.of(literal.substring(2, literal.length() - 1))
                : Optional.empty();
    }

    /** Takes the first line out of the quote. */
    static void removeWord(BlockQuote quote) {
        Node paragraph = quote.getFirstChild();
        Node text = paragraph.getFirstChild();
        if (text.getNext() == null) {
            paragraph.unlink();
        } else {
            text.getNext().unlink();
            text.unlink();
        }
    }
}
