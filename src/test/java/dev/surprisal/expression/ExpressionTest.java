package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final Scope STATE = Scope.EMPTY
            .with("x", 3)
            .with("w", Value.of(new double[] {0.2, 0.8}))
            .with("state", new Value.Record(Map.of("p", Value.of(0.5))))
            .with("given", new Value.Record(Map.of("in-nats", Value.of(0.25), "nats", Value.of(2))));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "7; 7",
                "0.443; 0.443",
                ".5; 0.5",
                "1e-3; 0.001",
                "2.5E+2; 250",
                "1e−3; 0.001",
                "1/2; 0.5",
                "1/2/2; 0.25",
                "2*3^2; 18",
                "-2^2; -4",
                "(-2)^2; 4",
                "2^3^2; 512",
                "2^-1; 0.5",
                "2^-3^0; 0.5",
                "--3; 3",
                "+3; 3",
                "2 - -3; 5",
                "1 - 2 - 3; -4",
                "1 - (2 - 3); 2",
                "2 + 3 * 4; 14",
                "(2 + 3) * 4; 20",
                "-2*3; -6",
                "2*-3; -6",
                "12 / 2 * 3; 18",
                "2 × 3 · 4 ÷ 6 − 1; 3",
                "x^2 - 1; 8",
                "\u00a0x\t+ 1; 4",
                "state.p * 2; 1",
                "given.in-nats; 0.25",
                "given.nats - 1; 1",
                "sqrt(16); 4",
                "abs(-x); 3",
                "min(3, 1, 2); 1",
                "max([3, 1, 2]); 3",
                "sum(w); 1",
                "sum([1, 2]*[3, 4]); 11",
                "sum(w*10); 10",
                "sum(10*w); 10",
                "sum(-w); -1",
                "sum(sqrt([1, 4, 9])); 6",
                "sum([1, 2]^2); 5",
            })
    void arithmeticFollowsTheUsualRules(String source, double value) {
        assertThat(Expression.parse(source).number(STATE)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1 < 2, true",
        "2 < 1, false",
        "1 <= 1, true",
        "1 ≤ 1, true",
        "1 >= 2, false",
        "2 ≥ 1, true",
        "2 > 1, true",
        "0.1 + 0.2 == 0.3, true",
        "0.1 + 0.2 != 0.3, false",
        "0.3 == 0.3001, false",
        "1 ≠ 2, true",
        "0 < x < 5, true",
        "0 < x < 2, false",
        "∞ == infinity, true",
        "-infinity == infinity, false",
        "1 < 2 and 2 < 3, true",
        "1 < 2 and 3 < 2, false",
        "2 < 1 or 2 < 3, true",
        "not 1 < 2, false",
        "not not 1 < 2, true",
        "2 < 1 and 2 < 1 or 1 < 2, true",
        "2 < 1 and (2 < 1 or 1 < 2), false",
        "[0.1 + 0.2] == [0.3], true",
        "w != w * 2, true",
        "w == w + 0 == w, true",
        "[1] == [1 / 1] != [2], true",
        "'[1, 2] == [1]', false",
        "\"A\" == \"A\", true",
        "\"A\" != \"B\", true",
        "[1] == \"A\", false",
    })
    void conditionsCompareNumbers(String source, boolean value) {
        assertThat(Expression.parse(source).truth(STATE)).isEqualTo(value);
    }

    @Test
    void listsAreValues() {
        Value value = Expression.parse("[1, [2, 3], []]").evaluate(Scope.EMPTY);

        assertThat(value)
                .isEqualTo(new Value.ListOf(
                        List.of(Value.of(1), Value.of(new double[] {2, 3}), new Value.ListOf(List.of()))));
        assertThat(value.printed()).isEqualTo("[1, [2, 3], []]");
    }

    /** The cross-entropy of the sample AABAB under (0.7, 0.3), -(3 ln 0.7 + 2 ln 0.3)/5, to 17 digits by mpmath. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sum([6, 3, 1] / 10); 1",
                "sum(abs([-1, 2] - [1, 1])); 3",
                "max(2 * [1, 2] ^ 2 + [1, 0]); 8",
                "max(-[3, 1]); -1",
                "length([4, 5, 6]); 3",
                "length(\"AABAB\"); 5",
                "length(\"\"); 0",
                "count(\"AABAB\", \"A\"); 3",
                "count('AABAB', 'C'); 0",
                "count([0.1 + 0.2, 0.3, 1], 0.3); 2",
                "count([\"A\", \"B\"], \"B\"); 1",
                "element([5, 7, 9], 2); 7",
                "element(w, length(w)); 0.8",
                "count(element([\"AB\", \"BB\"], 2), \"B\"); 2",
                "floor(-1.5); -2",
                "ceil(1.2); 2",
                "-(count(s, \"A\") * ln(0.7) + count(s, \"B\") * ln(0.3)) / length(s); 0.69559408809361382",
            })
    void listsAndTextsAreCountedAndTakenElementByElement(String source, double value) {
        assertThat(Expression.parse(source).number(STATE.with("s", Value.of("AABAB"))))
                .isCloseTo(value, within(4e-16 * Math.max(1, Math.abs(value))));
    }

    @Test
    void textsAreValues() {
        assertThat(Expression.parse("\"it's\"").evaluate(Scope.EMPTY)).isEqualTo(Value.of("it's"));
        assertThat(Expression.parse("'say \"A\"'").evaluate(Scope.EMPTY).printed())
                .isEqualTo("'say \"A\"'");
        assertThat(Expression.parse("['A' , 'B']")).hasToString("[\"A\", \"B\"]");
        assertThat(Expression.parse("element('A🂡B', 2)").evaluate(Scope.EMPTY)).isEqualTo(Value.of("🂡"));
    }

    @Test
    void constantsAreKnownAndInfinityIsAValue() {
        assertThat(Expression.parse("pi").number(Scope.EMPTY)).isEqualTo(3.141592653589793);
        assertThat(Expression.parse("e").number(Scope.EMPTY)).isEqualTo(2.718281828459045);
        assertThat(Expression.parse("-∞").number(Scope.EMPTY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Expression.parse("1/infinity").number(Scope.EMPTY)).isZero();
    }

    @Test
    void literalsAreTheNearestDoubles() {
        assertThat(Expression.parse("0.1").number(Scope.EMPTY)).isEqualTo(0.1);
        assertThat(Expression.parse("123456789012345678901234567890").number(Scope.EMPTY))
                .isEqualTo(1.2345678901234568e29);
        assertThat(Expression.parse("4.9e-324").number(Scope.EMPTY)).isEqualTo(Double.MIN_VALUE);
        assertThat(Expression.parse("1.7976931348623157e308").number(Scope.EMPTY))
                .isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void namesAreListedInTheirOrderWithoutConstants() {
        assertThat(Expression.parse("q + sum([p, 2*pi]) - q^state.m").names()).containsExactly("q", "p", "state");
    }

    @Test
    void scopeIsImmutableAndLaterValuesWin() {
        Scope one = Scope.EMPTY.with("m", 1);
        Scope two = one.with("m", 2);
        Scope both = one.with("k", 5).with(two);

        assertThat(Expression.parse("m").number(one)).isEqualTo(1);
        assertThat(Expression.parse("10*k + m").number(both)).isEqualTo(52);
    }

    @Test
    void namesOfFunctionsMayBeGivenToValues() {
        assertThat(Expression.parse("sum(sum) + 1").number(Scope.EMPTY.with("sum", Value.of(new double[] {1, 2}))))
                .isEqualTo(4);
    }

    /** Closed forms and, for logsumexp, 3 + ln(1 + e^-1 + e^-2), to 17 digits by mpmath. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2^0.5; 1.4142135623730951",
                "ln(2); 0.69314718055994531",
                "ln(0); -Infinity",
                "ln(e); 1",
                "log2(8); 3",
                "exp(1); 2.7182818284590452",
                "sigmoid(0); 0.5",
                "sigmoid(2); 0.88079707797788244",
                "logsumexp([1, 2, 3]); 3.4076059644443803",
                "logsumexp(1000, 1000); 1000.6931471805599",
                "sum(softmax([1, 2, 3])); 1",
                "max(softmax([1, 2, 3])); 0.66524095577482180",
                "bits(ln(2)); 1",
                "nats(3); 2.0794415416798359",
                "bits(nats(0.3)); 0.3",
                "sum(exp([1, 2])); 10.107337927389695",
                "-sum([0.5, 0.25, 0.25]*log2([0.5, 0.25, 0.25])); 1.5",
            })
    void elementaryFunctionsAreTheCoresOwn(String source, double value) {
        assertThat(Expression.parse(source).number(Scope.EMPTY))
                .isCloseTo(
                        value, Double.isInfinite(value) ? within(0.0) : within(4e-16 * Math.max(1, Math.abs(value))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "kl(a, b); kl(p, q); kl(q, p); kl(b, a)",
                "bits(kl(a, b)) + kl(b, a); kl(p, q); kl(q, p); bits(kl(b, a)) + kl(a, b)",
                "kl(normal(0, 1), normal(m, s)); normal(mean, sd); normal(mean, sd^2); kl(normal(0, 1^2), normal(m, s^2))",
                "normal(0, 1 + s).sd; normal(mean, sd); normal(mean, sd^2); normal(0, (1 + s)^2).sd",
                "2*bits(x + 1); bits(x); x; 2 * (x + 1)",
                "abs(abs(x)); abs(x); sqrt(x); sqrt(sqrt(x))",
                "[kl(a, b), -kl(a, b)^2]; kl(p, q); crossEntropy(p, q); [crossEntropy(a, b), -crossEntropy(a, b)^2]",
                "not kl(a, b) < 1; kl(p, q); kl(q, p); not kl(b, a) < 1",
                "kl(p, q); kl(p, q); kl(q, p); kl(q, p)",
                "1 + ln(a + 2 * b); ln(x + y); ln(x) + ln(y); 1 + (ln(a) + ln(2 * b))",
                "0.1 * s / (0.1 * s + 0.9 * f); p * s / (p * s + q * f); s / (s + f); s / (s + f)",
                "s * p / (q * f + p * s); p * s / (p * s + q * f); s / (s + f); p / (p + f)",
                "cdf(d, 1) - cdf(d, 0); cdf(d, b) - cdf(d, a); pdf(d, (a + b) / 2); pdf(d, (0 + 1) / 2)",
                "h * ln(p) + t * ln(1 - p); x * ln(a) + y * ln(1 - a); y * ln(a) + x * ln(1 - a); t * ln(p) + h * ln(1 - p)",
                "-x^2; a^2; a; -x",
            })
    void callsCanBeWrittenDifferently(String source, String call, String by, String rewritten) {
        assertThat(Expression.parse(source).findRewritten(call, by)).contains(Expression.parse(rewritten));
    }

    @Test
    void aNameOfAFormStandsForTheSameEachTime() {
        assertThat(Expression.parse("ln(a) + ln(1 - b)").findRewritten("ln(x) + ln(1 - x)", "x"))
                .isEmpty();
        assertThat(Expression.parse("cdf(d, 1) - cdf(f, 0)").findRewritten("cdf(d, b) - cdf(d, a)", "b"))
                .isEmpty();
        assertThat(Expression.parse("a + b + c").findRewritten("x + y", "x")).isEmpty();
        assertThat(Expression.parse("ln(pi)").findRewritten("ln(e)", "1")).isEmpty();
    }

    @Test
    void aPartCanBeReplacedByANumber() {
        assertThat(Expression.parse("kl(bernoulli(1 - h), bernoulli(h))").findReplaced(Expression.parse("1-h"), 0.3))
                .contains(Expression.parse("kl(bernoulli(0.3), bernoulli(h))"));
        assertThat(Expression.parse("2^(c - d)").findReplaced(Expression.parse("c - d"), -1.5))
                .contains(Expression.parse("2^-1.5"));
        assertThat(Expression.parse("h - 1").findReplaced(Expression.parse("1 - h"), 0.3))
                .isEmpty();
    }

    @Test
    void withoutTheCallThereIsNothingToWriteDifferently() {
        assertThat(Expression.parse("js(p, q)").findRewritten("kl(p, q)", "kl(q, p)"))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.parse("1").findRewritten("p", "q"));
    }

    @Test
    void expressionsAndScopesAreEqualByWhatTheyMean() {
        assertThat(Expression.parse("kl(p,q)")).isEqualTo(Expression.parse(" kl( p, (q) )"));
        assertThat(Expression.parse("kl(p,q)")).isNotEqualTo(Expression.parse("kl(q,p)"));
        assertThat(Scope.EMPTY.with("a", 1).with("b", 2))
                .isEqualTo(Scope.EMPTY.with("b", 2).with("a", 1));
        assertThat(Scope.EMPTY.with("a", 1)).isNotEqualTo(Scope.EMPTY.with("a", 2));
    }

    /** Whatever is typed: a value, or an error at a place in the text; and its canonical form means the same. */
    @Test
    void anyTextIsReadOrRefusedInItsPlace() {
        var random = new Random(4);
        var words = List.of(
                "kl",
                "(",
                ")",
                "[",
                "]",
                ",",
                "normal",
                "mixture",
                "bernoulli",
                "0.5",
                "1",
                "2",
                "-",
                "+",
                "*",
                "/",
                "^",
                ".",
                "p",
                "mean",
                "<",
                "==",
                "and",
                "not",
                "softmax",
                "sum",
                "1e9",
                " ",
                "∞",
                "sqrt",
                "given",
                "%",
                "é",
                "=");
        int evaluated = 0;
        for (int i = 0; i < 50_000; i++) {
            var source = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                source.append(words.get(random.nextInt(words.size())));
            }
            String text = source.toString();
            try {
                Expression expression = Expression.parse(text);
                assertThat(Expression.parse(expression.toString())).isEqualTo(expression);
                expression.evaluate(STATE);
                evaluated++;
            } catch (ExpressionException wrong) {
                assertThat(wrong.position()).as(text).isBetween(0, text.length());
                assertThat(wrong.getMessage()).as(text).isNotBlank();
            }
        }
        assertThat(evaluated).isGreaterThan(500);
    }
}
