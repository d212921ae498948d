package dev.surprisal.widget.fitting;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Mixture;
import java.util.Arrays;

/**
 * Points drawn from the target, and what maximum likelihood makes of them: the normal with their mean and their variance, divided
 * by their number.
 */
final class FitSample {

    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private final View.Sample drawn;
    private final double[] inOrder;
    private final double[] sorted;
    private final double mean;
    private final double sd;
    private final double meanLogTarget;

    FitSample(Mixture p, View.Sample drawn) {
        this.drawn = drawn;
        var generator = Generator.ofSeed(drawn.number());
        inOrder = new double[drawn.size()];
        var logs = new double[inOrder.length];
        for (int i = 0; i < inOrder.length; i++) {
            inOrder[i] = p.sample(generator);
            logs[i] = p.logDensity(inOrder[i]);
        }
        sorted = inOrder.clone();
        Arrays.sort(sorted);
        mean = mean(inOrder, inOrder.length);
        sd = sd(inOrder, inOrder.length);
        meanLogTarget = mean(logs, logs.length);
    }

    private static double mean(double[] values, int count) {
        var sum = new Sum();
        for (int i = 0; i < count; i++) {
            sum.add(values[i]);
        }
        return 0 + sum.value() / count;
    }

    private static double sd(double[] values, int count) {
        double mean = mean(values, count);
        var squares = new Sum();
        for (int i = 0; i < count; i++) {
            squares.add((values[i] - mean) * (values[i] - mean));
        }
        // Two points may be the same to the last bit; a normal is never that narrow
        return Math.max(1e-6, Math.sqrt(squares.value() / count));
    }

    /** Which sample it is. */
    View.Sample drawn() {
        return drawn;
    }

    int size() {
        return sorted.length;
    }

    /** From the least to the largest. */
    double point(int i) {
        return sorted[i];
    }

    /** Of all points: the mean of the fit. */
    double mean() {
        return mean;
    }

    /** Of all points, divided by their number: the standard deviation of the fit. */
    double sd() {
        return sd;
    }

    /** The standard deviation of the fit to the first points that were drawn. */
    double sdOfFirst(int count) {
        return sd(inOrder, count);
    }

    /** −1/n times the log-likelihood of N(mean, sd²), in nats. */
    double meanNll(double ofMean, double ofSd) {
        double apart = (mean - ofMean) / ofSd;
        double ratio = sd / ofSd;
        return Elementary.log(ofSd) + HALF_LOG_TWO_PI + 0.5 * (ratio * ratio + apart * apart);
    }

    /** The mean of ln(p/q) over the points: what estimates KL(p‖N(mean, sd²)), in nats; may be below 0. */
    double estimateNats(double ofMean, double ofSd) {
        return meanLogTarget + meanNll(ofMean, ofSd);
    }
}
