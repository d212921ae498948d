package dev.surprisal.math.sampling;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import java.util.Arrays;

/**
 * How a language model chooses the next token from its logits. The order is fixed: temperature, then top-k, then top-p, each
 * followed by renormalisation, then the draw. Among equally likely tokens the one with the lower index comes first.
 *
 * <p>Fan, Lewis and Dauphin 2018 for top-k; Holtzman et al., "The curious case of neural text degeneration", 2020, for
 * top-p.
 *
 * @param temperature finite and {@code > 0}; towards 0 it is {@link #greedy}, which is not divided by it
 * @param topK how many tokens are kept, {@code >= 1}; more than there are keeps all
 * @param topP the mass that is kept, in (0, 1]
 */
public record Decoding(double temperature, int topK, double topP) {

    /** Three tokens of probability 0.4, 0.3 and 0.2 reach a mass of 0.9, which their binary sum misses by 1e-16. */
    private static final double SLACK = 1e-12;

    /** From the model's own probabilities. */
    public static final Decoding PLAIN = new Decoding(1, Integer.MAX_VALUE, 1);

    public Decoding {
        Require.positive("temperature", temperature);
        Require.count("topK", topK, 1);
        requireMass("topP", topP);
    }

    /** The probabilities from which the token is drawn. Relative error below 1e-15 (1 + |ln p_k|). */
    public double[] probabilities(double... logits) {
        return stages(logits)[2];
    }

    /**
     * The probabilities after temperature, after top-k and after top-p: three new arrays. Relative error below 1e-15 (1
     * + |ln p_k|).
     */
    public double[][] stages(double... logits) {
        double[] hot = temperedLogits(logits, temperature);
        double[] few = keep(hot, Math.min(topK, hot.length));
        return new double[][] {hot, few, keep(few, sizeOfMass(few, topP))};
    }

    /**
     * The index of the largest score (a logit or a probability), the first of several.
     *
     * @param scores at least one, none NaN
     */
    public static int greedy(double... scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("scores must have at least one entry, got none");
        }
        int best = 0;
        for (int k = 0; k < scores.length; k++) {
            best = Require.number("scores[" + k + "]", scores[k]) > scores[best] ? k : best;
        }
        return best;
    }

    /**
     * p_k^(1/T) / sum of p_j^(1/T): sharper below T = 1, flatter above, towards {@link #greedy} at 0 and the uniform
     * distribution over the possible tokens at infinity. Relative error below 1e-15 (1 + |ln p_k|/T).
     *
     * @param p at least two probabilities that sum to 1
     * @param temperature T, finite and {@code > 0}
     */
    public static double[] tempered(double[] p, double temperature) {
        double[] checked = Require.probabilities("p", p);
        Require.positive("temperature", temperature);
        if (temperature == 1) {
            return checked;
        }
        for (int k = 0; k < checked.length; k++) {
            checked[k] = Elementary.log(checked[k]);
        }
        return temperedLogits(checked, temperature);
    }

    /**
     * softmax(z/T). Relative error below 1e-15 (1 + |ln p_k|).
     *
     * @param logits z, at least one, none NaN or +infinity, not all -infinity
     * @param temperature T, finite and {@code > 0}
     */
    public static double[] temperedLogits(double[] logits, double temperature) {
        Require.positive("temperature", temperature);
        double largest = logits[requireLogits(logits)];
        double[] scaled = new double[logits.length];
        for (int k = 0; k < scaled.length; k++) {
            // The difference first: z/T may overflow for all of them
            scaled[k] = (logits[k] - largest) / temperature;
        }
        return LogSpace.softmax(scaled);
    }

    /**
     * The k largest probabilities divided by their sum, 0 for the others. Relative error below 1e-15 (1 + |ln p_k|).
     *
     * @param p at least two probabilities that sum to 1
     * @param k {@code >= 1}; more than there are keeps all
     */
    public static double[] topK(double[] p, int k) {
        Require.count("k", k, 1);
        double[] checked = Require.probabilities("p", p);
        return keep(checked, Math.min(k, checked.length));
    }

    /**
     * The fewest largest probabilities that sum to at least c, divided by their sum, 0 for the others ("nucleus"). A
     * sum that falls short of c by less than 1e-12 has reached it. Relative error below 1e-15 (1 + |ln p_k|).
     *
     * @param p at least two probabilities that sum to 1
     * @param c in (0, 1]
     */
    public static double[] topP(double[] p, double c) {
        requireMass("c", c);
        double[] checked = Require.probabilities("p", p);
        return keep(checked, sizeOfMass(checked, c));
    }

    private static double[] keep(double[] p, int count) {
        Integer[] order = byProbability(p);
        double[] result = new double[p.length];
        Sum sum = new Sum();
        for (int i = 0; i < count; i++) {
            sum.add(p[order[i]]);
        }
        for (int i = 0; i < count; i++) {
            result[order[i]] = p[order[i]] / sum.value();
        }
        return result;
    }

    private static int sizeOfMass(double[] p, double mass) {
        if (mass == 1) {
            return p.length;
        }
        Integer[] order = byProbability(p);
        Sum sum = new Sum();
        int count = 0;
        while (count < p.length && sum.value() < mass - SLACK) {
            sum.add(p[order[count]]);
            count++;
        }
        return Math.max(count, 1);
    }

    private static Integer[] byProbability(double[] p) {
        Integer[] order = new Integer[p.length];
        for (int k = 0; k < order.length; k++) {
            order[k] = k;
        }
        Arrays.sort(order, (j, k) -> p[j] == p[k] ? Integer.compare(j, k) : p[j] > p[k] ? -1 : 1);
        return order;
    }

    private static int requireLogits(double[] logits) {
        int best = greedy(logits);
        if (!(Math.abs(logits[best]) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the largest logit must be finite, got " + Decimal.shortest(logits[best]));
        }
        return best;
    }

    private static void requireMass(String name, double mass) {
        if (!(mass > 0 && mass <= 1)) {
            throw new IllegalArgumentException(name + " must lie in (0, 1], got " + Decimal.shortest(mass));
        }
    }
}
