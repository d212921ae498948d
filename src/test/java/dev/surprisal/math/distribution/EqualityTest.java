package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Distributions are values: equal when all their parameters are, with one hash, and they say what they are. */
class EqualityTest {

    @Test
    void distributionsAreValues() {
        assertValue(Categorical.of(0.2, 0.8), Categorical.of(0.2, 0.8), "[0.2, 0.8]", Categorical.of(0.8, 0.2));
        assertValue(Empirical.of(3, 1, 3), Empirical.of(1, 3, 3), "Empirical", Empirical.of(1, 1, 3));
        assertValue(Dirichlet.of(1, 2), Dirichlet.of(1, 2), "[1.0, 2.0]", Dirichlet.of(2, 1));
        assertValue(
                Mixture.of(new double[] {0.5, 0.5}, new Normal(0, 1), new Laplace(0, 1)),
                Mixture.of(new double[] {0.5, 0.5}, new Normal(0, 1), new Laplace(0, 1)),
                "Laplace",
                Mixture.of(new double[] {0.5, 0.5}, new Normal(0, 1), new Laplace(0, 2)));
        assertValue(
                Mixture.of(new double[] {0.5, 0.5}, new Normal(0, 1), new Laplace(0, 1)),
                Mixture.of(new double[] {0.5, 0.5}, new Normal(0, 1), new Laplace(0, 1)),
                "0.5, 0.5",
                Mixture.of(new double[] {0.25, 0.75}, new Normal(0, 1), new Laplace(0, 1)));
        assertValue(
                DiscreteMixture.of(new double[] {0.5, 0.5}, new Poisson(1), new Bernoulli(0.5)),
                DiscreteMixture.of(new double[] {0.5, 0.5}, List.of(new Poisson(1), new Bernoulli(0.5))),
                "Poisson",
                DiscreteMixture.of(new double[] {0.5, 0.5}, new Poisson(2), new Bernoulli(0.5)));
        double[][] covariance = {{2, 0.5}, {0.5, 1}};
        assertValue(
                MultivariateNormal.of(new double[] {1, 2}, covariance),
                MultivariateNormal.of(new double[] {1, 2}, covariance),
                "[1.0, 2.0]",
                MultivariateNormal.of(new double[] {1, 3}, covariance));
        assertThat(MultivariateNormal.of(new double[] {1, 2}, covariance))
                .isNotEqualTo(MultivariateNormal.of(new double[] {1, 2}, new double[][] {{2, 0.25}, {0.25, 1}}));
    }

    private static void assertValue(Object value, Object same, String said, Object other) {
        assertThat(value)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(other)
                .isNotEqualTo("a text");
        assertThat(value.hashCode()).isNotZero().isNotEqualTo(other.hashCode());
        assertThat(value.toString()).contains(said);
    }
}
