package dev.surprisal.math;

/**
 * x ≥ π/4 as quarter turns and a rest: x = (4 m + quadrant) π/2 + rest + restTail for some m, |rest| ≤ π/4, quadrant 0 to 3.
 * The relative error of the rest is below 2^-75, however close x is to a multiple of π/2.
 */
record QuarterTurns(int quadrant, double rest, double restTail) {
    /** π/2 in three parts; the first two have 33 bits, so that up to 2^20 times them is exact. Cody and Waite 1980. */
    private static final double PART1 = 0x1.921fb54400000p+0;

    private static final double PART2 = 0x1.0b4611a600000p-34;
    private static final double PART3 = 0x1.3198a2e037073p-69;

    private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
    private static final DoubleDouble HALF_PI = new DoubleDouble(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54);

    /** 2/π in digits of 24 bits, as many as the largest double needs. */
    private static final int[] DIGITS = {
        0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163, 0xabdebb, 0xc561b7,
        0x246e3a, 0x424dd2, 0xe00649, 0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129, 0xa73ee8, 0x8235f5, 0x2ebb44, 0x84e99c,
        0x7026b4, 0x5f7e41, 0x3991d6, 0x398353, 0x39f49c, 0x845f8b, 0xbdf928, 0x3b1ff8, 0x97ffde, 0x05980f, 0xef2f11,
        0x8b5a0a, 0x6d1f6d, 0x367ecf, 0x27cb09, 0xb74f46, 0x3f669e, 0x5fea2d, 0x7527ba, 0xc7ebe5, 0xf17b3d, 0x0739f7,
        0x8a5292, 0xea6bfb, 0x5fb11f, 0x8d5d08, 0x560330, 0x46fc7b
    };

    /** Columns of the product that are kept: one of whole quarter turns, eight of their fraction (192 bits). */
    private static final int COLUMNS = 9;

    static QuarterTurns of(double x) {
        return x < 0x1p20 ? ofMedium(x) : ofLarge(x);
    }

    private static QuarterTurns ofMedium(double x) {
        double n = Math.floor(x * TWO_OVER_PI + 0.5);
        double first = x - n * PART1;
        double second = n * PART2;
        double rest = first - second;
        if (Math.abs(rest) < 0x1p-20) {
            return ofLarge(x); // the three parts would leave too few digits
        }
        double error = DoubleDouble.sumError(first, -second, rest);
        double third = n * PART3;
        double high = rest - third;
        return new QuarterTurns((int) n & 3, high, ((rest - high) - third) + error);
    }

    /**
     * Multiplies x by 2/π and keeps only what matters: whole multiples of four quarter turns are never computed. Payne and
     * Hanek, "Radian reduction for trigonometric functions", SIGNUM 18, 1983.
     */
    private static QuarterTurns ofLarge(double x) {
        int shift = 0;
        double scaled = x;
        for (; scaled >= 0x1p24; scaled *= 0x1p-24) {
            shift++;
        }
        // x = Σ piece_j 2^(24 (shift − j)), four pieces since the first may be short
        var columns = new double[COLUMNS];
        for (int j = 0; j < 4; j++) {
            double piece = Math.floor(scaled);
            scaled = (scaled - piece) * 0x1p24;
            for (int column = 0; column < COLUMNS; column++) {
                int digit = column + shift - 1 - j;
                if (digit >= 0) {
                    columns[column] += piece * DIGITS[digit];
                }
            }
        }
        for (int column = COLUMNS - 1; column > 0; column--) {
            double carry = Math.floor(columns[column] * 0x1p-24);
            columns[column] -= carry * 0x1p24;
            columns[column - 1] += carry;
        }
        int quadrant = (int) (columns[0] % 4);
        boolean roundUp = columns[1] >= 0x1p23;
        DoubleDouble fraction = fraction(columns, roundUp);
        DoubleDouble rest = fraction.times(HALF_PI);
        return roundUp
                ? new QuarterTurns((quadrant + 1) & 3, -rest.high(), -rest.low())
                : new QuarterTurns(quadrant, rest.high(), rest.low());
    }

    /** The fraction of a quarter turn, or what it lacks to a whole one (to 2^-192): a subtraction would cancel. */
    private static DoubleDouble fraction(double[] columns, boolean complement) {
        DoubleDouble fraction = DoubleDouble.ZERO;
        double weight = 0x1p-192;
        for (int column = COLUMNS - 1; column > 0; column--) {
            double digit = complement ? 0xffffff - columns[column] : columns[column];
            fraction = DoubleDouble.of(digit * weight).plus(fraction);
            weight *= 0x1p24;
        }
        return fraction;
    }
}
