package dev.surprisal.math.distribution;

/** A distribution with a density on the real line. */
public sealed interface Continuous extends Univariate
        permits Beta, Cauchy, Exponential, Gamma, Laplace, Logistic, Mixture, Normal, Uniform {

    /**
     * ln of the density at {@code end + offset}, where the sum may round to the end: the beta density at 1 - 1e-20 is
     * not that at 1. Error below 4e-15 max(1, |ln p|).
     */
    default double logDensity(double end, double offset) {
        return logDensity(end + offset);
    }

    /**
     * The score d/dx ln p(x), per unit of x. 0 where the density has a symmetric kink. Error below 4e-15 (|score| +
     * 1/IQR), IQR the distance between the quartiles.
     *
     * @throws IllegalArgumentException when the density at x is 0 or infinite
     */
    double score(double x);
}
