package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error says what is wrong, where, and what is accepted. */
class ExpressionErrorTest {

    private static final Scope SCOPE = Scope.EMPTY
            .with("rate", 3)
            .with("w", Value.of(new double[] {0.2, -0.8}))
            .with("state", new Value.Record(Map.of("mean", Value.of(0.5))));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "~~; 0; an expression is expected, such as kl(bernoulli(0.5), bernoulli(0.7))",
                "~   ~; 3; an expression is expected, such as kl(bernoulli(0.5), bernoulli(0.7))",
                "1 +; 3; a number, a name or a bracket is expected here, got the end",
                "* 2; 0; a number, a name or a bracket is expected before '*'",
                "2 * / 3; 4; a number, a name or a bracket is expected before '/'",
                "1 2; 2; an operator is missing before the number 2: a product is written with *",
                "2∞; 1; an operator is missing before '∞': a product is written with *",
                "state.∞; 6; the name of a field is expected after '.', got '∞'",
                "2x; 1; an operator is missing between 2 and 'x': a product is written with *",
                "2 rate; 2; an operator is missing before 'rate': a product is written with *",
                "2(3); 1; an operator is missing before '(': a product is written with *",
                "(1)(2); 3; an operator is missing before '(': a product is written with *",
                "(1 + 2; 6; ')' is missing: the '(' at character 1 is still open",
                "[1, 2; 5; ']' is missing: the '[' at character 1 is still open",
                "abs((1); 7; ')' is missing: the '(' at character 4 is still open",
                "[1, (2]; 6; ')' is missing: the '(' at character 5 is still open",
                "1 + 2); 5; there is no open bracket for this ')'",
                "1]; 1; there is no open bracket for this ']'",
                "(); 1; a number, a name or a bracket is expected here, got ')'",
                "[1,,2]; 3; a number, a name or a bracket is expected before ','",
                "[1 2]; 3; an operator is missing before the number 2: a product is written with *",
                "0,25; 1; ',' is not accepted here: a decimal number is written with a point, a list in [ ]",
                "(1, 2); 2; ')' is expected here: a list is written in [ ], and a decimal number with a point",
                "1.; 2; a digit is expected after the decimal point",
                "1.2.3; 3; a number has one decimal point",
                "1e400; 0; 1e400 is too large: numbers go up to 1.8e308",
                "1e-400; 0; 1e-400 is too close to 0: numbers go down to 4.9e-324",
                "25%; 2; % is not accepted here: write 25/100 or a decimal fraction",
                "rate % 2; 5; '%' is not an operator: divide by 100",
                "2**3; 1; '**' is not an operator: a power is written with ^",
                "rate = 2; 5; '=' is not an operator: equality is written ==",
                "1 < 2 && 2 < 3; 6; '&&' is not an operator: write and",
                "1 < 2 || 2 < 3; 6; '||' is not an operator: write or",
                "!rate; 0; '!' is not an operator: write not, or != for 'differs from'",
                "and; 0; a number, a name or a bracket is expected here, got 'and'",
                "`a`; 0; ` is not accepted here: a text is written in \" \"",
                "1 + \"a; 4; the text that starts with \" here has no end",
                "count('A, \"A\"); 6; the text that starts with ' here has no end",
                "2 \"A\"; 2; an operator is missing before the text \"A\": a product is written with *",
                "{1}; 0; '{' is not accepted here: brackets are ( ) and lists [ ]",
                "1 # 2; 2; '#' is not accepted in an expression",
                "μ + 1; 0; 'μ' is not accepted: names are made of the letters a to z, digits and _",
                "2 * 𝑥; 4; '𝑥' is not accepted: names are made of the letters a to z, digits and _",
                "state.; 6; the name of a field is expected after '.', got the end",
                "state.2; 5; an operator is missing before the number .2: a product is written with *",
                "1 + sqt(2); 4; there is no function sqt (did you mean sqrt?)",
                "Sqrt(2); 0; there is no function Sqrt (did you mean sqrt?)",
                "log(2); 0; there is no function log: write ln for the natural logarithm or log2",
                "softmax([1], [2]); 13; softmax(x) takes 1 argument, got 2",
                "blorb(2); 0; there is no function blorb",
                "pi(2); 0; there is no function pi: it is a number, and a product is written with *",
                "sqrt(); 5; sqrt(x) takes 1 argument, got 0",
                "sqrt(1, 2); 8; sqrt(x) takes 1 argument, got 2",
                "1 + min(); 8; min(x, y, …) takes at least 1 argument, got 0",
            })
    void sourcesThatCannotBeParsed(String source, int position, String message) {
        var error = catchThrowableOfType(ExpressionException.class, () -> Expression.parse(source));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "1 + rte; 4; the name rte is not known (did you mean rate?)",
                "1 + blorb; 4; the name blorb is not known: declared are rate, w, state",
                "sqrt + 1; 0; the name sqrt is not known: the function is called as sqrt(x)",
                "1 + state.meen; 10; there is no field meen (did you mean mean?): there are mean",
                "rate.mean; 5; the number 3 has no field mean",
                "sqrt(-2); 5; sqrt(x) needs x >= 0, got -2",
                "sqrt(w); 5; sqrt(x) needs x >= 0, got -0.8",
                "sqrt([1, 4, -9]); 12; sqrt(x) needs x >= 0, got -9",
                "ln(-1); 3; ln(x) needs x >= 0, got -1",
                "log2(1 - 2); 5; log2(x) needs x >= 0, got -1",
                "softmax(2); 8; softmax(x): x must be a list of numbers such as [0.2, 0.8], got the number 2",
                "softmax([1, [2]]); 8; softmax(x): x must be a list of numbers such as [0.2, 0.8], got a list of 2 values",
                "1 + softmax([infinity, 1]); 12; softmax: the largest x must be finite and none NaN, got Infinity at index 0",
                "logsumexp([]); 10; logsumexp of an empty list has no value",
                "sqrt(1 < 2); 5; sqrt(x) takes a number or a list of numbers, got a condition that holds",
                "max([]); 4; max of an empty list has no value",
                "max(1, [2]); 7; max takes numbers or one list of numbers, got a list of 1 value",
                "max([1, [2]]); 8; max takes numbers or one list of numbers, got a list of 1 value",
                "sum(infinity, -infinity); 0; sum has no value for infinities of both signs",
                "1/0; 1; division by zero: 1 / 0",
                "0/0; 1; division by zero: 0 / 0",
                "1 + 0^-1; 5; division by zero: 0 ^ (-1)",
                "(-8)^(1/3); 4; (-8) ^ 0.333333333333333 has no real value",
                "infinity - infinity; 9; ∞ - ∞ has no real value",
                "0*infinity; 1; 0 * ∞ has no real value",
                "10^400; 2; 10 ^ 400 is too large: numbers go up to 1.8e308",
                "1e308 + 1e308; 6; 1e308 + 1e308 is too large: numbers go up to 1.8e308",
                "[1, 2] + [1]; 7; + takes lists of the same length, got 2 and 1 values",
                "1 + (1 < 2); 2; + takes numbers or lists of numbers, got the number 1 and a condition that holds",
                "state * 2; 6; * takes numbers or lists of numbers, got a record of mean and the number 2",
                "-(1 > 2); 0; - takes a number or a list of numbers, got a condition that does not hold",
                "1 < w; 4; numbers are compared, got a list of 2 values",
                "w < w; 0; numbers are compared, got a list of 2 values",
                "1 == w; 5; numbers are compared, got a list of 2 values",
                "1 < \"a\"; 4; numbers are compared, got the text \"a\"",
                "1 + \"a\"; 2; + takes numbers or lists of numbers, got the number 1 and the text \"a\"",
                "-\"a\"; 0; - takes a number or a list of numbers, got the text \"a\"",
                "sqrt(\"a\"); 5; sqrt(x) takes a number or a list of numbers, got the text \"a\"",
                "length(2); 7; length(x): x must be a text such as \"AAB\" or a list, got the number 2",
                "count(\"AAB\", 1); 13; count: item must be one letter of a text, got 1",
                "count(\"AAB\", \"AB\"); 13; count: item must be one letter of a text, got \"AB\"",
                "count(w, 1 < 2); 9; count(x, item): item must be a number or a text, got a condition that holds",
                "element(w, 3); 11; element: place must be a whole number from 1 to 2, got 3",
                "element(w, 0); 11; element: place must be a whole number from 1 to 2, got 0",
                "element(w, 1.5); 11; element: place must be a whole number from 1 to 2, got 1.5",
                "1 and 1 < 2; 0; a comparison is expected, such as x < 1, got the number 1",
                "1 < 2 and w; 10; a comparison is expected, such as x < 1, got a list of 2 values",
                "not 1; 4; a comparison is expected, such as x < 1, got the number 1",
            })
    void sourcesThatHaveNoValue(String source, int position, String message) {
        Expression expression = Expression.parse(source);

        var error = catchThrowableOfType(ExpressionException.class, () -> expression.evaluate(SCOPE));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    @Test
    void theCallerSaysWhatKindOfValueIsNeeded() {
        assertThat(catchThrowableOfType(
                        ExpressionException.class, () -> Expression.parse("w").number(SCOPE)))
                .hasMessage("a number is needed here, got a list of 2 values");
        assertThat(catchThrowableOfType(
                        ExpressionException.class,
                        () -> Expression.parse("-infinity").finiteNumber(SCOPE)))
                .hasMessage("a finite number is needed here, this is -∞");
        assertThat(catchThrowableOfType(
                        ExpressionException.class,
                        () -> Expression.parse("rate").truth(SCOPE)))
                .hasMessage("a comparison is needed here, such as x < 1, got the number 3");
        assertThat(catchThrowableOfType(
                        ExpressionException.class, () -> Expression.parse("m").evaluate(Scope.EMPTY)))
                .hasMessage("the name m is not known: no names are declared here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2m", "in nats", "p-q", "pi", "e", "infinity", "and", "or", "not", "été"})
    void valuesCannotTakeTheseNames(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.EMPTY.with(name, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "-", "abs(", "2^", "not ", "((1)+"})
    void absurdNestingIsRefusedAtOnce(String opening) {
        String source = opening.repeat(19_000 / opening.length());

        var error = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> catchThrowableOfType(ExpressionException.class, () -> Expression.parse(source)));

        assertThat(error).hasMessage("brackets, signs and powers are nested more than 100 deep here");
    }

    @Test
    void absurdLengthIsRefusedAtOnce() {
        var error = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> catchThrowableOfType(ExpressionException.class, () -> Expression.parse("(".repeat(100_000))));

        assertThat(error).hasMessage("the expression has 100000 characters; at most 20000 are accepted");
        assertThat(error.position()).isEqualTo(20_000);
    }

    @Test
    void longNamesAndNumbersAreRefused() {
        var name = catchThrowableOfType(ExpressionException.class, () -> Expression.parse("1 + " + "x".repeat(15_000)));
        var number =
                catchThrowableOfType(ExpressionException.class, () -> Expression.parse("1 + " + "7".repeat(15_000)));

        assertThat(name).hasMessage("a name has at most 64 characters, this one has 15000");
        assertThat(name.position()).isEqualTo(4);
        assertThat(number).hasMessage("a number has at most 400 characters, this one has 15000");
        assertThat(number.position()).isEqualTo(4);
    }

    @Test
    void longChainsAndListsAreNotDeep() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(Expression.parse("1" + "+1".repeat(9_000)).number(Scope.EMPTY))
                    .isEqualTo(9_001);
            assertThat(Expression.parse("[1" + ",1".repeat(9_000) + "]")
                            .evaluate(Scope.EMPTY)
                            .described())
                    .isEqualTo("a list of 9001 values");
            assertThat(Expression.parse("1" + " < 1".repeat(4_000)).truth(Scope.EMPTY))
                    .isFalse();
        });
    }
}
