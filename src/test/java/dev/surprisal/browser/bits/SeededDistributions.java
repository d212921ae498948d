package dev.surprisal.browser.bits;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.DiscreteMixture;
import dev.surprisal.math.distribution.Empirical;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Multinomial;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;

/** Members of each family with seeded parameters. */
final class SeededDistributions {

    private SeededDistributions() {}

    static Bernoulli bernoulli(SeededInputs x) {
        return new Bernoulli(x.probability());
    }

    static Categorical categorical(SeededInputs x) {
        return Categorical.of(x.distribution(4));
    }

    static Binomial binomial(SeededInputs x) {
        return new Binomial((int) x.wholes(1, 0, 60)[0], x.probability());
    }

    /** Of ten trials, so that two have a KL. */
    static Binomial binomialOfTen(SeededInputs x) {
        return new Binomial(10, x.probability());
    }

    static Multinomial multinomial(SeededInputs x) {
        return new Multinomial(12, Categorical.of(x.distribution(3)));
    }

    static Poisson poisson(SeededInputs x) {
        return new Poisson(x.positive());
    }

    static Geometric geometric(SeededInputs x) {
        return new Geometric(x.probability());
    }

    static Empirical empirical(SeededInputs x) {
        return Empirical.of(x.wholes(6, -3, 3));
    }

    static DiscreteMixture discreteMixture(SeededInputs x) {
        return DiscreteMixture.of(x.distribution(2), poisson(x), binomial(x));
    }

    static Uniform uniform(SeededInputs x) {
        double from = x.real();
        return new Uniform(from, from + x.positive());
    }

    static Normal normal(SeededInputs x) {
        return new Normal(x.real(), x.positive());
    }

    static Laplace laplace(SeededInputs x) {
        return new Laplace(x.real(), x.positive());
    }

    static Logistic logistic(SeededInputs x) {
        return new Logistic(x.real(), x.positive());
    }

    static Cauchy cauchy(SeededInputs x) {
        return new Cauchy(x.real(), x.positive());
    }

    static Exponential exponential(SeededInputs x) {
        return new Exponential(x.positive());
    }

    static Gamma gamma(SeededInputs x) {
        return new Gamma(x.positive(), x.positive());
    }

    static Beta beta(SeededInputs x) {
        return new Beta(x.positive(), x.positive());
    }

    /** Modes that the course draws: within ±5, neither needles nor flat. */
    static Mixture mixture(SeededInputs x) {
        return Mixture.of(x.distribution(3), mode(x), mode(x), mode(x));
    }

    private static Normal mode(SeededInputs x) {
        return new Normal(x.real() / 10, 0.1 + x.probability());
    }

    static Dirichlet dirichlet(SeededInputs x) {
        return Dirichlet.of(x.positives(3));
    }

    static MultivariateNormal diagonal(SeededInputs x) {
        return MultivariateNormal.diagonal(x.reals(3), x.positives(3));
    }

    static MultivariateNormal multivariateNormal(SeededInputs x) {
        double a = x.positive();
        double b = x.positive();
        double correlation = 1.8 * x.probability() - 0.9;
        double mixed = correlation * Math.sqrt(a * b);
        return MultivariateNormal.of(x.reals(2), new double[][] {{a, mixed}, {mixed, b}});
    }
}
