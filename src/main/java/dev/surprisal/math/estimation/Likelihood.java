package dev.surprisal.math.estimation;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Univariate;

/**
 * How probable a model makes data, taken to be independent draws.
 *
 * <p>Fisher, "On the mathematical foundations of theoretical statistics", 1922.
 */
public final class Likelihood {

    private Likelihood() {}

    /**
     * The sum of ln p(x_i), in nats: negative infinity when one x_i lies outside the model's support. Positive for
     * dense enough densities. Error below 4e-15 of the sum of the terms' sizes.
     *
     * @param data at least one finite number
     */
    public static double logLikelihoodNats(Univariate model, double[] data) {
        Data.numbers("data", data, 1);
        Sum sum = new Sum();
        for (double x : data) {
            double logDensity = model.logDensity(x);
            if (logDensity == Double.NEGATIVE_INFINITY) {
                return logDensity;
            }
            sum.add(logDensity);
        }
        return sum.value();
    }

    /** The negative log-likelihood -sum of ln p(x_i), in nats. Error below 4e-15 of the sum of the terms' sizes. */
    public static double nllNats(Univariate model, double[] data) {
        return 0 - logLikelihoodNats(model, data);
    }

    /**
     * The negative log-likelihood divided by the number of data: the cross-entropy of the data and the model. Error
     * below 4e-15 of the sum of the terms' sizes.
     */
    public static double meanNllNats(Univariate model, double[] data) {
        return nllNats(model, data) / data.length;
    }

    /**
     * -h ln p - t ln(1 - p) for flips in a given order, in nats. 0 ln 0 = 0: infinite only when something happened that
     * p rules out. Error below 4e-15 of the sum of the terms' sizes.
     *
     * @param heads {@code >= 0}
     * @param tails {@code >= 0}
     * @param p the probability of heads, in [0, 1]
     */
    public static double nllOfFlipsNats(int heads, int tails, double p) {
        Require.count("heads", heads, 0);
        Require.count("tails", tails, 0);
        Require.probability("p", p);
        return 0 - (LogSpace.xLogY(heads, p) + LogSpace.xLog1pY(tails, -p));
    }

    /**
     * p^h (1 - p)^t, the probability of flips in a given order. Falls to 0 after 1,074 fair flips, where the logarithm
     * is still -744.4. Relative error below 2e-15 max(1, |ln L|).
     */
    public static double ofFlips(int heads, int tails, double p) {
        return Elementary.exp(-nllOfFlipsNats(heads, tails, p));
    }
}
