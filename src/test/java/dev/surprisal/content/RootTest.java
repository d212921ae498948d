package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A course below a path of its server: what authors write as {@code /} is below it. */
class RootTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir
    Path folder;

    @Test
    void everyLinkAndPictureIsBelowThePathOfTheCourse() throws Exception {
        TestCourse.file(
                folder,
                "lessons/example/figures/bars.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 40\"><path d=\"M0 0h5\"/></svg>");
        TestCourse.file(folder, "glossary.yaml", "- term: bump\n  definition: What goes up and comes [down](/).\n");
        TestCourse.write(folder, """
                [Home](/), [the lesson](/lesson/example/lesson), [its section](/lesson/example/lesson#one), [](#one), a bump.

                :::figure{#bars}
                ![Two bars.](figures/bars.svg)

                A caption.
                :::

                ## One {#one}

                Text, [](#bars).
                """);

        var reading = CourseLoader.read(folder, TestCourse.TYPESETTER, "/kl/", new KnownLessons());

        assertThat(reading.loaded().problems()).isEmpty();
        Course course = reading.loaded().course();
        Lesson lesson = course.lessons().getFirst();
        String picture = lesson.pictures().getFirst().address();
        assertThat(addresses(lesson, PageKind.OVERVIEW))
                .containsExactly(
                        "/kl/",
                        "/kl/lesson/example/lesson",
                        "/kl/lesson/example/lesson#one",
                        "/kl/lesson/example/lesson#one",
                        "/kl/",
                        "/kl/glossary#bump",
                        "/kl/" + picture,
                        "#bars");
        assertThat(addresses(lesson, PageKind.LESSON)).containsExactly("#one", "/kl/lesson/example#bars");
        assertThat(addresses(course.glossary().getFirst().definitionHtml())).containsExactly("/kl/");
    }

    private static List<String> addresses(Lesson lesson, PageKind page) {
        var html = new StringBuilder();
        for (Block block : lesson.find(page).orElseThrow().blocks()) {
            if (block instanceof Block.Html(var text)) {
                html.append(text);
            }
        }
        return addresses(html.toString());
    }

    private static List<String> addresses(String html) {
        return ADDRESS.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
