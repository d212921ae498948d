package dev.surprisal.math.coding;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * Lengths of code words, in bits, and what they cost on average.
 *
 * <p>A length is a number {@code >= 0}, as a rule a whole one; the ideal length -log2 p is not whole, and that of an
 * outcome which cannot happen is infinite. Cover and Thomas, "Elements of Information Theory", 2nd ed. 2006, ch. 5.
 */
public final class CodeLength {

    private static final double LN_2 = 0.6931471805599453;

    private CodeLength() {}

    /**
     * Kraft's sum of 2^-l_k: a prefix code with these lengths exists exactly where it is at most 1 (Cover and Thomas,
     * theorem 5.2.1). Below 1 some words could be shorter; a Huffman code reaches 1. Whole lengths are summed without
     * error as long as the result has 53 bits; relative error below 1e-13 for others up to 1000.
     *
     * @param lengths each {@code >= 0}; an infinite one adds 0
     */
    public static double kraftSum(double... lengths) {
        Sum sum = new Sum();
        for (int k = 0; k < lengths.length; k++) {
            sum.add(twoToMinus(checked(k, lengths[k])));
        }
        return sum.value();
    }

    /**
     * The mean length, sum of p_k l_k, in bits. An outcome of probability 0 adds 0 however long its word; infinite where
     * an outcome that can happen has an infinite length. Relative error below 4e-16.
     *
     * @param p at least two probabilities that sum to 1
     * @param lengths one for each outcome, {@code >= 0}
     */
    public static double expectedBits(double[] p, double[] lengths) {
        double[] checked = Require.probabilities("p", p);
        if (lengths.length != p.length) {
            throw new IllegalArgumentException(
                    "p and lengths must have the same length, got " + p.length + " and " + lengths.length);
        }
        Sum sum = new Sum();
        for (int k = 0; k < p.length; k++) {
            double length = checked(k, lengths[k]);
            if (checked[k] > 0) {
                sum.addProduct(checked[k], length);
            }
        }
        return sum.value();
    }

    /**
     * -log2 p_k, the lengths that no code beats on average: their mean is the entropy, and with p from elsewhere the
     * cross-entropy, in bits. Infinite where p_k = 0. Within 2 ulp.
     *
     * @param p at least two probabilities that sum to 1
     */
    public static double[] ideal(double[] p) {
        double[] result = Require.probabilities("p", p);
        for (int k = 0; k < result.length; k++) {
            result[k] = result[k] == 1 ? 0 : -Elementary.log2(result[k]);
        }
        return result;
    }

    /**
     * Shannon's lengths ceil(-log2 p_k): whole, with a Kraft sum of at most 1 and a mean below H + 1. 1 for p = 1/2
     * exactly, 2 just below; infinite where p_k = 0.
     *
     * @param p at least two probabilities that sum to 1
     */
    public static double[] shannon(double[] p) {
        double[] result = Require.probabilities("p", p);
        for (int k = 0; k < result.length; k++) {
            result[k] = shannon(result[k]);
        }
        return result;
    }

    /** The mean of {@link #shannon Shannon's lengths}, sum of p_k ceil(-log2 p_k), in bits: between H and H + 1. */
    public static double shannonExpectedBits(double[] p) {
        return expectedBits(p, shannon(p));
    }

    /** By halving, which is exact: a rounded logarithm could step over a power of two. */
    private static double shannon(double p) {
        if (p == 0) {
            return Double.POSITIVE_INFINITY;
        }
        int length = 0;
        for (double power = 1; power > p; power /= 2) {
            length++;
        }
        return length;
    }

    private static double twoToMinus(double length) {
        if (length > 1100 || length != Math.floor(length)) {
            return Elementary.exp(-length * LN_2);
        }
        double power = 1;
        for (int i = 0; i < length; i++) {
            power /= 2;
        }
        return power;
    }

    private static double checked(int k, double length) {
        if (!(length >= 0)) {
            throw new IllegalArgumentException(
                    "lengths[" + k + "] must be a number >= 0, got " + Decimal.shortest(length));
        }
        return length;
    }
}
