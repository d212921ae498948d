package dev.surprisal.math.estimation;

/** A convex objective that knows its Hessian. */
interface Curved extends Objective {

    /** The second derivatives, as a new array of rows. Exact but for rounding. */
    double[][] hessian(double[] parameters);
}
