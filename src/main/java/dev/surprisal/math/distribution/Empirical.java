package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The distribution of a data set: each of its N numbers has probability 1/N, repeated ones accordingly more.
 *
 * <p>Van der Vaart, "Asymptotic Statistics", 1998, ch. 19.
 */
public final class Empirical implements Discrete {

    /** The distinct values in ascending order, how often each occurs, and how often it or a smaller one does. */
    private final double[] values;

    private final double[] probabilities;
    private final int[] upTo;
    private final int size;
    private final double mean;

    private Empirical(double[] values, int[] upTo, double mean) {
        this.values = values;
        this.upTo = upTo;
        this.mean = mean;
        this.size = upTo[upTo.length - 1];
        this.probabilities = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            probabilities[k] = (double) (upTo[k] - (k == 0 ? 0 : upTo[k - 1])) / size;
        }
    }

    /** At least one finite number. */
    public static Empirical of(double... data) {
        if (data.length == 0) {
            throw new IllegalArgumentException("data must have at least one number, got none");
        }
        double[] sorted = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            // + 0.0 turns -0.0 into 0.0
            sorted[i] = Require.finite("data[" + i + "]", data[i]) + 0.0;
        }
        double mean = Sum.mean(sorted);
        Arrays.sort(sorted);
        double[] values = new double[sorted.length];
        int[] upTo = new int[sorted.length];
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                values[distinct++] = sorted[i];
            }
            upTo[distinct - 1] = i + 1;
        }
        return new Empirical(Arrays.copyOf(values, distinct), Arrays.copyOf(upTo, distinct), mean);
    }

    /** N, the number of data, repetitions counted. */
    public int size() {
        return size;
    }

    /** The distinct values in ascending order, as a new array. */
    public double[] values() {
        return values.clone();
    }

    @Override
    public double probability(double x) {
        int k = Arrays.binarySearch(values, Require.number("x", x) + 0.0);
        return k < 0 ? 0 : probabilities[k];
    }

    @Override
    public double logDensity(double x) {
        return Elementary.log(probability(x));
    }

    /** The share of the data {@code <= x}. */
    @Override
    public double cdf(double x) {
        return (double) countUpTo(x) / size;
    }

    @Override
    public double cdfBelow(double x) {
        int k = Arrays.binarySearch(values, Require.number("x", x) + 0.0);
        int below = k < 0 ? -k - 2 : k - 1;
        return below < 0 ? 0 : (double) upTo[below] / size;
    }

    @Override
    public double survival(double x) {
        return (double) (size - countUpTo(x)) / size;
    }

    @Override
    public double quantile(double u) {
        Require.probability("u", u);
        int k = 0;
        while ((double) upTo[k] / size < u) {
            k++;
        }
        return values[k];
    }

    @Override
    public double mean() {
        return mean;
    }

    /** The mean squared distance from the mean: divided by N, not N - 1. */
    @Override
    public double variance() {
        return Moments.variance(values, probabilities);
    }

    @Override
    public double skewness() {
        return Moments.skewness(this, values, probabilities);
    }

    @Override
    public double excessKurtosis() {
        return Moments.excessKurtosis(this, values, probabilities);
    }

    /** The values that occur most often. */
    @Override
    public Mode mode() {
        return Mode.at(Moments.mostLikely(values, probabilities));
    }

    @Override
    public Support support() {
        List<Double> points = new ArrayList<>(values.length);
        for (double value : values) {
            points.add(value);
        }
        return new Support.Points(points);
    }

    /** {@inheritDoc} One of the data: a bootstrap draw. */
    @Override
    public double sample(Generator generator) {
        int index = Arrays.binarySearch(upTo, generator.nextBelow(size) + 1);
        return values[index < 0 ? -index - 1 : index];
    }

    @Override
    public double firstAtom() {
        return values[0];
    }

    @Override
    public double nextAtom(double x) {
        int k = Arrays.binarySearch(values, Require.number("x", x) + 0.0);
        int next = k < 0 ? -k - 1 : k + 1;
        return next < values.length ? values[next] : Double.POSITIVE_INFINITY;
    }

    private int countUpTo(double x) {
        int k = Arrays.binarySearch(values, Require.number("x", x) + 0.0);
        int below = k < 0 ? -k - 2 : k;
        return below < 0 ? 0 : upTo[below];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Empirical that && Arrays.equals(values, that.values) && Arrays.equals(upTo, that.upTo);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(upTo);
    }

    @Override
    public String toString() {
        return "Empirical[" + size + " data, " + values.length + " values]";
    }
}
