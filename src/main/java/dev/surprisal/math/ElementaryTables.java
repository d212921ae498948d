package dev.surprisal.math;

/**
 * The tables behind {@link Elementary}. They are computed when first used, in {@link DoubleDouble} arithmetic, so that the
 * browser need not download them; it takes a fraction of a millisecond.
 */
final class ElementaryTables {
    /** Powers of two by exponent + 1074: bit patterns would be slow in the browser, where a long is no machine word. */
    private static final double[] POWERS = powersOfTwo();

    /** 2^(j/64), the upper part. */
    static final double[] ROOT_HIGH = new double[64];

    /** 2^(j/64), what the upper part lacks. */
    static final double[] ROOT_LOW = new double[64];

    /**
     * The 128 cells of a mantissa z, about [0.70, 1.41), have a short reciprocal c each (13 bits) with
     * |c z − 1| &lt; 1/240. The cell around 1 has c = 1, so that log is exact to the last digit there.
     */
    static final double[] RECIPROCAL = new double[128];

    /** −log c, the upper part: a multiple of 2^-42, so that adding k log 2 is exact. */
    static final double[] LOG_HIGH = new double[128];

    /** −log c, the lower part. */
    static final double[] LOG_LOW = new double[128];

    /** Where the cells begin, as the bits of a float: 1 lies in the middle of a cell. */
    static final int FIRST_CELL = 0x3f33_8000;

    private static final DoubleDouble ROOT = new DoubleDouble(0x1.02c9a3e778061p+0, -0x1.19083535b085dp-56);

    static {
        fillRoots();
        fillLogs();
    }

    private ElementaryTables() {}

    /** 2^exponent, for −1074 ≤ exponent ≤ 1023. */
    static double powerOfTwo(int exponent) {
        return POWERS[exponent + 1074];
    }

    private static double[] powersOfTwo() {
        var powers = new double[1074 + 1024];
        double power = 1;
        for (int exponent = 0; exponent < 1024; exponent++) {
            powers[exponent + 1074] = power;
            power *= 2;
        }
        power = 0.5;
        for (int exponent = -1; exponent >= -1074; exponent--) {
            powers[exponent + 1074] = power;
            power *= 0.5;
        }
        return powers;
    }

    private static void fillRoots() {
        DoubleDouble root = DoubleDouble.ONE;
        for (int j = 0; j < 64; j++) {
            ROOT_HIGH[j] = root.high();
            ROOT_LOW[j] = root.low();
            root = root.times(ROOT);
        }
    }

    private static void fillLogs() {
        int one = (0x3f80_0000 - FIRST_CELL) >> 16;
        for (int j = 0; j < 128; j++) {
            double start = Float.intBitsToFloat(FIRST_CELL + (j << 16));
            double end = Float.intBitsToFloat(FIRST_CELL + ((j + 1) << 16));
            RECIPROCAL[j] = j == one ? 1 : Math.floor(8192 / (start + end) + 0.5) / 4096;
        }
        DoubleDouble log = DoubleDouble.ZERO;
        for (int j = one; j >= 0; j--) {
            setLog(j, log);
            if (j > 0) {
                log = log.minus(logOfRatio(RECIPROCAL[j - 1], RECIPROCAL[j]));
            }
        }
        log = DoubleDouble.ZERO;
        for (int j = one + 1; j < 128; j++) {
            log = log.plus(logOfRatio(RECIPROCAL[j - 1], RECIPROCAL[j]));
            setLog(j, log);
        }
    }

    private static void setLog(int j, DoubleDouble log) {
        double high = Math.floor(log.high() * 0x1p42 + 0.5) * 0x1p-42;
        LOG_HIGH[j] = high;
        LOG_LOW[j] = log.plus(-high).toDouble();
    }

    /** log(a/b) for neighbours: 2 artanh s with s = (a − b)/(a + b) &lt; 2^-7, so that eight terms reach 2^-112. */
    private static DoubleDouble logOfRatio(double a, double b) {
        DoubleDouble s = DoubleDouble.of(a - b).dividedBy(DoubleDouble.of(a + b));
        DoubleDouble square = s.times(s);
        DoubleDouble series = DoubleDouble.ZERO;
        for (int n = 15; n >= 1; n -= 2) {
            series = series.times(square).plus(DoubleDouble.ONE.dividedBy(DoubleDouble.of(n)));
        }
        return series.times(s).times(2);
    }
}
