package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;

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

    /** E[X]. */
    double mean();

    /** E[(X - E[X])^2]. */
    double variance();

    /** The square root of {@link #variance()}. */
    default double standardDeviation() {
        return Math.sqrt(variance());
    }
}
