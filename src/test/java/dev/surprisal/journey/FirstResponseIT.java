package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives before any script has run. */
class FirstResponseIT {
    private static final String LESSON = "/lesson/mle-and-the-kl-view";

    private static RunningCourse course;

    @BeforeAll
    static void start() {
        course = RunningCourse.shipped();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                LESSON,
                LESSON + "/lesson",
                LESSON + "/practice",
                LESSON + "/cheatsheet",
                LESSON + "/references",
                "/progress"
            })
    void aPageMakesNoSessionAndSetsNoCookie(String address) {
        HttpResponse<String> response = course.get(address);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("set-cookie")).isEmpty();
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        assertThat(response.headers().firstValue("content-type")).contains("text/html;charset=UTF-8");
    }

    @Test
    void theLessonIsReadableWithTypesetFormulasAndWidget() {
        Document page = Jsoup.parse(course.get(LESSON + "/lesson").body());

        assertThat(page.select("main h1").text()).isEqualTo("Maximum likelihood and the KL view");
        assertThat(page.select("main h2")).hasSize(10);
        assertThat(page.select(".katex math")).hasSizeGreaterThan(20);
        assertThat(page.select(".katex-error")).isEmpty();
        assertThat(page.select("main").text()).contains("0.08718").doesNotContain("$", ":::", "==");
        assertThat(page.select("course-widget svg")).isNotEmpty();
        assertThat(page.select("course-widget table")).isNotEmpty();
        assertThat(page.select("course-question")).hasSize(4);
        assertThat(page.select("script:not([nonce])")).isEmpty();
        assertThat(page.select("[onclick], [onload], base")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lesson", "/practice", "/cheatsheet", "/references"})
    void headingsAreListedAndIdsAreUnique(String kind) {
        Document page = Jsoup.parse(course.get(LESSON + kind).body());

        assertThat(page.select("nav.on-this-page a").eachAttr("href"))
                .containsExactlyElementsOf(page.select("main h2").eachAttr("id").stream()
                        .map(id -> "#" + id)
                        .toList());
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        page.select(".cite-bibtex").remove(); // BibTeX has such braces of its own
        assertThat(page.select("main").text()).doesNotContain(":::", "==", "{{");
        assertThat(page.select(".katex-error")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", LESSON, LESSON + "/lesson", LESSON + "/practice", LESSON + "/references"})
    void everyLinkWithinTheCourseHasItsTarget(String address) {
        Document page = Jsoup.parse(course.get(address).body());

        for (String href : page.select("a[href]").eachAttr("href")) {
            if (href.startsWith("#")) {
                assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
            } else if (!href.startsWith("https://")) {
                assertThat(course.get(href).statusCode()).as(href).isEqualTo(200);
            }
        }
    }

    @Test
    void cardsAndReferencesNeedNoScript() {
        Document practice = Jsoup.parse(course.get(LESSON + "/practice").body());
        Document references = Jsoup.parse(course.get(LESSON + "/references").body());

        assertThat(practice.select("details.card > summary + .card-back")).hasSize(12);
        assertThat(references.select(".citation a").eachAttr("href"))
                .containsExactly("#cited-cover2006", "#cited-bishop2006", "#cited-murphy2023");
    }

    @Test
    void aReaderWithoutScriptsSeesTextFormulasAndNumbers() {
        try (Reader reader = new Reader()) {
            Page page = reader.newcomer(new Browser.NewContextOptions().setJavaScriptEnabled(false));

            page.navigate(course.address(LESSON + "/lesson"));

            assertThat(page.locator("#split-name-drop").isVisible()).isTrue();
            assertThat(page.locator("#eq-kl .katex-html").boundingBox().height).isGreaterThan(20);
            assertThat(page.locator("course-widget svg").first().isVisible()).isTrue();
            assertThat(page.locator("course-question .check").first().isDisabled())
                    .isTrue();
            reader.assertNoComplaints();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/lesson",
                "/lesson/",
                "/lesson/nothing",
                "/lesson/mle-and-the-kl-view/nothing",
                "/lesson/mle-and-the-kl-view/overview",
                "/lesson/mle-and-the-kl-view/lesson/",
                "/lesson/..%2f..%2fetc%2fpasswd",
                "/index.html",
                "/sw.js",
                "/error",
                "/errorx",
                "/error/x",
                "/VAADIN/build/nothing.js",
                "/VAADIN/build/..%2fnothing",
                "/vaadinServlet/x",
                "/VAADIN/nothing",
                "/actuator"
            })
    void anUnknownAddressGetsACalmPageWithStatus404(String address) {
        HttpResponse<String> response = course.get(address);

        assertThat(response.statusCode()).isIn(404, 400);
        assertThat(response.body()).doesNotContain("Exception", "at dev.", "Whitelabel", "Apache Tomcat");
        assertThat(response.headers().allValues("set-cookie")).isEmpty();
        assertThat(response.headers().firstValue("content-security-policy")).isPresent();
        assertThat(Jsoup.parse(response.body()).select("h1").text())
                .isEqualTo(
                        response.statusCode() == 404
                                ? "There is no page at this address"
                                : "This address cannot be read");
    }

    @Test
    void thePolicyAllowsScriptsByNonceOnlyAndTheNonceIsNew() {
        HttpResponse<String> first = course.get("/");
        HttpResponse<String> second = course.get("/");
        String policy = first.headers().firstValue("content-security-policy").orElseThrow();

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'nonce-", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(policy.substring(policy.indexOf("script-src"), policy.indexOf(";", policy.indexOf("script-src"))))
                .doesNotContain("unsafe-inline");
        assertThat(second.headers().firstValue("content-security-policy"))
                .isNotEqualTo(first.headers().firstValue("content-security-policy"));
        assertThat(first.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {LESSON + "?v-r=init&location=", "/?v-r=nonsense"})
    void onlyTheKnownMessagesToTheRootReachVaadin(String address) {
        HttpResponse<String> response = course.get(address);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("set-cookie")).isEmpty();
        assertThat(Jsoup.parse(response.body()).select("main h1")).hasSize(1);
    }

    @Test
    void aPageTakesNoPosts() {
        HttpResponse<String> response = course.send(HttpRequest.newBuilder(URI.create(course.address(LESSON)))
                .POST(HttpRequest.BodyPublishers.ofString("x=1")));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().allValues("set-cookie")).isEmpty();
    }

    @Test
    void aMadeUpCookieIsNobody() {
        HttpResponse<String> response =
                course.send(HttpRequest.newBuilder(URI.create(course.address(LESSON + "/lesson")))
                        .header("Cookie", "surprisal-learner=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA; theme=\"><script>"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("data-theme", "<script>");
    }

    @Test
    void theStartIsQuiet() {
        assertThat(course.logOfTheStart()).doesNotContain("WARN", "ERROR", "WARNING");
    }
}
