package dev.surprisal.search;

import dev.surprisal.content.Block;
import dev.surprisal.content.Course;
import dev.surprisal.content.Heading;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.Option;
import dev.surprisal.content.Page;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import dev.surprisal.widget.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Cuts the pages of a course into passages: at every heading, question and widget. */
final class Passages {

    /** Longer than any section is; what lies behind is not found, rather than the memory spent. */
    private static final int MOST_TEXT = 100_000;

    private final List<Passage> passages = new ArrayList<>();

    private Passages() {}

    static List<Passage> of(Course course) {
        var cut = new Passages();
        for (Lesson lesson : course.lessons()) {
            lesson.pages().forEach((kind, page) -> cut.page(lesson, kind, page));
        }
        return List.copyOf(cut.passages);
    }

    private void page(Lesson lesson, PageKind kind, Page page) {
        var open = new Open(lesson, kind);
        if (kind == PageKind.OVERVIEW) {
            open.read(Jsoup.parseBodyFragment(lesson.summaryHtml()).body());
            lesson.outcomesHtml()
                    .forEach(outcome ->
                            open.read(Jsoup.parseBodyFragment(outcome).body()));
        }
        for (Heading heading : page.headings()) {
            open.titles.put(heading.id(), heading.text());
        }
        int questions = 0;
        for (Block block : page.blocks()) {
            switch (block) {
                case Block.Html(var html) ->
                    open.read(Jsoup.parseBodyFragment(html).body());
                case Block.QuestionBlock(var question) -> question(lesson, kind, question, ++questions);
                case Block.WidgetBlock widget -> widget(lesson, kind, widget);
                case Block.ForInstructors _ -> {
                    // Not for learners
                }
            }
        }
        open.close();
    }

    private void question(Lesson lesson, PageKind kind, Question question, int number) {
        var text = new Text();
        ask(question, text);
        passages.add(new Passage(
                lesson,
                kind,
                Found.Kind.QUESTION,
                question.id().value(),
                "Question " + number,
                text.plain(),
                text.latex()));
    }

    /** What is asked and what is offered, the same for everybody who has not answered yet. */
    private static void ask(Question question, Text text) {
        wording(question, question.stem(), text);
        switch (question.task()) {
            case Task.SingleChoice(var options) -> offered(question, options, text);
            case Task.MultipleChoice(var options) -> offered(question, options, text);
            case Task.Parts(var parts) -> parts.forEach(part -> ask(part, text));
            default -> {
                // Nothing further is offered, or its order would tell the key
            }
        }
    }

    private static void offered(Question question, List<Option> options, Text text) {
        options.forEach(option -> wording(question, option.text(), text));
    }

    private static void wording(Question question, Wording wording, Text text) {
        text.read(Jsoup.parseBodyFragment(wording.html(question.scope(0))).body());
    }

    private void widget(Lesson lesson, PageKind kind, Block.WidgetBlock widget) {
        var text = new Text();
        text.read(Jsoup.parseBodyFragment(widget.bodyHtml()).body());
        passages.add(new Passage(
                lesson,
                kind,
                Found.Kind.WIDGET,
                widget.id().value(),
                Catalogue.of(widget.kind()).title(),
                text.plain(),
                text.latex()));
    }

    /** The section that is being read. */
    private final class Open {
        private final Lesson lesson;
        private final PageKind kind;
        private final Map<String, String> titles = new HashMap<>();
        private String section = "";
        private String title;
        private Text text = new Text();

        Open(Lesson lesson, PageKind kind) {
            this.lesson = lesson;
            this.kind = kind;
            title = kind == PageKind.OVERVIEW || kind == PageKind.LESSON
                    ? lesson.title()
                    : lesson.title() + ", " + kind.title().toLowerCase(Locale.ROOT);
        }

        void read(Element body) {
            for (Node child : body.childNodes()) {
                String heading = child instanceof Element element ? titles.get(element.id()) : null;
                if (heading != null) {
                    close();
                    section = ((Element) child).id();
                    title = heading;
                } else {
                    text.read(child);
                }
            }
        }

        void close() {
            boolean top = section.isEmpty();
            if (top && kind != PageKind.OVERVIEW && text.plain().isEmpty()) {
                return;
            }
            passages.add(new Passage(
                    lesson,
                    kind,
                    top && kind == PageKind.OVERVIEW ? Found.Kind.LESSON : Found.Kind.SECTION,
                    section,
                    title,
                    text.plain(),
                    text.latex()));
            text = new Text();
        }
    }

    /** Gathers what HTML says. */
    private static final class Text implements NodeVisitor {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder latex = new StringBuilder();

        void read(Node node) {
            node.traverse(this);
            space();
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                boolean formula = isWithin(node, "annotation");
                // A formula is there twice: for those who listen and, hidden from them, as it is drawn
                if (formula) {
                    latex.append(text.getWholeText()).append(' ');
                } else if (!isAside(node) && plain.length() < MOST_TEXT) {
                    String words = text.getWholeText();
                    plain.append(isWithin(node, "math") ? words.strip() : words);
                }
            } else if (node instanceof Element element && element.isBlock()) {
                space();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                space();
            }
        }

        private void space() {
            plain.append(' ');
        }

        private static boolean isWithin(Node node, String name) {
            for (Node up = node.parent(); up != null; up = up.parent()) {
                if (up.nameIs(name)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether it is drawn only, or opens over the text when asked for. */
        private static boolean isAside(Node node) {
            for (Node up = node.parent(); up != null; up = up.parent()) {
                if (up.attr("aria-hidden").equals("true") || up.hasAttr("popover")) {
                    return true;
                }
            }
            return false;
        }

        String plain() {
            return plain.toString().replaceAll("\\s+", " ").strip();
        }

        String latex() {
            return latex.toString();
        }
    }
}
