package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;

/** A distribution of vectors. */
public sealed interface Multivariate extends Distribution permits Dirichlet, Multinomial, MultivariateNormal {

    /** The number of entries of a draw. */
    int dimension();

    /**
     * ln of the density (of the probability, for counts) at x, in nats; negative infinity outside the support. Error
     * below 1e-11 max(1, |ln p|) while the covariance is far from singular.
     */
    double logDensity(double[] x);

    /** The density (the probability, for counts) at x. Relative error below 1e-11 max(1, |ln p|), as that. */
    default double density(double[] x) {
        return Elementary.exp(logDensity(x));
    }

    /** E[X], as a new array. */
    double[] mean();

    /** E[(X - mean)(X - mean)^T], as a new array of rows. */
    double[][] covariance();

    /** A point where the density (the probability) is largest, as a new array. */
    double[] mode();

    /** Where it can put mass. */
    VectorSupport support();

    /** One draw, as a new array. */
    double[] sample(Generator generator);
}
