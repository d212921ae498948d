package dev.surprisal.check;

import dev.surprisal.content.Audience;
import dev.surprisal.content.Block;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.Page;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * What in a lesson one can point to: the section under a heading, a block with an id, the list of {@code outcomes}, or a whole page by the
 * word that addresses call it.
 */
final class Places {

    /**
     * @param kind of its widget where it is one; else {@code question}, {@code steps}, {@code section} or {@code block}
     * @param words that learners can read there, those of formulas not counted
     * @param widgets how many there are to play with
     */
    record Place(String kind, int words, int widgets) {}

    private static final String HEADINGS = "h2, h3, h4, h5, h6";
    private static final String WIDGET = "data-widget";
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private final Map<PageKind, Element> pages = new EnumMap<>(PageKind.class);

    private Places() {}

    static Places of(Lesson lesson) {
        var places = new Places();
        lesson.pages().forEach((kind, page) -> {
            Element body = written(page);
            if (kind == PageKind.OVERVIEW) {
                Element outcomes = body.appendElement("ul").attr("id", "outcomes");
                lesson.outcomesHtml()
                        .forEach(html -> outcomes.appendElement("li").html(html));
            }
            places.pages.put(kind, body);
        });
        return places;
    }

    Optional<Place> find(String anchor) {
        Optional<PageKind> page = PageKind.find(anchor);
        if (page.isPresent()) {
            return page.map(pages::get).map(whole -> place("page", new Elements(whole)));
        }
        return pages.values().stream()
                .flatMap(each -> Stream.ofNullable(each.getElementById(anchor)))
                .findFirst()
                .map(found -> found.is(HEADINGS)
                        ? place("section", section(found))
                        : place(kind(found), new Elements(found)));
    }

    private static Element written(Page page) {
        Element body = Document.createShell("").body();
        for (Block block : page.blocks(Audience.LEARNERS)) {
            switch (block) {
                case Block.Html(var html) -> body.append(html);
                case Block.ForInstructors _ -> {}
                case Block.WidgetBlock(var id, var kind, var _, var html) ->
                    body.appendElement("div")
                            .attr("id", id.value())
                            .attr(WIDGET, kind)
                            .html(html);
                case Block.QuestionBlock(var question) -> body.appendChild(written(question));
            }
        }
        return body;
    }

    private static Element written(Question question) {
        Element written = new Element("div").attr("id", question.id().value()).addClass("question");
        if (question.task() instanceof Task.WidgetState(var kind, var _, var _)) {
            written.attr(WIDGET, kind);
        }
        for (Wording wording : question.wordings()) {
            written.append(wording.html(question.variation().at(0)));
        }
        if (question.task() instanceof Task.Parts(var parts)) {
            parts.forEach(part -> written.appendChild(written(part)));
        }
        return written;
    }

    /** A heading and all that follows, up to the next of its level or above. */
    private static Elements section(Element heading) {
        var section = new Elements(heading);
        for (Element next = heading.nextElementSibling(); next != null; next = next.nextElementSibling()) {
            Element title = next.selectFirst(HEADINGS);
            if (title != null && title.tagName().compareTo(heading.tagName()) <= 0) {
                break;
            }
            section.add(next);
        }
        return section;
    }

    private static String kind(Element block) {
        if (block.hasAttr(WIDGET)) {
            return block.attr(WIDGET);
        }
        return block.hasClass("question") ? "question" : block.hasClass("steps") ? "steps" : "block";
    }

    private static Place place(String kind, Elements elements) {
        Elements read = elements.clone();
        read.select("math, svg").remove();
        long words = WORD.matcher(read.text()).results().count();
        return new Place(kind, (int) words, elements.select("[" + WIDGET + "]").size());
    }
}
