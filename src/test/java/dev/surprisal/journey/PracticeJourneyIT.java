package dev.surprisal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

            :::question{#in-order type=order}
            In which order?

            1. alpha
            2. beta
            3. gamma
            4. delta
            :::
            """;

    @TempDir
    Path folder;

    private Path content;
    private RunningCourse course;
    private Reader reader;

    @BeforeEach
    void start() throws IOException {
        content = folder.resolve("content");
        Files.createDirectories(content.resolve("lessons/types"));
        Files.writeString(content.resolve("course.yaml"), """
                title: A course
                description: A course with all types.
                authors: [Nobody]
                licence: CC BY 4.0
                modules:
                  - title: Module
                    lessons: [types]
                """);
        write(RIGHT + WRONG);
        course = RunningCourse.start(content, folder.resolve("data"));
        reader = new Reader();
    }

    private void write(String options) throws IOException {
        Files.writeString(content.resolve("lessons/types/lesson.md"), LESSON.replace("OPTIONS", options));
    }

    @AfterEach
    void stop() {
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
