package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A learner's browser. It keeps what the page complains of: errors, refused requests and violations of the content security
 * policy, which a journey ends by asserting to be none. All readers of a JVM share one Chromium, each newcomer in it has a context
 * alone; a page that is left open goes on working, so a journey sends its newcomers away when it ends.
 */
final class Reader implements AutoCloseable {
    /** In milliseconds, for machines with more to do than this; nothing here measures a time. */
    private static final double PATIENCE = 20_000;

    private static @Nullable Browser chromium;

    private final Browser browser = chromium();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** Ends with the JVM, whose end is also that of Playwright's driver. */
    private static synchronized Browser chromium() {
        if (chromium == null) {
            chromium = launch();
        }
        return chromium;
    }

    private static Browser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update"));
        String chromium = System.getenv("CHROMIUM");
        if (chromium != null && !chromium.isBlank()) {
            options.setExecutablePath(Path.of(chromium));
        }
        return Playwright.create().chromium().launch(options);
    }

    /** A fresh learner at a desk. */
    Page newcomer() {
        return newcomer(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    /** A fresh learner with a phone. */
    Page newcomerWithPhone() {
        return newcomer(
                new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true));
    }

    Page newcomerInTheDark() {
        return newcomer(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));
    }

    Page newcomer(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(PATIENCE);
        context.addInitScript(
                "addEventListener('securitypolicyviolation', event =>"
                        + " console.error('violated ' + event.violatedDirective + ' by ' + event.blockedURI + ' ' + event.sample))");
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        return page;
    }

    /** What the page has complained of so far, once: the list starts anew. */
    List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    void assertNoComplaints() {
        assertThat(takeComplaints()).isEmpty();
    }

    /** Closes every page; what is complained of meanwhile is not kept. */
    void sendAllAway() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        complaints.clear();
    }

    @Override
    public void close() {
        sendAllAway();
    }
}
