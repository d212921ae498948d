package dev.surprisal.widget;

import dev.surprisal.math.Decimal;

/** Arithmetic that gives the number which a person working in decimals expects: 1 - 0.7 is 0.3. */
public final class Decimals {

    private Decimals() {}

    /**
     * 1 - x, rounded to as many decimal places as x has: 0.3 for 0.7, where the subtraction gives 0.30000000000000004.
     *
     * @param x in [0, 1]
     */
    public static double complement(double x) {
        String text = Decimal.shortest(x);
        int point = text.indexOf('.');
        boolean plain = text.indexOf('e') < 0;
        int places = plain && point >= 0 ? text.length() - point - 1 : 0;
        // Beyond 16 places the neighbours of 1 are further apart than the places
        return plain && places <= 16 ? Decimal.parse(Decimal.fixed(1 - x, places)) : 1 - x;
    }

    /** x without the noise of a few operations: 0.375 for 0.37499999999999994, while a third stays as it is. */
    public static double tidy(double x) {
        double rounded = Decimal.parse(Decimal.significant(x, 12));
        return Math.abs(rounded - x) <= 1e-15 * Math.abs(x) ? rounded : x;
    }

    /** The multiple of a step such as 0.01 or 100 that is nearest to x; the step or its inverse is a whole number. */
    public static double toStep(double x, double step) {
        if (step > 1) {
            return Math.floor(x / step + 0.5) * step;
        }
        double stepsInOne = Math.floor(1 / step + 0.5);
        return Math.floor(x * stepsInOne + 0.5) / stepsInOne;
    }
}
