package dev.surprisal.widget.estimation;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Sum;
import dev.surprisal.math.estimation.LinearRegression;
import dev.surprisal.math.estimation.LogisticRegression;
import dev.surprisal.math.estimation.Objective;
import dev.surprisal.math.estimation.PoissonRegression;
import dev.surprisal.math.estimation.RegressionFit;
import dev.surprisal.widget.Picture.Axes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A few points, and the curve with an intercept and a slope that is fitted to them. */
final class RegressionData {

    /** What the outputs are taken for, from which the curve and its loss follow. */
    enum Output {
        /** Numbers with normal noise: a line, half the mean squared error. */
        MEASURED("line", "half the mean squared error", "", 0.005, 0.2),
        /** Numbers with Laplace noise: a line, the mean absolute error. */
        ROUGH("line", "mean absolute error", "", 0.005, 0.2),
        /** Labels 0 and 1: a sigmoid, the mean binary cross-entropy. */
        LABEL("sigmoid", "mean NLL", "nats", 0.05, 5),
        /** Counts: an exponential rate, the sum of rate − count · log-rate. */
        COUNT("exponential curve", "summed NLL without ln *y*!", "nats", 0.001, 0.05);

        /** What the fitted curve is called. */
        final String curve;

        final String loss;
        final String unit;
        final double rateStep;
        final double mostRate;

        Output(String curve, String loss, String unit, double rateStep, double mostRate) {
            this.curve = curve;
            this.loss = loss;
            this.unit = unit;
            this.rateStep = rateStep;
            this.mostRate = mostRate;
        }
    }

    private static final double[] MEASUREMENTS_Y = {2.3, 2.9, 4.1, 4.8, 6.2, 6.6};

    /** A line through measurements: half the mean squared error, which is the mean NLL for σ = 1 without its constant. */
    static final RegressionData MEASUREMENTS = new RegressionData(
            Output.MEASURED,
            new double[] {1, 2, 3, 4, 5, 6},
            MEASUREMENTS_Y,
            0,
            new Axes(0, 7, 0, 8),
            new Axes(-1, 4, -0.5, 2));

    /** The same measurements with x taken from its mean: the valley is nearly round. */
    static final RegressionData CENTRED = new RegressionData(
            Output.MEASURED,
            new double[] {-2.5, -1.5, -0.5, 0.5, 1.5, 2.5},
            MEASUREMENTS_Y,
            0,
            new Axes(-3.5, 3.5, 0, 8),
            new Axes(-1, 8, -1, 3));

    /** The same measurements under Laplace noise. */
    static final RegressionData ROUGH = new RegressionData(
            Output.ROUGH,
            new double[] {1, 2, 3, 4, 5, 6},
            MEASUREMENTS_Y,
            0,
            new Axes(0, 7, 0, 8),
            new Axes(-1, 4, -0.5, 2));

    /** A logistic curve through labels that overlap. */
    static final RegressionData LABELS = new RegressionData(
            Output.LABEL,
            new double[] {-3, -2, -1, -0.5, 0.5, 1, 2, 3},
            new double[] {0, 0, 1, 0, 1, 0, 1, 1},
            0,
            new Axes(-4, 4, -0.1, 1.1),
            new Axes(-2, 2, -1, 3));

    /** A logistic curve through labels that a threshold separates. */
    static final RegressionData SEPARATED = penalised(0);

    /** A rate through counts. */
    static final RegressionData COUNTS = new RegressionData(
            Output.COUNT,
            new double[] {0, 1, 2, 3},
            new double[] {1, 1, 3, 6},
            0,
            new Axes(-0.5, 3.5, 0, 8),
            new Axes(-2, 2, -0.5, 1.5));

    private final Output output;
    private final double[] x;
    private final double[] y;
    private final double lambda;
    private final Axes plane;
    private final Axes valley;

    private RegressionData(Output output, double[] x, double[] y, double lambda, Axes plane, Axes valley) {
        this.output = output;
        this.x = x;
        this.y = y;
        this.lambda = lambda;
        this.plane = plane;
        this.valley = valley;
    }

    /** The separated labels with a penalty of lambda slope² beside the summed NLL. */
    static RegressionData penalised(double lambda) {
        return new RegressionData(
                Output.LABEL,
                new double[] {-2, -1, 1, 2},
                new double[] {0, 0, 1, 1},
                lambda,
                new Axes(-4, 4, -0.1, 1.1),
                new Axes(-4, 4, -1, 9));
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

    List<Double> inputs() {
        var inputs = new ArrayList<Double>();
        for (double input : x) {
            inputs.add(input);
        }
        return inputs;
    }

    Output output() {
        return output;
    }

    String lossName() {
        return output.loss + (lambda > 0 ? " with its penalty" : "");
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
        return switch (output) {
            case MEASURED -> LinearRegression.halfMeanSquaredError(x, y);
            case ROUGH -> LinearRegression.meanAbsoluteError(x, y);
            case LABEL -> LogisticRegression.meanNll(x, y, lambda);
            case COUNT -> PoissonRegression.loss(x, y);
        };
    }

    /** What the model says at a place. */
    double prediction(double intercept, double slope, double at) {
        double score = intercept + slope * at;
        return switch (output) {
            case MEASURED, ROUGH -> score;
            case LABEL -> LogSpace.sigmoid(score);
            case COUNT -> Elementary.exp(score);
        };
    }

    /** The intercept and slope of least loss, one of them where several have it; empty where the loss has no minimum. */
    Optional<double[]> best() {
        return switch (output) {
            case MEASURED -> Optional.of(coefficients(LinearRegression.fit(x, y)));
            case ROUGH -> Optional.of(coefficients(LinearRegression.leastAbsolute(x, y)));
            case LABEL -> found(LogisticRegression.fit(x, y, lambda));
            case COUNT -> found(PoissonRegression.fit(x, y));
        };
    }

    /** The best logistic curve through these labels with another penalty; empty where there is none. */
    Optional<double[]> best(double penalty) {
        return found(LogisticRegression.fit(x, y, penalty));
    }

    private static double[] coefficients(LinearRegression.Line line) {
        return new double[] {line.intercept(), line.slope()};
    }

    private static Optional<double[]> found(RegressionFit fit) {
        return fit instanceof RegressionFit.Found found ? Optional.of(found.coefficients()) : Optional.empty();
    }

    /**
     * How sharply squared errors bend along the valley and across it: the eigenvalues of ((1, mean of x), (mean of x, mean of
     * x²)). Empty where the bend is not the same everywhere.
     */
    Optional<double[]> bends() {
        if (output != Output.MEASURED) {
            return Optional.empty();
        }
        double mean = Sum.mean(x);
        double half = Sum.ofProducts(x, x) / x.length / 2;
        double apart = Math.sqrt((half - 0.5) * (half - 0.5) + mean * mean);
        // The smaller one from the determinant: the difference would lose digits
        double large = half + 0.5 + apart;
        return Optional.of(new double[] {(2 * half - mean * mean) / large, large});
    }
}
