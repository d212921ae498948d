package dev.surprisal.content;

import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.SourceText;
import java.util.Map;
import org.commonmark.node.Node;

/** The containers that are folded up until a reader opens them. */
final class Folds {

    private static final Map<String, String> TITLES =
            Map.of("solution", "Solution", "hint", "Hint", "details", "Details");

    private Folds() {}

    static boolean isFold(String kind) {
        return TITLES.containsKey(kind);
    }

    /** What stands on the fold: the author's title or the usual one. */
    static String title(Node node) {
        return node instanceof Container container
                ? container
                        .attributes()
                        .find("title")
                        .map(SourceText::text)
                        .orElse(TITLES.getOrDefault(container.kind().text(), ""))
                : "";
    }
}
