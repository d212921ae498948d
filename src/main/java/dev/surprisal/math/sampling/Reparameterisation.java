package dev.surprisal.math.sampling;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * Two ways to estimate d/dmean of E[f(z)], z ~ N(mean, sd^2), from draws. Pathwise: write z = mean + sd eps, so that a fixed
 * eps lets the derivative through, f'(z). By the score function: f(z) times the derivative of ln N(z), f(z) eps/sd. Both have
 * the gradient as their mean; their variances differ. Kingma and Welling 2014; Mohamed et al., "Monte Carlo gradient
 * estimation in machine learning", JMLR 21, 2020.
 *
 * @param mean any finite number
 * @param sd finite and {@code > 0}
 * @param function f
 */
public record Reparameterisation(double mean, double sd, Target function) {

    /** The functions whose gradients the course compares. */
    public enum Target {
        IDENTITY,
        SQUARE,
        SINE,
        /** (z - 2)^2. */
        SQUARE_ABOUT_TWO;

        /** f(z). Relative error below 2e-15 of the terms. */
        public double value(double z) {
            return switch (this) {
                case IDENTITY -> z;
                case SQUARE -> z * z;
                case SINE -> Elementary.sin(z);
                case SQUARE_ABOUT_TWO -> (z - 2) * (z - 2);
            };
        }

        /** f'(z). Relative error below 2e-15 of the terms. */
        public double slope(double z) {
            return switch (this) {
                case IDENTITY -> 1;
                case SQUARE -> 2 * z;
                case SINE -> Elementary.cos(z);
                case SQUARE_ABOUT_TWO -> 2 * (z - 2);
            };
        }
    }

    public Reparameterisation {
        Require.finite("mean", mean);
        Require.positive("sd", sd);
    }

    /**
     * mean + sd eps: a draw from N(mean, sd^2) as a smooth function of both, for eps from N(0, 1). The derivatives are
     * 1 and eps. Relative error below 2e-15 of the terms.
     */
    public static double sample(double mean, double sd, double eps) {
        return Require.finite("mean", mean) + Require.positive("sd", sd) * Require.finite("eps", eps);
    }

    /** d/dmean of E[f(z)]: 1, 2 mean, cos(mean) e^(-sd^2/2), 2 (mean - 2). Relative error below 2e-15 of the terms. */
    public double gradient() {
        return switch (function) {
            case SINE -> Elementary.cos(mean) * Elementary.exp(-0.5 * sd * sd);
            default -> function.slope(mean);
        };
    }

    /** f'(mean + sd eps). Relative error below 2e-15 of the terms. */
    public double pathwise(double eps) {
        return function.slope(sample(mean, sd, eps));
    }

    /** f(mean + sd eps) eps/sd. Relative error below 2e-15 of the terms. */
    public double scoreFunction(double eps) {
        return function.value(sample(mean, sd, eps)) * eps / sd;
    }

    /**
     * The variance of {@link #pathwise} for eps ~ N(0, 1): 0 for z, 4 sd^2 for the squares. Relative error below 2e-15
     * of the terms.
     */
    public double pathwiseVariance() {
        return switch (function) {
            case IDENTITY -> 0;
            case SQUARE, SQUARE_ABOUT_TWO -> 4 * sd * sd;
            case SINE -> {
                // E[cos^2 z] - E[cos z]^2 with c = cos^2(mean), t = e^(-sd^2): (1 - t) {(1 + t)/2 - c t}
                double c = Elementary.cos(mean) * Elementary.cos(mean);
                double t = Elementary.exp(-sd * sd);
                yield -Elementary.expm1(-sd * sd) * (0.5 * (1 + t) - c * t);
            }
        };
    }

    /**
     * The variance of {@link #scoreFunction} for eps ~ N(0, 1): m^4/sd^2 + 14 m^2 + 15 sd^2 for the square with mean m,
     * so that 1 and 1 give 30 beside the 4 of {@link #pathwiseVariance}. Relative error below 2e-15 of the terms.
     */
    public double scoreFunctionVariance() {
        return switch (function) {
            case IDENTITY -> mean / sd * (mean / sd) + 2;
            case SQUARE -> ofSquare(mean);
            case SQUARE_ABOUT_TWO -> ofSquare(mean - 2);
            case SINE -> {
                // E[sin^2 z eps^2] = {1 - cos(2 mean) (1 - 4 sd^2) e^(-2 sd^2)}/2
                double waves = Elementary.cos(2 * mean) * (1 - 4 * sd * sd) * Elementary.exp(-2 * sd * sd);
                yield 0.5 * (1 - waves) / sd / sd - gradient() * gradient();
            }
        };
    }

    private double ofSquare(double m) {
        double ratio = m / sd;
        return m * m * (ratio * ratio + 14) + 15 * sd * sd;
    }
}
