package dev.surprisal.content;

import dev.surprisal.expression.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where links in lessons may lead: to the lessons of the course, and out to the web by a few safe schemes. */
final class Addresses {

    private static final List<String> SCHEMES = List.of("http://", "https://", "mailto:");
    private static final String LESSON = "/lesson/";

    private final Map<LessonId, LessonSource> lessons;

    Addresses(Map<LessonId, LessonSource> lessons) {
        this.lessons = Map.copyOf(lessons);
    }

    /** Whether this leads out of the course by a safe scheme. */
    static boolean isOutward(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return SCHEMES.stream().anyMatch(lower::startsWith) && isClean(address);
    }

    /** Whether this leads to a place on this server; browsers read {@code //} and {@code /\} as the start of another server's name. */
    static boolean isInward(String address) {
        return address.startsWith("/") && !address.startsWith("//") && isClean(address);
    }

    /** Browsers drop some control characters and turn backslashes around: none of them belongs into an address. */
    private static boolean isClean(String address) {
        return address.chars().noneMatch(c -> c <= ' ' || c == '\\' || c == 0x7f);
    }

    /** The lesson at an address of this server, or what is wrong with the address. */
    sealed interface Found {
        record OfLesson(LessonSource lesson) implements Found {}

        record Home() implements Found {}

        record Nothing(String why) implements Found {}
    }

    Found find(String address) {
        if (address.equals("/")) {
            return new Found.Home();
        }
        if (!address.startsWith(LESSON)) {
            return new Found.Nothing("addresses of this course are / and /lesson/<id>/lesson");
        }
        int hash = address.indexOf('#');
        String path = address.substring(LESSON.length(), hash < 0 ? address.length() : hash);
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        String page = slash < 0 ? "" : path.substring(slash + 1);
        LessonSource lesson = LessonId.find(name).map(id -> lessons.get(id)).orElse(null);
        if (lesson == null) {
            return new Found.Nothing("there is no lesson " + SourceFile.shortened(name) + meant(name));
        }
        if (!page.isEmpty() && !page.equals("lesson")) {
            return new Found.Nothing("the lesson " + name + " has no page " + SourceFile.shortened(page));
        }
        String anchor = hash < 0 ? "" : address.substring(hash + 1);
        Target.Place place = page.isEmpty() ? Target.Place.OVERVIEW : Target.Place.LESSON;
        boolean there = anchor.isEmpty()
                || lesson.outline()
                        .find(anchor)
                        .filter(target -> target.place() == place)
                        .isPresent();
        return there
                ? new Found.OfLesson(lesson)
                : new Found.Nothing("there is no #" + SourceFile.shortened(anchor) + " at this address");
    }

    private String meant(String name) {
        return Spelling.nearest(
                        name,
                        lessons.keySet().stream().map(LessonId::value).sorted().toList())
                .map(found -> " (did you mean " + found + "?)")
                .orElse("");
    }

    static String overview(LessonId lesson) {
        return LESSON + lesson;
    }

    static String lesson(LessonId lesson) {
        return LESSON + lesson + "/lesson";
    }

    Optional<LessonSource> find(LessonId lesson) {
        return Optional.ofNullable(lessons.get(lesson));
    }
}
