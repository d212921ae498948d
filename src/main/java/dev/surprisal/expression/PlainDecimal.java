package dev.surprisal.expression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads unsigned decimals exactly: {@code 12}, {@code 0.443}, {@code .5}, {@code 1.2e-3}. */
final class PlainDecimal {

    /**
     * Larger and smaller powers of ten have no place in a double, and the exact arithmetic on them would need the
     * memory.
     */
    private static final int MAX_EXPONENT = 400;

    private static final int MAX_LENGTH = 400;

    private PlainDecimal() {}

    /** The exact value, its scale as written; null where the text is no plain decimal. */
    static @Nullable BigDecimal read(String text) {
        int at = 0;
        int digits = 0;
        boolean point = false;
        while (at < text.length() && (Lexer.isDigit(text.charAt(at)) || (text.charAt(at) == '.' && !point))) {
            if (text.charAt(at) == '.') {
                point = true;
            } else {
                digits++;
            }
            at++;
        }
        if (digits == 0 || text.length() > MAX_LENGTH) {
            return null;
        }
        BigDecimal mantissa = new BigDecimal(text.substring(0, at));
        if (at == text.length()) {
            return mantissa;
        }
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return null;
        }
        Integer exponent = exponent(text.substring(at + 1));
        return exponent == null ? null : mantissa.scaleByPowerOfTen(exponent);
    }

    /** A whole number of moderate size with an optional sign, or null. */
    static @Nullable Integer exponent(String text) {
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> Lexer.isDigit((char) c))) {
            return null;
        }
        int size = Integer.parseInt(digits);
        return size > MAX_EXPONENT ? null : Integer.valueOf(text.startsWith("-") ? -size : size);
    }
}
