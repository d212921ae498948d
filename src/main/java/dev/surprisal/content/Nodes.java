package dev.surprisal.content;

import dev.surprisal.content.markdown.Container;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Ways through a tree of nodes. */
final class Nodes {

    private Nodes() {}

    static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** Visits {@code root} and everything below it in reading order, however deep. */
    static void walk(Node root, Consumer<Node> visitor) {
        var pending = new ArrayDeque<Node>();
        pending.push(root);
        while (!pending.isEmpty()) {
            Node node = pending.pop();
            visitor.accept(node);
            for (Node child = node.getLastChild(); child != null; child = child.getPrevious()) {
                pending.push(child);
            }
        }
    }

    /** Whether something stands in a container that does not end where it should: it may not belong into it, and nothing is said of it. */
    static boolean isInBroken(Node node) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Container container && (!container.closed() || container.crowded())) {
                return true;
            }
        }
        return false;
    }

    /** Whether something stands in a container of a kind. */
    static boolean isWithin(Node node, String kind) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Container container && container.kind().text().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /** Where a node starts in the file; a node that is made of others starts where the first of them does. */
    static int offset(Node node) {
        for (Node at = node; at != null; at = at.getFirstChild()) {
            List<SourceSpan> spans = at.getSourceSpans();
            if (!spans.isEmpty()) {
                return spans.getFirst().getInputIndex();
            }
        }
        Node parent = node.getParent();
        return parent == null ? 0 : offset(parent);
    }

    /** The text of a paragraph as it was written, its lines joined by line feeds. */
    static String source(Node paragraph, SourceFile file) {
        var source = new StringBuilder();
        for (SourceSpan span : paragraph.getSourceSpans()) {
            String line = file.text().substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
            // The line that closes the container around it counts as the paragraph's too
            if (!line.startsWith(":::")) {
                source.append(source.isEmpty() ? "" : "\n").append(line);
            }
        }
        return source.toString();
    }

    /** Where it ends. */
    static int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return offset(node);
        }
        SourceSpan last = spans.getLast();
        return last.getInputIndex() + last.getLength();
    }
}
