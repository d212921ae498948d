package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.sampling.StandardisedSum;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauchyTest {

    private static final Cauchy STANDARD = new Cauchy(0, 1);

    /** mpmath at 40 digits; -2.1 and 0.3 stand for the doubles next to them. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, -1.144729885849400174, 0.5, 0.5, 0",
        "0, 1, 0.5, -1.36787343716360993, 0.6475836176504332742, 0.3524163823495667258, -0.8",
        "0, 1, 1, -1.83787706640934548, 0.75, 0.25, -1",
        "0, 1, -3, -3.447314978843445858, 0.1024163823495667258, 0.8975836176504332742, 0.6",
        "-2, 0.3, -2.1, -0.04611759718129066038, 0.3975836176504331894, 0.6024163823495668106, 2.000000000000001421",
        "-2, 0.3, 1e12, -57.61074492203643258, 0.9999999999999045, 9.549296585494621553e-14, -1.999999999996e-12",
        "5, 2, -1e9, -41.89811438918227716, 6.366197691844824963e-10, 0.9999999993633802, 1.999999990000000042e-9",
    })
    void values(double location, double scale, double x, double logDensity, double cdf, double survival, double score) {
        Cauchy p = new Cauchy(location, scale);

        assertThat(p.logDensity(x)).isCloseTo(logDensity, within(2e-15 * Math.max(1, Math.abs(logDensity))));
        assertThat(p.density(x)).isCloseTo(Math.exp(logDensity), within(1e-13 * Math.exp(logDensity)));
        assertThat(p.cdf(x)).isCloseTo(cdf, within(1e-15 * cdf));
        assertThat(p.survival(x)).isCloseTo(survival, within(1e-15 * survival));
        assertThat(p.score(x)).isCloseTo(score, within(2e-15 * Math.abs(score)));
    }

    /** mpmath at 40 digits, of the doubles next to u. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, -3.183098861837906636e+299",
        "1e-17, -31830988618379064.88",
        "0.001, -318.3088389855504393",
        "0.25, -1",
        "0.3, -0.7265425280053609392",
        "0.5, 0",
        "0.7, 0.7265425280053606727",
        "0.75, 1",
        "0.999, 318.3088389855501632",
    })
    void quantiles(double u, double expected) {
        assertThat(STANDARD.quantile(u)).isCloseTo(expected, within(1e-15 * Math.abs(expected)));
        assertThat(new Cauchy(5, 2).quantile(u)).isCloseTo(5 + 2 * expected, within(4e-15 * (5 + Math.abs(expected))));
    }

    @Test
    void noMomentIsANumber() {
        for (Univariate p : new Univariate[] {
            STANDARD, Mixture.of(new double[] {0.1, 0.9}, STANDARD, new Normal(0, 1)),
        }) {
            assertThatIllegalArgumentException().isThrownBy(p::mean).withMessageContaining("must have a mean");
            assertThatIllegalArgumentException().isThrownBy(p::variance).withMessageContaining("must have a mean");
            assertThatIllegalArgumentException().isThrownBy(p::standardDeviation);
            assertThatIllegalArgumentException().isThrownBy(p::skewness);
            assertThatIllegalArgumentException().isThrownBy(p::excessKurtosis);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new StandardisedSum(STANDARD, 10));
        assertThat(new Cauchy(7, 1).mode().only()).isEqualTo(7);
    }

    /** The mean of n draws is distributed as a single one: half of such means are further than s from the centre, for any n. */
    @Test
    void averagesNeverSettle() {
        Generator generator = Generator.ofSeed(5);
        Cauchy p = new Cauchy(3, 2);
        int far = 0;
        int runs = 4_000;
        for (int i = 0; i < runs; i++) {
            double mean = Arrays.stream(p.sample(100, generator)).sum() / 100;
            far += Math.abs(mean - 3) > 2 ? 1 : 0;
        }

        // four standard errors of a share of 1/2
        assertThat(far).isBetween(runs / 2 - 127, runs / 2 + 127);
    }

    @Test
    void badParametersAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cauchy(Double.NaN, 1))
                .withMessageContaining("location");
        assertThatIllegalArgumentException().isThrownBy(() -> new Cauchy(0, 0)).withMessageContaining("scale");
    }
}
