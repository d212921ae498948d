package dev.surprisal.math.mixture;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Univariate;
import java.util.Arrays;
import java.util.Optional;

/**
 * A mixture of normals as flat arrays, for integrals and searches that ask for its density a thousand times.
 *
 * <p>A single normal is a mixture of one. Components of weight 0 are left out.
 */
public final class NormalMixture {

    static final double HALF_LN_TWO_PI = 0.9189385332046728;

    /** Outside of so many standard deviations a normal has a mass of 1e-18. */
    static final double WINDOW = 8.85;

    /** The half axis, in standard deviations, of the ellipse on which e^(v^2/2) rho^-40 is least for a panel that just fits. */
    static final double FAR = 6.3;

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

    /** The same mixture in other units: means less {@code origin}, and all lengths divided by {@code scale}. */
    public NormalMixture seenFrom(double origin, double scale) {
        Require.finite("origin", origin);
        Require.positive("scale", scale);
        double[] moved = new double[means.length];
        double[] scaled = new double[means.length];
        for (int k = 0; k < moved.length; k++) {
            moved[k] = (means[k] - origin) / scale;
            scaled[k] = sds[k] / scale;
        }
        return new NormalMixture(weights, moved, scaled);
    }

    /** The number of components. */
    public int size() {
        return weights.length;
    }

    public double weight(int k) {
        return weights[k];
    }

    public double mean(int k) {
        return means[k];
    }

    public double sd(int k) {
        return sds[k];
    }

    /** Where the window of component k begins: what it has outside of it changes no integral. */
    double from(int k) {
        return means[k] - WINDOW * sds[k];
    }

    double to(int k) {
        return means[k] + WINDOW * sds[k];
    }

    /** E[X]. */
    public double mean() {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * means[k];
        }
        return sum;
    }

    /** E[(X - E[X])^2]: the components' variances and the spread of their means. */
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double apart = means[k] - mean;
            sum += weights[k] * (sds[k] * sds[k] + apart * apart);
        }
        return sum;
    }

    /** The least standard deviation of a component. */
    public double narrowest() {
        double least = sds[0];
        for (double sd : sds) {
            least = Math.min(least, sd);
        }
        return least;
    }

    /** The largest standard deviation of a component. */
    public double widest() {
        double largest = sds[0];
        for (double sd : sds) {
            largest = Math.max(largest, sd);
        }
        return largest;
    }

    /** The smallest of the means. */
    public double leftmost() {
        double least = means[0];
        for (double mean : means) {
            least = Math.min(least, mean);
        }
        return least;
    }

    /** The largest of the means. */
    public double rightmost() {
        double largest = means[0];
        for (double mean : means) {
            largest = Math.max(largest, mean);
        }
        return largest;
    }

    /** ln of component k's share of the density at x. */
    double logPart(int k, double x) {
        double z = (x - means[k]) * inverseSds[k];
        return logHeights[k] - 0.5 * z * z;
    }

    /** ln of {@code |w_k p_k(x + iy)|}. */
    double logModulus(int k, double x, double y) {
        double z = (x - means[k]) * inverseSds[k];
        double v = y * inverseSds[k];
        return logHeights[k] + 0.5 * (v - z) * (v + z);
    }

    /** ln of {@code |w_k p_k(x + iy)|}, that far from the line: beyond, the bell itself decides what a rule makes of it. */
    double logPart(int k, double x, double y) {
        double z = (x - means[k]) * inverseSds[k];
        double v = Math.min(y * inverseSds[k], FAR);
        return logHeights[k] + 0.5 * (v - z) * (v + z);
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

    /** ln p(x), in nats. */
    public double logDensity(double x) {
        int top = top(x);
        double largest = logPart(top, x);
        double others = 0;
        for (int k = 0; k < weights.length; k++) {
            double ratio = logPart(k, x) - largest;
            if (k != top && ratio > NEGLIGIBLE) {
                others += Elementary.exp(ratio);
            }
        }
        return others == 0 ? largest : largest + Elementary.log1p(others);
    }

    /** ln p(x), and w_k p_k(x)/p(x) for each component into {@code shares}. */
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
     * p(x) times the entropy of the component that x came from: -p sum of r_k ln r_k with the responsibilities r_k =
     * w_k p_k(x)/p(x), in nats.
     */
    double densityOfDoubt(double x) {
        int top = top(x);
        double largest = logPart(top, x);
        double others = 0;
        double weighted = 0;
        for (int k = 0; k < weights.length; k++) {
            double log = logPart(k, x) - largest;
            if (k != top && log > NEGLIGIBLE) {
                double ratio = Elementary.exp(log);
                others += ratio;
                weighted -= ratio * log;
            }
        }
        if (others == 0) {
            return 0;
        }
        // -ln r_k is ln(1 + others) less the logarithm of the ratio
        return Elementary.exp(largest) * (Elementary.log1p(others) * (1 + others) + weighted);
    }

    /**
     * f(x) = -ln p(x) and its first two derivatives, into {@code f[0]}, {@code f[1]} and {@code f[2]}: the score is -f'.
     *
     * <p>f' is the mean of the slopes (x - m_k)/s_k^2 under the responsibilities, f'' the mean of 1/s_k^2 less the variance
     * of the slopes.
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
