package dev.surprisal.content;

import dev.surprisal.content.ContentFolder.Unreadable;
import dev.surprisal.expression.Spelling;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a lesson as it lies on the disk, not yet understood: what its files consist of, what cannot be read, and a digest of all
 * of this by which it is known again.
 */
final class LessonFolder {

    private static final String FIGURES = "figures";
    private static final List<String> FILES = List.of(
            PageKind.LESSON.file(),
            PageKind.PRACTICE.file(),
            PageKind.CHEATSHEET.file(),
            PageKind.REFERENCES.file(),
            Cards.FILE,
            FIGURES);

    private final String path;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, byte[]> pictures = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private LessonFolder(String path) {
        this.path = path;
    }

    /** @param path with a slash at the end */
    static LessonFolder read(String path, ContentFolder content) {
        var folder = new LessonFolder(path);
        folder.read(content);
        return folder;
    }

    private void read(ContentFolder content) {
        List<String> present = list(content, path.substring(0, path.length() - 1));
        present.stream().filter(file -> !FILES.contains(file)).forEach(this::unknown);
        for (String file : FILES) {
            if (!file.equals(FIGURES) && (present.contains(file) || file.equals(PageKind.LESSON.file()))) {
                try {
                    files.put(file, content.bytes(path + file, ContentFolder.LARGEST_FILE));
                } catch (Unreadable unreadable) {
                    problems.add(unreadable.problem());
                }
            }
        }
        for (String name : list(content, path + FIGURES)) {
            String picture = path + FIGURES + "/" + name;
            if (!PictureReader.isName(name)) {
                problems.add(Problem.of(
                        Rule.UNKNOWN_FILE,
                        new SourcePosition(picture, 1, 1),
                        "a figure is named with small letters, digits and hyphens and ends with .svg or .png"));
                continue;
            }
            try {
                pictures.put(name, content.bytes(picture, ContentFolder.LARGEST_PICTURE));
            } catch (Unreadable unreadable) {
                problems.add(unreadable.problem());
                pictures.put(name, new byte[0]);
            }
        }
    }

    private List<String> list(ContentFolder content, String name) {
        try {
            return content.list(name);
        } catch (Unreadable unreadable) {
            problems.add(unreadable.problem());
            return List.of();
        }
    }

    private void unknown(String file) {
        String meant = Spelling.nearest(file, FILES)
                .map(found -> " (did you mean " + found + "?)")
                .orElse("; a lesson consists of " + String.join(", ", FILES));
        problems.add(
                Problem.of(Rule.UNKNOWN_FILE, new SourcePosition(path + file, 1, 1), "this file is not read" + meant));
    }

    String path() {
        return path;
    }

    /** The same for the same names, bytes and problems. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Map<String, byte[]> group : List.of(files, pictures)) {
                group.forEach((name, bytes) -> {
                    digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                });
                digest.update((byte) 0);
            }
            digest.update((path + problems).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * What was found.
     *
     * @param files null where there is no text of a lesson
     * @param problems of files as such; what is wrong in a text is known by its {@link SourceFile}
     */
    record Parsed(@Nullable LessonFiles files, List<Problem> problems) {
        Parsed {
            problems = List.copyOf(problems);
        }
    }

    /** Reads what the files say; each time anew. */
    Parsed parse(Evaluations.Results results) {
        var found = new ArrayList<>(problems);
        SourceFile lesson = source(PageKind.LESSON.file(), found);
        Map<PageKind, SourceFile> companions = new EnumMap<>(PageKind.class);
        for (PageKind page : PageKind.COMPANIONS) {
            SourceFile file = source(page.file(), found);
            if (file != null) {
                companions.put(page, file);
            }
        }
        SourceFile cards = source(Cards.FILE, found);
        Map<String, Optional<Picture>> shown = new TreeMap<>();
        pictures.forEach((name, bytes) -> shown.put(name, picture(name, bytes, found)));
        LessonFiles read =
                lesson == null ? null : LessonFiles.read(lesson, companions, cards, shown, new Evaluations(results));
        return new Parsed(read, found);
    }

    private @Nullable SourceFile source(String file, List<Problem> found) {
        byte[] bytes = files.get(file);
        try {
            return bytes == null ? null : ContentFolder.source(path + file, bytes);
        } catch (Unreadable unreadable) {
            found.add(unreadable.problem());
            return null;
        }
    }

    private Optional<Picture> picture(String name, byte[] bytes, List<Problem> found) {
        if (bytes.length == 0
                && found.stream().anyMatch(problem -> problem.position().file().equals(place(name)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(PictureReader.read(name, bytes));
        } catch (PictureReader.Refused refused) {
            found.add(Problem.of(
                    Rule.IMAGE,
                    new SourcePosition(place(name), refused.line, refused.column),
                    String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }

    private String place(String picture) {
        return path + FIGURES + "/" + picture;
    }
}
