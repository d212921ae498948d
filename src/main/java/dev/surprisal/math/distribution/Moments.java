package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import java.util.ArrayList;
import java.util.List;

/** Moments from central moments, and of finite sets of points. */
final class Moments {

    private Moments() {}

    /** The standard deviation; a distribution on a single point has none to divide by. */
    static double positiveSd(Univariate distribution) {
        double sd = distribution.standardDeviation();
        if (!(sd > 0)) {
            throw new IllegalArgumentException(
                    "skewness and kurtosis need a variance > 0, got " + Decimal.shortest(distribution.variance()));
        }
        return sd;
    }

    static double mean(double[] points, double[] probabilities) {
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            sum += points[k] * probabilities[k];
        }
        return sum;
    }

    /** E[(X - mean)^order]. */
    static double central(double[] points, double[] probabilities, int order) {
        double mean = mean(points, probabilities);
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            double apart = points[k] - mean;
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

    static double skewness(Univariate distribution, double third) {
        double sd = positiveSd(distribution);
        return third / sd / sd / sd;
    }

    static double excessKurtosis(Univariate distribution, double fourth) {
        double sd = positiveSd(distribution);
        return fourth / sd / sd / sd / sd - 3;
    }

    /** The third central moment from the skewness. */
    static double third(Univariate distribution) {
        double sd = distribution.standardDeviation();
        return sd == 0 ? 0 : distribution.skewness() * sd * sd * sd;
    }

    /** The fourth central moment from the excess kurtosis. */
    static double fourth(Univariate distribution) {
        double square = distribution.variance();
        return square == 0 ? 0 : (distribution.excessKurtosis() + 3) * square * square;
    }

    /**
     * The central moment of a mixture, of order 2, 3 or 4, from those of its components: each shifted by how far its mean
     * is from the mixture's.
     */
    static double ofMixture(double[] weights, Univariate[] components, int order) {
        double mean = meanOfMixture(weights, components);
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            if (weights[k] > 0) {
                double d = components[k].mean() - mean;
                double second = components[k].variance();
                sum += weights[k]
                        * switch (order) {
                            case 2 -> second + d * d;
                            case 3 -> third(components[k]) + 3 * d * second + d * d * d;
                            default ->
                                fourth(components[k])
                                        + 4 * d * third(components[k])
                                        + 6 * d * d * second
                                        + d * d * d * d;
                        };
            }
        }
        return sum;
    }

    static double meanOfMixture(double[] weights, Univariate[] components) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] * components[k].mean();
        }
        return sum;
    }
}
