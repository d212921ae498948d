package dev.surprisal.math;

/** How a search or an iteration ended. */
public enum Outcome {
    /** What was asked for is found to the stated tolerance. */
    CONVERGED,
    /** No way on, though the goal is not reached: no step makes anything better, or it would leave the domain. */
    STALLED,
    /** The last allowed step was taken and the goal not reached. */
    OUT_OF_ITERATIONS,
    /** Step after step made things worse, or the objective stopped being a number: the steps are too large. */
    DIVERGED
}
