package dev.surprisal.content;

import dev.surprisal.content.markdown.Attributes;
import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.DisplayFormula;
import dev.surprisal.content.markdown.Field;
import dev.surprisal.content.markdown.Markdown;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.content.markdown.StrayFence;
import dev.surprisal.typeset.Typesetter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Writes paragraphs, lists, tables, displayed formulas and the containers that are nothing but text. */
final class BlockRenderer {

    static final List<String> KINDS = List.of(
            "widget", "question", "part", "steps", "solution", "hint", "details", "figure", "claim", "instructor");

    private final LessonSource lesson;
    private final SourceFile file;
    private final InlineRenderer inline;
    private final TableRenderer tables;
    private final Typesetter typesetter;
    private final Addresses addresses;
    private final Map<String, Optional<Picture>> pictures;

    /** What the ids of formulas without a label start with. */
    static final String FORMULA_PREFIX = "formula-";

    private final Set<String> addressed = new HashSet<>();

    /** Containers whose closing lines are still to come, behind that of a container that they were meant to hold. */
    private int cut;

    /** @param pictures of the lesson by their names */
    BlockRenderer(
            LessonSource lesson, InlineRenderer inline, Resources resources, Map<String, Optional<Picture>> pictures) {
        this.lesson = lesson;
        this.pictures = pictures;
        this.file = lesson.file();
        this.inline = inline;
        typesetter = resources.typesetter();
        addresses = resources.addresses();
        tables = new TableRenderer(file, inline);
    }

    InlineRenderer inline() {
        return inline;
    }

    /** One block, complete. */
    String html(Node block, Where where) {
        var out = new HtmlWriter();
        block(block, where, out, 0);
        return out.toString();
    }

    /** All blocks in {@code parent}. */
    String children(Node parent, Where where) {
        return blocks(Nodes.children(parent), where);
    }

    String blocks(List<Node> blocks, Where where) {
        var out = new HtmlWriter();
        for (Node block : blocks) {
            block(block, where, out, 0);
        }
        return out.toString();
    }

    private void within(Node parent, Where where, HtmlWriter out, int depth) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            block(child, where.inside(), out, depth + 1);
        }
    }

    private void block(Node node, Where where, HtmlWriter out, int depth) {
        if (depth > Markdown.MAX_NESTING) {
            file.report(Rule.TOO_MUCH, Nodes.offset(node), "this is nested too deeply");
            return;
        }
        switch (node) {
            case Paragraph paragraph -> paragraph(paragraph, where, out);
            case Heading heading -> heading(heading, where, out);
            case DisplayFormula formula -> display(formula, where, out);
            case BlockQuote quote -> quote(quote, where, out, depth);
            case BulletList list -> list("ul", list, where, out, depth);
            case OrderedList list -> list("ol", list, where, out, depth);
            case FencedCodeBlock code -> code(code.getLiteral(), out);
            case IndentedCodeBlock code -> code(code.getLiteral(), out);
            case ThematicBreak _ -> out.open("hr").line();
            case TableBlock table -> tables.write(table, where.inside(), out);
            case Container container -> container(container, where, out, depth);
            case HtmlBlock html -> InlineRenderer.rawHtml(file, Nodes.offset(html), html.getLiteral());
            case StrayFence fence -> stray(fence);
            case FootnoteDefinition _, LinkReferenceDefinition _ -> {}
            case Field field ->
                file.report(
                        Rule.QUESTION, field.name().offset(0), "the field " + field.name() + " belongs to a question");
            default -> throw new IllegalStateException("unexpected between paragraphs: " + node);
        }
    }

    private void stray(StrayFence fence) {
        if (cut > 0) {
            cut--;
            return;
        }
        file.report(
                Rule.CONTAINER,
                fence.offset(),
                "these colons close nothing; a container in a container is written with fewer colons than the outer one");
    }

    private void paragraph(Paragraph paragraph, Where where, HtmlWriter out) {
        tables.reportUnrecognised(paragraph);
        out.open("p").html(inline.html(paragraph, where)).close("p").line();
    }

    private void heading(Heading heading, Where where, HtmlWriter out) {
        String tag = "h" + heading.getLevel();
        String html = inline.html(heading, where.withoutFootnotes());
        lesson.outline()
                .find(heading)
                .ifPresentOrElse(
                        target -> out.open(tag, "id", target.id())
                                .html(html)
                                .open(
                                        "a",
                                        "class",
                                        "anchor",
                                        "href",
                                        "#" + target.id(),
                                        "aria-label",
                                        "Link to this section")
                                .close("a"),
                        () -> out.open(tag).html(html));
        out.close(tag).line();
    }

    private void display(DisplayFormula formula, Where where, HtmlWriter out) {
        report(formula.attributes());
        for (Attributes.Entry entry : formula.attributes().entries()) {
            file.report(Rule.UNKNOWN_KEY, entry.name().offset(0), "a formula has an id and nothing else");
        }
        if (!formula.closed()) {
            file.report(
                    Rule.DOLLAR, Nodes.offset(formula), "this formula is not closed by $$ before the next blank line");
            return;
        }
        if (formula.latex().isBlank()) {
            file.report(Rule.LATEX, Nodes.offset(formula), "this formula is empty");
            return;
        }
        SourceText id = formula.attributes().id();
        if (id != null && where.inQuestion()) {
            file.report(
                    Rule.ATTRIBUTES, id.offset(0), "this formula cannot be referred to where it stands and has no id");
        }
        String html = lesson.formulas().html(formula, where, typesetter);
        lesson.outline()
                .find(formula)
                .ifPresentOrElse(
                        target -> out.open("div", "class", "equation", "id", target.id())
                                .html(html)
                                .open("a", "class", "equation-number", "href", "#" + target.id())
                                .text("(" + target.number() + ")")
                                .close("a"),
                        () -> unlabelled(formula, html, where, out));
        out.close("div").line();
    }

    /** A formula that stands by itself has an address, of its wording, even where its author gave it none. */
    private void unlabelled(DisplayFormula formula, String html, Where where, HtmlWriter out) {
        String id = FORMULA_PREFIX + OptionReader.key(formula.latex().text());
        if (!where.top() || !addressed.add(where.place() + id)) {
            out.open("div", "class", "equation").html(html);
            return;
        }
        out.open("div", "class", "equation", "id", id)
                .html(html)
                .open("a", "class", "anchor", "href", "#" + id, "aria-label", "Link to this formula")
                .close("a");
    }

    private void quote(BlockQuote quote, Where where, HtmlWriter out, int depth) {
        var word = Alert.word(quote);
        var alert = word.flatMap(Alert::find);
        if (alert.isPresent()) {
            Alert.removeWord(quote);
            // A note and no aside, which would be a landmark within the page's main one
            out.open("div", "class", "alert " + alert.get().styleName(), "role", "note")
                    .line();
            out.open("p", "class", "alert-title")
                    .text(alert.get().title())
                    .close("p")
                    .line();
            within(quote, where, out, depth);
            out.close("div").line();
            return;
        }
        word.ifPresent(unknown -> file.reportUnknown(
                Rule.UNKNOWN_DIRECTIVE, Nodes.offset(quote.getFirstChild()), "alert", unknown, Alert.words()));
        out.open("blockquote").line();
        within(quote, where, out, depth);
        out.close("blockquote").line();
    }

    private void list(String tag, ListBlock list, Where where, HtmlWriter out, int depth) {
        if (list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != 1) {
            out.open(tag, "start", String.valueOf(ordered.getMarkerStartNumber()));
        } else {
            out.open(tag);
        }
        out.line();
        for (Node item : Nodes.children(list)) {
            out.open("li");
            for (Node child : Nodes.children(item)) {
                if (list.isTight() && child instanceof Paragraph paragraph) {
                    tables.reportUnrecognised(paragraph);
                    out.html(inline.html(paragraph, where));
                    if (child.getNext() != null) {
                        out.line();
                    }
                } else {
                    block(child, where.inside(), out, depth + 1);
                }
            }
            out.close("li").line();
        }
        out.close(tag).line();
    }

    private static void code(String literal, HtmlWriter out) {
        out.open("pre").open("code").text(literal).close("code").close("pre").line();
    }

    private void container(Container container, Where where, HtmlWriter out, int depth) {
        String kind = container.kind().text();
        if (!isReadable(container)) {
            return;
        }
        if (kind.equals("part")) {
            file.report(Rule.CONTAINER, container.offset(), "a part belongs to a question of type=parts");
        } else if (kind.equals("figure")) {
            new FigureWriter(lesson, pictures, addresses, inline).write(container, this, where, out);
        } else if (kind.equals("claim")) {
            var statement = new HtmlWriter();
            within(container, where, statement, depth);
            new ClaimWriter(lesson).write(container, statement.toString(), this, out);
        } else if (kind.equals("question") || kind.equals("widget") || kind.equals("instructor")) {
            file.report(
                    Rule.CONTAINER,
                    container.offset(),
                    (kind.equals("instructor") ? "what instructors alone see" : "a " + kind)
                            + " stands by itself on the page, not inside of something");
        } else if (kind.equals("steps")) {
            checkKeys(container, Set.of());
            steps(container, where, out, depth);
        } else if (Folds.isFold(kind)) {
            checkKeys(container, Set.of("title"));
            openWithId("details", "fold fold-" + kind, container, out);
            out.open("summary").text(Folds.title(container)).close("summary").line();
            within(container, where, out, depth);
            out.close("details").line();
        }
    }

    /**
     * Reports what is wrong with a container whatever its kind. Of one that does not end where it should nothing more can be said:
     * what stands in it may belong elsewhere.
     */
    boolean isReadable(Container container) {
        report(container.attributes());
        String kind = container.kind().text();
        if (!KINDS.contains(kind)) {
            file.reportUnknown(Rule.UNKNOWN_DIRECTIVE, container.kind().offset(0), "container", kind, KINDS);
        }
        String colons = ":".repeat(container.colons());
        if (container.crowded()) {
            file.report(
                    Rule.CONTAINER,
                    container.offset(),
                    "a question in parts is written with more colons than its parts: " + colons + ":question … "
                            + colons + ":, and in it " + colons + "part … " + colons);
            return false;
        }
        if (!container.closed()) {
            String before = "";
            if (container.getNext() instanceof Container next) {
                cut++;
                before = " above line " + file.position(next.offset()).line()
                        + ", where the next container begins. If that one is to stand inside, write this one with more colons";
            }
            file.report(
                    Rule.CONTAINER,
                    container.offset(),
                    "this " + kind + " is not closed: it needs a line " + colons + " behind its last line" + before);
            return false;
        }
        return true;
    }

    void checkKeys(Container container, Set<String> known) {
        var seen = new ArrayList<String>();
        for (Attributes.Entry entry : container.attributes().entries()) {
            String name = entry.name().text();
            if (!known.contains(name)) {
                file.reportUnknown(
                        Rule.UNKNOWN_KEY,
                        entry.name().offset(0),
                        "key",
                        name,
                        known.stream().sorted().toList());
            } else if (seen.contains(name)) {
                file.report(Rule.ATTRIBUTES, entry.name().offset(0), "the key " + name + " stands here twice");
            }
            seen.add(name);
        }
    }

    private void report(Attributes attributes) {
        attributes.faults().forEach(fault -> file.report(Rule.ATTRIBUTES, fault.offset(), fault.message()));
    }

    /** What instructors alone see: without notes and citations, which would change the foot of every learner's page. */
    String forInstructors(Container container, PageKind place) {
        if (!isReadable(container)) {
            return "";
        }
        checkKeys(container, Set.of());
        var out = new HtmlWriter()
                .open("section", "class", "instructor", "aria-label", "For instructors")
                .open("p", "class", "instructor-title")
                .text("For instructors")
                .close("p")
                .line();
        within(container, Where.apart(place), out, 0);
        return out.close("section").line().toString();
    }

    private void openWithId(String tag, String style, Container container, HtmlWriter out) {
        lesson.outline()
                .find(container)
                .ifPresentOrElse(
                        target -> out.open(tag, "class", style, "id", target.id()),
                        () -> out.open(tag, "class", style));
    }

    private void steps(Container container, Where where, HtmlWriter out, int depth) {
        if (!(container.getFirstChild() instanceof OrderedList list) || list.getNext() != null) {
            file.report(
                    Rule.CONTAINER,
                    container.offset(),
                    "steps are one numbered list, each item a line with its reason");
            return;
        }
        openWithId("ol", "steps", container, out);
        out.line();
        for (Node item : Nodes.children(list)) {
            List<Node> step = Nodes.children(item);
            out.open("li");
            if (step.size() < 2 || !(step.getLast() instanceof BlockQuote reason)) {
                file.report(
                        Rule.CONTAINER,
                        Nodes.offset(item),
                        "a step has its reason in a quote under it: > Split the logarithm.");
            } else {
                out.open("div", "class", "step");
                for (Node part : step.subList(0, step.size() - 1)) {
                    block(part, where.inside(), out, depth + 1);
                }
                out.close("div").open("div", "class", "reason");
                within(reason, where, out, depth + 1);
                out.close("div");
            }
            out.close("li").line();
        }
        out.close("ol").line();
    }
}
