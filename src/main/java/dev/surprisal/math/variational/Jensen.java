package dev.surprisal.math.variational;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * Jensen's inequality for the logarithm, the step from ln E[w] to the ELBO's E[ln w].
 *
 * <p>Cover and Thomas, "Elements of Information Theory", 2006, ch. 2.
 */
public final class Jensen {

    private Jensen() {}

    /**
     * ln(sum of t_k w_k) - sum of t_k ln w_k: how far the chord lies below the curve of the logarithm. {@code >= 0}, and 0
     * only where all w_k with t_k > 0 are equal; the same when all w_k are multiplied by a number. Relative error
     * below 1e-13, or absolute error below 1e-31.
     *
     * @param weights t, {@code >= 0} and summing to 1
     * @param values w, one for each weight, finite and {@code > 0}
     */
    public static double gap(double[] weights, double[] values) {
        double[] t = Require.weights("weights", weights);
        if (values.length != t.length) {
            throw new IllegalArgumentException(
                    "weights and values must have the same length, got " + t.length + " and " + values.length);
        }
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < t.length; k++) {
            Require.positive("values[" + k + "]", values[k]);
            largest = t[k] > 0 ? Math.max(largest, values[k]) : largest;
            smallest = t[k] > 0 ? Math.min(smallest, values[k]) : smallest;
        }
        if (smallest == largest) {
            return 0;
        }
        // In a power of two, which is exact: the mean of 1e308 and 1.7e308 must not overflow on the way
        double unit = PowerOfTwo.below(largest);
        Sum mean = new Sum();
        for (int k = 0; k < t.length; k++) {
            if (t[k] > 0) {
                mean.add(t[k] * (values[k] / unit));
            }
        }
        // With r = w/mean the sum of t r is 1, and each t (r - 1 - ln r) is >= 0
        Sum sum = new Sum();
        for (int k = 0; k < t.length; k++) {
            if (t[k] > 0) {
                sum.add(term(t[k], values[k], unit, mean.value()));
            }
        }
        return sum.value();
    }

    /** t (r - 1 - ln r) for r = value/(unit mean). */
    private static double term(double t, double value, double unit, double mean) {
        double scaled = value / unit;
        if (scaled > 1e-290) {
            return t * LogRatio.gain(mean, scaled) / mean;
        }
        return t * scaled / mean - t - t * (LogRatio.of(value, unit) - Elementary.log(mean));
    }
}
