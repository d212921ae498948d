package dev.surprisal.math.mixture;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Special;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Univariate;
import java.util.Arrays;
import java.util.Optional;

/**
 * A {@link Mixture} of normals, or a normal, as flat arrays: for integrals and searches that ask for its density thousands of
 * times. What the course shows and compares is the distribution; this is how the core takes it apart.
 *
 * <p>A single normal is a mixture of one. Components of weight 0 are left out.
 *
 * <p>McLachlan and Peel, "Finite Mixture Models", 2000, ch. 1.
 */
public final class NormalMixture {

    private static final double HALF_LN_TWO_PI = 0.9189385332046728;

    /** e^-40 changes no digit of a sum that has a term 1. */
    private static final double NEGLIGIBLE = -40;

    private final double[] weights;
    private final double[] means;
    private final double[] sds;
    private final double[] inverseSds;

    /** ln w - ln(sd sqrt(2 pi)): the logarithm of the component's height. */
    private final double[] logHeights;

    private NormalMixture(double[] weights, double[] means, double[] sds) {
        this.weights = weights;
        this.means = means;
        this.sds = sds;
        inverseSds = new double[sds.length];
        logHeights = new double[sds.length];
        for (int k = 0; k < sds.length; k++) {
            inverseSds[k] = 1 / sds[k];
            logHeights[k] = Elementary.log(weights[k]) - Elementary.log(sds[k]) - HALF_LN_TWO_PI;
        }
    }

    /** Weights {@code >= 0} that sum to 1 within 1e-9, finite means, finite sds {@code > 0}; one of each a component. */
    public static NormalMixture of(double[] weights, double[] means, double[] sds) {
        if (means.length != weights.length || sds.length != weights.length) {
            throw new IllegalArgumentException("weights, means and sds must have the same length, got " + weights.length
                    + ", " + means.length + " and " + sds.length);
        }
        double[] checked = Require.weights("weights", weights);
        for (int k = 0; k < checked.length; k++) {
            Require.finite("means[" + k + "]", means[k]);
            Require.positive("sds[" + k + "]", sds[k]);
        }
        return ofChecked(checked, means, sds);
    }

    /** N(mean, sd^2), sd {@code > 0}. */
    public static NormalMixture ofNormal(double mean, double sd) {
        return new NormalMixture(
                new double[] {1}, new double[] {Require.finite("mean", mean)}, new double[] {Require.positive("sd", sd)
                });
    }

    /** The same distribution in flat arrays: empty unless p is a normal or a mixture of normals. */
    public static Optional<NormalMixture> find(Univariate p) {
        if (p instanceof Normal(double mean, double sd)) {
            return Optional.of(ofNormal(mean, sd));
        }
        if (!(p instanceof Mixture mixture)) {
            return Optional.empty();
        }
        double[] means = new double[mixture.size()];
        double[] sds = new double[mixture.size()];
        for (int k = 0; k < means.length; k++) {
            if (!(mixture.component(k) instanceof Normal(double mean, double sd))) {
                return Optional.empty();
            }
            means[k] = mean;
            sds[k] = sd;
        }
        return Optional.of(ofChecked(mixture.weights(), means, sds));
    }

    private static NormalMixture ofChecked(double[] weights, double[] means, double[] sds) {
        double[] keptWeights = new double[weights.length];
        double[] keptMeans = new double[weights.length];
        double[] keptSds = new double[weights.length];
        int n = 0;
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                keptWeights[n] = weights[k];
                keptMeans[n] = means[k];
                keptSds[n] = sds[k];
                n++;
            }
        }
        return new NormalMixture(Arrays.copyOf(keptWeights, n), Arrays.copyOf(keptMeans, n), Arrays.copyOf(keptSds, n));
    }

    /** Both together, each with half the weight. */
    public static NormalMixture joined(NormalMixture p, NormalMixture q) {
        int n = p.size() + q.size();
        double[] weights = new double[n];
        double[] means = new double[n];
        double[] sds = new double[n];
        for (int k = 0; k < n; k++) {
            NormalMixture from = k < p.size() ? p : q;
            int j = k < p.size() ? k : k - p.size();
            weights[k] = from.weights[j] / 2;
            means[k] = from.means[j];
            sds[k] = from.sds[j];
        }
        return new NormalMixture(weights, means, sds);
    }

    /** The same in coordinates with their origin at a point. */
    public NormalMixture from(double origin) {
        double[] shifted = new double[means.length];
        for (int k = 0; k < shifted.length; k++) {
            shifted[k] = means[k] - origin;
        }
        return new NormalMixture(weights, shifted, sds);
    }

    /** The same as a distribution. */
    public Mixture toMixture() {
        return Mixture.ofNormals(weights, means, sds);
    }

    /** The number of components. */
    public int size() {
        return weights.length;
    }

    /** The weight of component k, 0-based, {@code > 0}. Exact. */
    public double weight(int k) {
        return weights[k];
    }

    /** The mean of component k, 0-based. Error below 1e-15 of the sum of the terms' sizes. */
    public double mean(int k) {
        return means[k];
    }

    /** The standard deviation of component k, 0-based. Exact. */
    public double sd(int k) {
        return sds[k];
    }

    /** E[X]. Error below 1e-15 of the sum of the terms' sizes. */
    public double mean() {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * means[k];
        }
        return sum;
    }

    /** E[(X - E[X])^2]: the components' variances and the spread of their means. Relative error below 1e-14. */
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double apart = means[k] - mean;
            sum += weights[k] * (sds[k] * sds[k] + apart * apart);
        }
        return sum;
    }

    /** The least standard deviation of a component. Exact. */
    public double narrowest() {
        double least = sds[0];
        for (double sd : sds) {
            least = Math.min(least, sd);
        }
        return least;
    }

    /** The largest standard deviation of a component. Exact. */
    public double widest() {
        double largest = sds[0];
        for (double sd : sds) {
            largest = Math.max(largest, sd);
        }
        return largest;
    }

    /** The smallest of the means. Exact. */
    public double leftmost() {
        double least = means[0];
        for (double mean : means) {
            least = Math.min(least, mean);
        }
        return least;
    }

    /** The largest of the means. Exact. */
    public double rightmost() {
        double largest = means[0];
        for (double mean : means) {
            largest = Math.max(largest, mean);
        }
        return largest;
    }

    /** ln(w/(sd sqrt(2 pi))) of component k. */
    double logHeight(int k) {
        return logHeights[k];
    }

    /** ln of the size of component k's share of the density at x + iy. */
    double logModulus(int k, double x, double y) {
        double u = (x - means[k]) * inverseSds[k];
        double v = y * inverseSds[k];
        return logHeights[k] - 0.5 * (u - v) * (u + v);
    }

    /** ln of component k's share of the density at x. */
    private double logPart(int k, double x) {
        double z = (x - means[k]) * inverseSds[k];
        return logHeights[k] - 0.5 * z * z;
    }

    private double logPart(int k, double origin, double offset) {
        double z = ((origin - means[k]) + offset) * inverseSds[k];
        return logHeights[k] - 0.5 * z * z;
    }

    /** The probability of less than {@code origin + offset}. Error below 1e-15. */
    public double massBelow(double origin, double offset) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * Special.normalCdf(((origin - means[k]) + offset) * inverseSds[k]);
        }
        return sum;
    }

    /** The probability of more than {@code origin + offset}. Error below 1e-15. */
    public double massAbove(double origin, double offset) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * Special.normalCdf(-((origin - means[k]) + offset) * inverseSds[k]);
        }
        return sum;
    }

    /**
     * The probability between two points, from the smaller tails of each component. Relative error below 1e-15 times
     * the number of standard deviations from a component's mean, squared.
     */
    public double massBetween(double origin, double offset, double otherOrigin, double otherOffset) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double low = ((origin - means[k]) + offset) * inverseSds[k];
            double high = ((otherOrigin - means[k]) + otherOffset) * inverseSds[k];
            sum += weights[k]
                    * (low >= 0
                            ? Special.normalCdf(-low) - Special.normalCdf(-high)
                            : Special.normalCdf(high) - Special.normalCdf(low));
        }
        return sum;
    }

    /** The component with the largest share of the density at x. */
    private int top(double x) {
        int top = 0;
        double largest = logPart(0, x);
        for (int k = 1; k < weights.length; k++) {
            double part = logPart(k, x);
            if (part > largest) {
                largest = part;
                top = k;
            }
        }
        return top;
    }

    /** ln p(x), in nats. Error below 4e-15 max(1, |result|). */
    public double logDensity(double x) {
        return logDensity(x, 0);
    }

    /**
     * ln of the density at {@code origin + offset}, the distances from the means being known better than that sum.
     * Error below 4e-15 max(1, |result|).
     */
    public double logDensity(double origin, double offset) {
        double largest = logPart(0, origin, offset);
        if (weights.length == 1) {
            return largest;
        }
        int top = 0;
        for (int k = 1; k < weights.length; k++) {
            double part = logPart(k, origin, offset);
            if (part > largest) {
                largest = part;
                top = k;
            }
        }
        double others = 0;
        for (int k = 0; k < weights.length; k++) {
            if (k != top) {
                double apart = logPart(k, origin, offset) - largest;
                others += apart > NEGLIGIBLE ? Elementary.exp(apart) : 0;
            }
        }
        return others == 0 ? largest : largest + Elementary.log1p(others);
    }

    /** d/dx ln p at {@code origin + offset}. Error below 4e-15 max(1, |result|). */
    public double score(double origin, double offset) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weights.length; k++) {
            largest = Math.max(largest, logPart(k, origin, offset));
        }
        double sum = 0;
        double slopes = 0;
        for (int k = 0; k < weights.length; k++) {
            double part = Elementary.exp(logPart(k, origin, offset) - largest);
            sum += part;
            slopes -= part * ((origin - means[k]) + offset) * inverseSds[k] * inverseSds[k];
        }
        return slopes / sum;
    }

    /** ln p(x), and w_k p_k(x)/p(x) for each component into {@code shares}. Error below 4e-15 max(1, |result|). */
    public double responsibilities(double x, double[] shares) {
        double largest = logPart(top(x), x);
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            shares[k] = Elementary.exp(logPart(k, x) - largest);
            sum += shares[k];
        }
        for (int k = 0; k < weights.length; k++) {
            shares[k] /= sum;
        }
        return largest + Elementary.log(sum);
    }

    /**
     * f(x) = -ln p(x) and its first two derivatives, into {@code f[0]}, {@code f[1]} and {@code f[2]}: the score is -f'.
     *
     * <p>f' is the mean of the slopes (x - m_k)/s_k^2 under the responsibilities, f'' the mean of 1/s_k^2 less the
     * variance of the slopes. Error below 4e-15 max(1, |result|).
     */
    public void surprisal(double x, double[] f) {
        int top = top(x);
        double largest = logPart(top, x);
        double precision = inverseSds[top] * inverseSds[top];
        double slope = (x - means[top]) * precision;
        // of the others, in units of the largest part: their sum, slopes as seen from the largest, squares, 1/s^2
        double others = 0;
        double apart = 0;
        double squares = 0;
        double precisions = 0;
        for (int k = 0; k < weights.length; k++) {
            double log = logPart(k, x) - largest;
            if (k != top && log > NEGLIGIBLE) {
                double ratio = Elementary.exp(log);
                double own = inverseSds[k] * inverseSds[k];
                double steeper = (x - means[k]) * own - slope;
                others += ratio;
                apart += ratio * steeper;
                squares += ratio * steeper * steeper;
                precisions += ratio * (own - precision);
            }
        }
        if (others == 0) {
            f[0] = -largest;
            f[1] = slope;
            f[2] = precision;
            return;
        }
        double scale = 1 / (1 + others);
        double mean = apart * scale;
        f[0] = -largest - Elementary.log1p(others);
        f[1] = slope + mean;
        f[2] = precision + precisions * scale - (squares * scale - mean * mean);
    }
}
