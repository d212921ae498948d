package dev.surprisal.browser.bits;

import dev.surprisal.math.Decimal;
import java.util.ArrayList;
import java.util.List;

/** Numbers drawn from a seed, the same on both sides, with the awkward ones among them. */
final class SeededInputs {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        2,
        -2,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_NORMAL,
        -Double.MIN_NORMAL,
        1 - 0x1p-53,
        1 + 0x1p-52,
        -1 + 0x1p-53,
        1e-300,
        -1e300,
        Math.PI,
        -Math.PI / 2,
        Math.E,
        0x1p53,
        0x1p53 - 1,
        709.782712893384,
        -745.1332191019411,
        0x1p31,
        -0x1p31
    };

    private static final int LEAST_EXPONENT = -1074;
    private static final double[] POWERS = powersOfTwo();

    private int state;
    private final List<Double> drawn = new ArrayList<>();

    SeededInputs(int seed) {
        state = seed;
    }

    private static double[] powersOfTwo() {
        var powers = new double[1024 - LEAST_EXPONENT];
        double power = Double.MIN_VALUE;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = power;
            power *= 2;
        }
        return powers;
    }

    /** Any double at all: special, of every size down to the subnormal ones, infinite, not a number; mostly ordinary. */
    double any() {
        return switch (whole(0, 7)) {
            case 0 -> drawn(SPECIAL[whole(0, SPECIAL.length - 1)]);
            case 1 -> drawn(signed(LEAST_EXPONENT, 1023));
            case 2 -> drawn(signed(-60, 4));
            case 3 -> drawn(signed(0, 12));
            case 4 -> drawn(whole(-400, 400) / 2.0);
            default -> drawn(100 * unit() - 50);
        };
    }

    /** A finite number such as a mean: mostly within ±50. */
    double real() {
        return drawn(
                switch (whole(0, 3)) {
                    case 0 -> whole(-20, 20) / 2.0;
                    case 1 -> signed(-30, 10);
                    default -> 100 * unit() - 50;
                });
    }

    /** A positive number such as a rate or a shape: between 2^−10 and 2^13, mostly below 20. */
    double positive() {
        return drawn(
                switch (whole(0, 3)) {
                    case 0 -> whole(1, 40) / 2.0;
                    case 1 -> Math.abs(signed(-10, 12));
                    default -> 20 * unit() + 0x1p-10;
                });
    }

    /** Where a density is asked for: a whole number, a real one, or any double at all. */
    double point() {
        return switch (whole(0, 3)) {
            case 0 -> any();
            case 1 -> real();
            default -> drawn(whole(-2, 30));
        };
    }

    /** From 0 to 1, the ends included, with numbers next to both. */
    double probability() {
        return drawn(
                switch (whole(0, 7)) {
                    case 0 -> whole(0, 4) / 4.0;
                    case 1 -> Math.abs(signed(-1000, -1));
                    case 2 -> 1 - Math.abs(signed(-53, -1));
                    default -> unit();
                });
    }

    /** So many probabilities that add up to 1 but for rounding; now and then one is 0. */
    double[] distribution(int size) {
        var weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = whole(0, 9) == 0 ? 0 : unit();
            sum += weights[i];
        }
        for (int i = 0; i < size; i++) {
            weights[i] = drawn(sum == 0 ? 1.0 / size : weights[i] / sum);
        }
        return weights;
    }

    /** So many of {@link #positive}. */
    double[] positives(int size) {
        var positives = new double[size];
        for (int i = 0; i < size; i++) {
            positives[i] = positive();
        }
        return positives;
    }

    /** So many whole numbers, both ends included. */
    double[] wholes(int size, int least, int most) {
        var wholes = new double[size];
        for (int i = 0; i < size; i++) {
            wholes[i] = drawn(whole(least, most));
        }
        return wholes;
    }

    /** So many of {@link #real}. */
    double[] reals(int size) {
        var reals = new double[size];
        for (int i = 0; i < size; i++) {
            reals[i] = real();
        }
        return reals;
    }

    /** A whole number, both ends included; not among the numbers that are shown. */
    int whole(int least, int most) {
        return least + (next() >>> 1) % (most - least + 1);
    }

    /** What has been drawn since {@link #forget}, for a message. */
    String text() {
        var text = new StringBuilder();
        for (double x : drawn) {
            text.append(' ').append(Decimal.shortest(x));
        }
        return text.toString();
    }

    void forget() {
        drawn.clear();
    }

    private double drawn(double x) {
        drawn.add(x);
        return x;
    }

    /** Uniform in [0, 1) in steps of 2^−53. */
    private double unit() {
        return ((next() >>> 5) * 0x1p26 + (next() >>> 6)) * 0x1p-53;
    }

    /** Either sign, the exponent uniform. */
    private double signed(int leastExponent, int mostExponent) {
        double size = (1 + unit()) * POWERS[whole(leastExponent, mostExponent) - LEAST_EXPONENT];
        return whole(0, 1) == 0 ? size : -size;
    }

    /** Wellons' hash of a counter. */
    private int next() {
        state += 0x9e3779b9;
        int mixed = (state ^ (state >>> 16)) * 0x21f0aaad;
        mixed = (mixed ^ (mixed >>> 15)) * 0x735a2d97;
        return mixed ^ (mixed >>> 15);
    }
}
