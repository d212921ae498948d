package dev.surprisal.math.distribution;

import dev.surprisal.math.Require;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weighted components of a mixture, and what follows from theirs whether they have densities or atoms. */
final class Components<C extends Univariate> {

    private final double[] weights;
    private final C[] components;

    /** Takes over the array of components; the weights are {@code >= 0} and sum to 1 within 1e-9. */
    Components(double[] weights, C[] components) {
        if (weights.length != components.length) {
            throw new IllegalArgumentException("weights and components must have the same length, got " + weights.length
                    + " and " + components.length);
        }
        this.weights = Require.weights("weights", weights);
        this.components = components;
    }

    int size() {
        return components.length;
    }

    double[] weights() {
        return weights.clone();
    }

    double weight(int k) {
        return weights[k];
    }

    C get(int k) {
        return components[k];
    }

    List<C> asList() {
        return List.of(components);
    }

    /** The component that is all there is: the only one of a weight above 0, or equal to all the others that have one. */
    @Nullable
    C only() {
        C only = null;
        for (int k = 0; k < components.length; k++) {
            if (weights[k] > 0) {
                if (only != null && !only.equals(components[k])) {
                    return null;
                }
                only = components[k];
            }
        }
        return only;
    }

    double cdf(double x) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] * components[k].cdf(x);
        }
        return Math.min(sum, 1);
    }

    double survival(double x) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] * components[k].survival(x);
        }
        return Math.min(sum, 1);
    }

    /** The smallest of the components' quantiles. */
    double lowestQuantile(double u) {
        double low = Double.POSITIVE_INFINITY;
        for (int k = 0; k < components.length; k++) {
            low = weights[k] > 0 ? Math.min(low, components[k].quantile(u)) : low;
        }
        return low;
    }

    /** The largest of the components' quantiles. */
    double highestQuantile(double u) {
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < components.length; k++) {
            high = weights[k] > 0 ? Math.max(high, components[k].quantile(u)) : high;
        }
        return high;
    }

    /** The smallest interval that holds the components' supports. */
    Support.Interval reach() {
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

    double mean() {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] == 0 ? 0 : weights[k] * components[k].mean();
        }
        return sum;
    }

    /** The components' variances and the spread of their means; infinite where a mean is beyond the range of double. */
    double variance() {
        double mean = mean();
        if (!(Math.abs(mean) < Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            double apart = components[k].mean() - mean;
            sum += weights[k] == 0 ? 0 : weights[k] * (components[k].variance() + apart * apart);
        }
        return sum;
    }

    /**
     * The sum of w_k (g_k r^3 + 3 r^2 d + d^3), with the skewness g_k of component k, its sd r and the distance d of its mean
     * in units of the mixture's sd.
     */
    double skewness(Univariate mixture) {
        double unit = Moments.positiveSd(mixture);
        double mean = mean();
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            if (weights[k] > 0) {
                double d = (components[k].mean() - mean) / unit;
                double r = components[k].standardDeviation() / unit;
                double own = r == 0 ? 0 : components[k].skewness() * r * r * r;
                sum += weights[k] * (own + 3 * r * r * d + d * d * d);
            }
        }
        return sum;
    }

    /** The sum of w_k ((g_k + 3) r^4 + 4 s_k r^3 d + 6 r^2 d^2 + d^4) - 3, likewise, with excess kurtosis g_k, skewness s_k. */
    double excessKurtosis(Univariate mixture) {
        double unit = Moments.positiveSd(mixture);
        double mean = mean();
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            if (weights[k] > 0) {
                double d = (components[k].mean() - mean) / unit;
                double r = components[k].standardDeviation() / unit;
                double fourth = r == 0 ? 0 : (components[k].excessKurtosis() + 3) * r * r * r * r;
                double third = r == 0 ? 0 : components[k].skewness() * r * r * r;
                sum += weights[k] * (fourth + 4 * d * third + 6 * d * d * r * r + d * d * d * d);
            }
        }
        return sum - 3;
    }

    double sample(Generator generator) {
        return components[drawIndex(weights, generator)].sample(generator);
    }

    /** An index, drawn with the weights. */
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Components<?> that
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(components, that.components);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weights) + Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return "weights=" + Arrays.toString(weights) + ", components=" + Arrays.toString(components);
    }
}
