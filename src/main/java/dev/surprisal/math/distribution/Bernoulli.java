package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import java.util.List;

/**
 * One flip: 1 with probability p, 0 otherwise.
 *
 * <p>Johnson, Kemp and Kotz, "Univariate Discrete Distributions", 2005, ch. 3.
 *
 * @param p the probability of 1, in [0, 1]
 */
public record Bernoulli(double p) implements Discrete {

    public Bernoulli {
        Require.probability("p", p);
    }

    @Override
    public double probability(double x) {
        Require.number("x", x);
        return x == 1 ? p : x == 0 ? 1 - p : 0;
    }

    /** {@inheritDoc} ln p at 1, ln(1 - p) at 0. */
    @Override
    public double logDensity(double x) {
        Require.number("x", x);
        // log1p(-p), not ln(1 - p): at p = 1e-17 the latter is 0
        return x == 1 ? Elementary.log(p) : x == 0 ? Elementary.log1p(-p) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double cdf(double x) {
        Require.number("x", x);
        return x < 0 ? 0 : x < 1 ? 1 - p : 1;
    }

    @Override
    public double survival(double x) {
        Require.number("x", x);
        return x < 0 ? 1 : x < 1 ? p : 0;
    }

    @Override
    public double quantile(double u) {
        Require.probability("u", u);
        // with p = 1e-20 the complement 1 - p rounds to 1, and still 1 is the largest outcome
        return p < 1 && u <= 1 - p && (u < 1 || p == 0) ? 0 : 1;
    }

    /** The outcome that a uniform number u draws: 0 if {@code u < 1 - p}, else 1. Exact. */
    public double outcomeAt(double u) {
        return Require.probability("u", u) < 1 - p ? 0 : 1;
    }

    @Override
    public double mean() {
        return p;
    }

    /** p(1 - p). */
    @Override
    public double variance() {
        return p * (1 - p);
    }

    /** (1 - 2p)/sd. */
    @Override
    public double skewness() {
        return (1 - 2 * p) / Moments.positiveSd(this);
    }

    /** 1/(p(1-p)) - 6. */
    @Override
    public double excessKurtosis() {
        double sd = Moments.positiveSd(this);
        return 1 / (sd * sd) - 6;
    }

    @Override
    public Mode mode() {
        return p == 0.5 ? new Mode.Points(List.of(0.0, 1.0)) : new Mode.Point(p < 0.5 ? 0 : 1);
    }

    @Override
    public Support support() {
        return new Support.Integers(p == 1 ? 1 : 0, p == 0 ? 0 : 1);
    }

    @Override
    public double sample(Generator generator) {
        return outcomeAt(generator.nextUnit());
    }

    @Override
    public double firstAtom() {
        return 0;
    }

    @Override
    public double nextAtom(double x) {
        return x < 0 ? 0 : x < 1 ? 1 : Double.POSITIVE_INFINITY;
    }
}
