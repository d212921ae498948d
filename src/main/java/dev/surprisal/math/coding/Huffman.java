package dev.surprisal.math.coding;

import dev.surprisal.math.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Huffman's code for a distribution: no code with a word for each outcome has a smaller mean length. H &lt;= mean &lt; H + 1
 * (Huffman, "A method for the construction of minimum-redundancy codes", Proc. IRE 40, 1952).
 *
 * <p>The two least likely nodes are merged until one is left. Among equals the outcomes come first, in their order, then
 * merged nodes, the older one first: the mean length is the same for any choice, the lengths are not.
 */
public final class Huffman {

    /** Weights closer than this, relatively, are equal: 0.1 + 0.2 and 0.3 are in decimals. */
    private static final double SAME = 0x1p-50;

    private static final int MOST_BLOCKS = 65_536;

    /**
     * Two nodes become one.
     *
     * @param likelier the node that is reached by the bit 0: an outcome (0 … K - 1) or the merge {@code likelier - K}
     * @param other the node that is reached by the bit 1, in the same numbering
     * @param probability of the merged node
     */
    public record Merge(int likelier, int other, double probability) {}

    private final double[] p;
    private final List<Merge> merges;

    private Huffman(double[] p, List<Merge> merges) {
        this.p = p;
        this.merges = List.copyOf(merges);
    }

    /**
     * The code for p. Outcomes of probability 0 get words too.
     *
     * @param p at least two probabilities that sum to 1
     */
    public static Huffman of(double... p) {
        double[] checked = Require.probabilities("p", p);
        return new Huffman(checked, merges(checked));
    }

    /** The K - 1 merges, first to last; the last one is the root. */
    public List<Merge> merges() {
        return merges;
    }

    /** The words, with a Kraft sum of 1. */
    public PrefixCode code() {
        int size = p.length;
        String[] words = new String[size + merges.size()];
        Arrays.fill(words, "");
        for (int i = merges.size() - 1; i >= 0; i--) {
            Merge merge = merges.get(i);
            words[merge.likelier()] = words[size + i] + "0";
            words[merge.other()] = words[size + i] + "1";
        }
        return new PrefixCode(List.of(words).subList(0, size));
    }

    /** The words' lengths, in bits. Exact. */
    public double[] lengths() {
        int size = p.length;
        double[] depths = new double[size + merges.size()];
        for (int i = merges.size() - 1; i >= 0; i--) {
            Merge merge = merges.get(i);
            depths[merge.likelier()] = depths[size + i] + 1;
            depths[merge.other()] = depths[size + i] + 1;
        }
        return Arrays.copyOf(depths, size);
    }

    /** The mean length of a word, in bits. Relative error below 4e-16. */
    public double expectedBits() {
        return CodeLength.expectedBits(p, lengths());
    }

    /**
     * The mean length of a word of Huffman's code for p, in bits; relative error below 4e-16. Relative error below
     * 4e-16.
     */
    public static double expectedBits(double[] p) {
        return of(p).expectedBits();
    }

    /**
     * The mean length of Huffman's code for blocks of independent outcomes, divided by the block's length: in bits per
     * outcome between H and H + 1/length. Relative error below 1e-13.
     *
     * @param p at least two probabilities that sum to 1
     * @param length {@code >= 1}, with at most 65,536 blocks p.length^length
     */
    public static double bitsPerSymbolOfBlocks(double[] p, int length) {
        double[] single = Require.probabilities("p", p);
        Require.count("length", length, 1);
        double[] blocks = {1};
        for (int i = 0; i < length; i++) {
            if (blocks.length * (double) single.length > MOST_BLOCKS) {
                throw new IllegalArgumentException("length must leave at most " + MOST_BLOCKS + " blocks, got " + length
                        + " with " + single.length + " outcomes");
            }
            double[] longer = new double[blocks.length * single.length];
            for (int j = 0; j < longer.length; j++) {
                longer[j] = blocks[j / single.length] * single[j % single.length];
            }
            blocks = longer;
        }
        return expectedBits(blocks) / length;
    }

    /** With two queues: the outcomes by probability, and the merged nodes, which come up in ascending order by themselves. */
    private static List<Merge> merges(double[] p) {
        int size = p.length;
        Integer[] order = new Integer[size];
        for (int k = 0; k < size; k++) {
            order[k] = k;
        }
        Arrays.sort(order, (j, k) -> p[j] == p[k] ? Integer.compare(j, k) : p[j] < p[k] ? -1 : 1);
        List<Merge> merges = new ArrayList<>();
        int leaf = 0;
        int merged = 0;
        while (merges.size() < size - 1) {
            int[] pair = new int[2];
            double[] weights = new double[2];
            for (int i = 0; i < 2; i++) {
                boolean leafNext = merged == merges.size()
                        || (leaf < size
                                && p[order[leaf]] * (1 - SAME)
                                        <= merges.get(merged).probability());
                weights[i] = leafNext ? p[order[leaf]] : merges.get(merged).probability();
                pair[i] = leafNext ? order[leaf++] : size + merged++;
            }
            boolean equal = weights[1] * (1 - SAME) <= weights[0];
            double sum = weights[0] + weights[1];
            merges.add(equal ? new Merge(pair[0], pair[1], sum) : new Merge(pair[1], pair[0], sum));
        }
        return merges;
    }
}
