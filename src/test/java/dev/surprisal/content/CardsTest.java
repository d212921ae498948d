package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards to be turned. */
class CardsTest {

    private static final String CARDS = "lessons/example/cards.yaml";

    private static final String TWO = """
            - id: card-one
              front: What is *n*?
              back: It is `= n; 1dp`.
            - id: card-two
              front: 'What: $x$?'
              back: >-
                A letter, and a
                reference to [](#ask).
              of: ask
            """;

    private static final String QUESTION = """
            :::question{#ask type=number}
            vary: a in {1, 2}
            What is {{a}}?

            answer: a
            accept: abs 0.1
            :::
            """;

    @TempDir
    Path folder;

    @Test
    void cardsStandAtTheEndOfThePractice() {
        TestCourse.file(folder, "lessons/example/practice.md", "Text.\n\n## One {#one}\n\n" + QUESTION);
        TestCourse.file(folder, CARDS, TWO);

        Lesson lesson = TestCourse.lesson(folder, "Before.\n");

        assertThat(lesson.cards()).extracting(Card::id).containsExactly(new CardId("card-one"), new CardId("card-two"));
        assertThat(lesson.cards()).extracting(Card::of).containsExactly(null, new QuestionId("ask"));
        assertThat(lesson.cards().getFirst().frontHtml()).isEqualTo("What is <em>n</em>?");
        assertThat(lesson.cards().getFirst().backHtml()).contains("−2.0");
        assertThat(lesson.cards().getLast().frontHtml()).contains("<span class=\"katex\">");
        Page practice = lesson.find(PageKind.PRACTICE).orElseThrow();
        assertThat(practice.headings()).extracting(Heading::id).containsExactly("one", "flashcards");
        assertThat(practice.blocks().getLast())
                .isInstanceOfSatisfying(
                        Block.Html.class,
                        html -> assertThat(html.html())
                                .contains(
                                        "<details class=\"card\" id=\"card-one\"><summary>",
                                        "href=\"#ask\">Question 1</a>"));
    }

    @Test
    void cardsNeedNoOtherPractice() {
        TestCourse.file(folder, CARDS, "- {id: card-one, front: A, back: B}\n");

        Lesson lesson = TestCourse.lesson(folder, "Before.\n");

        assertThat(lesson.find(PageKind.PRACTICE).orElseThrow().blocks()).hasSize(1);
    }

    @Test
    void aCardDoesNotAskAQuestionThatIsAlwaysTheSame() {
        TestCourse.write(
                folder,
                QUESTION.replace("vary: a in {1, 2}\n", "")
                        .replace("{{a}}", "it")
                        .replace("answer: a", "answer: 1"));
        TestCourse.file(folder, CARDS, "- {id: card-one, front: A, back: B, of: ask}\n");

        assertThat(TestCourse.load(folder).problems())
                .singleElement()
                .asString()
                .startsWith(CARDS + ":1:41 error value: the question ask has no vary:");
    }

    @Test
    void mistakesAreFoundInTheirPlace() {
        TestCourse.write(folder, "Before.\n");
        TestCourse.file(folder, CARDS, """
                - id: card-one
                  front: What is `= m`?
                  back: See [](#nothing).
                - id: card-one
                  front: A
                  back: B
                """);

        assertThat(TestCourse.load(folder).problems())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith(CARDS + ":2:21 error expression: "),
                        problem -> assertThat(problem).startsWith(CARDS + ":3:13 error dead-link: "),
                        problem -> assertThat(problem)
                                .isEqualTo(CARDS + ":4:7 error duplicate-id: the id card-one is taken in line 1"));
    }
}
