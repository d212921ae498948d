package dev.surprisal.math.estimation;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * P(y = 1 | x) = sigmoid(a + b x): the summed binary cross-entropy made small by Newton's method.
 *
 * <p>Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009, sec. 4.4.
 */
public final class LogisticRegression {

    private static final String SEPARABLE =
            "the data are separable: the likelihood grows for ever as the slope does, there is no maximum";

    private LogisticRegression() {}

    /**
     * The maximum-likelihood fit; {@link RegressionFit.NoMaximum} when a threshold separates the classes. Error below
     * 1e-12 max(1, |coefficient|) where the curvature is not tiny.
     *
     * @param x at least one predictor value for each label
     * @param y labels 0 or 1
     */
    public static RegressionFit fit(double[] x, double[] y) {
        return fit(x, y, 0);
    }

    /**
     * The MAP fit: the minimum of the summed cross-entropy + lambda b^2, the intercept free. Error below 1e-12 max(1,
     * |coefficient|) where the curvature is not tiny.
     *
     * @param lambda {@code >= 0}
     */
    public static RegressionFit fit(double[] x, double[] y, double lambda) {
        Data.pairs(x, y, 1);
        return fit(Design.of(x), y, lambda);
    }

    /**
     * As {@link #fit(double[], double[], double)} with a row of predictors for each label; the penalty is on all
     * slopes. Error below 1e-12 max(1, |coefficient|) where the curvature is not tiny.
     */
    public static RegressionFit fit(double[][] predictors, double[] y, double lambda) {
        Design design = Design.of(predictors);
        design.requireSameLength("y", y.length);
        return fit(design, y, lambda);
    }

    private static RegressionFit fit(Design design, double[] y, double lambda) {
        Require.finite("lambda", Penalty.notNegative(lambda));
        boolean one = false;
        boolean zero = false;
        for (int i = 0; i < y.length; i++) {
            one = one || label(y, i) == 1;
            zero = zero || y[i] == 0;
        }
        if (!one || !zero) {
            return new RegressionFit.NoMaximum(
                    "all labels are the same: the likelihood grows for ever with the intercept, there is no maximum");
        }
        if (lambda == 0) {
            design.requireDistinct();
        }
        if (lambda == 0 && design.width == 2 && thresholdSeparates(design, y)) {
            return new RegressionFit.NoMaximum(SEPARABLE);
        }
        Loss objective = new Loss(design, y, lambda, 1);
        Newton.Point point = Newton.minimise(objective, new double[design.width]);
        if (lambda == 0 && separates(design, y, point.parameters)) {
            return new RegressionFit.NoMaximum(SEPARABLE);
        }
        double nll = new Loss(design, y, 0, 1).value(point.parameters);
        return new RegressionFit.Found(point.parameters, nll, point.iterations, point.outcome);
    }

    /** The mean cross-entropy as a function of (a, b): for descent. */
    public static Objective meanNll(double[] x, double[] y) {
        return meanNll(x, y, 0);
    }

    /**
     * (The summed cross-entropy + lambda b^2)/N as a function of (a, b): for descent. Its minimum is that of
     * {@link #fit(double[], double[], double)}.
     *
     * @param lambda {@code >= 0}
     */
    public static Objective meanNll(double[] x, double[] y, double lambda) {
        Data.pairs(x, y, 1);
        for (int i = 0; i < y.length; i++) {
            label(y, i);
        }
        Require.finite("lambda", Penalty.notNegative(lambda));
        return new Loss(Design.of(x), y.clone(), lambda, 1.0 / y.length);
    }

    private static double label(double[] y, int i) {
        if (!(y[i] == 0 || y[i] == 1)) {
            throw new IllegalArgumentException(Data.at("y", i) + " must be 0 or 1, got " + Decimal.shortest(y[i]));
        }
        return y[i];
    }

    /** Whether all of one class lie on one side of all of the other; sharing a single point does not help. */
    private static boolean thresholdSeparates(Design design, double[] y) {
        double[] lowest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] highest = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < y.length; i++) {
            int k = (int) y[i];
            lowest[k] = Math.min(lowest[k], design.rows[i][1]);
            highest[k] = Math.max(highest[k], design.rows[i][1]);
        }
        return highest[0] <= lowest[1] || highest[1] <= lowest[0];
    }

    /** Whether these coefficients put every example strictly on its side: a proof that there is no maximum. */
    private static boolean separates(Design design, double[] y, double[] theta) {
        for (int i = 0; i < y.length; i++) {
            double z = design.predict(i, theta, 0);
            if (!(y[i] == 1 ? z > 0 : z < 0)) {
                return false;
            }
        }
        return true;
    }

    /** scale (sum of cross-entropies + lambda sum of b_j^2). */
    private static final class Loss implements Curved {
        private final Design design;
        private final double[] y;
        private final double lambda;
        private final double scale;

        Loss(Design design, double[] y, double lambda, double scale) {
            this.design = design;
            this.y = y;
            this.lambda = lambda;
            this.scale = scale;
        }

        @Override
        public double value(double[] theta) {
            Sum sum = new Sum();
            for (int i = 0; i < y.length; i++) {
                double z = design.predict(i, theta, 0);
                sum.add(LogSpace.softplus(y[i] == 1 ? -z : z));
            }
            for (int j = 1; j < theta.length; j++) {
                sum.add(lambda * theta[j] * theta[j]);
            }
            return scale * sum.value();
        }

        @Override
        public double[] gradient(double[] theta) {
            double[] gradient = new double[theta.length];
            for (int i = 0; i < y.length; i++) {
                double z = design.predict(i, theta, 0);
                double error = y[i] == 1 ? -LogSpace.sigmoid(-z) : LogSpace.sigmoid(z);
                for (int j = 0; j < theta.length; j++) {
                    gradient[j] += scale * error * design.rows[i][j];
                }
            }
            for (int j = 1; j < theta.length; j++) {
                gradient[j] += scale * 2 * lambda * theta[j];
            }
            return gradient;
        }

        @Override
        public double[][] hessian(double[] theta) {
            double[][] hessian = new double[theta.length][theta.length];
            for (int i = 0; i < y.length; i++) {
                double z = design.predict(i, theta, 0);
                double weight = scale * LogSpace.sigmoid(z) * LogSpace.sigmoid(-z);
                for (int j = 0; j < theta.length; j++) {
                    for (int k = 0; k < theta.length; k++) {
                        hessian[j][k] += weight * design.rows[i][j] * design.rows[i][k];
                    }
                }
            }
            for (int j = 1; j < theta.length; j++) {
                hessian[j][j] += scale * 2 * lambda;
            }
            return hessian;
        }
    }
}
