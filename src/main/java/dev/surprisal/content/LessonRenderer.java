package dev.surprisal.content;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a {@link Lesson} of its files. */
final class LessonRenderer {

    private final LessonFiles files;
    private final Resources resources;

    LessonRenderer(LessonFiles files, Resources resources) {
        this.files = files;
        this.resources = resources;
    }

    /**
     * What became of the files.
     *
     * @param terms the uses of the glossary's terms on each page
     * @param lesson empty where there is an error in a file, every one of which is reported then
     * @param items what could be read all the same
     */
    record Rendered(Optional<Lesson> lesson, LessonItems items, Map<PageKind, List<Terms.Use>> terms) {}

    Rendered render() {
        FrontMatter front = files.frontMatter();
        var inline = new InlineRenderer(files, files.lesson(), resources);
        var where = Where.apart(PageKind.OVERVIEW);
        String summary = front.summary().map(text -> inline.html(text, where)).orElse("");
        List<String> outcomes =
                front.outcomes().stream().map(text -> inline.html(text, where)).toList();
        checkRequired(front);
        var ofCards = new Citations();
        List<Card> cards = files.cards()
                .map(found -> found.render(files, resources, ofCards))
                .orElse(List.of());
        Map<PageKind, List<Terms.Use>> terms = new EnumMap<>(PageKind.class);
        Map<PageKind, Page> pages = pages(cards, ofCards, terms);
        var items = LessonItems.of(pages.values());
        files.cards().ifPresent(found -> found.check(items.questions()));
        if (front.id() == null || files.hasErrors()) {
            return new Rendered(Optional.empty(), items, terms);
        }
        var lesson = new Lesson(
                front.id(),
                front.title(),
                summary,
                outcomes,
                List.copyOf(front.requires().keySet()),
                front.minutes(),
                front.difficulty(),
                front.status(),
                pages,
                cards,
                files.pictures().values().stream().flatMap(Optional::stream).toList());
        return new Rendered(Optional.of(lesson), items, terms);
    }

    private Map<PageKind, Page> pages(List<Card> cards, Citations ofCards, Map<PageKind, List<Terms.Use>> uses) {
        Map<PageKind, Page> pages = new EnumMap<>(PageKind.class);
        var all = new Citations();
        files.pages().forEach((kind, source) -> {
            // The page of references comes last and lists what any of the pages cites
            var citations = kind == PageKind.REFERENCES ? all : new Citations();
            if (kind == PageKind.PRACTICE) {
                citations.citeAll(ofCards);
            }
            var terms = new Terms(resources.glossary(), resources.addresses(), resources.definitions());
            pages.put(
                    kind,
                    new PageRenderer(files, source, resources)
                            .page(kind, citations, kind == PageKind.PRACTICE ? cards : List.of(), terms));
            uses.put(kind, terms.uses());
            all.citeAll(citations);
        });
        return pages;
    }

    private void checkRequired(FrontMatter front) {
        SourceFile file = files.lesson().file();
        front.requires().forEach((id, offset) -> {
            var other = resources.addresses().find(id);
            if (other.isEmpty()) {
                file.report(Rule.UNKNOWN_LESSON, offset, "there is no lesson " + id);
            } else if (files.lesson().isHiddenFromHere(other.get())) {
                file.report(Rule.UNKNOWN_LESSON, offset, "learners do not see the lesson " + id + ": it is a draft");
            }
        });
    }
}
