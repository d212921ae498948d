package dev.surprisal.math.sampling;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Univariate;
import dev.surprisal.math.information.Entropy;
import java.util.function.DoubleUnaryOperator;

/**
 * Expectations as means of draws, and how the error of such a mean shrinks: as 1/sqrt(n) where the variance is finite.
 *
 * <p>Robert and Casella, "Monte Carlo Statistical Methods", 2004, ch. 3.
 */
public final class MonteCarlo {

    private MonteCarlo() {}

    /**
     * E[f(x)], x ~ law, as the mean of n draws. Where f(x) has no finite variance the mean converges more slowly than its
     * standard error says, or not at all.
     *
     * @param law what x is drawn from
     * @param f finite wherever the law puts mass
     * @param n {@code >= 1}
     * @throws IllegalArgumentException when f answers with NaN or an infinity for a draw
     */
    public static Estimate expectation(Univariate law, DoubleUnaryOperator f, int n, Generator generator) {
        Require.count("n", n, 1);
        RunningEstimate running = new RunningEstimate();
        for (int i = 0; i < n; i++) {
            running.add(f.applyAsDouble(law.sample(generator)));
        }
        return running.estimate();
    }

    /**
     * sd/sqrt(n), the standard error of the mean of n independent draws (with replacement, for a batch of a data set). Within
     * 1 ulp.
     *
     * @param sd of a single draw, finite and {@code >= 0}
     * @param n {@code >= 1}
     */
    public static double standardError(double sd, double n) {
        return requireSd(sd) / Math.sqrt(requireCount("n", n));
    }

    /**
     * sd/sqrt(B) sqrt((N - B)/(N - 1)): the standard error of the mean of B different members of N, 0 when they are all.
     *
     * @param sd the standard deviation of the N members, with divisor N
     * @param batch B, from 1 to N
     * @param population N, {@code >= 1}
     */
    public static double standardErrorWithoutReplacement(double sd, int batch, int population) {
        Require.count("batch", batch, 1);
        if (batch > population) {
            throw new IllegalArgumentException(
                    "batch must be at most the population, got " + batch + " of " + population);
        }
        double withReplacement = standardError(sd, batch);
        return batch == population
                ? 0
                : withReplacement * Math.sqrt((population - (double) batch) / (population - 1.0));
    }

    /**
     * (sd/se)^2: how many draws bring the standard error down to se. Not rounded up. Relative error below 1e-15.
     *
     * @param sd of a single draw, finite and {@code >= 0}
     * @param standardError the aim, finite and {@code > 0}
     */
    public static double drawsFor(double sd, double standardError) {
        double ratio = requireSd(sd) / Require.positive("standardError", standardError);
        return ratio * ratio;
    }

    /**
     * sqrt((1 - p)/(p n)): the standard error of an estimated probability, relative to it; 0.27 for an event of probability
     * 0.00135 after 10,000 draws.
     *
     * @param p in (0, 1]
     * @param n {@code >= 1}
     */
    public static double relativeStandardError(double p, double n) {
        Require.positive("p", Require.probability("p", p));
        return Math.sqrt((1 - p) / p / requireCount("n", n));
    }

    /**
     * The standard deviation of -ln q(x) for x from p, in nats: of the negative log-likelihood of one observation,
     * whose mean is the cross-entropy. Infinite where q_k = 0 &lt; p_k. Error below 1e-14 max(1, H).
     *
     * @param p at least two probabilities that sum to 1
     * @param q as many
     */
    public static double sdOfNllNats(double[] p, double[] q) {
        double mean = Entropy.crossEntropyNats(p, q);
        if (mean == Double.POSITIVE_INFINITY) {
            return mean;
        }
        double[] from = Require.probabilities("p", p);
        double[] by = Require.probabilities("q", q);
        Sum sum = new Sum();
        for (int k = 0; k < from.length; k++) {
            if (from[k] > 0) {
                double apart = Entropy.surprisalNats(by[k]) - mean;
                sum.add(from[k] * apart * apart);
            }
        }
        return Math.sqrt(sum.value());
    }

    private static double requireSd(double sd) {
        if (!(sd >= 0 && sd < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sd must be a finite number >= 0, got " + Decimal.shortest(sd));
        }
        return sd;
    }

    private static double requireCount(String name, double n) {
        if (!(n >= 1 && n < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be a finite number >= 1, got " + Decimal.shortest(n));
        }
        return n;
    }
}
