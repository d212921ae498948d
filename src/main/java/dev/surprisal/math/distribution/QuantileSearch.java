package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;

/** Quantiles of distributions whose cdf has no inverse in closed form. */
final class QuantileSearch {

    private static final int MOST_STEPS = 200;

    private QuantileSearch() {}

    /**
     * The x between low and high where the cdf passes u, for a continuous distribution.
     *
     * <p>Newton's method on the logarithm of the smaller tail, kept inside a bracket that bisection shrinks when a step
     * leaves it. Ends where the bracket has no double inside or a step moves less than half an ulp: x is then as good as
     * the cdf's own error allows.
     */
    static double between(Continuous distribution, double u, double low, double high) {
        double from = Math.max(low, -Double.MAX_VALUE);
        double to = Math.min(high, Double.MAX_VALUE);
        double x = middle(from, to);
        for (int step = 0; step < MOST_STEPS && from < x && x < to; step++) {
            boolean lower = u <= 0.5;
            double tail = lower ? distribution.cdf(x) : distribution.survival(x);
            double target = lower ? u : 1 - u;
            boolean below = lower ? tail < target : tail > target;
            if (below) {
                from = x;
            } else {
                to = x;
            }
            double next = newton(distribution, x, tail, target, lower);
            if (next == x) {
                break;
            }
            if (!(next > from && next < to)) {
                next = middle(from, to);
            }
            x = next;
        }
        return x;
    }

    /** The smallest whole number k {@code >= first} with {@code cdf(k) >= u}, {@code 0 < u < 1}, on an integer lattice. */
    static double onIntegers(Discrete distribution, double u, double first, double last) {
        double sd = distribution.standardDeviation();
        double guess = Math.floor(distribution.mean());
        double low = Math.max(first - 1, guess - 1 - Math.ceil(sd));
        double high = Math.min(last, guess + 1 + Math.ceil(sd));
        double width = 2 * (sd + 1);
        while (low >= first && reaches(distribution, low, u)) {
            high = low;
            low = Math.max(first - 1, Math.floor(low - width));
            width *= 2;
        }
        while (high < last && !reaches(distribution, high, u)) {
            low = high;
            high = Math.min(last, Math.floor(high + width));
            width *= 2;
        }
        while (high - low > 1) {
            double middle = Math.floor(low + (high - low) / 2);
            if (!(middle > low && middle < high)) {
                break;
            }
            if (reaches(distribution, middle, u)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean reaches(Discrete distribution, double k, double u) {
        return u <= 0.5 ? distribution.cdf(k) >= u : distribution.survival(k) <= 1 - u;
    }

    private static double newton(Continuous distribution, double x, double tail, double target, boolean lower) {
        double logDensity = distribution.logDensity(x);
        if (!(tail > 0) || !(Math.abs(logDensity) < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        double logTail = Elementary.log(tail);
        double miss = (Elementary.log(target) - logTail) * (lower ? 1 : -1);
        double step = miss * Elementary.exp(logTail - logDensity);
        return x + step;
    }

    private static double middle(double from, double to) {
        double width = to - from;
        return width < Double.POSITIVE_INFINITY ? from + width / 2 : from / 2 + to / 2;
    }
}
