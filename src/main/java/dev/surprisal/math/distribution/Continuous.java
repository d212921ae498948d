package dev.surprisal.math.distribution;

/** A distribution with a density on the real line. */
public sealed interface Continuous extends Univariate permits Normal, Mixture {

    /** The score d/dx ln p(x), per unit of x. */
    double score(double x);
}
