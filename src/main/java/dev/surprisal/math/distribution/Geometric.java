package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * The geometric distribution of the failures 0, 1, 2, … before the first success: p (1-p)^n.
 *
 * <p>Johnson, Kemp and Kotz, "Univariate Discrete Distributions", 2005, ch. 5.
 *
 * @param p the probability of success, in (0, 1]
 */
public record Geometric(double p) implements Discrete {

    public Geometric {
        if (!(p > 0 && p <= 1)) {
            throw new IllegalArgumentException("p must be > 0 and <= 1, got " + Decimal.shortest(p));
        }
    }

    /** {@inheritDoc} ln p + n ln(1 - p). */
    @Override
    public double logDensity(double n) {
        Require.number("n", n);
        if (!(n >= 0 && n == Math.floor(n) && n < Double.POSITIVE_INFINITY)) {
            return Double.NEGATIVE_INFINITY;
        }
        return n == 0 ? Elementary.log(p) : Elementary.log(p) + n * Elementary.log1p(-p);
    }

    /** 1 - (1-p)^(floor(n) + 1). */
    @Override
    public double cdf(double n) {
        Require.number("n", n);
        return n < 0 ? 0 : -Elementary.expm1((Math.floor(n) + 1) * Elementary.log1p(-p));
    }

    /** (1-p)^(floor(n) + 1). */
    @Override
    public double survival(double n) {
        Require.number("n", n);
        return n < 0 ? 1 : Elementary.exp((Math.floor(n) + 1) * Elementary.log1p(-p));
    }

    @Override
    public double quantile(double u) {
        Require.probability("u", u);
        return u <= p
                ? 0
                : u == 1 ? Double.POSITIVE_INFINITY : QuantileSearch.onIntegers(this, u, 0, Double.POSITIVE_INFINITY);
    }

    /** (1 - p)/p. */
    @Override
    public double mean() {
        return (1 - p) / p;
    }

    /** (1 - p)/p^2. */
    @Override
    public double variance() {
        return (1 - p) / p / p;
    }

    /** (2 - p)/sqrt(1 - p). */
    @Override
    public double skewness() {
        return (2 - p) / (Moments.positiveSd(this) * p);
    }

    /** 6 + p^2/(1 - p). */
    @Override
    public double excessKurtosis() {
        double sd = Moments.positiveSd(this);
        return 6 + 1 / (sd * sd);
    }

    @Override
    public Mode mode() {
        return new Mode.Point(0);
    }

    @Override
    public Support support() {
        return new Support.Integers(0, p == 1 ? 0 : Double.POSITIVE_INFINITY);
    }

    @Override
    public double sample(Generator generator) {
        return p == 1 ? 0 : Math.floor(Elementary.log(generator.nextOpenUnit()) / Elementary.log1p(-p));
    }

    @Override
    public double firstAtom() {
        return 0;
    }

    @Override
    public double nextAtom(double x) {
        return x < 0 ? 0 : p == 1 ? Double.POSITIVE_INFINITY : Math.floor(x) + 1;
    }
}
