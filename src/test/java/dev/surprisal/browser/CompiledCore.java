package dev.surprisal.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;

/** The core as it is shipped, in a real browser, on a page that has nothing else. */
final class CompiledCore implements AutoCloseable {

    private static final Path FILE = Path.of("frontend/generated/core/core.js");
    private static final String ADDRESS = "http://core.test/";

    private final Playwright playwright = Playwright.create();
    private final Browser browser;
    private final Page page;

    CompiledCore() {
        var options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu"));
        String chromium = System.getenv("CHROMIUM");
        if (chromium != null && !chromium.isBlank()) {
            options.setExecutablePath(Path.of(chromium));
        }
        browser = playwright.chromium().launch(options);
        page = browser.newPage();
        page.route(ADDRESS + "*", CompiledCore::serve);
        page.navigate(ADDRESS);
    }

    private static void serve(Route route) {
        if (route.request().url().endsWith("core.js")) {
            route.fulfill(new Route.FulfillOptions().setPath(FILE).setContentType("text/javascript"));
        } else {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html>"));
        }
    }

    /** What a function of JavaScript makes of the core and an argument. */
    Object evaluate(String function, Object argument) {
        return page.evaluate("async argument => (" + function + ")(await import('/core.js'), argument)", argument);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
