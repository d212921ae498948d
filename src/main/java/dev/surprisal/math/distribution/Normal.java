package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * The normal distribution N(mean, sd^2).
 *
 * @param mean any finite number
 * @param sd the standard deviation (not the variance), finite and {@code > 0}
 */
public record Normal(double mean, double sd) implements Continuous {

    /** ln(2 pi) / 2. */
    static final double HALF_LN_TWO_PI = 0.9189385332046728;

    public static final Normal STANDARD = new Normal(0, 1);

    public Normal {
        Require.finite("mean", mean);
        Require.positive("sd", sd);
    }

    /** {@inheritDoc} -ln(2 pi sd^2)/2 - z^2/2 with z = (x - mean)/sd. */
    @Override
    public double logDensity(double x) {
        double z = (Require.number("x", x) - mean) / sd;
        return -0.5 * z * z - Elementary.log(sd) - HALF_LN_TWO_PI;
    }

    /** {@inheritDoc} -(x - mean)/sd^2. */
    @Override
    public double score(double x) {
        return (mean - Require.number("x", x)) / sd / sd;
    }

    @Override
    public double variance() {
        return sd * sd;
    }

    @Override
    public double standardDeviation() {
        return sd;
    }
}
