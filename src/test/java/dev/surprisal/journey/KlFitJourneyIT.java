package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Worker;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fit of one normal to two modes: by mouse, by finger, by keyboard, with and without the compiled core. */
class KlFitJourneyIT {
    private static final String LESSON = PlayCourse.PAGE;
    private static final Pattern ARRIVED = Pattern.compile("The descent in the reverse KL has arrived");

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
    void theFirstResponseHasTheCurvesAndEveryOptimum() {
        var page = Jsoup.parse(RunningCourse.shipped().get(LESSON).body());
        var widget = page.expectFirst("course-widget[kind=kl-fit]");

        assertThat(widget.select(".panel .curve")).hasSizeGreaterThan(8);
        assertThat(widget.select(".relief .contour")).hasSizeGreaterThan(20);
        assertThat(widget.select(".plane.role-reverse .mark-best")).hasSize(2);
        assertThat(widget.select(".plane.role-reverse .mark-saddle")).hasSize(2);
        assertThat(widget.select("[data-part=words]").text())
                .contains("N(0, 2.06155²)", "N(−1.9998, 0.5004²) at 0.69305 nats", "N(0, 1.73636²) at 1.87120 nats");
        assertThat(widget.select("[data-part=table] tbody th").eachText())
                .containsExactly(
                        "forward optimum",
                        "reverse, global minimum",
                        "reverse, local minimum",
                        "reverse, global minimum",
                        "reverse, saddle",
                        "reverse, saddle");
    }

    @Test
    void aPeakFollowsTheMouseInBothDirectionsOfKl() {
        Page page = open(desk());
        BoundingBox from = box(page, ".panel.role-reverse [data-drag='q-peak']");

        page.mouse().move(middleX(from), middleY(from));
        page.mouse().down();
        page.mouse().move(middleX(from) + 30, middleY(from) - 20);
        assertThat(widget(page)).hasAttribute("data-dragging", "");
        page.mouse().move(middleX(from) + 40, middleY(from) - 30);
        page.mouse().up();

        assertThat(number(page, "q-mean")).isGreaterThan(1.5);
        assertThat(number(page, "q-sd")).isLessThan(1.5);
        BoundingBox to = box(page, ".panel.role-reverse [data-drag='q-peak']");
        assertThat(middleX(to)).isCloseTo(middleX(from) + 40, within(3.0));
        assertThat(middleY(to)).isCloseTo(middleY(from) - 30, within(3.0));
        assertThat(page.evaluate("document.activeElement.dataset.slide")).isEqualTo("q-mean");
        assertThat(widget(page)).not().hasAttribute("data-seeking", "");
    }

    @Test
    void aWorkerFindsTheOptimaOfATargetThatWasDragged() {
        Page page = open(desk());
        BoundingBox from = box(page, ".panel.role-forward [data-drag='peak-1']");

        page.mouse().move(middleX(from), middleY(from));
        page.mouse().down();
        page.mouse().move(middleX(from) - 20, middleY(from) + 5);
        page.mouse().move(middleX(from) - 90, middleY(from) + 20);
        page.mouse().up();

        // The modes are so near to each other now that the only reverse optimum straddles them
        assertThat(number(page, "m-1")).isLessThan(0.5);
        assertThat(widget(page)).not().hasAttribute("data-seeking", "");
        assertThat(widget(page).locator("[data-part=words]")).containsText("The reverse KL has one optimum here");
        assertThat(widget(page).locator(".plane.role-reverse .mark-best")).hasCount(1);
        assertThat(page.workers()).extracting(Worker::url).allMatch(url -> url.startsWith(course.address("/VAADIN/")));
        assertThat(page.workers()).hasSize(1);
    }

    @Test
    void aFingerDragsAPeakAndElsewhereThePage() {
        Page page = open(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
        Locator handle = widget(page).locator(".panel.role-forward [data-drag='q-peak']");
        handle.scrollIntoViewIfNeeded();
        page.evaluate("scrollBy(0, 200)");
        BoundingBox box = handle.boundingBox();
        assertThat(box.width).isGreaterThanOrEqualTo(44);
        assertThat(box.height).isGreaterThanOrEqualTo(44);
        Object scrolled = page.evaluate("scrollY");
        CDPSession touch = page.context().newCDPSession(page);

        swipe(touch, middleX(box), middleY(box), -60, 10);

        assertThat(number(page, "q-mean")).isLessThan(0.5);
        assertThat(page.evaluate("scrollY")).isEqualTo(scrolled);
        BoundingBox panel = box(page, ".panel.role-forward");
        swipe(touch, panel.x + panel.width - 20, panel.y + 40, 0, -150);
        page.waitForFunction("before => scrollY > before + 50", scrolled);
    }

    private static void swipe(CDPSession session, double x, double y, double dx, double dy) {
        touch(session, "touchStart", x, y);
        for (int step = 1; step <= 6; step++) {
            touch(session, "touchMove", x + dx * step / 6, y + dy * step / 6);
        }
        var end = new JsonObject();
        end.addProperty("type", "touchEnd");
        end.add("touchPoints", new JsonArray());
        session.send("Input.dispatchTouchEvent", end);
    }

    private static void touch(CDPSession session, String type, double x, double y) {
        var point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        var points = new JsonArray();
        points.add(point);
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }

    @Test
    void everythingIsDoneByKeyboardTheChartIncluded() {
        Page page = open(desk());

        widget(page).locator("input[data-slide='q-mean']").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(widget(page).locator("input[data-type='q-mean']")).hasValue("1.1");
        widget(page)
                .locator("label", new Locator.LocatorOptions().setHasText("damped Newton"))
                .locator("input")
                .press("Space");
        button(page, "Run").press("Enter");
        assertThat(widget(page).locator("[data-part=words]")).containsText(ARRIVED);
        assertThat(button(page, "Run")).isFocused();

        Locator plot = widget(page).locator("apex-chart .plot");
        plot.scrollIntoViewIfNeeded();
        assertThat(widget(page)
                        .locator("apex-chart .apexcharts-line-series path")
                        .first())
                .isAttached();
        plot.focus();
        // The chart is handed the steps when they rest, and begins again then
        page.waitForCondition(() -> {
            page.keyboard().press("End");
            page.keyboard().press("ArrowDown");
            return widget(page).locator("apex-chart .live").innerText().matches("reverse KL, step \\d+: 0\\.69305.*");
        });

        button(page, "Undo").press("Enter");
        assertThat(widget(page).locator("apex-chart")).hasCount(0);
        Locator targets = widget(page).getByLabel("Target p", new Locator.GetByLabelOptions().setExact(true));
        targets.focus();
        targets.selectOption("T10");
        assertThat(widget(page).locator("[data-part=words]")).containsText("The reverse KL has four optima here");
        button(page, "Reset").press("Enter");
        assertThat(widget(page).locator("[data-part=words]")).containsText("three optima here");
        assertThat(widget(page).locator("input[data-type='q-mean']")).hasValue("1");
    }

    @Test
    void aRunOfSmallStepsArrivesAndIsUndoneAtOnce() {
        Page page = open(desk());

        button(page, "Run").click();

        assertThat(widget(page).locator("[data-part=words]")).containsText(ARRIVED);
        button(page, "Undo").click();
        assertThat(widget(page).locator("[data-part=words]")).containsText("Your q = N(1, 1.5²)");
    }

    @Test
    void whoeverWantsNoMotionSeesTheEndOfARun() {
        Page page = open(desk().setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));

        button(page, "Run").click();

        assertThat(widget(page).locator("[data-part=words]")).containsText(ARRIVED);
    }

    @Test
    void whereTheCompiledCoreCannotBeLoadedTheServerMakesStepsAndSurveys() {
        Page page = reader.newcomer(desk());
        page.route("**/core-*.js", route -> route.abort());
        page.navigate(course.address(LESSON));
        assertThat(widget(page).locator("input[data-type='q-mean']")).isEnabled();

        widget(page)
                .getByLabel("Target p", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("T6");

        assertThat(widget(page).locator("[data-part=words]")).containsText("The reverse KL has one optimum here");
        assertThat(reader.takeComplaints()).isNotEmpty().allMatch(complaint -> complaint.contains("ERR_FAILED"));
    }

    private static Browser.NewContextOptions desk() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900);
    }

    private static Page open(Browser.NewContextOptions options) {
        Page page = reader.newcomer(options);
        page.navigate(course.address(LESSON));
        assertThat(widget(page).locator("input[data-type='q-mean']")).isEnabled();
        widget(page).scrollIntoViewIfNeeded();
        return page;
    }

    private static Locator widget(Page page) {
        return page.locator("course-widget#kl-fit-two-modes");
    }

    private static Locator button(Page page, String name) {
        return widget(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static BoundingBox box(Page page, String selector) {
        Locator element = widget(page).locator(selector);
        element.scrollIntoViewIfNeeded();
        return element.boundingBox();
    }

    private static double middleX(BoundingBox box) {
        return box.x + box.width / 2;
    }

    private static double middleY(BoundingBox box) {
        return box.y + box.height / 2;
    }

    private static double number(Page page, String control) {
        return Double.parseDouble(
                widget(page).locator("input[data-type='" + control + "']").inputValue());
    }
}
