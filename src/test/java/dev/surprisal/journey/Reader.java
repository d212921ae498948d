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

/**
 * A learner's browser. It keeps what the page complains of: errors, refused requests and violations of the content security
 * policy, which a journey ends by asserting to be none.
 */
final class Reader implements AutoCloseable {
    /** In milliseconds, for machines with more to do than this; nothing here measures a time. */
    private static final double PATIENCE = 20_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    Reader() {
        playwright = Playwright.create();
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
        browser = playwright.chromium().launch(options);
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

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
