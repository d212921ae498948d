package dev.surprisal.math;

import static dev.surprisal.math.Elementary.expm1;
import static dev.surprisal.math.Elementary.log1p;

/** Finds where a distribution's tail takes a value: Newton's iteration on both logarithms, kept inside a bracket. */
interface TailSolver {
    /** The tail's probability at x &gt; 0, monotone. */
    double probability(double x);

    /** The size of its derivative by log x. */
    double slope(double x);

    /**
     * The x in (0, most) with that tail probability, which must be reached there. In the logarithms a tail is nearly a
     * straight line (x^a on the left, e^−x on the right), so that a few steps do also at 1e-300. An x below the least normal
     * number is found only roughly.
     */
    default double solve(double target, boolean increasing, double guess, double most) {
        double low = 0;
        double high = most;
        double x = guess;
        for (int i = 0; i < 400; i++) {
            double tail = probability(x);
            if (tail == target) {
                return x;
            }
            if (tail < target == increasing) {
                low = x;
            } else {
                high = x;
            }
            double step = log1p((tail - target) / target) * tail / slope(x);
            step = increasing ? -step : step;
            double next = x + x * expm1(Math.max(-2, Math.min(step, 2)));
            if (Math.abs(step) < 0x1p-33) {
                return next; // the error is now that of the step squared
            }
            if (!(next > low && next < high)) {
                next = between(low, high);
            }
            if (next == x || next < Double.MIN_NORMAL) {
                return next;
            }
            x = next;
        }
        throw new IllegalStateException("no quantile found for the tail probability " + target);
    }

    private static double between(double low, double high) {
        if (low == 0) {
            return high / 1024;
        }
        return high == Double.POSITIVE_INFINITY ? low * 1024 : Math.sqrt(low) * Math.sqrt(high);
    }
}
