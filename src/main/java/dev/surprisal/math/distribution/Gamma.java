package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Special;

/**
 * The gamma distribution: density rate^shape x^(shape-1) e^(-rate x) / Gamma(shape) for {@code x > 0}.
 *
 * <p>Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions", vol. 1, 1994, ch. 17.
 *
 * @param shape a, finite and {@code > 0}
 * @param rate r (not a scale), finite and {@code > 0}; the mean is shape/rate
 */
public record Gamma(double shape, double rate) implements Continuous {

    /** From this shape on every quantile but those of 0 and 1 rounds to the mean: sd/mean is 1e-20. */
    private static final double CONCENTRATED = 1e40;

    public Gamma {
        Require.positive("shape", shape);
        Require.positive("rate", rate);
    }

    /** {@inheritDoc} a ln r - ln Gamma(a) + (a - 1) ln x - r x, without its cancellation at large shapes. */
    @Override
    public double logDensity(double x) {
        Require.number("x", x);
        if (x < 0 || x == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == 0) {
            return shape < 1 ? Double.POSITIVE_INFINITY : shape == 1 ? Elementary.log(rate) : Double.NEGATIVE_INFINITY;
        }
        return shape < 1
                ? SaddlePoint.logPoisson(shape, rate * x) + Elementary.log(shape) - Elementary.log(x)
                : SaddlePoint.logPoisson(shape - 1, rate * x) + Elementary.log(rate);
    }

    /** The regularised incomplete gamma function P(shape, rate x). */
    @Override
    public double cdf(double x) {
        return Require.number("x", x) <= 0 ? 0 : Special.regularizedGammaP(shape, rate * x);
    }

    @Override
    public double survival(double x) {
        return Require.number("x", x) <= 0 ? 1 : Special.regularizedGammaQ(shape, rate * x);
    }

    @Override
    public double quantile(double u) {
        Require.probability("u", u);
        if (shape > CONCENTRATED && u > 0 && u < 1) {
            return shape / rate;
        }
        // 1 - u is exact for u > 1/2
        return (u <= 0.5 ? Special.regularizedGammaPInverse(shape, u) : Special.regularizedGammaQInverse(shape, 1 - u))
                / rate;
    }

    @Override
    public double mean() {
        return shape / rate;
    }

    /** shape/rate^2. */
    @Override
    public double variance() {
        return shape / rate / rate;
    }

    @Override
    public double standardDeviation() {
        return Math.sqrt(shape) / rate;
    }

    /** 2/sqrt(shape). */
    @Override
    public double skewness() {
        return 2 / Math.sqrt(shape);
    }

    /** 6/shape. */
    @Override
    public double excessKurtosis() {
        return 6 / shape;
    }

    /** (shape - 1)/rate, 0 for a shape up to 1. */
    @Override
    public Mode mode() {
        return new Mode.Point(shape <= 1 ? 0 : (shape - 1) / rate);
    }

    @Override
    public Support support() {
        return new Support.Interval(0, Double.POSITIVE_INFINITY);
    }

    /** {@inheritDoc} (shape - 1)/x - rate. */
    @Override
    public double score(double x) {
        if (!(Require.number("x", x) > 0) && !(x == 0 && shape == 1)) {
            throw new IllegalArgumentException("x must have a finite density > 0, got " + Decimal.shortest(x));
        }
        return shape == 1 ? -rate : (shape - 1) / x - rate;
    }

    @Override
    public double sample(Generator generator) {
        return Elementary.exp(logSample(shape, generator)) / rate;
    }

    /**
     * ln of a draw with rate 1. Marsaglia and Tsang, "A simple method for generating gamma variables", TOMS 26, 2000;
     * a shape below 1 by X(a) = X(a + 1) U^(1/a), as a logarithm, since the draw itself underflows for small shapes.
     */
    static double logSample(double shape, Generator generator) {
        if (shape < 1) {
            double draw = logSample(shape + 1, generator);
            return draw + Elementary.log(generator.nextOpenUnit()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = Normal.STANDARD.sample(generator);
            double root = 1 + c * z;
            if (root > 0) {
                double logCube = 3 * Elementary.log(root);
                double cube = root * root * root;
                if (Elementary.log(generator.nextOpenUnit()) < 0.5 * z * z + d * (1 - cube + logCube)) {
                    return Elementary.log(d) + logCube;
                }
            }
        }
    }
}
