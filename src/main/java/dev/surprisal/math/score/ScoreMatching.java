package dev.surprisal.math.score;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import java.util.function.DoubleUnaryOperator;

/**
 * Losses whose minimum over a model s is the score of the data, for data on the line. The linear model s(x) = -a x on data
 * from N(0, v) has them in closed form.
 *
 * <p>Explicit: E[(s(x) - score(x))^2]/2, which needs the true score. Implicit: E[s(x)^2/2 + s'(x)], the same but for a
 * constant, without it (Hyvärinen, "Estimation of non-normalized statistical models by score matching", JMLR 6, 2005, theorem
 * 1). Denoising: E[(s(x + sd eps) + eps/sd)^2], whose minimum is the score of the noisy data (Vincent, "A connection between
 * score matching and denoising autoencoders", Neural Computation 23, 2011). Losses are per squared unit of x.
 */
public final class ScoreMatching {

    private ScoreMatching() {}

    /**
     * E[s^2/2 + s'] = a^2 v/2 - a for s(x) = -a x and x ~ N(0, v): at least -1/(2v), reached at {@link #bestSlope}.
     * Error below 1e-15 of the sum of the terms' sizes.
     *
     * @param a any finite number
     * @param v the variance of the data, finite and {@code > 0}
     */
    public static double hyvarinenLossOfLinear(double a, double v) {
        requireLinear(a, v);
        return a == 0 ? 0 : a * (0.5 * a * v - 1);
    }

    /**
     * E[(s(x) + x/v)^2]/2 = v (a - 1/v)^2/2 for s(x) = -a x and x ~ N(0, v): the loss above plus 1/(2v). Error below
     * 1e-15 of the sum of the terms' sizes.
     */
    public static double explicitLossOfLinear(double a, double v) {
        requireLinear(a, v);
        // v (a - 1/v)^2 with one rounded difference
        double miss = a * v - 1;
        return 0.5 * miss * (miss / v);
    }

    /** 1/v: the score of N(0, v) is -x/v. Within 2 ulp. */
    public static double bestSlope(double v) {
        return 1 / Require.positive("v", v);
    }

    /**
     * E[(s(x + sd eps) + eps/sd)^2] = a^2 (v + sd^2) - 2a + 1/sd^2 for s(x) = -a x, x ~ N(0, v) and eps ~ N(0, 1): never below
     * {@link #denoisingFloor}, reached at {@link #bestDenoisingSlope}. Relative error below 1e-14 where
     * v is not below sd^2/1000.
     *
     * @param a any finite number
     * @param v the variance of the clean data, {@code > 0}
     * @param sd the standard deviation of the noise, {@code > 0}; v + sd^2 must be finite
     */
    public static double denoisingLossOfLinear(double a, double v, double sd) {
        requireLinear(a, v);
        double floor = denoisingFloor(v, sd);
        double noisy = noisyVariance(v, sd);
        double miss = a * noisy - 1;
        return miss * (miss / noisy) + floor;
    }

    /**
     * 1/sd^2 - 1/(v + sd^2) = v/(sd^2 (v + sd^2)): what no model can go below, since the noise cannot be told from the noisy
     * value. The variance of eps/sd given x + sd eps. Within 4 ulp.
     */
    public static double denoisingFloor(double v, double sd) {
        return v / noisyVariance(v, sd) / sd / sd;
    }

    /** 1/(v + sd^2): the score of the noisy data N(0, v + sd^2), not that of the clean ones. Within 2 ulp. */
    public static double bestDenoisingSlope(double v, double sd) {
        return 1 / noisyVariance(v, sd);
    }

    /**
     * The mean of s(x)^2/2 + s'(x) over data: the implicit loss as it is trained on. Error below 1e-15 of the sum of
     * the terms' sizes, beside that of the model.
     *
     * @param data at least one finite number
     * @param model s
     * @param slope s', the derivative of the model
     */
    public static double hyvarinenLoss(double[] data, DoubleUnaryOperator model, DoubleUnaryOperator slope) {
        requireSome("data", data.length);
        Sum sum = new Sum();
        for (int i = 0; i < data.length; i++) {
            double x = Require.finite("data[" + i + "]", data[i]);
            double s = model.applyAsDouble(x);
            sum.add(finiteLoss(x, 0.5 * s * s + slope.applyAsDouble(x)));
        }
        return sum.value() / data.length;
    }

    /**
     * The mean of (s(x + sd eps) + eps/sd)^2 over pairs of data and noise: the denoising loss as it is trained on.
     * Error below 1e-15 of the sum of the terms' sizes, beside that of the model.
     *
     * @param data at least one finite number
     * @param noise eps, as many finite numbers, from N(0, 1)
     * @param sd the standard deviation of the noise, finite and {@code > 0}
     * @param model s
     */
    public static double denoisingLoss(double[] data, double[] noise, double sd, DoubleUnaryOperator model) {
        requireSome("data", data.length);
        Require.positive("sd", sd);
        if (noise.length != data.length) {
            throw new IllegalArgumentException(
                    "data and noise must have the same length, got " + data.length + " and " + noise.length);
        }
        Sum sum = new Sum();
        for (int i = 0; i < data.length; i++) {
            double eps = Require.finite("noise[" + i + "]", noise[i]);
            double noisy = Require.finite("data[" + i + "]", data[i]) + sd * eps;
            double miss = model.applyAsDouble(noisy) + eps / sd;
            sum.add(finiteLoss(noisy, miss * miss));
        }
        return sum.value() / data.length;
    }

    private static double noisyVariance(double v, double sd) {
        Require.positive("v", v);
        Require.positive("sd", sd);
        return Require.finite("v + sd^2", v + sd * sd);
    }

    private static void requireLinear(double a, double v) {
        Require.finite("a", a);
        Require.positive("v", v);
    }

    private static double finiteLoss(double x, double loss) {
        if (!(Math.abs(loss) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the model must have a finite loss at " + Decimal.shortest(x) + ", got " + Decimal.shortest(loss));
        }
        return loss;
    }

    private static void requireSome(String name, int length) {
        if (length == 0) {
            throw new IllegalArgumentException(name + " must have at least one entry, got none");
        }
    }
}
