package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages beside a lesson. */
class CompanionPagesTest {

    private static final String PRACTICE = "lessons/example/practice.md";

    private static final String BODY = """
            Before.

            ## The $x$ {#first}

            $$
            x
            $$ {#eq-x}
            """;

    @TempDir
    Path folder;

    @Test
    void aLessonHasThePagesOfWhichThereAreFiles() {
        TestCourse.file(folder, "lessons/example/references.md", "Books.\n");
        TestCourse.file(folder, PRACTICE, "Try.\n\n## More {#more}\n");

        Lesson lesson = TestCourse.lesson(folder, BODY);

        assertThat(lesson.pages().keySet())
                .containsExactly(PageKind.OVERVIEW, PageKind.LESSON, PageKind.PRACTICE, PageKind.REFERENCES);
        assertThat(html(lesson, PageKind.PRACTICE)).startsWith("<p>Try.</p>").contains("<h2 id=\"more\">");
        assertThat(lesson.find(PageKind.PRACTICE).orElseThrow().headings())
                .extracting(Heading::id)
                .containsExactly("more");
        assertThat(lesson.find(PageKind.CHEATSHEET)).isEmpty();
    }

    @Test
    void aPageSharesTheNamesOfItsLesson() {
        TestCourse.file(folder, PRACTICE, "That is `= n; 1dp` and ${{n}}$.\n");

        Lesson lesson = TestCourse.lesson(folder, BODY);

        assertThat(html(lesson, PageKind.PRACTICE)).contains("−2.0");
    }

    @Test
    void referencesLeadFromPageToPage() {
        TestCourse.file(folder, PRACTICE, """
                See [](#eq-x), [](#first), [there](#eq-x), [](#own) and [](/lesson/example/lesson#first).

                $$
                y
                $$ {#own}
                """);

        Lesson lesson = TestCourse.lesson(folder, "See [](#eq-x) and [](/lesson/example/practice).\n\n" + BODY);

        String practice = html(lesson, PageKind.PRACTICE);
        assertThat(practice)
                .contains("<a class=\"ref\" href=\"/lesson/example/lesson#eq-x\">(1) of the lesson page</a>")
                .contains("<a class=\"ref-text\" href=\"/lesson/example/lesson#eq-x\">there</a>")
                .contains("<a class=\"ref\" href=\"#own\">(1)</a>")
                .contains("<a class=\"ref\" href=\"/lesson/example/lesson#first\">The <span class=\"katex\">");
        assertThat(html(lesson, PageKind.OVERVIEW))
                .contains("<a href=\"/lesson/example/practice\" router-ignore=\"\">Practice</a>");
    }

    @Test
    void anIdStandsInALessonOnce() {
        TestCourse.file(folder, PRACTICE, "Text.\n\n## Again {#first}\n");
        TestCourse.write(folder, BODY);

        assertThat(TestCourse.load(folder).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        PRACTICE + ":3:12 error duplicate-id: the id first is taken in lessons/example/lesson.md:14");
    }

    @Test
    void aMistakeIsFoundInThePageItIsIn() {
        TestCourse.file(folder, PRACTICE, "One.\n\nSee [](#frist).\n");
        TestCourse.write(folder, BODY);

        Loaded loaded = TestCourse.load(folder);

        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .containsExactly(PRACTICE + ":3:5 error dead-link: there is no target 'frist' (did you mean first?)");
        assertThat(loaded.course().lessons()).isEmpty();
    }

    @Test
    void questionsAndWidgetsOfAllPagesAreFound() {
        TestCourse.file(folder, PRACTICE, """
                :::question{#ask type=single}
                Which?

                - [x] a
                - [ ] b
                :::

                :::widget{#play kind=kl-discrete}
                :::
                """);

        Lesson lesson = TestCourse.lesson(folder, BODY);

        assertThat(lesson.find(new QuestionId("ask"))).isPresent();
        assertThat(lesson.find(new WidgetId("play"))).isPresent();
    }

    @Test
    void idsOfQuestionsAreUniqueInTheCourse() {
        String question = ":::question{#ask type=single}\nWhich?\n\n- [x] a\n- [ ] b\n:::\n";
        TestCourse.write(folder, BODY);
        TestCourse.file(folder, PRACTICE, question);
        TestCourse.file(
                folder,
                "lessons/other/lesson.md",
                TestCourse.FRONT_MATTER.replace("id: example", "id: other") + question);
        TestCourse.file(
                folder,
                "course.yaml",
                "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [example, other]\n");

        assertThat(TestCourse.load(folder).problems())
                .extracting(Problem::message)
                .containsExactly("the id ask is taken in " + PRACTICE);
    }

    private static String html(Lesson lesson, PageKind page) {
        var html = new StringBuilder();
        for (Block block : lesson.find(page).orElseThrow().blocks()) {
            if (block instanceof Block.Html(var text)) {
                html.append(text);
            }
        }
        return html.toString();
    }
}
