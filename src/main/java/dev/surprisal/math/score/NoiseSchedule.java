package dev.surprisal.math.score;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * How a diffusion turns data into noise, step by step: x_t = sqrt(1 - beta_t) x_(t-1) + sqrt(beta_t) eps, which in one jump
 * is x_t = sqrt(abar_t) x_0 + sqrt(1 - abar_t) eps with abar_t the product of 1 - beta_1 … 1 - beta_t. Ho, Jain and Abbeel,
 * "Denoising diffusion probabilistic models", 2020, eqs. 2 and 4.
 *
 * <p>Steps count from 1; at t = 0 there is no noise yet.
 */
public final class NoiseSchedule {

    private static final int MOST_STEPS = 100_000;

    private final double[] betas;

    /** ln abar_t, for t = 0 … T. */
    private final double[] logSignals;

    private NoiseSchedule(double[] betas) {
        this.betas = betas;
        this.logSignals = new double[betas.length + 1];
        Sum sum = new Sum();
        for (int t = 1; t <= betas.length; t++) {
            logSignals[t] = sum.add(Elementary.log1p(-betas[t - 1])).value();
        }
    }

    /**
     * beta from {@code first} to {@code last} in equal steps; the course's (and Ho's) is linear(1e-4, 0.02, 1000).
     *
     * @param first beta_1, in (0, 1)
     * @param last beta_T, in (0, 1)
     * @param steps T, from 1 to 100,000; with a single step beta is {@code first}
     */
    public static NoiseSchedule linear(double first, double last, int steps) {
        requireBeta("first", first);
        requireBeta("last", last);
        if (!(steps >= 1 && steps <= MOST_STEPS)) {
            throw new IllegalArgumentException("steps must lie between 1 and " + MOST_STEPS + ", got " + steps);
        }
        double[] betas = new double[steps];
        for (int i = 0; i < steps; i++) {
            betas[i] = i == 0 ? first : first + (last - first) * i / (steps - 1);
        }
        return new NoiseSchedule(betas);
    }

    /** T. */
    public int steps() {
        return betas.length;
    }

    /** beta_t, the variance that step t adds; t from 1 to T. Relative error below 1e-12. */
    public double beta(int t) {
        if (t < 1) {
            throw outside(1, t);
        }
        return betas[checked(t) - 1];
    }

    /** abar_t, what is left of the data's variance: from 1 at t = 0 towards 0. Relative error below 1e-14. */
    public double signalVariance(int t) {
        return Elementary.exp(logSignals[checked(t)]);
    }

    /** sqrt(abar_t), by which x_0 is multiplied. Relative error below 1e-12. */
    public double signal(int t) {
        return Elementary.exp(0.5 * logSignals[checked(t)]);
    }

    /**
     * 1 - abar_t, the variance of the noise so far, accurate also where abar_t rounds to 1. Relative error below 1e-12.
     */
    public double noiseVariance(int t) {
        double result = -Elementary.expm1(logSignals[checked(t)]);
        return result == 0 ? 0 : result;
    }

    /** sqrt(1 - abar_t), the standard deviation of the noise so far. Relative error below 1e-12. */
    public double noise(int t) {
        return Math.sqrt(noiseVariance(t));
    }

    /** x_t from x_0 in one jump: sqrt(abar_t) x_0 + sqrt(1 - abar_t) eps. Relative error below 1e-12 of the terms. */
    public double jump(double x0, int t, double eps) {
        return signal(t) * Require.finite("x0", x0) + noise(t) * Require.finite("eps", eps);
    }

    /**
     * x_t from x_(t-1): sqrt(1 - beta_t) x + sqrt(beta_t) eps; t from 1 to T. Relative error below 1e-12 of the terms.
     */
    public double step(double x, int t, double eps) {
        double beta = beta(t);
        return Math.sqrt(1 - beta) * Require.finite("x", x) + Math.sqrt(beta) * Require.finite("eps", eps);
    }

    /**
     * The score that goes with a predicted noise: -eps/sqrt(1 - abar_t); t from 1 to T. Relative error below 1e-12 of
     * the terms.
     */
    public double scoreOfNoise(double eps, int t) {
        if (t < 1) {
            throw outside(1, t);
        }
        return -Require.finite("eps", eps) / noise(t);
    }

    private int checked(int t) {
        if (t < 0 || t > betas.length) {
            throw outside(0, t);
        }
        return t;
    }

    private IllegalArgumentException outside(int least, int t) {
        return new IllegalArgumentException("t must lie between " + least + " and " + betas.length + ", got " + t);
    }

    private static void requireBeta(String name, double beta) {
        if (!(beta > 0 && beta < 1)) {
            throw new IllegalArgumentException(
                    name + " must lie strictly between 0 and 1, got " + Decimal.shortest(beta));
        }
    }
}
