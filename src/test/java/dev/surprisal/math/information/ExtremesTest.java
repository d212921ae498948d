package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.DiscreteMixture;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Empirical;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Any two distributions, at the ends of the range of double too: a number in its range or an argument error, and soon. */
class ExtremesTest {

    private static final double LN_2 = 0.6931471805599453;

    static final List<Distribution> ALL = List.of(
            new Bernoulli(0),
            new Bernoulli(1e-300),
            Categorical.of(0, 1),
            new Binomial(0, 0.3),
            new Binomial(1000, 1e-300),
            new Geometric(1e-3),
            new Poisson(1e-300),
            new Poisson(3),
            Empirical.of(-Double.MAX_VALUE, 0, 1),
            DiscreteMixture.of(new double[] {1e-300, 1}, new Poisson(2), new Bernoulli(0.5)),
            new Uniform(0, 1),
            new Uniform(-1e300, 1e300),
            new Normal(0, 1),
            new Normal(1e300, 1e-300),
            new Normal(0, 1e300),
            new Laplace(0, 1),
            new Laplace(-1e300, 1e-300),
            new Cauchy(0, 1),
            new Cauchy(1e300, 1e-3),
            new Logistic(0, 1),
            new Logistic(1e300, 1e-3),
            new Exponential(1),
            new Exponential(1e-300),
            new Gamma(1e-3, 1),
            new Gamma(1e15, 1e15),
            new Beta(1e-3, 1e-3),
            new Beta(1e-300, 1e-300),
            Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5}),
            Mixture.ofNormals(new double[] {1e-300, 1}, new double[] {-1e300, 1e300}, new double[] {1e-300, 1}),
            Mixture.of(new double[] {0.5, 0.5}, new Laplace(0, 1e-3), new Uniform(-1, 1)),
            Mixture.of(new double[] {0.5, 0.5}, new Beta(0.5, 0.5), new Gamma(0.5, 1)));

    @ParameterizedTest
    @FieldSource("ALL")
    void givesANumberInItsRangeOrAnArgumentError(Distribution p) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            check(-Double.MAX_VALUE, () -> Entropy.entropyNats(p), Double.POSITIVE_INFINITY, "entropy", p, p);
            check(0, () -> Divergence.klNats(p, p), 0, "kl", p, p);
            for (Distribution q : ALL) {
                check(0, () -> Divergence.klNats(p, q), Double.POSITIVE_INFINITY, "kl", p, q);
                check(0, () -> Divergence.jsNats(p, q), LN_2, "js", p, q);
                check(0, () -> Divergence.tv(p, q), 1, "tv", p, q);
                check(0, () -> Divergence.alpha(p, q, 0.5), 4, "alpha", p, q);
                check(0, () -> Divergence.alpha(p, q, 2), Double.POSITIVE_INFINITY, "alpha 2", p, q);
                check(
                        Double.NEGATIVE_INFINITY,
                        () -> Entropy.crossEntropyNats(p, q),
                        Double.POSITIVE_INFINITY,
                        "cross-entropy",
                        p,
                        q);
                if (p instanceof Continuous one && q instanceof Continuous other) {
                    check(0, () -> Divergence.fisher(one, other), Double.POSITIVE_INFINITY, "fisher", p, q);
                }
            }
        });
    }

    private static void check(
            double least, Supplier<Double> value, double most, String what, Distribution p, Distribution q) {
        try {
            assertThat(value.get()).as("%s of %s and %s", what, p, q).isBetween(least, most);
        } catch (IllegalArgumentException expected) {
            assertThat(expected).as("%s of %s and %s", what, p, q).hasMessageContaining("must");
        }
    }
}
