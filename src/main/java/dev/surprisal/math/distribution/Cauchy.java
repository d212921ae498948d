package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * The Cauchy distribution: density 1/(pi s (1 + z^2)) with z = (x - location)/s. Its tails are so heavy that it has no mean:
 * the average of n draws has the distribution of a single one. Johnson, Kotz and Balakrishnan, "Continuous Univariate
 * Distributions", vol. 1, 1994, ch. 16.
 *
 * @param location the centre and median, finite
 * @param scale s, finite and {@code > 0}: half of the draws lie within s of the centre
 */
public record Cauchy(double location, double scale) implements Continuous {

    private static final double LN_PI = 1.1447298858494002;

    /** From here on 1 + z^2 is z^2. */
    private static final double FAR = 1e9;

    public Cauchy {
        Require.finite("location", location);
        Require.positive("scale", scale);
    }

    /** {@inheritDoc} -ln(pi s) - ln(1 + z^2). */
    @Override
    public double logDensity(double x) {
        double z = Math.abs(standardised(x));
        // the square would overflow from 1e154 on
        double fall = z > FAR ? 2 * Elementary.log(z) : Elementary.log1p(z * z);
        return -fall - LN_PI - Elementary.log(scale);
    }

    /** 1/2 + atan(z)/pi, and in the lower tail atan(1/|z|)/pi, which keeps its digits there. */
    @Override
    public double cdf(double x) {
        return below(standardised(x));
    }

    @Override
    public double survival(double x) {
        return below(-standardised(x));
    }

    private static double below(double z) {
        if (z < -1) {
            return Elementary.atan(-1 / z) / Math.PI;
        }
        return z > 1 ? 1 - Elementary.atan(1 / z) / Math.PI : 0.5 + Elementary.atan(z) / Math.PI;
    }

    /** location + s tan(pi (u - 1/2)), and in the tails s/tan of the angle that is left to the end. */
    @Override
    public double quantile(double u) {
        Require.probability("u", u);
        if (u == 0 || u == 1) {
            return u == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (u < 0.25) {
            return location - scale / Elementary.tan(Math.PI * u);
        }
        // 1 - u is exact for u > 1/2, and u - 1/2 from 1/4 on
        return u > 0.75
                ? location + scale / Elementary.tan(Math.PI * (1 - u))
                : location + scale * Elementary.tan(Math.PI * (u - 0.5));
    }

    /**
     * Never a number: the integral of x p(x) does not exist.
     *
     * @throws IllegalArgumentException always
     */
    @Override
    public double mean() {
        throw noMoments();
    }

    /**
     * Never a number: there is no mean to be far from.
     *
     * @throws IllegalArgumentException always
     */
    @Override
    public double variance() {
        throw noMoments();
    }

    @Override
    public double skewness() {
        throw noMoments();
    }

    @Override
    public double excessKurtosis() {
        throw noMoments();
    }

    private IllegalArgumentException noMoments() {
        return new IllegalArgumentException("the distribution must have a mean, which a Cauchy distribution has not: "
                + "averages of its draws never settle; its mode and median are "
                + Decimal.shortest(location));
    }

    @Override
    public Mode mode() {
        return new Mode.Point(location);
    }

    @Override
    public Support support() {
        return new Support.Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** {@inheritDoc} -2z/(s (1 + z^2)). */
    @Override
    public double score(double x) {
        double z = standardised(x);
        return Math.abs(z) > 1 ? -2 / (z + 1 / z) / scale : -2 * z / (1 + z * z) / scale;
    }

    /** {@inheritDoc} By the quantile function. */
    @Override
    public double sample(Generator generator) {
        return quantile(generator.nextOpenUnit());
    }

    private double standardised(double x) {
        return (Require.number("x", x) - location) / scale;
    }
}
