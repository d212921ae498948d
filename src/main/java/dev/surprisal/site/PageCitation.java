package dev.surprisal.site;

import dev.surprisal.content.Course;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.PageKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How to cite a page of a lesson.
 *
 * @param text as a sentence
 * @param bibtex as an entry for BibTeX
 */
record PageCitation(String text, String bibtex) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /**
     * @param address of the page, empty where it is not known
     * @param today when the page is read
     */
    static PageCitation of(Course course, Lesson lesson, PageKind kind, String address, LocalDate today) {
        boolean companion = kind != PageKind.OVERVIEW && kind != PageKind.LESSON;
        String title = companion ? lesson.title() + ": " + kind.title().toLowerCase(Locale.ROOT) : lesson.title();
        return new PageCitation(
                text(course, title, address, today),
                bibtex(course, lesson.id() + (companion ? "-" + kind.word() : ""), title, address, today));
    }

    private static String text(Course course, String title, String address, LocalDate today) {
        StringBuilder text = new StringBuilder();
        if (!course.authors().isEmpty()) {
            text.append(String.join(", ", course.authors()))
                    .append(course.date() == null ? ". " : " (" + course.date().getYear() + "). ");
        }
        text.append(title).append(". In “").append(course.title()).append('”');
        if (!course.edition().isEmpty()) {
            text.append(", edition ").append(course.edition());
        }
        if (course.date() != null) {
            text.append(", ").append(DAY.format(course.date()));
        }
        text.append('.');
        if (!address.isEmpty()) {
            text.append(' ').append(address);
        }
        return text.append(" (read on ").append(DAY.format(today)).append(").").toString();
    }

    private static String bibtex(Course course, String key, String title, String address, LocalDate today) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!course.authors().isEmpty()) {
            // A second pair of braces keeps the name of a group from being taken apart
            fields.put(
                    "author",
                    course.authors().stream()
                            .map(author -> "{" + escaped(author) + "}")
                            .collect(Collectors.joining(" and ")));
        }
        fields.put("title", escaped(title));
        fields.put("howpublished", escaped(course.title()));
        if (!course.edition().isEmpty()) {
            fields.put("edition", escaped(course.edition()));
        }
        if (course.date() != null) {
            fields.put("year", Integer.toString(course.date().getYear()));
            fields.put("date", course.date().toString());
        }
        if (!address.isEmpty()) {
            fields.put("url", address);
        }
        fields.put("urldate", today.toString());
        return fields.entrySet().stream()
                .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                .collect(Collectors.joining(",\n", "@misc{" + key + ",\n", "\n}"));
    }

    /** The characters that mean something to TeX. */
    private static String escaped(String text) {
        return text.replaceAll("([&%$#_{}])", "\\\\$1");
    }
}
