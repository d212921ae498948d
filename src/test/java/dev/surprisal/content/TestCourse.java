package dev.surprisal.content;

import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course of one lesson in a folder, for tests. */
final class TestCourse {

    static final Typesetter TYPESETTER = Typesetter.inMemory();
    static final String LESSON = "lessons/example/lesson.md";

    static final String FRONT_MATTER = """
            ---
            id: example
            title: An example
            summary: What it *shows*.
            outcomes: [see $x$, hear]
            minutes: {read: 3, practice: 4}
            let:
              p: bernoulli(0.5)
              q: bernoulli(0.7)
              n: -2
            ---
            """;

    private TestCourse() {}

    static void write(Path folder, String body) {
        file(folder, "course.yaml", "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [example]\n");
        file(folder, LESSON, FRONT_MATTER + body);
    }

    static void file(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Loaded load(Path folder) {
        try {
            return CourseLoader.load(folder, TYPESETTER);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The one lesson, which must be good. */
    static Lesson lesson(Path folder, String body) {
        write(folder, body);
        Loaded loaded = load(folder);
        if (!loaded.problems().isEmpty()) {
            throw new AssertionError(loaded.problems().toString());
        }
        return loaded.course().lessons().getFirst();
    }

    /** The HTML of the lesson's overview, which is all of a text without second-level headings. */
    static String html(Path folder, String body) {
        var html = new StringBuilder();
        for (Block block :
                lesson(folder, body).find(PageKind.OVERVIEW).orElseThrow().blocks()) {
            if (block instanceof Block.Html(var text)) {
                html.append(text);
            }
        }
        return html.toString();
    }
}
