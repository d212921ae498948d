package dev.surprisal.math.variational;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.information.Divergence;

/**
 * Rewards earned at the price of leaving a reference: the policy that maximises E_pi[r] - beta KL(pi||reference), the reverse
 * KL to the reference weighted by e^(r/beta). For every policy: objective = best objective - beta KL(pi||optimum). Rewards and
 * beta have one unit; KL is in nats. Rafailov et al., "Direct preference optimization", 2023, eqs. 3 to 7.
 */
public final class RegularisedPolicy {

    private final double[] reference;
    private final double[] rewards;
    private final double beta;

    /** The largest reward that the reference can earn. */
    private final double largest;

    private RegularisedPolicy(double[] reference, double[] rewards, double beta) {
        this.reference = reference;
        this.rewards = rewards;
        this.beta = Require.positive("beta", beta);
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < rewards.length; k++) {
            Require.finite("rewards[" + k + "]", rewards[k]);
            best = reference[k] > 0 ? Math.max(best, rewards[k]) : best;
        }
        this.largest = best;
    }

    /**
     * The problem.
     *
     * @param reference at least two probabilities that sum to 1
     * @param rewards a finite number for each
     * @param beta the price of a nat, finite and {@code > 0}: towards 0 the optimum takes the largest reward, towards infinity
     *     it is the reference
     */
    public static RegularisedPolicy of(double[] reference, double[] rewards, double beta) {
        double[] checked = Require.probabilities("reference", reference);
        if (rewards.length != checked.length) {
            throw new IllegalArgumentException("reference and rewards must have the same length, got " + checked.length
                    + " and " + rewards.length);
        }
        return new RegularisedPolicy(checked, rewards.clone(), beta);
    }

    /** reference_k e^(r_k/beta), divided by the sum. Error below 1e-12 max(1, |result|). */
    public double[] optimum() {
        double[] logits = new double[rewards.length];
        for (int k = 0; k < logits.length; k++) {
            logits[k] = Elementary.log(reference[k]) + (rewards[k] - largest) / beta;
        }
        return LogSpace.softmax(logits);
    }

    /**
     * beta ln(sum of reference_k e^(r_k/beta)): what the optimum reaches. Between E_reference[r] and the largest
     * reward. Error below 1e-12 max(1, |result|).
     */
    public double bestObjective() {
        // log1p of a sum of expm1: for large beta the sum itself is 1 less something small
        Sum sum = new Sum();
        for (int k = 0; k < rewards.length; k++) {
            if (reference[k] > 0) {
                sum.add(reference[k] * Elementary.expm1((rewards[k] - largest) / beta));
            }
        }
        return largest + beta * Elementary.log1p(sum.value());
    }

    /**
     * E_pi[r] - beta KL(pi||reference); negative infinity for a policy that does what the reference never does. Error
     * below 1e-12 max(1, |result|).
     */
    public double objective(double[] policy) {
        return expectedReward(policy) - beta * klToReferenceNats(policy);
    }

    /** The sum of pi_k r_k. Error below 1e-12 max(1, |result|). */
    public double expectedReward(double[] policy) {
        Require.sameOutcomes(policy.length, rewards.length);
        return Sum.ofProducts(Require.probabilities("policy", policy), rewards);
    }

    /** KL(pi||reference), in nats. Error below 1e-12 max(1, |result|). */
    public double klToReferenceNats(double[] policy) {
        return Divergence.klNats(policy, reference);
    }

    /**
     * -ln sigmoid(beta (chosen - rejected)): the loss of direct preference optimisation for one pair of answers, in
     * nats. Error below 1e-12 max(1, |result|).
     *
     * @param beta finite and {@code > 0}
     * @param chosen ln(pi/reference) of the answer that people preferred
     * @param rejected the same of the other
     */
    public static double preferenceLossNats(double beta, double chosen, double rejected) {
        Require.positive("beta", beta);
        return LogSpace.softplus(-beta * (Require.finite("chosen", chosen) - Require.finite("rejected", rejected)));
    }
}
