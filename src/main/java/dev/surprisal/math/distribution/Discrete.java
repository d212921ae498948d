package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;

/**
 * A distribution on countably many points ("atoms"), walked from the smallest to the next with {@link #firstAtom()} and
 * {@link #nextAtom}.
 */
public sealed interface Discrete extends Univariate
        permits Bernoulli, Binomial, Categorical, DiscreteMixture, Empirical, Geometric, Poisson {

    /** P(X = x); 0 between the atoms. Relative error below 4e-15 max(1, |ln p|). */
    default double probability(double x) {
        return Elementary.exp(logDensity(x));
    }

    @Override
    default double density(double x) {
        return probability(x);
    }

    /** P(X &lt; x). Relative error below 1e-14. */
    default double cdfBelow(double x) {
        return cdf(Math.ceil(x) - 1);
    }

    /** The smallest atom. Exact. */
    double firstAtom();

    /** The smallest atom greater than x, positive infinity when there is none. Exact. */
    double nextAtom(double x);
}
