package dev.surprisal.math.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class UniformSumTest {

    private static final UniformSum TWELVE = new UniformSum(12);

    @Test
    void valuesOfTheReferenceTable() {
        // SAM-019 … SAM-027
        assertThat(TWELVE.cdf(6)).isCloseTo(0.5, within(1e-15));
        assertThat(TWELVE.cdf(8)).isCloseTo(0.977724416786917, within(1e-14));
        assertThat(TWELVE.cdf(9)).isCloseTo(0.998992999188312, within(1e-14));
        assertThat(new UniformSum(2).cdf(0.7)).isCloseTo(0.245, within(1e-16));
        assertThat(new UniformSum(3).cdf(1.5)).isCloseTo(0.5, within(1e-16));
        assertThat(TWELVE.cdf(3.5)).isCloseTo(0.00557937170844898, within(1e-17));
        assertThat(TWELVE.density(6)).isCloseTo(0.393925565175565, within(1e-15));
        assertThat(new UniformSum(2).density(1)).isEqualTo(1);
        assertThat(TWELVE.density(7.25)).isCloseTo(0.185690130052005, within(1e-15));
    }

    @Test
    void tailsOfTheTwelveUniformGenerator() {
        // curriculum, SIM-05
        double[] tails = {
            0.1607270497635081,
            0.022275583213083212,
            0.0010070008116883117,
            8.526067553845331e-6,
            2.08767569878681e-9,
            0
        };
        for (int z = 1; z <= 6; z++) {
            assertThat(TWELVE.survival(6 + z)).isCloseTo(tails[z - 1], within(1e-14 * tails[z - 1]));
        }
    }

    @Test
    void distancesToTheNormalOfTheCourse() {
        // n, distance (mpmath: exact sums, golden section), excess kurtosis, standardised density at 0
        double[][] rows = {
            {1, 0.05720672117699049, -1.2, 0.28867513},
            {2, 0.01643079420611403, -0.6, 0.40824829},
            {3, 0.009853141602379024, -0.4, 0.375},
            {6, 0.004762450676596023, -0.2, 0.38890873},
            {12, 0.0023359253194771648, -0.1, 0.39392557},
            {30, 0.0009243075416326059, -0.04, 0.39694256}
        };
        for (double[] row : rows) {
            UniformSum sum = new UniformSum((int) row[0]);

            assertThat(sum.supDistanceToNormal()).isCloseTo(row[1], within(1e-13));
            assertThat(sum.excessKurtosis()).isCloseTo(row[2], within(1e-15));
            assertThat(sum.standardisedDensity(0)).isCloseTo(row[3], within(1e-8));
        }
        // Edgeworth: 1.2/24 max |z^3 - 3z| phi(z) / n, reached at z^2 = 3 - sqrt 6
        assertThat(new UniformSum(400).supDistanceToNormal() * 400).isCloseTo(0.027530, within(2e-5));
    }

    @Test
    void theRecursionAgreesWithTheExactAlternatingSum() {
        for (int n : new int[] {1, 2, 5, 12, 40, 100}) {
            UniformSum sum = new UniformSum(n);
            for (double x = 0.0625; x < n; x += Math.max(0.3125, n / 40.0)) {
                double exact = cdf(n, new BigDecimal(x)).doubleValue();
                double rest = BigDecimal.ONE.subtract(cdf(n, new BigDecimal(x))).doubleValue();

                assertThat(sum.cdf(x)).as("n %s, x %s", n, x).isCloseTo(exact, within(n * 1e-15 * exact));
                assertThat(sum.survival(x)).as("n %s, x %s", n, x).isCloseTo(rest, within(n * 1e-15 * rest));
            }
        }
        // mpmath
        assertThat(new UniformSum(40).density(20.25)).isCloseTo(0.21568752825972096, within(1e-14));
        assertThat(new UniformSum(100).density(3)).isCloseTo(1.8407743857764868e-109, within(1e-122));
        assertThat(new UniformSum(100).density(90)).isCloseTo(1.0683493261302354e-57, within(1e-70));
    }

    @Test
    void nothingLiesOutside() {
        assertThat(TWELVE.density(-0.1)).isZero();
        assertThat(TWELVE.density(12)).isZero();
        assertThat(TWELVE.cdf(0)).isZero();
        assertThat(TWELVE.cdf(12)).isEqualTo(1);
        assertThat(TWELVE.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(TWELVE.survival(-3)).isEqualTo(1);
        assertThat(TWELVE.survival(12)).isZero();
        assertThat(TWELVE.density(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(TWELVE.mean()).isEqualTo(6);
        assertThat(TWELVE.variance()).isEqualTo(1);
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UniformSum(0))
                .withMessage("n must lie between 1 and 1000, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new UniformSum(1001));
        assertThatIllegalArgumentException().isThrownBy(() -> TWELVE.cdf(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> TWELVE.density(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> TWELVE.survival(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> TWELVE.standardisedDensity(Double.NaN));
    }

    /** 1/n! sum of (-1)^j (n over j) (x - j)^n, without rounding but for the last division. */
    private static BigDecimal cdf(int n, BigDecimal x) {
        BigDecimal sum = BigDecimal.ZERO;
        BigInteger choices = BigInteger.ONE;
        BigInteger factorial = BigInteger.ONE;
        for (int j = 0; j <= x.intValue(); j++) {
            BigDecimal term = x.subtract(BigDecimal.valueOf(j)).pow(n).multiply(new BigDecimal(choices));
            sum = j % 2 == 0 ? sum.add(term) : sum.subtract(term);
            choices = choices.multiply(BigInteger.valueOf(n - j)).divide(BigInteger.valueOf(j + 1));
        }
        for (int j = 2; j <= n; j++) {
            factorial = factorial.multiply(BigInteger.valueOf(j));
        }
        return sum.divide(new BigDecimal(factorial), new MathContext(400));
    }
}
