package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import java.util.List;

/**
 * A mixture of distributions with a density: with probability w_k a draw comes from component k.
 *
 * <p>p(x) = sum of w_k p_k(x), evaluated as a log-sum-exp: 40 standard deviations out the plain sum is 0 and its
 * logarithm lost.
 *
 * <p>McLachlan and Peel, "Finite Mixture Models", 2000, ch. 1.
 */
public final class Mixture implements Continuous {

    private final Components<Continuous> parts;
    private final double[] logWeights;

    private Mixture(Components<Continuous> parts) {
        this.parts = parts;
        this.logWeights = new double[parts.size()];
        for (int k = 0; k < logWeights.length; k++) {
            logWeights[k] = Elementary.log(parts.weight(k));
        }
    }

    /** One weight for each component; the weights are {@code >= 0} and sum to 1 within 1e-9. */
    public static Mixture of(double[] weights, List<? extends Continuous> components) {
        return of(weights, components.toArray(new Continuous[0]));
    }

    /** One weight for each component; the weights are {@code >= 0} and sum to 1 within 1e-9. */
    public static Mixture of(double[] weights, Continuous... components) {
        return new Mixture(new Components<>(weights, components.clone()));
    }

    /** A mixture of normals, one for each entry of the three arrays. */
    public static Mixture ofNormals(double[] weights, double[] means, double[] sds) {
        if (means.length != weights.length || sds.length != weights.length) {
            throw new IllegalArgumentException("weights, means and sds must have the same length, got " + weights.length
                    + ", " + means.length + " and " + sds.length);
        }
        Continuous[] normals = new Continuous[weights.length];
        for (int k = 0; k < weights.length; k++) {
            normals[k] = new Normal(means[k], sds[k]);
        }
        return of(weights, normals);
    }

    /** {@inheritDoc} The component that has all the weight, where it is one or several that are equal. */
    @Override
    public Distribution simplest() {
        Continuous only = parts.only();
        return only == null ? this : only.simplest();
    }

    /** The number of components. */
    public int size() {
        return parts.size();
    }

    /** The weights as a new array. */
    public double[] weights() {
        return parts.weights();
    }

    /** The weight of component k, 0-based. */
    public double weight(int k) {
        return parts.weight(checked(k));
    }

    /** Component k, 0-based. */
    public Continuous component(int k) {
        return parts.get(checked(k));
    }

    /** The components in the order of their weights. */
    public List<Continuous> components() {
        return parts.asList();
    }

    /** {@inheritDoc} ln of the sum of w_k p_k(x). */
    @Override
    public double logDensity(double x) {
        return logDensity(x, 0);
    }

    @Override
    public double logDensity(double end, double offset) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int k = 0; k < parts.size(); k++) {
            // A component of weight 0 stays out: it may be infinite at x
            if (parts.weight(k) == 0) {
                continue;
            }
            double term = logWeights[k] + parts.get(k).logDensity(end, offset);
            if (term == Double.POSITIVE_INFINITY) {
                return term;
            }
            if (term > largest) {
                sum = sum * Elementary.exp(largest - term) + 1;
                largest = term;
            } else if (term > Double.NEGATIVE_INFINITY) {
                sum += Elementary.exp(term - largest);
            }
        }
        return sum == 0 ? largest : largest + Elementary.log(sum);
    }

    /**
     * The responsibilities w_k p_k(x) / p(x): the probability that component k produced x. Relative error below 1e-14
     * max(1, |ln p|).
     *
     * @throws IllegalArgumentException when p(x) is 0 or infinite
     */
    public double[] responsibilities(double x) {
        double logDensity = logDensity(x);
        if (!(Math.abs(logDensity) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "x must have a finite density > 0 under the mixture, got " + Decimal.shortest(x));
        }
        double[] result = new double[parts.size()];
        for (int k = 0; k < result.length; k++) {
            result[k] = parts.weight(k) == 0
                    ? 0
                    : Elementary.exp(logWeights[k] + parts.get(k).logDensity(x) - logDensity);
        }
        return result;
    }

    /** {@inheritDoc} The components' scores averaged with the responsibilities. */
    @Override
    public double score(double x) {
        double[] responsibilities = responsibilities(x);
        double sum = 0;
        for (int k = 0; k < parts.size(); k++) {
            if (responsibilities[k] > 0) {
                sum += responsibilities[k] * parts.get(k).score(x);
            }
        }
        return sum;
    }

    /** The components' cdfs, averaged with the weights. */
    @Override
    public double cdf(double x) {
        return parts.cdf(x);
    }

    @Override
    public double survival(double x) {
        return parts.survival(x);
    }

    /** {@inheritDoc} Between the smallest and the largest of the components' quantiles. */
    @Override
    public double quantile(double u) {
        double low = parts.lowestQuantile(u);
        double high = parts.highestQuantile(u);
        if (u == 0 || u == 1) {
            return u == 0 ? low : high;
        }
        return low == high ? low : QuantileSearch.between(this, u, low, high);
    }

    /** The weighted mean of the components' means. */
    @Override
    public double mean() {
        return parts.mean();
    }

    /** The components' variances and the spread of their means: sum of w_k (v_k + (m_k - mean)^2). */
    @Override
    public double variance() {
        return parts.variance();
    }

    @Override
    public double skewness() {
        return parts.skewness(this);
    }

    @Override
    public double excessKurtosis() {
        return parts.excessKurtosis(this);
    }

    /** {@inheritDoc} The highest of the {@link #localModes()}. */
    @Override
    public Mode mode() {
        return ModeSearch.highest(this);
    }

    /** Every point where the density has a local maximum, in ascending order; see {@link ModeSearch}. */
    public double[] localModes() {
        return ModeSearch.localModes(this);
    }

    /** The smallest interval that holds the components' supports. */
    @Override
    public Support support() {
        return parts.reach();
    }

    @Override
    public double sample(Generator generator) {
        return parts.sample(generator);
    }

    private int checked(int k) {
        if (k < 0 || k >= parts.size()) {
            throw new IllegalArgumentException("k must lie between 0 and " + (parts.size() - 1) + ", got " + k);
        }
        return k;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mixture that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return "Mixture[" + parts + "]";
    }
}
