package dev.surprisal.math.sampling;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Require;

/**
 * A mean of independent draws, and how far it may be off.
 *
 * <p>Robert and Casella, "Monte Carlo Statistical Methods", 2004, ch. 3.
 *
 * @param n how many draws, {@code >= 1}
 * @param mean of the draws
 * @param sd the standard deviation of a single draw, estimated with n - 1 from the same draws; infinite for n = 1, which tells
 *     nothing about it
 */
public record Estimate(int n, double mean, double sd) {

    public Estimate {
        Require.count("n", n, 1);
        Require.number("mean", mean);
        if (!(sd >= 0)) {
            throw new IllegalArgumentException("sd must be a number >= 0, got " + Decimal.shortest(sd));
        }
    }

    /**
     * sd/sqrt(n): the standard deviation of the mean. Says nothing where the draws have no finite variance. Relative
     * error below 4e-16 of the terms.
     */
    public double standardError() {
        return sd / Math.sqrt(n);
    }

    /**
     * mean - z standardError: with z = 1.96 the lower end of an interval that covers the true mean in about 95 of 100
     * runs. Relative error below 4e-16 of the terms.
     */
    public double low(double z) {
        return mean - margin(z);
    }

    /** mean + z standardError. Relative error below 4e-16 of the terms. */
    public double high(double z) {
        return mean + margin(z);
    }

    /** Whether a value lies within z standard errors of the mean. */
    public boolean covers(double value, double z) {
        return Math.abs(Require.finite("value", value) - mean) <= margin(z);
    }

    private double margin(double z) {
        return Require.positive("z", z) * standardError();
    }
}
