package dev.surprisal.math.score;

import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Normal;
import java.util.Arrays;

/**
 * Draws from a density that is known by its score only: x becomes x + (eta/2) s(x) + sqrt(eta) eps with eps from N(0, 1).
 * For small eta the walk visits each region as often as the density says; it is never corrected, so a large eta leaves it too
 * wide, by the factor 1/(1 - eta/(4 sd^2)) in the variance of a normal, and from eta = 4 sd^2 on it runs away.
 *
 * <p>Roberts and Tweedie, "Exponential convergence of Langevin distributions and their discrete approximations", Bernoulli 2,
 * 1996 (the unadjusted algorithm).
 */
public final class Langevin {

    /** A walk that is further out has run away and will not come back. */
    private static final double LOST = 1e6;

    private Langevin() {}

    /**
     * One step: x + (eta/2) s(x) + sqrt(eta) eps. Relative error below 1e-14 of the terms.
     *
     * @param density whose score is followed
     * @param eta finite and {@code > 0}
     * @param x any finite number at which the density is positive
     * @param eps any finite number
     */
    public static double step(Continuous density, double eta, double x, double eps) {
        Require.positive("eta", eta);
        return Require.finite("x", x) + 0.5 * eta * density.score(x) + Math.sqrt(eta) * Require.finite("eps", eps);
    }

    /**
     * The start and the places after each step, in their order. Fewer than {@code steps + 1} when the walk has run away: the
     * places end before the first one beyond 1e6. Each follows from the one before with the relative error of a step, below
     * 1e-14 of its terms; what came before shrinks where the score falls and grows in a valley of the density.
     *
     * @param density whose score is followed
     * @param eta finite and {@code > 0}
     * @param start any number up to 1e6 in size
     * @param steps {@code >= 0}
     * @param generator of the noise, one normal draw a step
     */
    public static double[] walk(Continuous density, double eta, double start, int steps, Generator generator) {
        Require.count("steps", steps, 0);
        if (!(Math.abs(start) <= LOST)) {
            throw new IllegalArgumentException("start must be at most 1e6 in size, got " + start);
        }
        double[] places = new double[steps + 1];
        places[0] = start;
        for (int i = 1; i <= steps; i++) {
            places[i] = step(density, eta, places[i - 1], Normal.STANDARD.sample(generator));
            if (!(Math.abs(places[i]) <= LOST)) {
                return Arrays.copyOf(places, i);
            }
        }
        return places;
    }
}
