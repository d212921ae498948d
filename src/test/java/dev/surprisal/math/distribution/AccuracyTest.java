package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The error bounds that {@link Univariate} states, for each family at ordinary and at stretched parameters, in the middle and
 * in both tails. Values: mpmath 1.3 at 45 digits of the formulas in the families' Javadoc; all inputs are the doubles next to
 * the decimals.
 */
class AccuracyTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/dev/surprisal/math/distribution/values.csv", numLinesToSkip = 1)
    void densities(
            String family,
            String parameters,
            double x,
            double logDensity,
            double cdf,
            double survival,
            @Nullable Double score) {
        Univariate p = of(family, parameters);
        double size = Math.max(1, Math.abs(logDensity));

        assertThat(p.logDensity(x)).isCloseTo(logDensity, within(4e-15 * size));
        assertThat(p.density(x)).isCloseTo(Math.exp(logDensity), within(4e-15 * size * Math.exp(logDensity)));
        // what an ulp of x and of the location makes of a probability
        double ulp = p instanceof Continuous
                ? (Math.abs(x) + Math.abs(p.quantile(0.5))) * 0x1p-52 * Math.exp(logDensity)
                : 0;
        assertThat(p.cdf(x)).isCloseTo(cdf, within(1e-14 * cdf + ulp));
        assertThat(p.survival(x)).isCloseTo(survival, within(1e-14 * survival + ulp));
        if (p instanceof Continuous continuous && score != null) {
            double perSpread = 1 / (p.quantile(0.75) - p.quantile(0.25));
            assertThat(continuous.score(x)).isCloseTo(score, within(4e-15 * (Math.abs(score) + perSpread)));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/dev/surprisal/math/distribution/quantiles.csv", numLinesToSkip = 1)
    void quantiles(String family, String parameters, double u, double quantile) {
        Univariate p = of(family, parameters);
        double location = p.support().lowest() == 0 ? 0 : Math.abs(p.quantile(0.5));

        assertThat(p.quantile(u)).isCloseTo(quantile, within(1e-14 * (Math.abs(quantile) + location)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/dev/surprisal/math/distribution/moments.csv", numLinesToSkip = 1)
    void moments(
            String family, String parameters, double mean, double variance, double skewness, double excessKurtosis) {
        Univariate p = of(family, parameters);

        assertThat(p.mean()).isCloseTo(mean, within(1e-15 * Math.abs(mean)));
        assertThat(p.variance()).isCloseTo(variance, within(1e-15 * variance));
        assertThat(p.standardDeviation()).isCloseTo(Math.sqrt(variance), within(1e-15 * Math.sqrt(variance)));
        assertThat(p.skewness()).isCloseTo(skewness, within(2e-15 * Math.max(1, Math.abs(skewness))));
        assertThat(p.excessKurtosis()).isCloseTo(excessKurtosis, within(4e-15 * Math.max(1, Math.abs(excessKurtosis))));
    }

    private static Univariate of(String family, String parameters) {
        double[] a = Stream.of(parameters.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return switch (family) {
            case "uniform" -> new Uniform(a[0], a[1]);
            case "normal" -> new Normal(a[0], a[1]);
            case "laplace" -> new Laplace(a[0], a[1]);
            case "logistic" -> new Logistic(a[0], a[1]);
            case "cauchy" -> new Cauchy(a[0], a[1]);
            case "exponential" -> new Exponential(a[0]);
            case "gamma" -> new Gamma(a[0], a[1]);
            case "beta" -> new Beta(a[0], a[1]);
            case "mixture" ->
                Mixture.ofNormals(new double[] {a[0], a[3]}, new double[] {a[1], a[4]}, new double[] {a[2], a[5]});
            case "poissons" -> DiscreteMixture.of(new double[] {a[0], a[2]}, new Poisson(a[1]), new Poisson(a[3]));
            case "bernoulli" -> new Bernoulli(a[0]);
            case "binomial" -> new Binomial((int) a[0], a[1]);
            case "poisson" -> new Poisson(a[0]);
            case "geometric" -> new Geometric(a[0]);
            default -> throw new IllegalArgumentException(family);
        };
    }
}
