package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import java.util.Arrays;
import java.util.List;

/**
 * A mixture of distributions with a density: with probability w_k a draw comes from component k.
 *
 * <p>p(x) = sum of w_k p_k(x), evaluated as a log-sum-exp: 40 standard deviations out the plain sum is 0 and its
 * logarithm lost.
 */
public final class Mixture implements Continuous {

    private final double[] weights;
    private final double[] logWeights;
    private final Continuous[] components;

    private Mixture(double[] weights, Continuous[] components) {
        this.weights = weights;
        this.components = components;
        this.logWeights = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            logWeights[k] = Elementary.log(weights[k]);
        }
    }

    /** One weight for each component; the weights are {@code >= 0} and sum to 1 within 1e-9. */
    public static Mixture of(double[] weights, List<? extends Continuous> components) {
        return of(weights, components.toArray(new Continuous[0]));
    }

    /** One weight for each component; the weights are {@code >= 0} and sum to 1 within 1e-9. */
    public static Mixture of(double[] weights, Continuous... components) {
        if (weights.length != components.length) {
            throw new IllegalArgumentException("weights and components must have the same length, got " + weights.length
                    + " and " + components.length);
        }
        return new Mixture(Require.weights("weights", weights), components.clone());
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

    /** The number of components. */
    public int size() {
        return components.length;
    }

    /** The weights as a new array. */
    public double[] weights() {
        return weights.clone();
    }

    /** The weight of component k, 0-based. */
    public double weight(int k) {
        return weights[checked(k)];
    }

    /** Component k, 0-based. */
    public Continuous component(int k) {
        return components[checked(k)];
    }

    public List<Continuous> components() {
        return List.of(components);
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
        for (int k = 0; k < components.length; k++) {
            // A component of weight 0 stays out: it may be infinite at x
            if (weights[k] == 0) {
                continue;
            }
            double term = logWeights[k] + components[k].logDensity(end, offset);
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
     * The responsibilities w_k p_k(x) / p(x): the probability that component k produced x.
     *
     * @throws IllegalArgumentException when p(x) is 0 or infinite
     */
    public double[] responsibilities(double x) {
        double logDensity = logDensity(x);
        if (!(Math.abs(logDensity) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "x must have a finite density > 0 under the mixture, got " + Decimal.shortest(x));
        }
        double[] result = new double[components.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = weights[k] == 0 ? 0 : Elementary.exp(logWeights[k] + components[k].logDensity(x) - logDensity);
        }
        return result;
    }

    /** {@inheritDoc} The components' scores averaged with the responsibilities. */
    @Override
    public double score(double x) {
        double[] responsibilities = responsibilities(x);
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            if (responsibilities[k] > 0) {
                sum += responsibilities[k] * components[k].score(x);
            }
        }
        return sum;
    }

    /** The components' cdfs, averaged with the weights. */
    @Override
    public double cdf(double x) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] * components[k].cdf(x);
        }
        return Math.min(sum, 1);
    }

    @Override
    public double survival(double x) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] * components[k].survival(x);
        }
        return Math.min(sum, 1);
    }

    /** {@inheritDoc} Between the smallest and the largest of the components' quantiles. */
    @Override
    public double quantile(double u) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < components.length; k++) {
            if (weights[k] > 0) {
                double quantile = components[k].quantile(u);
                low = Math.min(low, quantile);
                high = Math.max(high, quantile);
            }
        }
        if (u == 0 || u == 1) {
            return u == 0 ? low : high;
        }
        return low == high ? low : QuantileSearch.between(this, u, low, high);
    }

    /** The weighted mean of the components' means. */
    @Override
    public double mean() {
        return Moments.meanOfMixture(weights, components);
    }

    /** The components' variances and the spread of their means: sum of w_k (v_k + (m_k - mean)^2). */
    @Override
    public double variance() {
        return Moments.varianceOfMixture(weights, components);
    }

    @Override
    public double skewness() {
        return Moments.skewnessOfMixture(this, weights, components);
    }

    @Override
    public double excessKurtosis() {
        return Moments.excessKurtosisOfMixture(this, weights, components);
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
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < components.length; k++) {
            if (weights[k] > 0) {
                Support support = components[k].support();
                low = Math.min(low, support.lowest());
                high = Math.max(high, support.highest());
            }
        }
        return new Support.Interval(low, high);
    }

    @Override
    public double sample(Generator generator) {
        return components[drawIndex(weights, generator)].sample(generator);
    }

    /** The index of a component, drawn with the weights. */
    static int drawIndex(double[] weights, Generator generator) {
        double u = generator.nextOpenUnit();
        double upTo = 0;
        int last = 0;
        for (int k = 0; k < weights.length; k++) {
            upTo += weights[k];
            if (u < upTo) {
                return k;
            }
            last = weights[k] > 0 ? k : last;
        }
        return last;
    }

    private int checked(int k) {
        if (k < 0 || k >= components.length) {
            throw new IllegalArgumentException("k must lie between 0 and " + (components.length - 1) + ", got " + k);
        }
        return k;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mixture that
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(components, that.components);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weights) + Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return "Mixture[weights=" + Arrays.toString(weights) + ", components=" + Arrays.toString(components) + "]";
    }
}
