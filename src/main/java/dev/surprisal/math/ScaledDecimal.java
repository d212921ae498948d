package dev.surprisal.math;

import org.jspecify.annotations.Nullable;

/**
 * Doubles of everyday size, rounded to decimal digits by one multiplication with a power of ten whose error is known exactly.
 * The result is that of {@link DecimalExpansion}, which writes out every digit and takes some twenty times as long.
 */
final class ScaledDecimal {

    /** As many digits as every number of them is one double, and no two of them the same. */
    private static final int MOST_DIGITS = 15;

    /** Up to here powers of ten are doubles. */
    private static final int LARGEST_POWER = 22;

    private static final double LIMB = 1e8;
    private static final int LIMB_DIGITS = 8;

    private static final double[] POWERS = powers();

    private ScaledDecimal() {}

    private static double[] powers() {
        var powers = new double[LARGEST_POWER + 1];
        powers[0] = 1;
        for (int n = 1; n < powers.length; n++) {
            powers[n] = 10 * powers[n - 1];
        }
        return powers;
    }

    /** x ≥ 0, rounded to so many decimal places; nothing where that is not found this way. */
    static @Nullable DecimalExpansion fixed(double x, int places) {
        if (places > LARGEST_POWER || !(x < POWERS[MOST_DIGITS])) {
            return null;
        }
        double whole = scaled(x, places);
        return whole >= 0 ? expansion(whole, places) : null;
    }

    /** x &gt; 0, rounded to so many significant digits; nothing where that is not found this way. */
    static @Nullable DecimalExpansion significant(double x, int digits) {
        int places = digits > MOST_DIGITS ? -1 : placesFor(x, digits);
        double whole = places < 0 ? -1 : scaled(x, places);
        return whole >= 0 ? expansion(whole, places) : null;
    }

    /** The shortest text that reads as x &gt; 0; nothing where that is not found this way. */
    static @Nullable DecimalExpansion shortest(double x) {
        int places = placesFor(x, MOST_DIGITS);
        double whole = places < 0 ? -1 : scaled(x, places);
        // Both are exact, so the quotient is the double that the digits are read as; no other so few are read as the
        // same
        return whole >= 0 && whole / POWERS[places] == x ? expansion(whole, places) : null;
    }

    /** How many places there are to show so many digits; -1 where a power of ten would be too large or below 1. */
    private static int placesFor(double x, int digits) {
        int power = 0;
        double scaled = x;
        while (power < LARGEST_POWER && scaled < POWERS[digits - 1]) {
            power++;
            scaled = x * POWERS[power];
        }
        return scaled >= POWERS[digits - 1] && scaled <= POWERS[digits] ? power : -1;
    }

    /** x · 10^places, rounded to a whole number; -1 where it is too large or half-way between two of them. */
    private static double scaled(double x, int places) {
        double product = x * POWERS[places];
        if (!(product <= POWERS[MOST_DIGITS])) {
            return -1;
        }
        double whole = Math.floor(product);
        double aboveHalf = (product - whole - 0.5) + DoubleDouble.productError(x, POWERS[places], product);
        return aboveHalf == 0 ? -1 : aboveHalf > 0 ? whole + 1 : whole;
    }

    /** whole · 10^−places, for whole numbers up to 10^15. */
    private static DecimalExpansion expansion(double whole, int places) {
        var digits = new char[2 * LIMB_DIGITS];
        double upper = Math.floor(whole / LIMB);
        write(digits, LIMB_DIGITS, (int) (whole - upper * LIMB));
        write(digits, 0, (int) upper);
        int start = 0;
        int end = digits.length;
        while (start < end && digits[start] == '0') {
            start++;
        }
        int exponent = digits.length - start - places;
        while (end > start && digits[end - 1] == '0') {
            end--;
        }
        return start == end
                ? DecimalExpansion.ZERO
                : new DecimalExpansion(new String(digits, start, end - start), exponent);
    }

    private static void write(char[] digits, int start, int limb) {
        int rest = limb;
        for (int i = start + LIMB_DIGITS - 1; i >= start; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
