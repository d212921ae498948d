package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseNumberTest {

    private static final Scope SCOPE =
            Scope.EMPTY.with("x", 0.4429).with("third", 1 / 3.0).with("w", Value.of(new double[] {1}));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "= x; 0.4429",
                "~= x; 3dp~; 0.443",
                "~=x;2sf~; 0.44",
                "~ = 1/third; fraction~; 3",
                "= infinity; ∞",
                "0.443 == x; 0.443",
                "0.44 == x; 0.44",
                "-0.443 == -x; -0.443",
                "−0.443 == -x; −0.443",
                "44.3% == x; 44.3%",
                "44 % == x; 44 %",
                "4.43e-1 == x; 4.43e-1",
                "1/3 == third; 1/3",
                "-2/6 == -third; -2/6",
                "∞ == infinity; ∞",
                "-∞ == -infinity; -∞",
                "0.443 == 0.4425; 0.443",
                "0.443 == 0.4435; 0.443",
                "44.3% == 0.4425; 44.3%",
                "8 == 7.5; 8",
                "1.2e5 == 115000; 1.2e5",
            })
    void agreeingNumbersArePrinted(String code, String printed) {
        assertThat(ProseNumber.find(code).orElseThrow().print(SCOPE)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "0.442 == x; 0; 0.442 is written, but x is 0.4429 (did you mean 0.443?)",
                "~  45% == x~; 2; 45% is written, but x is 0.4429 (did you mean 44%?)",
                "44.2 % == x; 0; 44.2 % is written, but x is 0.4429 (did you mean 44.3%?)",
                "0.443 == 0.44249; 0; 0.443 is written, but 0.44249 is 0.44249 (did you mean 0.442?)",
                "0.443 == 0.44351; 0; 0.443 is written, but 0.44351 is 0.44351 (did you mean 0.444?)",
                "0.4430 == x; 0; 0.4430 is written, but x is 0.4429 (did you mean 0.4429?)",
                "0.333 == 2*third; 0; 0.333 is written, but 2 * third is 0.666666666666667 (did you mean 0.667?)",
                "1/3 == 0.3333; 0; 1/3 is written, but 0.3333 is 0.3333 (did you mean 0.3333?)",
                "5 == infinity; 0; 5 is written, but infinity is ∞ (did you mean ∞?)",
                "∞ == x; 0; ∞ is written, but x is 0.4429 (did you mean 0.4429?)",
                "= y; 2; the name y is not known: declared are x, third, w",
                "~= w; 3dp~; 2; a number is needed here, got a list of 1 value",
                "0.5 == 1/(1 - 1); 8; division by zero: 1 / 0",
                "~= pi; fraction~; 1; 3.14159265358979 is not a fraction with a denominator up to 10000",
            })
    void numbersThatDoNotHoldAreErrors(String code, int position, String message) {
        ProseNumber number = ProseNumber.find(code).orElseThrow();

        var error = catchThrowableOfType(ExpressionException.class, () -> number.print(SCOPE));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "=; 1; an expression is expected, such as kl(bernoulli(0.5), bernoulli(0.7))",
                "= sqrt(1,2); 9; sqrt(x) takes 1 argument, got 2",
                "~= x; 3dq~; 5; digits are written as 3dp (decimal places) or 4sf (significant figures), got '3dq'",
                "~= x;~; 4; ~a format is expected after ';': 3dp, 4sf, percent, bits or fraction~",
                "0.4.3 == x; 0; '0.4.3' is not a number: accepted are 0.443, -2, 44.3%, 1.2e-3, 7/15 and ∞",
                "0,443 == x; 0; '0,443' is not a number: accepted are 0.443, -2, 44.3%, 1.2e-3, 7/15 and ∞",
                "1e99999 == x; 0; '1e99999' is not a number: accepted are 0.443, -2, 44.3%, 1.2e-3, 7/15 and ∞",
                "1/0 == x; 1; division by zero: 1/0",
                "0.443 == sqt(x); 9; there is no function sqt (did you mean sqrt?)",
            })
    void codeThatIsMeantAsANumberButIsNone(String code, int position, String message) {
        var error = catchThrowableOfType(ExpressionException.class, () -> ProseNumber.find(code));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a == b", "== 3", "kl(p, q)", "0.443", "-x == y", "./course run"})
    void otherCodeIsLeftAlone(String code) {
        assertThat(ProseNumber.find(code)).isEmpty();
    }
}
