package dev.surprisal.math.estimation;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * A medical test read by Bayes' rule.
 *
 * <p>MacKay, "Information Theory, Inference, and Learning Algorithms", 2003, ch. 2.
 *
 * @param prior the share of people who have the condition, in [0, 1]
 * @param sensitivity the probability of a positive test with it, in [0, 1]
 * @param specificity the probability of a negative test without it, in [0, 1]
 */
public record BinaryTest(double prior, double sensitivity, double specificity) {

    public BinaryTest {
        Require.probability("prior", prior);
        Require.probability("sensitivity", sensitivity);
        Require.probability("specificity", specificity);
    }

    /** The probability of a positive test: s prior + (1 - c)(1 - prior). Relative error below 1e-15. */
    public double evidence() {
        return sensitivity * prior + (1 - specificity) * (1 - prior);
    }

    /** The probability of the condition after a positive test. Relative error below 1e-15. */
    public double posterior() {
        return posterior(1);
    }

    /**
     * The probability of the condition after n positive tests that are independent given the condition: s^n prior over
     * s^n prior + (1 - c)^n (1 - prior). Relative error below 1e-15.
     *
     * @throws IllegalArgumentException when a positive test cannot happen
     */
    public double posterior(int positives) {
        Require.count("positives", positives, 0);
        double with = Elementary.pow(sensitivity, positives) * prior;
        double without = Elementary.pow(1 - specificity, positives) * (1 - prior);
        return share(with, without, "positive");
    }

    /**
     * The probability of not having the condition after a negative test (negative predictive value). Relative error
     * below 1e-15.
     *
     * @throws IllegalArgumentException when a negative test cannot happen
     */
    public double negativePredictiveValue() {
        return share(specificity * (1 - prior), (1 - sensitivity) * prior, "negative");
    }

    private static double share(double one, double other, String outcome) {
        double sum = one + other;
        if (!(sum > 0)) {
            throw new IllegalArgumentException("a " + outcome + " test cannot happen under these settings");
        }
        return one / sum;
    }
}
