package dev.surprisal.math.distribution;

import java.util.List;

/** Instances of every family, ordinary and extreme, for tests of what holds for all. */
final class Families {

    private Families() {}

    static final List<Continuous> CONTINUOUS = List.of(
            new Uniform(0, 1),
            new Uniform(-3, 5.5),
            Normal.STANDARD,
            new Normal(-2, 0.5),
            new Normal(50, 5),
            new Laplace(0, 1),
            new Laplace(3, 0.2),
            new Logistic(0, 1),
            new Logistic(-1, 2.5),
            new Exponential(1),
            new Exponential(0.02),
            new Gamma(1, 1),
            new Gamma(0.3, 2),
            new Gamma(2.5, 0.7),
            new Gamma(40, 8),
            new Gamma(2000, 1),
            new Beta(1, 1),
            new Beta(0.5, 0.5),
            new Beta(2, 5),
            new Beta(8, 6),
            new Beta(1, 9),
            new Beta(0.7, 3),
            new Beta(300, 700),
            Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5}),
            Mixture.ofNormals(new double[] {0.2, 0.5, 0.3}, new double[] {-4, 0, 3}, new double[] {0.6, 1, 0.4}),
            Mixture.of(new double[] {0.3, 0.7}, new Laplace(-1, 0.5), new Gamma(3, 1)));

    /** Without a mean, for what needs none. */
    static final List<Continuous> HEAVY = List.of(
            new Cauchy(0, 1),
            new Cauchy(-2, 0.3),
            Mixture.of(new double[] {0.4, 0.6}, new Cauchy(1, 0.5), new Normal(2, 0.5)));

    static final List<Discrete> DISCRETE = List.of(
            new Bernoulli(0.3),
            new Bernoulli(0.5),
            Categorical.of(0.1, 0.4, 0.3, 0.2),
            Categorical.of(0.25, 0, 0.5, 0.25, 0),
            new Binomial(10, 0.6),
            new Binomial(1, 0.5),
            new Binomial(7, 0.5),
            new Binomial(1000, 0.01),
            new Poisson(0.2),
            new Poisson(2),
            new Poisson(17.5),
            new Poisson(900),
            new Geometric(0.4),
            new Geometric(0.05),
            new Geometric(1),
            Empirical.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5),
            Empirical.of(-2.5, -2, -1.5, 1.5, 2, 2.5),
            DiscreteMixture.of(new double[] {0.4, 0.6}, new Poisson(2), new Poisson(11)),
            DiscreteMixture.of(new double[] {0.5, 0.5}, new Binomial(5, 0.1), Empirical.of(0.5, 0.75)));
}
