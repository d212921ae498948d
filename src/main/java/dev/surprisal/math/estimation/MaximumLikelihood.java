package dev.surprisal.math.estimation;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import java.util.Arrays;

/**
 * The parameters that make data most probable, in closed form.
 *
 * <p>Casella and Berger, "Statistical Inference", 2002, ch. 7.
 */
public final class MaximumLikelihood {

    private static final double LN_2_PI_E = 2.8378770664093453;

    private MaximumLikelihood() {}

    /** h/(h + t). At least one flip. Error below 2e-15 max(1, |result|). */
    public static Bernoulli bernoulli(int heads, int tails) {
        double flips = (double) Require.count("heads", heads, 0) + Require.count("tails", tails, 0);
        if (flips == 0) {
            throw new IllegalArgumentException("heads + tails must be >= 1, got 0");
        }
        return new Bernoulli(heads / flips);
    }

    /** n_k/N. At least two outcomes, at least one of them seen. Error below 2e-15 max(1, |result|). */
    public static Categorical categorical(double[] counts) {
        return Categorical.ofWeights(Data.counts("counts", counts, 2));
    }

    /** The mean of the data. Error below 2e-15 max(1, |result|). */
    public static double normalMean(double[] data) {
        return Data.mean(Data.numbers("data", data, 1));
    }

    /**
     * The mean squared distance from the mean, divided by N. Two-pass, compensated. Error below 2e-15 max(1, |result|).
     */
    public static double normalVariance(double[] data) {
        return Data.squares(data, normalMean(data)) / data.length;
    }

    /**
     * The sum of squared distances from the mean, divided by N - 1: unbiased, not the maximum. At least two data. Error
     * below 2e-15 max(1, |result|).
     */
    public static double unbiasedVariance(double[] data) {
        Data.numbers("data", data, 2);
        return Data.squares(data, Data.mean(data)) / (data.length - 1);
    }

    /**
     * The normal with the mean and the 1/N variance of the data. Error below 2e-15 max(1, |result|).
     *
     * @throws IllegalArgumentException when all data are equal: the likelihood then grows without bound as sd falls to 0
     */
    public static Normal normal(double[] data) {
        return new Normal(normalMean(data), Math.sqrt(positiveVariance(data)));
    }

    /**
     * (N/2) ln(2 pi e variance): the summed NLL of the data under {@link #normal}. Error below 2e-15 max(1, |result|).
     */
    public static double normalNllNats(double[] data) {
        return 0.5 * data.length * (LN_2_PI_E + Elementary.log(positiveVariance(data)));
    }

    /** The mean of counts: 0 when all of them are. Error below 2e-15 max(1, |result|). */
    public static double poissonRate(double[] counts) {
        return Data.mean(Data.counts("counts", counts, 1));
    }

    /**
     * The Poisson distribution with the mean of the counts as its rate. Error below 2e-15 max(1, |result|).
     *
     * @throws IllegalArgumentException when all counts are 0: the likelihood then only approaches its bound as the rate
     *     falls to 0
     */
    public static Poisson poisson(double[] counts) {
        double rate = poissonRate(counts);
        if (rate == 0) {
            throw new IllegalArgumentException("counts must not all be 0: no rate > 0 is the most likely");
        }
        return new Poisson(rate);
    }

    /** The summed NLL of the counts at their mean; 0 when all are 0. Error below 2e-15 max(1, |result|). */
    public static double poissonNllNats(double[] counts) {
        return poissonRate(counts) == 0 ? 0 : Likelihood.nllNats(poisson(counts), counts);
    }

    /** 1/mean. The data are {@code >= 0} and not all 0. Error below 2e-15 max(1, |result|). */
    public static double exponentialRate(double[] data) {
        Data.numbers("data", data, 1);
        for (int i = 0; i < data.length; i++) {
            if (!(data[i] >= 0)) {
                throw new IllegalArgumentException(
                        Data.at("data", i) + " must be >= 0, got " + Decimal.shortest(data[i]));
            }
        }
        double mean = Data.mean(data);
        if (!(mean > 0)) {
            throw new IllegalArgumentException("data must not all be 0: the likelihood then has no maximum");
        }
        return 1 / mean;
    }

    /** The exponential distribution with the mean of the data. Error below 2e-15 max(1, |result|). */
    public static Exponential exponential(double[] data) {
        return new Exponential(exponentialRate(data));
    }

    /**
     * The median; the middle of the two middle data for an even number, any point between which is as likely. Error
     * below 2e-15 max(1, |result|).
     */
    public static double laplaceLocation(double[] data) {
        double[] sorted = Data.numbers("data", data, 1).clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    /** The mean distance from the median. Error below 2e-15 max(1, |result|). */
    public static double laplaceScale(double[] data) {
        double median = laplaceLocation(data);
        Sum sum = new Sum();
        for (double x : data) {
            sum.add(Math.abs(x - median));
        }
        return sum.value() / data.length;
    }

    /**
     * The Laplace distribution around the median, with the mean distance from it as its scale. Error below 2e-15 max(1,
     * |result|).
     *
     * @throws IllegalArgumentException when all data are equal: the likelihood then grows without bound as the scale falls
     *     to 0
     */
    public static Laplace laplace(double[] data) {
        double scale = laplaceScale(data);
        if (scale == 0) {
            throw new IllegalArgumentException("data must not all be equal: the likelihood then has no maximum");
        }
        return new Laplace(laplaceLocation(data), scale);
    }

    private static double positiveVariance(double[] data) {
        double variance = normalVariance(data);
        if (!(variance > 0)) {
            throw new IllegalArgumentException("data must not all be equal: the likelihood then has no maximum");
        }
        return variance;
    }
}
