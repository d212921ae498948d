package dev.surprisal.math.estimation;

/** A convex objective that knows its Hessian. */
interface Curved extends Objective {

    double[][] hessian(double[] parameters);
}
