package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * The exponential distribution: density rate e^(-rate x) for {@code x >= 0}.
 *
 * <p>Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions", vol. 1, 1994, ch. 19.
 *
 * @param rate lambda, finite and {@code > 0}; the mean is 1/rate
 */
public record Exponential(double rate) implements Continuous {

    public Exponential {
        Require.positive("rate", rate);
    }

    /** {@inheritDoc} ln rate - rate x. */
    @Override
    public double logDensity(double x) {
        return Require.number("x", x) < 0 ? Double.NEGATIVE_INFINITY : Elementary.log(rate) - rate * x;
    }

    @Override
    public double cdf(double x) {
        return Require.number("x", x) <= 0 ? 0 : -Elementary.expm1(-rate * x);
    }

    @Override
    public double survival(double x) {
        return Require.number("x", x) <= 0 ? 1 : Elementary.exp(-rate * x);
    }

    /** -ln(1 - u)/rate. */
    @Override
    public double quantile(double u) {
        // log1p: at u = 1e-16 the plain logarithm is 1.1e-16
        return u == 0 ? 0 : -Elementary.log1p(-Require.probability("u", u)) / rate;
    }

    @Override
    public double mean() {
        return 1 / rate;
    }

    /** 1/rate^2. */
    @Override
    public double variance() {
        return 1 / rate / rate;
    }

    @Override
    public double standardDeviation() {
        return 1 / rate;
    }

    @Override
    public double skewness() {
        return 2;
    }

    @Override
    public double excessKurtosis() {
        return 6;
    }

    @Override
    public Mode mode() {
        return new Mode.Point(0);
    }

    @Override
    public Support support() {
        return new Support.Interval(0, Double.POSITIVE_INFINITY);
    }

    /** {@inheritDoc} -rate. */
    @Override
    public double score(double x) {
        if (Require.number("x", x) < 0) {
            throw new IllegalArgumentException("x must have a density > 0, got " + Decimal.shortest(x));
        }
        return -rate;
    }

    @Override
    public double sample(Generator generator) {
        return quantile(generator.nextUnit());
    }
}
