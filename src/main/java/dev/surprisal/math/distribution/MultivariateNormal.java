package dev.surprisal.math.distribution;

import dev.surprisal.math.Cholesky;
import dev.surprisal.math.Require;
import java.util.Arrays;

/**
 * The normal distribution of vectors, N(mean, covariance), kept by the Cholesky factor of its covariance.
 *
 * <p>Kotz, Balakrishnan and Johnson, "Continuous Multivariate Distributions", 2000, ch. 45.
 */
public final class MultivariateNormal implements Multivariate {

    private final double[] mean;
    private final double[][] covariance;
    private final Cholesky factor;
    private final boolean diagonal;

    private MultivariateNormal(double[] mean, double[][] covariance, Cholesky factor, boolean diagonal) {
        this.mean = mean;
        this.covariance = covariance;
        this.factor = factor;
        this.diagonal = diagonal;
    }

    /** A full covariance matrix by its rows, symmetric and positive definite. */
    public static MultivariateNormal of(double[] mean, double[][] covariance) {
        double[] checkedMean = vector("mean", mean);
        if (covariance.length != mean.length) {
            throw new IllegalArgumentException("mean and covariance must have the same dimension, got " + mean.length
                    + " and " + covariance.length);
        }
        Cholesky factor = Cholesky.of("covariance", covariance);
        double[][] copy = new double[covariance.length][];
        boolean diagonal = true;
        for (int i = 0; i < copy.length; i++) {
            copy[i] = covariance[i].clone();
            for (int j = 0; j < i; j++) {
                diagonal = diagonal && copy[i][j] == 0;
            }
        }
        return new MultivariateNormal(checkedMean, copy, factor, diagonal);
    }

    /** Independent entries with the given standard deviations (not variances), each {@code > 0}. */
    public static MultivariateNormal diagonal(double[] mean, double[] sds) {
        double[] checkedMean = vector("mean", mean);
        if (sds.length != mean.length) {
            throw new IllegalArgumentException(
                    "mean and sds must have the same length, got " + mean.length + " and " + sds.length);
        }
        double[][] covariance = new double[sds.length][sds.length];
        double[] checkedSds = sds.clone();
        for (int i = 0; i < sds.length; i++) {
            covariance[i][i] = Require.positive("sds[" + i + "]", sds[i]) * sds[i];
        }
        return new MultivariateNormal(checkedMean, covariance, Cholesky.ofDiagonal(checkedSds), true);
    }

    /** N(0, I) in the given dimension. */
    public static MultivariateNormal standard(int dimension) {
        double[] sds = new double[Require.count("dimension", dimension, 1)];
        Arrays.fill(sds, 1);
        return diagonal(new double[dimension], sds);
    }

    @Override
    public int dimension() {
        return mean.length;
    }

    /** Whether the entries are independent. */
    public boolean isDiagonal() {
        return diagonal;
    }

    /** The distribution of entry i alone. */
    public Normal marginal(int i) {
        return new Normal(mean[i], diagonal ? factor.at(i, i) : Math.sqrt(covariance[i][i]));
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    /** The mean. */
    @Override
    public double[] mode() {
        return mean();
    }

    @Override
    public VectorSupport support() {
        return new VectorSupport.Space(mean.length);
    }

    @Override
    public double[][] covariance() {
        double[][] copy = new double[covariance.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = covariance[i].clone();
        }
        return copy;
    }

    /**
     * The lower triangle L with L L^T = covariance, as a new array of rows. Errors as those of {@link
     * dev.surprisal.math.Cholesky}: error below n 2^-52 times the condition number.
     */
    public double[][] choleskyFactor() {
        int n = mean.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                result[i][j] = factor.at(i, j);
            }
        }
        return result;
    }

    /** {@inheritDoc} -(d ln(2 pi) + ln|Sigma| + (x - mean)^T Sigma^-1 (x - mean))/2. */
    @Override
    public double logDensity(double[] x) {
        double[] whitened = whiten(x);
        double sum = 0;
        for (double z : whitened) {
            sum += z * z;
        }
        if (!(sum < Double.POSITIVE_INFINITY)) {
            // far out the whitened entries overflow, and their differences are no numbers
            return Double.NEGATIVE_INFINITY;
        }
        return -0.5 * sum - factor.logDeterminantOfFactor() - mean.length * Normal.HALF_LN_TWO_PI;
    }

    /**
     * ln|Sigma|. Errors as those of {@link dev.surprisal.math.Cholesky}: error below n 2^-52 times the condition
     * number.
     */
    public double logDeterminant() {
        return 2 * factor.logDeterminantOfFactor();
    }

    /**
     * L^-1 (x - mean): standard normal when x comes from this distribution. Errors as those of {@link
     * dev.surprisal.math.Cholesky}: error below n 2^-52 times the condition number.
     */
    public double[] whiten(double[] x) {
        if (x.length != mean.length) {
            throw new IllegalArgumentException("x must have " + mean.length + " entries, got " + x.length);
        }
        double[] apart = new double[mean.length];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = Require.number("x[" + i + "]", x[i]) - mean[i];
        }
        return factor.solveLower(apart);
    }

    /**
     * L^-1 M for the Cholesky factors L of this and M of the other covariance, a lower triangle as a new array of rows:
     * the factor of the other's covariance in coordinates where this one's is the identity. Errors as those of {@link
     * dev.surprisal.math.Cholesky}: error below n 2^-52 times the condition number.
     */
    public double[][] relativeFactor(MultivariateNormal other) {
        if (other.dimension() != dimension()) {
            throw new IllegalArgumentException("both distributions must have the same dimension, got " + dimension()
                    + " and " + other.dimension());
        }
        int n = mean.length;
        double[][] result = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] column = new double[n];
            for (int i = j; i < n; i++) {
                column[i] = other.factor.at(i, j);
            }
            double[] solved = factor.solveLower(column);
            for (int i = j; i < n; i++) {
                result[i][j] = solved[i];
            }
        }
        return result;
    }

    /**
     * The gradient of the log density at x, -Sigma^-1 (x - mean). Errors as those of {@link
     * dev.surprisal.math.Cholesky}: error below n 2^-52 times the condition number.
     */
    public double[] score(double[] x) {
        double[] score = factor.solveUpper(whiten(x));
        for (int i = 0; i < score.length; i++) {
            score[i] = -score[i];
        }
        return score;
    }

    /** {@inheritDoc} mean + L z with standard normal z. */
    @Override
    public double[] sample(Generator generator) {
        double[] z = new double[mean.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = Normal.STANDARD.sample(generator);
        }
        double[] result = factor.multiply(z);
        for (int i = 0; i < result.length; i++) {
            result[i] += mean[i];
        }
        return result;
    }

    private static double[] vector(String name, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + " must have at least one entry, got none");
        }
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            Require.finite(name + "[" + i + "]", copy[i]);
        }
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MultivariateNormal that
                && Arrays.equals(mean, that.mean)
                && Arrays.deepEquals(covariance, that.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.deepHashCode(covariance);
    }

    @Override
    public String toString() {
        return "MultivariateNormal[mean=" + Arrays.toString(mean) + ", covariance=" + Arrays.deepToString(covariance)
                + "]";
    }
}
