package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.surprisal.math.estimation.LinearRegression;
import dev.surprisal.math.estimation.MaximumLikelihood;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.CauchyDistribution;
import org.hipparchus.distribution.continuous.ExponentialDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.LaplaceDistribution;
import org.hipparchus.distribution.continuous.LogisticDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.UniformRealDistribution;
import org.hipparchus.distribution.multivariate.MultivariateNormalDistribution;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors, samples and least squares against Hipparchus 4.0.3. */
class HipparchusTest {

    static Stream<Arguments> families() {
        return Stream.of(
                arguments(new Uniform(-3, 5.5), new UniformRealDistribution(-3, 5.5)),
                arguments(new Normal(-2, 0.5), new NormalDistribution(-2, 0.5)),
                arguments(new Laplace(3, 0.2), new LaplaceDistribution(3, 0.2)),
                arguments(new Logistic(-1, 2.5), new LogisticDistribution(-1, 2.5)),
                arguments(new Cauchy(-1, 2.5), new CauchyDistribution(-1, 2.5)),
                arguments(new Exponential(0.4), new ExponentialDistribution(2.5)),
                arguments(new Gamma(0.3, 2), new GammaDistribution(0.3, 0.5)),
                arguments(new Gamma(40, 8), new GammaDistribution(40, 0.125)),
                arguments(new Beta(0.5, 0.5), new BetaDistribution(0.5, 0.5)),
                arguments(new Beta(8, 6), new BetaDistribution(8, 6)));
    }

    /** At a level of 1e-4 each, with fixed seeds. */
    @ParameterizedTest
    @MethodSource("families")
    void samplesPassTheKolmogorovSmirnovTest(Continuous own, RealDistribution theirs) {
        for (int seed = 1; seed <= 3; seed++) {
            double[] draws = own.sample(4_000, Generator.ofSeed(seed));

            assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(theirs, draws))
                    .isGreaterThan(1e-4);
        }
    }

    @Test
    void densitiesOfCorrelatedNormalsAgree() {
        SplittableRandom random = new SplittableRandom(81);
        for (int i = 0; i < 500; i++) {
            int d = 1 + i % 5;
            double[] mean = numbers(random, d);
            double[][] covariance = new double[d][d];
            double[][] factor = new double[d][];
            for (int j = 0; j < d; j++) {
                factor[j] = numbers(random, d);
            }
            for (int j = 0; j < d; j++) {
                for (int k = 0; k <= j; k++) {
                    covariance[j][k] = j == k ? 0.2 : 0;
                    for (int l = 0; l < d; l++) {
                        covariance[j][k] += factor[j][l] * factor[k][l];
                    }
                    covariance[k][j] = covariance[j][k];
                }
            }
            double[] x = numbers(random, d);
            double theirs = Math.log(new MultivariateNormalDistribution(mean, covariance).density(x));

            assertThat(MultivariateNormal.of(mean, covariance).logDensity(x))
                    .isCloseTo(theirs, within(1e-11 * Math.max(1, Math.abs(theirs))));
        }
    }

    @Test
    void leastSquaresAgree() {
        SplittableRandom random = new SplittableRandom(82);
        for (int i = 0; i < 200; i++) {
            double[][] x = new double[12][];
            for (int j = 0; j < x.length; j++) {
                x[j] = numbers(random, 4);
            }
            double[] y = numbers(random, x.length);
            OLSMultipleLinearRegression theirs = new OLSMultipleLinearRegression();
            theirs.setNoIntercept(true);
            theirs.newSampleData(y, x);

            double[] expected = theirs.estimateRegressionParameters();
            double[] found = LinearRegression.leastSquares(x, y);
            for (int k = 0; k < expected.length; k++) {
                assertThat(found[k]).isCloseTo(expected[k], within(1e-10 * Math.max(1, Math.abs(expected[k]))));
            }
            assertThat(MaximumLikelihood.normalVariance(y)).isCloseTo(StatUtils.populationVariance(y), within(1e-14));
            assertThat(MaximumLikelihood.unbiasedVariance(y)).isCloseTo(StatUtils.variance(y), within(1e-14));
        }
    }

    private static double[] numbers(SplittableRandom random, int n) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = 4 * random.nextDouble() - 2;
        }
        return numbers;
    }
}
