package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.expression.LearnerNumber.Read;
import dev.surprisal.expression.LearnerNumber.Unreadable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerNumberTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "0.25; 0.25; 0.25",
                "0,25; 0.25; 0.25",
                ",25; 0.25; 0.25",
                ".25; 0.25; 0.25",
                "5.; 5; 5",
                "0.250; 0.250; 0.250",
                "1,234; 1.234; 1.234",
                "+3; 3; 3",
                "-3; -3; -3",
                "−0,5; -0.5; -0.5",
                "–0.5; -0.5; -0.5",
                "- 0.5; -0.5; -0.5",
                "-0; 0; 0",
                "007; 7; 7",
                "1e-3; 0.001; 0.001",
                "1E−3; 0.001; 0.001",
                "1,5e3; 1500; 1500",
                "2e-12; 2e-12; 2e-12",
                "3·10^-4; 0.0003; 0.0003",
                "3×10⁻⁴; 0.0003; 0.0003",
                "3 x 10^(-4); 0.0003; 0.0003",
                "10^-3; 0.001; 0.001",
                "10²; 100; 100",
                "25%; 0.25; 25% = 0.25",
                "25 %; 0.25; 25 % = 0.25",
                "−12,5 %; -0.125; -12.5 % = -0.125",
                "1/4; 0.25; 1/4 = 0.25",
                "-7/20; -0.35; -7/20 = -0.35",
                "0,5/4; 0.125; 0.5/4 = 0.125",
                "1 234 567; 1234567; 1234567",
                "1\u2009234,5; 1234.5; 1234.5",
                "1\u202f000; 1000; 1000",
                "= 0.25; 0.25; 0.25",
                "≈0,25; 0.25; 0.25",
                "~  0.25\u00a0\t~; 0.25; 0.25",
                "\u200b0.25\ufeff; 0.25; 0.25",
                "٠٫٢٥; 0.25; 0.25",
                "１２; 12; 12",
            })
    void decimalsAreReadExactly(String typed, String exact, String echo) {
        var read = read(typed);

        assertThat(read.exact()).isEqualByComparingTo(exact);
        assertThat(read.value()).isEqualTo(new BigDecimal(exact).doubleValue());
        assertThat(read.echo()).isEqualTo(echo);
    }

    @Test
    void trailingZerosCountAsTyped() {
        assertThat(read("0.250").exact()).isEqualTo(new BigDecimal("0.250"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "1/3; 0.3333333333333333; 1 / 3 ≈ 0.333333",
                "-2/3; -0.6666666666666666; -2 / 3 ≈ -0.666667",
                "sqrt(3)/2; 0.8660254037844386; sqrt(3) / 2 ≈ 0.866025",
                "√3/2; 0.8660254037844386; sqrt(3) / 2 ≈ 0.866025",
                "√(3)/2; 0.8660254037844386; sqrt(3) / 2 ≈ 0.866025",
                "SQRT 3 / 2; 0.8660254037844386; sqrt(3) / 2 ≈ 0.866025",
                "ln(2); 0.6931471805599453; ln(2) ≈ 0.693147",
                "Ln 2; 0.6931471805599453; ln(2) ≈ 0.693147",
                "-ln(0,25); 1.3862943611198906; -ln(0.25) ≈ 1.38629",
                "log2(8); 3; log2(8) = 3",
                "sqrt(16); 4; sqrt(16) = 4",
                "(1 + 2)/4; 0.75; (1 + 2) / 4 = 0.75",
                "2 × 0,5 ÷ 4; 0.25; 2 * 0.5 / 4 = 0.25",
                "π; 3.141592653589793; pi ≈ 3.14159",
                "2*pi; 6.283185307179586; 2 * pi ≈ 6.28319",
                "2^-3; 0.125; 2^-3 = 0.125",
                "∞; Infinity; ∞",
                "+∞; Infinity; ∞",
                "−∞; -Infinity; -∞",
                "inf; Infinity; ∞",
                "-Infinity; -Infinity; -∞",
            })
    void termsAreComputed(String typed, double value, String echo) {
        var read = read(typed);

        assertThat(read.value()).isEqualTo(value);
        assertThat(read.exact()).isNull();
        assertThat(read.echo()).isEqualTo(echo);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "~~; nothing is written",
                "~  \u2009~; nothing is written",
                "=; nothing is written",
                "abc;~'abc' has no value; type one such as 0.25, 1/4, 25 %, 2e-3 or ln(2)~",
                "NaN;~'nan' has no value; type one such as 0.25, 1/4, 25 %, 2e-3 or ln(2)~",
                "x + 1;~'x' has no value; type one such as 0.25, 1/4, 25 %, 2e-3 or ln(2)~",
                "about half;~it has no digits; type one such as 0.25, 1/4, 25 %, 2e-3 or ln(2)~",
                "about 0.5; write the number alone, without 'about'",
                "p = -0.5; write the number alone, without 'p'",
                "0.25 nats; write the number alone, without 'nats'",
                "0,126bits; write the number alone, without 'bits'",
                "1,234.5; 1,234.5 has several points or commas: write one decimal point, and large numbers without separators",
                "1.234,5; 1.234,5 has several points or commas: write one decimal point, and large numbers without separators",
                "1,234,567; 1,234,567 has several points or commas: write one decimal point, and large numbers without separators",
                "0.25.; 0.25. has several points or commas: write one decimal point, and large numbers without separators",
                "1/4 %; % can only follow a single number, as in 25 %",
                "50% + 1; % can only follow a single number, as in 25 %",
                "1 1/2; an operator is missing before the number 1: a product is written with *",
                "2(3); an operator is missing before '(': a product is written with *",
                "1/0; division by zero: 1 / 0",
                "sqrt(-1); sqrt(x) needs x >= 0, got -1",
                "log(2); there is no function log: write ln for the natural logarithm or log2",
                "max(1; there is no function max",
                "exp(1000); exp(1000) is too large",
                "sum([1]); there is no function sum",
                "1e500; 1e500 is too large: numbers go up to 1.8e308",
                "1e309; 1e309 is too large",
                "1e-330; 1e-330 is too close to 0",
                "1e-999999999; 1e-999999999 is too close to 0: numbers go down to 4.9e-324",
                "9^9^9^9; 9 ^ 387420489 is too large: numbers go up to 1.8e308",
                "[1]; a number is needed here, got a list of 1 value",
                "0.2 < 0.3; a number is needed here, got a condition that holds",
                "(1; ')' is missing: the '(' at character 1 is still open",
                "infinity - infinity; ∞ - ∞ has no real value",
            })
    void otherTextIsNotScored(String typed, String why) {
        assertThat(LearnerNumber.read(typed)).isEqualTo(new Unreadable(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "1/", "√", "-", "9^", "1 000 ", "⁻", "🙂", "1,", "ln "})
    void absurdInputIsUnreadableAtOnce(String piece) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(LearnerNumber.read(piece.repeat(100_000))).isInstanceOf(Unreadable.class);
            assertThat(LearnerNumber.read(piece.repeat(200 / piece.length()))).isInstanceOf(Unreadable.class);
        });
    }

    @Test
    void anyTextIsReadOrUnreadable() {
        var random = new Random(5);
        String signs = "0123456789.,,..--+*/^()[] %e√∞·−×²⁻abclnpisqrtxf=\u2009'\"🙂";
        int reads = 0;
        for (int i = 0; i < 50_000; i++) {
            var typed = new StringBuilder();
            for (int length = random.nextInt(8); length >= 0; length--) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            switch (LearnerNumber.read(typed.toString())) {
                case Read(double value, var _, var echo) -> {
                    assertThat(value).as(typed.toString()).isNotNaN();
                    assertThat(echo).as(typed.toString()).isNotBlank();
                    reads++;
                }
                case Unreadable(var why) -> assertThat(why).as(typed.toString()).isNotBlank();
            }
        }
        assertThat(reads).isGreaterThan(1_000);
    }

    private static Read read(String typed) {
        var result = LearnerNumber.read(typed);
        assertThat(result).isInstanceOf(Read.class);
        return (Read) result;
    }
}
