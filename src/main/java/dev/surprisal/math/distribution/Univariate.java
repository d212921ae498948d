package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * A distribution on the real line.
 *
 * <p>"Density" is the probability mass of a point for a {@link Discrete} one and the density per unit of x for a
 * {@link Continuous} one, so that likelihoods read the same for both. Arguments outside the support are no mistake: they
 * have density 0. NaN is.
 */
public sealed interface Univariate extends Distribution permits Discrete, Continuous {

    /** ln of the density at x, in nats; negative infinity outside the support. */
    double logDensity(double x);

    /** The density at x: a probability for a discrete distribution, possibly above 1 for a continuous one. */
    default double density(double x) {
        return Elementary.exp(logDensity(x));
    }

    /** P(X &lt;= x). */
    double cdf(double x);

    /** P(X &gt; x) = 1 - cdf(x), accurate also where that difference would round to 0. */
    double survival(double x);

    /** The smallest x with {@code cdf(x) >= u}, for u in [0, 1]; at 0 and 1 the ends of the support. */
    double quantile(double u);

    /**
     * E[X].
     *
     * @throws IllegalArgumentException when there is none, as for {@link Cauchy}
     */
    double mean();

    /**
     * E[(X - E[X])^2].
     *
     * @throws IllegalArgumentException when there is no mean
     */
    double variance();

    /** The square root of {@link #variance()}. */
    default double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * E[((X - mean)/sd)^3]: 0 for a symmetric distribution, positive for a long right tail.
     *
     * @throws IllegalArgumentException when the standard deviation is 0 or beyond the range of double
     */
    double skewness();

    /**
     * E[((X - mean)/sd)^4] - 3: 0 for a normal, positive for heavier tails.
     *
     * @throws IllegalArgumentException when the standard deviation is 0 or beyond the range of double
     */
    double excessKurtosis();

    /** Where the density is largest. */
    Mode mode();

    /** Where the distribution can put mass. */
    Support support();

    /** One draw. */
    double sample(Generator generator);

    /** n independent draws. */
    default double[] sample(int n, Generator generator) {
        double[] draws = new double[Require.count("n", n, 0)];
        for (int i = 0; i < n; i++) {
            draws[i] = sample(generator);
        }
        return draws;
    }
}
