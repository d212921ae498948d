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

    /** ln of the density at x, in nats; negative infinity outside the support. Error below 4e-15 max(1, |ln p|). */
    double logDensity(double x);

    /**
     * The density at x: a probability for a discrete distribution, possibly above 1 for a continuous one. Relative
     * error below 4e-15 max(1, |ln p|).
     */
    default double density(double x) {
        return Elementary.exp(logDensity(x));
    }

    /** P(X &lt;= x). Between 0 and 1. Relative error below 1e-14, beyond what an ulp of x and of the location makes. */
    double cdf(double x);

    /**
     * P(X &gt; x) = 1 - cdf(x), accurate also where that difference would round to 0. Relative error below
     * 1e-14, beyond what an ulp of x and of the location makes.
     */
    double survival(double x);

    /**
     * The smallest x with {@code cdf(x) >= u}, for u in [0, 1]; at 0 and 1 the ends of the support. Error below 1e-14
     * of |x| and of the location; an atom is exact unless the cdf is within its error of u.
     */
    double quantile(double u);

    /**
     * E[X]. Relative error below 1e-15. Moments of atoms: of the sum of the terms' sizes.
     *
     * @throws IllegalArgumentException when there is none, as for {@link Cauchy}
     */
    double mean();

    /**
     * E[(X - E[X])^2]. Relative error below 1e-15. Moments of atoms: of the sum of the terms' sizes.
     *
     * @throws IllegalArgumentException when there is no mean
     */
    double variance();

    /**
     * The square root of {@link #variance()}. Relative error below 1e-15. Moments of atoms: of the sum of the terms'
     * sizes.
     */
    default double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * E[((X - mean)/sd)^3]: 0 for a symmetric distribution, positive for a long right tail. Error below 2e-15 max(1,
     * |skewness|).
     *
     * @throws IllegalArgumentException when the standard deviation is 0 or beyond the range of double
     */
    double skewness();

    /**
     * E[((X - mean)/sd)^4] - 3: 0 for a normal, positive for heavier tails. Error below 4e-15 max(1, |kurtosis|).
     *
     * @throws IllegalArgumentException when the standard deviation is 0 or beyond the range of double
     */
    double excessKurtosis();

    /** Where the density is largest. */
    Mode mode();

    /** Where the distribution can put mass. */
    Support support();

    /** One draw. The same draws everywhere; as an image of uniform numbers it has the error of a quantile. */
    double sample(Generator generator);

    /**
     * n independent draws. The same draws everywhere; as an image of uniform numbers it has the error of a quantile.
     */
    default double[] sample(int n, Generator generator) {
        double[] draws = new double[Require.count("n", n, 0)];
        for (int i = 0; i < n; i++) {
            draws[i] = sample(generator);
        }
        return draws;
    }
}
