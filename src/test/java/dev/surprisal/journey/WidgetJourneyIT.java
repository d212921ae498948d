package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The KL workbench, played by keyboard and by hand. */
class WidgetJourneyIT {
    private static final String LESSON = PlayCourse.PAGE;

    private static RunningCourse course;
    private static Reader reader;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        course = RunningCourse.start(PlayCourse.write(folder.resolve("content")), folder.resolve("data"));
        reader = new Reader();
    }

    @AfterAll
    static void stop() {
        reader.close();
        course.close();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        reader.assertNoComplaints();
        reader.sendAllAway();
    }

    @Test
    void showsAndCopiesTheValueOfTheLesson() {
        Page page = open(desk().setPermissions(List.of("clipboard-read", "clipboard-write")));
        Locator widget = widget(page);

        set(page, "p-0", "0.5");
        set(page, "q-0", "0.7");

        assertThat(widget.locator(".widget-headline .role-forward .readout-figure"))
                .hasText("0.08718");
        widget.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy full precision of forward KL"))
                .press("Enter");
        page.waitForFunction("async () => (await navigator.clipboard.readText()) !== ''");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("0.0871766935723889");
    }

    @Test
    void agreesWithTheClosedFormOnRandomPairs() {
        Page page = open(desk());
        Random random = new Random(20261121);

        for (int i = 0; i < 3; i++) {
            double a = (1 + random.nextInt(98)) / 100.0;
            double b = (1 + random.nextInt(98)) / 100.0;
            set(page, "p-0", Double.toString(a));
            set(page, "q-0", Double.toString(b));

            double forward = a * Math.log(a / b) + (1 - a) * Math.log((1 - a) / (1 - b));
            double reverse = b * Math.log(b / a) + (1 - b) * Math.log((1 - b) / (1 - a));
            assertThat(copied(page, "forward KL")).isCloseTo(forward, within(1e-13));
            assertThat(copied(page, "reverse KL")).isCloseTo(reverse, within(1e-13));
        }
    }

    @Test
    void aSliderFollowsTheArrowKeysAndTheOtherOutcomeFollowsTheSlider() {
        Page page = open(desk());
        Locator slider = widget(page).locator("input[data-slide='q-0']");

        slider.focus();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");

        assertThat(widget(page).locator("input[data-type='q-0']")).hasValue("0.68");
        assertThat(widget(page).locator("input[data-type='q-1']")).hasValue("0.32");
        assertThat(page.evaluate("document.activeElement.dataset.slide")).isEqualTo("q-0");
    }

    @Test
    void aMistypedNumberIsToldAtTheFieldAndTheResultWaits() {
        Page page = open(desk());

        set(page, "q-0", "1.5");

        Locator field = widget(page).locator("input[data-type='q-0']");
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(widget(page)).containsText("A probability lies between 0 and 1.");
        assertThat(widget(page)).containsText("Not updated");
    }

    @Test
    void aZeroInTheModelMakesOneDirectionInfiniteAndSaysWhy() {
        Page page = open(desk());

        set(page, "q-0", "0");

        assertThat(widget(page).locator(".widget-headline .role-forward .readout-figure"))
                .hasText("+∞");
        assertThat(widget(page)).containsText("p puts mass on outcome A, to which q gives probability 0");
    }

    @Test
    void aFingerDragsABarAndNotThePageAndTheStateIsThereAfterAReload() {
        Page page = open(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
        Locator handle = widget(page).locator("[data-drag='q-0']");
        handle.scrollIntoViewIfNeeded();
        var box = handle.boundingBox();
        Object scrolled = page.evaluate("scrollY");

        CDPSession touch = page.context().newCDPSession(page);
        touch(touch, "touchStart", box.x + box.width / 2, box.y + box.height / 2);
        for (int step = 1; step <= 5; step++) {
            touch(touch, "touchMove", box.x + box.width / 2, box.y + box.height / 2 + 8 * step);
        }
        touch.send("Input.dispatchTouchEvent", touches("touchEnd", new JsonArray()));

        assertThat(widget(page)).not().hasAttribute("data-dragging", "");
        String dragged = widget(page).locator("input[data-type='q-0']").inputValue();
        assertThat(Double.parseDouble(dragged)).isLessThan(0.6);
        assertThat(page.evaluate("scrollY")).isEqualTo(scrolled);
        page.waitForURL("**?w.kl-workbench=1~nats~0.5_0.5~" + dragged + "_*");
        page.reload();
        assertThat(widget(page).locator("input[data-type='q-0']")).hasValue(dragged);
    }

    @Test
    void theAddressFollowsThePlayAndLeavesTheRestOfItselfAlone() {
        Page page = reader.newcomer(desk());
        page.navigate(course.address(LESSON + "?from=mail#finite-sample"));
        Object pages = page.evaluate("history.length");

        set(page, "q-0", "0.4");

        page.waitForURL("**/lesson?from=mail&w.kl-workbench=1~nats~0.5_0.5~0.4_0.6#finite-sample");
        button(page, "Reset").press("Enter");
        page.waitForURL("**/lesson?from=mail#finite-sample");
        assertThat(page.evaluate("history.length")).isEqualTo(pages);
    }

    @Test
    void aCopiedLinkShowsItsStateToSomebodyElseBeforeAnyScript() {
        Page page = open(desk().setPermissions(List.of("clipboard-read", "clipboard-write")));
        set(page, "q-0", "0.25");

        button(page, "Copy link").press("Enter");
        page.waitForFunction("async () => (await navigator.clipboard.readText()) !== ''");
        String link = page.evaluate("navigator.clipboard.readText()").toString();

        assertThat(link).isEqualTo(course.address(LESSON + "?w.kl-workbench=1~nats~0.5_0.5~0.25_0.75#kl-workbench"));
        Page other = reader.newcomer(desk().setJavaScriptEnabled(false));
        other.navigate(link);
        // KL((1/2, 1/2) || (1/4, 3/4)) = ln 2 - ln(3)/2 = 0.14384
        assertThat(widget(other).locator(".widget-headline .role-forward .readout-figure"))
                .hasText("0.14384");
        assertThat(widget(other).locator("input[data-type='q-1']")).hasValue("0.75");
    }

    @Test
    void whatIsShownIsDownloadedByKeyboardAsDrawingPictureAndNumbers() throws IOException {
        Page page = open(desk());
        set(page, "q-0", "0.25");

        Download drawing = download(page, "Picture, SVG");
        String svg = Files.readString(drawing.path());
        assertThat(drawing.suggestedFilename())
                .isEqualTo("mle-and-the-kl-view_kl-workbench_1_nats_0.5_0.5_0.25_0.75.svg");
        // All that it needs is in it: no style of the page, no address, no colour that only browsers know
        assertThat(svg)
                .contains("fill=\"#2447c4\"", "0.14384", "url(\"data:font/woff2;base64,")
                .doesNotContain("class=", "var(", "oklab", "/VAADIN/", "data-drag");
        assertThat(button(page, "Picture, PNG")).isHidden();
        assertThat(widget(page).locator(".widget-download > summary")).isFocused();

        BufferedImage picture =
                ImageIO.read(download(page, "Picture, PNG").path().toFile());
        assertThat(picture.getWidth()).isGreaterThan(1000);
        assertThat(new Color(picture.getRGB(0, 0))).isEqualTo(new Color(0xfdfcfa));
        assertThat(IntStream.range(0, picture.getHeight())
                        .flatMap(y -> IntStream.range(0, picture.getWidth()).map(x -> picture.getRGB(x, y))))
                .contains(new Color(0x2447c4).getRGB());

        assertThat(Files.readAllLines(download(page, "Numbers, CSV").path()))
                .startsWith(
                        "\ufeffoutcome,p,q,p / q,ln(p / q) [nats],p ln(p / q) [nats],q ln(q / p) [nats]",
                        "A,0.5,0.25,2,0.6931471805599453,0.34657359027997264,-0.17328679513998632");
    }

    private static Download download(Page page, String what) {
        widget(page).locator(".widget-download > summary").press("Enter");
        return page.waitForDownload(() -> button(page, what).press("Enter"));
    }

    @Test
    void whereTheClipboardIsRefusedTheLinkStandsThereSelected() {
        Page page = open(desk());
        page.evaluate(
                "void (navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')))");

        button(page, "Copy link").press("Enter");

        Locator field = widget(page).getByLabel("To be copied by hand");
        assertThat(field).isFocused();
        assertThat(page.evaluate("getSelection().toString()").toString())
                .isEqualTo(course.address(LESSON + "?w.kl-workbench=1~nats~0.5_0.5~0.7_0.3#kl-workbench"));
    }

    @Test
    void theStateIsFoundAgainOnReturnAndTheAddressGoesBeforeIt() {
        Page page = open(desk());
        set(page, "q-0", "0.2");
        NavigationJourneyIT.awaitIn(page, course.address(LESSON), "now=\"1~nats~0.5_0.5~0.2_0.8\"");

        page.navigate(course.address(LESSON));
        assertThat(widget(page).locator("input[data-type='q-0']")).hasValue("0.2");
        assertThat(page.url()).endsWith(LESSON);
        page.navigate(course.address(LESSON + "?w.kl-workbench=1~nats~0.5_0.5~0.9_0.1"));
        assertThat(widget(page).locator("input[data-type='q-0']")).hasValue("0.9");

        Page other = open(desk());
        assertThat(widget(other).locator("input[data-type='q-0']")).hasValue("0.7");
    }

    @Test
    void anAddressThatCannotBeReadGivesTheStartAndSaysSo() {
        Page page = reader.newcomer(desk());
        page.navigate(course.address(LESSON + "?w.kl-workbench=%zz~<script>"));

        assertThat(widget(page).locator(".widget-notice")).containsText("cannot be read");
        assertThat(widget(page).locator("input[data-type='q-0']")).hasValue("0.7");
        set(page, "q-0", "0.5");
        assertThat(widget(page).locator(".widget-notice")).hasCount(0);
    }

    private static void touch(CDPSession session, String type, double x, double y) {
        var point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        var points = new JsonArray();
        points.add(point);
        session.send("Input.dispatchTouchEvent", touches(type, points));
    }

    private static JsonObject touches(String type, JsonArray points) {
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        return event;
    }

    @Test
    void aSumOffOneIsNormalisedAndAllOfItUndoneByKeyboard() {
        Page page = open(desk());

        button(page, "Add an outcome").press("Enter");
        set(page, "p-2", "0,25");
        assertThat(widget(page).locator(".widget-note")).hasText("Read as 0.25.");
        assertThat(widget(page).locator(".widget-status")).containsText("sum to 1.25");
        assertThat(widget(page).locator(".widget-headline .role-forward .readout-figure"))
                .hasText("0.08718");

        button(page, "Normalise p").press("Enter");
        assertThat(widget(page).locator("input[data-type='p-0']")).hasValue("0.4");
        assertThat(widget(page).locator("input[data-type='p-0']")).isFocused();
        assertThat(widget(page).locator(".widget-status")).isEmpty();

        button(page, "Undo").press("Enter");
        assertThat(widget(page).locator("input[data-type='p-0']")).hasValue("0.5");
        assertThat(button(page, "Undo")).isFocused();
        button(page, "Redo").press("Enter");
        assertThat(widget(page).locator("input[data-type='p-0']")).hasValue("0.4");
        button(page, "Reset").press("Enter");
        assertThat(widget(page).locator("input[data-type='p-2']")).hasCount(0);
        assertThat(button(page, "Reset")).isFocused();
    }

    @Test
    void escapeTakesBackWhatCannotBeRead() {
        Page page = open(desk());
        Locator field = widget(page).locator("input[data-type='q-0']");

        set(page, "q-0", "seven");
        assertThat(field).hasAccessibleDescription("Enter a number.");
        field.press("Escape");

        assertThat(field).hasValue("0.7");
        assertThat(widget(page).locator(".widget-status")).isEmpty();
    }

    @Test
    void whereTheCompiledCoreCannotBeLoadedTheServerTakesTheSteps() {
        Page page = reader.newcomer(desk());
        page.route("**/core-*.js", route -> route.abort());
        page.navigate(course.address(LESSON));

        set(page, "q-0", "0.5");

        assertThat(widget(page).locator(".widget-headline .role-forward .readout-figure"))
                .hasText("0");
        assertThat(reader.takeComplaints()).isNotEmpty().allMatch(complaint -> complaint.contains("ERR_FAILED"));
    }

    @Test
    void withoutCoreAndServerTheWidgetStandsStillAndSaysSo() {
        Page page = reader.newcomer(desk());
        page.route("**/core-*.js", route -> route.abort());
        page.route("**/*v-r=*", route -> route.abort());
        page.navigate(course.address(LESSON));

        assertThat(widget(page).locator(".widget-broken").first()).isVisible();
        assertThat(widget(page).locator(".widget-headline .role-forward .readout-figure"))
                .hasText("0.08718");
        assertThat(widget(page).locator("input[data-slide='q-0']")).isDisabled();
        page.context().close(); // It would go on asking for the server, and complaining
        assertThat(reader.takeComplaints()).isNotEmpty();
    }

    @Test
    void aStepThatFailsIsToldAndTheRestOfThePageGoesOn() {
        Page page = reader.newcomer(desk());
        page.route(
                Pattern.compile("/core-[^/?]*\\.js$"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody("""
                        import * as core from '%s?whole';
                        export const survey = core.survey;
                        export function step(asked) {
                          if (asked.id === 'kl-workbench' && asked.how === 'typed') {
                            throw new Error('on purpose');
                          }
                          return core.step(asked);
                        }
                        """.formatted(route.request().url()))));
        page.navigate(course.address(LESSON));

        set(page, "q-0", "0.5");

        Locator trouble = widget(page).locator(".widget-broken").first();
        assertThat(trouble).isVisible();
        assertThat(trouble).containsText("That could not be worked out, which is our mistake.");
        assertThat(widget(page).locator(".widget-headline .role-forward .readout-figure"))
                .hasText("0.08718");
        widget(page).locator("input[data-slide='q-0']").press("ArrowRight");
        assertThat(widget(page).locator(".widget-headline .role-forward .readout-figure"))
                .not()
                .hasText("0.08718");
        assertThat(trouble).isHidden();
        Locator question = page.locator("#kl-three-outcomes");
        question.locator("input[name=answer]").fill("0.3936");
        question.locator(".check").click();
        assertThat(question.locator(".outcome-title")).containsText("Right");
        assertThat(reader.takeComplaints()).allMatch(complaint -> complaint.contains("could not take a step"));
    }

    private static Browser.NewContextOptions desk() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900);
    }

    private static Page open(Browser.NewContextOptions options) {
        Page page = reader.newcomer(options);
        page.navigate(course.address(LESSON));
        assertThat(widget(page).locator("input[data-type='p-0']")).isEnabled();
        return page;
    }

    private static Locator button(Page page, String name) {
        return widget(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator widget(Page page) {
        return page.locator("course-widget#kl-workbench");
    }

    private static void set(Page page, String control, String value) {
        Locator field = widget(page).locator("input[data-type='" + control + "']");
        field.fill(value);
        field.press("Enter");
    }

    private static double copied(Page page, String name) {
        String text = widget(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy full precision of " + name))
                .getAttribute("data-copy");
        return Double.parseDouble(text);
    }
}
