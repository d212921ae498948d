package dev.surprisal.math.estimation;

/** How a search ended. */
public enum Outcome {
    /** At a point where the gradient is 0 as far as doubles can tell. */
    CONVERGED,
    /** No step made the objective smaller, though the gradient is not 0. */
    STALLED,
    /** Still on its way when the steps were used up. */
    OUT_OF_ITERATIONS,
    /** The objective grew without bound or stopped being a number: the step is too large. */
    DIVERGED
}
