package dev.surprisal.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;

/** A compiled file, such as the core as it is shipped, in a real browser, on a page that has nothing else. */
public final class CompiledCore implements AutoCloseable {

    private static final Path SHIPPED = Path.of("frontend/generated/core/core.js");
    private static final String ADDRESS = "http://core.test/";

    private final Playwright playwright = Playwright.create();
    private final Browser browser;
    private final Page page;

    CompiledCore() {
        this(SHIPPED);
    }

    public CompiledCore(Path file) {
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
        String chromium = System.getenv("CHROMIUM");
        if (chromium != null && !chromium.isBlank()) {
            options.setExecutablePath(Path.of(chromium));
        }
        browser = playwright.chromium().launch(options);
        page = browser.newPage();
        page.route(ADDRESS + "*", route -> serve(route, file));
        page.navigate(ADDRESS);
    }

    private static void serve(Route route, Path file) {
        if (route.request().url().endsWith("core.js")) {
            route.fulfill(new Route.FulfillOptions().setPath(file).setContentType("text/javascript"));
        } else {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html>"));
        }
    }

    /** What a function of JavaScript makes of the core and an argument. */
    public Object evaluate(String function, Object argument) {
        return page.evaluate("async argument => (" + function + ")(await import('/core.js'), argument)", argument);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
