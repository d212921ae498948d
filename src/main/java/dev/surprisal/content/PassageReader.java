package dev.surprisal.content;

import dev.surprisal.content.Passage.Kind;
import dev.surprisal.content.Passage.Piece;
import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.DisplayFormula;
import dev.surprisal.content.markdown.InlineFormula;
import dev.surprisal.content.markdown.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Takes the passages out of a tree. */
final class PassageReader {

    private final SourceFile file;
    private final List<Passage> passages = new ArrayList<>();

    PassageReader(SourceFile file) {
        this.file = file;
    }

    List<Passage> read(Node document) {
        Nodes.walk(document, node -> {
            switch (node) {
                case Paragraph _, Heading _, TableBlock _, DisplayFormula _ -> {
                    if (!Nodes.isInBroken(node)) {
                        passage(node);
                    }
                }
                default -> {}
            }
        });
        return passages;
    }

    private void passage(Node passage) {
        var pieces = new ArrayList<Piece>();
        Nodes.walk(passage, node -> {
            switch (node) {
                case Text text -> pieces.add(piece(Kind.TEXT, SourceText.of(text.getLiteral(), Nodes.offset(text))));
                case Code code -> pieces.add(piece(Kind.CODE, CodeSource.of(code, file)));
                case InlineFormula formula -> pieces.add(piece(Kind.FORMULA, formula.latex()));
                case DisplayFormula formula -> pieces.add(piece(Kind.FORMULA, formula.latex()));
                case SoftLineBreak _, HardLineBreak _, TableCell _ -> pieces.add(space(node));
                default -> {}
            }
        });
        passages.add(
                new Passage(question(passage), passage instanceof Heading heading ? heading.getLevel() : 0, pieces));
    }

    private static String question(Node passage) {
        for (Node above = passage.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Container container && container.kind().text().equals("question")) {
                SourceText id = container.attributes().id();
                return id == null ? "" : id.text();
            }
        }
        return "";
    }

    private Piece space(Node node) {
        return piece(Kind.TEXT, SourceText.of(" ", Nodes.offset(node)));
    }

    private Piece piece(Kind kind, SourceText source) {
        return new Piece(kind, source, file);
    }
}
