package dev.surprisal.math;

/**
 * A positive double taken apart: mantissa · 2^exponent, the mantissa a whole number, 2^52 ≤ mantissa &lt; 2^53, or less with
 * the exponent −1074. The one after {@link Double#MAX_VALUE} stands for infinity.
 */
record BinaryFloat(double mantissa, int exponent) {
    private static final int LEAST_EXPONENT = -1074;

    static BinaryFloat of(double x) {
        double mantissa = x;
        int exponent = 0;
        for (int step = 512; step > 0; step /= 2) {
            while (mantissa * ElementaryTables.powerOfTwo(-step) >= 0x1p52) {
                mantissa *= ElementaryTables.powerOfTwo(-step);
                exponent += step;
            }
            while (exponent - step >= LEAST_EXPONENT && mantissa * ElementaryTables.powerOfTwo(step) < 0x1p53) {
                mantissa *= ElementaryTables.powerOfTwo(step);
                exponent -= step;
            }
        }
        return new BinaryFloat(mantissa, exponent);
    }

    double toDouble() {
        return exponent > 1023 - 52 ? Double.POSITIVE_INFINITY : mantissa * ElementaryTables.powerOfTwo(exponent);
    }

    boolean isEven() {
        return mantissa % 2 == 0;
    }

    BinaryFloat next() {
        return mantissa + 1 == 0x1p53 ? new BinaryFloat(0x1p52, exponent + 1) : new BinaryFloat(mantissa + 1, exponent);
    }

    /** The one before; 0 before the least. */
    BinaryFloat previous() {
        return mantissa == 0x1p52 && exponent > LEAST_EXPONENT
                ? new BinaryFloat(0x1p53 - 1, exponent - 1)
                : new BinaryFloat(mantissa - 1, exponent);
    }

    DecimalExpansion toDecimal() {
        return DecimalExpansion.of(mantissa, 1, 0, exponent);
    }

    /** Half-way to the next. */
    DecimalExpansion midpointAbove() {
        return DecimalExpansion.of(mantissa, 2, 1, exponent - 1);
    }

    DecimalExpansion midpointBelow() {
        return previous().midpointAbove();
    }
}
