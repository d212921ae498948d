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
}
