package dev.surprisal.math.distribution;

import dev.surprisal.math.Require;
import java.util.ArrayList;
import java.util.List;

/** Moments from central moments, and of finite sets of points. */
final class Moments {

    private Moments() {}

    /** The standard deviation; a distribution on a single point has none to divide by, one beyond double no known one. */
    static double positiveSd(Univariate distribution) {
        return Require.positive(
                "the standard deviation behind a skewness or kurtosis", distribution.standardDeviation());
    }

    static double mean(double[] points, double[] probabilities) {
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            sum += points[k] * probabilities[k];
        }
        return sum;
    }

    /** E[(X - mean)^2]. */
    static double variance(double[] points, double[] probabilities) {
        return central(points, probabilities, 1, 2);
    }

    static double skewness(Univariate distribution, double[] points, double[] probabilities) {
        return central(points, probabilities, positiveSd(distribution), 3);
    }

    static double excessKurtosis(Univariate distribution, double[] points, double[] probabilities) {
        return central(points, probabilities, positiveSd(distribution), 4) - 3;
    }

    /** E[((X - mean)/unit)^order]. */
    private static double central(double[] points, double[] probabilities, double unit, int order) {
        double mean = mean(points, probabilities);
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            double apart = (points[k] - mean) / unit;
            double power = apart * apart;
            for (int i = 2; i < order; i++) {
                power *= apart;
            }
            sum += power * probabilities[k];
        }
        return sum;
    }

    /** The points of the largest probability. */
    static List<Double> mostLikely(double[] points, double[] probabilities) {
        List<Double> result = new ArrayList<>();
        double largest = 0;
        for (int k = 0; k < points.length; k++) {
            if (probabilities[k] > largest) {
                largest = probabilities[k];
                result.clear();
            }
            if (probabilities[k] == largest) {
                result.add(points[k]);
            }
        }
        return result;
    }

    static double meanOfMixture(double[] weights, Univariate[] components) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] == 0 ? 0 : weights[k] * components[k].mean();
        }
        return sum;
    }

    /** The components' variances and the spread of their means; infinite where a mean is beyond the range of double. */
    static double varianceOfMixture(double[] weights, Univariate[] components) {
        double mean = meanOfMixture(weights, components);
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
    static double skewnessOfMixture(Univariate mixture, double[] weights, Univariate[] components) {
        double unit = positiveSd(mixture);
        double mean = meanOfMixture(weights, components);
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
    static double excessKurtosisOfMixture(Univariate mixture, double[] weights, Univariate[] components) {
        double unit = positiveSd(mixture);
        double mean = meanOfMixture(weights, components);
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
}
