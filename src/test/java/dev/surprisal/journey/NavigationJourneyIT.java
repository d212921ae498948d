package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finding one's way in a lesson, and back to it. */
class NavigationJourneyIT {
    private static final String OVERVIEW = "/lesson/mle-and-the-kl-view";
    private static final String LESSON = OVERVIEW + "/lesson";

    private static RunningCourse course;
    private static Reader reader;

    @BeforeAll
    static void start() {
        course = RunningCourse.shipped();
        reader = new Reader();
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        reader.assertNoComplaints();
        reader.sendAllAway();
    }

    @Test
    void theSectionInViewIsMarkedAndOnlyThatOne() {
        Page page = reader.newcomer();
        page.navigate(course.address(LESSON));
        Locator marked = page.locator(".on-this-page [aria-current=location]");
        assertThat(marked).hasCount(0);

        page.locator("#split-name-drop").evaluate("heading => heading.scrollIntoView()");

        assertThat(marked).hasText("Split, name, drop");
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
        assertThat(marked)
                .hasText(page.locator(".on-this-page a").last().textContent().strip());
        page.evaluate("scrollTo(0, 0)");
        assertThat(marked).hasCount(0);
    }

    @Test
    void onePicksUpWhereOneLeft() {
        Page page = reader.newcomer();
        page.navigate(course.address(LESSON));
        LessonJourneyIT.joined(page);
        page.locator("#split-name-drop").evaluate("heading => heading.scrollIntoView()");
        awaitIn(page, course.address("/"), "/lesson#split-name-drop");

        page.navigate(course.address("/"));
        assertThat(page.locator(".way-in-note")).hasText("You were at “Split, name, drop”.");
        page.navigate(course.address(OVERVIEW));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Continue the lesson"))
                .click();

        page.waitForURL("**" + LESSON + "#split-name-drop");
        assertThat(page.locator("#split-name-drop")).isInViewport();
        assertThat(page.locator(".on-this-page [aria-current=location]")).hasText("Split, name, drop");
    }

    @Test
    void onAPhoneTheContentsAreReachableFromAnywhereAndGoAwayAgain() {
        Page page = reader.newcomerWithPhone();
        page.navigate(course.address(LESSON));
        page.locator("#finite-sample").evaluate("heading => heading.scrollIntoView()");
        Locator contents = page.getByRole(AriaRole.NAVIGATION, name("Course contents"));
        Locator sections = page.getByRole(AriaRole.NAVIGATION, name("On this page"));

        sections.locator("summary").click();
        assertThat(sections.locator("[aria-current=location]")).hasText("What a finite sample gives you");
        contents.locator("summary").click();
        assertThat(sections.locator("ol").first()).isHidden();
        contents.locator("summary").press("Escape");
        assertThat(contents.locator("summary")).isFocused();
        assertThat(contents.locator(".modules")).isHidden();

        sections.locator("summary").click();
        sections.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Split, name, drop"))
                .click();
        assertThat(sections.locator("ol").first()).isHidden();
        assertThat(page.locator("#split-name-drop")).isInViewport();
        // Not under the line that stays at the top
        double line = page.locator(".ways").boundingBox().height;
        assertThat(page.locator("#split-name-drop").boundingBox().y).isGreaterThan(line);
    }

    @Test
    void withoutScriptsTheContentsOpenAndLead() {
        Page page = reader.newcomer(
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
        page.navigate(course.address(LESSON));

        page.locator(".contents summary").click();
        page.locator(".contents .pages a").first().click();

        page.waitForURL("**" + OVERVIEW);
    }

    /** Waits until the server has kept what the page tells it after a pause. */
    static void awaitIn(Page page, String address, String text) {
        page.waitForCondition(() -> (boolean) page.evaluate(
                "async ([address, text]) => (await (await fetch(address)).text()).includes(text)",
                List.of(address, text)));
    }

    private static Page.GetByRoleOptions name(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
