package dev.surprisal.widget.information;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Where a divergence that depends on one centre is least: at one place, at several alike, further than it is sought, or nowhere. */
final class BestCentres {

    /** To either side of the middle. */
    private static final int STEPS = 180;

    /** Beyond the ends a divergence comes this near to its limit. */
    private static final double LEVEL = 1e-7;

    /** Minima that differ by less are equally good. */
    private static final double TIE = 1e-9;

    private static final int ROUNDS = 40;
    private static final double GOLDEN = 0.6180339887498949;

    private BestCentres() {}

    /**
     * The best centres from the left to the right; none where the divergence is infinite everywhere, and an infinite one where
     * it falls on and on.
     *
     * @param reach how far from the middle to look
     */
    static List<Double> of(DoubleUnaryOperator divergence, double middle, double reach) {
        int count = 2 * STEPS + 1;
        var xs = new double[count];
        var ys = new double[count];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            xs[i] = middle + reach * (i - STEPS) / STEPS;
            ys[i] = divergence.applyAsDouble(xs[i]);
            least = Math.min(least, ys[i]);
        }
        double first = ys[0];
        double last = ys[count - 1];
        if (least == Double.POSITIVE_INFINITY) {
            return List.of();
        }
        if (Math.min(first, last) <= least + LEVEL) {
            return List.of(first <= last ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        // What is no deeper than this between two places cannot become the least one
        double deep = least + 0.3 * (Math.min(first, last) - least);
        var centres = new ArrayList<Double>();
        var values = new ArrayList<Double>();
        for (int i = 1; i < count - 1; i++) {
            if (ys[i] <= deep && ys[i] < ys[i - 1] && ys[i] <= ys[i + 1]) {
                double centre = refined(divergence, xs[i - 1], xs[i + 1]);
                centres.add(centre);
                values.add(divergence.applyAsDouble(centre));
                least = Math.min(least, values.getLast());
            }
        }
        var best = new ArrayList<Double>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) <= least + TIE * (1 + least)) {
                best.add(centres.get(i));
            }
        }
        return best;
    }

    /** By golden sections. */
    private static double refined(DoubleUnaryOperator divergence, double from, double to) {
        double low = from;
        double high = to;
        double one = high - GOLDEN * (high - low);
        double two = low + GOLDEN * (high - low);
        double atOne = divergence.applyAsDouble(one);
        double atTwo = divergence.applyAsDouble(two);
        for (int i = 0; i < ROUNDS; i++) {
            if (atOne < atTwo) {
                high = two;
                two = one;
                atTwo = atOne;
                one = high - GOLDEN * (high - low);
                atOne = divergence.applyAsDouble(one);
            } else {
                low = one;
                one = two;
                atOne = atTwo;
                two = low + GOLDEN * (high - low);
                atTwo = divergence.applyAsDouble(two);
            }
        }
        return (low + high) / 2;
    }
}
