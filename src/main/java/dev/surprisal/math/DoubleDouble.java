package dev.surprisal.math;

/**
 * The unevaluated sum of two doubles, {@code high + low} with |low| ≤ ulp(high)/2: about 106 bits. Operations lose a few
 * units of 2^-104. Dekker, "A floating-point technique for extending the available precision", 1971; Shewchuk 1997.
 *
 * <p>Factors must stay below 2^996, where Veltkamp's splitting would overflow.
 */
record DoubleDouble(double high, double low) {
    static final DoubleDouble ZERO = new DoubleDouble(0, 0);
    static final DoubleDouble ONE = new DoubleDouble(1, 0);

    /** 2^27 + 1: Veltkamp's constant. */
    private static final double SPLITTER = 134217729.0;

    private static final DoubleDouble THIRD = new DoubleDouble(0x1.5555555555555p-2, 0x1.5555555555555p-56);

    /** log 2 in three parts; the first has 42 bits, so that a multiple of it is exact. */
    private static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

    private static final double LN2_MIDDLE = 0x1.ef35793c76730p-45;
    private static final double LN2_LOW = 0x1.f97b57a079a19p-103;

    static DoubleDouble of(double value) {
        return new DoubleDouble(value, 0);
    }

    /** a + b without any error. */
    static DoubleDouble sum(double a, double b) {
        double sum = a + b;
        return new DoubleDouble(sum, sumError(a, b, sum));
    }

    /** a · b without any error (unless it underflows). */
    static DoubleDouble product(double a, double b) {
        double product = a * b;
        return new DoubleDouble(product, productError(a, b, product));
    }

    /** What the rounded {@code sum} of a and b lacks: a + b − sum, exactly. Knuth's TwoSum. */
    static double sumError(double a, double b, double sum) {
        double bRounded = sum - a;
        return (a - (sum - bRounded)) + (b - bRounded);
    }

    /** What the rounded {@code product} of a and b lacks: a · b − product, exactly. Dekker's product, since fma differs. */
    static double productError(double a, double b, double product) {
        double aHigh = upperHalf(a);
        double bHigh = upperHalf(b);
        double aLow = a - aHigh;
        double bLow = b - bHigh;
        return aLow * bLow - (((product - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow);
    }

    /** The upper 26 bits of x, rounded: its square is exact, and so is what is left of x. */
    static double upperHalf(double x) {
        double scaled = x * SPLITTER;
        return scaled - (scaled - x);
    }

    DoubleDouble plus(DoubleDouble other) {
        double sum = high + other.high;
        double error = sumError(high, other.high, sum);
        double lowSum = low + other.low;
        double lowError = sumError(low, other.low, lowSum);
        DoubleDouble first = normalised(sum, error + lowSum);
        return normalised(first.high, first.low + lowError);
    }

    DoubleDouble plus(double other) {
        double sum = high + other;
        return normalised(sum, sumError(high, other, sum) + low);
    }

    DoubleDouble minus(DoubleDouble other) {
        return plus(other.negated());
    }

    DoubleDouble times(DoubleDouble other) {
        double product = high * other.high;
        double error = productError(high, other.high, product);
        return normalised(product, error + (high * other.low + low * other.high));
    }

    DoubleDouble times(double other) {
        double product = high * other;
        return normalised(product, productError(high, other, product) + low * other);
    }

    DoubleDouble dividedBy(DoubleDouble other) {
        double first = high / other.high;
        DoubleDouble rest = minus(other.times(first));
        double second = rest.high / other.high;
        rest = rest.minus(other.times(second));
        return normalised(first, second).plus(rest.high / other.high);
    }

    /**
     * log of this, which must be positive and finite: absolute error about 2^-95, relative 2^-90. By the table of
     * {@link Elementary#log}, whose entries carry that many digits, and a longer series.
     */
    DoubleDouble log() {
        if (!(high > 0 && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("log needs a positive and finite number, got " + high);
        }
        double scaled = high;
        double scaledLow = low;
        double exponent = 0;
        for (; scaled < 0x1p-100; exponent -= 200) {
            scaled *= 0x1p200;
            scaledLow *= 0x1p200;
        }
        for (; scaled > 0x1p100; exponent += 200) {
            scaled *= 0x1p-200;
            scaledLow *= 0x1p-200;
        }
        int cell = Float.floatToRawIntBits((float) scaled) - ElementaryTables.FIRST_CELL;
        int j = (cell >> 16) & 127;
        int k = cell >> 23;
        double scale = ElementaryTables.powerOfTwo(-k);
        double z = scaled * scale;
        double c = ElementaryTables.RECIPROCAL[j];
        double upper = upperHalf(z);
        var r = sum(upper * c - 1, (z - upper) * c).plus(scaledLow * scale * c);
        double series = -1.0 / 10;
        series = series * r.high + 1.0 / 9;
        series = series * r.high - 1.0 / 8;
        series = series * r.high + 1.0 / 7;
        series = series * r.high - 1.0 / 6;
        series = series * r.high + 1.0 / 5;
        // log(1 + r) = r − r² (1/2 − r (1/3 − r (1/4 − …)))
        var sum = of(0.25).plus(-series * r.high);
        sum = THIRD.minus(sum.times(r));
        sum = of(0.5).minus(sum.times(r));
        double n = k + exponent;
        return sum(n * LN2_HIGH + ElementaryTables.LOG_HIGH[j], ElementaryTables.LOG_LOW[j])
                .plus(product(n, LN2_MIDDLE))
                .plus(r)
                .minus(sum.times(r.times(r)))
                .plus(n * LN2_LOW);
    }

    DoubleDouble negated() {
        return new DoubleDouble(-high, -low);
    }

    double toDouble() {
        return high + low;
    }

    /** The sum of a large and a small part, |high| ≥ |low|. */
    static DoubleDouble normalised(double high, double low) {
        double sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }
}
