package dev.surprisal.math.estimation;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps of a fixed rate against the gradient, with their trace.
 *
 * <p>Nocedal and Wright, "Numerical Optimization", 2006, ch. 3.
 */
public final class GradientDescent {

    private static final int MOST_STEPS = 1_000_000;

    /** So many steps upwards in a row are no accident. */
    private static final int RISES = 20;

    private GradientDescent() {}

    /**
     * {@code theta - rate gradient(theta)}, repeated. Stops early where a step no longer changes the parameters, or after
     * 20 steps upwards in a row.
     *
     * @param rate {@code > 0}; converges for a quadratic objective when below 2 over its largest curvature
     * @param steps at most 1,000,000
     */
    public static DescentTrace descend(Objective objective, double[] start, double rate, int steps) {
        return descend(objective, 0, start, rate, steps);
    }

    /**
     * Proximal steps for the objective plus {@code lambda} times the sum of |theta_j|: a gradient step, then each parameter
     * drawn towards 0 by {@code rate lambda}, where it stays at exactly 0. Plain subgradient steps overshoot instead.
     */
    public static DescentTrace descendWithL1(
            Objective objective, double lambda, double[] start, double rate, int steps) {
        return descend(objective, Penalty.notNegative(lambda), start, rate, steps);
    }

    private static DescentTrace descend(Objective objective, double lambda, double[] start, double rate, int steps) {
        Require.positive("rate", rate);
        if (Require.count("steps", steps, 0) > MOST_STEPS) {
            throw new IllegalArgumentException("steps must be at most " + MOST_STEPS + ", got " + steps);
        }
        double[] theta = Data.numbers("start", start, 1).clone();
        List<double[]> parameters = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        parameters.add(theta.clone());
        values.add(penalised(objective, lambda, theta));
        Outcome outcome = Outcome.OUT_OF_ITERATIONS;
        int rises = 0;
        for (int step = 0; step < steps; step++) {
            double[] gradient = objective.gradient(theta);
            boolean moved = false;
            for (int j = 0; j < theta.length; j++) {
                double next = theta[j] - rate * gradient[j];
                next = lambda > 0 && !Double.isNaN(next) ? Penalty.softThreshold(next, rate * lambda) : next;
                moved = moved || next != theta[j];
                theta[j] = next;
            }
            if (!moved) {
                outcome = Outcome.CONVERGED;
                break;
            }
            double value = penalised(objective, lambda, theta);
            if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
                // the last point that is one stays the last of the trace
                outcome = Outcome.DIVERGED;
                break;
            }
            rises = value > values.getLast() ? rises + 1 : 0;
            parameters.add(theta.clone());
            values.add(value);
            if (rises == RISES) {
                outcome = Outcome.DIVERGED;
                break;
            }
        }
        return new DescentTrace(parameters, values, outcome);
    }

    private static double penalised(Objective objective, double lambda, double[] theta) {
        double value = objective.value(theta);
        return lambda == 0 ? value : Penalty.l1Loss(value, theta, lambda);
    }
}
