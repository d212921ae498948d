package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.expression.Scope;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionReaderTest {

    @TempDir
    Path folder;

    @Test
    void aSingleChoice() {
        var question = only("""
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

        var options = ((Task.SingleChoice) question.task()).options();
        assertThat(question.id()).isEqualTo(new QuestionId("which-direction"));
        assertThat(question.position()).isEqualTo(new SourcePosition(TestCourse.LESSON, 12, 1));
        assertThat(html(question.stem()))
                .isEqualTo("<p>Which divergence does it minimise?</p>\n<p>Think of the <em>average</em>.</p>\n");
        assertThat(options).extracting(Option::right).containsExactly(true, false, false);
        assertThat(options).extracting(Option::mistake).containsExactly(null, "reversed", null);
        assertThat(options)
                .extracting(option -> html(option.feedback()))
                .containsExactly("<p>Yes: over the data.</p>\n", "<p>This one averages over the model.</p>\n", null);
        assertThat(html(options.get(1).text()))
                .startsWith("<span class=\"katex\">")
                .contains(">D(q\\|p)</annotation>")
                .doesNotContain("mistake");
        assertThat(html(options.get(2).text())).isEqualTo("Neither");
        assertThat(question.hints())
                .extracting(QuestionReaderTest::html)
                .containsExactly("<p>Over which distribution?</p>\n", "<p>Two paragraphs.</p>\n<p>The second.</p>\n");
        assertThat(html(question.solution())).isEqualTo("<p>Write out\nthe sum.</p>\n");
    }

    @Test
    void aNumber() {
        var question = only("""
                :::question{#kl-pair type=number unit=nats}
                Compute it.

                answer: kl(p, q)
                accept: abs 0.001
                mistakes: reversed, bits
                wrong: kl(p, q) + 0.5 -> You added a *half*.
                hint: Start.
                :::
                """);

        var number = (Task.NumberEntry) question.task();
        // KL((0.5, 0.5) || (0.7, 0.3)) in the curriculum, CALC-12
        assertThat(number.answer().number(question.scope(0))).isCloseTo(0.0871766935724, within(1e-13));
        assertThat(number.answer().source()).isEqualTo("kl(p, q)");
        assertThat(number.unit()).isEqualTo("nats");
        assertThat(number.accept()).isEqualTo(new Acceptance.Abs(new BigDecimal("0.001")));
        assertThat(number.mistakes()).containsExactly(Mistake.REVERSED, Mistake.BITS);
        assertThat(number.wrongValues()).hasSize(1);
        assertThat(number.wrongValues().getFirst().value().number(question.scope(0)))
                .isCloseTo(0.5871766935724, within(1e-13));
        assertThat(html(number.wrongValues().getFirst().feedback())).isEqualTo("<p>You added a <em>half</em>.</p>\n");
        assertThat(number.wrongValues().getFirst().position()).isEqualTo(new SourcePosition(TestCourse.LESSON, 18, 8));
        assertThat(question.solution()).isNull();
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
        var question = only(
                ":::question{#w type=single}\nWhich?\n\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\nhint: Think.\n:::\n");

        assertThat(html(((Task.SingleChoice) question.task()).options().get(1).feedback()))
                .isEqualTo("<p>No.</p>\n");
        assertThat(question.hints()).extracting(QuestionReaderTest::html).containsExactly("<p>Think.</p>\n");
    }

    @Test
    void aFieldOfDataGoesOnOverIndentedLines() {
        var question = only(":::question{#w type=number}\nHow much?\n\nanswer: 1 +\n  2\naccept: abs 0.1\n:::\n");

        assertThat(((Task.NumberEntry) question.task()).answer().number(Scope.EMPTY))
                .isEqualTo(3);
    }

    @Test
    void whatLooksLikeAFieldElsewhereIsText() {
        assertThat(TestCourse.html(
                        folder, "hint: this is text.\n\n```\n:::question{#a type=single}\nhint: code\n:::\n```\n"))
                .isEqualTo(
                        "<p>hint: this is text.</p>\n<pre><code>:::question{#a type=single}\nhint: code\n:::\n</code></pre>\n");
    }

    @Test
    void aQuestionNamesTheOutcomeThatItShows() {
        assertThat(only(explained("explain outcome=2")).outcome()).isEqualTo(2);
        assertThat(only(explained("explain")).outcome()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "-1", "x", "99999999999", ""})
    void anOutcomeThatTheLessonDoesNotHaveIsReported(String outcome) {
        TestCourse.write(folder, explained("explain outcome=\"" + outcome + "\""));

        assertThat(TestCourse.load(folder).problems())
                .singleElement()
                .asString()
                .contains("lesson.md:12:", "outcome must be the place of one of the lesson’s outcomes, from 1 to 2");
    }

    @Test
    void onlyAQuestionNamesAnOutcomeNotItsPart() {
        TestCourse.write(folder, """
                ::::question{#all type=parts outcome=1}
                Both.

                :::part{#one type=explain outcome=1}
                Why?

                model: So.
                :::
                ::::
                """);

        assertThat(TestCourse.load(folder).problems())
                .singleElement()
                .asString()
                .contains("lesson.md:15:", "unknown-key", "outcome");
    }

    private static String explained(String braces) {
        return ":::question{#why type=" + braces + "}\nWhy?\n\nmodel: So.\n:::\n";
    }

    private static @Nullable String html(@Nullable Wording wording) {
        return wording == null ? null : wording.html(Scope.EMPTY);
    }

    private Question only(String body) {
        return TestCourse.lesson(folder, body).questions().getFirst();
    }
}
