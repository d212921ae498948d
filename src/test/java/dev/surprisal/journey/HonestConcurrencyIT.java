package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens on the way: one event, the same verdict, nothing lost, and the learner stays where they were. */
class HonestConcurrencyIT {
    private static final String MESSAGES = "**/?v-r=uidl*";
    private static final String JOIN = "**/?v-r=init*";

    @TempDir
    private static Path folder;

    private static RunningCourse course;
    private static Reader reader;
    private Page page;
    private Locator question;

    @BeforeAll
    static void start() throws IOException {
        course = RunningCourse.start(SmallCourse.write(folder.resolve("content")), folder.resolve("data"));
        reader = new Reader();
    }

    @BeforeEach
    void open() throws IOException {
        page = reader.newcomer();
        beAsBefore();
        page.navigate(course.address("/lesson/small/lesson"));
        LessonJourneyIT.joined(page);
        question = page.locator("course-question#twice");
    }

    @AfterEach
    void goHome() {
        reader.sendAllAway();
    }

    @AfterAll
    static void stop() {
        reader.close();
        course.close();
    }

    @Test
    void aDoubleClickIsOneAnswer() {
        field(question).fill("6");

        check(question).dblclick();

        assertThat(question).hasAttribute("data-outcome", "right");
        assertThat(question.locator(".attempts")).hasText("One attempt.");
        assertThat(answers()).isOne();
    }

    @Test
    void whatOneTabCouldNotSendAnotherSendsAndBothShowTheVerdict() {
        page.route(MESSAGES, Route::abort);
        field(question).fill("6");
        check(question).click();
        assertThat(question.locator(".status")).not().isEmpty();

        Page other = page.context().newPage();
        other.navigate(course.address("/lesson/small/lesson"));
        assertThat(other.locator("course-question#twice")).hasAttribute("data-outcome", "right", patiently());
        page.unroute(MESSAGES);
        page.reload();

        assertThat(question).hasAttribute("data-outcome", "right", patiently());
        assertThat(answers()).isOne();
    }

    @Test
    void aRequestWhoseAnswerWasLostOnTheWayCountsOnce() {
        var lost = new AtomicInteger();
        page.route(MESSAGES, route -> {
            if (String.valueOf(route.request().postData()).contains("\"answer\"") && lost.getAndIncrement() == 0) {
                APIResponse taken = route.fetch();
                assertThat(taken.ok()).isTrue();
                route.abort();
            } else {
                route.resume();
            }
        });
        field(question).fill("6");
        check(question).click();

        assertThat(question).hasAttribute("data-outcome", "right", patiently());
        assertThat(lost.get()).isPositive();
        assertThat(answers()).isOne();
    }

    @Test
    void anExpiredSessionLosesNothingAndTheLearnerStaysThere() {
        field(question).fill("6");
        question.scrollIntoViewIfNeeded();
        page.context().addCookies(List.of(new Cookie("JSESSIONID", "0".repeat(32)).setUrl(course.address("/"))));

        check(question).click();

        assertThat(question).hasAttribute("data-outcome", "right", patiently());
        assertThat(page.url()).isEqualTo(course.address("/lesson/small/lesson"));
        assertThat(question).isInViewport();
        assertThat(answers()).isOne();
    }

    @Test
    void aLostSessionCookieLosesNothingAndTheLearnerStaysThere() {
        field(question).fill("6");
        question.scrollIntoViewIfNeeded();
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));

        check(question).click();

        assertThat(question).hasAttribute("data-outcome", "right", patiently());
        assertThat(question).isInViewport();
        assertThat(answers()).isOne();
    }

    @Test
    void whereTheBrowserKeepsNothingALostSessionLeavesTheAnswerThereAndSaysSo() {
        page.addInitScript("""
                for (const storage of ['localStorage', 'sessionStorage']) {
                  Object.defineProperty(window, storage, { get: () => { throw new DOMException('', 'SecurityError'); } });
                }
                """);
        page.reload();
        LessonJourneyIT.joined(page);
        field(question).fill("6");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));

        check(question).click();

        assertThat(question.locator(".status")).containsText("this browser keeps nothing", containing());
        assertThat(field(question)).hasValue("6");
    }

    @Test
    void anAnswerGivenWhileTheServerIsDeadIsTakenOnceWhenItIsBack() {
        field(question).fill("6");

        course.kill();
        check(question).click();
        assertThat(question.locator(".status")).not().isEmpty();
        assertThat(question).hasAttribute("data-outcome", "open");
        course.start();

        assertThat(question).hasAttribute("data-outcome", "right", patiently());
        assertThat(question.locator(".attempts")).hasText("One attempt.");
        assertThat(answers()).isOne();
    }

    @Test
    void aVerdictOnItsWayArrivesWhileThePageIsChanged() throws IOException {
        var onItsWay = new AtomicReference<Runnable>();
        page.route(MESSAGES, route -> {
            if (String.valueOf(route.request().postData()).contains("\"answer\"") && onItsWay.get() == null) {
                APIResponse taken = route.fetch();
                onItsWay.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(taken)));
            } else {
                route.resume();
            }
        });
        field(question).fill("6");
        check(question).click();
        page.waitForCondition(() -> onItsWay.get() != null);
        SmallCourse.rewrite(folder.resolve("content"), "Twice 3.", "Two times 3.", "It comes soon.", "It comes soon.");
        assertThat(question.locator(".question-stem")).containsText("Two times 3.", containing());

        Objects.requireNonNull(onItsWay.get()).run();

        assertThat(question).hasAttribute("data-outcome", "right", patiently());
        assertThat(question.locator(".outcome-title")).hasText("Right.");
        assertThat(answers()).isOne();
    }

    @Test
    void anAnswerToWhatTheQuestionWasBeforeIsKeptTypedAndNotScored() throws IOException {
        // A page that hears nothing of changes, as one that was asleep
        Page asleep = reader.newcomer();
        asleep.route("**/changes?*", Route::abort);
        asleep.navigate(course.address("/lesson/small/lesson"));
        LessonJourneyIT.joined(asleep);
        Locator old = asleep.locator("course-question#twice");
        field(old).fill("6");
        String before = String.valueOf(old.getAttribute("data-tag"));
        SmallCourse.rewrite(folder.resolve("content"), "Twice 3.", "Twice 4.", "answer: 6", "answer: 8");
        asleep.waitForCondition(() -> !course.get("/lesson/small/lesson").body().contains(before));

        check(old).click();

        assertThat(old.locator(".status")).containsText("This question has changed", containing());
        assertThat(old.locator(".question-stem")).containsText("Twice 4.");
        assertThat(field(old)).hasValue("6");
        assertThat(old).hasAttribute("data-outcome", "open");
        assertThat(answers(asleep)).isZero();

        field(old).fill("8");
        check(old).click();
        assertThat(old).hasAttribute("data-outcome", "right", patiently());
    }

    @Test
    void aVerdictStandsWhenTheToleranceIsNarrowedUntilAnAuthorRegrades() throws IOException {
        field(question).fill("6.005");
        check(question).click();
        assertThat(question).hasAttribute("data-outcome", "right");

        SmallCourse.rewrite(
                folder.resolve("content"), "Twice 3.", "Two times 3.", "accept: abs 0.01", "accept: abs 0.001");
        page.waitForCondition(() -> course.get("/lesson/small/lesson").body().contains("Two times 3."));
        page.reload();
        assertThat(question).hasAttribute("data-outcome", "right");
        assertThat(question.locator(".verdict")).containsText("What was right stays right.");

        Page author = reader.newcomer();
        author.navigate(course.address("/author"));
        author.getByLabel("Token").fill(RunningCourse.AUTHOR_TOKEN);
        author.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(author.locator(".author-bar")).isVisible();
        author.navigate(course.address("/author/regrade"));
        author.getByLabel("Raise and lower").check();
        author.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply"))
                .click();
        assertThat(author.locator(".report-note")).containsText("1 down");

        page.reload();
        assertThat(question).hasAttribute("data-outcome", "wrong");
    }

    /** Whatever the test before has made of the course. */
    private void beAsBefore() throws IOException {
        SmallCourse.write(folder.resolve("content"));
        page.waitForCondition(() -> course.get("/lesson/small/lesson").body().contains("Twice 3."));
    }

    @Test
    void aNewcomerWhoReloadsBeforeThePageHasJoinedHasTheSameNumbersAndWhatWasTyped() throws IOException {
        SmallCourse.rewrite(
                folder.resolve("content"),
                "Twice 3.",
                "vary: n in 3..202 step 1\nTwice {{n}}.",
                "answer: 6",
                "answer: 2 * n");
        Page newcomer = reader.newcomer();
        newcomer.waitForCondition(
                () -> course.get("/lesson/small/lesson").body().contains("data-seed"));
        newcomer.route(JOIN, Route::abort);
        newcomer.navigate(course.address("/lesson/small/lesson"));
        Locator asked = newcomer.locator("course-question#twice");
        String stem = asked.locator(".question-stem").innerText();
        String twice = Integer.toString(2 * Integer.parseInt(stem.replaceAll("\\D+", "")));
        field(asked).fill(twice);

        newcomer.reload();

        assertThat(asked.locator(".question-stem")).hasText(stem);
        assertThat(field(asked)).hasValue(twice);
        assertThat(newcomer.context().cookies()).isEmpty();

        newcomer.unroute(JOIN);
        newcomer.reload();
        LessonJourneyIT.joined(newcomer);
        newcomer.evaluate("localStorage.clear()");
        newcomer.reload();
        assertThat(asked.locator(".question-stem")).hasText(stem);
        field(asked).fill(twice);
        check(asked).click();
        assertThat(asked).hasAttribute("data-outcome", "right", patiently());
    }

    private long answers() {
        return answers(page);
    }

    /** As the learner's own data tell it. */
    private long answers(Page whose) {
        return whose.context()
                .request()
                .get(course.address("/your-data/events.csv"))
                .text()
                .lines()
                .filter(line -> line.contains(",answered,"))
                .count();
    }

    private static Locator field(Locator question) {
        return question.locator("input[name=answer]");
    }

    private static Locator check(Locator question) {
        return question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Check"));
    }

    private static LocatorAssertions.HasAttributeOptions patiently() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);
    }

    private static LocatorAssertions.ContainsTextOptions containing() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
