package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseLoaderTest {

    @TempDir
    Path folder;

    @Test
    void readsTheCourse() {
        TestCourse.write(folder, "Text.\n");
        TestCourse.file(folder, "course.yaml", """
                title: Likelihood
                description: >-
                  In two
                  lines.
                authors: [Ann, Bob]
                licence: CC BY 4.0
                edition: "2"
                date: 2026-11-21
                confidence: ask
                modules:
                  - title: M
                    lessons: [example]
                  - title: N
                    lessons: []
                retired: [old]
                """);

        Loaded loaded = TestCourse.load(folder);

        assertThat(loaded.problems()).isEmpty();
        Course course = loaded.course();
        assertThat(course.title()).isEqualTo("Likelihood");
        assertThat(course.description()).isEqualTo("In two lines.");
        assertThat(course.authors()).containsExactly("Ann", "Bob");
        assertThat(course.licence()).isEqualTo("CC BY 4.0");
        assertThat(course.asksConfidence()).isTrue();
        assertThat(course.edition()).isEqualTo("2");
        assertThat(course.date()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(course.modules()).extracting(CourseModule::title).containsExactly("M", "N");
        assertThat(course.find(new LessonId("example"))).isPresent();
    }

    @Test
    void aLessonWithAnErrorDoesNotTakeTheOthersAway() {
        TestCourse.write(folder, "Text.\n");
        TestCourse.file(
                folder,
                "lessons/other/lesson.md",
                TestCourse.FRONT_MATTER.replace("id: example", "id: other")
                        + "See [](#nowhere) and [](#nowhere-else).\n");
        TestCourse.file(
                folder,
                "course.yaml",
                "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [other, example]\n");

        Loaded loaded = TestCourse.load(folder);

        assertThat(loaded.course().lessons()).extracting(Lesson::id).containsExactly(new LessonId("example"));
        assertThat(loaded.problems()).hasSize(2).allMatch(Problem::isError);
        assertThat(loaded.problems().getFirst().toString())
                .startsWith("lessons/other/lesson.md:12:5 error dead-link: there is no target 'nowhere'");
    }

    @Test
    void aMissingFolderIsTheCallersMistake() {
        assertThatThrownBy(() -> CourseLoader.load(folder.resolve("nothing"), TestCourse.TYPESETTER))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anEmptyFolderLacksACourse() {
        assertThat(TestCourse.load(folder).problems())
                .containsExactly(
                        Problem.of(Rule.FILE, new SourcePosition("course.yaml", 1, 1), "the file does not exist"));
    }

    @Test
    void linksOutOfTheFolderAreRefused(@TempDir Path elsewhere) throws IOException {
        TestCourse.write(elsewhere, "A secret.\n");
        TestCourse.write(folder, "Text.\n");
        Files.createSymbolicLink(folder.resolve("lessons/linked"), elsewhere.resolve("lessons/example"));
        Files.createDirectories(folder.resolve("lessons/file"));
        Files.createSymbolicLink(
                folder.resolve("lessons/file/lesson.md"), elsewhere.resolve("lessons/example/lesson.md"));

        Loaded loaded = TestCourse.load(folder);

        assertThat(loaded.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).isEqualTo("this leads out of the content folder"))
                .extracting(problem -> problem.position().file())
                .contains("lessons/linked/lesson.md", "lessons/file/lesson.md");
        assertThat(loaded.course().lessons()).hasSize(1);
    }

    @Test
    void linksWithinTheFolderAreFollowed() throws IOException {
        TestCourse.write(folder, "Text.\n");
        Files.move(folder.resolve(TestCourse.LESSON), folder.resolve("text.md"));
        Files.createSymbolicLink(folder.resolve(TestCourse.LESSON), folder.resolve("text.md"));

        assertThat(TestCourse.load(folder).problems()).isEmpty();
    }

    @Test
    void aLargeFileIsRefused() {
        TestCourse.write(folder, "x".repeat(ContentFolder.LARGEST_FILE));

        assertThat(TestCourse.load(folder).problems())
                .anySatisfy(problem -> assertThat(problem.toString())
                        .isEqualTo("lessons/example/lesson.md:1:1 error file: a file has at most 1048576 bytes"));
    }

    @Test
    void aLessonOfTooManyLinesIsRefused() {
        TestCourse.write(folder, "\n".repeat(10_000));

        assertThat(TestCourse.load(folder).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .isEqualTo("lessons/example/lesson.md:10001:1 error too-much: a page has at most 10000 lines"));
    }

    @Test
    void aFileInAnotherEncodingIsRefusedWhereItDiffers() throws IOException {
        TestCourse.write(folder, "");
        Files.write(
                folder.resolve(TestCourse.LESSON),
                (TestCourse.FRONT_MATTER + "A na\u00efve reader.\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(TestCourse.load(folder).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .isEqualTo("lessons/example/lesson.md:12:5 error file: the file is not UTF-8 here"));
    }

    @Test
    void lineEndsAndByteOrderMarksMoveNothing() {
        TestCourse.write(folder, "Text with $\\frc$.\n");
        var before = TestCourse.load(folder).problems();
        TestCourse.file(
                folder,
                TestCourse.LESSON,
                "\uFEFF" + (TestCourse.FRONT_MATTER + "Text with $\\frc$.\n").replace("\n", "\r\n"));

        assertThat(TestCourse.load(folder).problems()).isEqualTo(before).hasSize(1);
        assertThat(before.getFirst().position()).isEqualTo(new SourcePosition(TestCourse.LESSON, 12, 12));
    }

    @Test
    void placesInFrontMatterHoldWithOtherScripts() {
        TestCourse.write(folder, "");
        TestCourse.file(
                folder,
                TestCourse.LESSON,
                TestCourse.FRONT_MATTER.replace("title: An example", "title: Ein Überblick 🎲 über 𝑝\ncolour: y"));

        assertThat(TestCourse.load(folder).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("lessons/example/lesson.md:4:1 error unknown-key: there is no key 'colour'"));
    }

    @Test
    void editorsLeftoversAreNoFiles() {
        TestCourse.write(folder, "Text.\n");
        TestCourse.file(folder, "lessons/example/.lesson.md.swp", "x");
        TestCourse.file(folder, "lessons/example/lesson.md~", "x");
        TestCourse.file(folder, "lessons/.DS_Store", "x");

        assertThat(TestCourse.load(folder).problems()).isEmpty();
    }
}
