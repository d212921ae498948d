package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole lesson without a mouse: only keys are pressed, and the focus is always to be seen. */
class KeyboardJourneyIT {
    private static final String LESSON = "/lesson/mle-and-the-kl-view";

    /** Far more stops than any page has. */
    private static final int PATIENCE = 400;

    /**
     * Whether the focus is at a place, and what has it without that somebody sees so: by an outline on the element or, where it is a
     * transparent input or something inside a chart, on what is drawn for it. Past the last stop the focus is with the browser itself,
     * for one press of the key.
     */
    private static final String STOP = """
            (place) => {
              const there = document.activeElement.matches(place);
              let focused = document.activeElement;
              while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
              const outlined = (element) => {
                if (!element) return false;
                const style = getComputedStyle(element);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
              };
              const box = focused.getBoundingClientRect();
              const seen = focused === document.body
                || (outlined(focused) || outlined(focused.nextElementSibling))
                && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
              return {there, unseen: seen ? '' : document.activeElement.outerHTML.slice(0, 200)};
            }""";

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

    @Test
    void fromTheDoorThroughTheLessonToTheProgress() {
        Page page = reader.newcomer();
        page.navigate(course.address("/"));

        enter(page, "main .lessons a[href$='" + LESSON + "']");
        page.waitForURL("**" + LESSON);
        enter(page, "main .way-in a");
        page.waitForURL("**" + LESSON + "/lesson");

        // The skip link leads past the contents
        press(page, "Tab");
        assertThat(page.locator(".skip")).isFocused();
        press(page, "Enter");
        assertThat(page.locator("main")).isFocused();
        page.reload();

        // A choice: wrong, then right
        Locator single = page.locator("course-question#trainable-term");
        tabTo(page, "#trainable-term input");
        choose(page, "Only the first term");
        enter(page, "#trainable-term .check");
        assertThat(single).hasAttribute("data-outcome", "wrong");
        enter(page, "#trainable-term .ask-hint");
        assertThat(single.locator(".hint")).isFocused();
        backTo(page, "#trainable-term input:checked");
        choose(page, "Only the second term");
        enter(page, "#trainable-term .check");
        assertThat(single).hasAttribute("data-outcome", "right");

        // The widget: by slider, by field, by choice
        Locator widget = page.locator("course-widget#kl-workbench");
        assertThat(widget).hasAttribute("data-live", "");
        tabTo(page, "#kl-workbench [data-slide='q-0']");
        press(page, "ArrowLeft");
        assertThat(widget.locator("[data-type='q-0']")).hasValue("0.69");
        tabTo(page, "#kl-workbench [data-type='q-0']");
        press(page, "Control+a");
        page.keyboard().type("1/2");
        press(page, "Enter");
        assertThat(widget.locator(".widget-headline .role-forward .readout-figure"))
                .hasText("0");
        enter(page, "#kl-workbench [data-do='undo']");
        assertThat(widget.locator("[data-type='q-0']")).hasValue("0.69");

        // A number
        Locator number = page.locator("course-question#kl-three-outcomes");
        tabTo(page, "#kl-three-outcomes input");
        page.keyboard().type("0.3936");
        press(page, "Enter");
        assertThat(number).hasAttribute("data-outcome", "right");

        // On through the pages of the lesson
        List<String> pages = page.locator(".contents .pages a").allTextContents();
        assertThat(pages).startsWith("Overview", "Lesson", "Practice", "Cheatsheet");
        for (String next : pages.subList(2, pages.size())) {
            enter(page, ".turn-on");
            page.waitForURL("**" + LESSON + "/" + next.toLowerCase(Locale.ROOT));
            assertThat(page.locator(".contents [aria-current=page]")).hasText(next);
        }
        enter(page, ".places a[href$='progress']");
        page.waitForURL("**/progress");
        tabTo(page, "[data-standing=right] summary");
        press(page, "Enter");
        assertThat(page.locator("[data-standing=right] .record-answer").first()).isVisible();

        // A card: turned and rated from where the focus is, which is on it from the beginning
        enter(page, ".places a[href$='review']");
        page.waitForURL("**/review");
        assertThat(page.locator(".review-front")).isFocused();
        press(page, "Space");
        assertThat(page.locator(".review-back")).isFocused();
        Locator rated = page.locator(
                ".review-card[data-item='" + page.locator(".review-card").getAttribute("data-item") + "']");
        press(page, "3");
        assertThat(page.locator(".review-front")).isFocused();
        assertThat(rated).hasCount(0);
        reader.assertNoComplaints();
    }

    @Test
    void theTabKeyComesRoundOnEveryPage() {
        Page page = reader.newcomer();
        for (String address : new String[] {"/", LESSON, LESSON + "/lesson", LESSON + "/practice", "/progress"}) {
            page.navigate(course.address(address));
            press(page, "Tab");
            assertThat(page.locator(".skip")).isFocused();
            int stops = 0;
            do {
                assertThat(++stops).as("stops on " + address).isLessThan(PATIENCE);
            } while (!isReached(page, "Tab", ".skip", address));
            assertThat(stops).as("stops on " + address).isGreaterThan(4);
        }
    }

    private static void tabTo(Page page, String selector) {
        travel(page, "Tab", selector);
    }

    private static void backTo(Page page, String selector) {
        travel(page, "Shift+Tab", selector);
    }

    private static void travel(Page page, String key, String selector) {
        boolean there = (boolean) page.evaluate("place => document.activeElement.matches(place)", selector);
        for (int stops = 0; !there; stops++) {
            assertThat(stops).as("stops until " + selector).isLessThan(PATIENCE);
            there = isReached(page, key, selector, selector);
        }
    }

    /** Presses the key and asserts that what then has the focus is seen to have it. */
    private static boolean isReached(Page page, String key, String place, String where) {
        press(page, key);
        var stop = (Map<?, ?>) page.evaluate(STOP, place);
        assertThat(stop.get("unseen")).as("unseen focus near " + where).isEqualTo("");
        return Boolean.TRUE.equals(stop.get("there"));
    }

    private static void enter(Page page, String selector) {
        tabTo(page, selector);
        press(page, "Enter");
    }

    /** Goes through the options with the arrow keys, each of which chooses. */
    private static void choose(Page page, String option) {
        for (int tries = 0; !chosen(page).equals(option); tries++) {
            assertThat(tries).as("options until " + option).isLessThan(8);
            press(page, "ArrowDown");
        }
    }

    private static String chosen(Page page) {
        return page.evaluate(
                        "document.activeElement.checked ? document.activeElement.nextElementSibling.textContent.trim() : ''")
                .toString();
    }

    private static void press(Page page, String key) {
        page.keyboard().press(key);
    }
}
