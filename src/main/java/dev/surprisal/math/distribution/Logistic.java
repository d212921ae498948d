package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;

/**
 * The logistic distribution, whose cdf is the sigmoid of (x - location)/scale.
 *
 * <p>Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions", vol. 2, 1995, ch. 23.
 *
 * @param location the centre, finite
 * @param scale s, finite and {@code > 0}; the standard deviation is pi s/sqrt(3)
 */
public record Logistic(double location, double scale) implements Continuous {

    /** pi^2/3. */
    private static final double THIRD_OF_PI_SQUARED = 3.289868133696453;

    public Logistic {
        Require.finite("location", location);
        Require.positive("scale", scale);
    }

    /** {@inheritDoc} -|z| - 2 ln(1 + e^-|z|) - ln s with z = (x - location)/s. */
    @Override
    public double logDensity(double x) {
        double z = Math.abs(standardised(x));
        return -z - 2 * Elementary.log1p(Elementary.exp(-z)) - Elementary.log(scale);
    }

    @Override
    public double cdf(double x) {
        return LogSpace.sigmoid(standardised(x));
    }

    @Override
    public double survival(double x) {
        return LogSpace.sigmoid(-standardised(x));
    }

    /** location + s ln(u/(1 - u)). */
    @Override
    public double quantile(double u) {
        return location + scale * LogSpace.logit(Require.probability("u", u));
    }

    @Override
    public double mean() {
        return location;
    }

    /** pi^2 s^2/3. */
    @Override
    public double variance() {
        return THIRD_OF_PI_SQUARED * scale * scale;
    }

    @Override
    public double skewness() {
        return 0;
    }

    /** 6/5. */
    @Override
    public double excessKurtosis() {
        return 1.2;
    }

    @Override
    public Mode mode() {
        return new Mode.Point(location);
    }

    @Override
    public Support support() {
        return new Support.Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** {@inheritDoc} (1 - 2 cdf(x))/s = -tanh(z/2)/s. */
    @Override
    public double score(double x) {
        double z = standardised(x);
        double magnitude = -Elementary.expm1(-Math.abs(z)) / (1 + Elementary.exp(-Math.abs(z))) / scale;
        return z > 0 ? -magnitude : magnitude;
    }

    @Override
    public double sample(Generator generator) {
        return quantile(generator.nextOpenUnit());
    }

    private double standardised(double x) {
        return (Require.number("x", x) - location) / scale;
    }
}
