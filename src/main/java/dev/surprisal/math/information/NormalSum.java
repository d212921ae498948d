package dev.surprisal.math.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Special;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import org.jspecify.annotations.Nullable;

/** A normal or a mixture of normals, by arrays: what is evaluated thousands of times. */
final class NormalSum {

    private static final double HALF_LN_TWO_PI = 0.9189385332046728;

    final int size;
    final double[] weights;
    final double[] means;
    final double[] sds;

    /** ln(w/(s sqrt(2 pi))) and 1/s. */
    private final double[] logHeights;

    private final double[] inverse;

    private NormalSum(double[] weights, double[] means, double[] sds) {
        this.size = weights.length;
        this.weights = weights;
        this.means = means;
        this.sds = sds;
        this.logHeights = new double[size];
        this.inverse = new double[size];
        for (int k = 0; k < size; k++) {
            logHeights[k] = Elementary.log(weights[k]) - Elementary.log(sds[k]) - HALF_LN_TWO_PI;
            inverse[k] = 1 / sds[k];
        }
    }

    /** The components with a weight; null when one of them is not normal. */
    static @Nullable NormalSum of(Continuous p) {
        if (p instanceof Normal(double mean, double sd)) {
            return new NormalSum(new double[] {1}, new double[] {mean}, new double[] {sd});
        }
        if (!(p instanceof Mixture mixture)) {
            return null;
        }
        int n = 0;
        for (int k = 0; k < mixture.size(); k++) {
            if (!(mixture.component(k) instanceof Normal)) {
                return null;
            }
            n += mixture.weight(k) > 0 ? 1 : 0;
        }
        double[] weights = new double[n];
        double[] means = new double[n];
        double[] sds = new double[n];
        int i = 0;
        for (int k = 0; k < mixture.size(); k++) {
            if (mixture.weight(k) > 0 && mixture.component(k) instanceof Normal(double mean, double sd)) {
                weights[i] = mixture.weight(k);
                means[i] = mean;
                sds[i++] = sd;
            }
        }
        return new NormalSum(weights, means, sds);
    }

    /** Both together, each with half the weight. */
    static NormalSum joined(NormalSum p, NormalSum q) {
        int n = p.size + q.size;
        double[] weights = new double[n];
        double[] means = new double[n];
        double[] sds = new double[n];
        for (int k = 0; k < n; k++) {
            NormalSum from = k < p.size ? p : q;
            int j = k < p.size ? k : k - p.size;
            weights[k] = from.weights[j] / 2;
            means[k] = from.means[j];
            sds[k] = from.sds[j];
        }
        return new NormalSum(weights, means, sds);
    }

    /** The same in coordinates with their origin at a point. */
    NormalSum from(double origin) {
        double[] shifted = new double[size];
        for (int k = 0; k < size; k++) {
            shifted[k] = means[k] - origin;
        }
        return new NormalSum(weights, shifted, sds);
    }

    /** The probability of less than {@code origin + offset}. */
    double massBelow(double origin, double offset) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += weights[k] * Special.normalCdf(((origin - means[k]) + offset) * inverse[k]);
        }
        return sum;
    }

    /** The probability of more than {@code origin + offset}. */
    double massAbove(double origin, double offset) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += weights[k] * Special.normalCdf(-((origin - means[k]) + offset) * inverse[k]);
        }
        return sum;
    }

    /** The probability between two points, from the smaller tails of each component. */
    double massBetween(double origin, double offset, double otherOrigin, double otherOffset) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double low = ((origin - means[k]) + offset) * inverse[k];
            double high = ((otherOrigin - means[k]) + otherOffset) * inverse[k];
            sum += weights[k]
                    * (low >= 0
                            ? Special.normalCdf(-low) - Special.normalCdf(-high)
                            : Special.normalCdf(high) - Special.normalCdf(low));
        }
        return sum;
    }

    double logDensity(double x) {
        return logDensity(x, 0);
    }

    /** ln of the density at {@code origin + offset}, the distances from the means being known better than that sum. */
    double logDensity(double origin, double offset) {
        double largest = logTerm(0, origin, offset);
        if (size == 1) {
            return largest;
        }
        int leader = 0;
        for (int k = 1; k < size; k++) {
            double term = logTerm(k, origin, offset);
            if (term > largest) {
                largest = term;
                leader = k;
            }
        }
        double others = 0;
        for (int k = 0; k < size; k++) {
            if (k != leader) {
                double apart = logTerm(k, origin, offset) - largest;
                // e^-40 is below half an ulp of 1
                others += apart > -40 ? Elementary.exp(apart) : 0;
            }
        }
        return others == 0 ? largest : largest + Elementary.log1p(others);
    }

    /** d/dx ln p at {@code origin + offset}. */
    double score(double origin, double offset) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            largest = Math.max(largest, logTerm(k, origin, offset));
        }
        double sum = 0;
        double slopes = 0;
        for (int k = 0; k < size; k++) {
            double part = Elementary.exp(logTerm(k, origin, offset) - largest);
            sum += part;
            slopes -= part * ((origin - means[k]) + offset) * inverse[k] * inverse[k];
        }
        return slopes / sum;
    }

    /** ln of component k's part of the density. */
    private double logTerm(int k, double origin, double offset) {
        double z = ((origin - means[k]) + offset) * inverse[k];
        return logHeights[k] - 0.5 * z * z;
    }

    double logHeight(int k) {
        return logHeights[k];
    }
}
