package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** An author edits while a learner reads. How long a change takes is measured, not asserted: the waits are generous. */
@TestMethodOrder(OrderAnnotation.class)
class EditingJourneyIT {
    private static final String LESSON = "/lesson/edited/lesson";

    private static final String FRONT_MATTER = """
            ---
            id: ID
            title: TITLE
            summary: S.
            outcomes: [edit]
            minutes: {read: 1, practice: 1}
            difficulty: light
            status: STATUS
            ---
            An overview.

            """;

    private static final String QUESTION = """
            :::question{#sum type=number}
            What is one and one?

            answer: 1 + 1
            accept: abs 0.01
            :::

            """;

    @TempDir
    private static Path folder;

    private static RunningCourse course;
    private static Reader reader;
    private Page learner;
    private Page author;

    @BeforeAll
    static void start() throws IOException {
        writeTheFirstText();
        course = RunningCourse.start(folder.resolve("content"), folder.resolve("data"));
        reader = new Reader();
    }

    @AfterAll
    static void stop() {
        reader.close();
        course.close();
    }

    @BeforeEach
    void begin() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("content/lessons"));
        writeTheFirstText();
        learner = reader.newcomer();
        author = reader.newcomer();
        learner.navigate(course.address("/"));
        learner.waitForCondition(() -> {
            String body = course.get(LESSON).body();
            return body.contains("The first text.") && body.contains("Edited") && !body.contains("further");
        });
    }

    @AfterEach
    void end() {
        learner.context().close();
        author.context().close();
        reader.takeComplaints(); // a page that is gone is one, and no other test's
    }

    private static void writeTheFirstText() throws IOException {
        order("edited");
        lesson("edited", "Edited", "published", text("The first text."));
    }

    private static void order(String... ids) throws IOException {
        write(
                "course.yaml",
                "title: T\ndescription: D\nauthors: [N]\nlicence: CC BY 4.0\nmodules:\n  - title: M\n    lessons: ["
                        + String.join(", ", ids) + "]\n");
    }

    private static String text(String sentence) {
        return "## Beginning {#beginning}\n\n" + sentence + "\n\n" + "A paragraph that fills the page.\n\n".repeat(40)
                + "## Middle {#middle}\n\nHere one reads.\n\n" + QUESTION + "Another paragraph.\n\n".repeat(40);
    }

    private static void lesson(String id, String title, String status, String text) throws IOException {
        write(
                "lessons/" + id + "/lesson.md",
                FRONT_MATTER.replace("ID", id).replace("TITLE", title).replace("STATUS", status)
                        + (id.equals("edited") ? text : text.replace("{#sum", "{#sum-" + id)));
    }

    private static void write(String name, String text) throws IOException {
        Path file = folder.resolve("content").resolve(name);
        Files.createDirectories(file.getParent());
        Path other = Files.writeString(file.resolveSibling(file.getFileName() + "~"), text);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void open(Page page, String path) {
        page.navigate(course.address(path));
        page.waitForRequest(request -> request.url().contains("/changes"), () -> page.reload());
    }

    private void signIn(Page page) {
        page.navigate(course.address("/author"));
        page.getByLabel("Token").fill(RunningCourse.AUTHOR_TOKEN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator(".author-bar")).isVisible();
    }

    @Test
    @Order(1)
    void aChangeIsSeenAndThePlaceAndTheAnswerStay() throws IOException {
        open(learner, LESSON);
        Locator middle = learner.getByText("Here one reads.");
        Locator field = learner.locator("#sum input[name=answer]");
        middle.scrollIntoViewIfNeeded();
        learner.evaluate("() => scrollBy(0, 300)");
        field.fill("1.9");
        double before = middle.boundingBox().y;

        lesson("edited", "Edited", "published", text("A longer text.\n\nIn two paragraphs.\n\nOr three."));
        assertThat(learner.locator("article")).containsText("Or three.");

        assertThat(field).hasValue("1.9");
        assertThat(field).isFocused();
        assertThat(middle.boundingBox().y).isCloseTo(before, org.assertj.core.data.Offset.offset(2.0));

        String reworded = text("A longer text.").replace("What is one and one?", "How much is one and one?");
        lesson("edited", "Edited", "published", reworded);
        assertThat(learner.locator("#sum")).containsText("How much is one and one?");
        assertThat(field).hasValue("1.9");
        assertThat(field).isFocused();
        reader.assertNoComplaints();
    }

    @Test
    @Order(1)
    void aBrokenSaveIsToldToAuthorsAndKeptFromLearners() throws IOException {
        signIn(author);
        open(author, LESSON);
        open(learner, LESSON);

        lesson("edited", "Edited", "published", text("Broken: $\\frac{1}{$"));
        assertThat(author.locator(".author-problems")).containsText("lessons/edited/lesson.md:14:");
        assertThat(author.locator("article")).containsText("The first text.");
        assertThat(author.locator(".author-bar")).containsText("1 error");
        assertThat(learner.locator("article")).containsText("The first text.");

        lesson("edited", "Edited", "published", text("The second text."));
        assertThat(author.locator(".author-problems")).hasCount(0);
        assertThat(author.locator(".author-bar")).containsText("No problems");
        assertThat(learner.locator("article")).containsText("The second text.");
        reader.assertNoComplaints();
    }

    @Test
    @Order(1)
    void draftsAndNotesForInstructorsAreNothingToLearners() throws IOException {
        lesson("secret", "Secret draft", "draft", text("Not yet."));
        lesson("edited", "Edited", "published", text(":::instructor\nA note for instructors.\n:::"));
        signIn(author);
        open(author, LESSON);
        open(learner, LESSON);
        String before = body(LESSON);

        order("edited", "secret");
        assertThat(author.locator("nav.contents")).containsText("Secret draft");
        assertThat(author.locator("article")).containsText("A note for instructors.");

        assertThat(learner.locator("nav.contents")).not().containsText("Secret draft");
        assertThat(course.get("/lesson/secret").statusCode()).isEqualTo(404);
        assertThat(body("/")).doesNotContain("Secret", "secret");
        assertThat(body(LESSON)).isEqualTo(before).doesNotContain("Secret", "instructors", "author-");
        author.navigate(course.address("/lesson/secret/lesson"));
        assertThat(author.locator("article")).containsText("Not yet.");
    }

    /** What everybody gets, but for what is drawn anew each time. */
    private String body(String path) {
        return course.get(path)
                .body()
                .replaceAll("nonce=\"[^\"]+\"", "")
                .replaceAll("data-seed=\"\\d+\"|data-seen=\"[0-9a-f]+\"", "");
    }

    @Test
    @Order(1)
    void lessonsComeAndGo() throws IOException {
        open(learner, LESSON);
        lesson("further", "A further lesson", "published", text("More."));
        order("edited", "further");
        assertThat(learner.locator("nav.contents")).containsText("A further lesson");
        assertThat(learner.locator("nav.turn")).containsText("A further lesson");

        lesson("edited", "Renamed", "published", text("The first text."));
        assertThat(learner.locator("h1")).hasText("Renamed");
        Files.move(folder.resolve("content/lessons/edited"), folder.resolve("content/lessons/elsewhere"));
        assertThat(course.get(LESSON).statusCode()).isEqualTo(200);

        order("further");
        assertThat(learner.locator(".page-gone")).isVisible();
    }

    @Test
    @Order(1)
    void authorsSignOutEverywhereAtOnce() {
        Page elsewhere = reader.newcomer();
        signIn(author);
        signIn(elsewhere);

        author.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out everywhere"))
                .click();
        assertThat(author.getByLabel("Token")).isVisible();
        elsewhere.reload();
        assertThat(elsewhere.getByLabel("Token")).isVisible();
        assertThat(course.log()).doesNotContain(RunningCourse.AUTHOR_TOKEN);
        reader.assertNoComplaints();
    }

    /** The last one, since nobody here can sign in for a while after it. */
    @Test
    @Order(2)
    void wrongTokensAreSlowedAndNothingIsTakenFromElsewhere() {
        for (int i = 0; i < 5; i++) {
            assertThat(post("/author", "same-origin", "wrong").statusCode()).isEqualTo(403);
        }
        HttpResponse<String> slowed = post("/author", "same-origin", RunningCourse.AUTHOR_TOKEN);

        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        assertThat(post("/author", "cross-site", RunningCourse.AUTHOR_TOKEN)
                        .headers()
                        .allValues("Set-Cookie"))
                .isEmpty();
        assertThat(post("/author?token=x", "same-origin", RunningCourse.AUTHOR_TOKEN)
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> post(String path, String site, String token) {
        return course.send(HttpRequest.newBuilder(URI.create(course.address(path)))
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + token.replace(' ', '+'))));
    }
}
