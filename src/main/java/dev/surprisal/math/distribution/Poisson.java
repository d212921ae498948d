package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Special;
import java.util.List;

/**
 * The Poisson distribution of counts 0, 1, 2, …: rate^n e^-rate / n!.
 *
 * <p>Johnson, Kemp and Kotz, "Univariate Discrete Distributions", 2005, ch. 4.
 *
 * @param rate lambda, finite and {@code > 0}: mean and variance
 */
public record Poisson(double rate) implements Discrete {

    public Poisson {
        Require.positive("rate", rate);
    }

    /** {@inheritDoc} n ln rate - rate - ln n!. */
    @Override
    public double logDensity(double n) {
        Require.number("n", n);
        return n >= 0 && n == Math.floor(n) && n < Double.POSITIVE_INFINITY
                ? SaddlePoint.logPoisson(n, rate)
                : Double.NEGATIVE_INFINITY;
    }

    /** Q(floor(n) + 1, rate). */
    @Override
    public double cdf(double n) {
        Require.number("n", n);
        return n < 0 ? 0 : n == Double.POSITIVE_INFINITY ? 1 : Special.regularizedGammaQ(Math.floor(n) + 1, rate);
    }

    /** P(floor(n) + 1, rate). */
    @Override
    public double survival(double n) {
        Require.number("n", n);
        return n < 0 ? 1 : n == Double.POSITIVE_INFINITY ? 0 : Special.regularizedGammaP(Math.floor(n) + 1, rate);
    }

    @Override
    public double quantile(double u) {
        Require.probability("u", u);
        return u == 0
                ? 0
                : u == 1 ? Double.POSITIVE_INFINITY : QuantileSearch.onIntegers(this, u, 0, Double.POSITIVE_INFINITY);
    }

    @Override
    public double mean() {
        return rate;
    }

    @Override
    public double variance() {
        return rate;
    }

    /** 1/sqrt(rate). */
    @Override
    public double skewness() {
        return 1 / Math.sqrt(rate);
    }

    /** 1/rate. */
    @Override
    public double excessKurtosis() {
        return 1 / rate;
    }

    /** floor(rate); rate - 1 too where the rate is a whole number. */
    @Override
    public Mode mode() {
        double floor = Math.floor(rate);
        return floor == rate && rate - 1 < rate ? new Mode.Points(List.of(rate - 1, rate)) : new Mode.Point(floor);
    }

    @Override
    public Support support() {
        return new Support.Integers(0, Double.POSITIVE_INFINITY);
    }

    /**
     * {@inheritDoc} Small rates by inversion. Large ones are halved first: the waiting time of the m-th event, a gamma
     * draw, tells whether m events have happened. Ahrens and Dieter, Computing 12, 1974.
     */
    @Override
    public double sample(Generator generator) {
        double left = rate;
        double events = 0;
        while (left > 16) {
            double m = Math.floor(left * 0.875);
            double time = Elementary.exp(Gamma.logSample(m, generator));
            if (time > left) {
                return events + Binomial.sample(m - 1, left / time, generator);
            }
            events += m;
            left -= time;
        }
        return events + byInversion(left, generator.nextUnit());
    }

    private static double byInversion(double rate, double u) {
        double probability = Elementary.exp(-rate);
        double cumulative = probability;
        double n = 0;
        // the probability underflows long before 1,000 for rates up to 16
        while (u >= cumulative && n < 1000) {
            n++;
            probability *= rate / n;
            cumulative += probability;
        }
        return n;
    }

    @Override
    public double firstAtom() {
        return 0;
    }

    @Override
    public double nextAtom(double x) {
        return x < 0 ? 0 : Math.floor(x) + 1;
    }
}
