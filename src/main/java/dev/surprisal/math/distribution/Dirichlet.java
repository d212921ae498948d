package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;
import dev.surprisal.math.Special;
import dev.surprisal.math.Sum;
import java.util.Arrays;

/**
 * The Dirichlet distribution of probability vectors: density prod x_k^(alpha_k - 1) / B(alpha).
 *
 * <p>Kotz, Balakrishnan and Johnson, "Continuous Multivariate Distributions", 2000, ch. 49.
 */
public final class Dirichlet implements Multivariate {

    private final double[] alpha;
    private final double total;

    private Dirichlet(double[] alpha, double total) {
        this.alpha = alpha;
        this.total = total;
    }

    /** At least two parameters, each finite and {@code > 0}. */
    public static Dirichlet of(double... alpha) {
        if (alpha.length < 2) {
            throw new IllegalArgumentException("alpha needs at least 2 entries, got " + alpha.length);
        }
        double[] copy = alpha.clone();
        for (int k = 0; k < copy.length; k++) {
            Require.positive("alpha[" + k + "]", copy[k]);
        }
        return new Dirichlet(copy, Require.positive("the sum of alpha", Sum.of(copy)));
    }

    /** The parameters as a new array. */
    public double[] alpha() {
        return alpha.clone();
    }

    /** The sum of the parameters: how many observations the distribution is worth. Relative error below 1e-15. */
    public double total() {
        return total;
    }

    @Override
    public int dimension() {
        return alpha.length;
    }

    /**
     * ln B(alpha) = sum of ln Gamma(alpha_k) - ln Gamma(sum of alpha). Error below 1e-14 of the sum of the terms'
     * sizes.
     */
    public double logNormaliser() {
        Sum sum = new Sum();
        for (double a : alpha) {
            sum.add(Special.logGamma(a));
        }
        return sum.add(-Special.logGamma(total)).value();
    }

    /**
     * {@inheritDoc} The sum of (alpha_k - 1) ln x_k - ln B(alpha).
     *
     * @param x entries {@code >= 0} that sum to 1 within 1e-9; any other point has density 0
     */
    @Override
    public double logDensity(double[] x) {
        if (x.length != alpha.length) {
            throw new IllegalArgumentException("x must have " + alpha.length + " entries, got " + x.length);
        }
        for (int k = 0; k < x.length; k++) {
            Require.number("x[" + k + "]", x[k]);
        }
        if (!support().contains(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        Sum sum = new Sum();
        boolean vanishes = false;
        for (int k = 0; k < x.length; k++) {
            double term = LogSpace.xLogY(alpha[k] - 1, x[k]);
            vanishes = vanishes || term == Double.NEGATIVE_INFINITY;
            sum.add(term);
        }
        // 0 wins where one edge makes the density 0 and another infinite
        return vanishes ? Double.NEGATIVE_INFINITY : sum.value() - logNormaliser();
    }

    /** alpha_k / sum of alpha. */
    @Override
    public double[] mean() {
        double[] mean = new double[alpha.length];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = alpha[k] / total;
        }
        return mean;
    }

    /** (m_i [i = j] - m_i m_j)/(sum of alpha + 1) with the means m. */
    @Override
    public double[][] covariance() {
        double[] mean = mean();
        double[][] result = new double[mean.length][mean.length];
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                result[i][j] = mean[i] * ((i == j ? 1 : 0) - mean[j]) / (total + 1);
            }
        }
        return result;
    }

    /**
     * (alpha_k - 1)/(sum of alpha - K), where the density is largest.
     *
     * @throws IllegalArgumentException unless every alpha_k exceeds 1: then there is no mode inside the simplex
     */
    @Override
    public double[] mode() {
        double[] mode = new double[alpha.length];
        for (int k = 0; k < mode.length; k++) {
            if (!(alpha[k] > 1)) {
                throw new IllegalArgumentException(
                        "every alpha must be > 1 for a mode inside the simplex, got alpha[" + k + "] = " + alpha[k]);
            }
            mode[k] = (alpha[k] - 1) / (total - alpha.length);
        }
        return mode;
    }

    @Override
    public VectorSupport support() {
        return new VectorSupport.Simplex(alpha.length);
    }

    /** The distribution of entry k alone: Beta(alpha_k, the rest). */
    public Beta marginal(int k) {
        Sum rest = new Sum();
        for (int i = 0; i < alpha.length; i++) {
            rest.add(i == k ? 0 : alpha[i]);
        }
        return new Beta(alpha[k], rest.value());
    }

    /** {@inheritDoc} Gamma draws divided by their sum, in logarithms. */
    @Override
    public double[] sample(Generator generator) {
        double[] logs = new double[alpha.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Gamma.logSample(alpha[k], generator);
        }
        double logSum = LogSpace.logSumExp(logs);
        if (logSum == Double.NEGATIVE_INFINITY) {
            // subnormal parameters: all mass lies at the corners
            double[] corner = new double[logs.length];
            corner[Components.drawIndex(mean(), generator)] = 1;
            return corner;
        }
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Elementary.exp(logs[k] - logSum);
        }
        return logs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dirichlet that && Arrays.equals(alpha, that.alpha);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(alpha);
    }

    @Override
    public String toString() {
        return "Dirichlet" + Arrays.toString(alpha);
    }
}
