package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job end to end: read, play, answer, come back. */
class LessonJourneyIT {
    private static final String LESSON = "/lesson/mle-and-the-kl-view/lesson";

    private static Reader reader;

    @BeforeAll
    static void start() {
        reader = new Reader();
    }

    @AfterEach
    void goHome() {
        reader.sendAllAway();
    }

    @Test
    void aNewcomerReadsPlaysAnswersAndFindsItAllAgainAfterAKill(@TempDir Path folder) {
        try (RunningCourse course = RunningCourse.start(folder.resolve("data"))) {
            readPlayAnswerAndComeBack(course);
            assertThat(course.log()).as("all that it had to say").doesNotContain("WARN", "ERROR");
        }
    }

    private static void readPlayAnswerAndComeBack(RunningCourse course) {
        Page page = reader.newcomer();

        // In through the front door
        page.navigate(course.address("/"));
        assertThat(link(page, Pattern.compile("Start with .*"))).isVisible();
        link(page, Pattern.compile("^Maximum likelihood and the KL view$")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Maximum likelihood and the KL view");
        link(page, Pattern.compile("Start the lesson")).click();
        page.waitForURL("**" + LESSON);

        // Wrong, then right, by keyboard
        Locator single = page.locator("course-question#trainable-term");
        choose(page, single, "Only the first term");
        assertThat(single).hasAttribute("data-outcome", "wrong");
        assertThat(single.locator(".feedback")).containsText("no parameter of the model");
        assertThat(single.locator(".review")).hasCount(0);
        choose(page, single, "Only the second term");
        assertThat(single).hasAttribute("data-outcome", "right");
        assertThat(single.locator(".review li")).hasCount(4);
        assertThat(page.locator("#mark-mle-and-the-kl-view")).containsText(Pattern.compile("1 of \\d+ questions done"));

        // A number: unreadable, the reversed direction, right
        Locator number = page.locator("course-question#kl-three-outcomes");
        type(page, number, "0,3 9");
        assertThat(number).hasAttribute("data-outcome", "unreadable");
        // KL(model || data) = 0.4 ln(1/2) + 0.5 ln 5 = 0.527460
        type(page, number, "0,5275");
        assertThat(number).hasAttribute("data-outcome", "wrong");
        assertThat(number.locator(".reading")).containsText("0.5275");
        assertThat(number.locator(".feedback")).containsText("other direction");
        // A hint, the next hint, no solution yet
        number.getByRole(AriaRole.BUTTON, button("Hint")).press("Enter");
        assertThat(number.locator(".hint")).hasCount(1);
        number.getByRole(AriaRole.BUTTON, button("Hint")).press("Enter");
        assertThat(number.locator(".hint")).hasCount(2);
        assertThat(number.locator(".solution")).hasCount(0);
        // 0.8 ln 2 - 0.1 ln 5 = 0.393574
        type(page, number, "0.3936");
        assertThat(number).hasAttribute("data-outcome", "right");
        number.getByRole(AriaRole.BUTTON, button("Show solution")).press("Enter");
        assertThat(number.locator(".solution")).containsText("0.3936");
        assertThat(page.locator("#mark-mle-and-the-kl-view")).containsText(Pattern.compile("2 of \\d+ questions done"));

        // The cookie tells nobody anything
        List<Cookie> cookies = page.context().cookies();
        Cookie learner = cookies.stream()
                .filter(cookie -> cookie.name.equals("surprisal-learner"))
                .findFirst()
                .orElseThrow();
        assertThat(learner.httpOnly).isTrue();
        assertThat(learner.sameSite.name()).isEqualTo("LAX");
        assertThat(learner.value).matches("[A-Za-z0-9_-]{32}");
        assertThat(page.evaluate("document.cookie").toString()).doesNotContain("surprisal-learner");
        reader.assertNoComplaints();

        // kill -9, start again: everything is still there, in the first response already
        page.navigate("about:blank");
        course.kill();
        course.start();
        page.navigate(course.address(LESSON));

        assertThat(page.locator("course-question#trainable-term")).hasAttribute("data-outcome", "right");
        assertThat(page.locator("course-question#trainable-term input:checked + .option-text"))
                .hasText("Only the second term");
        assertThat(page.locator("course-question#kl-three-outcomes .hint")).hasCount(2);
        assertThat(page.locator("course-question#kl-three-outcomes .solution")).hasCount(1);
        assertThat(page.locator("#mark-mle-and-the-kl-view")).containsText(Pattern.compile("2 of \\d+ questions done"));
        reader.assertNoComplaints();
    }

    @Test
    void twoLearnersKnowNothingOfEachOther() {
        RunningCourse course = RunningCourse.shipped();
        Page ada = reader.newcomer();
        ada.navigate(course.address(LESSON));
        choose(ada, ada.locator("course-question#trainable-term"), "Only the second term");
        assertThat(ada.locator("course-question#trainable-term")).hasAttribute("data-outcome", "right");

        Page bo = reader.newcomer();
        bo.navigate(course.address(LESSON));

        assertThat(bo.locator("course-question#trainable-term")).hasAttribute("data-outcome", "open");
        reader.assertNoComplaints();
    }

    @Test
    void flowJoinsWithoutMovingThePage() {
        RunningCourse course = RunningCourse.shipped();
        Page page = reader.newcomer();
        page.addInitScript("window.shift = 0; new PerformanceObserver(list => list.getEntries()"
                + ".forEach(entry => window.shift += entry.value)).observe({type: 'layout-shift', buffered: true})");
        List<Route> held = new ArrayList<>();
        page.route("**/?v-r=init*", held::add);
        page.navigate(course.address(LESSON) + "#finite-sample");
        page.waitForFunction("() => document.fonts.status === 'loaded'");
        page.waitForCondition(() -> !held.isEmpty());
        double before = ((Number) page.evaluate("window.shift = 0, scrollY")).doubleValue();

        held.forEach(Route::resume);
        joined(page);

        assertThat(((Number) page.evaluate("window.shift")).doubleValue()).isLessThan(0.001);
        assertThat(((Number) page.evaluate("scrollY")).doubleValue())
                .isCloseTo(before, org.assertj.core.api.Assertions.within(2.0));
        assertThat(page.evaluate("document.querySelectorAll('main').length")).isEqualTo(1);
        assertThat(page.evaluate("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"
                        + " - document.querySelectorAll('[id]').length"))
                .isEqualTo(0);
        assertThat(page.title()).contains("Maximum likelihood and the KL view");
        reader.assertNoComplaints();
    }

    /** Waits until Flow has mounted the lesson's view. */
    static void joined(Page page) {
        page.waitForFunction("() => document.querySelector('lesson-connection')?.$server");
    }

    private static void choose(Page page, Locator question, String option) {
        Locator label = question.locator("label.option")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(option, new Page.GetByTextOptions().setExact(true))));
        label.locator("input").focus();
        page.keyboard().press("Space");
        question.getByRole(AriaRole.BUTTON, button("Check")).focus();
        page.keyboard().press("Enter");
    }

    private static void type(Page page, Locator question, String text) {
        question.getByRole(AriaRole.TEXTBOX).fill(text);
        page.keyboard().press("Enter");
    }

    private static Locator link(Page page, Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByRoleOptions button(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
