package dev.surprisal.math.estimation;

import dev.surprisal.math.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Where a descent went: the parameters and the objective at the start and after each step. */
public final class DescentTrace {

    private static final double ROUNDING = 1e-12;

    private final List<double[]> parameters;
    private final List<Double> values;
    private final Outcome outcome;

    DescentTrace(List<double[]> parameters, List<Double> values, Outcome outcome) {
        this.parameters = new ArrayList<>(parameters);
        this.values = List.copyOf(values);
        this.outcome = outcome;
    }

    /** The number of steps taken; the start is step 0. */
    public int steps() {
        return parameters.size() - 1;
    }

    /** The parameters after a step, as a new array. */
    public double[] parameters(int step) {
        return parameters.get(step).clone();
    }

    /** The objective after a step. Exactly what the objective gave. */
    public double value(int step) {
        return values.get(step);
    }

    /** The parameters at the end, as a new array; {@link #outcome()} tells what they are worth. */
    public double[] last() {
        return parameters(steps());
    }

    /** How many of the steps led upwards, by more than rounding. */
    public int rises() {
        int rises = 0;
        for (int step = 1; step <= steps(); step++) {
            double before = value(step - 1);
            rises += value(step) - before > ROUNDING * Math.abs(before) ? 1 : 0;
        }
        return rises;
    }

    /** How the descent ended. */
    public Outcome outcome() {
        return outcome;
    }
}
