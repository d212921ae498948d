package dev.surprisal.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the glossary of a course: the definitions as HTML, and the uses as the pages come in. */
final class Definitions {

    private final Glossary glossary;
    private final Resources resources;
    private final Map<String, String> html = new HashMap<>();
    private final Map<String, List<GlossaryTerm.Use>> uses = new HashMap<>();

    Definitions(Glossary glossary, Resources resources) {
        this.glossary = glossary;
        this.resources = resources;
        LessonSource source = glossary.source();
        if (source != null) {
            var inline = new InlineRenderer(LessonFiles.apart(source), source, resources);
            var where = Where.apart(PageKind.OVERVIEW);
            for (Glossary.Entry entry : glossary.entries()) {
                html.put(entry.id(), inline.html(entry.definition(), where));
            }
        }
    }

    Map<String, String> html() {
        return html;
    }

    void use(LessonId lesson, PageKind page, List<Terms.Use> found) {
        for (Terms.Use use : found) {
            uses.computeIfAbsent(use.entry().id(), id -> new ArrayList<>())
                    .add(new GlossaryTerm.Use(lesson, page, use.section()));
        }
    }

    /** What is wrong with the glossary, now that all pages have been read. */
    List<Problem> finish() {
        LessonSource source = glossary.source();
        if (source == null) {
            return List.of();
        }
        for (Glossary.Entry entry : glossary.entries()) {
            if (!uses.containsKey(entry.id())) {
                source.file().report(Rule.UNUSED_TERM, entry.offset(), "no page uses the term " + entry.term());
            }
            if (entry.lesson() != null && lesson(entry) == null) {
                source.file()
                        .report(Rule.UNKNOWN_LESSON, entry.lesson().offset(0), "there is no lesson " + entry.lesson());
            }
        }
        return source.file().problems();
    }

    private @Nullable LessonId lesson(Glossary.Entry entry) {
        return entry.lesson() == null
                ? null
                : LessonId.find(entry.lesson().text())
                        .filter(id -> resources.addresses().find(id).isPresent())
                        .orElse(null);
    }

    /** In the order of the alphabet, the uses in that of the modules. */
    List<GlossaryTerm> terms(List<CourseModule> modules) {
        List<LessonId> order = modules.stream()
                .flatMap(module -> module.lessons().stream())
                .map(Lesson::id)
                .toList();
        return glossary.entries().stream()
                .map(entry -> new GlossaryTerm(
                        entry.id(),
                        entry.term(),
                        entry.abbreviation(),
                        html.getOrDefault(entry.id(), ""),
                        lesson(entry),
                        uses.getOrDefault(entry.id(), List.of()).stream()
                                .filter(use -> order.contains(use.lesson()))
                                .sorted(Comparator.comparingInt(use -> order.indexOf(use.lesson())))
                                .toList()))
                .sorted(Comparator.comparing(term -> term.term().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
