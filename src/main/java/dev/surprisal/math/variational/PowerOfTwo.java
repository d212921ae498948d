package dev.surprisal.math.variational;

/** Units that numbers can be divided by without rounding. */
final class PowerOfTwo {

    private PowerOfTwo() {}

    /** The largest power of two that is at most x, a finite number {@code > 0}. */
    static double below(double x) {
        double power = 1;
        while (power > x) {
            power /= 2;
        }
        while (power <= x / 2) {
            power *= 2;
        }
        return power;
    }
}
