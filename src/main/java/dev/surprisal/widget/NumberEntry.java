package dev.surprisal.widget;

import dev.surprisal.math.Decimal;

/**
 * Reads the one number that a learner typed: {@code 0.25}, {@code 1e-3}, {@code 1/3}, {@code 0,25}.
 *
 * <p>A text that cannot be read is answered, never guessed at.
 */
public sealed interface NumberEntry {

    /** @param note how it was read where that may surprise; empty otherwise */
    record Read(double value, String note) implements NumberEntry {}

    record Unreadable(String message) implements NumberEntry {}

    /** The longest text that is looked at: a double needs 25 characters. */
    int LONGEST = 60;

    static NumberEntry of(String typed) {
        String text = typed.trim().replace('\u2212', '-');
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Unreadable("Enter a number.");
        }
        if (namesNoFiniteNumber(text)) {
            return new Unreadable("Enter a finite number.");
        }
        boolean comma = text.indexOf(',') >= 0 && text.indexOf('.') < 0;
        int bar = text.indexOf('/');
        try {
            String plain = comma ? text.replace(',', '.') : text;
            double value =
                    bar < 0 ? decimal(plain) : decimal(plain.substring(0, bar)) / decimal(plain.substring(bar + 1));
            if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
                return new Unreadable("Enter a finite number.");
            }
            // 0 + x: a typed -0 is 0
            return new Read(0 + value, comma ? "Read as " + Figures.field(value) + "." : "");
        } catch (NumberFormatException e) {
            return new Unreadable("Enter a number.");
        }
    }

    private static double decimal(String text) {
        return Decimal.parse(text.trim());
    }

    private static boolean namesNoFiniteNumber(String text) {
        return switch (text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text) {
            case "∞", "inf", "Inf", "infinity", "Infinity", "nan", "NaN", "NAN" -> true;
            default -> false;
        };
    }
}
