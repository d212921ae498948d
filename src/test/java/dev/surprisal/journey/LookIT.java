package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, on a desk and on a phone, by day and by night. */
class LookIT {
    private static RunningCourse course;
    private static Reader reader;

    @BeforeAll
    static void start(@TempDir Path data) {
        course = RunningCourse.start(data.resolve("data"));
        reader = new Reader();
    }

    @AfterAll
    static void stop() {
        reader.close();
        course.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, 1280, LIGHT",
        "/, 390, DARK",
        "/lesson/mle-and-the-kl-view, 1280, DARK",
        "/lesson/mle-and-the-kl-view, 390, LIGHT",
        "/lesson/mle-and-the-kl-view/lesson, 1280, LIGHT",
        "/lesson/mle-and-the-kl-view/lesson, 390, DARK",
        "/lesson/mle-and-the-kl-view/practice, 1280, DARK",
        "/lesson/mle-and-the-kl-view/practice, 390, LIGHT",
        "/lesson/mle-and-the-kl-view/cheatsheet, 390, DARK",
        "/lesson/mle-and-the-kl-view/cheatsheet, 768, LIGHT",
        "/lesson/mle-and-the-kl-view/references, 1280, LIGHT",
        "/progress, 768, DARK",
        "/progress, 390, LIGHT",
        "/search?q=entropy, 390, LIGHT",
        "/search?q=entropy, 1280, DARK",
        "/nothing, 390, LIGHT",
        "/nothing, 1280, DARK",
    })
    void isAccessibleAndFitsItsWidth(String address, int width, ColorScheme scheme) {
        Page page = reader.newcomer(
                new Browser.NewContextOptions().setViewportSize(width, 844).setColorScheme(scheme));
        page.navigate(course.address(address));
        if (address.contains("lesson")) {
            LessonJourneyIT.joined(page);
        }

        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();

        assertThat(violations)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        page.context().close();
    }
}
