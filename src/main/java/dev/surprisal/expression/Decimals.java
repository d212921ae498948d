package dev.surprisal.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal output of doubles, correctly rounded, without a locale. */
final class Decimals {

    private Decimals() {}

    /** The fewest digits that read back as {@code x}. */
    static String shortest(double x) {
        return Double.isInfinite(x)
                ? infinite(x)
                : plainOrScientific(new BigDecimal(Double.toString(x)).stripTrailingZeros());
    }

    /** Rounded to {@code places} decimal places, trailing zeros kept. */
    static String fixed(double x, int places) {
        return Double.isInfinite(x)
                ? infinite(x)
                : new BigDecimal(x).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Rounded to {@code digits} significant digits, trailing zeros kept. */
    static String significant(double x, int digits) {
        if (Double.isInfinite(x)) {
            return infinite(x);
        }
        if (x == 0) {
            return fixed(x, digits - 1);
        }
        var rounded = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return plainOrScientific(rounded.setScale(digits - 1 - exponent, RoundingMode.UNNECESSARY));
    }

    /** Rounded to {@code digits} significant digits, trailing zeros dropped. */
    static String upTo(double x, int digits) {
        return Double.isInfinite(x)
                ? infinite(x)
                : plainOrScientific(new BigDecimal(x)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros());
    }

    private static String infinite(double x) {
        return x > 0 ? "∞" : "-∞";
    }

    private static String plainOrScientific(BigDecimal x) {
        int exponent = x.precision() - x.scale() - 1;
        if (x.signum() == 0 || (exponent >= -6 && exponent < 15)) {
            return x.toPlainString();
        }
        return x.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
