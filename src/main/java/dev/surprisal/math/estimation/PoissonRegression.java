package dev.surprisal.math.estimation;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Special;
import dev.surprisal.math.Sum;

/**
 * Counts with rate e^(a + b x): the sum of e^(a+bx) - y (a + b x) made small by Newton's method.
 *
 * <p>McCullagh and Nelder, "Generalized Linear Models", 1989, ch. 6.
 */
public final class PoissonRegression {

    private PoissonRegression() {}

    /**
     * The maximum-likelihood fit; its NLL includes the terms ln y!. {@link RegressionFit.NoMaximum} when the counts are
     * all 0, or 0 everywhere but at the smallest or the largest x. Error below 1e-11 max(1, |coefficient|) where the
     * curvature is not tiny.
     *
     * @param x at least one predictor value for each count
     * @param y whole numbers {@code >= 0}
     */
    public static RegressionFit fit(double[] x, double[] y) {
        Data.pairs(x, y, 1);
        Data.counts("y", y, 1);
        if (runsAway(x, y)) {
            return new RegressionFit.NoMaximum(
                    "the counts are 0 but at one end: the likelihood grows for ever as the rate"
                            + " falls elsewhere, there is no maximum");
        }
        Design design = Design.of(x);
        design.requireDistinct();
        Loss loss = new Loss(design, y);
        // the constant rate is a start from which Newton's steps do not overflow
        double[] start = {Elementary.log(Data.mean(y)), 0};
        Newton.Point point = Newton.minimise(loss, start);
        Sum nll = new Sum().add(point.value);
        for (double count : y) {
            nll.add(Special.logGamma(count + 1));
        }
        return new RegressionFit.Found(point.parameters, nll.value(), point.iterations, point.outcome);
    }

    /** The sum of e^(a+bx) - y (a + b x) as a function of (a, b): for descent. */
    public static Objective loss(double[] x, double[] y) {
        Data.pairs(x, y, 1);
        Data.counts("y", y, 1);
        return new Loss(Design.of(x), y.clone());
    }

    /** Whether some direction lowers the rate of zeros and leaves that of every other count alone. */
    private static boolean runsAway(double[] x, double[] y) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            lowest = Math.min(lowest, x[i]);
            highest = Math.max(highest, x[i]);
            if (y[i] > 0) {
                first = Math.min(first, x[i]);
                last = Math.max(last, x[i]);
            }
        }
        boolean atOnePoint = first == last && lowest < highest;
        return first > last || (atOnePoint && (first == lowest || first == highest));
    }

    private static final class Loss implements Curved {
        private final Design design;
        private final double[] y;

        Loss(Design design, double[] y) {
            this.design = design;
            this.y = y;
        }

        @Override
        public double value(double[] theta) {
            Sum sum = new Sum();
            for (int i = 0; i < y.length; i++) {
                double z = design.predict(i, theta, 0);
                sum.add(Elementary.exp(z));
                sum.add(-y[i] * z);
            }
            return sum.value();
        }

        @Override
        public double[] gradient(double[] theta) {
            double[] gradient = new double[theta.length];
            for (int i = 0; i < y.length; i++) {
                double error = Elementary.exp(design.predict(i, theta, 0)) - y[i];
                for (int j = 0; j < theta.length; j++) {
                    gradient[j] += error * design.rows[i][j];
                }
            }
            return gradient;
        }

        @Override
        public double[][] hessian(double[] theta) {
            double[][] hessian = new double[theta.length][theta.length];
            for (int i = 0; i < y.length; i++) {
                double rate = Elementary.exp(design.predict(i, theta, 0));
                for (int j = 0; j < theta.length; j++) {
                    for (int k = 0; k < theta.length; k++) {
                        hessian[j][k] += rate * design.rows[i][j] * design.rows[i][k];
                    }
                }
            }
            return hessian;
        }
    }
}
