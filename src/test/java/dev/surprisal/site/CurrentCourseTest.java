package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.surprisal.content.Block;
import dev.surprisal.content.CourseModule;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Problem;
import dev.surprisal.hosting.Settings;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.site.Edition.Known;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/** A course whose files are edited while it is shown. */
class CurrentCourseTest {
    private static final String BROKEN = "\n$\\frac{1}{$\n";

    @TempDir
    Path folder;

    private CurrentCourse course;
    private boolean author;

    @BeforeEach
    void start() throws IOException {
        order("one", "two");
        lesson("one", "one", "published", "Some text.");
        lesson("two", "two", "published", "Some text.");
        restart();
    }

    private void restart() {
        var limits = new Settings.Limits(1, 1, 1, DataSize.ofKilobytes(1), DataSize.ofKilobytes(1));
        course = new CurrentCourse(
                new Settings(
                        folder.resolve("content"),
                        folder.resolve("data"),
                        new Settings.Database("", "", "", ""),
                        "",
                        null,
                        "",
                        "",
                        "",
                        "",
                        limits),
                _ -> author,
                _ -> Optional.empty());
    }

    private void order(String... ids) throws IOException {
        write(
                "course.yaml",
                "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [" + String.join(", ", ids) + "]\n");
    }

    private void lesson(String inFolder, String id, String status, String text) throws IOException {
        write(
                "lessons/" + inFolder + "/lesson.md",
                "---\nid: " + id + "\ntitle: Lesson " + id
                        + "\nsummary: S.\noutcomes: [see]\nminutes: {read: 1, practice: 0}\nstatus: " + status
                        + "\n---\n"
                        + text + "\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("content").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> lessons(dev.surprisal.content.Course course) {
        return course.modules().stream()
                .map(CourseModule::lessons)
                .flatMap(List::stream)
                .map(lesson -> lesson.id().value())
                .toList();
    }

    private List<String> shown() {
        return lessons(course.course());
    }

    private String text(String lesson) {
        Lesson found = course.course().find(new LessonId(lesson)).orElseThrow();
        var text = new StringBuilder();
        for (Block block : found.find(PageKind.OVERVIEW).orElseThrow().blocks()) {
            if (block instanceof Block.Html(var html)) {
                text.append(html);
            }
        }
        return text.toString();
    }

    private List<String> places() {
        return course.edition().problems().stream()
                .map(Problem::position)
                .map(position -> position.file() + ":" + position.line())
                .toList();
    }

    @Test
    void whatIsSavedIsShown() throws IOException {
        lesson("one", "one", "published", "Another text.");
        course.reload();

        assertThat(text("one")).contains("Another text.");
    }

    @Test
    void aBrokenSaveKeepsTheLastGoodLessonUntilItIsMended() throws IOException {
        lesson("one", "one", "published", "Better." + BROKEN);
        lesson("two", "two", "published", "Good.");
        course.reload();
        assertThat(text("one")).contains("Some text.");
        assertThat(text("two")).contains("Good.");
        assertThat(places()).containsExactly("lessons/one/lesson.md:10");

        lesson("one", "one", "published", "Better.");
        course.reload();
        assertThat(text("one")).contains("Better.");
        assertThat(places()).isEmpty();
    }

    @Test
    void aLessonThatStaysBrokenStaysAsItWasThroughMoreSaves() throws IOException {
        write("lessons/one/lesson.md", "---\nid: [\n---\n");
        course.reload();
        lesson("two", "two", "published", "Good.");
        course.reload();
        course.reload();

        assertThat(shown()).containsExactly("one", "two");
        assertThat(course.edition().problems(new LessonId("one"))).isNotEmpty();
    }

    @Test
    void anOrderThatCannotBeReadStaysAsItWas() throws IOException {
        write("course.yaml", "title: T\nmodules:\n  - title: [\n");
        lesson("one", "one", "published", "Better.");
        course.reload();

        assertThat(shown()).containsExactly("one", "two");
        assertThat(text("one")).contains("Better.");
        assertThat(course.edition().otherProblems()).isNotEmpty();
    }

    @Test
    void aSlipInAnOrderTakesNoLessonFromItsReaders() throws IOException {
        order("one", "tow");
        course.reload();
        assertThat(shown()).containsExactly("one", "two");
        assertThat(places()).isNotEmpty();

        write("course.yaml", "title: T\ndescription: D\nmodules\n  - title: M\n    lessons: [one, two]\n");
        course.reload();
        assertThat(shown()).containsExactly("one", "two");

        order("two", "one");
        course.reload();
        assertThat(shown()).containsExactly("two", "one");
    }

    @Test
    void aNewLessonIsShownOnceItIsListed() throws IOException {
        lesson("three", "three", "published", "New.");
        course.reload();
        assertThat(shown()).containsExactly("one", "two");

        order("three", "one", "two");
        course.reload();
        assertThat(shown()).containsExactly("three", "one", "two");
    }

    @Test
    void aLessonInARenamedFolderIsTheSameLesson() throws IOException {
        Files.move(folder.resolve("content/lessons/one"), folder.resolve("content/lessons/renamed"));
        course.reload();

        assertThat(shown()).containsExactly("one", "two");
        assertThat(places()).isEmpty();
    }

    @Test
    void aDeletedLessonIsGone() throws IOException {
        Files.delete(folder.resolve("content/lessons/one/lesson.md"));
        Files.delete(folder.resolve("content/lessons/one"));
        course.reload();

        assertThat(shown()).containsExactly("two");
        assertThat(places()).containsExactly("course.yaml:5");
    }

    @Test
    void authorsAreToldOfQuestionsThatAreGoneUntilTheyAreBackOrRetired() throws IOException {
        Path practice = folder.resolve("content/lessons/one/practice.md");
        String asked = ":::question{#q type=number}\nHow much is 1 + 1?\n\nanswer: 2\naccept: abs 0.1\n:::\n";
        write("lessons/one/practice.md", asked + "\n" + asked.replace("#q", "#r"));
        course.reload();
        assertThat(places()).isEmpty();

        Files.delete(practice);
        course.reload();
        course.reload();
        assertThat(course.edition().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.toString()).startsWith("lessons/one/practice.md:1:1 warning gone: 2 questions");
            assertThat(problem.message()).contains(": q, r.");
        });
        assertThat(course.edition().problems(new LessonId("one"))).hasSize(1);

        write("lessons/two/practice.md", asked);
        course.reload();
        assertThat(course.edition().problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .startsWith("the question r stood here");

        write(
                "course.yaml",
                "title: T\ndescription: D\nretired: [r]\nmodules:\n  - title: M\n    lessons: [one, two]\n");
        course.reload();
        assertThat(course.edition().problems()).isEmpty();
    }

    @Test
    void ofALessonThatIsGoneNoQuestionIsMissed() throws IOException {
        lesson(
                "one",
                "one",
                "published",
                ":::question{#q type=number}\nHow much?\n\nanswer: 2\naccept: abs 0.1\n:::\n");
        course.reload();
        lesson("one", "one", "published", "Some text.");
        course.reload();
        assertThat(places()).containsExactly("lessons/one/lesson.md:1");

        Files.move(folder.resolve("content/lessons/one"), folder.resolve("content/lessons/renamed"));
        course.reload();
        assertThat(places()).containsExactly("lessons/renamed/lesson.md:1");

        LastGood.delete(folder.resolve("content/lessons/renamed"));
        order("two");
        course.reload();
        assertThat(places()).isEmpty();
    }

    @Test
    void aFolderThatIsAwayForAWhileChangesNothing() throws IOException {
        Path content = folder.resolve("content");
        Files.move(content, folder.resolve("away"));

        assertThat(catchThrowable(course::reload)).isInstanceOf(IOException.class);
        assertThat(shown()).containsExactly("one", "two");
    }

    @Test
    void aLessonThatWasBrokenWhileTheServerWasDownIsShownAsItWas() throws IOException {
        write("lessons/one/lesson.md", "---\nid: [\n---\n");
        lesson("two", "two", "published", "Better." + BROKEN);
        restart();
        assertThat(shown()).containsExactly("one", "two");
        assertThat(text("one")).contains("Some text.");
        assertThat(text("two")).contains("Some text.");
        assertThat(course.edition().problems(new LessonId("one"))).isNotEmpty();

        lesson("two", "two", "published", "Mended.");
        course.reload();
        assertThat(shown()).containsExactly("one", "two");
        assertThat(text("two")).contains("Mended.");
    }

    @Test
    void anOrderThatWasBrokenWhileTheServerWasDownIsAsItWas() throws IOException {
        write("course.yaml", "title: T\nmodules:\n  - title: [\n");
        restart();

        assertThat(shown()).containsExactly("one", "two");
        assertThat(course.edition().otherProblems()).isNotEmpty();
    }

    @Test
    void aDraftIsForAuthorsOnly() throws IOException {
        lesson("two", "two", "draft", "Secret.");
        course.reload();

        assertThat(shown()).containsExactly("one");
        assertThat(course.sight(new MockHttpServletRequest()).find("two")).isEmpty();
        author = true;
        assertThat(course.sight(new MockHttpServletRequest()).find("two")).isPresent();
    }

    @Test
    void aRequestSeesOneEditionFromItsBeginningToItsEnd() throws IOException {
        var request = new MockHttpServletRequest();
        Sight before = course.sight(request);
        lesson("one", "one", "published", "Another text.");
        course.reload();

        assertThat(course.sight(request)).isSameAs(before);
        assertThat(course.sight(new MockHttpServletRequest()).edition()).isSameAs(course.edition());
    }

    @Test
    void aVerdictThatWasGivenAgainIsOfThePresentQuestionOnlyOnItsPresentNumbers() throws IOException {
        String question = """
                :::question{#sum type=number}
                vary: a in {1, 2}; b in {1, 2}
                Double {{a}} on day {{b}}.

                answer: 2 * a
                accept: abs 0.1
                :::
                """;
        lesson("one", "one", "published", question);
        course.reload();
        Known before = course.edition().find("sum").orElseThrow();
        Regraded regraded = regraded(before);
        assertThat(course.edition().isPresent(regraded)).isTrue();

        lesson("one", "one", "published", question.replace("b in {1, 2}", "b in {1, 7}"));
        course.reload();

        Known now = course.edition().find("sum").orElseThrow();
        assertThat(now.definition()).isEqualTo(before.definition());
        assertThat(course.edition().isPresent(regraded)).isFalse();
        assertThat(course.edition().isPresent(regraded(now))).isTrue();
    }

    private static Regraded regraded(Known by) {
        return new Regraded(
                new Item("one", "sum", by.revision(), 1),
                "attempt-1",
                Event.Verdict.RIGHT,
                Objects.requireNonNull(by.definition()).id(),
                0);
    }

    @Test
    void onlyPagesThatChangedHaveAnotherFingerprint() throws IOException {
        Edition before = course.edition();
        lesson("one", "one", "published", "Another text.");
        Edition after = course.reload();

        assertThat(changed(before, after, "lesson/one/overview", false)).isTrue();
        assertThat(changed(before, after, "lesson/one/lesson", false)).isFalse();
        assertThat(changed(before, after, "lesson/two/overview", false)).isFalse();
        assertThat(changed(before, after, "home", false)).isFalse();
    }

    @Test
    void problemsConcernAuthorsOnlyAndDraftsNoLearner() throws IOException {
        Edition before = course.edition();
        lesson("one", "one", "published", "Better." + BROKEN);
        Edition after = course.reload();
        assertThat(changed(before, after, "lesson/two/overview", false)).isFalse();
        assertThat(changed(before, after, "lesson/two/overview", true)).isTrue();

        lesson("three", "three", "draft", "New.");
        order("one", "two", "three");
        Edition withDraft = course.reload();
        assertThat(changed(after, withDraft, "home", false)).isFalse();
        assertThat(changed(after, withDraft, "home", true)).isTrue();
    }

    private static boolean changed(Edition before, Edition after, String page, boolean author) {
        return !before.fingerprints()
                .of(page, author)
                .equals(after.fingerprints().of(page, author));
    }

    /** Some hundred saves, or some thousand when asked for: what an edition takes is given back. */
    @Test
    void manySavesLeaveNothingBehind() throws IOException {
        int saves = Boolean.getBoolean("surprisal.deep") ? 5000 : 300;
        save(100);
        long before = used();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();

        save(saves);

        assertThat(used() - before).isLessThan(8L << 20);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThanOrEqualTo(threads + 2);
        assertThat(text("one")).contains("number " + (saves - 1));
    }

    @Test
    void whatIsKeptSurvivesTheDeathOfTheServerWhileItIsKept() throws IOException {
        Path kept = folder.resolve("data/last-good/lessons/one");
        Files.move(kept, kept.resolveSibling("one.old"));
        lesson("one", "one", "published", BROKEN);

        restart();

        assertThat(text("one")).contains("Some text.");
    }

    @Test
    void whatHasLongLeftTheCourseIsLetGo() throws IOException {
        Path two = folder.resolve("data/last-good/lessons/two");
        age(two.resolve("lesson.md"), 61);
        age(two, 61);
        order("one");
        LastGood.delete(folder.resolve("content/lessons/two"));

        restart();
        restart();
        assertThat(two).as("left just now, however old its copy is").exists();

        order("one", "two");
        lesson("two", "two", "published", "Some text.");
        age(two.resolve(".left"), 61);
        restart();
        order("one");
        LastGood.delete(folder.resolve("content/lessons/two"));
        restart();
        restart();
        assertThat(two).as("was in the course meanwhile").exists();

        age(two.resolve(".left"), 61);
        restart();
        assertThat(two).doesNotExist();
        assertThat(two.resolveSibling("one")).exists();
    }

    @Test
    void whatAServerThatDiedHadMendedIsLetGoAfterADay() throws IOException {
        Path abandoned = Files.createDirectories(folder.resolve("data/last-good/mended123"));
        age(abandoned, 2);
        Path inUse = Files.createDirectories(folder.resolve("data/last-good/mended456"));

        restart();

        assertThat(abandoned).doesNotExist();
        assertThat(inUse).exists();
    }

    private static void age(Path path, int days) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }

    @Test
    void whatIsSavedIsKeptAlsoWhenNobodyCanBeTold() throws IOException {
        lesson("one", "one", "published", "Better.");
        assertThat(catchThrowable(() -> course.reload(_ -> {
                    throw new IllegalStateException("nobody listens");
                })))
                .isNull();
        lesson("one", "one", "published", BROKEN);

        restart();

        assertThat(text("one")).contains("Better.");
    }

    @Test
    void neitherHiddenFilesNorWhatLinksLeadToIsKept() throws IOException {
        write("lessons/one/.git/config", "secret");
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "secret");
        Files.createSymbolicLink(folder.resolve("content/lessons/one/link"), elsewhere);
        lesson("one", "one", "published", "Other text.");

        course.reload();

        try (var all = Files.walk(folder.resolve("data/last-good/lessons"))) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsOnly("lesson.md");
        }
    }

    @Test
    void pagesThatNobodyHasLookTheSame() {
        Fingerprints fingerprints = course.edition().fingerprints();

        assertThat(fingerprints.of("lesson/nobody/lesson", false))
                .isEqualTo(fingerprints.of("lesson/one/nothing", false))
                .isNotEqualTo(fingerprints.of("lesson/one/lesson", false));
    }

    private void save(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            lesson("one", "one", "published", i % 10 == 3 ? BROKEN : "Text number " + i + ", $x^{" + i + "}$.");
            course.reload();
        }
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
