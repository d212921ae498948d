package dev.surprisal.content;

import dev.surprisal.expression.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where links in lessons may lead: to the lessons of the course, and out to the web by a few safe schemes. */
final class Addresses {

    private static final List<String> SCHEMES = List.of("http://", "https://", "mailto:");
    private static final String LESSON = "/lesson/";

    private static final String DOWNLOADS = "/" + Downloads.FOLDER + "/";

    private final Map<LessonId, LessonFiles> lessons;
    private final Set<String> downloads;
    private final String root;

    /** What was asked so far, with its answers. */
    private final Map<Asked, String> noted = new HashMap<>();

    /** What a lesson can ask about others. */
    record Asked(Way way, String about) {
        enum Way {
            ADDRESS,
            ID,
            MEANT,
            LESSON
        }
    }

    /**
     * @param downloads the names of the files that can be taken away
     * @param root where the course is on its server, with a slash at its end; authors write as if it were {@code /}
     */
    Addresses(Map<LessonId, LessonFiles> lessons, Set<String> downloads, String root) {
        this.lessons = Map.copyOf(lessons);
        this.downloads = Set.copyOf(downloads);
        this.root = root;
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
        /** @param target null for the page as a whole */
        record OfLesson(
                LessonFiles lesson, PageKind page, @Nullable Target target) implements Found {}

        record Home() implements Found {}

        /** A file to take away. */
        record Download() implements Found {}

        record Nothing(String why) implements Found {}
    }

    Found find(String address) {
        Found found = lookUp(address);
        noted.put(new Asked(Asked.Way.ADDRESS, address), described(found));
        return found;
    }

    private Found lookUp(String address) {
        if (address.equals("/")) {
            return new Found.Home();
        }
        if (address.startsWith(DOWNLOADS)) {
            String name = address.substring(DOWNLOADS.length());
            return downloads.contains(name)
                    ? new Found.Download()
                    : new Found.Nothing("there is no file " + SourceFile.shortened(name) + " in " + Downloads.FOLDER
                            + meant(name, List.copyOf(downloads)));
        }
        if (!address.startsWith(LESSON)) {
            return new Found.Nothing("addresses of this course are /, /lesson/<id>/lesson and /downloads/<file>");
        }
        int hash = address.indexOf('#');
        String path = address.substring(LESSON.length(), hash < 0 ? address.length() : hash);
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        String word = slash < 0 ? PageKind.OVERVIEW.word() : path.substring(slash + 1);
        LessonFiles lesson = LessonId.find(name).map(id -> lessons.get(id)).orElse(null);
        if (lesson == null) {
            return new Found.Nothing("there is no lesson " + SourceFile.shortened(name)
                    + meant(name, lessons.keySet().stream().map(LessonId::value).toList()));
        }
        var page = PageKind.find(word)
                .filter(kind -> slash < 0 || kind != PageKind.OVERVIEW)
                .filter(lesson.pages()::containsKey);
        if (page.isEmpty()) {
            List<String> words = lesson.pages().keySet().stream()
                    .filter(kind -> kind != PageKind.OVERVIEW)
                    .map(PageKind::word)
                    .toList();
            return new Found.Nothing(
                    "the lesson " + name + " has no page " + SourceFile.shortened(word) + meant(word, words));
        }
        String anchor = hash < 0 ? "" : address.substring(hash + 1);
        Target target = lesson.targets()
                .find(anchor)
                .filter(found -> found.place() == page.get())
                .orElse(null);
        return anchor.isEmpty() || target != null
                ? new Found.OfLesson(lesson, page.get(), target)
                : new Found.Nothing("there is no #" + SourceFile.shortened(anchor) + " at this address"
                        + meantAnchor(name, lesson, page.get(), anchor));
    }

    /** The same id on another page of the lesson, else the one on this page that was probably meant, else all headings of the page. */
    private static String meantAnchor(String name, LessonFiles lesson, PageKind page, String anchor) {
        Optional<Target> elsewhere = lesson.targets().find(anchor);
        if (elsewhere.isPresent()) {
            String word = elsewhere.get().place() == PageKind.OVERVIEW
                    ? ""
                    : "/" + elsewhere.get().place().word();
            return " (did you mean " + LESSON + name + word + "#" + anchor + "?)";
        }
        List<Target> here = lesson.targets().all().stream()
                .filter(target -> target.place() == page)
                .toList();
        return Slug.nearest(anchor, here.stream().map(Target::id).toList())
                .map(found -> " (did you mean #" + found + "?)")
                .orElseGet(() -> {
                    String headings = here.stream()
                            .filter(target -> target.kind() == Target.Kind.HEADING)
                            .map(target -> "#" + target.id())
                            .collect(Collectors.joining(", "));
                    return headings.isEmpty() ? "" : "; its headings are " + headings;
                });
    }

    /** What has this id in the one lesson of the course that has it; empty where none has, or several have. */
    Optional<Found.OfLesson> findAnywhere(String id) {
        Optional<Found.OfLesson> found = lookUpAnywhere(id);
        noted.put(new Asked(Asked.Way.ID, id), described(found));
        return found;
    }

    private Optional<Found.OfLesson> lookUpAnywhere(String id) {
        List<Found.OfLesson> found = lessons.values().stream()
                .flatMap(lesson -> lesson.targets().find(id).stream()
                        .map(target -> new Found.OfLesson(lesson, target.place(), target)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** What stands somewhere in the course and was probably meant by an id that nothing has. */
    Optional<String> findMeant(String id) {
        Optional<String> meant = lookUpMeant(id);
        noted.put(new Asked(Asked.Way.MEANT, id), meant.orElse(""));
        return meant;
    }

    private Optional<String> lookUpMeant(String id) {
        return Slug.nearest(
                id,
                lessons.values().stream()
                        .flatMap(lesson -> lesson.targets().ids().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static String meant(String word, List<String> known) {
        return Spelling.nearest(word, known.stream().sorted().toList())
                .map(found -> " (did you mean " + found + "?)")
                .orElse("");
    }

    /** The address of a page, as a browser needs it. */
    String of(LessonId lesson, PageKind page) {
        return at(page.address(lesson));
    }

    /** What is at a path below the beginning of the course, as a browser needs it. */
    String at(String path) {
        return root + path;
    }

    Optional<LessonFiles> find(LessonId lesson) {
        Optional<LessonFiles> found = Optional.ofNullable(lessons.get(lesson));
        noted.put(new Asked(Asked.Way.LESSON, lesson.value()), described(lesson));
        return found;
    }

    /** The same addresses, of which nothing has been asked yet. */
    Addresses unasked() {
        return new Addresses(lessons, downloads, root);
    }

    /** What was asked, with all of the answers that can be seen in a lesson. */
    Map<Asked, String> noted() {
        return Map.copyOf(noted);
    }

    /** Whether all that was asked once has the same answer now. */
    boolean answer(Map<Asked, String> earlier) {
        return earlier.entrySet().stream()
                .allMatch(entry -> described(entry.getKey()).equals(entry.getValue()));
    }

    private String described(Asked asked) {
        return switch (asked.way()) {
            case ADDRESS -> described(lookUp(asked.about()));
            case ID -> described(lookUpAnywhere(asked.about()));
            case MEANT -> lookUpMeant(asked.about()).orElse("");
            case LESSON -> LessonId.find(asked.about()).map(this::described).orElse("");
        };
    }

    private String described(LessonId lesson) {
        LessonFiles found = lessons.get(lesson);
        return found == null ? "" : described(found);
    }

    private static String described(Optional<Found.OfLesson> found) {
        return found.map(each -> described((Found) each)).orElse("");
    }

    private static String described(Found found) {
        return switch (found) {
            case Found.OfLesson(var lesson, var page, var target) ->
                described(lesson) + "\n" + page + "\n" + (target == null ? "" : described(target));
            case Found.Home() -> "home";
            case Found.Download() -> "download";
            case Found.Nothing(var why) -> why;
        };
    }

    private static String described(LessonFiles lesson) {
        FrontMatter front = lesson.frontMatter();
        return lesson.id().map(LessonId::value).orElse("") + "\n" + front.status() + "\n" + front.title();
    }

    private static String described(Target target) {
        return String.join(
                "\n", target.id(), target.kind().name(), String.valueOf(target.number()), InlineRenderer.title(target));
    }
}
