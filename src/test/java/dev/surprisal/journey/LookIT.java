package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, on a desk and on a phone, by day and by night. */
class LookIT {
    private static final int HEIGHT = 844;

    private static final List<String> PAGES = List.of(
            "/",
            "/lesson/mle-and-the-kl-view",
            "/lesson/mle-and-the-kl-view/lesson",
            "/lesson/mle-and-the-kl-view/practice",
            "/lesson/mle-and-the-kl-view/cheatsheet",
            "/lesson/mle-and-the-kl-view/references",
            "/progress",
            "/search?q=entropy",
            "/nothing");

    /** How somebody looks at a page. */
    record Look(int width, ColorScheme scheme) {
        Look other() {
            return new Look(
                    width == 390 ? 1280 : 390, scheme == ColorScheme.LIGHT ? ColorScheme.DARK : ColorScheme.LIGHT);
        }
    }

    private static final List<Look> LOOKS = List.of(
            new Look(1280, ColorScheme.LIGHT),
            new Look(390, ColorScheme.DARK),
            new Look(1280, ColorScheme.DARK),
            new Look(390, ColorScheme.LIGHT));

    /** Where tables and lists of a page change their form between the two widths. */
    private static final List<Arguments> BETWEEN = List.of(
            Arguments.of("/lesson/mle-and-the-kl-view/cheatsheet", new Look(768, ColorScheme.LIGHT)),
            Arguments.of("/progress", new Look(768, ColorScheme.DARK)));

    private static RunningCourse course;
    private static Reader reader;

    @BeforeAll
    static void start() {
        course = RunningCourse.shipped();
        reader = new Reader();
    }

    @AfterEach
    void goHome() {
        reader.sendAllAway();
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    /** Each page in one look, from which it is turned into the opposite; in all four with {@code ./course test --deep}, and some between. */
    static Stream<Arguments> looks() {
        boolean all = Boolean.getBoolean("surprisal.deep");
        Stream<Arguments> looks = IntStream.range(0, PAGES.size())
                .boxed()
                .flatMap(page -> IntStream.range(0, LOOKS.size())
                        .filter(look -> all || look == page % LOOKS.size())
                        .mapToObj(look -> Arguments.of(PAGES.get(page), LOOKS.get(look))));
        return all ? Stream.concat(looks, BETWEEN.stream()) : looks;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void isAccessibleAndFitsItsWidth(String address, Look look) {
        Page page = reader.newcomer(new Browser.NewContextOptions()
                .setViewportSize(look.width(), HEIGHT)
                .setColorScheme(look.scheme()));
        page.navigate(course.address(address));
        if (address.contains("lesson")) {
            LessonJourneyIT.joined(page);
        }
        assertNoViolations(axe(page));
        assertFits(page, look.width());

        // What is there is the same in the opposite look: its colours may be wrong, its sizes, and the room that it
        // takes
        Look opposite = look.other();
        assertFits(page, 768);
        assertFits(page, opposite.width());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(opposite.scheme()));
        assertNoViolations(axe(page).withRules(List.of("color-contrast", "link-in-text-block")));
    }

    private static void assertFits(Page page, int width) {
        page.setViewportSize(width, HEIGHT);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }

    /** Our pages have no frames, so nothing has to be gathered from any; and nobody reads what is in order. */
    private static AxeBuilder axe(Page page) {
        var violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(violations).setLegacyMode(true);
    }

    private static void assertNoViolations(AxeBuilder axe) {
        assertThat(axe.analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
    }
}
