package dev.surprisal.math.sequence;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.information.Entropy;
import java.util.Arrays;

/**
 * A joint distribution of D bits, taken apart into the conditionals p(x_i | x_1 … x_(i-1)): exact for every joint and every
 * order of the bits. Another order gives other conditionals of the same joint.
 *
 * <p>A text of length up to D such as "10" stands for the first bits; the joint is given in the order of the texts 000, 001,
 * 010, … (the first bit counts most).
 *
 * <p>Cover and Thomas, "Elements of Information Theory", 2006, ch. 2.
 */
public final class ChainRule {

    private static final int MOST_BITS = 12;

    private final int bits;

    /** The probability of each prefix, as a heap: 1 for the empty one, 2n and 2n + 1 for those that go on from n. */
    private final double[] prefixes;

    private ChainRule(int bits, double[] joint) {
        this.bits = bits;
        this.prefixes = new double[2 * joint.length];
        System.arraycopy(joint, 0, prefixes, joint.length, joint.length);
        for (int n = joint.length - 1; n >= 1; n--) {
            prefixes[n] = prefixes[2 * n] + prefixes[2 * n + 1];
        }
    }

    /**
     * The joint distribution of D bits.
     *
     * @param joint 2^D probabilities that sum to 1, D from 1 to 12
     */
    public static ChainRule of(double... joint) {
        int bits = 1;
        while (bits < MOST_BITS && 1 << bits < joint.length) {
            bits++;
        }
        if (1 << bits != joint.length) {
            throw new IllegalArgumentException(
                    "joint must have 2, 4, 8, … or 4096 entries, one for each text of bits, got " + joint.length);
        }
        return new ChainRule(bits, Require.probabilities("joint", joint));
    }

    /**
     * ln p(x) of a text whose i-th part had the probability p_i given those before it: the sum of ln p_i, in nats. Negative
     * infinity when one is 0; the product itself underflows after some hundred parts. Relative error below 1e-15.
     *
     * @param conditionals each in [0, 1]; none give 0
     */
    public static double logProbabilityOf(double... conditionals) {
        Sum sum = new Sum();
        for (int i = 0; i < conditionals.length; i++) {
            sum.add(Elementary.log(Require.probability("conditionals[" + i + "]", conditionals[i])));
        }
        return sum.value();
    }

    /** D. */
    public int bits() {
        return bits;
    }

    /** P(x starts with these bits): 1 for none. Relative error below 1e-14. */
    public double probability(String prefix) {
        return prefixes[node(prefix)];
    }

    /**
     * P(next bit = 1 | these bits). Relative error below 1e-14.
     *
     * @param prefix fewer than D bits
     * @throws IllegalArgumentException when the prefix has probability 0: nothing follows it
     */
    public double nextIsOne(String prefix) {
        int node = node(prefix);
        if (prefix.length() >= bits) {
            throw new IllegalArgumentException("prefix must have fewer than " + bits + " bits, got " + prefix);
        }
        if (!(prefixes[node] > 0)) {
            throw new IllegalArgumentException("prefix must have a probability > 0, got " + prefix);
        }
        return prefixes[2 * node + 1] / prefixes[node];
    }

    /**
     * ln p(x) as the sum of the conditionals' logarithms, in nats; negative infinity for a text of probability 0. Error
     * below 1e-14 max(1, |result|).
     *
     * @param text D bits
     */
    public double logProbability(String text) {
        double[] terms = nllTermsNats(text);
        double sum = Sum.of(terms);
        return sum == 0 ? 0 : -sum;
    }

    /**
     * -ln p(x_i | x_1 … x_(i-1)) for each bit, in nats: what teacher forcing scores in one pass. Infinite where the
     * conditional is 0; the bits after it cost nothing any more. Error below 1e-14 max(1, |result|).
     *
     * @param text D bits
     */
    public double[] nllTermsNats(String text) {
        if (text.length() != bits) {
            throw new IllegalArgumentException("text must have " + bits + " bits, got " + text);
        }
        node(text);
        double[] result = new double[bits];
        for (int i = 0; i < bits; i++) {
            double before = prefixes[node(text.substring(0, i))];
            double after = prefixes[node(text.substring(0, i + 1))];
            result[i] = before == 0 || after == before ? 0 : -Elementary.log(after / before);
        }
        return result;
    }

    /**
     * H(x_i | x_1 … x_(i-1)) for each bit, in nats: together the entropy of the joint. Relative error below 1e-14.
     */
    public double[] conditionalEntropiesNats() {
        double[] result = new double[bits];
        for (int i = 0; i < bits; i++) {
            Sum sum = new Sum();
            for (int node = 1 << i; node < 2 << i; node++) {
                if (prefixes[node] > 0) {
                    sum.add(prefixes[node] * Entropy.entropyNatsOfCoin(prefixes[2 * node + 1] / prefixes[node]));
                }
            }
            result[i] = sum.value();
        }
        return result;
    }

    /** The entropy of the joint, in nats. Error below 1e-14 max(1, |result|). */
    public double entropyNats() {
        return Entropy.entropyNats(joint());
    }

    /** The joint's probabilities as a new array. */
    public double[] joint() {
        return Arrays.copyOfRange(prefixes, prefixes.length / 2, prefixes.length);
    }

    /**
     * The same distribution with the bits in another order: the new i-th bit is the old {@code order[i]}-th.
     *
     * @param order the numbers 0 … D - 1, each once
     */
    public ChainRule reordered(int... order) {
        requirePermutation(order);
        double[] joint = new double[1 << bits];
        for (int x = 0; x < joint.length; x++) {
            int old = 0;
            for (int i = 0; i < bits; i++) {
                int bit = x >> (bits - 1 - i) & 1;
                old |= bit << (bits - 1 - order[i]);
            }
            joint[x] = prefixes[joint.length + old];
        }
        return new ChainRule(bits, joint);
    }

    private void requirePermutation(int[] order) {
        int seen = 0;
        for (int i : order) {
            seen |= i >= 0 && i < bits ? 1 << i : 0;
        }
        if (order.length != bits || seen != (1 << bits) - 1) {
            throw new IllegalArgumentException(
                    "order must hold each number from 0 to " + (bits - 1) + " once, got " + Arrays.toString(order));
        }
    }

    private int node(String prefix) {
        if (prefix.length() > bits) {
            throw new IllegalArgumentException("text must have at most " + bits + " bits, got " + prefix);
        }
        int node = 1;
        for (int i = 0; i < prefix.length(); i++) {
            char bit = prefix.charAt(i);
            if (bit != '0' && bit != '1') {
                throw new IllegalArgumentException("text must have the letters 0 and 1 only, got " + prefix);
            }
            node = 2 * node + (bit - '0');
        }
        return node;
    }
}
