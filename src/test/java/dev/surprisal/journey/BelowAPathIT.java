package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The course as many will have it: below a path, behind a proxy that speaks TLS, with its logs read by a machine. */
class BelowAPathIT {
    private static final String ROOT = "/kl/";
    private static final String PUBLIC = "https://course.example.org/kl/";
    private static final String LESSON = "/lesson/mle-and-the-kl-view";
    private static final String METRICS_TOKEN = "a token for the metrics only";
    private static final String WRONG_TOKEN = "a guess that is not the token";
    private static final String TYPED = "Kartoffelsalat, about a third";
    private static final String NUMBER = "0.0871812345";
    private static final Pattern URL = Pattern.compile("url\\(\\s*[\"']?([^)\"']+)");

    @TempDir
    static Path folder;

    private static RunningCourse course;

    @BeforeAll
    static void start() {
        course = RunningCourse.start(
                Path.of("content"),
                folder.resolve("data"),
                Map.of(
                        "SURPRISAL_CONTEXT_PATH",
                        "/kl",
                        "SURPRISAL_PUBLIC_ADDRESS",
                        PUBLIC,
                        "SURPRISAL_PROXIES",
                        "127.0.0.0/8, ::1/128",
                        "SURPRISAL_METRICS_TOKEN",
                        METRICS_TOKEN,
                        "SURPRISAL_LOG_FORMAT",
                        "ecs",
                        "SURPRISAL_LIMITS_SESSIONS",
                        "20"));
    }

    @AfterAll
    static void stop() {
        course.close();
    }

    /** What the proxy says of a reader at an address. */
    private static Map<String, String> from(String address) {
        return Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", address);
    }

    private static HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(course.address(path)));
        from("203.0.113.1").forEach(request::header);
        return request;
    }

    private static HttpResponse<String> get(String path) {
        return course.send(request(path));
    }

    /** A path with the one below which the course is. */
    private static HttpResponse<String> getWhole(String address) {
        return get(address.substring(ROOT.length() - 1));
    }

    @Test
    void everyLinkAndEveryFileIsBelowThePathAndThere() {
        Set<String> files = new LinkedHashSet<>();
        Map<String, String> links = new TreeMap<>();
        for (String path : List.of(
                "/",
                LESSON,
                LESSON + "/lesson",
                LESSON + "/practice",
                LESSON + "/cheatsheet",
                LESSON + "/references",
                "/search?q=entropy",
                "/glossary",
                "/progress",
                "/privacy",
                "/author",
                "/nothing")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(path.equals("/nothing") ? 404 : 200);
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("html").attr("data-root")).isEqualTo(ROOT);
            for (Element linked : page.select("a[href], form[action]")) {
                String address = linked.hasAttr("href") ? linked.attr("href") : linked.attr("action");
                if (!address.startsWith("#") && !address.startsWith("https://")) {
                    links.put(address.replaceFirst("#.*", ""), path);
                }
            }
            page.select("link[href]:not([rel=canonical])").eachAttr("href").forEach(files::add);
            page.select("[src]").eachAttr("src").forEach(files::add);
        }

        assertThat(links.keySet()).hasSizeGreaterThan(20).allMatch(address -> address.startsWith(ROOT));
        links.forEach((address, page) -> assertThat(getWhole(address).statusCode())
                .as(address + " on " + page)
                .isIn(200, address.endsWith("/sign-out") ? 405 : 200));
        assertThat(files).hasSizeGreaterThan(5).allMatch(address -> address.startsWith(ROOT));
        for (String file : files) {
            HttpResponse<String> answer = getWhole(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            if (file.endsWith(".css")) {
                assertThat(URL.matcher(answer.body()).results().map((MatchResult found) -> found.group(1)))
                        .allSatisfy(address -> assertIsThere(URI.create(file), address));
            }
        }
    }

    private static void assertIsThere(URI file, String address) {
        if (!address.startsWith("data:") && !address.startsWith("#")) {
            String whole = file.resolve(address).toString();
            assertThat(whole).startsWith(ROOT);
            assertThat(getWhole(whole).statusCode()).as(whole).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lesson/mle-and-the-kl-view", "lesson/mle-and-the-kl-view/practice", "privacy"})
    void aPageNamesItsPublicAddressAndItsPicture(String path) {
        Document page = Jsoup.parse(get("/" + path).body());

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(PUBLIC + path);
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(PUBLIC + path);
        assertThat(page.select("meta[property=og:image]").attr("content")).isEqualTo(PUBLIC + "cover.png");
        assertThat(page.select("meta[name=description]").attr("content")).hasSizeGreaterThan(20);
        assertThat(page.title()).isNotBlank();
        HttpResponse<String> picture = get("/cover.png");
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
    }

    @Test
    void theSiteMapAndTheRulesForCrawlersNameWhatIsThere() {
        HttpResponse<String> robots = get("/robots.txt");
        assertThat(robots.body())
                .contains(
                        "Disallow: /kl/progress\n",
                        "Disallow: /kl/your-data\n",
                        "Sitemap: " + PUBLIC + "sitemap.xml\n");

        List<String> places = Jsoup.parse(get("/sitemap.xml").body(), Parser.xmlParser())
                .select("loc")
                .eachText();
        assertThat(places)
                .contains(PUBLIC, PUBLIC + "lesson/mle-and-the-kl-view/practice", PUBLIC + "privacy")
                .doesNotHaveDuplicates()
                .allSatisfy(place -> {
                    assertThat(place).startsWith(PUBLIC);
                    assertThat(getWhole(ROOT + place.substring(PUBLIC.length())).statusCode())
                            .as(place)
                            .isEqualTo(200);
                });
    }

    @Test
    void aRedirectStaysBelowThePathAndOnTls() {
        HttpResponse<String> home = course.send(
                HttpRequest.newBuilder(URI.create(course.address(""))).header("X-Forwarded-Proto", "https"));
        assertThat(home.statusCode()).isEqualTo(302);
        assertThat(home.headers().firstValue("Location"))
                .hasValueSatisfying(
                        place -> assertThat(place).doesNotStartWith("http:").endsWith(ROOT));

        HttpResponse<String> signedIn = signIn(RunningCourse.AUTHOR_TOKEN);
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location")).contains("/kl/author");
        assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("surprisal-author=")
                .contains("Path=/kl/", "Secure", "HttpOnly", "SameSite=Strict");
        assertThat(get("/").headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    private static HttpResponse<String> signIn(String token) {
        return course.send(request("/author")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    @Test
    void whatIsElsewhereOnTheServerIsNotOurs() {
        HttpResponse<String> answer =
                course.send(HttpRequest.newBuilder(URI.create(course.address("").replace("/kl", "/other"))));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("The course is elsewhere on this server.")
                .doesNotContain("Tomcat");
    }

    @Test
    void metricsAreForWhoHasTheirToken() {
        assertThat(get("/metrics").statusCode()).isEqualTo(401);
        assertThat(metrics(WRONG_TOKEN).statusCode()).isEqualTo(401);
        HttpResponse<String> metrics = metrics(METRICS_TOKEN);
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("surprisal_pages_open", "http_server_requests_seconds_count");
    }

    private static HttpResponse<String> metrics(String token) {
        return course.send(request("/metrics").header("Authorization", "Bearer " + token));
    }

    @Test
    void oneNetworkGetsItsShareOfThePlacesAndIsToldSoInPlainWords() throws Exception {
        String page = LESSON.substring(1) + "/lesson";
        new Answerer(course, page, from("2001:db8:1:2::1")).join();
        new Answerer(course, page, from("2001:db8:1:2::2")).join();

        assertThatThrownBy(() -> new Answerer(course, page, from("2001:db8:1:2::3")).join())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status 503")
                .hasMessageContaining("So many pages are open in your network")
                .hasMessageContaining("kept in this browser and sent as soon as there is room");
        new Answerer(course, page, from("2001:db8:1:3::1")).join();
    }

    @Test
    void noAnswerTokenOrCookieIsInTheLog() throws Exception {
        Answerer learner = new Answerer(course, LESSON.substring(1) + "/lesson", from("198.51.100.1"));
        learner.join();
        assertThat(learner.answer("kl-three-outcomes", "attempt-of-the-log", NUMBER))
                .isIn("right", "wrong");
        assertThat(learner.answer("kl-three-outcomes", "attempt-2-of-the-log", TYPED))
                .isEqualTo("unreadable");
        assertThatThrownBy(() -> learner.answer("kl-three-outcomes", "'; drop " + TYPED, NUMBER))
                .isInstanceOf(IOException.class);
        learner.get("/search?q=" + URLEncoder.encode(TYPED, StandardCharsets.UTF_8));
        learner.get("/lesson/%ff?" + WRONG_TOKEN.replace(' ', '+'));
        assertThat(signIn(WRONG_TOKEN).statusCode()).isEqualTo(403);
        HttpResponse<String> author = signIn(RunningCourse.AUTHOR_TOKEN);
        assertThat(metrics(WRONG_TOKEN).statusCode()).isEqualTo(401);
        assertThat(metrics(METRICS_TOKEN).statusCode()).isEqualTo(200);

        assertThat(learner.cookies().keySet())
                .containsExactlyInAnyOrder("__Secure-surprisal-session", "__Secure-surprisal-learner");
        assertThat(learner.cookies().values())
                .allSatisfy(cookie ->
                        assertThat(cookie).contains("; Path=/kl", "; Secure", "; HttpOnly", "; SameSite=Lax"));
        List<String> secrets = new ArrayList<>(
                List.of(RunningCourse.AUTHOR_TOKEN, WRONG_TOKEN, METRICS_TOKEN, TYPED, NUMBER, "Kartoffelsalat"));
        Stream.concat(learner.cookies().values().stream(), author.headers().allValues("Set-Cookie").stream())
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1).split(";", 2)[0])
                .forEach(secrets::add);

        LogLines.of(course, "message").assertHideEvery(secrets.stream());
    }

    @Test
    void aBrowserFetchesNothingFromElsewhereAndAnswersArrive() {
        try (Reader reader = new Reader()) {
            Page page = reader.newcomer(
                    new Browser.NewContextOptions().setExtraHTTPHeaders(Map.of("X-Forwarded-For", "198.51.100.7")));
            Set<String> elsewhere = new LinkedHashSet<>();
            String own = course.address("/");
            page.onRequest(asked -> {
                if (!asked.url().startsWith(own) && !asked.url().startsWith("data:")) {
                    elsewhere.add(asked.url());
                }
            });

            page.navigate(course.address(LESSON + "/lesson"));
            page.locator("#kl-three-outcomes input[name=answer]").fill("0.0872");
            assertThat(page.evaluate("Object.keys(localStorage).join()").toString())
                    .startsWith("/kl/draft:kl-three-outcomes");
            page.locator("#kl-three-outcomes .check").click();
            PlaywrightAssertions.assertThat(page.locator("#kl-three-outcomes .outcome-title"))
                    .isVisible();
            page.locator("course-widget").first().scrollIntoViewIfNeeded();
            page.navigate(course.address("/progress"));
            PlaywrightAssertions.assertThat(page.locator("main h1")).isVisible();

            assertThat(elsewhere).isEmpty();
            reader.assertNoComplaints();
        }
    }
}
