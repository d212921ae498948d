package dev.surprisal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRatioTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** mpmath at 50 digits; e is the double next to the decimal. */
    @ParameterizedTest
    @CsvSource({
        "-0.999999, 12.815511557935518468",
        "-0.7, 0.503972804325935889",
        "-0.3, 0.056674943938732374155",
        "-0.01, 0.000050335853501441185652",
        "-1e-09, 5.0000000033333339586e-19",
        "0, 0",
        "1e-12, 4.9999999999966664655e-25",
        "3e-05, 4.4999100020249516292e-10",
        "0.2, 0.017678443206045375639",
        "0.5, 0.094534891891835618022",
        "1.3, 0.46709087706489601831",
        "9.0, 6.697414907005954316",
        "100000.0, 99988.487064535079771",
        "1e200, 9.9999999999999996973e+199",
        "Infinity, Infinity",
    })
    void excess(double e, double expected) {
        if (expected == INFINITY) {
            assertThat(LogRatio.excess(e)).isEqualTo(expected);
        } else {
            // 4 ulp
            assertThat(LogRatio.excess(e)).isCloseTo(expected, within(4 * Math.ulp(expected)));
        }
    }

    /** mpmath at 50 digits: ln(p/q) and p ln(p/q) - p + q. */
    @ParameterizedTest
    @CsvSource({
        "0.3, 0.7, -0.84729786038720358728, 0.14581064188383889992",
        "0.5, 0.5000000000009095, -1.8189894035442021146e-12, 8.2718061255202458636e-25",
        "1e-300, 1e300, -1381.5510557964274104, 1.0000000000000000525e+300",
        "1e300, 1e-300, 1381.5510557964274104, 1.3805510557964274829e+303",
        "3.0, 2.9999999, 3.3333333834336270335e-8, 1.6666666982484415442e-15",
        "1e-310, 1e-308, -4.6051701859880943324, 9.4394829814011913724e-309",
        "1e-310, 2.5, -714.7182, 2.5",
    })
    void ratios(double p, double q, double ratio, double gain) {
        assertThat(LogRatio.of(p, q))
                .isCloseTo(ratio, within(p == 1e-310 && q == 2.5 ? 1e-3 : 4e-16 * Math.abs(ratio)));
        assertThat(LogRatio.gain(p, q)).isCloseTo(gain, within(2e-15 * gain));
        assertThat(LogRatio.gain(p, q, q - p)).isEqualTo(LogRatio.gain(p, q));
        assertThat(LogRatio.contribution(p, q)).isCloseTo(p * ratio, within(1e-5 * Math.abs(p * ratio)));
    }

    /** At the largest and the smallest quotients that are taken without the logarithms of both. */
    @Test
    void quotientsBeyondTheRangeOfDouble() {
        assertThat(LogRatio.of(1e308, 1e-308)).isCloseTo(616 * Math.log(10), within(1e-12));
        assertThat(LogRatio.of(1e-308, 1e308)).isCloseTo(-616 * Math.log(10), within(1e-12));
        assertThat(LogRatio.of(8, 2)).isCloseTo(Math.log(4), within(1e-15));
        assertThat(LogRatio.of(2, 8)).isCloseTo(-Math.log(4), within(1e-15));
    }

    @Test
    void corners() {
        assertThat(LogRatio.gain(0, 0.3)).isEqualTo(0.3);
        assertThat(LogRatio.gain(0, 0)).isZero();
        assertThat(LogRatio.gain(0.3, 0.3)).isZero();
        assertThat(LogRatio.gain(0.3, 0)).isEqualTo(INFINITY);
        assertThat(LogRatio.gain(1e-300, Math.nextUp(1e-300))).isPositive();
        assertThat(LogRatio.contribution(0, 0.3)).isZero();
        assertThat(LogRatio.contribution(0, 0)).isZero();
        assertThat(LogRatio.contribution(0.3, 0)).isEqualTo(INFINITY);
    }

    /** q - p = 1e-20 for p = q = 0.5 as doubles: e^2 p/2. */
    @Test
    void aDifferenceThatTheNumbersCannotShow() {
        assertThat(LogRatio.gain(0.5, 0.5, 1e-20)).isCloseTo(1e-40, within(1e-54));
    }
}
