package dev.surprisal.check;

import dev.surprisal.math.Decimal;

/** How messages show numbers. */
final class Numbers {

    private static final int DIGITS = 6;

    private Numbers() {}

    static String shown(double number) {
        return Double.isFinite(number) ? Decimal.significant(number, DIGITS) : String.valueOf(number);
    }
}
