package dev.surprisal.math.distribution;

import dev.surprisal.math.Require;

/**
 * The course's source of random numbers: SplitMix64, so that the same seed shows every learner the same picture.
 *
 * <p>The state is a counter stepped by the golden ratio, each step mixed by two multiplications. Period 2^64. Steele, Lea
 * and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; mixing constants: Stafford's variant 13. The
 * 64-bit words are kept as two ints, because {@code long} becomes BigInt in the browser; a draw costs about 20 integer
 * multiplications. For a seed s the stream is that of {@link java.util.SplittableRandom} with the same seed.
 *
 * <p>Not safe for concurrent use, and not for secrets.
 */
public final class Generator {

    private static final int GOLDEN_HIGH = 0x9e3779b9;
    private static final int GOLDEN_LOW = 0x7f4a7c15;

    private static final double TWO_TO_32 = 4294967296.0;
    private static final double TWO_TO_MINUS_32 = 1 / TWO_TO_32;
    private static final double TWO_TO_MINUS_53 = TWO_TO_MINUS_32 / 2097152;

    private int high;
    private int low;

    /** The last word drawn, by its halves. */
    private int drawnHigh;

    private int drawnLow;

    private Generator(int high, int low) {
        this.high = high;
        this.low = low;
    }

    /** The generator of a seed; every int is one. */
    public static Generator ofSeed(int seed) {
        return new Generator(seed >> 31, seed);
    }

    /** The upper 32 bits of the next word. */
    public int nextInt() {
        draw();
        return drawnHigh;
    }

    /** A number in [0, 1): a multiple of 2^-53. Exactly that multiple. */
    public double nextUnit() {
        draw();
        return unsigned(drawnHigh) * TWO_TO_MINUS_32 + (drawnLow >>> 11) * TWO_TO_MINUS_53;
    }

    /**
     * A number strictly between 0 and 1, symmetric about 1/2: where ln u or a quantile must be finite. Exactly that
     * multiple.
     */
    public double nextOpenUnit() {
        draw();
        // an odd multiple of 2^-53: the largest is 1 - 2^-53, the smallest 2^-53
        return unsigned(drawnHigh) * TWO_TO_MINUS_32 + (2 * (drawnLow >>> 12) + 1) * TWO_TO_MINUS_53;
    }

    /** A whole number from 0 to n - 1, each equally likely. */
    public int nextBelow(int n) {
        Require.count("n", n, 1);
        double limit = TWO_TO_32 - TWO_TO_32 % n;
        while (true) {
            double word = unsigned(nextInt());
            // The last, incomplete run of n values would make the small ones likelier
            if (word < limit) {
                return (int) (word % n);
            }
        }
    }

    /** A new generator, seeded by this one: for parts of a simulation that must not disturb one another. */
    public Generator split() {
        draw();
        return new Generator(drawnHigh, drawnLow);
    }

    private void draw() {
        int sum = low + GOLDEN_LOW;
        high += GOLDEN_HIGH + (unsigned(sum) < unsigned(GOLDEN_LOW) ? 1 : 0);
        low = sum;
        drawnHigh = high;
        drawnLow = low;
        shiftXor(30);
        multiply(0xbf58476d, 0x1ce4e5b9);
        shiftXor(27);
        multiply(0x94d049bb, 0x133111eb);
        shiftXor(31);
    }

    /** z ^= z >>> bits. */
    private void shiftXor(int bits) {
        int shifted = (drawnLow >>> bits) | (drawnHigh << (32 - bits));
        drawnHigh ^= drawnHigh >>> bits;
        drawnLow ^= shifted;
    }

    /** z *= factor, modulo 2^64. */
    private void multiply(int factorHigh, int factorLow) {
        int productHigh = upperOfProduct(drawnLow, factorLow) + drawnLow * factorHigh + drawnHigh * factorLow;
        drawnLow *= factorLow;
        drawnHigh = productHigh;
    }

    /** The upper 32 bits of the unsigned product, by halves of 16. */
    private static int upperOfProduct(int a, int b) {
        int lowA = a & 0xffff;
        int highA = a >>> 16;
        int lowB = b & 0xffff;
        int highB = b >>> 16;
        int middle = highA * lowB + ((lowA * lowB) >>> 16);
        int other = lowA * highB + (middle & 0xffff);
        return highA * highB + (middle >>> 16) + (other >>> 16);
    }

    private static double unsigned(int word) {
        return word < 0 ? word + TWO_TO_32 : word;
    }
}
