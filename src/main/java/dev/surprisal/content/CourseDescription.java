package dev.surprisal.content;

import dev.surprisal.content.markdown.SourceText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code course.yaml} says. */
record CourseDescription(
        String title,
        String description,
        List<String> authors,
        String licence,
        String edition,
        @Nullable LocalDate date,
        boolean asksConfidence,
        List<ModuleDescription> modules,
        Set<String> retired,
        Set<String> mistakes,
        List<Allowance> allowances) {

    /** A module, its lessons by name with the offsets of the names in the file. */
    record ModuleDescription(String title, Map<LessonId, Integer> lessons) {}

    /** Stands in for a description that cannot be read. */
    static final CourseDescription NONE =
            new CourseDescription("", "", List.of(), "", "", null, false, List.of(), Set.of(), Set.of(), List.of());

    static CourseDescription read(SourceFile file) {
        var found = YamlMapping.read(file, 0, file.text().length());
        if (found.isEmpty()) {
            return NONE;
        }
        YamlMapping yaml = found.get();
        var description = new CourseDescription(
                yaml.neededText("title").map(SourceText::text).orElse("").strip(),
                yaml.neededText("description").map(SourceText::text).orElse("").strip(),
                yaml.texts("authors").stream().map(SourceText::text).toList(),
                yaml.text("licence").map(SourceText::text).orElse(""),
                yaml.text("edition").map(SourceText::text).orElse("").strip(),
                date(file, yaml),
                asksConfidence(file, yaml),
                modules(file, yaml),
                slugs(file, yaml, "retired"),
                slugs(file, yaml, "mistakes"),
                allowances(file, yaml));
        yaml.rejectOthers();
        return description;
    }

    private static List<Allowance> allowances(SourceFile file, YamlMapping yaml) {
        List<String> warnings = Arrays.stream(Rule.values())
                .filter(rule -> rule.severity() == Severity.WARNING && rule != Rule.ALLOWANCE)
                .map(Rule::id)
                .toList();
        var allowances = new ArrayList<Allowance>();
        for (YamlMapping entry : yaml.mappings("allow")) {
            var rule = entry.neededText("rule");
            var name = entry.neededText("file");
            String words = entry.text("words").map(SourceText::text).orElse("");
            var reason = entry.neededText("reason");
            entry.rejectOthers();
            if (rule.isEmpty() || name.isEmpty() || reason.isEmpty()) {
                continue;
            }
            if (warnings.contains(rule.get().text())) {
                allowances.add(new Allowance(
                        rule.get().text(),
                        name.get().text(),
                        words,
                        file.position(rule.get().offset(0))));
            } else if (Arrays.stream(Rule.values())
                    .anyMatch(each -> each.id().equals(rule.get().text()))) {
                file.report(Rule.VALUE, rule.get().offset(0), "an error cannot be allowed, only a warning");
            } else {
                file.reportUnknown(
                        Rule.VALUE, rule.get().offset(0), "rule", rule.get().text(), warnings);
            }
        }
        return allowances;
    }

    private static @Nullable LocalDate date(SourceFile file, YamlMapping yaml) {
        Optional<SourceText> written = yaml.text("date");
        try {
            return written.map(date -> LocalDate.parse(date.text())).orElse(null);
        } catch (DateTimeParseException e) {
            written.ifPresent(date -> file.report(
                    Rule.VALUE, date.offset(0), "date must be a day such as 2026-11-21, got " + date.text()));
            return null;
        }
    }

    private static boolean asksConfidence(SourceFile file, YamlMapping yaml) {
        Optional<SourceText> written = yaml.text("confidence");
        written.filter(word -> !List.of("ask", "off").contains(word.text()))
                .ifPresent(word ->
                        file.report(Rule.VALUE, word.offset(0), "confidence must be ask or off, got " + word.text()));
        return written.filter(word -> word.text().equals("ask")).isPresent();
    }

    private static List<ModuleDescription> modules(SourceFile file, YamlMapping yaml) {
        if (!yaml.has("modules")) {
            file.report(Rule.MISSING_KEY, yaml.offset(), "the key modules is needed");
        }
        var modules = new ArrayList<ModuleDescription>();
        var seen = new HashSet<LessonId>();
        for (YamlMapping module : yaml.mappings("modules")) {
            String title = module.neededText("title").map(SourceText::text).orElse("");
            var lessons = new LinkedHashMap<LessonId, Integer>();
            for (SourceText name : module.texts("lessons")) {
                var id = LessonId.find(name.text());
                if (id.isEmpty()) {
                    file.report(Rule.ID_FORM, name.offset(0), Slug.complaint(name.text()));
                } else if (!seen.add(id.get())) {
                    file.report(Rule.DUPLICATE_ID, name.offset(0), "the lesson " + id.get() + " is listed twice");
                } else {
                    lessons.put(id.get(), name.offset(0));
                }
            }
            module.rejectOthers();
            modules.add(new ModuleDescription(title, lessons));
        }
        return modules;
    }

    private static Set<String> slugs(SourceFile file, YamlMapping yaml, String key) {
        var slugs = new LinkedHashSet<String>();
        for (SourceText slug : yaml.texts(key)) {
            if (Slug.isSlug(slug.text())) {
                slugs.add(slug.text());
            } else {
                file.report(Rule.ID_FORM, slug.offset(0), Slug.complaint(slug.text()));
            }
        }
        return slugs;
    }
}
