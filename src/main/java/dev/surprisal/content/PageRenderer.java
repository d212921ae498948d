package dev.surprisal.content;

import dev.surprisal.content.markdown.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;

/** Makes the {@link Page}s of a file of a lesson: everything computed, typeset and written as HTML. */
final class PageRenderer {

    private final LessonSource lesson;
    private final InlineRenderer inline;
    private final BlockRenderer blocks;
    private final WidgetReader widgets;
    private final QuestionReader questions;

    PageRenderer(LessonFiles files, LessonSource lesson, Resources resources) {
        this.lesson = lesson;
        inline = new InlineRenderer(files, lesson, resources);
        blocks = new BlockRenderer(lesson, inline, resources, files.pictures());
        widgets = new WidgetReader(lesson, blocks);
        questions = new QuestionReader(
                lesson,
                blocks,
                resources.mistakes(),
                resources.typesetter(),
                files.frontMatter().countOutcomes());
    }

    /**
     * @param citations to which the page adds what it cites, and which it lists at its foot
     * @param cards which the page shows
     * @param terms to which the page adds those that it uses
     */
    Page page(PageKind kind, Citations citations, List<Card> cards, Terms terms) {
        List<Node> nodes = lesson.outline().page(kind);
        var footnotes = new Footnotes(lesson.document());
        var where = Where.page(kind, footnotes, citations, terms);
        var written = new ArrayList<Block>();
        for (Node node : nodes) {
            if (node instanceof org.commonmark.node.Heading heading) {
                lesson.outline().find(heading).ifPresent(target -> terms.enter(target.id()));
            }
            switch (node) {
                case Container container
                when container.kind().text().equals("question") ->
                    question(container, where).map(Block.QuestionBlock::new).ifPresent(written::add);
                case Container container
                when container.kind().text().equals("widget") ->
                    widgets.read(container, where).ifPresent(written::add);
                case Container container
                when container.kind().text().equals("instructor") ->
                    written.add(new Block.ForInstructors(blocks.forInstructors(container, kind)));
                default -> {
                    String html = blocks.html(node, where);
                    if (!html.isEmpty()) {
                        written.add(new Block.Html(html));
                    }
                }
            }
        }
        List<Heading> headings = headings(nodes, where);
        if (!cards.isEmpty()) {
            written.add(new Block.Html(Cards.html(cards)));
            headings.add(new Heading(2, Cards.LIST, Cards.TITLE, Cards.TITLE));
        }
        String notes = footnotes(footnotes, where);
        if (!notes.isEmpty()) {
            written.add(new Block.Html(notes));
        }
        if (!citations.isEmpty()) {
            written.add(new Block.Html(citations.html()));
            headings.add(new Heading(2, Citations.LIST, Citations.TITLE, Citations.TITLE));
        }
        return new Page(written, headings);
    }

    /** Empty where anything is wrong in it: the rules about questions look at sound ones only, and say nothing twice. */
    private Optional<Question> question(Container container, Where where) {
        int before = lesson.file().errors();
        var question = questions.read(container, where);
        return lesson.file().errors() == before ? question : Optional.empty();
    }

    private String footnotes(Footnotes footnotes, Where where) {
        // Written before they are put together: a note may refer to a further one, or once more to an earlier one
        var bodies = new ArrayList<String>();
        for (int i = 0; i < footnotes.count(); i++) {
            bodies.add(blocks.children(footnotes.get(i).definition(), where.inside()));
        }
        if (bodies.isEmpty()) {
            return "";
        }
        var out = new HtmlWriter()
                .open("section", "class", "footnotes", "aria-label", "Footnotes")
                .open("ol")
                .line();
        for (int i = 0; i < bodies.size(); i++) {
            Footnotes.Note note = footnotes.get(i);
            out.open("li", "id", note.id()).html(bodies.get(i));
            for (int reference = 1; reference <= note.references(); reference++) {
                out.open(
                                "a",
                                "class",
                                "footnote-back",
                                "href",
                                "#" + note.referenceId(reference),
                                "aria-label",
                                "Back to the text")
                        .text("↩")
                        .close("a");
            }
            out.close("li").line();
        }
        return out.close("ol").close("section").line().toString();
    }

    private List<Heading> headings(List<Node> nodes, Where where) {
        var headings = new ArrayList<Heading>();
        for (Node node : nodes) {
            if (node instanceof org.commonmark.node.Heading heading) {
                lesson.outline()
                        .find(heading)
                        .ifPresent(target -> headings.add(new Heading(
                                heading.getLevel(),
                                target.id(),
                                InlineRenderer.plain(heading),
                                inline.html(heading, where.withoutFootnotes()))));
            }
        }
        return headings;
    }
}
