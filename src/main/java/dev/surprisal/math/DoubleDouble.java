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
