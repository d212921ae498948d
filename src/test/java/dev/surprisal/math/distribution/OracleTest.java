package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.CauchyDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.LogisticDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The families against Apache Commons Statistics 1.3, whose own tests hold it to 5e-14 or better. */
class OracleTest {

    static final java.util.List<Continuous> CONTINUOUS =
            Families.CONTINUOUS.stream().filter(d -> !(d instanceof Mixture)).toList();

    static final java.util.List<Continuous> DENSE = java.util.stream.Stream.concat(
                    CONTINUOUS.stream(), java.util.stream.Stream.of(new Cauchy(0, 1), new Cauchy(-2, 0.3)))
            .toList();

    static final java.util.List<Discrete> DISCRETE = Families.DISCRETE.stream()
            .filter(d -> d instanceof Binomial || d instanceof Poisson || (d instanceof Geometric(double p) && p < 1))
            .toList();

    @ParameterizedTest
    @FieldSource("DENSE")
    void densitiesAgree(Continuous distribution) {
        ContinuousDistribution oracle = oracle(distribution);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 400; i++) {
            double x = oracle.inverseCumulativeProbability(random.nextDouble());

            assertThat(distribution.density(x)).isCloseTo(oracle.density(x), within(2e-12 * oracle.density(x)));
            assertThat(distribution.cdf(x)).isCloseTo(oracle.cumulativeProbability(x), within(2e-13));
            assertThat(distribution.survival(x)).isCloseTo(oracle.survivalProbability(x), within(2e-13));
        }
    }

    @ParameterizedTest
    @FieldSource("CONTINUOUS")
    void quantilesReachIntoBothTails(Continuous distribution) {
        ContinuousDistribution oracle = oracle(distribution);
        for (double u :
                new double[] {1e-30, 1e-12, 1e-6, 1e-3, 0.025, 0.31, 0.5, 0.8, 0.975, 0.999, 1 - 1e-6, 1 - 1e-12}) {
            double x = distribution.quantile(u);

            // judged by the probability: the oracle's own quantiles are good to 1e-9
            double reached = u < 0.5 ? oracle.cumulativeProbability(x) / u : oracle.survivalProbability(x) / (1 - u);
            // x is the nearest double: next to 1 that is coarse against what is left to 1
            double spacing = oracle.density(x) * Math.ulp(x) / Math.min(u, 1 - u);
            assertThat(reached).as("u = " + u).isCloseTo(1, within(2e-12 + 2 * spacing));
        }
    }

    @ParameterizedTest
    @FieldSource("CONTINUOUS")
    void momentsAgree(Continuous distribution) {
        ContinuousDistribution oracle = oracle(distribution);

        assertThat(distribution.mean()).isCloseTo(oracle.getMean(), within(1e-14 * Math.abs(oracle.getMean())));
        assertThat(distribution.variance()).isCloseTo(oracle.getVariance(), within(1e-14 * oracle.getVariance()));
        assertThat(distribution.support().lowest()).isEqualTo(oracle.getSupportLowerBound());
        assertThat(distribution.support().highest()).isEqualTo(oracle.getSupportUpperBound());
    }

    @ParameterizedTest
    @FieldSource("DISCRETE")
    void probabilitiesAgree(Discrete distribution) {
        DiscreteDistribution oracle = oracle(distribution);
        int last = Math.min(
                oracle.getSupportUpperBound(), (int) (oracle.getMean() + 8 * Math.sqrt(oracle.getVariance())) + 5);
        for (int k = 0; k <= last; k++) {
            assertThat(distribution.probability(k))
                    .isCloseTo(oracle.probability(k), within(2e-11 * oracle.probability(k)));
            assertThat(distribution.cdf(k)).isCloseTo(oracle.cumulativeProbability(k), within(2e-13));
            assertThat(distribution.survival(k)).isCloseTo(oracle.survivalProbability(k), within(2e-13));
        }
        assertThat(distribution.mean()).isCloseTo(oracle.getMean(), within(1e-14 * oracle.getMean()));
        assertThat(distribution.variance()).isCloseTo(oracle.getVariance(), within(1e-13 * oracle.getVariance()));
    }

    @ParameterizedTest
    @FieldSource("DISCRETE")
    void discreteQuantilesAgree(Discrete distribution) {
        DiscreteDistribution oracle = oracle(distribution);
        SplittableRandom random = new SplittableRandom(12);
        Stream.generate(random::nextDouble)
                .limit(500)
                .forEach(u -> assertThat(distribution.quantile(u)).isEqualTo(oracle.inverseCumulativeProbability(u)));
    }

    private static ContinuousDistribution oracle(Continuous distribution) {
        return switch (distribution) {
            case Uniform(double from, double to) -> UniformContinuousDistribution.of(from, to);
            case Normal(double mean, double sd) -> NormalDistribution.of(mean, sd);
            case Laplace(double location, double scale) -> LaplaceDistribution.of(location, scale);
            case Logistic(double location, double scale) -> LogisticDistribution.of(location, scale);
            case Cauchy(double location, double scale) -> CauchyDistribution.of(location, scale);
            case Exponential(double rate) -> ExponentialDistribution.of(1 / rate);
            case Gamma(double shape, double rate) -> GammaDistribution.of(shape, 1 / rate);
            case Beta(double alpha, double beta) -> BetaDistribution.of(alpha, beta);
            case Mixture _ -> throw new IllegalArgumentException("no oracle");
        };
    }

    private static DiscreteDistribution oracle(Discrete distribution) {
        return switch (distribution) {
            case Binomial(int n, double p) -> BinomialDistribution.of(n, p);
            case Poisson(double rate) -> PoissonDistribution.of(rate);
            case Geometric(double p) -> GeometricDistribution.of(p);
            case Bernoulli _, Categorical _, Empirical _, DiscreteMixture _ ->
                throw new IllegalArgumentException("no oracle");
        };
    }
}
