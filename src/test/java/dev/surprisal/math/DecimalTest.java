package dev.surprisal.math;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's exact {@link BigDecimal} and its correctly rounded {@link Double} conversions are the oracles. */
class DecimalTest {
    private static final int CASES = Boolean.getBoolean("surprisal.deep") ? 8_000 : 2_000;

    @ParameterizedTest
    @CsvSource({
        "2.675, 2, 2.67",
        "1.005, 2, 1.00",
        "0.125, 2, 0.12",
        "0.375, 2, 0.38",
        "8.5, 0, 8",
        "0.5, 0, 0",
        "1.5, 0, 2",
        "0.51, 0, 1",
        "0.087176693, 5, 0.08718",
        "3, 2, 3.00",
        "0, 3, 0.000",
        "-0.0, 1, 0.0",
        "-0.004, 2, 0.00",
        "-0.006, 2, -0.01",
        "9.999, 2, 10.00",
        "0.999, 0, 1",
        "1e21, 1, 1000000000000000000000.0",
        "5e-324, 3, 0.000",
        "123456.789, 0, 123457",
        "99.5, 0, 100"
    })
    void fixedRoundsTheExactValueHalfToEven(double x, int places, String expected) {
        assertThat(Decimal.fixed(x, places)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, 2.00",
        "1234, 2, 1200",
        "0.00012345, 3, 0.000123",
        "1e-6, 2, 0.0000010",
        "9.99e-7, 3, 9.99e-7",
        "9.996e-7, 3, 0.00000100",
        "999999999999999, 3, 1.00e15",
        "999999999999999, 15, 999999999999999",
        "1e15, 1, 1e15",
        "-1.26e-9, 2, -1.3e-9",
        "0, 3, 0.00",
        "6.02214076e23, 4, 6.022e23",
        "0.5, 1, 0.5",
        "2.5, 1, 2",
        "1e-300, 2, 1.0e-300"
    })
    void significantKeepsClosingZeros(double x, int digits, String expected) {
        assertThat(Decimal.significant(x, digits)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "2, 2",
        "-0.0, 0",
        "100, 100",
        "1e15, 1e15",
        "123456789012345, 123456789012345",
        "1e23, 1e23",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "9.5e-7, 9.5e-7",
        "1e-6, 0.000001",
        "0.30000000000000004, 0.30000000000000004",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "9007199254740993, 9.007199254740992e15",
        "-1.5, -1.5",
        "2e23, 2e23",
        "9.5367431640625e-7, 9.5367431640625e-7"
    })
    void shortestIsWhatAPersonWouldWrite(double x, String expected) {
        assertThat(Decimal.shortest(x)).isEqualTo(expected);
    }

    @Test
    void infinitiesAndNaN() {
        assertThat(Decimal.fixed(Double.POSITIVE_INFINITY, 3)).isEqualTo("∞");
        assertThat(Decimal.significant(Double.NEGATIVE_INFINITY, 3)).isEqualTo("-∞");
        assertThat(Decimal.shortest(Double.NaN)).isEqualTo("NaN");
        assertThat(Decimal.parse("∞")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Decimal.parse("-∞")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Decimal.parse("NaN")).isNaN();
    }

    @Test
    void fixedAgreesWithBigDecimal() {
        var random = new Random(1);
        assorted(random).forEach(x -> {
            int places = random.nextInt(20);
            var expected = new BigDecimal(x).setScale(places, RoundingMode.HALF_EVEN);

            assertThat(Decimal.fixed(x, places)).isEqualTo(expected.toPlainString());
        });
    }

    @Test
    void halvesGoToTheEvenDigit() {
        var random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            double x = (random.nextInt(2_000_000) - 1_000_000) / 64.0;
            int places = random.nextInt(6);
            var expected = new BigDecimal(x).setScale(places, RoundingMode.HALF_EVEN);

            assertThat(Decimal.fixed(x, places)).isEqualTo(expected.toPlainString());
        }
    }

    /** Where the product with a power of ten is half-way between two numbers and x is not. */
    @Test
    void almostHalvesGoWhereTheyBelong() {
        var random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            int places = 1 + random.nextInt(12);
            double x = new BigDecimal(random.nextInt(20_000_000) * 10L + 5)
                    .movePointLeft(places + 1)
                    .doubleValue();
            var expected = new BigDecimal(x).setScale(places, RoundingMode.HALF_EVEN);

            assertThat(Decimal.fixed(x, places)).isEqualTo(expected.toPlainString());
        }
    }

    @Test
    void significantAgreesWithBigDecimal() {
        var random = new Random(3);
        assorted(random).filter(x -> x != 0).forEach(x -> {
            int digits = 1 + random.nextInt(20);
            var expected = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));

            String text = Decimal.significant(x, digits);

            assertThat(new BigDecimal(text)).isEqualByComparingTo(expected);
            boolean plain = expected.abs().compareTo(new BigDecimal("1e-6")) >= 0
                    && expected.abs().compareTo(new BigDecimal("1e15")) < 0;
            assertThat(text.contains("e")).isEqualTo(!plain);
        });
    }

    /** The JDK's shortest text has at least two digits, so that it may differ from ours where one digit is enough. */
    @Test
    void shortestAgreesWithTheJdk() {
        assorted(new Random(4)).filter(x -> x != 0).forEach(x -> {
            var theirs = new BigDecimal(Double.toString(x)).stripTrailingZeros();
            var ours = new BigDecimal(Decimal.shortest(x)).stripTrailingZeros();

            if (ours.precision() > 1) {
                assertThat(ours).isEqualByComparingTo(theirs);
            } else {
                assertThat(ours.doubleValue()).isEqualTo(x);
                assertThat(theirs.precision()).isLessThanOrEqualTo(2);
            }
        });
    }

    @Test
    void whatIsPrintedIsReadBack() {
        assorted(new Random(5))
                .forEach(x -> assertThat(Decimal.parse(Decimal.shortest(x))).isEqualTo(x));
    }

    @Test
    void powersOfTwoHaveUnevenNeighbours() {
        for (int k = -1074; k < 1024; k++) {
            double power = Math.scalb(1.0, k);

            assertThat(Decimal.parse(Decimal.shortest(power))).isEqualTo(power);
            assertThat(Decimal.parse(Decimal.shortest(Math.nextDown(power)))).isEqualTo(Math.nextDown(power));
            assertThat(Decimal.significant(power, 800))
                    .satisfies(text -> assertThat(new BigDecimal(text)).isEqualByComparingTo(new BigDecimal(power)));
        }
    }

    @Test
    void parseAgreesWithTheJdkOnRandomTexts() {
        var random = new Random(6);
        for (int i = 0; i < CASES; i++) {
            var text = new StringBuilder(random.nextBoolean() ? "-" : "");
            int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 25);
            int point = random.nextInt(length + 1);
            for (int j = 0; j < length; j++) {
                text.append(j == point ? "." : "").append((char) ('0' + random.nextInt(10)));
            }
            text.append(random.nextInt(3) == 0 ? "" : "e" + (random.nextInt(680) - 350));

            assertThat(Decimal.parse(text.toString())).as("%s", text).isEqualTo(Double.parseDouble(text.toString()));
        }
    }

    @Test
    void parseAgreesWithTheJdkAroundHalfWayPoints() {
        var random = new Random(7);
        assorted(random)
                .filter(x -> x > 0 && Math.nextUp(x) < Double.POSITIVE_INFINITY)
                .limit(3000)
                .forEach(x -> {
                    var half = new BigDecimal(x)
                            .add(new BigDecimal(Math.nextUp(x)))
                            .divide(BigDecimal.TWO);
                    var nudge = half.ulp().movePointLeft(random.nextInt(30));

                    for (var point : new BigDecimal[] {half, half.add(nudge), half.subtract(nudge)}) {
                        String text = point.toString();

                        assertThat(Decimal.parse(text)).as("%s", text).isEqualTo(Double.parseDouble(text));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0e99999999999",
                "1e-400",
                "1e400",
                "1.7976931348623158e308",
                "1.7976931348623159e308",
                "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880",
                "2.4703282292062327208e-324",
                "2.4703282292062328e-324",
                "4.9e-324",
                "2.2250738585072011e-308",
                "2.2250738585072012e-308",
                "1e23",
                "8.5e22",
                "9007199254740993",
                "9007199254740992.9999999999999999999",
                "9007199254740993.0000000000000000001",
                "1.e5",
                ".5",
                "+7",
                "00012.500",
                "1E-07",
                "1e+3",
                "0.000000000000000000000000000000000000000000000000000000000000000000001e69"
            })
    void parseAgreesWithTheJdkAtTheLimits(String text) {
        Double expected = Double.parseDouble(text); // boxed: tells −0 from 0

        assertThat(Decimal.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "e5",
                "1e",
                "1e+",
                "1e1.5",
                "1.2.3",
                "1,5",
                " 1",
                "1 ",
                "0x10",
                "1f",
                "--1",
                "Infinity",
                "-NaN",
                "1e5x",
                "∞∞",
                "٣",
                "1−2"
            })
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> Decimal.parse(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("not a decimal number");
    }

    @Test
    void longTextsEndSoon() {
        String sevens = "7".repeat(200_000);
        String zeros = "0".repeat(200_000);

        assertTimeoutPreemptively(ofSeconds(5), () -> {
            assertThat(Decimal.parse("0." + sevens)).isEqualTo(7.0 / 9);
            assertThat(Decimal.parse(sevens)).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(Decimal.parse(sevens + "e-200000")).isEqualTo(7.0 / 9);
            assertThat(Decimal.parse("0." + zeros + "1e200001")).isEqualTo(1);
            assertThat(Decimal.parse("1e" + sevens)).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(Decimal.parse("1e-" + sevens)).isEqualTo(0);
        });
    }

    @Test
    void digitsAreLimited() {
        assertThatThrownBy(() -> Decimal.fixed(1, -1)).hasMessage("places must be from 0 to 1100, got -1");
        assertThatThrownBy(() -> Decimal.significant(1, 0)).hasMessage("digits must be from 1 to 800, got 0");
        assertThat(Decimal.fixed(Double.MIN_VALUE, 1074)).endsWith("65625");
    }

    /** Numbers of every size, round ones, and their neighbours. */
    private static DoubleStream assorted(Random random) {
        return DoubleStream.generate(() -> switch (random.nextInt(6)) {
                    case 0 -> Double.longBitsToDouble(random.nextLong());
                    case 1 -> random.nextInt(100_000) / 1000.0;
                    case 2 -> random.nextGaussian();
                    case 3 -> Math.nextUp(random.nextInt(1000) * Math.pow(10, random.nextInt(40) - 20));
                    case 4 -> Double.parseDouble(random.nextInt(1000) + "e" + (random.nextInt(600) - 300));
                    default -> Double.longBitsToDouble(random.nextLong() >>> (12 + random.nextInt(50)));
                })
                .filter(Double::isFinite)
                .map(x -> x == 0 ? 0 : x)
                .limit(CASES);
    }
}
