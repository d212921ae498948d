package dev.surprisal.math.variational;

import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.information.Divergence;

/**
 * The game of a generative adversarial network over outcomes: a discriminator says how likely each outcome is to be data
 * (from p) and not made up (from q), and is paid V = E_p[ln D] + E_q[ln(1 - D)]. Against the best one the generator faces 2
 * JS(p, q) - ln 4. Goodfellow et al. 2014, theorem 1.
 */
public final class AdversarialGame {

    private static final double LN_4 = 1.3862943611198906;

    private AdversarialGame() {}

    /**
     * V(D) = sum of p_k ln D_k + q_k ln(1 - D_k), in nats: at most {@link #bestValueNats}. Negative infinity where D is
     * certain and wrong. Error below 2e-15 max(1, |result|).
     *
     * @param p the data's probabilities
     * @param q the generator's
     * @param discriminator D, one number in [0, 1] for each outcome
     */
    public static double valueNats(double[] p, double[] q, double[] discriminator) {
        Require.sameOutcomes(p.length, q.length);
        double[] data = Require.probabilities("p", p);
        double[] made = Require.probabilities("q", q);
        if (discriminator.length != p.length) {
            throw new IllegalArgumentException(
                    "discriminator must have " + p.length + " entries, got " + discriminator.length);
        }
        Sum sum = new Sum();
        for (int k = 0; k < data.length; k++) {
            double d = Require.probability("discriminator[" + k + "]", discriminator[k]);
            sum.add(LogSpace.xLogY(data[k], d));
            sum.add(LogSpace.xLog1pY(made[k], -d));
        }
        return sum.value();
    }

    /**
     * p_k/(p_k + q_k), the discriminator of the largest value; 1/2 where neither puts anything. Relative error below
     * 4e-16.
     */
    public static double[] bestDiscriminator(double[] p, double[] q) {
        Require.sameOutcomes(p.length, q.length);
        double[] result = Require.probabilities("p", p);
        double[] made = Require.probabilities("q", q);
        for (int k = 0; k < result.length; k++) {
            double sum = result[k] + made[k];
            result[k] = sum == 0 ? 0.5 : result[k] / sum;
        }
        return result;
    }

    /**
     * The value against the best discriminator, 2 JS(p, q) - ln 4 in nats: from -ln 4 for p = q to 0 for disjoint p and
     * q. Error below 2e-15 max(1, |result|).
     */
    public static double bestValueNats(double[] p, double[] q) {
        return 2 * Divergence.jsNats(p, q) - LN_4;
    }
}
