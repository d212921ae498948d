package dev.surprisal.content;

import dev.surprisal.content.markdown.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads the pairs of a question: {@code - flow -> exact likelihood}, a word on each in a quote under it. */
final class PairReader {

    private static final String ARROW = "->";
    private static final int MOST = 12;

    private final SourceFile file;
    private final BlockRenderer blocks;
    private final Inserts inserts;
    private final Where where;

    PairReader(SourceFile file, BlockRenderer blocks, Inserts inserts, Where where) {
        this.file = file;
        this.blocks = blocks;
        this.inserts = inserts;
        this.where = where;
    }

    Optional<Task> matching(@Nullable BulletList list, int offset) {
        if (list == null) {
            file.report(Rule.OPTIONS, offset, "things to be matched are a list of pairs: - flow -> exact likelihood");
            return Optional.empty();
        }
        var pairs = new ArrayList<Task.Pair>();
        List<Node> items = Nodes.children(list);
        for (Node item : items) {
            Optional<Task.Pair> pair = pair(item);
            pair.ifPresent(found -> {
                if (pairs.stream()
                        .anyMatch(
                                other -> other.left().key().equals(found.left().key()))) {
                    file.report(
                            Rule.OPTIONS,
                            Nodes.offset(item),
                            "this stands here twice: what is matched has one partner");
                } else {
                    pairs.add(found);
                }
            });
        }
        if (pairs.size() < items.size()) {
            return Optional.empty();
        }
        if (pairs.size() < 2 || pairs.size() > MOST) {
            file.report(Rule.OPTIONS, offset, "there are 2 to " + MOST + " pairs, got " + pairs.size());
            return Optional.empty();
        }
        var matching = new Task.Matching(pairs);
        if (matching.choices().size() < 2) {
            file.report(Rule.OPTIONS, offset, "all of these go with the same: nothing is left to be matched");
            return Optional.empty();
        }
        return Optional.of(matching);
    }

    private Optional<Task.Pair> pair(Node item) {
        Node first = item.getFirstChild();
        Text arrow = first instanceof Paragraph ? arrow(first) : null;
        if (!(first instanceof Paragraph paragraph) || arrow == null) {
            file.report(Rule.OPTIONS, Nodes.offset(item), "a pair is written - this -> that");
            return Optional.empty();
        }
        Node feedback = paragraph.getNext();
        if (feedback != null && (!(feedback instanceof BlockQuote) || feedback.getNext() != null)) {
            file.report(
                    Rule.QUESTION,
                    Nodes.offset(feedback instanceof BlockQuote ? feedback.getNext() : feedback),
                    "a pair is one paragraph, with a word on it in one quote under it");
        }
        String source = Nodes.source(paragraph, file);
        int place = place(source, paragraph, arrow);
        var right = new Paragraph();
        cut(arrow, right);
        String leftHtml = blocks.inline().html(paragraph, where);
        String rightHtml = blocks.inline().html(right, where);
        if (leftHtml.isBlank() || rightHtml.isBlank()) {
            file.report(Rule.OPTIONS, Nodes.offset(item), "a pair has something on either side of the arrow");
            return Optional.empty();
        }
        return Optional.of(new Task.Pair(
                new Task.Item(OptionReader.key(source.substring(0, place)), inserts.wording(leftHtml.strip())),
                new Task.Item(
                        OptionReader.key(source.substring(place + ARROW.length())), inserts.wording(rightHtml.strip())),
                feedback instanceof BlockQuote ? inserts.wording(blocks.children(feedback, where)) : null));
    }

    /** The first text of a paragraph with an arrow in it; one in a formula is none. */
    private static @Nullable Text arrow(Node paragraph) {
        for (Node child : Nodes.children(paragraph)) {
            if (child instanceof Text text && text.getLiteral().contains(ARROW)) {
                return text;
            }
        }
        return null;
    }

    /** Where the arrow stands in the source of the paragraph: behind as many others as stand before it in the file. */
    private int place(String source, Node paragraph, Text arrow) {
        int inFile = Nodes.offset(arrow) + arrow.getLiteral().indexOf(ARROW);
        String before = file.text().substring(Nodes.offset(paragraph), inFile);
        int place = source.indexOf(ARROW);
        for (int other = before.indexOf(ARROW); other >= 0; other = before.indexOf(ARROW, other + 1)) {
            place = source.indexOf(ARROW, place + 1);
        }
        return Math.max(0, place);
    }

    /** Moves what stands behind the arrow to another paragraph, and takes the arrow out. */
    private static void cut(Text text, Paragraph right) {
        String literal = text.getLiteral();
        int at = literal.indexOf(ARROW);
        int from = at + ARROW.length();
        while (from < literal.length() && literal.charAt(from) == ' ') {
            from++;
        }
        for (Node next = text.getNext(); next != null; next = text.getNext()) {
            right.appendChild(next); // which takes it away from where it was
        }
        var rest = SourceText.of(literal, Nodes.offset(text)).substring(from, literal.length());
        var behind = new Text(rest.text());
        List<SourceSpan> spans = text.getSourceSpans();
        if (!spans.isEmpty()) {
            behind.setSourceSpans(List.of(
                    spans.getFirst().subSpan(Math.min(from, spans.getFirst().getLength()))));
        }
        right.prependChild(behind);
        text.setLiteral(literal.substring(0, at).stripTrailing());
    }
}
