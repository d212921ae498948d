package dev.surprisal.content;

import dev.surprisal.content.markdown.Container;
import dev.surprisal.typeset.Typesetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Node;

/** Makes a {@link Lesson} of its source: everything computed, typeset and written as HTML. */
final class LessonRenderer {

    private final LessonSource lesson;
    private final SourceFile file;
    private final Addresses addresses;
    private final InlineRenderer inline;
    private final BlockRenderer blocks;
    private final WidgetReader widgets;
    private final QuestionReader questions;

    LessonRenderer(LessonSource lesson, Addresses addresses, Set<String> mistakes, Typesetter typesetter) {
        this.lesson = lesson;
        this.file = lesson.file();
        this.addresses = addresses;
        inline = new InlineRenderer(lesson, addresses, typesetter);
        blocks = new BlockRenderer(lesson, inline, typesetter);
        widgets = new WidgetReader(lesson, blocks);
        questions = new QuestionReader(lesson, blocks, mistakes);
    }

    /** Empty where there is an error in the file, every one of which is reported then. */
    Optional<Lesson> render() {
        FrontMatter front = lesson.frontMatter();
        var where = Where.page(Target.Place.OVERVIEW, new Footnotes(lesson.document()))
                .withoutFootnotes();
        String summary = front.summary().map(text -> inline.html(text, where)).orElse("");
        List<String> outcomes =
                front.outcomes().stream().map(text -> inline.html(text, where)).toList();
        for (Map.Entry<LessonId, Integer> required : front.requires().entrySet()) {
            var other = addresses.find(required.getKey());
            if (other.isEmpty()) {
                file.report(Rule.UNKNOWN_LESSON, required.getValue(), "there is no lesson " + required.getKey());
            } else if (lesson.isHiddenFromHere(other.get())) {
                file.report(
                        Rule.UNKNOWN_LESSON,
                        required.getValue(),
                        "learners do not see the lesson " + required.getKey() + ": it is a draft");
            }
        }
        Page overview = page(lesson.outline().overview(), Target.Place.OVERVIEW);
        Page body = page(lesson.outline().lesson(), Target.Place.LESSON);
        if (front.id() == null || file.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Lesson(
                front.id(),
                front.title(),
                summary,
                outcomes,
                List.copyOf(front.requires().keySet()),
                front.minutes(),
                front.difficulty(),
                front.status(),
                overview,
                body));
    }

    private Page page(List<Node> nodes, Target.Place place) {
        var footnotes = new Footnotes(lesson.document());
        var where = Where.page(place, footnotes);
        var written = new ArrayList<Block>();
        for (Node node : nodes) {
            switch (node) {
                case Container container
                when container.kind().text().equals("question") ->
                    questions
                            .read(container, where)
                            .map(Block.QuestionBlock::new)
                            .ifPresent(written::add);
                case Container container
                when container.kind().text().equals("widget") ->
                    widgets.read(container, where).ifPresent(written::add);
                default -> {
                    String html = blocks.html(node, where);
                    if (!html.isEmpty()) {
                        written.add(new Block.Html(html));
                    }
                }
            }
        }
        String notes = footnotes(footnotes, where);
        if (!notes.isEmpty()) {
            written.add(new Block.Html(notes));
        }
        return new Page(written, headings(nodes, where));
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
