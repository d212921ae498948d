package dev.surprisal.math;

import static dev.surprisal.math.Elementary.exp;
import static dev.surprisal.math.Elementary.expm1;
import static dev.surprisal.math.Elementary.log;
import static dev.surprisal.math.Elementary.log1p;

/**
 * Arithmetic on probabilities that are kept as natural logarithms, where the plain forms overflow, underflow or cancel.
 * NaN in gives NaN out unless a method says otherwise. Blanchard, Higham and Higham, "Accurately computing the
 * log-sum-exp and softmax functions", IMA J. Numer. Anal. 41, 2021.
 */
public final class LogSpace {
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    private LogSpace() {}

    /**
     * log Σ e^(x_i) = m + log1p(Σ' e^(x_i − m)) with m the largest. The sum of nothing, or of −∞ alone, is −∞; +∞ among
     * the terms gives +∞. The naive form overflows for x = 1000 and gives −∞ for x = −1000. Error below 1e-15 of the
     * largest number that takes part.
     */
    public static double logSumExp(double... x) {
        int largest = indexOfLargest(x);
        if (largest < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double max = x[largest];
        if (!(Math.abs(max) < Double.POSITIVE_INFINITY)) {
            return max;
        }
        return max + log1p(sumOfOthers(x, largest));
    }

    /** log(e^a + e^b). Error below 1e-15 of the largest number that takes part. */
    public static double logSumExp(double a, double b) {
        double max = Math.max(a, b);
        if (!(Math.abs(max) < Double.POSITIVE_INFINITY)) {
            return max;
        }
        return max + log1p(exp(Math.min(a, b) - max));
    }

    /** log of the mean of e^(x_i). Needs at least one x. Error below 1e-15 of the largest number that takes part. */
    public static double logMeanExp(double... x) {
        requireSome(x);
        return logSumExp(x) - log(x.length);
    }

    /**
     * log(e^a − e^b) for a ≥ b; −∞ where they are equal, NaN for a &lt; b. Error below 1e-15 of the largest number that
     * takes part.
     */
    public static double logDifferenceExp(double a, double b) {
        if (b == Double.NEGATIVE_INFINITY) {
            return a;
        }
        return a == b ? Double.NEGATIVE_INFINITY : a + logOneMinusExp(b - a);
    }

    /**
     * log(1 − e^x) for x ≤ 0: the logarithm of the complement of a probability e^x. −∞ at 0, 0 at −∞, NaN for x &gt; 0.
     * Switches form at −log 2: Mächler, "Accurately computing log(1 − exp(−|a|))", 2012. Relative error below 1e-15.
     */
    public static double logOneMinusExp(double x) {
        return x > -LN2 ? log(-expm1(x)) : log1p(-exp(x));
    }

    /**
     * e^(x_i) / Σ e^(x_j), as a new array: unchanged when a constant is added to all x. An x of −∞ gets 0. Relative
     * error below 2e-15 (1 + the distance from the largest x).
     *
     * @throws IllegalArgumentException for NaN or +∞ among the x, or where none is finite
     */
    public static double[] softmax(double... x) {
        int largest = requireLogits(x);
        var result = new double[x.length];
        var sum = new Sum();
        for (int i = 0; i < x.length; i++) {
            result[i] = exp(x[i] - x[largest]);
            sum.add(result[i]);
        }
        double total = sum.value();
        for (int i = 0; i < x.length; i++) {
            result[i] /= total;
        }
        return result;
    }

    /**
     * log of {@link #softmax}: x_i − logSumExp(x), as a new array. log(softmax(x)) would be −∞ for an x that lies 746
     * below the largest. Error below 1e-15 of the largest number that takes part.
     *
     * @throws IllegalArgumentException as {@link #softmax}
     */
    public static double[] logSoftmax(double... x) {
        int largest = requireLogits(x);
        double rest = log1p(sumOfOthers(x, largest));
        var result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = (x[i] - x[largest]) - rest;
        }
        return result;
    }

    /**
     * 1 / (1 + e^−x): from 0 at −∞ through 1/2 at 0 to 1 at ∞, with relative accuracy in the lower tail. Relative error
     * below 1e-15.
     */
    public static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + exp(-x));
        }
        double e = exp(x);
        return e / (1 + e);
    }

    /** log of {@link #sigmoid}: min(x, 0) − log1p(e^−|x|). Relative error below 1e-15. */
    public static double logSigmoid(double x) {
        return Math.min(x, 0) - log1p(exp(-Math.abs(x)));
    }

    /** log(1 + e^x) = −logSigmoid(−x). Relative error below 1e-15. */
    public static double softplus(double x) {
        return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
    }

    /**
     * log(p / (1 − p)), the inverse of {@link #sigmoid}, for 0 ≤ p ≤ 1: −∞ at 0, ∞ at 1, NaN outside. Relative error
     * below 1e-15.
     */
    public static double logit(double p) {
        // around 1/2 the difference of the two logarithms would cancel; 1 − 2p is exact there
        return p > 0.25 && p < 0.75 ? -2 * artanh(1 - 2 * p) : log(p) - log1p(-p);
    }

    /** x log x with 0 log 0 = 0; NaN for x &lt; 0. Relative error below 1e-15. */
    public static double xLogX(double x) {
        return x == 0 ? 0 : x * log(x);
    }

    /** x log y, 0 where x = 0 (also for y = 0); −∞ where x &gt; 0 = y. Relative error below 1e-15. */
    public static double xLogY(double x, double y) {
        return x == 0 && !Double.isNaN(y) ? 0 : x * log(y);
    }

    /** x log1p(y), 0 where x = 0 (also for y = −1). Relative error below 1e-15. */
    public static double xLog1pY(double x, double y) {
        return x == 0 && !Double.isNaN(y) ? 0 : x * log1p(y);
    }

    /** artanh t = log((1 + t)/(1 − t))/2 for |t| ≤ 1/2. */
    private static double artanh(double t) {
        return 0.5 * log1p(2 * t / (1 - t));
    }

    private static double sumOfOthers(double[] x, int largest) {
        var sum = new Sum();
        for (int i = 0; i < x.length; i++) {
            if (i != largest) {
                sum.add(exp(x[i] - x[largest]));
            }
        }
        return sum.value();
    }

    /** The index of the largest x, or of a NaN; −1 where there is none. */
    private static int indexOfLargest(double[] x) {
        int largest = -1;
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(x[i])) {
                return i;
            }
            if (largest < 0 || x[i] > x[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static int requireLogits(double[] x) {
        requireSome(x);
        int largest = indexOfLargest(x);
        if (!(Math.abs(x[largest]) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the largest x must be finite and none NaN, got " + x[largest] + " at index " + largest);
        }
        return largest;
    }

    private static void requireSome(double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("x must have at least one element");
        }
    }
}
