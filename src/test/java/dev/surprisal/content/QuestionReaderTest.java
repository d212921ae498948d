package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionReaderTest {

    @TempDir
    Path folder;

    @Test
    void aSingleChoice() {
        var question = (Question.SingleChoice) only("""
                :::question{#which-direction type=single}
                Which divergence does it minimise?

                Think of the *average*.

                - [x] $D(p\\|q)$
                  > Yes: over the data.
                - [ ] $D(q\\|p)$ {mistake=reversed}
                  > This one averages over the model.
                - [ ] Neither

                hint: Over which distribution?
                hint: Two paragraphs.

                  The second.
                solution: Write out
                the sum.
                :::
                """);

        assertThat(question.id()).isEqualTo(new QuestionId("which-direction"));
        assertThat(question.position()).isEqualTo(new SourcePosition(TestCourse.LESSON, 12, 1));
        assertThat(question.stemHtml())
                .isEqualTo("<p>Which divergence does it minimise?</p>\n<p>Think of the <em>average</em>.</p>\n");
        assertThat(question.options()).extracting(Option::right).containsExactly(true, false, false);
        assertThat(question.options()).extracting(Option::mistake).containsExactly(null, "reversed", null);
        assertThat(question.options())
                .extracting(Option::feedbackHtml)
                .containsExactly("<p>Yes: over the data.</p>\n", "<p>This one averages over the model.</p>\n", null);
        assertThat(question.options().get(1).html())
                .startsWith("<span class=\"katex\">")
                .contains(">D(q\\|p)</annotation>")
                .doesNotContain("mistake");
        assertThat(question.options().get(2).html()).isEqualTo("Neither");
        assertThat(question.hintsHtml())
                .containsExactly("<p>Over which distribution?</p>\n", "<p>Two paragraphs.</p>\n<p>The second.</p>\n");
        assertThat(question.solutionHtml()).isEqualTo("<p>Write out\nthe sum.</p>\n");
    }

    @Test
    void aNumber() {
        var question = (Question.NumberQuestion) only("""
                :::question{#kl-pair type=number unit=nats}
                Compute it.

                answer: kl(p, q)
                accept: abs 0.001
                mistakes: reversed, bits
                wrong: kl(p, q) + 0.5 -> You added a *half*.
                hint: Start.
                :::
                """);

        // KL((0.5, 0.5) || (0.7, 0.3)) in the curriculum, CALC-12
        assertThat(question.key()).isCloseTo(0.0871766935724, within(1e-13));
        assertThat(question.answer().source()).isEqualTo("kl(p, q)");
        assertThat(question.unit()).isEqualTo("nats");
        assertThat(question.accept()).isEqualTo(new Acceptance.Abs(new BigDecimal("0.001")));
        assertThat(question.mistakes()).containsExactly(Mistake.REVERSED, Mistake.BITS);
        assertThat(question.wrongValues()).hasSize(1);
        assertThat(question.wrongValues().getFirst().value()).isCloseTo(0.5871766935724, within(1e-13));
        assertThat(question.wrongValues().getFirst().feedbackHtml()).isEqualTo("<p>You added a <em>half</em>.</p>\n");
        assertThat(question.wrongValues().getFirst().position())
                .isEqualTo(new SourcePosition(TestCourse.LESSON, 18, 8));
        assertThat(question.solutionHtml()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"abs 0.002, Abs, 0.002", "rel 1%, Rel, 0.01", "rel 0.01, Rel, 0.01", "mixed 5e-4, Mixed, 0.0005"})
    void tolerancesAreTheDecimalsAsWritten(String text, String kind, BigDecimal tolerance) {
        Acceptance acceptance = AcceptanceText.parse(text);

        BigDecimal read = switch (acceptance) {
            case Acceptance.Abs(var t) -> t;
            case Acceptance.Rel(var t) -> t;
            case Acceptance.Mixed(var t) -> t;
            case Acceptance.Digits(var n) -> throw new AssertionError(n);
        };
        assertThat(acceptance.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(read).isEqualByComparingTo(tolerance);
        assertThat(AcceptanceText.parse(" digits  3 ")).isEqualTo(new Acceptance.Digits(3));
    }

    @Test
    void fieldsFollowAListWithoutABlankLine() {
        var question = (Question.SingleChoice)
                only(
                        ":::question{#w type=single}\nWhich?\n\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\nhint: Think.\n:::\n");

        assertThat(question.options().get(1).feedbackHtml()).isEqualTo("<p>No.</p>\n");
        assertThat(question.hintsHtml()).containsExactly("<p>Think.</p>\n");
    }

    @Test
    void aFieldOfDataGoesOnOverIndentedLines() {
        var question = (Question.NumberQuestion)
                only(":::question{#w type=number}\nHow much?\n\nanswer: 1 +\n  2\naccept: abs 0.1\n:::\n");

        assertThat(question.key()).isEqualTo(3);
    }

    @Test
    void whatLooksLikeAFieldElsewhereIsText() {
        assertThat(TestCourse.html(
                        folder, "hint: this is text.\n\n```\n:::question{#a type=single}\nhint: code\n:::\n```\n"))
                .isEqualTo(
                        "<p>hint: this is text.</p>\n<pre><code>:::question{#a type=single}\nhint: code\n:::\n</code></pre>\n");
    }

    private Question only(String body) {
        return TestCourse.lesson(folder, body).questions().getFirst();
    }
}
