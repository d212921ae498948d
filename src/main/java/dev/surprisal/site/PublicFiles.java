package dev.surprisal.site;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.HEAD;

import dev.surprisal.content.Lesson;
import dev.surprisal.content.PageKind;
import dev.surprisal.hosting.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** What is asked for by machines rather than by readers: the icons, the picture beside links, the site map, what crawlers may read. */
@Component
class PublicFiles {
    /** Pages that say something of who reads them, or find what stands elsewhere. */
    private static final List<String> OF_ONE_READER =
            List.of("progress", "review", "confidence", "your-data", "slip/", "verify", "author", "search");

    private final CurrentCourse current;
    private final Settings settings;
    private final SingletonSupplier<byte[]> cover = SingletonSupplier.of(CoverPicture::png);
    private final SingletonSupplier<byte[]> icon = SingletonSupplier.of(CoverPicture::ico);

    PublicFiles(CurrentCourse current, Settings settings) {
        this.current = current;
        this.settings = settings;
    }

    RouterFunction<ServerResponse> routes() {
        RouterFunctions.Builder routes = RouterFunctions.route();
        add(
                routes,
                "/favicon.svg",
                request -> file("image/svg+xml").body(new ClassPathResource("favicon.svg", PublicFiles.class)));
        add(routes, "/favicon.ico", request -> file("image/x-icon").body(icon.obtain()));
        add(routes, "/cover.png", request -> file("image/png").body(cover.obtain()));
        add(routes, "/robots.txt", request -> file("text/plain;charset=UTF-8").body(robots()));
        if (settings.publicAddress() != null) {
            add(
                    routes,
                    "/sitemap.xml",
                    request -> file("application/xml").body(siteMap().getBytes(StandardCharsets.UTF_8)));
        }
        return routes.build();
    }

    private static void add(RouterFunctions.Builder routes, String path, HandlerFunction<ServerResponse> handler) {
        routes.route(GET(path).or(HEAD(path)), handler);
    }

    private static ServerResponse.BodyBuilder file(String type) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)));
    }

    private String robots() {
        String root = settings.contextPath() + "/";
        StringBuilder rules = new StringBuilder("User-agent: *\n");
        OF_ONE_READER.forEach(
                path -> rules.append("Disallow: ").append(root).append(path).append('\n'));
        return rules
                + settings.address("sitemap.xml")
                        .map(address -> "Sitemap: " + address + "\n")
                        .orElse("");
    }

    private String siteMap() {
        List<String> paths = new ArrayList<>(List.of(""));
        for (Lesson lesson : current.course().lessons()) {
            for (PageKind kind : lesson.pages().keySet()) {
                paths.add(kind.address(lesson.id()));
            }
        }
        paths.add("glossary");
        for (AboutPage page : AboutPage.values()) {
            paths.add(page.path());
        }
        StringBuilder map = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        paths.stream()
                .map(settings::address)
                .flatMap(Optional::stream)
                .forEach(address -> map.append("<url><loc>")
                        .append(HtmlUtils.htmlEscape(address))
                        .append("</loc></url>\n"));
        return map.append("</urlset>\n").toString();
    }
}
