package dev.surprisal.math.sequence;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * A first-order autoregression: x_1 ~ N(0, sd^2), x_t ~ N(phi x_(t-1), sd^2). With sd fixed its maximum-likelihood phi is that
 * of least squares on the one-step predictions.
 *
 * <p>Hamilton, "Time Series Analysis", 1994, sec. 5.2.
 *
 * @param phi the weight of the last value, any finite number
 * @param sd the standard deviation of each step, finite and {@code > 0}
 */
public record Autoregression(double phi, double sd) {

    private static final double HALF_LN_TWO_PI = 0.9189385332046728;

    public Autoregression {
        Require.finite("phi", phi);
        Require.positive("sd", sd);
    }

    /** The prediction of the next value: phi x. Within 1 ulp. */
    public double next(double x) {
        return phi * Require.finite("x", x);
    }

    /**
     * The negative log-likelihood of each value given those before it, in nats: ln(2 pi sd^2)/2 + (x_t - phi
     * x_(t-1))^2/(2 sd^2), the first with prediction 0. Error below 2e-15 max(1, |result|).
     *
     * @param data at least one finite number
     */
    public double[] nllTermsNats(double... data) {
        requireSome(data);
        double[] result = new double[data.length];
        for (int t = 0; t < data.length; t++) {
            double miss = Require.finite("data[" + t + "]", data[t]) - (t == 0 ? 0 : phi * data[t - 1]);
            double z = miss / sd;
            result[t] = HALF_LN_TWO_PI + Elementary.log(sd) + 0.5 * z * z;
        }
        return result;
    }

    /**
     * ln p(data) = ln N(x_1; 0, sd^2) + sum over t > 1 of ln N(x_t; phi x_(t-1), sd^2), in nats. Relative error below 1e-14
     * unless the terms cancel (sd near 0.4).
     *
     * @param data at least one finite number
     */
    public double logLikelihood(double... data) {
        return -Sum.of(nllTermsNats(data));
    }

    /**
     * The phi of least squares, sum of x_t x_(t-1) / sum of x_(t-1)^2: the maximum-likelihood estimate for every sd.
     * Error below 2e-15 max(1, |result|).
     *
     * @param data at least two finite numbers, not all but the last 0
     */
    public static double fitPhi(double... data) {
        if (data.length < 2) {
            throw new IllegalArgumentException("data must have at least two entries, got " + data.length);
        }
        Sum products = new Sum();
        Sum squares = new Sum();
        Require.finite("data[0]", data[0]);
        for (int t = 1; t < data.length; t++) {
            products.addProduct(Require.finite("data[" + t + "]", data[t]), data[t - 1]);
            squares.addProduct(data[t - 1], data[t - 1]);
        }
        if (!(squares.value() > 0 && squares.value() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "data must have squares with a finite sum > 0 before the last entry, got the sum "
                            + squares.value());
        }
        return products.value() / squares.value();
    }

    private static void requireSome(double[] data) {
        if (data.length == 0) {
            throw new IllegalArgumentException("data must have at least one entry, got none");
        }
    }
}
