package dev.surprisal.math.distribution;

import static dev.surprisal.math.Elementary.log;
import static dev.surprisal.math.Elementary.log1p;

import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Stirling;
import dev.surprisal.math.Sum;

/**
 * Poisson, binomial and multinomial log-probabilities at real arguments by the saddle-point expansion, from which the gamma and beta
 * densities follow too. C. Loader, "Fast and accurate computation of binomial probabilities", 2000.
 *
 * <p>The textbook sum of log-gammas loses what the log-gammas are larger than the result: at n = 1e9, k = n/2 it has
 * 7 digits left. Here every term is of the size of the result.
 */
final class SaddlePoint {

    /** ln(2 pi). */
    private static final double LN_TWO_PI = 1.8378770664093453;

    private SaddlePoint() {}

    /** x ln(rate) - rate - ln Gamma(x + 1) for {@code x >= 0}, {@code rate >= 0}. */
    static double logPoisson(double x, double rate) {
        if (rate == 0) {
            return x == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        if (x == 0 || rate == Double.POSITIVE_INFINITY) {
            return -rate;
        }
        if (x < 1e-300) {
            // ln Gamma(1 + x) is below 1e-300
            return x * log(rate) - rate;
        }
        return -Stirling.error(x) - LogRatio.gain(x, rate) - 0.5 * (LN_TWO_PI + log(x));
    }

    /** ln of n!/(n_1! … n_K!) prod p_k^n_k, n being the sum of the n_k. */
    static double logMultinomial(double n, double[] counts, double[] p) {
        if (n == 0) {
            return 0;
        }
        Sum sum = new Sum().add(Stirling.error(n)).add(0.5 * (LN_TWO_PI + log(n)));
        for (int k = 0; k < counts.length; k++) {
            double gain = LogRatio.gain(counts[k], n * p[k]);
            if (gain == Double.POSITIVE_INFINITY) {
                return Double.NEGATIVE_INFINITY;
            }
            sum.add(-gain);
            if (counts[k] > 0) {
                sum.add(-Stirling.error(counts[k])).add(-0.5 * (LN_TWO_PI + log(counts[k])));
            }
        }
        return Math.min(sum.value(), 0);
    }

    /**
     * ln of (n choose k) p^k q^(n-k) for real {@code 0 <= k <= n}, rest = n - k, q = 1 - p. The two complements are given,
     * since they may be known better than by subtraction.
     */
    static double logBinomial(double k, double rest, double p, double q) {
        if (p == 0 || q == 0) {
            return (p == 0 ? k : rest) == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        double n = k + rest;
        if (n == 0) {
            return 0;
        }
        if (k == 0) {
            return n * (p < 0.1 ? log1p(-p) : log(q));
        }
        if (rest == 0) {
            return n * (q < 0.1 ? log1p(-q) : log(p));
        }
        double shape = Stirling.error(n)
                - Stirling.error(k)
                - Stirling.error(rest)
                - LogRatio.gain(k, n * p)
                - LogRatio.gain(rest, n * q);
        return shape - 0.5 * (LN_TWO_PI + log(k) - LogRatio.of(n, rest));
    }
}
