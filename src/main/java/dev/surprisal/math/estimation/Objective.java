package dev.surprisal.math.estimation;

/** A function of parameters that is to be made small, with its exact gradient. */
public interface Objective {

    /** The value, finite or not, but with an error that is small beside what steps are to improve. */
    double value(double[] parameters);

    /** The gradient, as a new array. Exact but for rounding, not by differences of values. */
    double[] gradient(double[] parameters);
}
