package dev.surprisal.math.distribution;

import dev.surprisal.math.Require;
import dev.surprisal.math.Special;
import java.util.List;

/**
 * The number of successes in n independent flips.
 *
 * <p>Johnson, Kemp and Kotz, "Univariate Discrete Distributions", 2005, ch. 3.
 *
 * @param n the number of flips, {@code >= 0}
 * @param p the probability of success, in [0, 1]
 */
public record Binomial(int n, double p) implements Discrete {

    public Binomial {
        Require.count("n", n, 0);
        Require.probability("p", p);
    }

    /** {@inheritDoc} ln (n choose k) + k ln p + (n - k) ln(1 - p). */
    @Override
    public double logDensity(double k) {
        Require.number("k", k);
        return k >= 0 && k <= n && k == Math.floor(k)
                ? SaddlePoint.logBinomial(k, n - k, p, 1 - p)
                : Double.NEGATIVE_INFINITY;
    }

    /** I_(1-p)(n - k, k + 1). */
    @Override
    public double cdf(double k) {
        Require.number("k", k);
        double floor = Math.floor(k);
        return k < 0
                ? 0
                : k >= n ? 1 : p == 0 ? 1 : p == 1 ? 0 : Special.regularizedBetaComplement(floor + 1, n - floor, p);
    }

    /** I_p(k + 1, n - k). */
    @Override
    public double survival(double k) {
        Require.number("k", k);
        double floor = Math.floor(k);
        return k < 0 ? 1 : k >= n ? 0 : p == 0 ? 0 : p == 1 ? 1 : Special.regularizedBeta(floor + 1, n - floor, p);
    }

    @Override
    public double quantile(double u) {
        Require.probability("u", u);
        return u == 0 ? support().lowest() : u == 1 ? support().highest() : QuantileSearch.onIntegers(this, u, 0, n);
    }

    @Override
    public double mean() {
        return n * p;
    }

    /** n p (1 - p). */
    @Override
    public double variance() {
        return n * p * (1 - p);
    }

    /** (1 - 2p)/sd. */
    @Override
    public double skewness() {
        return (1 - 2 * p) / Moments.positiveSd(this);
    }

    /** (1 - 6p(1-p))/variance. */
    @Override
    public double excessKurtosis() {
        double sd = Moments.positiveSd(this);
        return (1 - 6 * p * (1 - p)) / (sd * sd);
    }

    /** floor((n + 1)p); that minus 1 too where (n + 1)p is a whole number strictly between. */
    @Override
    public Mode mode() {
        double top = (n + 1.0) * p;
        double floor = Math.floor(top);
        if (floor == top && floor > 0 && floor <= n) {
            return new Mode.Points(List.of(floor - 1, floor));
        }
        return new Mode.Point(Math.min(floor, n));
    }

    @Override
    public Support support() {
        return new Support.Integers(p == 1 ? n : 0, p == 0 ? 0 : n);
    }

    @Override
    public double sample(Generator generator) {
        return sample(n, p, generator);
    }

    /**
     * Large n are split at the median: the i-th smallest of n uniform numbers is a beta draw, and tells on which side of
     * it the successes are to be counted. Devroye, "Non-uniform random variate generation", 1986, X.4.3.
     */
    static double sample(double flips, double probability, Generator generator) {
        double left = flips;
        double p = probability;
        double successes = 0;
        while (left > 32) {
            double i = Math.floor(left / 2) + 1;
            double middle = new Beta(i, left + 1 - i).sample(generator);
            if (middle <= p) {
                successes += i;
                left -= i;
                p = middle < 1 ? Math.min(1, (p - middle) / (1 - middle)) : 1;
            } else {
                left = i - 1;
                p /= middle;
            }
        }
        for (int i = 0; i < left; i++) {
            successes += generator.nextUnit() < p ? 1 : 0;
        }
        return successes;
    }

    @Override
    public double firstAtom() {
        return 0;
    }

    @Override
    public double nextAtom(double x) {
        return x < 0 ? 0 : x < n ? Math.floor(x) + 1 : Double.POSITIVE_INFINITY;
    }
}
