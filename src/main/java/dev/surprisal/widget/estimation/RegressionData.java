package dev.surprisal.widget.estimation;

import dev.surprisal.math.LogSpace;
import dev.surprisal.math.estimation.LinearRegression;
import dev.surprisal.math.estimation.LogisticRegression;
import dev.surprisal.math.estimation.Objective;
import dev.surprisal.math.estimation.RegressionFit;
import dev.surprisal.widget.Picture.Axes;
import java.util.Optional;

/** A few points, and the curve with an intercept and a slope that is fitted to them. */
final class RegressionData {

    /** A line through measurements: half the mean squared error, which is the mean NLL for σ = 1 without its constant. */
    static final RegressionData MEASUREMENTS = new RegressionData(
            new double[] {1, 2, 3, 4, 5, 6},
            new double[] {2.3, 2.9, 4.1, 4.8, 6.2, 6.6},
            false,
            new Axes(0, 7, 0, 8),
            new Axes(-1, 4, -0.5, 2));

    /** A logistic curve through labels that overlap. */
    static final RegressionData LABELS = new RegressionData(
            new double[] {-3, -2, -1, -0.5, 0.5, 1, 2, 3},
            new double[] {0, 0, 1, 0, 1, 0, 1, 1},
            true,
            new Axes(-4, 4, -0.1, 1.1),
            new Axes(-2, 2, -1, 3));

    /** A logistic curve through labels that a threshold separates. */
    static final RegressionData SEPARATED = new RegressionData(
            new double[] {-2, -1, 1, 2},
            new double[] {0, 0, 1, 1},
            true,
            new Axes(-4, 4, -0.1, 1.1),
            new Axes(-4, 4, -1, 9));

    private final double[] x;
    private final double[] y;
    private final boolean labels;
    private final Axes plane;
    private final Axes valley;

    private RegressionData(double[] x, double[] y, boolean labels, Axes plane, Axes valley) {
        this.x = x;
        this.y = y;
        this.labels = labels;
        this.plane = plane;
        this.valley = valley;
    }

    int size() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** Whether the outputs are labels 0 and 1, so that the curve is a sigmoid. */
    boolean labels() {
        return labels;
    }

    /** The axes on which points and curve are shown. */
    Axes plane() {
        return plane;
    }

    /** The part of all intercepts and slopes that is shown. */
    Axes valley() {
        return valley;
    }

    /** The loss as a function of intercept and slope. */
    Objective loss() {
        return labels ? LogisticRegression.meanNll(x, y) : LinearRegression.halfMeanSquaredError(x, y);
    }

    /** What the model says at a place. */
    double prediction(double intercept, double slope, double at) {
        double score = intercept + slope * at;
        return labels ? LogSpace.sigmoid(score) : score;
    }

    /** The intercept and slope of least loss; empty where the loss has no minimum. */
    Optional<double[]> best() {
        if (!labels) {
            LinearRegression.Line line = LinearRegression.fit(x, y);
            return Optional.of(new double[] {line.intercept(), line.slope()});
        }
        return LogisticRegression.fit(x, y) instanceof RegressionFit.Found found
                ? Optional.of(found.coefficients())
                : Optional.empty();
    }
}
