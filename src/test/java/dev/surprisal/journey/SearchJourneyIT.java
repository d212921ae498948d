package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looking for a word in the course. */
class SearchJourneyIT {
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
    void aPlaceIsFoundByKeysAlone() {
        Page page = reader.newcomer();
        page.navigate(course.address("/lesson/mle-and-the-kl-view"));

        page.keyboard().press("/");
        page.waitForURL("**/search");
        Locator words = page.locator("#search-words");
        assertThat(words).isFocused();
        page.keyboard().type("split, name");
        Locator first = page.locator("#found a").first();
        assertThat(first).hasText("Split, name, drop");
        assertThat(first.locator("mark").first()).hasText("Split");
        assertThat(page.locator(".search-count")).containsText("place");
        assertThat(page.url()).contains("q=split");

        page.keyboard().press("ArrowDown");
        assertThat(first).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL("**/lesson/mle-and-the-kl-view/lesson#split-name-drop");
        assertThat(page.locator("#split-name-drop")).isInViewport();
    }

    @Test
    void theFormAnswersWithoutScripts() {
        Page page = reader.newcomer(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(course.address("/search"));
        page.locator("#search-words").fill("<script>entropy</script>");
        page.locator("form.search button").click();

        assertThat(page.locator("#search-words")).hasValue("<script>entropy</script>");
        page.locator("#search-words").fill("entropy");
        page.locator("form.search button").click();
        assertThat(page.locator("#found a").first()).isVisible();
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaid() {
        Page page = reader.newcomer();
        page.navigate(course.address("/search?q=zugzwang"));

        assertThat(page.locator(".search-count")).containsText("Nothing found");
        assertThat(page.locator("#found a")).hasCount(0);
    }
}
