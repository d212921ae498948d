package dev.surprisal.content;

import dev.surprisal.content.markdown.InlineFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Writes tables, and finds what a bar in a formula or a wrong number of columns does to them. */
final class TableRenderer {

    private static final Pattern DELIMITERS = Pattern.compile("[ \t]*+\\|[ \t|:-]++");

    private final SourceFile file;
    private final InlineRenderer inline;

    TableRenderer(SourceFile file, InlineRenderer inline) {
        this.file = file;
        this.inline = inline;
    }

    void write(TableBlock table, Where where, HtmlWriter out) {
        out.open("div", "class", "table", "role", "region", "tabindex", "0", "aria-label", label(table))
                .open("table")
                .line();
        for (Node part : Nodes.children(table)) {
            String tag = part instanceof TableHead ? "thead" : "tbody";
            out.open(tag).line();
            for (Node row : Nodes.children(part)) {
                row((TableRow) row, where, out);
            }
            out.close(tag).line();
        }
        out.close("table").close("div").line();
    }

    /** Says what the table is about: the words of its head. */
    private static String label(TableBlock table) {
        var columns = new ArrayList<String>();
        Nodes.walk(table.getFirstChild(), node -> {
            if (node instanceof TableCell cell && isWords(cell)) {
                columns.add(InlineRenderer.plain(cell).strip());
            }
        });
        return columns.isEmpty() ? "Table" : "Table: " + String.join(", ", columns);
    }

    private static boolean isWords(TableCell cell) {
        return cell.getFirstChild() instanceof Text
                && Nodes.children(cell).stream().noneMatch(InlineFormula.class::isInstance);
    }

    /** A head that is a formula, in words: what listens to the page may not read formulas. */
    private static String spoken(TableCell cell) {
        return InlineRenderer.plain(cell)
                .replaceAll("\\\\p(data|model)", "p of the $1")
                .replaceAll("[\\\\{}$]", " ")
                .replaceAll(" +", " ")
                .strip();
    }

    private void row(TableRow row, Where where, HtmlWriter out) {
        int bar = barInFormula(row);
        if (bar >= 0) {
            file.report(
                    Rule.TABLE,
                    bar,
                    "a bar in a formula or in code cuts the cell of a table; in a formula write \\mid or \\Vert");
            return; // the cells are in pieces, and so would be the complaints about them
        }
        out.open("tr");
        for (Node node : Nodes.children(row)) {
            var cell = (TableCell) node;
            // An empty corner heads nothing
            boolean heads = cell.isHeader() && cell.getFirstChild() != null;
            String tag = heads ? "th" : "td";
            var attributes = new ArrayList<String>();
            if (heads) {
                attributes.addAll(List.of("scope", "col"));
            }
            if (cell.getAlignment() != null) {
                attributes.addAll(List.of(
                        "class",
                        switch (cell.getAlignment()) {
                            case LEFT -> "align-left";
                            case CENTER -> "align-center";
                            case RIGHT -> "align-right";
                        }));
            }
            out.open(tag, attributes.toArray(String[]::new));
            if (heads && !isWords(cell)) {
                out.open("span", "class", "visually-hidden").text(spoken(cell)).close("span");
                out.open("span", "aria-hidden", "true")
                        .html(inline.html(cell, where))
                        .close("span");
            } else {
                out.html(inline.html(cell, where));
            }
            out.close(tag);
        }
        out.close("tr").line();
    }

    /** The offset of the first bar between dollars or backticks in the line that a row was read from, or −1. */
    private int barInFormula(TableRow row) {
        List<SourceSpan> spans = row.getSourceSpans();
        if (spans.isEmpty()) {
            return -1;
        }
        int start = spans.getFirst().getInputIndex();
        String line = file.text().substring(start, start + spans.getFirst().getLength());
        int opened = -1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (opened < 0 && c == '\\') {
                i++;
            } else if (c == '$' || c == '`') {
                if (opened < 0) {
                    opened = i;
                } else if (line.charAt(opened) == c) {
                    int bar = line.indexOf('|', opened);
                    if (bar >= 0 && bar < i) {
                        return start + bar;
                    }
                    opened = -1;
                }
            }
        }
        return -1;
    }

    /** A paragraph that was meant to be a table: its second line looks like the line under a head. */
    void reportUnrecognised(Paragraph paragraph) {
        List<SourceSpan> spans = paragraph.getSourceSpans();
        if (spans.size() < 2) {
            return;
        }
        SourceSpan second = spans.get(1);
        String line = file.text().substring(second.getInputIndex(), second.getInputIndex() + second.getLength());
        if (line.contains("-") && DELIMITERS.matcher(line).matches()) {
            file.report(
                    Rule.TABLE,
                    Nodes.offset(paragraph),
                    "this is not read as a table: its first line and the line under it have different numbers of cells");
        }
    }
}
