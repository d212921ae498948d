package dev.surprisal.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Mistake;
import dev.surprisal.content.Option;
import dev.surprisal.content.Question.NumberQuestion;
import dev.surprisal.content.Question.SingleChoice;
import dev.surprisal.content.QuestionId;
import dev.surprisal.content.SourcePosition;
import dev.surprisal.content.WrongValue;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.Scope;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradingTest {
    private static final SourcePosition HERE = new SourcePosition("lesson.md", 1, 1);

    // KL((0.5, 0.5) || (0.7, 0.3)) = 0.0871766935724 nats, reversed 0.0822828785051: curriculum, CALC-12
    private static final NumberQuestion KL = new NumberQuestion(
            new QuestionId("kl-pair"),
            "<p>KL?</p>",
            "nats",
            Expression.parse("kl(bernoulli(0.5), bernoulli(0.7))"),
            Scope.EMPTY,
            0.0871766935723889,
            new Acceptance.Abs(new BigDecimal("0.001")),
            List.of(Mistake.REVERSED, Mistake.BITS),
            List.of(new WrongValue(0.2, "<p>That is the total variation.</p>", HERE)),
            List.of(),
            null,
            HERE);

    @ParameterizedTest
    @ValueSource(strings = {"0.0872", "0,0872", "0.0871766935723889", " 8.72e-2 ", "8.72 %", "ln(25/21)/2"})
    void takesTheKeyHoweverItIsWritten(String input) {
        assertThat(Grading.grade(KL, input)).isInstanceOf(Verdict.Right.class);
    }

    @Test
    void knowsTheReversedDirection() {
        assertThat(Grading.grade(KL, "0.0823"))
                .isInstanceOfSatisfying(
                        Verdict.Wrong.class,
                        wrong -> assertThat(wrong.feedbackHtml()).contains("other direction"));
    }

    @Test
    void knowsTheValueInBits() {
        // 0.0871766935723889 / ln 2 = 0.12577
        assertThat(Grading.grade(KL, "0.1258"))
                .isInstanceOfSatisfying(
                        Verdict.Wrong.class,
                        wrong -> assertThat(wrong.feedbackHtml()).contains("in bits"));
    }

    @Test
    void knowsAWrongValueOfTheAuthor() {
        assertThat(Grading.grade(KL, "0.2"))
                .isInstanceOfSatisfying(
                        Verdict.Wrong.class,
                        wrong -> assertThat(wrong.feedbackHtml()).contains("total variation"));
    }

    @Test
    void saysTheToleranceWithAnUnknownWrongAnswer() {
        assertThat(Grading.grade(KL, "7"))
                .isInstanceOfSatisfying(
                        Verdict.Wrong.class,
                        wrong -> assertThat(wrong.feedbackHtml()).contains("within 0.001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1/0", "0.08.7", "<script>"})
    void whatIsNoNumberIsNotScored(String input) {
        assertThat(Grading.grade(KL, input)).isInstanceOf(Verdict.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e-999999999", "1e999999999", "-∞"})
    void numbersBeyondAllMeasureEndInAVerdictAtOnce(String input) {
        assertThat(Grading.grade(KL, input)).isNotInstanceOf(Verdict.Right.class);
    }

    @Test
    void aVeryLongAnswerIsNotRead() {
        assertThat(Grading.grade(KL, "1".repeat(5000))).isInstanceOf(Verdict.Unreadable.class);
    }

    // The bounds are inclusive, and decimals: 0.1 + 0.2 as doubles would miss them
    @ParameterizedTest
    @CsvSource({
        "abs,    0.002, 0.5,  0.502,  true",
        "abs,    0.002, 0.5,  0.5021, false",
        "abs,    0.1,   0.2,  0.3,    true",
        "rel,    0.01,  200,  202,    true",
        "rel,    0.01,  200,  202.01, false",
        "rel,    0.01,  -200, -198,   true",
        "mixed,  0.001, 0.5,  0.501,  true",
        "mixed,  0.001, 50,   50.05,  true",
        "mixed,  0.001, 50,   50.051, false",
        "digits, 3, 0.087176, 0.0872, true",
        "digits, 3, 0.087176, 0.0871, false",
        "digits, 3, 0.08725,  0.0873, true",
    })
    void acceptsUpToTheBound(String kind, BigDecimal size, double key, BigDecimal answer, boolean accepted) {
        Acceptance acceptance = switch (kind) {
            case "abs" -> new Acceptance.Abs(size);
            case "rel" -> new Acceptance.Rel(size);
            case "mixed" -> new Acceptance.Mixed(size);
            default -> new Acceptance.Digits(size.intValueExact());
        };

        assertThat(Tolerance.accepts(acceptance, answer, key)).isEqualTo(accepted);
    }

    @Test
    void theReferenceIsTakenToFifteenDigits() {
        // As doubles 2.10 - 1.95 = 0.15000000000000013, which would put 0.16 within 0.01 and 0.14 outside
        Acceptance hundredth = new Acceptance.Abs(new BigDecimal("0.01"));

        assertThat(Tolerance.accepts(hundredth, new BigDecimal("0.14"), 0.15000000000000002))
                .isTrue();
        assertThat(Tolerance.accepts(hundredth, new BigDecimal("0.16"), 0.15000000000000002))
                .isTrue();
    }

    @Test
    void gradesTheChosenOptionByItsPlaceAmongThoseShown() {
        SingleChoice question = new SingleChoice(
                new QuestionId("which"),
                "<p>Which?</p>",
                List.of(
                        new Option("<p>a</p>", false, "<p>not a</p>", null),
                        new Option("<p>b</p>", true, "<p>yes b</p>", null),
                        new Option("<p>c</p>", false, null, null)),
                List.of(),
                null,
                HERE);
        List<Option> shown = Choices.of(question).options();

        for (int i = 0; i < shown.size(); i++) {
            Verdict verdict = Grading.grade(question, Integer.toString(i + 1));
            assertThat(verdict instanceof Verdict.Right)
                    .isEqualTo(shown.get(i).html().equals("<p>b</p>"));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(question.options());
        for (String nonsense : List.of("", "0", "4", "-1", "1 ", "x", "١")) {
            assertThat(Grading.grade(question, nonsense)).isInstanceOf(Verdict.Unreadable.class);
        }
    }
}
