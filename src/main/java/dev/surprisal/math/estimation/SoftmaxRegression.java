package dev.surprisal.math.estimation;

import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * P(y = k | x) = softmax(a + b x)_k with an intercept and a slope for each class. Only differences between classes matter:
 * adding the same to the parameters of all classes changes nothing, so the fit sets those of class 0 to 0.
 *
 * <p>Bishop, "Pattern Recognition and Machine Learning", 2006, sec. 4.3.4.
 */
public final class SoftmaxRegression {

    private SoftmaxRegression() {}

    /**
     * The maximum-likelihood fit with class 0 as reference: coefficients (a_1, b_1, a_2, b_2, …) of the classes 1, 2,
     * …. {@link RegressionFit.NoMaximum} when the search ends at parameters that give every example its own class: the
     * classes are then separable. Error below 1e-10 max(1, |coefficient|) where the curvature is not tiny.
     *
     * @param x at least one predictor value for each label
     * @param y labels 0 … classes - 1, each of which occurs
     * @param classes {@code >= 2}
     */
    public static RegressionFit fit(double[] x, int[] y, int classes) {
        Loss loss = checked(x, y, classes, false, 1);
        loss.design.requireDistinct();
        boolean[] seen = new boolean[classes];
        for (int label : y) {
            seen[label] = true;
        }
        for (int k = 0; k < classes; k++) {
            if (!seen[k]) {
                return new RegressionFit.NoMaximum("class " + k + " never occurs: the likelihood grows for ever as its"
                        + " probability falls, there is no maximum");
            }
        }
        Newton.Point point = Newton.minimise(loss, new double[2 * (classes - 1)]);
        if (loss.separates(point.parameters)) {
            return new RegressionFit.NoMaximum(
                    "the classes are separable: the likelihood grows for ever as the slopes do, there is no maximum");
        }
        return new RegressionFit.Found(point.parameters, point.value, point.iterations, point.outcome);
    }

    /** The mean NLL as a function of (a_0, b_0, a_1, b_1, …), the parameters of all classes free: for descent. */
    public static Objective meanNll(double[] x, int[] y, int classes) {
        return checked(x, y, classes, true, 1.0 / Math.max(1, y.length));
    }

    private static Loss checked(double[] x, int[] y, int classes, boolean allFree, double scale) {
        Require.count("classes", classes, 2);
        Data.numbers("x", x, 1);
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "x and y must have the same length, got " + x.length + " and " + y.length);
        }
        for (int i = 0; i < y.length; i++) {
            if (y[i] < 0 || y[i] >= classes) {
                throw new IllegalArgumentException(
                        Data.at("y", i) + " must lie between 0 and " + (classes - 1) + ", got " + y[i]);
            }
        }
        return new Loss(Design.of(x), y.clone(), classes, allFree, scale);
    }

    private static final class Loss implements Curved {
        private final Design design;
        private final int[] y;
        private final int classes;
        private final boolean allFree;
        private final double scale;

        Loss(Design design, int[] y, int classes, boolean allFree, double scale) {
            this.design = design;
            this.y = y;
            this.classes = classes;
            this.allFree = allFree;
            this.scale = scale;
        }

        @Override
        public double value(double[] theta) {
            Sum sum = new Sum();
            for (int i = 0; i < y.length; i++) {
                sum.add(0 - LogSpace.logSoftmax(logits(i, theta))[y[i]]);
            }
            return scale * sum.value();
        }

        @Override
        public double[] gradient(double[] theta) {
            double[] gradient = new double[theta.length];
            for (int i = 0; i < y.length; i++) {
                double[] errors = dev.surprisal.math.estimation.Loss.gradientOfLogits(logits(i, theta), y[i]);
                for (int k = first(); k < classes; k++) {
                    for (int j = 0; j < design.width; j++) {
                        gradient[at(k) + j] += scale * errors[k] * design.rows[i][j];
                    }
                }
            }
            return gradient;
        }

        @Override
        public double[][] hessian(double[] theta) {
            double[][] hessian = new double[theta.length][theta.length];
            for (int i = 0; i < y.length; i++) {
                double[][] own = dev.surprisal.math.estimation.Loss.hessianOfLogits(logits(i, theta));
                for (int k = first(); k < classes; k++) {
                    for (int l = first(); l < classes; l++) {
                        for (int j = 0; j < design.width; j++) {
                            for (int m = 0; m < design.width; m++) {
                                hessian[at(k) + j][at(l) + m] +=
                                        scale * own[k][l] * design.rows[i][j] * design.rows[i][m];
                            }
                        }
                    }
                }
            }
            return hessian;
        }

        boolean separates(double[] theta) {
            for (int i = 0; i < y.length; i++) {
                double[] logits = logits(i, theta);
                for (int k = 0; k < classes; k++) {
                    if (k != y[i] && !(logits[k] < logits[y[i]])) {
                        return false;
                    }
                }
            }
            return true;
        }

        private double[] logits(int i, double[] theta) {
            double[] logits = new double[classes];
            for (int k = first(); k < classes; k++) {
                logits[k] = design.predict(i, theta, at(k));
            }
            return logits;
        }

        /** The first class with parameters. */
        private int first() {
            return allFree ? 0 : 1;
        }

        private int at(int k) {
            return design.width * (k - first());
        }
    }
}
