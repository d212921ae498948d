package dev.surprisal.content;

import dev.surprisal.content.markdown.Blank;
import dev.surprisal.content.markdown.Citation;
import dev.surprisal.content.markdown.InlineFormula;
import dev.surprisal.content.markdown.Markdown;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.content.markdown.StrayDollar;
import dev.surprisal.expression.ProseNumber;
import dev.surprisal.widget.Catalogue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Writes what stands in a line of text: words, emphasis, numbers, formulas, links. */
final class InlineRenderer {

    /** {@code {cross-entropy}}. */
    private static final Pattern FORCED_TERM = Pattern.compile("\\{(\\p{L}[\\p{L}\\p{N}’' -]{0,60}+)\\}");

    private final LessonFiles files;
    private final LessonSource lesson;
    private final SourceFile file;
    private final Resources resources;

    /** @param lesson the one of the files whose text is written */
    InlineRenderer(LessonFiles files, LessonSource lesson, Resources resources) {
        this.files = files;
        this.lesson = lesson;
        this.file = lesson.file();
        this.resources = resources;
    }

    /** The children of a paragraph, heading or cell. */
    String html(Node parent, Where where) {
        var out = new HtmlWriter();
        children(parent, where, out, 0);
        return out.toString();
    }

    /** One line of Markdown from the front matter. */
    String html(SourceText source, Where where) {
        Node document = Markdown.parse(source.text(), source.offset(0));
        Node paragraph = document.getFirstChild();
        if (paragraph == null || paragraph.getNext() != null || !(paragraph instanceof Paragraph)) {
            file.report(Rule.VALUE, source.offset(0), "one paragraph of text is expected here");
            return "";
        }
        lesson.formulas().read(document);
        return html(paragraph, where);
    }

    /** What a reader would copy, without markup; formulas as LaTeX. */
    static String plain(Node parent) {
        var plain = new StringBuilder();
        Nodes.walk(parent, node -> {
            switch (node) {
                case Text text -> plain.append(text.getLiteral());
                case Code code -> plain.append(code.getLiteral());
                case InlineFormula formula -> plain.append(formula.latex());
                case SoftLineBreak _, HardLineBreak _ -> plain.append(' ');
                default -> {}
            }
        });
        return plain.toString();
    }

    private void children(Node parent, Where where, HtmlWriter out, int depth) {
        if (depth > Markdown.MAX_NESTING) {
            file.report(Rule.TOO_MUCH, Nodes.offset(parent), "this is nested too deeply");
            return;
        }
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            Node last = where.terms() == null ? child : endOfWords(child);
            if (!last.equals(child)) {
                plainTerms(words(child, last), where, out);
                child = last;
            } else {
                node(child, where, out, depth + 1);
            }
        }
    }

    /** A term may go on in the next line: the last of the plain lines that follow each other from here on. */
    private static Node endOfWords(Node first) {
        Node last = first;
        while (isWords(last)
                && last.getNext() instanceof SoftLineBreak end
                && end.getNext() instanceof Text next
                && isWords(next)) {
            last = next;
        }
        return last;
    }

    /** Whether something is text in which nothing but terms is looked for. */
    private static boolean isWords(Node node) {
        return node instanceof Text text
                && !text.getLiteral().contains("{")
                && !text.getLiteral().contains("[^");
    }

    private static String words(Node first, Node last) {
        var words = new StringBuilder();
        for (Node node = first; node != null; node = node.equals(last) ? null : node.getNext()) {
            words.append(node instanceof Text text ? text.getLiteral() : "\n");
        }
        return words.toString();
    }

    private void node(Node node, Where where, HtmlWriter out, int depth) {
        switch (node) {
            case Text text -> text(text, where, out);
            case SoftLineBreak _ -> out.line();
            case HardLineBreak _ -> out.open("br").line();
            case Code code -> code(code, where, out);
            case InlineFormula _ -> out.html(lesson.formulas().html(node, where, resources.typesetter()));
            case Blank blank -> blank(blank, where, out);
            case Emphasis _ -> within("em", node, where, out, depth);
            case StrongEmphasis _ -> within("strong", node, where, out, depth);
            case Strikethrough _ -> within("del", node, where, out, depth);
            case Link link -> link(link, where.withoutTerms(), out, depth);
            case FootnoteReference reference -> footnote(reference, where, out);
            case Citation citation -> citation(citation, where, out);
            case StrayDollar dollar -> {
                file.report(
                        Rule.DOLLAR,
                        dollar.offset(),
                        "this dollar sign has no partner; a formula is written $x$ without spaces inside of the dollars, a dollar sign \\$");
                out.text("$");
            }
            case HtmlInline html -> rawHtml(file, Nodes.offset(html), html.getLiteral());
            case Image image ->
                file.report(
                        Rule.IMAGE,
                        Nodes.offset(image),
                        "an image stands in a figure, with its caption: :::figure{#its-id}");
            default -> throw new IllegalStateException("unexpected in a line of text: " + node);
        }
    }

    private void within(String tag, Node node, Where where, HtmlWriter out, int depth) {
        out.open(tag);
        children(node, where, out, depth);
        out.close(tag);
    }

    static void rawHtml(SourceFile file, int offset, String html) {
        String first = html.strip().lines().findFirst().orElse("");
        file.report(
                Rule.RAW_HTML,
                offset,
                "HTML is not available in lessons: " + SourceFile.shortened(first)
                        + "; a less-than sign is written \\<");
    }

    private void text(Text text, Where where, HtmlWriter out) {
        String literal = text.getLiteral();
        int braces = literal.indexOf("{#");
        if (braces >= 0) {
            file.report(
                    Rule.ATTRIBUTES,
                    Nodes.offset(text) + braces,
                    "an id stands behind a heading, behind the closing $$ of a formula or behind the kind of a container");
        }
        int footnote = literal.indexOf("[^");
        if (footnote >= 0) {
            file.report(
                    Rule.DEAD_LINK,
                    Nodes.offset(text) + footnote,
                    "there is no such footnote: " + SourceFile.shortened(literal.substring(footnote)));
        }
        if (where.inserts() != null && literal.contains("{{")) {
            where.inserts().text(literal, Nodes.offset(text), out);
            return;
        }
        int insert = literal.indexOf("{{");
        if (insert >= 0) {
            file.report(
                    Rule.EXPRESSION,
                    Nodes.offset(text) + insert,
                    "double braces stand in questions and formulas; in the text a number is written `= n`");
        }
        terms(literal, Nodes.offset(text), where, out);
    }

    /** Text with terms of the glossary: those in braces, which their author asks for, and those that come for the first time. */
    private void terms(String text, int offset, Where where, HtmlWriter out) {
        int from = 0;
        Matcher forced = FORCED_TERM.matcher(text);
        while (!resources.glossary().isEmpty() && forced.find()) {
            plainTerms(text.substring(from, forced.start()), where, out);
            from = forced.end();
            String word = forced.group(1);
            Optional<Glossary.Entry> entry = resources.glossary().find(word);
            if (entry.isEmpty()) {
                file.reportUnknown(
                        Rule.UNKNOWN_TERM,
                        offset + forced.start(),
                        "term",
                        word,
                        resources.glossary().words());
            } else if (where.terms() == null) {
                file.report(
                        Rule.UNKNOWN_TERM,
                        offset + forced.start(),
                        "a term is explained in the text of a page, not in a heading, link or question");
            } else {
                where.terms().force(entry.get(), word, out);
            }
        }
        plainTerms(text.substring(from), where, out);
    }

    private static void plainTerms(String text, Where where, HtmlWriter out) {
        if (where.terms() == null) {
            out.text(text);
        } else {
            where.terms().write(text, out);
        }
    }

    private void blank(Blank blank, Where where, HtmlWriter out) {
        Optional<String> gap =
                where.inserts() == null ? Optional.empty() : where.inserts().gap(blank);
        gap.ifPresentOrElse(
                out::html,
                () -> file.report(
                        Rule.QUESTION,
                        blank.source().offset(0),
                        "a blank stands in what a question of type=blank asks"));
    }

    private void code(Code code, Where where, HtmlWriter out) {
        var source = CodeSource.of(code, file);
        Optional<ProseNumber> number = lesson.names().prose(source, file);
        if (number.isEmpty()) {
            out.open("code").text(code.getLiteral()).close("code");
            return;
        }
        if (where.inserts() != null && where.inserts().varies(number.get().expression())) {
            out.html(where.inserts().number(number.get(), source));
            return;
        }
        lesson.names().print(number.get(), source, file).ifPresent(printed -> out.html(NumberText.html(printed)));
    }

    private void footnote(FootnoteReference reference, Where where, HtmlWriter out) {
        if (where.footnotes() == null) {
            file.report(Rule.QUESTION, Nodes.offset(reference), "a footnote cannot be referred to here");
            return;
        }
        Footnotes.Note note = where.footnotes().refer(reference.getLabel());
        out.open("sup", "class", "footnote-reference")
                .open("a", "href", "#" + note.id(), "id", note.referenceId(note.references()))
                .text(String.valueOf(note.number()))
                .close("a")
                .close("sup");
    }

    private void citation(Citation citation, Where where, HtmlWriter out) {
        Citations citations = where.citations();
        if (citations == null && where.inserts() == null) {
            file.report(Rule.CITATION, citation.offset(), "a work cannot be cited here");
            return;
        }
        out.open("span", "class", "citation").text("(");
        String separator = "";
        for (Citation.Work cited : citation.works()) {
            String key = cited.key().text();
            var work = resources.bibliography().find(key);
            if (work.isEmpty() && resources.bibliography().isComplete()) {
                file.reportUnknown(
                        Rule.CITATION,
                        cited.key().offset(0),
                        "work",
                        key,
                        resources.bibliography().keys());
            }
            out.text(separator);
            if (work.isEmpty()) {
                out.text(key);
            } else if (citations == null) {
                // A list of works that has this one would tell of a hint before it is due: so it is given here, in full
                out.html(work.get().html());
            } else {
                citations.cite(work.get());
                out.open("a", "href", "#" + work.get().id())
                        .text(work.get().label())
                        .close("a");
            }
            if (!cited.locator().isBlank()) {
                out.text(", " + cited.locator());
            }
            separator = "; ";
        }
        out.text(")").close("span");
    }

    private void link(Link link, Where where, HtmlWriter out, int depth) {
        String address = link.getDestination();
        boolean bare = link.getFirstChild() == null;
        if (address.startsWith("#")) {
            inPage(link, address.substring(1), bare, where, out, depth);
        } else if (Addresses.isInward(address)) {
            inCourse(link, address, bare, where, out, depth);
        } else if (Addresses.isOutward(address)) {
            if (bare) {
                file.report(Rule.LINK, Nodes.offset(link), "a link needs a text: [text](" + address + ")");
            }
            open(link, out, "href", address);
            children(link, where, out, depth);
            out.close("a");
        } else {
            file.report(
                    Rule.LINK,
                    Nodes.offset(link),
                    "an address starts with https://, http://, mailto:, # or /, got '" + SourceFile.shortened(address)
                            + "'");
            children(link, where, out, depth);
        }
    }

    private void inPage(Link link, String id, boolean bare, Where where, HtmlWriter out, int depth) {
        var found = lesson.outline().find(id);
        var elsewhere =
                found.isEmpty() ? resources.addresses().findAnywhere(id) : Optional.<Addresses.Found.OfLesson>empty();
        if (elsewhere.isPresent()) {
            toLesson(link, elsewhere.get(), bare, where, out, depth);
            return;
        }
        if (found.isEmpty()) {
            deadLink(link, id);
            return;
        }
        Target target = found.get();
        String page = target.place() == where.place()
                ? ""
                : lesson.id()
                        .map(own -> resources.addresses().of(own, target.place()))
                        .orElse("");
        String address = page + "#" + id;
        if (bare) {
            out.open("a", "class", "ref", "href", address)
                    .html(label(target, where))
                    .close("a");
        } else {
            open(link, out, "class", "ref-text", "href", address);
            children(link, where, out, depth);
            out.close("a");
        }
    }

    private void deadLink(Link link, String id) {
        Optional<String> meant = Slug.nearest(id, lesson.outline().ids())
                .or(() -> resources.addresses().findMeant(id));
        if (meant.isPresent()) {
            file.report(
                    Rule.DEAD_LINK,
                    Nodes.offset(link),
                    "there is no target '" + SourceFile.shortened(id) + "' (did you mean " + meant.get() + "?)");
        } else {
            file.reportUnknown(
                    Rule.DEAD_LINK,
                    Nodes.offset(link),
                    "target",
                    id,
                    lesson.outline().ids());
        }
    }

    private void inCourse(Link link, String address, boolean bare, Where where, HtmlWriter out, int depth) {
        switch (resources.addresses().find(address)) {
            case Addresses.Found.Nothing(var why) -> file.report(Rule.DEAD_LINK, Nodes.offset(link), why);
            case Addresses.Found.Home() -> byItself(link, address, bare, where, out, depth);
            case Addresses.Found.Download() -> byItself(link, address, bare, where, out, depth);
            case Addresses.Found.OfLesson found -> toLesson(link, found, bare, where, out, depth);
        }
    }

    /** To something of the course that has no words of its own. */
    private void byItself(Link link, String address, boolean bare, Where where, HtmlWriter out, int depth) {
        if (bare) {
            file.report(Rule.LINK, Nodes.offset(link), "a link needs a text: [text](" + address + ")");
        }
        open(link, out, "href", resources.addresses().at(address.substring(1)), "router-ignore", "");
        children(link, where, out, depth);
        out.close("a");
    }

    private void toLesson(
            Link link, Addresses.Found.OfLesson found, boolean bare, Where where, HtmlWriter out, int depth) {
        LessonFiles other = found.lesson();
        Target target = found.target();
        if (lesson.isHiddenFromHere(other)) {
            file.report(Rule.DEAD_LINK, Nodes.offset(link), "learners do not see this lesson: it is a draft");
        }
        String page =
                other.id().map(id -> resources.addresses().of(id, found.page())).orElse("");
        // Every page of the course is loaded as a page; the router leaves such links alone
        if (target == null) {
            open(link, out, "href", page, "router-ignore", "");
        } else {
            open(link, out, "class", "ref", "href", page + "#" + target.id(), "router-ignore", "");
        }
        if (!bare) {
            children(link, where, out, depth);
        } else if (target == null) {
            out.text(title(other, found.page()));
        } else {
            out.text(title(target))
                    .text(
                            other == files && found.page() == where.place()
                                    ? ""
                                    : " in “" + title(other, found.page()) + "”");
        }
        out.close("a");
    }

    /** How a reference from another lesson calls its target, formulas as LaTeX. */
    static String title(Target target) {
        return switch (target.kind()) {
            case EQUATION -> "(" + target.number() + ")";
            case HEADING -> plain(target.node());
            case QUESTION -> "Question " + target.number();
            case WIDGET -> widgetTitle(target);
            case STEPS -> "Derivation " + target.number();
            case FIGURE -> "Figure " + target.number();
            case CARD -> "Card " + target.number();
            case CLAIM -> "Claim " + target.number();
            case FOLD -> Folds.title(target.node());
        };
    }

    private static void open(Link link, HtmlWriter out, String... attributes) {
        if (link.getTitle() == null) {
            out.open("a", attributes);
        } else {
            String[] more = Arrays.copyOf(attributes, attributes.length + 2);
            more[attributes.length] = "title";
            more[attributes.length + 1] = link.getTitle();
            out.open("a", more);
        }
    }

    /** How a link without a text of its own calls a page. */
    private String title(LessonFiles other, PageKind page) {
        if (page == PageKind.OVERVIEW || page == PageKind.LESSON) {
            return other.frontMatter().title();
        }
        boolean own = other == files;
        return own
                ? page.title()
                : other.frontMatter().title() + ", " + page.title().toLowerCase(Locale.ROOT);
    }

    /** How a reference without a text of its own calls its target; what is counted on another page says on which. */
    String label(Target target, Where where) {
        String page = target.place() == where.place()
                ? ""
                : " of the " + target.place().word() + " page";
        return switch (target.kind()) {
            case EQUATION -> "(" + target.number() + ")" + page;
            case HEADING -> of(target).html(target.node(), where.withoutFootnotes());
            case QUESTION -> "Question " + target.number() + page;
            case WIDGET -> new HtmlWriter().text(widgetTitle(target)).toString();
            case STEPS -> "Derivation " + target.number() + page;
            case FIGURE -> "Figure " + target.number() + page;
            case CARD -> "Card " + target.number() + page;
            case CLAIM -> "Claim " + target.number() + page;
            case FOLD -> new HtmlWriter().text(Folds.title(target.node())).toString();
        };
    }

    /** A heading's formulas and numbers are known where it stands. */
    private InlineRenderer of(Target target) {
        return files.pages().entrySet().stream()
                .filter(page -> page.getKey() == target.place() && page.getValue() != lesson)
                .map(page -> new InlineRenderer(files, page.getValue(), resources))
                .findFirst()
                .orElse(this);
    }

    private static String widgetTitle(Target target) {
        return WidgetReader.kind(target.node())
                .flatMap(Catalogue::find)
                .map(widget -> widget.title().replace("*", ""))
                .orElse("the widget");
    }
}
