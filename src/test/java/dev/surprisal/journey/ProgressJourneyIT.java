package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a learner sees of what they have done. */
class ProgressJourneyIT {
    private static final String LESSON = "/lesson/mle-and-the-kl-view/lesson";

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
    void somebodyNewFindsACalmPageAndIsGivenNoCookie() {
        Page page = reader.newcomer();

        page.navigate(course.address("/progress"));

        assertThat(page.locator("main")).containsText("Nothing yet.");
        assertThat(page.locator("apex-chart")).hasCount(0);
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void everyAnswerIsListedAndTheChartsShowTheSame() {
        Page page = reader.newcomer();
        page.navigate(course.address(LESSON));
        answer(page, "0.5275", "wrong");
        answer(page, "0.3936", "right");

        page.navigate(course.address("/progress"));

        Locator question = page.locator(".record-questions > li")
                .filter(new Locator.FilterOptions().setHas(page.locator("a[href$='#kl-three-outcomes']")));
        assertThat(question).hasAttribute("data-standing", "right");
        question.locator("summary").click();
        assertThat(question.locator(".record-answer")).hasText(new String[] {"0.5275", "0.3936"});
        assertThat(question.locator(".record-verdict")).hasText(new String[] {"not yet", "right"});
        Locator chart = page.locator("apex-chart");
        assertThat(chart.locator(".chart-words")).hasText("1 of your 2 answers was right.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("By lesson"))
                .press("Enter");
        assertThat(chart.locator(".chart-words")).containsText("1 of ");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void itIsReadableWithoutScriptsAndNobodyElseSeesIt() {
        Page ada = reader.newcomer();
        ada.navigate(course.address(LESSON));
        answer(ada, "0.3936", "right");
        String state = ada.context().storageState();

        Page plain = reader.newcomer(
                new Browser.NewContextOptions().setStorageState(state).setJavaScriptEnabled(false));
        plain.navigate(course.address("/progress"));
        assertThat(plain.locator("[data-standing=right]")).hasCount(1);
        Page bo = reader.newcomer();
        bo.navigate(course.address("/progress"));

        assertThat(bo.locator("[data-standing=right]")).hasCount(0);
        assertThat(bo.content()).doesNotContain("0.3936");
    }

    private static void answer(Page page, String text, String outcome) {
        Locator question = page.locator("course-question#kl-three-outcomes");
        question.getByRole(AriaRole.TEXTBOX).fill(text);
        page.keyboard().press("Enter");
        assertThat(question).hasAttribute("data-outcome", outcome);
    }
}
