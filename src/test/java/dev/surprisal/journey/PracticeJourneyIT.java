package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every type of question, answered by keyboard alone, on a small course. */
class PracticeJourneyIT {
    private static final String ADDRESS = "/lesson/types/lesson";

    private static final String RIGHT = "- [x] The right one\n  > Yes.\n";
    private static final String WRONG = "- [ ] A wrong one\n  > No.\n";

    private static final String LESSON = """
            ---
            id: types
            title: Types
            summary: All types.
            outcomes: [answer]
            minutes: {read: 1, practice: 1}
            difficulty: light
            status: published
            ---

            ## Questions {#questions}

            :::question{#single type=single}
            Which one?

            OPTIONS
            solution: The right one.
            :::

            ::::question{#chain type=parts}
            vary: a in 11..99
            Start from {{a}}.

            :::part{#first type=number}
            Add one.

            answer: a + 1
            accept: abs 0.01
            solution: One more.
            :::

            :::part{#second type=number}
            Double your result.

            answer: 2 * given.first
            accept: abs 0.01
            :::
            ::::

            :::question{#why type=explain}
            Why?

            model: Because of *this*.
            :::

            :::question{#several type=multiple}
            Which?

            - [x] Apple
            - [ ] Stone
            - [x] Pear
            :::

            :::question{#pairs type=match}
            Which goes with which?

            - one -> first
            - two -> second
            - three -> third
            :::

            :::question{#gaps type=blank}
            Half is [[= 1/2]], and a quarter is [[= 1/4]].

            accept: abs 0.001
            :::

            :::question{#reach type=widget kind=kl-discrete q="[0.9, 0.1]"}
            Bring them together.

            accept: kl(categorical(state.p), categorical(state.q)) < 0.001 and min(state.p) > 0.4
            :::

            :::question{#in-order type=order}
            In which order?

            1. alpha
            2. beta
            3. gamma
            4. delta
            :::
            """;

    @TempDir
    private static Path folder;

    private static Path content;
    private static RunningCourse course;
    private static Reader reader;

    @BeforeAll
    static void start() throws IOException {
        content = folder.resolve("content");
        Files.createDirectories(content.resolve("lessons/types"));
        Files.writeString(content.resolve("course.yaml"), """
                title: A course
                description: A course with all types.
                authors: [Nobody]
                licence: CC BY 4.0
                confidence: ask
                modules:
                  - title: Module
                    lessons: [types]
                """);
        write(RIGHT + WRONG);
        course = RunningCourse.start(content, folder.resolve("data"));
        reader = new Reader();
    }

    private static void write(String options) throws IOException {
        Files.writeString(content.resolve("lessons/types/lesson.md"), LESSON.replace("OPTIONS", options));
    }

    @AfterEach
    void goHome() {
        reader.sendAllAway();
    }

    @AfterAll
    static void stop() {
        reader.close();
        course.close();
    }

    @Test
    void everyTypeIsAnsweredByKeyboardAndFoundAgain() {
        Page page = reader.newcomer();
        page.navigate(course.address(ADDRESS));

        // A text: kept, compared, judged
        Locator why = question(page, "why");
        why.getByRole(AriaRole.TEXTBOX).focus();
        page.keyboard().type("My own words");
        press(why, "Keep and compare");
        assertThat(why).hasAttribute("data-outcome", "kept");
        assertThat(why.locator(".solution")).containsText("Because of this");
        press(why, "Partly there");
        assertThat(button(why, "Partly there")).hasAttribute("aria-pressed", "true");
        assertThat(button(why, "Partly there")).isFocused();

        // Several options
        Locator several = question(page, "several");
        tick(several, "Apple");
        tick(several, "Stone");
        press(several, "Check");
        assertThat(several).hasAttribute("data-outcome", "wrong");
        assertThat(several.locator(".review li")).hasCount(2);
        tick(several, "Stone");
        tick(several, "Pear");
        press(several, "Check");
        assertThat(several).hasAttribute("data-outcome", "right");

        // Pairs, each by the letters of its partner, with how sure one is
        Locator pairs = question(page, "pairs");
        Map.of("one", "first", "two", "second", "three", "third").forEach((left, right) -> {
            pairs.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(left))
                    .focus();
            page.keyboard().type(right);
        });
        pairs.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("How sure"))
                .focus();
        page.keyboard().type("another");
        Locator percentage = pairs.getByLabel("Your percentage");
        percentage.fill("150");
        press(pairs, "Check");
        assertThat(pairs.locator(".status")).containsText("from 1 to 99");
        assertThat(percentage).isFocused();
        percentage.fill("90 %");
        press(pairs, "Check");
        assertThat(pairs).hasAttribute("data-outcome", "right");

        // Blanks: one that is empty takes the focus, one that cannot be read costs nothing, and what is read is said
        Locator gaps = question(page, "gaps");
        gaps.locator("input.blank").first().focus();
        page.keyboard().type("1/2");
        press(gaps, "Check");
        assertThat(gaps.locator(".status")).hasText("Fill in every blank first.");
        assertThat(gaps.locator("input.blank").last()).isFocused();
        page.keyboard().type("a bit");
        page.keyboard().press("Enter");
        assertThat(gaps).hasAttribute("data-outcome", "unreadable");
        assertThat(gaps.locator(".attempts")).hasCount(0);
        page.keyboard().press("Control+a");
        page.keyboard().type("25 %");
        page.keyboard().press("Enter");
        assertThat(gaps).hasAttribute("data-outcome", "right");
        assertThat(gaps.locator(".reading")).hasText("We read your input as 1/2 = 0.5; 25 % = 0.25.");

        // A state of a picture, set in its fields
        Locator reach = question(page, "reach");
        assertThat(reach.locator("course-widget")).hasAttribute("data-live", "");
        press(reach, "Check");
        assertThat(reach).hasAttribute("data-outcome", "wrong");
        reach.locator("[data-type='q-0']").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type(reach.locator("[data-type='p-0']").inputValue());
        page.keyboard().press("Enter");
        press(reach, "Check");
        assertThat(reach).hasAttribute("data-outcome", "right");

        // An order
        Locator order = question(page, "in-order");
        assertThat(order.locator(".order-text").allInnerTexts())
                .isNotEqualTo(List.of("alpha", "beta", "gamma", "delta"));
        press(order, "Check");
        assertThat(order).hasAttribute("data-outcome", "wrong");
        for (String line : List.of("delta", "gamma", "beta", "alpha")) {
            while (!order.locator(".order-text").first().innerText().equals(line)) {
                order.locator(".order-line")
                        .filter(new Locator.FilterOptions().setHasText(line))
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move up"))
                        .press("Enter");
            }
        }
        assertThat(order.locator(".status")).containsText("Now at place 1 of 4.");
        press(order, "Check");
        assertThat(order).hasAttribute("data-outcome", "right");

        page.reload();
        assertThat(why.getByRole(AriaRole.TEXTBOX)).hasValue("My own words");
        assertThat(button(why, "Partly there")).hasAttribute("aria-pressed", "true");
        assertThat(several.locator("input:checked")).hasCount(2);
        assertThat(order.locator(".order-text").first()).hasText("alpha");
        assertThat(gaps.locator("input.blank").last()).hasValue("25 %");
        assertThat(pairs.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("How sure")))
                .hasCount(0);

        page.navigate(course.address("/confidence"));
        assertThat(page.locator(".lede")).containsText("You said once how sure you were. Your cross-entropy is 0.105");
        assertThat(page.locator("apex-chart .chart-words"))
                .hasText("Of the one answer to which you gave 90 %, 1 was right.");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        reader.assertNoComplaints();
    }

    @Test
    void aNewcomerKeepsTheNumbersAndAnErrorIsCarriedForward() {
        Page page = reader.newcomer();
        page.navigate(course.address(ADDRESS));
        Locator chain = page.locator("course-parts#chain");
        int start = start(chain);
        LessonJourneyIT.joined(page);
        type(question(page, "chain--first"), "" + (start + 3));
        assertThat(question(page, "chain--first")).hasAttribute("data-outcome", "wrong");
        question(page, "chain--second").getByRole(AriaRole.TEXTBOX).fill("" + 2 * (start + 3));

        page.reload();
        assertThat(start(chain)).isEqualTo(start);
        assertThat(question(page, "chain--second").getByRole(AriaRole.TEXTBOX)).hasValue("" + 2 * (start + 3));
        press(question(page, "chain--second"), "Check");
        assertThat(question(page, "chain--second")).hasAttribute("data-outcome", "right");
        assertThat(question(page, "chain--second").locator(".feedback")).containsText("your own earlier results");

        // Other numbers, by keyboard, with an empty form; the focus stays
        press(chain, "New numbers");
        assertThat(chain.locator(".question-stem").first()).not().containsText("" + start);
        assertThat(chain.locator(".draw-new")).isFocused();
        int other = start(chain);
        assertThat(other).isNotEqualTo(start);
        assertThat(question(page, "chain--first")).hasAttribute("data-outcome", "open");
        type(question(page, "chain--first"), "" + (other + 1));
        assertThat(question(page, "chain--first")).hasAttribute("data-outcome", "right");
        assertThat(question(page, "chain--first").locator(".attempts"))
                .hasText("One attempt with these numbers, 1 with others.");

        page.reload();
        assertThat(start(chain)).isEqualTo(other);
        assertThat(question(page, "chain--first")).hasAttribute("data-outcome", "right");
        reader.assertNoComplaints();
    }

    @Test
    void anAnswerAfterTheSolutionSaysThatItHadHelp() {
        Page page = reader.newcomer();
        page.navigate(course.address(ADDRESS));
        Locator first = question(page, "chain--first");

        press(first, "Show solution");
        assertThat(first.locator(".outcome-title")).hasText("Closed with help.");
        type(first, "" + (start(page.locator("course-parts#chain")) + 1));

        assertThat(first.locator(".outcome-title")).hasText("Right, with help.");
    }

    @Test
    void aStoredChoiceSurvivesThatItsOptionMoves() throws IOException {
        Page page = reader.newcomer();
        page.navigate(course.address(ADDRESS));
        Locator single = question(page, "single");
        tick(single, "The right one");
        press(single, "Check");
        assertThat(single).hasAttribute("data-outcome", "right");

        page.navigate("about:blank");
        course.kill();
        write(WRONG + RIGHT + "- [ ] A new one\n");
        course.start();
        page.navigate(course.address(ADDRESS));

        assertThat(single).hasAttribute("data-outcome", "right");
        assertThat(single.locator("input:checked + .option-text")).hasText("The right one");
    }

    @Test
    void answersAreTakenWhereTheBrowserHasNoRoomLeft() {
        Page page = reader.newcomer();
        page.addInitScript(
                "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");
        page.navigate(course.address(ADDRESS));

        Locator single = question(page, "single");
        tick(single, "The right one");
        press(single, "Check");
        assertThat(single).hasAttribute("data-outcome", "right");
        Locator why = question(page, "why");
        why.getByRole(AriaRole.TEXTBOX).fill("My own words");
        press(why, "Keep and compare");
        assertThat(why).hasAttribute("data-outcome", "kept");

        page.reload();
        assertThat(single).hasAttribute("data-outcome", "right");
        reader.assertNoComplaints();
    }

    private static Locator question(Page page, String id) {
        return page.locator("course-question#" + id);
    }

    private static int start(Locator chain) {
        return Integer.parseInt(
                chain.locator(".question-stem").first().innerText().replaceAll("\\D", ""));
    }

    private static Locator button(Locator question, String name) {
        return question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static void press(Locator question, String name) {
        button(question, name).press("Enter");
    }

    private static void tick(Locator question, String option) {
        question.locator("label")
                .filter(new Locator.FilterOptions().setHasText(option))
                .locator("input")
                .press("Space");
    }

    private static void type(Locator question, String text) {
        question.getByRole(AriaRole.TEXTBOX).fill(text);
        question.getByRole(AriaRole.TEXTBOX).press("Enter");
    }
}
