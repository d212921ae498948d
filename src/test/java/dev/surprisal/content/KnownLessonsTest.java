package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was known before, the course is the one that somebody reads who has never seen it. */
class KnownLessonsTest {

    @TempDir
    Path folder;

    private final KnownLessons known = new KnownLessons();

    @BeforeEach
    void write() {
        TestCourse.file(
                folder, "course.yaml", "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [one, two]\n");
        TestCourse.file(folder, "glossary.yaml", "- term: entropy\n  definition: What is left to ask.\n");
        lesson("one", "Entropy counts.\n\n## A part {#part}\n\n$$ x $$ {#eq-x}\n");
        lesson("two", "See [](#part) and [](#eq-x) of [](/lesson/one), it is `= k; 2dp`.\n");
        seen();
    }

    private void lesson(String id, String text) {
        TestCourse.file(
                folder,
                "lessons/" + id + "/lesson.md",
                "---\nid: " + id + "\ntitle: Lesson " + id
                        + "\nsummary: S.\nminutes: {read: 1, practice: 1}\nlet:\n  k: reverseFit(normal(1, 2), normal(0, 1)).kl\n---\n"
                        + text);
    }

    /** What is read now, after it was compared with what a stranger reads. */
    private CourseLoader.Reading seen() {
        try {
            var again = CourseLoader.read(folder, TestCourse.TYPESETTER, CourseLoader.ROOT, known);
            var anew = CourseLoader.read(folder, TestCourse.TYPESETTER, CourseLoader.ROOT, new KnownLessons());

            assertThat(again.loaded().problems()).isEqualTo(anew.loaded().problems());
            assertThat(pages(again)).isEqualTo(pages(anew));
            assertThat(again.loaded().course().glossary())
                    .isEqualTo(anew.loaded().course().glossary());
            assertThat(again.texts()).extracting(LessonText::digest).isEqualTo(digests(anew));
            return again;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<String> digests(CourseLoader.Reading reading) {
        return reading.texts().stream().map(LessonText::digest).toList();
    }

    private static String pages(CourseLoader.Reading reading) {
        return reading.loaded().course().lessons().stream()
                .map(lesson -> lesson.id() + " " + lesson.title() + " " + lesson.status() + " " + lesson.pages())
                .toList()
                .toString()
                .replaceAll("@[0-9a-f]+", "");
    }

    private static Lesson lesson(CourseLoader.Reading reading, String id) {
        return reading.loaded().course().find(new LessonId(id)).orElseThrow();
    }

    @Test
    void aLessonThatHasNotChangedIsTakenOver() {
        var before = seen();
        lesson("one", "Entropy counts still.\n\n## A part {#part}\n\n$$ x $$ {#eq-x}\n");
        var after = seen();

        assertThat(lesson(after, "two")).isSameAs(lesson(before, "two"));
        assertThat(lesson(after, "one")).isNotSameAs(lesson(before, "one"));
    }

    @Test
    void aHeadingThatIsGoneBreaksTheLinkOfAnotherLesson() {
        lesson("one", "Entropy counts.\n\n## Another part {#other}\n\n$$ x $$ {#eq-x}\n");

        assertThat(seen().loaded().problems()).extracting(Problem::rule).containsExactly("dead-link");

        lesson("one", "Entropy counts.\n\n## A part {#part}\n\n$$ x $$ {#eq-x}\n");

        assertThat(seen().loaded().problems()).isEmpty();
    }

    @Test
    void aRenamedHeadingIsOfferedToThoseThatReferToIt() {
        lesson("one", "Entropy counts.\n\n## A part {#first-part}\n\n$$ x $$ {#eq-x}\n");

        assertThat(seen().loaded().problems())
                .extracting(Problem::message)
                .containsExactly("there is no target 'part' (did you mean first-part?)");

        lesson(
                "two",
                "See [it](/lesson/one/lesson#part), [x](/lesson/one#eq-x) and [y](/lesson/one/lesson#nothing).\n");

        assertThat(seen().loaded().problems())
                .extracting(Problem::message)
                .containsExactly(
                        "there is no #part at this address (did you mean #first-part?)",
                        "there is no #eq-x at this address (did you mean /lesson/one/lesson#eq-x?)",
                        "there is no #nothing at this address; its headings are #first-part");
    }

    @Test
    void whatNobodyRefersToWritesNoOtherLessonAnew() {
        var before = seen();
        lesson(
                "one",
                "Entropy counts.\n\n## A part {#part}\n\n$$ x $$ {#eq-x}\n\n## A new one {#new-one}\n\n$$ y $$ {#eq-y}\n");

        assertThat(lesson(seen(), "two")).isSameAs(lesson(before, "two"));
    }

    @Test
    void aReferenceIsUnclearOnceAnotherLessonHasTheSameId() {
        TestCourse.file(
                folder,
                "course.yaml",
                "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [one, two, three]\n");
        lesson("three", "Entropy ends.\n\n## A part {#part}\n");

        assertThat(seen().loaded().problems()).extracting(Problem::rule).containsExactly("dead-link");

        lesson("three", "Entropy ends.\n\n## A part {#last-part}\n");

        assertThat(seen().loaded().problems()).isEmpty();
    }

    @Test
    void aLessonThatChangesAfterAnotherClashesWithIt() {
        lesson("two", "See [](#part).\n\n" + question("q"));
        assertThat(seen().loaded().problems()).isEmpty();

        lesson("one", "Entropy counts.\n\n## A part {#part}\n\n$$ x $$ {#eq-x}\n\n" + question("q"));

        assertThat(seen().loaded().problems())
                .extracting(problem -> problem.position().file() + " " + problem.rule())
                .containsExactly("lessons/two/lesson.md duplicate-id");

        lesson("one", "Entropy counts.\n\n## A part {#part}\n\n$$ x $$ {#eq-x}\n");

        assertThat(seen().loaded().problems()).isEmpty();
    }

    @Test
    void aDraftIsHiddenFromThoseThatReferToIt() throws IOException {
        Path one = folder.resolve("lessons/one/lesson.md");
        Files.writeString(one, Files.readString(one).replace("title: Lesson one", "title: Lesson one\nstatus: draft"));

        assertThat(seen().loaded().problems()).extracting(Problem::rule).contains("dead-link");
    }

    @Test
    void anotherTitleOrNumberIsSeenInOtherLessons() {
        lesson("one", "Entropy counts.\n\n## The part {#part}\n\n$$ y $$ {#eq-y}\n\n$$ x $$ {#eq-x}\n");

        assertThat(lesson(seen(), "two").pages().toString()).contains("The part", "(2)");
    }

    @Test
    void theSameIdInAnotherLessonIsFoundAndForgotten() {
        lesson("one", "Entropy counts.\n\n## A part {#part}\n\n$$ x $$ {#eq-x}\n\n" + question("q"));
        lesson("two", question("q"));

        assertThat(seen().loaded().problems()).extracting(Problem::rule).containsExactly("duplicate-id");
        assertThat(seen().loaded().problems()).hasSize(1);

        lesson("two", question("r"));

        assertThat(seen().loaded().problems()).isEmpty();
    }

    private static String question(String id) {
        return ":::question{#" + id + " type=number}\nHow much?\n\nanswer: 1\naccept: abs 0.1\n:::\n";
    }

    /** Though what its fields were found to be is remembered. */
    @Test
    void whatIsWrongWithAQuestionIsSaidAfterEachSave() {
        String faulty = question("q").replace("answer: 1", "where: a > 1\nanswer: 1");
        lesson("two", "Some words.\n\n" + faulty);
        List<Problem> before = seen().loaded().problems();
        assertThat(before)
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("none without vary");

        lesson("two", "Other words.\n\n" + faulty);

        assertThat(seen().loaded().problems()).isEqualTo(before);
    }

    @Test
    void glossaryWorksAndCourseAreLookedAtEachTime() {
        TestCourse.file(folder, "glossary.yaml", "- term: entropy\n  definition: Another one.\n");
        assertThat(lesson(seen(), "one").pages().toString()).contains("Another one.");

        TestCourse.file(
                folder, "course.yaml", "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [one]\n");
        assertThat(seen().loaded().problems()).extracting(Problem::rule).containsExactly("unlisted-lesson");
    }

    @Test
    void aLessonThatIsGoneOrBrokenIsNotTakenOver() throws IOException {
        lesson("two", "$\\frac{1}{$\n");
        assertThat(seen().loaded().hasErrors()).isTrue();

        Files.delete(folder.resolve("lessons/one/lesson.md"));
        assertThat(seen().loaded().course().find(new LessonId("one"))).isEmpty();
    }

    @Test
    void aPictureCountsAsTheLessonDoes() {
        lesson("two", ":::figure{#f}\n![A dot](figures/dot.svg)\n\nA dot.\n:::\n");
        assertThat(seen().loaded().hasErrors()).isTrue();

        TestCourse.file(
                folder,
                "lessons/two/figures/dot.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><circle r=\"1\"/></svg>");
        assertThat(seen().loaded().problems()).isEmpty();
    }
}
