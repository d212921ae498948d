package dev.surprisal.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number as an author wrote it. It agrees with a computed one up to half a unit of its last digit: {@code 0.443} up
 * to 0.0005, {@code 44.3%} up to 0.0005, {@code 1.2e-3} up to 0.00005. A fraction ({@code 7/15}) and ∞ are exact.
 *
 * @param exact the decimal with its scale as written, null for a fraction and for ∞
 */
record WrittenNumber(String text, double value, @Nullable BigDecimal exact, boolean percent) {

    private static final int MAX_LENGTH = 60;

    /**
     * Room for the rounding of the computed value: 0.4425 is half a unit below 0.443, although its double is a little
     * less.
     */
    private static final BigDecimal ROUNDING = new BigDecimal("1.000000001");

    /** How far a computed value may be from a fraction, relative. */
    private static final double EXACT = 1e-12;

    /**
     * Reads a number.
     *
     * @throws ExpressionException at {@code position} when it is none
     */
    static WrittenNumber parse(String text, int position) {
        boolean negative = text.startsWith("-") || text.startsWith("−");
        String size = negative || text.startsWith("+") ? text.substring(1) : text;
        boolean percent = size.endsWith("%");
        String plain = percent ? size.substring(0, size.length() - 1).strip() : size;
        if (plain.equals("∞") && !percent) {
            return new WrittenNumber(text, negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY, null, false);
        }
        BigDecimal decimal = PlainDecimal.read(plain);
        if (decimal != null && text.length() <= MAX_LENGTH) {
            BigDecimal scaled = percent ? decimal.scaleByPowerOfTen(-2) : decimal;
            BigDecimal exact = negative ? scaled.negate() : scaled;
            return new WrittenNumber(text, exact.doubleValue(), exact, percent);
        }
        int slash = plain.indexOf('/');
        if (slash > 0 && !percent && isWhole(plain.substring(0, slash)) && isWhole(plain.substring(slash + 1))) {
            double denominator = Double.parseDouble(plain.substring(slash + 1));
            if (denominator == 0) {
                throw new ExpressionException("division by zero: " + text, position + text.indexOf('/'));
            }
            double fraction = Double.parseDouble(plain.substring(0, slash)) / denominator;
            return new WrittenNumber(text, negative ? -fraction : fraction, null, false);
        }
        throw new ExpressionException(
                "'" + Scope.shortened(text) + "' is not a number: accepted are 0.443, -2, 44.3%, 1.2e-3, 7/15 and ∞",
                position);
    }

    private static boolean isWhole(String text) {
        return !text.isEmpty() && text.length() <= 15 && text.chars().allMatch(c -> Lexer.isDigit((char) c));
    }

    /** Whether what is written is right for the computed value. */
    boolean agreesWith(double computed) {
        if (Double.isInfinite(value) || Double.isInfinite(computed)) {
            return value == computed;
        }
        if (exact == null) {
            return Math.abs(value - computed) <= EXACT * Math.max(Math.abs(value), Math.abs(computed));
        }
        BigDecimal halfUnit = BigDecimal.valueOf(5, exact.scale() + 1);
        return exact.subtract(new BigDecimal(computed)).abs().compareTo(halfUnit.multiply(ROUNDING)) <= 0;
    }

    /** The computed value with as many digits as were written. */
    String mend(double computed) {
        if (Double.isInfinite(computed) || exact == null) {
            return Format.upTo(computed, 15);
        }
        BigDecimal rounded = new BigDecimal(computed).setScale(exact.scale(), RoundingMode.HALF_EVEN);
        return percent ? rounded.scaleByPowerOfTen(2).toPlainString() + "%" : rounded.toPlainString();
    }
}
