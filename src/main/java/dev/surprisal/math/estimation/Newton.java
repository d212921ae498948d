package dev.surprisal.math.estimation;

import dev.surprisal.math.Cholesky;
import dev.surprisal.math.Outcome;

/** Damped Newton steps on a convex objective. */
final class Newton {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 60;

    private Newton() {}

    /** Where the search ended and how. */
    static final class Point {
        final double[] parameters;
        final double value;
        final int iterations;
        final Outcome outcome;

        Point(double[] parameters, double value, int iterations, Outcome outcome) {
            this.parameters = parameters;
            this.value = value;
            this.iterations = iterations;
            this.outcome = outcome;
        }
    }

    static Point minimise(Curved objective, double[] start) {
        double[] theta = start.clone();
        double value = objective.value(theta);
        for (int iteration = 1; iteration <= MOST_STEPS; iteration++) {
            double[] gradient = objective.gradient(theta);
            double[] step;
            try {
                step = Cholesky.of("the Hessian", objective.hessian(theta)).solve(gradient);
            } catch (IllegalArgumentException _) {
                // no curvature left in some direction: the minimum lies at infinity or is not a point
                return new Point(theta, value, iteration, Outcome.STALLED);
            }
            double decrement = 0;
            double largest = 0;
            for (int j = 0; j < theta.length; j++) {
                decrement += gradient[j] * step[j];
                largest = Math.max(largest, Math.abs(step[j]) / (1 + Math.abs(theta[j])));
            }
            double[] next = new double[theta.length];
            double size = 1;
            double reached = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < MOST_HALVINGS; halving++, size /= 2) {
                for (int j = 0; j < theta.length; j++) {
                    next[j] = theta[j] - size * step[j];
                }
                reached = objective.value(next);
                if (reached <= value - 0.25 * size * decrement
                        || (largest < 1e-8 && reached <= value + 1e-12 * (1 + Math.abs(value)))) {
                    break;
                }
            }
            if (!(reached <= value + 1e-12 * (1 + Math.abs(value)))) {
                return new Point(theta, value, iteration, Outcome.STALLED);
            }
            theta = next;
            value = reached;
            // Newton's steps shrink quadratically: after one of 1e-9 the next is rounding
            if (largest < 1e-9) {
                return new Point(theta, value, iteration, Outcome.CONVERGED);
            }
        }
        return new Point(theta, value, MOST_STEPS, Outcome.OUT_OF_ITERATIONS);
    }
}
