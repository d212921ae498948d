package dev.surprisal.math.coding;

import java.util.Arrays;
import java.util.List;

/**
 * A code of words of 0 and 1, none the beginning of another: a text of them can be read without separators.
 *
 * <p>Cover and Thomas, "Elements of Information Theory", 2006, ch. 5.
 *
 * @param words one for each outcome, at least one; only a code of a single word may have an empty one
 */
public record PrefixCode(List<String> words) {

    private static final int LONGEST = 1100;

    public PrefixCode {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("words must not be empty");
        }
        // In alphabetical order a word stands right before those that begin with it
        String[] sorted = words.toArray(new String[0]);
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            requireBits(sorted[i]);
            if (i > 0 && sorted[i].startsWith(sorted[i - 1])) {
                throw new IllegalArgumentException(
                        "no word may be the beginning of another, got " + sorted[i - 1] + " and " + sorted[i]);
            }
        }
    }

    /**
     * The canonical code with the given lengths: shorter words first, words of one length in the order of their outcomes,
     * each word the next number in binary. (1, 2, 3, 3) gives 0, 10, 110, 111.
     *
     * @param lengths at least one, each from 0 to 1100, with a {@linkplain CodeLength#kraftSum Kraft sum} of at most 1
     */
    public static PrefixCode ofLengths(int... lengths) {
        Integer[] order = new Integer[lengths.length];
        for (int k = 0; k < order.length; k++) {
            order[k] = k;
            if (lengths[k] < 0 || lengths[k] > LONGEST) {
                throw new IllegalArgumentException(
                        "lengths[" + k + "] must lie between 0 and " + LONGEST + ", got " + lengths[k]);
            }
        }
        Arrays.sort(order, (j, k) -> Integer.compare(lengths[j], lengths[k]));
        String[] words = new String[lengths.length];
        String word = "";
        for (int i = 0; i < order.length; i++) {
            int length = lengths[order[i]];
            word = (i == 0 ? word : next(word, lengths)) + "0".repeat(length - (i == 0 ? 0 : word.length()));
            words[order[i]] = word;
        }
        return new PrefixCode(List.of(words));
    }

    /**
     * Shannon's code: {@link CodeLength#shannon} gives the lengths.
     *
     * @param p at least two probabilities {@code > 0} that sum to 1
     */
    public static PrefixCode shannon(double[] p) {
        double[] lengths = CodeLength.shannon(p);
        int[] whole = new int[lengths.length];
        for (int k = 0; k < whole.length; k++) {
            if (lengths[k] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("p[" + k + "] must be > 0 to have a code word, got 0");
            }
            whole[k] = (int) lengths[k];
        }
        return ofLengths(whole);
    }

    /** The number of outcomes. */
    public int size() {
        return words.size();
    }

    /** The word of outcome k, 0-based. */
    public String word(int k) {
        if (k < 0 || k >= words.size()) {
            throw new IllegalArgumentException("k must lie between 0 and " + (words.size() - 1) + ", got " + k);
        }
        return words.get(k);
    }

    /** The words' lengths, in bits. Exact. */
    public double[] lengths() {
        double[] result = new double[words.size()];
        for (int k = 0; k < result.length; k++) {
            result[k] = words.get(k).length();
        }
        return result;
    }

    /** The sum of 2^-length, at most 1; see {@link CodeLength#kraftSum}. */
    public double kraftSum() {
        return CodeLength.kraftSum(lengths());
    }

    /**
     * The mean length under outcomes from p, in bits; see {@link CodeLength#expectedBits}. At least the entropy of p, by
     * KL(p||q) more than it where the lengths are -log2 q_k.
     *
     * @param p probabilities that sum to 1, one for each word
     */
    public double expectedBits(double[] p) {
        return CodeLength.expectedBits(p, lengths());
    }

    /** The words of the outcomes, one after another. */
    public String encode(int... outcomes) {
        var text = new StringBuilder();
        for (int outcome : outcomes) {
            text.append(word(outcome));
        }
        return text.toString();
    }

    /**
     * The outcomes whose words make up the bits.
     *
     * @throws IllegalArgumentException when the bits are no sequence of words
     */
    public int[] decode(String bits) {
        requireBits(bits);
        int[] outcomes = new int[bits.length()];
        int count = 0;
        int from = 0;
        while (from < bits.length()) {
            int outcome = find(bits, from);
            if (outcome < 0) {
                throw new IllegalArgumentException("no code word fits at position " + from + " of " + bits);
            }
            outcomes[count++] = outcome;
            from += words.get(outcome).length();
        }
        return Arrays.copyOf(outcomes, count);
    }

    /** The outcome whose word stands at a position; -1 where none does. */
    private int find(String bits, int from) {
        for (int k = 0; k < words.size(); k++) {
            if (!words.get(k).isEmpty() && bits.startsWith(words.get(k), from)) {
                return k;
            }
        }
        return -1;
    }

    /** The next number in binary, of as many digits. */
    private static String next(String word, int[] lengths) {
        int last = word.lastIndexOf('0');
        if (last < 0) {
            throw new IllegalArgumentException(
                    "lengths must have a Kraft sum of at most 1, got " + Arrays.toString(lengths));
        }
        return word.substring(0, last) + "1" + "0".repeat(word.length() - last - 1);
    }

    private static void requireBits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0' && text.charAt(i) != '1') {
                throw new IllegalArgumentException("a code has the letters 0 and 1 only, got " + text.charAt(i));
            }
        }
    }
}
