package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Special;
import java.util.List;

/**
 * The beta distribution on [0, 1]: density x^(alpha-1) (1-x)^(beta-1) / B(alpha, beta).
 *
 * <p>Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions", vol. 2, 1995, ch. 25.
 *
 * @param alpha pairs with x (with heads), finite and {@code > 0}
 * @param beta pairs with 1 - x (with tails), finite and {@code > 0}
 */
public record Beta(double alpha, double beta) implements Continuous {

    public Beta {
        Require.positive("alpha", alpha);
        Require.positive("beta", beta);
        Require.positive("alpha + beta", alpha + beta);
    }

    /** {@inheritDoc} (alpha - 1) ln x + (beta - 1) ln(1 - x) - ln B, without its cancellation at large parameters. */
    @Override
    public double logDensity(double x) {
        Require.number("x", x);
        return logDensity(x, 1 - x, x == 0, x == 1);
    }

    @Override
    public double logDensity(double end, double offset) {
        double x = end + offset;
        if (end == 1 && offset > 0) {
            // 1 + 1e-20 rounds to 1, where the density may be infinite
            return Double.NEGATIVE_INFINITY;
        }
        return end == 1 && offset < 0 && offset > -0.5 ? logDensity(x, -offset, false, false) : logDensity(x);
    }

    private double logDensity(double x, double rest, boolean atZero, boolean atOne) {
        if (!(x >= 0 && x <= 1)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (atZero || atOne) {
            double own = atZero ? alpha : beta;
            double other = atZero ? beta : alpha;
            return own < 1 ? Double.POSITIVE_INFINITY : own == 1 ? Elementary.log(other) : Double.NEGATIVE_INFINITY;
        }
        // a parameter below 1 is raised by 1 to keep the binomial coefficient in its range, and the factor taken back
        double k = alpha < 1 ? alpha : alpha - 1;
        double l = beta < 1 ? beta : beta - 1;
        double binomial = SaddlePoint.logBinomial(k, l, x, rest);
        double factor =
                alpha < 1 ? beta < 1 ? alpha * (beta / (alpha + beta)) : alpha : beta < 1 ? beta : alpha + beta - 1;
        return binomial
                + Elementary.log(factor)
                - (alpha < 1 ? Elementary.log(x) : 0)
                - (beta < 1 ? Elementary.log(rest) : 0);
    }

    /** The regularised incomplete beta function I_x(alpha, beta). */
    @Override
    public double cdf(double x) {
        Require.number("x", x);
        return x <= 0 ? 0 : x >= 1 ? 1 : Special.regularizedBeta(alpha, beta, x);
    }

    @Override
    public double survival(double x) {
        Require.number("x", x);
        return x <= 0 ? 1 : x >= 1 ? 0 : Special.regularizedBetaComplement(alpha, beta, x);
    }

    @Override
    public double quantile(double u) {
        Require.probability("u", u);
        // 1 - u is exact for u > 1/2
        return u <= 0.5
                ? Special.regularizedBetaInverse(alpha, beta, u)
                : Special.regularizedBetaComplementInverse(alpha, beta, 1 - u);
    }

    @Override
    public double mean() {
        return alpha / (alpha + beta);
    }

    /** alpha beta / ((alpha + beta)^2 (alpha + beta + 1)). */
    @Override
    public double variance() {
        double total = alpha + beta;
        return alpha / total * (beta / total) / (total + 1);
    }

    /** 2 (beta - alpha) sqrt(alpha + beta + 1) / ((alpha + beta + 2) sqrt(alpha beta)). */
    @Override
    public double skewness() {
        double total = alpha + beta;
        return 2 * (beta - alpha) * Math.sqrt(total + 1) / (total + 2) / Math.sqrt(alpha) / Math.sqrt(beta);
    }

    /**
     * 6 {(m - k)^2/(m k) (s + 1)/(s + 2) - 1}/(s + 3) with s = alpha + beta and the shares m, k of alpha and beta in it.
     */
    @Override
    public double excessKurtosis() {
        double total = alpha + beta;
        double one = alpha / total;
        double other = beta / total;
        double apart = (one - other) / one * ((one - other) / other);
        return 6 * (apart * ((total + 1) / (total + 2)) - 1) / (total + 3);
    }

    /**
     * (alpha - 1)/(alpha + beta - 2) where both exceed 1. Otherwise the end whose parameter is smaller than 1 (both ends
     * when both are), or everywhere for Beta(1, 1).
     */
    @Override
    public Mode mode() {
        if (alpha > 1 && beta > 1) {
            return new Mode.Point((alpha - 1) / (alpha - 1 + (beta - 1)));
        }
        if (alpha == 1 && beta == 1) {
            return new Mode.Everywhere(0, 1);
        }
        if (alpha < 1 && beta < 1) {
            return new Mode.Points(List.of(0.0, 1.0));
        }
        // at most one of them exceeds 1: the density rises towards the end of the smaller
        return new Mode.Point(alpha < beta ? 0 : 1);
    }

    @Override
    public Support support() {
        return new Support.Interval(0, 1);
    }

    /** {@inheritDoc} (alpha - 1)/x - (beta - 1)/(1 - x). */
    @Override
    public double score(double x) {
        if (!(Math.abs(logDensity(x)) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("x must have a finite density > 0, got " + Decimal.shortest(x));
        }
        double left = alpha == 1 ? 0 : (alpha - 1) / x;
        double right = beta == 1 ? 0 : (beta - 1) / (1 - x);
        return left - right;
    }

    /** {@inheritDoc} G(alpha)/(G(alpha) + G(beta)) from two gamma draws. */
    @Override
    public double sample(Generator generator) {
        double first = Gamma.logSample(alpha, generator);
        double second = Gamma.logSample(beta, generator);
        if (first == Double.NEGATIVE_INFINITY && second == first) {
            // subnormal parameters: all mass lies at the two ends
            return generator.nextUnit() < mean() ? 1 : 0;
        }
        return 1 / (1 + Elementary.exp(second - first));
    }
}
