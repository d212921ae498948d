package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two courses that differ in nothing but keys, tolerances, feedback, hints and solutions send the same bytes until something is
 * due. Nonces, ids and times, which differ between any two visits, are masked.
 */
class NothingBeforeItIsDueIT {
    private static final String PLANTED = "zwiebelfisch";
    private static final Pattern LISTENERS = Pattern.compile("\"constants\":\\{.*?\\},\"changes\"");

    private static final String LESSON = """
            ---
            id: secrets
            title: Secrets
            summary: A lesson with secrets.
            outcomes: [keep a secret]
            minutes: {read: 1, practice: 1}
            difficulty: light
            status: published
            ---

            Before.

            ## Questions {#questions}

            Some questions.

            :::question{#pick-one type=single}
            Which one?

            - [%s] The first
              > %s
            - [%s] The second
              > %s
            - [ ] The third
              > %s

            %s
            solution: %s
            :::

            :::question{#type-one type=number unit=nats}
            How many?

            answer: %s
            accept: %s
            %s
            %s
            solution: %s
            :::

            :::question{#pick-some type=multiple}
            Which ones?

            - [%s] One
              > %s
            - [%s] Two
            - [x] Three

            solution: %s
            :::

            :::question{#in-order type=order}
            In which order?

            1. %s
            2. %s
            3. the third line

            hint: %s
            :::

            :::question{#in-words type=explain}
            Why?

            model: %s
            :::

            :::question{#in-a-widget type=widget kind=kl-discrete}
            Bring them together.

            accept: %s
            solution: %s
            :::

            :::question{#in-pairs type=match}
            Which goes with which?

            - a flow -> %s
              > %s
            - a GAN -> %s

            solution: %s
            :::

            :::question{#in-blanks type=blank}
            Half is [[= %s]], and a third is [[= %s]].

            accept: %s
            wrong: 50 -> %s
            :::

            ::::question{#in-parts type=parts}
            vary: a in {2, 3}
            The numbers are not shown.

            :::part{#one type=number}
            The first?

            answer: %s
            accept: %s
            wrong: 50 -> %s
            :::

            :::part{#two type=number}
            The second?

            answer: given.one + %s
            accept: abs 0.01
            hint: %s
            :::
            ::::
            """;

    private static final String ONE = LESSON.formatted(
            "x",
            feedback("a"),
            " ",
            feedback("b"),
            feedback("c"),
            "hint: " + feedback("d"),
            feedback("e"),
            "kl(bernoulli(0.5), bernoulli(0.7))",
            "abs 0.001",
            "wrong: 5 -> " + feedback("f"),
            "hint: " + feedback("g"),
            feedback("h"),
            "x",
            feedback("s"),
            " ",
            feedback("t"),
            "the first line",
            "another line",
            feedback("u"),
            feedback("v"),
            "kl(categorical(state.p), categorical(state.q)) < 0.05 and min(state.p) > 0.4",
            feedback("w"),
            "exact",
            feedback("pair"),
            "none",
            feedback("pairs"),
            "1/2 ± 0.01",
            "1/3",
            "abs 0.01",
            feedback("blank"),
            "4",
            "abs 0.01",
            feedback("x"),
            "1",
            feedback("y"));

    private static final String OTHER = LESSON.formatted(
            " ",
            feedback("quite another and longer one, i"),
            "x",
            feedback("j"),
            feedback("k"),
            "hint: " + feedback("l") + "\nhint: " + feedback("m"),
            feedback("n"),
            "17 / 4",
            "rel 2%",
            "wrong: 9 -> " + feedback("o"),
            "hint: " + feedback("p") + "\nhint: " + feedback("q"),
            feedback("r"),
            " ",
            feedback("another s"),
            "x",
            feedback("another t"),
            "another line",
            "the first line",
            feedback("another u"),
            feedback("another and longer v"),
            "sum(state.q^2) < 0.51 and min(state.p) > 0.4",
            feedback("another w"),
            "none",
            feedback("another pair"),
            "exact",
            feedback("other pairs"),
            "17",
            "ln(2) ± 2%",
            "digits 3",
            feedback("another blank"),
            "40",
            "mixed 0.02",
            feedback("another x"),
            "1000",
            feedback("another y"));

    private static final String CARDS = """
            - id: drawn
              front: How many is it?
              back: %1$s
              of: in-parts
            - id: plain
              front: What is it?
              back: %1$s
            """;

    @TempDir
    Path folder;

    private static String feedback(String text) {
        return PLANTED + " " + text + ".";
    }

    @Test
    void theBytesAreTheSameAndThePlantedWordsAreNowhere() throws IOException {
        List<String> one = visit("one", ONE, CARDS.formatted(feedback("back")));
        List<String> other = visit("other", OTHER, CARDS.formatted(feedback("another and longer back")));

        assertThat(one).anyMatch(exchange -> exchange.contains("v-r=init"));
        assertThat(one).anyMatch(exchange -> exchange.contains("v-r=uidl"));
        assertThat(one).isEqualTo(other);
        assertThat(one).noneMatch(exchange -> exchange.contains(PLANTED));
    }

    /** What the server sends to a reader of the whole course who asks nothing; then that the planted words do come when due. */
    private List<String> visit(String name, String lesson, String cards) throws IOException {
        Path content = folder.resolve(name);
        Files.createDirectories(content.resolve("lessons/secrets"));
        Files.writeString(content.resolve("course.yaml"), """
                title: A course
                description: A course with secrets.
                authors: [Nobody]
                licence: CC BY 4.0
                confidence: ask
                modules:
                  - title: Module
                    lessons: [secrets]
                """);
        Files.writeString(content.resolve("lessons/secrets/lesson.md"), lesson);
        Files.writeString(content.resolve("lessons/secrets/cards.yaml"), cards);
        try (RunningCourse course = RunningCourse.start(content, folder.resolve(name + "-data"));
                Reader reader = new Reader()) {
            Page page = reader.newcomer();
            List<String> traffic = new ArrayList<>();
            page.route("**", route -> {
                if (route.request().url().contains("/changes?")) {
                    // It stays open and says nothing until content is saved; this answer tells the browser not to ask
                    // again
                    route.fulfill(new Route.FulfillOptions().setStatus(204));
                    return;
                }
                APIResponse response = route.fetch();
                traffic.add(route.request().method() + " " + route.request().url() + "\n" + response.status() + " "
                        + new TreeMap<>(response.headers()) + "\n"
                        + new String(response.body(), StandardCharsets.ISO_8859_1));
                route.fulfill(new Route.FulfillOptions().setResponse(response));
            });
            for (String address : List.of("/", "/lesson/secrets", "/lesson/secrets/lesson", "/review")) {
                page.navigate(course.address(address));
                if (address.contains("lesson")) {
                    LessonJourneyIT.joined(page);
                }
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
            // Files may come in any order
            List<String> sent = traffic.stream()
                    .map(NothingBeforeItIsDueIT::masked)
                    .sorted()
                    .toList();
            page.unroute("**");

            // The cards are asked by now, and turned and rated by keys alone
            assertThat(page.locator(".review-left")).hasText("2 to go");
            page.keyboard().press("Space");
            assertThat(page.locator(".review-back")).containsText(PLANTED);
            page.keyboard().press("3");
            assertThat(page.locator(".review-left")).hasText("the last one");
            assertThat(page.locator(".review-front")).containsText("What is it?");
            assertThat(page.locator(".review-back")).hasCount(0);
            page.navigate(course.address("/lesson/secrets/lesson"));
            Locator question = page.locator("course-question#pick-one");
            question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hint"))
                    .click();
            assertThat(question.locator(".hint")).containsText(PLANTED);
            return sent;
        }
    }

    private static String masked(String text) {
        // Flow lists its listeners in the order of a hash table that is another in each process
        Matcher listeners = LISTENERS.matcher(text);
        String ordered = listeners.replaceAll(found -> found.group()
                .chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("$", "\\$"));
        return ordered.replaceAll("localhost:\\d+", "HOST")
                .replaceAll("nonce(=\"|-|=|&#x3D;\")?[A-Za-z0-9_-]{22}", "NONCE")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID")
                .replaceAll("surprisal-learner=[A-Za-z0-9_-]{32}", "LEARNER")
                .replaceAll("JSESSIONID=[0-9A-F]{32}", "SESSION")
                .replaceAll("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT", "TIME")
                // Which numbers a newcomer meets is drawn at each visit
                .replaceAll("data-variant=\"\\d\"|data-seed=\"\\d+\"|seed%3D\\d+", "DRAWN")
                // Made from the key, by a secret of each database
                .replaceAll("data-tag=\"[A-Za-z0-9_-]{16}\"", "TAG")
                .replaceAll("(seen=\"?|id: ?|data: ?)[0-9a-f]{16}", "SEEN")
                .replaceAll("(ROOT-?|root-?)\\d+", "APP");
    }
}
