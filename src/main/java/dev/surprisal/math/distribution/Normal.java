package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Special;

/**
 * The normal distribution N(mean, sd^2).
 *
 * <p>Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions", vol. 1, 1994, ch. 13.
 *
 * @param mean any finite number
 * @param sd the standard deviation (not the variance), finite and {@code > 0}
 */
public record Normal(double mean, double sd) implements Continuous {

    /** ln(2 pi) / 2. */
    static final double HALF_LN_TWO_PI = 0.9189385332046728;

    private static final double SQRT_HALF = 0.7071067811865476;

    /** N(0, 1). */
    public static final Normal STANDARD = new Normal(0, 1);

    public Normal {
        Require.finite("mean", mean);
        Require.positive("sd", sd);
    }

    /** {@inheritDoc} -ln(2 pi sd^2)/2 - z^2/2 with z = (x - mean)/sd. */
    @Override
    public double logDensity(double x) {
        double z = standardised(x);
        return -0.5 * z * z - Elementary.log(sd) - HALF_LN_TWO_PI;
    }

    /** Phi((x - mean)/sd). */
    @Override
    public double cdf(double x) {
        return Special.normalCdf(standardised(x));
    }

    @Override
    public double survival(double x) {
        return Special.normalCdf(-standardised(x));
    }

    /**
     * ln of {@link #cdf}, in nats: at z = -40, where the cdf itself is 0, it is -804.6. Error below 4e-15 max(1,
     * |result|), beyond what an ulp of x makes.
     */
    public double logCdf(double x) {
        return Special.normalLogCdf(standardised(x));
    }

    /**
     * P(|X - mean| &lt;= k sd) = erf(k/sqrt(2)), the same for every normal. Relative error below 1e-15.
     *
     * @param k {@code >= 0}
     */
    public static double withinSds(double k) {
        if (!(k >= 0)) {
            throw new IllegalArgumentException("k must be >= 0, got " + Decimal.shortest(k));
        }
        return Special.erf(k * SQRT_HALF);
    }

    /** mean + sd Phi^-1(u). */
    @Override
    public double quantile(double u) {
        return mean + sd * Special.normalQuantile(Require.probability("u", u));
    }

    @Override
    public double variance() {
        return sd * sd;
    }

    @Override
    public double standardDeviation() {
        return sd;
    }

    @Override
    public double skewness() {
        return 0;
    }

    @Override
    public double excessKurtosis() {
        return 0;
    }

    @Override
    public Mode mode() {
        return new Mode.Point(mean);
    }

    @Override
    public Support support() {
        return new Support.Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** {@inheritDoc} -(x - mean)/sd^2. */
    @Override
    public double score(double x) {
        return -standardised(x) / sd;
    }

    /** {@inheritDoc} By the quantile function: one uniform number a draw, and the draw moves smoothly with mean and sd. */
    @Override
    public double sample(Generator generator) {
        return quantile(generator.nextOpenUnit());
    }

    private double standardised(double x) {
        return (Require.number("x", x) - mean) / sd;
    }
}
