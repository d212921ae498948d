package dev.surprisal.math.distribution;

import dev.surprisal.math.Require;

/**
 * How often each of K outcomes occurs in n independent draws: n!/(n_1! … n_K!) prod p_k^n_k.
 *
 * <p>Johnson, Kotz and Balakrishnan, "Discrete Multivariate Distributions", 1997, ch. 35.
 *
 * @param n the number of draws, {@code >= 0}
 * @param outcome the distribution of one draw
 */
public record Multinomial(int n, Categorical outcome) implements Multivariate {

    public Multinomial {
        Require.count("n", n, 0);
    }

    @Override
    public int dimension() {
        return outcome.size();
    }

    /**
     * {@inheritDoc} ln n! + the sum of n_k ln p_k - ln n_k!.
     *
     * @param counts as many as there are outcomes; any but whole numbers {@code >= 0} that sum to n have probability 0
     */
    @Override
    public double logDensity(double[] counts) {
        if (counts.length != outcome.size()) {
            throw new IllegalArgumentException("counts must have " + outcome.size() + " entries, got " + counts.length);
        }
        for (int k = 0; k < counts.length; k++) {
            Require.number("counts[" + k + "]", counts[k]);
        }
        return support().contains(counts)
                ? SaddlePoint.logMultinomial(n, counts, outcome.probabilities())
                : Double.NEGATIVE_INFINITY;
    }

    /** n p_k. */
    @Override
    public double[] mean() {
        double[] mean = outcome.probabilities();
        for (int k = 0; k < mean.length; k++) {
            mean[k] *= n;
        }
        return mean;
    }

    /** n (diag(p) - p p^T). */
    @Override
    public double[][] covariance() {
        double[][] covariance = outcome.oneHotCovariance();
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= n;
            }
        }
        return covariance;
    }

    /**
     * {@inheritDoc} Starts with floor(n p_k), which no mode falls short of, and gives what is left one by one to the k with
     * the largest p_k/(n_k + 1). Finucan, "The mode of a multinomial distribution", Biometrika 51, 1964.
     */
    @Override
    public double[] mode() {
        double[] counts = mean();
        double left = n;
        for (int k = 0; k < counts.length; k++) {
            counts[k] = Math.floor(counts[k]);
            left -= counts[k];
        }
        for (; left > 0; left--) {
            int best = 0;
            for (int k = 1; k < counts.length; k++) {
                if (outcome.probability(k) * (counts[best] + 1) > outcome.probability(best) * (counts[k] + 1)) {
                    best = k;
                }
            }
            counts[best]++;
        }
        return counts;
    }

    @Override
    public VectorSupport support() {
        return new VectorSupport.Counts(outcome.size(), n);
    }

    /** The distribution of count k alone. */
    public Binomial marginal(int k) {
        return new Binomial(n, outcome.probability(k));
    }

    /** {@inheritDoc} One binomial draw after the other, each of what is left. */
    @Override
    public double[] sample(Generator generator) {
        double[] counts = new double[outcome.size()];
        // what is left of the probability, summed from the end: subtracting would leave a last outcome of probability 0
        // with a rounding error's chance
        double[] mass = new double[counts.length + 1];
        for (int k = counts.length - 1; k >= 0; k--) {
            mass[k] = mass[k + 1] + outcome.probability(k);
        }
        double left = n;
        for (int k = 0; k < counts.length && left > 0; k++) {
            if (mass[k] > 0) {
                counts[k] = Binomial.sample(left, outcome.probability(k) / mass[k], generator);
                left -= counts[k];
            }
        }
        return counts;
    }
}
