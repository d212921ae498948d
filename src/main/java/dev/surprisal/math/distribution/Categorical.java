package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import java.util.Arrays;

/**
 * One of K outcomes, numbered 0, 1, …, K - 1 (the text of the course counts from 1).
 *
 * <p>The probabilities are {@code >= 0} and sum to 1 within 1e-9; what is missing to 1 is removed by dividing by the sum.
 *
 * <p>Bishop, "Pattern Recognition and Machine Learning", 2006, sec. 2.2.
 */
public final class Categorical implements Discrete {

    private final double[] probabilities;

    /** The sum of the probabilities up to each outcome; 1 from the last possible outcome on. */
    private final double[] upTo;

    private Categorical(double[] probabilities) {
        this.probabilities = probabilities;
        this.upTo = new double[probabilities.length];
        int last = 0;
        Sum sum = new Sum();
        for (int k = 0; k < probabilities.length; k++) {
            upTo[k] = Math.min(sum.add(probabilities[k]).value(), 1);
            last = probabilities[k] > 0 ? k : last;
        }
        Arrays.fill(upTo, last, upTo.length, 1);
    }

    /** At least two probabilities that sum to 1 within 1e-9. */
    public static Categorical of(double... probabilities) {
        return new Categorical(Require.probabilities("probabilities", probabilities));
    }

    /** Proportional to the weights: finite, {@code >= 0}, not all 0. */
    public static Categorical ofWeights(double... weights) {
        return new Categorical(Require.normalised("weights", weights));
    }

    /** Every one of k outcomes with probability 1/k. */
    public static Categorical uniform(int k) {
        double[] weights = new double[Require.count("k", k, 2)];
        Arrays.fill(weights, 1);
        return ofWeights(weights);
    }

    /** The number of outcomes. */
    public int size() {
        return probabilities.length;
    }

    /** The probability of outcome k, 0-based. Within 1 ulp of what was given, divided by the sum. */
    public double probability(int k) {
        if (k < 0 || k >= probabilities.length) {
            throw new IllegalArgumentException("k must lie between 0 and " + (probabilities.length - 1) + ", got " + k);
        }
        return probabilities[k];
    }

    /** The probabilities as a new array. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    @Override
    public double probability(double x) {
        Require.number("x", x);
        boolean atom = x >= 0 && x < probabilities.length && x == Math.floor(x);
        return atom ? probabilities[(int) x] : 0;
    }

    @Override
    public double logDensity(double x) {
        return Elementary.log(probability(x));
    }

    @Override
    public double cdf(double x) {
        Require.number("x", x);
        return x < 0 ? 0 : x >= probabilities.length - 1 ? 1 : upTo[(int) x];
    }

    @Override
    public double survival(double x) {
        Require.number("x", x);
        if (x < 0 || x >= probabilities.length - 1) {
            return x < 0 ? 1 : 0;
        }
        Sum sum = new Sum();
        for (int k = (int) x + 1; k < probabilities.length; k++) {
            sum.add(probabilities[k]);
        }
        return Math.min(sum.value(), 1);
    }

    /** {@inheritDoc} The sampler's map from a uniform number u to an outcome. */
    @Override
    public double quantile(double u) {
        Require.probability("u", u);
        int k = 0;
        // an outcome of probability 0 is never drawn, not even by u = 0
        while (upTo[k] < u || upTo[k] == 0) {
            k++;
        }
        return k;
    }

    /** The sum of k p_k, outcomes taken as the numbers 0 … K - 1. */
    @Override
    public double mean() {
        return Moments.mean(outcomes(), probabilities);
    }

    @Override
    public double variance() {
        return Moments.variance(outcomes(), probabilities);
    }

    @Override
    public double skewness() {
        return Moments.skewness(this, outcomes(), probabilities);
    }

    @Override
    public double excessKurtosis() {
        return Moments.excessKurtosis(this, outcomes(), probabilities);
    }

    @Override
    public Mode mode() {
        return Mode.at(Moments.mostLikely(outcomes(), probabilities));
    }

    @Override
    public Support support() {
        return new Support.Integers(quantile(0), quantile(1));
    }

    @Override
    public double sample(Generator generator) {
        return quantile(generator.nextOpenUnit());
    }

    private double[] outcomes() {
        double[] result = new double[probabilities.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = k;
        }
        return result;
    }

    /** The covariance of the one-hot vector: diag(p) - p p^T. Within 2 ulp. */
    public double[][] oneHotCovariance() {
        int n = probabilities.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] =
                        i == j ? probabilities[i] * (1 - probabilities[i]) : -probabilities[i] * probabilities[j];
            }
        }
        return result;
    }

    @Override
    public double firstAtom() {
        return 0;
    }

    @Override
    public double nextAtom(double x) {
        double next = x < 0 ? 0 : Math.floor(x) + 1;
        return next < probabilities.length ? next : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Categorical that && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return "Categorical" + Arrays.toString(probabilities);
    }
}
