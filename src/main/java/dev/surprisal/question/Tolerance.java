package dev.surprisal.question;

import dev.surprisal.content.Acceptance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Whether a number is near enough to another, compared as decimals, bounds included. The reference value is a double from the
 * math core; its 15 digits are taken, so that 2.10 − 1.95 is 0.15 and an answer on the bound is on the bound.
 */
final class Tolerance {
    private static final MathContext CORE_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    /** Below this nobody counts the zeros of a tolerance. */
    private static final BigDecimal TINY = new BigDecimal("0.00001");

    /** A key with at most so many digits can be typed in full. */
    private static final int SHORT = 6;

    private Tolerance() {}

    static boolean accepts(Acceptance acceptance, BigDecimal answer, double reference) {
        BigDecimal value = reference(reference);
        BigDecimal distance = answer.subtract(value).abs();
        return switch (acceptance) {
            case Acceptance.Abs(var tolerance) -> distance.compareTo(tolerance) <= 0;
            case Acceptance.Rel(var tolerance) -> distance.compareTo(tolerance.multiply(value.abs())) <= 0;
            case Acceptance.Mixed(var tolerance) ->
                distance.compareTo(tolerance.multiply(value.abs().max(BigDecimal.ONE))) <= 0;
            case Acceptance.Digits(var count) -> rounded(answer, count).compareTo(rounded(value, count)) == 0;
        };
    }

    /** What the core computed, to the digits that are compared. */
    static BigDecimal reference(double computed) {
        return new BigDecimal(computed).round(CORE_DIGITS).stripTrailingZeros();
    }

    private static BigDecimal rounded(BigDecimal value, int digits) {
        return value.round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    /** The acceptance in words, plain text, to follow "An answer counts". */
    static String words(Acceptance acceptance, double key) {
        return switch (acceptance) {
            case Acceptance.Abs(var tolerance)
            when tolerance.compareTo(TINY) < 0 ->
                reference(key).precision() <= SHORT
                        ? "when it is exact"
                        : "when it agrees to " + decimals(tolerance) + " decimals";
            case Acceptance.Abs(var tolerance) -> "within " + tolerance.toPlainString() + " of it";
            case Acceptance.Rel(var tolerance) -> "within " + percent(tolerance) + " % of it";
            case Acceptance.Mixed(var tolerance) ->
                "within " + tolerance.toPlainString() + " of it, or " + percent(tolerance)
                        + " % of its size where that exceeds 1";
            case Acceptance.Digits(var count) -> "when " + count + " significant digits agree";
        };
    }

    /** The place of its first digit behind the point. */
    private static int decimals(BigDecimal tolerance) {
        BigDecimal plain = tolerance.stripTrailingZeros();
        return plain.scale() - plain.precision() + 1;
    }

    private static String percent(BigDecimal tolerance) {
        return tolerance.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
