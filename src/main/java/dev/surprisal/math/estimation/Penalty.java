package dev.surprisal.math.estimation;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * Penalties on parameters and the priors they stand for.
 *
 * <p>Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009, sec. 3.4.
 */
public final class Penalty {

    private Penalty() {}

    /** nll + lambda (sum of theta_j^2). Relative error below 1e-15 of the terms. */
    public static double l2Loss(double nll, double[] theta, double lambda) {
        Sum sum = new Sum();
        for (double t : Data.numbers("theta", theta, 0)) {
            sum.addProduct(t, t);
        }
        return Require.number("nll", nll) + notNegative(lambda) * sum.value();
    }

    /** nll + lambda (sum of |theta_j|). Relative error below 1e-15 of the terms. */
    public static double l1Loss(double nll, double[] theta, double lambda) {
        Sum sum = new Sum();
        for (double t : Data.numbers("theta", theta, 0)) {
            sum.add(Math.abs(t));
        }
        return Require.number("nll", nll) + notNegative(lambda) * sum.value();
    }

    /** The gradient 2 lambda theta of the L2 penalty, as a new array. Relative error below 1e-15 of the terms. */
    public static double[] l2Gradient(double[] theta, double lambda) {
        double[] gradient = Data.numbers("theta", theta, 0).clone();
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] *= 2 * notNegative(lambda);
        }
        return gradient;
    }

    /**
     * lambda sign(theta), a subgradient of the L1 penalty (0 at 0), as a new array. Relative error below 1e-15 of the
     * terms.
     */
    public static double[] l1Gradient(double[] theta, double lambda) {
        double[] gradient = Data.numbers("theta", theta, 0).clone();
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = notNegative(lambda) * (gradient[j] > 0 ? 1 : gradient[j] < 0 ? -1 : 0);
        }
        return gradient;
    }

    /**
     * 1/(2 sd^2): the lambda of lambda theta^2 beside a summed NLL that a prior N(0, sd^2) amounts to. Relative error
     * below 1e-15 of the terms.
     */
    public static double lambdaOfNormalPrior(double sd) {
        return 0.5 / Require.positive("sd", sd) / sd;
    }

    /**
     * 1/scale: the lambda of lambda |theta| beside a summed NLL that a Laplace prior around 0 amounts to. Relative
     * error below 1e-15 of the terms.
     */
    public static double lambdaOfLaplacePrior(double scale) {
        return 1 / Require.positive("scale", scale);
    }

    /**
     * noise^2/sd^2: the lambda of lambda theta^2 beside a sum of squared errors that a prior N(0, sd^2) amounts to.
     * Relative error below 1e-15 of the terms.
     */
    public static double lambdaBesideSquares(double noise, double sd) {
        double ratio = Require.positive("noise", noise) / Require.positive("sd", sd);
        return ratio * ratio;
    }

    /**
     * sign(z) max(|z| - lambda, 0): the minimum over t of (t - z)^2/2 + lambda |t|. Relative error below 1e-15 of the
     * terms.
     */
    public static double softThreshold(double z, double lambda) {
        double size = Math.abs(Require.number("z", z)) - notNegative(lambda);
        return !(size > 0) ? 0 : z > 0 ? size : -size;
    }

    static double notNegative(double lambda) {
        if (!(lambda >= 0)) {
            throw new IllegalArgumentException("lambda must be >= 0, got " + Decimal.shortest(lambda));
        }
        return lambda;
    }
}
