package dev.surprisal.math.estimation;

/** A function of parameters that is to be made small, with its exact gradient. */
public interface Objective {

    double value(double[] parameters);

    /** The gradient, as a new array. */
    double[] gradient(double[] parameters);
}
