package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints how long widgets take to follow a slider or a handle in Chromium with the processor slowed four times: from an input
 * event to the end of the frame that shows it, the median and 95 of 100; and what the page itself worked for it, by the
 * processor's own clock and not slowed, which says something on a busy machine too. The class's name keeps it out of the
 * ordinary runs.
 */
class TimesOfMoves {

    private static final int WARM_UP = 80;
    private static final int MOVES = 160;
    private static final int SLOWED = 4;

    /** Any two numbers that have no common rhythm. */
    private static final double[] PERIODS = {12, 9};

    private record Moved(String name, String lesson, String state, String widget, String control) {
        boolean isSlider() {
            return control.contains("data-slide");
        }
    }

    private static final String MODES = "1~nats~gradient~0.05_0~0.5_1~0.5_-2_0.5_0.5_2_0.5~";
    private static final String LESSON = "forward-versus-reverse-kl";
    private static final String FIT = "kl-fit-directions";

    private static final List<Moved> ALL = List.of(
            new Moved("kl-fit, peak of q", LESSON, "", FIT, ".panel.role-reverse [data-drag='q-peak']"),
            new Moved("kl-fit, peak of p", LESSON, "", FIT, ".panel.role-reverse [data-drag='peak-1']"),
            new Moved("kl-fit, alpha", LESSON, MODES + "between~0.4", FIT, "[data-slide='alpha']"),
            new Moved("kl-fit, q beside 60 points", LESSON, MODES + "sample~60_1", FIT, "[data-slide='q-mean']"),
            new Moved("kl-correlated, rho", LESSON, "", "tilted-target", "[data-slide='rho']"),
            new Moved("kl-discrete, q", LESSON, "", "five-in-a-row", "[data-slide='q-0']"),
            new Moved("normal-density, x", "distributions", "", "houses-workbench", "[data-slide='x']"),
            new Moved("beta-update, alpha", "bayes-and-conjugacy", "", "belief-workbench", "[data-slide='alpha']"),
            new Moved("elbo-gap, m", "latent-variables-and-elbo", "", "watch-the-gap", "[data-slide='m']"),
            new Moved("score-field, x", "autoregression-and-scores", "", "denoising-lab", "[data-drag='x']"),
            new Moved("score-field, noise", "autoregression-and-scores", "", "denoising-lab", "[data-slide='noise']"));

    /** The frame of an event is over when a message that was posted from its animation callbacks arrives. */
    private static final String WATCH = """
            name => {
              const widget = document.getElementById(name);
              window.times = [];
              let since = null;
              const note = event => since ??= event.timeStamp;
              widget.addEventListener('input', note, true);
              widget.addEventListener('pointermove', event => widget.hasAttribute('data-dragging') && note(event), true);
              new MutationObserver(() => {
                const from = since;
                since = null;
                if (from !== null) {
                  requestAnimationFrame(() => {
                    const channel = new MessageChannel();
                    channel.port1.onmessage = () => window.times.push(performance.now() - from);
                    channel.port2.postMessage(0);
                  });
                }
              }).observe(widget.querySelector('[data-part=picture]'), {subtree: true, childList: true, attributes: true});
            }
            """;

    @Test
    void printsThem(@TempDir Path data) {
        System.out.printf("%-28s %9s %8s %12s %8s%n", "milliseconds", "median", "95 %", "worked", "moves");
        try (var course = RunningCourse.start(data.resolve("data"));
                var reader = new Reader()) {
            for (Moved moved : ALL) {
                print(moved, course, reader.newcomer());
            }
        }
    }

    private static void print(Moved moved, RunningCourse course, Page page) {
        String state = moved.state.isEmpty() ? "" : "?w." + moved.widget + "=" + moved.state;
        page.navigate(course.address("/lesson/" + moved.lesson + "/lesson" + state));
        page.waitForSelector("#" + moved.widget + "[data-live]");
        String control = "#" + moved.widget + " " + moved.control;
        page.evaluate("control => document.querySelector(control).scrollIntoView({block: 'center'})", control);
        // The rest of the page has its say first
        page.waitForTimeout(2500);
        double[] from = grip(page, control, moved.isSlider());
        CDPSession session = page.context().newCDPSession(page);
        session.send("Performance.enable", json("{timeDomain: 'threadTicks'}"));
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        move(page, from, WARM_UP);
        double before = worked(session);
        move(page, from, MOVES);
        double each = (worked(session) - before) / MOVES;
        session.send("Emulation.setCPUThrottlingRate", json("{rate: " + SLOWED + "}"));
        page.evaluate(WATCH, moved.widget);
        move(page, from, MOVES);
        double[] times = ((List<?>) page.evaluate("times"))
                .stream()
                        .mapToDouble(time -> ((Number) time).doubleValue())
                        .sorted()
                        .toArray();
        page.mouse().up();
        page.context().close();
        assertThat(times).isNotEmpty();
        System.out.printf(
                "%-28s %9.1f %8.1f %12.1f %8d%n",
                moved.name, times[times.length / 2], times[times.length * 95 / 100], each, times.length);
    }

    private static double[] grip(Page page, String control, boolean slider) {
        BoundingBox box = page.locator(control).first().boundingBox();
        double thumb = 18;
        double share = slider
                ? ((Number) page.evaluate(
                                "control => { const slider = document.querySelector(control);"
                                        + " return (slider.value - slider.min) / (slider.max - slider.min); }",
                                control))
                        .doubleValue()
                : 0.5;
        double x = slider ? box.x + thumb / 2 + share * (box.width - thumb) : box.x + box.width / 2;
        return new double[] {x, box.y + box.height / 2, slider ? 0 : 8};
    }

    /** To and fro, a move each 20 milliseconds or as soon as the last one has been taken. */
    private static void move(Page page, double[] from, int moves) {
        for (int i = 0; i < moves; i++) {
            double x = from[0] + 30 * Math.sin(i / PERIODS[0]);
            page.mouse().move(x, from[1] + from[2] * Math.sin(i / PERIODS[1]));
            page.waitForTimeout(20);
        }
    }

    /** What all tasks of the page have taken, in milliseconds of the processor. */
    private static double worked(CDPSession session) {
        for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return 1000 * metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new AssertionError("Chromium tells nothing of its tasks");
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
