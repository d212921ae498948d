package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * The Laplace distribution: density e^(-|x - location|/scale) / (2 scale).
 *
 * <p>Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions", vol. 2, 1995, ch. 24.
 *
 * @param location the centre, finite
 * @param scale b, finite and {@code > 0}; the standard deviation is sqrt(2) b
 */
public record Laplace(double location, double scale) implements Continuous {

    private static final double LN_2 = 0.6931471805599453;

    public Laplace {
        Require.finite("location", location);
        Require.positive("scale", scale);
    }

    /** {@inheritDoc} -ln(2b) - |x - location|/b. */
    @Override
    public double logDensity(double x) {
        return -Math.abs(standardised(x)) - LN_2 - Elementary.log(scale);
    }

    @Override
    public double cdf(double x) {
        return lowerTail(standardised(x));
    }

    @Override
    public double survival(double x) {
        return lowerTail(-standardised(x));
    }

    /** location + b ln(2u) below 1/2, location - b ln(2(1 - u)) above. */
    @Override
    public double quantile(double u) {
        Require.probability("u", u);
        // 1 - u is exact for u >= 1/2
        return u < 0.5 ? location + scale * (Elementary.log(u) + LN_2) : location - scale * Elementary.log(2 * (1 - u));
    }

    @Override
    public double mean() {
        return location;
    }

    /** 2b^2. */
    @Override
    public double variance() {
        return 2 * scale * scale;
    }

    @Override
    public double skewness() {
        return 0;
    }

    @Override
    public double excessKurtosis() {
        return 3;
    }

    @Override
    public Mode mode() {
        return new Mode.Point(location);
    }

    @Override
    public Support support() {
        return new Support.Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** {@inheritDoc} -sign(x - location)/b. */
    @Override
    public double score(double x) {
        double z = standardised(x);
        return z > 0 ? -1 / scale : z < 0 ? 1 / scale : 0;
    }

    @Override
    public double sample(Generator generator) {
        return quantile(generator.nextOpenUnit());
    }

    private static double lowerTail(double z) {
        return z < 0 ? 0.5 * Elementary.exp(z) : 1 - 0.5 * Elementary.exp(-z);
    }

    private double standardised(double x) {
        return (Require.number("x", x) - location) / scale;
    }
}
