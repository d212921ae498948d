package dev.surprisal.math.fit;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Require;

/** How a {@link Descent} takes its steps in (mean, ln sd), from the slopes g there. */
public sealed interface Method {

    /** What the size of one step is cut to, in each coordinate by itself: 0.25 in the mean and a factor of 1.28 in the sd. */
    double CLIP = 0.25;

    /**
     * Gradient descent: a step of -rate g, each coordinate then cut to {@link Method#CLIP}.
     *
     * @param rate in (0, 1]
     * @param backtracks whether a step that makes things worse is halved until it does not (Armijo's rule with 1/4;
     *     Nocedal and Wright 2006, algorithm 3.1)
     */
    record Gradient(double rate, boolean backtracks) implements Method {
        public Gradient {
            requireRate(rate);
        }
    }

    /**
     * Gradient descent with a heavy ball: the step is decay times the step before less rate g, cut as above (Polyak 1964).
     *
     * @param rate in (0, 1]
     * @param decay in [0, 1)
     */
    record Momentum(double rate, double decay) implements Method {
        public Momentum {
            requireRate(rate);
            requireDecay("decay", decay);
        }
    }

    /**
     * Adam: running means of g and g^2, corrected for their start at 0, and steps of rate mean/(sqrt(square) + 1e-8)
     * (Kingma and Ba 2015, algorithm 1).
     *
     * @param rate in (0, 1]
     * @param decay of the mean of g, in [0, 1); usually 0.9
     * @param squareDecay of the mean of g^2, in [0, 1); usually 0.999
     */
    record Adam(double rate, double decay, double squareDecay) implements Method {
        public Adam {
            requireRate(rate);
            requireDecay("decay", decay);
            requireDecay("squareDecay", squareDecay);
        }
    }

    /**
     * Newton's method.
     *
     * @param damped whether directions in which the divergence bends downwards are turned round, and steps that make things
     *     worse are halved: it then goes to a minimum. The undamped method goes to whatever stationary point is near,
     *     saddles too, or away
     */
    record Newton(boolean damped) implements Method {}

    private static void requireRate(double rate) {
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be > 0 and at most 1, got " + Decimal.shortest(rate));
        }
    }

    private static void requireDecay(String name, double decay) {
        if (!(Require.probability(name, decay) < 1)) {
            throw new IllegalArgumentException(name + " must be below 1");
        }
    }
}
