package dev.surprisal.widget.models;

import java.util.List;

/**
 * A family of generative models, and what it can do.
 *
 * @param likelihood what it says about log p(x)
 * @param passes what a sample takes: network passes that must wait for one another
 * @param stable whether one loss that falls is all there is to training
 * @param code whether a given x has a latent code that can be computed
 * @param freedom from 0 to 1: where it stands on the map, to the right
 * @param exactness from 0 to 1: likewise upwards
 */
record Family(
        String name,
        Likelihood likelihood,
        Passes passes,
        boolean stable,
        boolean code,
        double freedom,
        double exactness) {

    enum Likelihood {
        EXACT("exact"),
        BOUND("a bound"),
        NONE("none"),
        CONSTANT("up to a constant");

        private final String words;

        Likelihood(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    enum Passes {
        ONE,
        PIECES,
        STEPS,
        CHAIN
    }

    static final List<Family> ALL = List.of(
            new Family("autoregressive", Likelihood.EXACT, Passes.PIECES, true, false, 0.33, 0.84),
            new Family("flow", Likelihood.EXACT, Passes.ONE, true, true, 0.1, 0.88),
            new Family("VAE", Likelihood.BOUND, Passes.ONE, true, true, 0.52, 0.66),
            new Family("GAN", Likelihood.NONE, Passes.ONE, false, false, 0.8, 0.3),
            new Family("energy-based", Likelihood.CONSTANT, Passes.CHAIN, false, false, 0.9, 0.14),
            new Family("diffusion", Likelihood.BOUND, Passes.STEPS, true, false, 0.66, 0.5));

    /** How many passes a sample takes; infinite for a chain of which nobody knows how long it must be. */
    double passes(double pieces, double steps) {
        return switch (passes) {
            case ONE -> 1;
            case PIECES -> pieces;
            case STEPS -> steps;
            case CHAIN -> Double.POSITIVE_INFINITY;
        };
    }
}
