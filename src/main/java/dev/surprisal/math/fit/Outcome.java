package dev.surprisal.math.fit;

/** How an iteration ended. */
public enum Outcome {
    /** What was asked for is found to the stated tolerance. */
    CONVERGED,
    /** No way on: the iteration would leave its domain, or no step makes anything better. */
    STALLED,
    /** The last allowed step was taken and the goal not reached. */
    OUT_OF_ITERATIONS,
    /** Step after step made things worse: the steps are too large. */
    DIVERGED
}
