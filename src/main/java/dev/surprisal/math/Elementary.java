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

    private static final double QUARTER_PI = 0x1.921fb54442d18p-1;

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
        double series = 2.064282030558588e-08;
        series = series * x + 2.7564371274265034e-07;
        series = series * x + 2.755887071366659e-06;
        series = series * x + 2.4801586528245252e-05;
        series = series * x + 0.00019841269659402335;
        series = series * x + 0.0013888888888918306;
        series = series * x + 0.008333333333341228;
        series = series * x + 0.041666666666666664;
        series = series * x + 0.16666666666666666;
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
        double series = 0.14286052578910874;
        series = series * r - 0.16666937938071258;
        series = series * r + 0.19999999997263487;
        series = series * r - 0.249999999988226;
        series = series * r + 0.33333333333333337;
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
        double series = 0.14344461781540477;
        series = series * r - 0.1250030251776104;
        series = series * r + 0.14285616056573225;
        series = series * r - 0.16666666664061056;
        series = series * r + 0.20000000000852663;
        series = series * r - 0.25000000000000006;
        series = series * r + 0.3333333333333333;
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

    /**
     * sin x for x in radians. Error ≤ 2 ulp (0.8 found) for every x, however large; sin(±0) = ±0, NaN at ±∞. The rest of
     * the quarter turns is found with {@link QuarterTurns}; Muller, ch. 11.
     */
    public static double sin(double x) {
        double size = Math.abs(x);
        if (size <= QUARTER_PI) {
            return size < 0x1p-26 ? x : sinOfRest(x, 0);
        }
        if (!(size < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        var turns = QuarterTurns.of(size);
        double result = wave(turns.quadrant(), turns.rest(), turns.restTail());
        return x < 0 ? -result : result;
    }

    /** cos x for x in radians. Error ≤ 2 ulp (0.8 found) for every x, however large; NaN at ±∞. As {@link #sin}. */
    public static double cos(double x) {
        double size = Math.abs(x);
        if (size <= QUARTER_PI) {
            return cosOfRest(x, 0);
        }
        if (!(size < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        var turns = QuarterTurns.of(size);
        return wave(turns.quadrant() + 1, turns.rest(), turns.restTail());
    }

    /** sin(quarter π/2 + rest + tail). */
    private static double wave(int quarter, double rest, double tail) {
        double result = (quarter & 1) == 0 ? sinOfRest(rest, tail) : cosOfRest(rest, tail);
        return (quarter & 2) == 0 ? result : -result;
    }

    private static double sinOfRest(double x, double tail) {
        return x + sinMinusRest(x, tail);
    }

    /** sin(x + tail) − x for |x| ≤ π/4. The polynomial's error is 2^-56 of the sine, nearly all of it from rounding 1/6. */
    private static double sinMinusRest(double x, double tail) {
        double square = x * x;
        double series = 1.5919279458356322e-10;
        series = series * square - 2.5051151424967645e-08;
        series = series * square + 2.7557316223725686e-06;
        series = series * square - 0.0001984126983708652;
        series = series * square + 0.00833333333333131;
        series = series * square - 0.16666666666666666;
        return square * x * series + (tail - 0.5 * square * tail);
    }

    private static double cosOfRest(double x, double tail) {
        double half = 0.5 * x * x;
        double high = 1 - half;
        return high + cosTail(x, tail, half, high);
    }

    /** cos(x + tail) − high for |x| ≤ π/4, half = x²/2 and high = 1 − half as rounded. */
    private static double cosTail(double x, double tail, double half, double high) {
        double square = x * x;
        double series = -1.1381545337651718e-11;
        series = series * square + 2.0876127866347656e-09;
        series = series * square - 2.755731715843594e-07;
        series = series * square + 2.4801587298460456e-05;
        series = series * square - 0.0013888888888887061;
        series = series * square + 0.041666666666666664;
        return ((1 - high) - half) + (square * square * series - x * tail);
    }

    /**
     * tan x for x in radians. Error ≤ 2 ulp (1.1 found) for every x, however large; tan(±0) = ±0, NaN at ±∞. As
     * {@link #sin}, with a quotient that carries the errors of both.
     */
    public static double tan(double x) {
        double size = Math.abs(x);
        if (size < 0x1p-27) {
            return x;
        }
        if (size <= QUARTER_PI) {
            return tanOfRest(x, 0, false);
        }
        if (!(size < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        var turns = QuarterTurns.of(size);
        double result = tanOfRest(turns.rest(), turns.restTail(), (turns.quadrant() & 1) != 0);
        return x < 0 ? -result : result;
    }

    /** tan(x + tail), or −1/tan(x + tail), for |x| ≤ π/4. */
    private static double tanOfRest(double x, double tail, boolean reciprocal) {
        double sinTail = sinMinusRest(x, tail);
        double sin = x + sinTail;
        sinTail -= sin - x;
        double half = 0.5 * x * x;
        double high = 1 - half;
        double cosTail = cosTail(x, tail, half, high);
        double cos = high + cosTail;
        cosTail -= cos - high;
        return reciprocal ? -quotient(cos, cosTail, sin, sinTail) : quotient(sin, sinTail, cos, cosTail);
    }

    /** (a + aTail)/(b + bTail). */
    private static double quotient(double a, double aTail, double b, double bTail) {
        double quotient = a / b;
        double product = quotient * b;
        double rest = (a - product) - productError(quotient, b, product) + (aTail - quotient * bTail);
        return quotient + rest / b;
    }

    /**
     * The angle in (−π/2, π/2) whose tangent is x. Error ≤ 2 ulp (0.9 found); atan(±0) = ±0, atan(±∞) = ±π/2. Reduced to
     * |t| ≤ 7/16 by atan x = atan c + atan((x − c)/(1 + c x)) with c one of 1/2, 1, 3/2, ∞, as in fdlibm (Sun, 1993).
     */
    public static double atan(double x) {
        double size = Math.abs(x);
        if (size < 0.4375) {
            return size < 0x1p-27 ? x : x + atanMinusRest(x);
        }
        double t;
        double high;
        double low;
        if (size < 0.6875) {
            t = (2 * size - 1) / (2 + size);
            high = 0x1.dac670561bb4fp-2;
            low = 0x1.a2b7f222f65e2p-56;
        } else if (size < 1.1875) {
            t = (size - 1) / (size + 1);
            high = QUARTER_PI;
            low = 0x1.1a62633145c07p-55;
        } else if (size < 2.4375) {
            t = (size - 1.5) / (1 + 1.5 * size);
            high = 0x1.f730bd281f69bp-1;
            low = 0x1.007887af0cbbdp-56;
        } else {
            t = -1 / size;
            high = 2 * QUARTER_PI;
            low = 0x1.1a62633145c07p-54;
        }
        double result = high + ((atanMinusRest(t) + low) + t);
        return x < 0 ? -result : result;
    }

    /** atan(x) − x for |x| ≤ 7/16. The polynomial's error is 2^-55.6 of the arctangent. */
    private static double atanMinusRest(double x) {
        double square = x * x;
        double series = -0.017609763867084592;
        series = series * square + 0.037886024891536585;
        series = series * square - 0.05036460940707904;
        series = series * square + 0.058483036805899724;
        series = series * square - 0.06663320056744362;
        series = series * square + 0.07692094361960776;
        series = series * square - 0.09090900569857993;
        series = series * square + 0.11111110912226627;
        series = series * square - 0.14285714283339598;
        series = series * square + 0.1999999999998909;
        series = series * square - 0.33333333333333326;
        return square * x * series;
    }

    /** (e^x − e^−x)/2. Error ≤ 2 ulp (0.6 found); sinh(±0) = ±0, overflows beyond ±710.47. */
    public static double sinh(double x) {
        double size = Math.abs(x);
        if (size < 0.35) {
            return size < 0x1p-27 ? x : x + sinhMinusRest(x);
        }
        if (!(size < 711)) {
            return x * Double.POSITIVE_INFINITY;
        }
        double result = halfExpPlus(size, -1);
        return x < 0 ? -result : result;
    }

    private static double sinhMinusRest(double x) {
        double square = x * x;
        double series = 1.92080381479662e-10;
        series = series * square + 2.5041556022446268e-08;
        series = series * square + 2.7557332128058497e-06;
        series = series * square + 0.0001984126983435995;
        series = series * square + 0.008333333333334844;
        series = series * square + 0.16666666666666666;
        return square * x * series;
    }

    /** (e^x + e^−x)/2. Error ≤ 2 ulp (0.6 found); cosh(±∞) = ∞, overflows beyond ±710.47. */
    public static double cosh(double x) {
        double size = Math.abs(x);
        if (!(size < 711)) {
            return Double.isNaN(x) ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        return halfExpPlus(size, 1);
    }

    /**
     * (e^x + sign e^−x)/2 for 0 ≤ x ≤ 711: both exponentials in two parts, so that neither sum nor difference loses, and
     * with a quarter as their scale, since e^711 overflows.
     */
    private static double halfExpPlus(double x, double sign) {
        double n = nearest(x * CELLS_PER_UNIT);
        int cell = (int) n;
        int j = cell & 63;
        double scale = powerOfTwo((cell >> 6) - 2);
        double high = ROOT_HIGH[j] * scale;
        double low = (ROOT_LOW[j] + ROOT_HIGH[j] * expm1OfRest(x, 0, n)) * scale;
        if (x > 22) {
            return 2 * (high + low);
        }
        int i = -cell & 63;
        scale = sign * powerOfTwo((-cell >> 6) - 2);
        double otherHigh = ROOT_HIGH[i] * scale;
        double otherLow = (ROOT_LOW[i] + ROOT_HIGH[i] * expm1OfRest(-x, 0, -n)) * scale;
        double sum = high + otherHigh;
        return 2 * (sum + (((high - sum) + otherHigh) + (low + otherLow)));
    }

    /** sinh x / cosh x. Error ≤ 2 ulp (0.6 found); tanh(±0) = ±0, tanh(±∞) = ±1. From 1 − 2/(e^2|x| + 1). */
    public static double tanh(double x) {
        double size = Math.abs(x);
        if (size < 0.35) {
            return size < 0x1p-27 ? x : x + tanhMinusRest(x);
        }
        if (!(size < 22)) {
            return x > 0 ? 1 : x < 0 ? -1 : Double.NaN;
        }
        double n = nearest(2 * size * CELLS_PER_UNIT);
        int cell = (int) n;
        int j = cell & 63;
        double scale = powerOfTwo(cell >> 6);
        double high = ROOT_HIGH[j] * scale;
        double low = (ROOT_LOW[j] + ROOT_HIGH[j] * expm1OfRest(2 * size, 0, n)) * scale;
        double sum = high + 1;
        double denominator = sum + (low + ((high - sum) + 1));
        double tail = (sum - denominator) + (low + ((high - sum) + 1));
        double quotient = 2 / denominator;
        double product = quotient * denominator;
        double rest = (2 - product) - productError(quotient, denominator, product) - quotient * tail;
        double result = 1 - quotient;
        result += ((1 - result) - quotient) - rest / denominator;
        return x < 0 ? -result : result;
    }

    private static double tanhMinusRest(double x) {
        double square = x * x;
        double series = -0.000190948074039666;
        series = series * square + 0.000579100483150395;
        series = series * square - 0.0014544563056028772;
        series = series * square + 0.003592024558118856;
        series = series * square - 0.008863230856795322;
        series = series * square + 0.02186948841345502;
        series = series * square - 0.05396825396653758;
        series = series * square + 0.1333333333333227;
        series = series * square - 0.3333333333333333;
        return square * x * series;
    }

    /**
     * The real cube root, also of negative x. Error ≤ 2 ulp (0.7 found); exact where the root has at most 17
     * bits. A first guess from the exponent's third, two steps of Halley's iteration, a last one with an exact square
     * (Kahan and Bindel, 2001).
     */
    public static double cbrt(double x) {
        double size = Math.abs(x);
        if (!(size >= 0x1p-100 && size <= 0x1p100)) {
            if (size == 0 || !(size < Double.POSITIVE_INFINITY)) {
                return x;
            }
            return size < 1 ? cbrt(x * 0x1p180) * 0x1p-60 : cbrt(x * 0x1p-180) * 0x1p60;
        }
        double t = Float.intBitsToFloat(Float.floatToRawIntBits((float) size) / 3 + 0x2a51_19f2);
        for (int i = 0; i < 2; i++) {
            double cube = t * t * t;
            t *= (cube + 2 * size) / (2 * cube + size);
        }
        // rounded to a float, t has an exact square
        t = Float.intBitsToFloat(Float.floatToRawIntBits((float) t));
        double quotient = size / (t * t);
        t += t * ((quotient - t) / (2 * t + quotient));
        return x < 0 ? -t : t;
    }

    /**
     * √(x² + y²) without overflow or underflow on the way. Error ≤ 2 ulp (0.51 found); ∞ where either is infinite, even
     * beside NaN. The root is corrected by what its exact square lacks: Borges, "An improved algorithm for hypot(a, b)",
     * 2019.
     */
    public static double hypot(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        if (a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        double large = Math.max(a, b);
        double small = Math.min(a, b);
        if (small <= large * 0x1p-54) {
            return large + small;
        }
        if (large > 0x1p480) {
            return root(large * 0x1p-600, small * 0x1p-600) * 0x1p600;
        }
        if (small < 0x1p-420) {
            return root(large * 0x1p600, small * 0x1p600) * 0x1p-600;
        }
        return root(large, small);
    }

    private static double root(double a, double b) {
        double a2 = a * a;
        double b2 = b * b;
        double root = Math.sqrt(a2 + b2);
        double square = root * root;
        double excess = ((square - a2) - b2)
                + (productError(root, root, square) - (productError(a, a, a2) + productError(b, b, b2)));
        return root - excess / (2 * root);
    }

    private static boolean isOdd(double y) {
        return Math.abs(y) < 0x1p53 && Math.abs(y % 2) == 1;
    }

    private static double nearest(double x) {
        return (x + ROUNDER) - ROUNDER;
    }
}
