package dev.surprisal.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Mistake;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import dev.surprisal.content.WrongValue;
import dev.surprisal.expression.Expression;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradingTest {
    // KL((0.5, 0.5) || (0.7, 0.3)) = 0.0871766935724 nats, reversed 0.0822828785051: curriculum, CALC-12
    private static final Posed KL = Posed.of(
            Questions.of(new Task.NumberEntry(
                    "nats",
                    Expression.parse("kl(bernoulli(0.5), bernoulli(0.7))"),
                    new Acceptance.Abs(new BigDecimal("0.001")),
                    List.of(Mistake.REVERSED, Mistake.BITS),
                    List.of(new WrongValue(
                            Expression.parse("0.2"),
                            Wording.of("<p>That is the total variation.</p>"),
                            Questions.HERE)))),
            0);

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
    void gradesTheChosenOptionWhereverItStands() {
        Posed question = Posed.of(
                Questions.of(new Task.SingleChoice(List.of(
                        Questions.option("a", false), Questions.option("b", true), Questions.option("c", false)))),
                0);

        assertThat(Grading.grade(question, "b")).isEqualTo(new Verdict.Right("", "<p>on b</p>"));
        assertThat(Grading.grade(question, "a")).isEqualTo(new Verdict.Wrong("", "<p>on a</p>"));
        for (String nonsense : List.of("", "0", "d", "a b", "b ", "١")) {
            assertThat(Grading.grade(question, nonsense)).isInstanceOf(Verdict.Unreadable.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"a c, right, 3 of", "c a, right, 3 of", "a, wrong, 2 of 3", "b, wrong, 0 of 3", "a b c, wrong, 2 of 3"})
    void judgesEachOfSeveralOptions(String input, String expected, String words) {
        Posed question = Posed.of(
                Questions.of(new Task.MultipleChoice(List.of(
                        Questions.option("a", true), Questions.option("b", false), Questions.option("c", true)))),
                0);

        Verdict verdict = Grading.grade(question, input);

        if (expected.equals("right")) {
            assertThat(verdict).isInstanceOf(Verdict.Right.class);
        } else {
            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Wrong.class,
                            wrong -> assertThat(wrong.feedbackHtml()).contains(words));
        }
        assertThat(Grading.grade(question, "a z")).isInstanceOf(Verdict.Unreadable.class);
        assertThat(Grading.grade(question, "")).isInstanceOf(Verdict.Unreadable.class);
    }

    @Test
    void anOrderIsRightOrSaysHowFarItIs() {
        Posed question = Posed.of(
                Questions.of(new Task.Ordering(List.of(
                        new Task.Item("a", Wording.of("first")),
                        new Task.Item("b", Wording.of("second")),
                        new Task.Item("c", Wording.of("third"))))),
                0);

        assertThat(Grading.grade(question, "a b c")).isInstanceOf(Verdict.Right.class);
        assertThat(Grading.grade(question, "b a c"))
                .isEqualTo(new Verdict.Wrong("", "<p>Something else comes first.</p>"));
        assertThat(Grading.grade(question, "a c b"))
                .isEqualTo(new Verdict.Wrong("", "<p>The first line is right. Look at what follows it.</p>"));
        for (String nonsense : List.of("", "a b", "a b b", "a b c d", "a b x")) {
            assertThat(Grading.grade(question, nonsense)).isInstanceOf(Verdict.Unreadable.class);
        }
    }

    @Test
    void aTextIsKeptAndNeverWrong() {
        Posed question = Posed.of(Questions.of(new Task.Explanation()), 0);

        assertThat(Grading.grade(question, "anything")).isInstanceOf(Verdict.Kept.class);
        assertThat(Grading.grade(question, " \n ")).isInstanceOf(Verdict.Unreadable.class);
        assertThat(Grading.grade(question, "x".repeat(4001))).isInstanceOf(Verdict.Unreadable.class);
    }

    @Test
    void anErrorIsCarriedForward() {
        Question nats = Questions.number("both--nats", "0.4", "abs 0.002", List.of());
        Question bits = Questions.number("both--bits", "given.nats * 2", "abs 0.002", List.of(nats));

        // The learner's 0.5 was wrong; twice of it follows from it, twice of the key is right all the same
        Posed posed = new Posed(bits, 0, Map.of("nats", 0.5));

        assertThat(Grading.grade(posed, "1.0"))
                .isInstanceOfSatisfying(
                        Verdict.Right.class,
                        right -> assertThat(right.feedbackHtml())
                                .contains("earlier results", "0.8", "within 0.002 of it"));
        assertThat(Grading.grade(posed, "0.8"))
                .isInstanceOfSatisfying(
                        Verdict.Right.class,
                        right -> assertThat(right.feedbackHtml()).doesNotContain("earlier results"));
        assertThat(Grading.grade(posed, "0.9")).isInstanceOf(Verdict.Wrong.class);
        assertThat(Grading.grade(Posed.of(bits, 0), "1.0")).isInstanceOf(Verdict.Wrong.class);
    }

    @Test
    void anEarlierResultThatLeadsNowhereIsPassedOver() {
        Question size = Questions.number("both--size", "4", "abs 0.002", List.of());
        Question root = Questions.number("both--root", "sqrt(given.size)", "abs 0.002", List.of(size));

        Posed posed = new Posed(root, 0, Map.of("size", -1.0));

        assertThat(Grading.grade(posed, "2")).isInstanceOf(Verdict.Right.class);
        assertThat(Grading.grade(posed, "1")).isInstanceOf(Verdict.Wrong.class);
    }

    // Forward KL of (0.5, 0.5) to (0.7, 0.3) is 0.087, to (0.6, 0.4) 0.020
    @ParameterizedTest
    @CsvSource({
        "1~nats~0.5_0.5~0.6_0.4, Right",
        "1~bits~0.5_0.5~0.6_0.4, Right",
        "1~nats~0.5_0.5~0.7_0.3, Wrong",
        "1~nats~0.5_0.5~1_0, Wrong",
        "1~nats~0.5_0.3_0.2~0.5_0.3_0.1, Unreadable",
        "1~nats~0.5_0.5~0.6_0.4~more, Unreadable",
        "2~nats~0.5_0.5~0.6_0.4, Unreadable",
        "1~nats~0.5_0.5~0.6, Unreadable",
        "1~nats~NaN_0.5~0.6_0.4, Unreadable",
        "<script>, Unreadable",
    })
    void gradesTheStateOfAWidget(String state, String verdict) {
        Posed question = Posed.of(
                Questions.of(new Task.WidgetState(
                        "kl-discrete",
                        "1~nats~0.5_0.5~0.7_0.3",
                        Expression.parse("kl(categorical(state.p), categorical(state.q)) < 0.05"))),
                0);

        assertThat(Grading.grade(question, state).getClass().getSimpleName()).isEqualTo(verdict);
    }

    private static Task.Pair pair(String left, String right) {
        return new Task.Pair(new Task.Item(left, Wording.of(left)), new Task.Item(right, Wording.of(right)), null);
    }

    @ParameterizedTest
    @CsvSource({
        "gan=none flow=exact vae=bound ar=exact, Right, All 4",
        "ar=exact vae=bound flow=exact gan=none, Right, All 4",
        "gan=exact flow=exact vae=bound ar=exact, Wrong, 3 of 4",
        "gan=bound flow=none vae=exact ar=none, Wrong, 0 of 4",
        "gan=none flow=exact vae=bound, Unreadable, partner",
        "gan=none flow=exact vae=bound ar=, Unreadable, partner",
        "gan=none flow=exact vae=bound ar=exact ar=exact, Unreadable, partner",
        "gan=none flow=exact vae=bound nn=exact, Unreadable, partner",
        "gan flow vae ar, Unreadable, partner",
        "'', Unreadable, partner",
    })
    void gradesWhatIsMatched(String input, String verdict, String words) {
        Posed question = Posed.of(
                Questions.of(new Task.Matching(List.of(
                        pair("gan", "none"), pair("flow", "exact"), pair("vae", "bound"), pair("ar", "exact")))),
                0);

        Verdict given = Grading.grade(question, input);

        assertThat(given.getClass().getSimpleName()).isEqualTo(verdict);
        assertThat(given.toString()).contains(words);
    }

    @Test
    void gradesEachBlankAndSaysWhich() {
        // Half and a third; 0.7 is nobody's
        var wrong = List.of(new WrongValue(Expression.parse("0.7"), Wording.of("<p>Too much.</p>"), Questions.HERE));
        var hundredth = new Acceptance.Abs(new BigDecimal("0.01"));
        Posed one = Posed.of(
                Questions.of(new Task.Blanks(
                        List.of(new Task.NumberEntry("", Expression.parse("1/2"), hundredth, List.of(), wrong)))),
                0);
        Posed two = Posed.of(
                Questions.of(new Task.Blanks(List.of(
                        new Task.NumberEntry("", Expression.parse("1/2"), hundredth, List.of(), wrong),
                        new Task.NumberEntry("", Expression.parse("1/3"), hundredth, List.of(), wrong)))),
                0);

        assertThat(Grading.grade(one, "0,51")).isInstanceOf(Verdict.Right.class);
        assertThat(Grading.grade(one, "0.7")).isEqualTo(new Verdict.Wrong("0.7", "<p>Too much.</p>"));
        assertThat(Grading.grade(two, "1/2\n1/3"))
                .isInstanceOfSatisfying(
                        Verdict.Right.class,
                        each -> assertThat(each.feedbackHtml())
                                .containsSubsequence("Blank 1", "within 0.01 of it", "Blank 2", "within 0.01 of it"));
        assertThat(Grading.grade(two, "1/3\n1/2")).isInstanceOf(Verdict.Wrong.class);
        assertThat(Grading.grade(two, "0.5\n0.7"))
                .isInstanceOfSatisfying(
                        Verdict.Wrong.class,
                        each -> assertThat(each.feedbackHtml())
                                .contains("1 of 2 blanks is right", "Blank 2", "Too much")
                                .doesNotContain("Blank 1"));
        assertThat(Grading.grade(two, "0.5\nhalf"))
                .isInstanceOfSatisfying(
                        Verdict.Unreadable.class, each -> assertThat(each.why()).contains("Blank 2"));
        for (String nonsense : List.of("", "0.5", "0.5\n", "0.5\n1/3\n1")) {
            assertThat(Grading.grade(two, nonsense)).isInstanceOf(Verdict.Unreadable.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "abs,    0.001,       0.0872,    within 0.001 of it",
        "abs,    0.000000001, 0.15,      when it is exact",
        "abs,    0.000000001, 0.0871767, when it is exact",
        "abs,    0.000000001, 0.08717669357238, when it agrees to 9 decimals",
        "abs,    0.000002,    0.08717669357238, when it agrees to 6 decimals",
        "rel,    0.01,        3,         within 1 % of it",
        "mixed,  0.001,       3,         'within 0.001 of it, or 0.1 % of its size where that exceeds 1'",
        "digits, 3,           3,         when 3 significant digits agree",
    })
    void saysTheToleranceInWords(String kind, BigDecimal size, double key, String words) {
        Acceptance acceptance = switch (kind) {
            case "abs" -> new Acceptance.Abs(size);
            case "rel" -> new Acceptance.Rel(size);
            case "mixed" -> new Acceptance.Mixed(size);
            default -> new Acceptance.Digits(size.intValueExact());
        };

        assertThat(Tolerance.words(acceptance, key)).isEqualTo(words);
    }
}
