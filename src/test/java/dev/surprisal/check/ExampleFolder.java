package dev.surprisal.check;

import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.SourcePosition;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A content folder written down as one text. It is the text of a lesson, with front matter added where it has none; lines
 * {@code @file name} start further files. {@code @expect} gives the place where a problem is expected; or the character ‸ stands in front of the place where a problem is expected and is taken out.
 */
public final class ExampleFolder {

    public static final String FOLDER = "lessons/example/";
    public static final String LESSON = FOLDER + "lesson.md";

    private static final char HERE = '‸';
    private static final Typesetter TYPESETTER = Typesetter.inMemory();

    private static final String COURSE = """
            title: A course
            description: About examples.
            modules:
              - title: A module
                lessons: [example]
            """;

    private static final String FRONT_MATTER = """
            ---
            id: example
            title: An example
            summary: What it shows.
            minutes: {read: 1, practice: 1}
            let:
              p: bernoulli(0.5)
              q: bernoulli(0.7)
              n: -2
            ---
            """;

    private final Map<String, String> files = new LinkedHashMap<>();
    private @Nullable SourcePosition expected;

    private ExampleFolder() {}

    public static ExampleFolder of(String text) {
        var folder = new ExampleFolder();
        folder.files.put("course.yaml", COURSE);
        String name = LESSON;
        var content = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("@expect ")) {
                String[] place = line.substring("@expect ".length()).split(":", -1);
                folder.expected = new SourcePosition(place[0], Integer.parseInt(place[1]), Integer.parseInt(place[2]));
            } else if (line.startsWith("@file ")) {
                folder.add(name, content.toString());
                name = line.substring("@file ".length());
                content.setLength(0);
            } else {
                content.append(line).append('\n');
            }
        }
        folder.add(name, content.toString());
        return folder;
    }

    private void add(String name, String text) {
        String content = text;
        if (name.endsWith("lesson.md")
                && !text.replace(String.valueOf(HERE), "").startsWith("---")) {
            content = FRONT_MATTER + text;
        }
        int here = content.indexOf(HERE);
        if (here >= 0) {
            String before = content.substring(0, here);
            expected = new SourcePosition(
                    name, (int) before.chars().filter(c -> c == '\n').count() + 1, here - before.lastIndexOf('\n'));
            content = content.substring(0, here) + content.substring(here + 1);
        }
        files.put(name, content);
    }

    /** The place behind the ‸. */
    public SourcePosition expected() {
        if (expected == null) {
            throw new IllegalStateException("no place is marked");
        }
        return expected;
    }

    public Loaded check() {
        return check(Certificates.inMemory());
    }

    Loaded check(Certificates certificates) {
        try {
            Path root = Files.createTempDirectory("content");
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Path path = root.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
                return Checker.check(root, TYPESETTER, certificates, CourseLoader.ROOT);
            } finally {
                try (var paths = Files.walk(root)) {
                    for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
