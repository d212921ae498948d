package dev.surprisal.widget.information;

import dev.surprisal.math.Sum;
import dev.surprisal.widget.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A vector of probabilities while it is edited: each lies between 0 and 1, but they need not sum to 1 yet.
 *
 * <p>With two outcomes each is the complement of the other, so that only three and more can be off.
 */
record Probabilities(List<Double> values) {

    static final int FEWEST = 2;
    static final int MOST = 64;

    /** How far the sum may be off 1 before somebody has to mend it. */
    private static final double TOLERANCE = 1e-9;

    Probabilities {
        values = List.copyOf(values);
        if (values.size() < FEWEST || values.size() > MOST) {
            throw new IllegalArgumentException(
                    "there must be " + FEWEST + " to " + MOST + " probabilities, got " + values.size());
        }
        for (double value : values) {
            // A -0 would be written and compared unlike 0
            if (!(value >= 0 && value <= 1) || 1 / value < 0) {
                throw new IllegalArgumentException("a probability lies between 0 and 1");
            }
        }
    }

    static Probabilities of(double... values) {
        return ofArray(values);
    }

    /** The name of outcome k: A to Z, then AA, AB and so on. */
    static String letter(int k) {
        String last = String.valueOf((char) ('A' + k % 26));
        return k < 26 ? last : (char) ('A' + k / 26 - 1) + last;
    }

    int size() {
        return values.size();
    }

    double get(int k) {
        return values.get(k);
    }

    double[] toArray() {
        var array = new double[size()];
        for (int k = 0; k < array.length; k++) {
            array[k] = get(k);
        }
        return array;
    }

    double sum() {
        return Sum.of(toArray());
    }

    boolean sumsToOne() {
        return Math.abs(sum() - 1) <= TOLERANCE;
    }

    double largest() {
        return Collections.max(values);
    }

    /** Exactly this value for outcome k; of two outcomes the other follows. */
    Probabilities typed(int k, double value) {
        double[] changed = toArray();
        changed[k] = value;
        if (size() == 2) {
            changed[1 - k] = Decimals.complement(value);
        }
        return ofArray(changed);
    }

    /** This value for outcome k; the others share the rest in the proportion they had, equally when they had nothing. */
    Probabilities slid(int k, double value) {
        if (size() == 2) {
            return typed(k, value);
        }
        double[] changed = toArray();
        changed[k] = 0;
        share(changed, k, Decimals.complement(value));
        changed[k] = value;
        return ofArray(changed);
    }

    /** One more outcome, of probability 0. */
    Probabilities withOneMore() {
        var more = new ArrayList<>(values);
        more.add(0.0);
        return new Probabilities(more);
    }

    /** Without the last outcome; the others share what it had in the proportion they had. */
    Probabilities withoutLast() {
        double[] fewer = Arrays.copyOf(toArray(), size() - 1);
        if (get(size() - 1) == 0 && sumsToOne()) {
            return ofArray(fewer);
        }
        share(fewer, -1, 1);
        return fewer.length == 2 ? ofArray(fewer).typed(0, fewer[0]) : ofArray(fewer);
    }

    /** Each divided by the sum, which must not be 0. */
    Probabilities normalised() {
        double[] changed = toArray();
        share(changed, -1, 1);
        return ofArray(changed);
    }

    /** Scales all but outcome k to the total, in proportion. Tidy: 0.4 of (0.6, 0.4) is 0.24, not 0.24000000000000002. */
    private static void share(double[] values, int k, double total) {
        double sum = Sum.of(values);
        int sharers = k < 0 ? values.length : values.length - 1;
        for (int i = 0; i < values.length; i++) {
            if (i != k) {
                // Divided first: 1 / sum overflows for a sum of 1e-310
                values[i] = Decimals.tidy(sum > 0 ? values[i] / sum * total : total / sharers);
            }
        }
    }

    private static Probabilities ofArray(double[] values) {
        var list = new ArrayList<Double>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return new Probabilities(list);
    }
}
