package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner can do with what is kept: take it along, move it, start again, have it certified, erase it. By keyboard. */
class OwnDataJourneyIT {
    private static RunningCourse course;
    private static Reader reader;
    private Page page;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        course = RunningCourse.start(SmallCourse.write(folder.resolve("content")), folder.resolve("data"));
        reader = new Reader();
    }

    @AfterAll
    static void stop() {
        reader.close();
        course.close();
    }

    @BeforeEach
    void begin() {
        page = reader.newcomerWithPhone();
    }

    @AfterEach
    void end() {
        page.context().close();
        reader.assertNoComplaints();
    }

    @Test
    void theRecordIsTakenAlongMovedAndErased() {
        page.navigate(course.address("/your-data"));
        assertThat(page.locator(".lede")).containsText("Nothing is kept of you");
        assertThat(page.context().cookies()).isEmpty();
        answer("6");

        page.navigate(course.address("/your-data"));
        isAccessible(page);
        assertThat(get("/your-data/events.json").text()).contains("\"what\" : \"answered\"", "\"answer\" : \"6\"");
        assertThat(get("/your-data/events.csv").text()).contains(",answered,small,twice,");
        assertThat(get("/your-data/statements.json").text())
                .contains("http://adlnet.gov/expapi/verbs/answered", "\"success\" : true");

        press(page, "Show a code");
        String code = page.locator(".moving-code").innerText();
        Page other = reader.newcomer();
        answer(other, "7", "wrong");
        other.navigate(course.address("/your-data"));
        other.locator("#code").fill("AAAA-AAAA");
        other.keyboard().press("Enter");
        assertThat(other.locator("#complaint")).containsText("No device has shown this code");
        other.locator("#code").fill(code.toLowerCase(java.util.Locale.ROOT));
        other.keyboard().press("Enter");
        assertThat(other.locator(".lede")).containsText("1 of 1 question right");
        assertThat(get("/your-data/events.csv").text().lines().filter(line -> line.contains(",answered,")))
                .as("what was done on both devices")
                .hasSize(2);

        other.navigate(course.address("/your-data"));
        other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Erase everything"))
                .focus();
        other.keyboard().press("Enter");
        assertThat(other.locator("h1")).hasText("Erase everything?");
        isAccessible(other);
        other.evaluate("['draft:twice:0', 'pending:twice:0', '/other/pending:twice:0', 'of-another-program']"
                + ".forEach(key => localStorage.setItem(key, 'typed'))");
        press(other, "Yes, erase everything");
        assertThat(other.locator("h1")).hasText("Erased");
        other.waitForFunction(
                "() => !localStorage.getItem('draft:twice:0') && !localStorage.getItem('pending:twice:0')");
        assertThat(other.evaluate("Object.keys(localStorage).sort().join()"))
                .as("what is not of this course")
                .isEqualTo("/other/pending:twice:0,of-another-program");
        assertThat(other.context().cookies()).noneMatch(cookie -> cookie.name.contains("learner"));
        page.navigate(course.address("/your-data"));
        assertThat(page.locator(".lede")).containsText("Nothing is kept of you");

        // The browser may still show an old page of the lesson: whoever answers there starts anew
        answer("6");
        assertThat(get("/your-data/events.csv").text()).contains(",answered,small,twice,");
    }

    @Test
    void nothingIsErasedFromAnotherSite() {
        answer("6");

        APIResponse refused = page.context()
                .request()
                .post(
                        course.address("/your-data/erase"),
                        RequestOptions.create()
                                .setHeader("Origin", "https://elsewhere.example")
                                .setForm(FormData.create()));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(get("/your-data/events.csv").text()).contains(",answered,");
    }

    @Test
    void aLessonIsStartedAgainAndThatIsTakenBack() {
        answer("6");
        page.navigate(course.address("/progress"));
        press(page, "Start this lesson again");
        assertThat(page.locator(".undo")).containsText("“A small lesson” was started again");
        assertThat(page.locator(".record .opening .lede")).containsText("0 of 1 question right");
        assertThat(page.locator(".record-verdict")).containsText("right, put away");
        isAccessible(page);

        page.keyboard().press("Enter"); // the button has the focus

        assertThat(page.locator(".undo")).hasCount(0);
        assertThat(page.locator(".record .opening .lede")).containsText("1 of 1 question right");

        // Of a question: a double click is one deed, so one Undo brings all of it back, what was typed too
        page.navigate(course.address("/lesson/small/lesson"));
        Locator question = page.locator("course-question#twice");
        question.locator("input[name=answer]").fill("about six");
        question.locator(".start-again").dblclick();
        assertThat(question).hasAttribute("data-outcome", "open");
        assertThat(question.locator("input[name=answer]")).hasValue("");
        question.locator(".take-back").press("Enter");
        assertThat(question).hasAttribute("data-outcome", "right");
        assertThat(question.locator("input[name=answer]")).hasValue("about six");
    }

    @Test
    void aSlipIsPrintedAndChecked() {
        page.navigate(course.address("/slip/small"));
        assertThat(page.locator("main")).containsText("once all questions of the lesson are done");
        answer("6");

        page.navigate(course.address("/slip/small"));
        assertThat(page.locator("main")).containsText("1 of 1 question right");
        isAccessible(page);
        String code = page.locator(".slip-code").innerText();
        page.locator(".slip-note a").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("main .lede")).containsText("The slip is genuine.");
        isAccessible(page);

        page.locator("#code").fill(code.replace(".1.0.1.", ".1.0.2."));
        press(page, "Check");
        assertThat(page.locator("main .lede")).containsText("This server has not made this code.");
    }

    private void answer(String input) {
        answer(page, input, "right");
    }

    private void answer(Page where, String input, String outcome) {
        where.navigate(course.address("/lesson/small/lesson"));
        Locator question = where.locator("course-question#twice");
        question.locator("input[name=answer]").fill(input);
        where.keyboard().press("Enter");
        assertThat(question).hasAttribute("data-outcome", outcome);
    }

    private APIResponse get(String path) {
        return page.context().request().get(course.address(path));
    }

    private static void press(Page where, String button) {
        where.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .focus();
        where.keyboard().press("Enter");
    }

    private static void isAccessible(Page where) {
        assertThat(new AxeBuilder(where).analyze().getViolations()).isEmpty();
    }
}
