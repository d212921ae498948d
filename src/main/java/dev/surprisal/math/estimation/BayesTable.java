package dev.surprisal.math.estimation;

import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * Bayes' rule on a table: hypotheses with prior probabilities (rows), and for each the probability of every observation
 * (columns).
 *
 * <p>MacKay, "Information Theory, Inference, and Learning Algorithms", 2003, ch. 2 and 3.
 */
public final class BayesTable {

    private final double[] prior;
    private final double[][] likelihood;

    private BayesTable(double[] prior, double[][] likelihood) {
        this.prior = prior;
        this.likelihood = likelihood;
    }

    /**
     * @param prior probabilities of at least two hypotheses that sum to 1
     * @param likelihood a row for each hypothesis: probabilities in [0, 1] of each observation (they need not sum to 1, the
     *     columns may be a selection)
     */
    public static BayesTable of(double[] prior, double[][] likelihood) {
        double[] checked = Require.probabilities("prior", prior);
        if (likelihood.length != prior.length) {
            throw new IllegalArgumentException("prior and likelihood must have the same hypotheses, got " + prior.length
                    + " and " + likelihood.length);
        }
        double[][] copy = new double[likelihood.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = likelihood[i].clone();
            if (copy[i].length == 0 || copy[i].length != copy[0].length) {
                throw new IllegalArgumentException(
                        "likelihood must have rows of one length >= 1, got " + copy[i].length + " in row " + i);
            }
            for (int j = 0; j < copy[i].length; j++) {
                Require.probability("likelihood[" + i + "][" + j + "]", copy[i][j]);
            }
        }
        return new BayesTable(checked, copy);
    }

    /** The prior as a new array. */
    public double[] prior() {
        return prior.clone();
    }

    /** prior_i likelihood_ij for the observation in column j, as a new array. Relative error below 1e-15. */
    public double[] joint(int observation) {
        if (observation < 0 || observation >= likelihood[0].length) {
            throw new IllegalArgumentException(
                    "observation must lie between 0 and " + (likelihood[0].length - 1) + ", got " + observation);
        }
        double[] joint = prior.clone();
        for (int i = 0; i < joint.length; i++) {
            joint[i] *= likelihood[i][observation];
        }
        return joint;
    }

    /** The probability of an observation: the sum of its joint column. Relative error below 1e-15. */
    public double evidence(int observation) {
        return Sum.of(joint(observation));
    }

    /**
     * The probabilities of the hypotheses after an observation, as a new array. Relative error below 1e-15.
     *
     * @throws IllegalArgumentException when no hypothesis allows the observation
     */
    public double[] posterior(int observation) {
        double[] joint = joint(observation);
        double evidence = Sum.of(joint);
        if (!(evidence > 0)) {
            throw new IllegalArgumentException("observation " + observation + " cannot happen under any hypothesis");
        }
        for (int i = 0; i < joint.length; i++) {
            joint[i] /= evidence;
        }
        return joint;
    }

    /** The table with the posterior after an observation as its prior: ready for the next, independent one. */
    public BayesTable after(int observation) {
        return new BayesTable(posterior(observation), likelihood);
    }
}
