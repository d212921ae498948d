package dev.surprisal.math;

import static dev.surprisal.math.DoubleDouble.productError;
import static dev.surprisal.math.DoubleDouble.sumError;
import static dev.surprisal.math.DoubleDouble.upperHalf;
import static dev.surprisal.math.ElementaryTables.FIRST_CELL;
import static dev.surprisal.math.ElementaryTables.LOG_HIGH;
import static dev.surprisal.math.ElementaryTables.LOG_LOW;
import static dev.surprisal.math.ElementaryTables.RECIPROCAL;
import static dev.surprisal.math.ElementaryTables.ROOT_HIGH;
import static dev.surprisal.math.ElementaryTables.ROOT_LOW;
import static dev.surprisal.math.ElementaryTables.powerOfTwo;

/**
 * The elementary functions, with the same bits on the server and in the browser.
 *
 * <p>The browser's built-in functions are not good enough (its {@code log1p(1e-17)} is 0) and differ from the server's in
 * the last digits, so these are written from published algorithms with operations that are exact on both sides. Special
 * values (±0, ±∞, NaN) are those of the functions of the same name in {@link java.lang.Math}; outside of its domain a
 * function returns NaN. The error bounds are held by a test against 40-digit values.
 *
 * <p>The polynomials are minimax approximations found by Sollya's {@code fpminimax}; their error is below 2^-60 of the
 * result unless a comment says otherwise. The common plan is Tang's: reduce to a small rest by a table, approximate the
 * rest by a short polynomial, add up from small to large. Muller, "Elementary Functions", 3rd ed. 2016, ch. 6 and 11.
 */
public final class Elementary {
    /** Adding and subtracting it rounds to the nearest integer, ties to even, for |x| &lt; 2^51. */
    private static final double ROUNDER = 0x1.8p52;

    /** 64 / log 2. */
    private static final double CELLS_PER_UNIT = 0x1.71547652b82fep+6;

    /** (log 2)/64, 35 bits, so that n times it is exact. */
    private static final double CELL_HIGH = 0x1.62e42fefc0000p-7;

    private static final double CELL_LOW = -0x1.c610ca86c3899p-43;

    /** log 2, 42 bits. */
    private static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

    private static final double LN2_LOW = 0x1.ef35793c76730p-45;

    private static final DoubleDouble LOG2_E = new DoubleDouble(0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56);

    private Elementary() {}

    /**
     * e^x. Error ≤ 1 ulp (0.52 found), also where the result is subnormal; exp(−∞) = 0, exp(∞) = ∞. Overflows above
     * 709.78, underflows to 0 below −745.13. Tang, "Table-driven implementation of the exponential function", ACM TOMS 15,
     * 1989.
     */
    public static double exp(double x) {
        return expOfSum(x, 0);
    }

    /** e^(x + tail) for a tail below an ulp of x. */
    static double expOfSum(double x, double tail) {
        if (!(Math.abs(x) < 708)) {
            return expOfExtreme(x, tail);
        }
        double n = nearest(x * CELLS_PER_UNIT);
        int cell = (int) n;
        int j = cell & 63;
        double rest = expm1OfRest(x, tail, n);
        return (ROOT_HIGH[j] + (ROOT_LOW[j] + ROOT_HIGH[j] * rest)) * powerOfTwo(cell >> 6);
    }

    private static double expOfExtreme(double x, double tail) {
        if (x > 709.79) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < -745.14) {
            return 0;
        }
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        double n = nearest(x * CELLS_PER_UNIT);
        int cell = (int) n;
        int j = cell & 63;
        double mantissa = ROOT_HIGH[j] + (ROOT_LOW[j] + ROOT_HIGH[j] * expm1OfRest(x, tail, n));
        // Of the two factors only the last can round.
        return x > 0
                ? mantissa * 2 * powerOfTwo((cell >> 6) - 1)
                : mantissa * 0x1p-1000 * powerOfTwo((cell >> 6) + 1000);
    }

    /** e^r − 1 for the rest r = x + tail − n (log 2)/64, |r| ≤ (log 2)/128. */
    private static double expm1OfRest(double x, double tail, double n) {
        double r = ((x - n * CELL_HIGH) - n * CELL_LOW) + tail;
        double series =
                0.16666666666664526 + r * (0.04166666666665596 + r * (0.008333339163144606 + r * 0.001388889982117738));
        return r + r * r * (0.5 + r * series);
    }

    /**
     * e^x − 1, to the last digits also where x is small and e^x − 1 would cancel. Error ≤ 1 ulp (0.6 found); expm1(±0) =
     * ±0, expm1(−∞) = −1. Tang, "Table-driven implementation of the expm1 function", ACM TOMS 18, 1992.
     */
    public static double expm1(double x) {
        if (Math.abs(x) < 0.125) {
            return expm1OfSmall(x);
        }
        if (!(x < 40)) {
            return exp(x);
        }
        if (x < -38) {
            return -1;
        }
        double n = nearest(x * CELLS_PER_UNIT);
        int cell = (int) n;
        int j = cell & 63;
        double scale = powerOfTwo(cell >> 6);
        double high = ROOT_HIGH[j] * scale;
        double low = (ROOT_LOW[j] + ROOT_HIGH[j] * expm1OfRest(x, 0, n)) * scale;
        double sum = high - 1;
        return sum + (sumError(high, -1, sum) + low);
    }

    private static double expm1OfSmall(double x) {
        if (Math.abs(x) < 0x1p-54) {
            return x;
        }
        double series = 0.16666666666666666
                + x
                        * (0.041666666666666664
                                + x
                                        * (0.008333333333341228
                                                + x
                                                        * (0.0013888888888918306
                                                                + x
                                                                        * (0.00019841269659402335
                                                                                + x
                                                                                        * (2.4801586528245252e-05
                                                                                                + x
                                                                                                        * (2.755887071366659e-06
                                                                                                                + x
                                                                                                                        * (2.7564371274265034e-07
                                                                                                                                + x
                                                                                                                                        * 2.064282030558588e-08)))))));
        // x²/2 in two parts, the larger one exact
        double upper = upperHalf(x);
        double half = upper * upper * 0.5;
        double sum = x + half;
        return sum + (((x - sum) + half) + ((x - upper) * (x + upper) * 0.5 + x * x * x * series));
    }

    /**
     * The natural logarithm. Error ≤ 1 ulp (0.52 found), also for subnormal x; log(1) = 0, log(±0) = −∞, log(∞) = ∞, NaN
     * for x &lt; 0. Tang, "Table-driven implementation of the logarithm function", ACM TOMS 16, 1990, with reciprocals
     * short enough to make the rest exact.
     */
    public static double log(double x) {
        return x >= 0x1p-100 && x <= 0x1p100 ? logOfSum(x, 0, 0) : logOfExtreme(x);
    }

    private static double logOfExtreme(double x) {
        if (!(x > 0)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        double scaled = x;
        int exponent = 0;
        for (; scaled < 0x1p-100; exponent -= 200) {
            scaled *= 0x1p200;
        }
        for (; scaled > 0x1p100; exponent += 200) {
            scaled *= 0x1p-200;
        }
        return logOfSum(scaled, 0, exponent);
    }

    /** log(x + tail) + exponent log 2, for 2^-100 ≤ x ≤ 2^100 and a tail below an ulp of x. */
    private static double logOfSum(double x, double tail, int exponent) {
        int cell = Float.floatToRawIntBits((float) x) - FIRST_CELL;
        int j = (cell >> 16) & 127;
        int k = cell >> 23;
        double scale = powerOfTwo(-k);
        double z = x * scale;
        double c = RECIPROCAL[j];
        // c z − 1 exactly, as the sum of two parts; around 1 it is one part
        double upper = upperHalf(z);
        double restHigh = upper * c - 1;
        double restLow = (z - upper) * c + tail * scale * c;
        double r = restHigh + restLow;
        double n = k + exponent;
        double high = n * LN2_HIGH + LOG_HIGH[j];
        double low = n * LN2_LOW + LOG_LOW[j] + ((restHigh - r) + restLow);
        double sum = high + r;
        return sum + (((high - sum) + r) + (low + log1pmxOfRest(r)));
    }

    /** log(1 + r) − r for |r| &lt; 1/240. */
    private static double log1pmxOfRest(double r) {
        double series = 0.33333333333333337
                + r
                        * (-0.249999999988226
                                + r * (0.19999999997263487 + r * (-0.16666937938071258 + r * 0.14286052578910874)));
        return r * r * (r * series - 0.5);
    }

    /**
     * log(1 + x), to the last digits also where x is small and 1 + x would drop its digits. Error ≤ 1 ulp (0.6 found);
     * log1p(±0) = ±0, log1p(−1) = −∞, NaN for x &lt; −1.
     */
    public static double log1p(double x) {
        if (Math.abs(x) < 0x1p-8) {
            return Math.abs(x) < 0x1p-54 ? x : x + log1pmxOfRest(x);
        }
        if (!(x > -1 && x <= 0x1p99)) {
            return x < -1 ? Double.NaN : x == -1 ? Double.NEGATIVE_INFINITY : log(x);
        }
        double sum = 1 + x;
        return logOfSum(sum, sumError(1, x, sum), 0);
    }

    /**
     * The logarithm to base 2. Error ≤ 2 ulp (0.51 found), exact for powers of two; special values as {@link #log}.
     */
    public static double log2(double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            return log(x);
        }
        return logDoubleDouble(x).times(LOG2_E).toDouble();
    }

    /** log x for finite x &gt; 0 with a relative error below 2^-66. */
    static DoubleDouble logDoubleDouble(double x) {
        double scaled = x;
        double exponent = 0;
        for (; scaled < 0x1p-100; exponent -= 200) {
            scaled *= 0x1p200;
        }
        for (; scaled > 0x1p100; exponent += 200) {
            scaled *= 0x1p-200;
        }
        int cell = Float.floatToRawIntBits((float) scaled) - FIRST_CELL;
        int j = (cell >> 16) & 127;
        int k = cell >> 23;
        double z = scaled * powerOfTwo(-k);
        double c = RECIPROCAL[j];
        double upper = upperHalf(z);
        double restHigh = upper * c - 1;
        double restLow = (z - upper) * c;
        double r = restHigh + restLow;
        double rError = (restHigh - r) + restLow;
        double n = k + exponent;
        double high = n * LN2_HIGH + LOG_HIGH[j];
        double low = n * LN2_LOW + LOG_LOW[j];
        double square = r * r;
        double squareError = productError(r, r, square);
        double sum = high + r;
        low += (high - sum) + r;
        double next = sum - 0.5 * square;
        double nextError = (sum - next) - 0.5 * square;
        double series = 0.3333333333333333
                + r
                        * (-0.25000000000000006
                                + r
                                        * (0.20000000000852663
                                                + r
                                                        * (-0.16666666664061056
                                                                + r
                                                                        * (0.14285616056573225
                                                                                + r
                                                                                        * (-0.1250030251776104
                                                                                                + r
                                                                                                        * 0.14344461781540477)))));
        double small = nextError + (low + (rError - r * rError - 0.5 * squareError + r * square * series));
        return DoubleDouble.normalised(next, small);
    }

    /**
     * x^y. Error ≤ 2 ulp (0.6 found). Special values as {@link Math#pow(double, double)}: x^0 = 1 for any x, NaN for
     * x &lt; 0 with y not an integer, and 1^±∞ is NaN.
     */
    public static double pow(double x, double y) {
        if (y == 0) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        if (y == 1) {
            return x;
        }
        double base = Math.abs(x);
        if (Math.abs(y) == Double.POSITIVE_INFINITY) {
            return base == 1 ? Double.NaN : base > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        boolean negative = (x < 0 || (x == 0 && 1 / x < 0)) && isOdd(y);
        double result;
        if (base == 0) {
            result = y > 0 ? 0 : Double.POSITIVE_INFINITY;
        } else if (base == Double.POSITIVE_INFINITY) {
            result = y > 0 ? Double.POSITIVE_INFINITY : 0;
        } else if (x < 0 && y != Math.floor(y)) {
            return Double.NaN;
        } else {
            result = powOfPositive(base, y);
        }
        return negative ? -result : result;
    }

    private static double powOfPositive(double x, double y) {
        DoubleDouble log = logDoubleDouble(x);
        double exponent = log.high() * y;
        if (!(Math.abs(exponent) < 800)) {
            // also keeps the splitting of y from overflowing: x ≠ 1 has |log x| ≥ 2^-53
            return exponent > 0 ? Double.POSITIVE_INFINITY : exponent < 0 ? 0 : 1;
        }
        if (log.high() == 0) {
            return 1;
        }
        return expOfSum(exponent, productError(log.high(), y, exponent) + log.low() * y);
    }

    private static boolean isOdd(double y) {
        return Math.abs(y) < 0x1p53 && Math.abs(y % 2) == 1;
    }

    private static double nearest(double x) {
        return (x + ROUNDER) - ROUNDER;
    }
}
