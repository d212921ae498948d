package dev.surprisal.expression;

import dev.surprisal.math.Decimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a number is printed: {@code 3dp} (decimal places), {@code 4sf} (significant figures), alone or after
 * {@code percent} (times 100, with the sign) or {@code bits} (a number in nats, in bits); or {@code fraction}.
 *
 * <p>Without digits a number gets up to four significant figures, never fewer than its whole part has, and no trailing
 * zeros; a percentage three.
 */
public record Format(Scale scale, Digits digits) {

    /** What happens to the number before it is rounded. */
    public enum Scale {
        PLAIN,
        PERCENT,
        BITS,
        FRACTION
    }

    /** How it is rounded. */
    public sealed interface Digits {
        /** To a number of decimal places. */
        record Places(int count) implements Digits {}

        /** To a number of significant figures. */
        record Significant(int count) implements Digits {}

        /** As many as are usual. */
        record Usual() implements Digits {}
    }

    private static final int MOST_DIGITS = 15;
    private static final double LN_2 = 0.6931471805599453;

    /** Denominators up to this are recognised as fractions. */
    private static final int LARGEST_DENOMINATOR = 10_000;

    /** What a number gets whose format is not given. */
    public static final Format USUAL = new Format(Scale.PLAIN, new Digits.Usual());

    /**
     * Reads a format.
     *
     * @throws ExpressionException at the word that is no format
     */
    public static Format parse(String text) {
        Scale scale = null;
        Digits digits = null;
        int end;
        for (int start = skipSpaces(text, 0); start < text.length(); start = skipSpaces(text, end)) {
            end = start;
            while (end < text.length() && text.charAt(end) != ' ') {
                end++;
            }
            String word = text.substring(start, end);
            if (Lexer.isDigit(word.charAt(0))) {
                if (digits != null) {
                    throw new ExpressionException("the digits are given twice: " + word, start);
                }
                digits = digits(word, start);
            } else {
                if (scale != null) {
                    throw new ExpressionException("a format is either percent, bits or fraction", start);
                }
                scale = scale(word, start);
            }
        }
        if (scale == null && digits == null) {
            throw new ExpressionException("a format is expected after ';': " + ACCEPTED, text.length());
        }
        if (scale == Scale.FRACTION && digits != null) {
            throw new ExpressionException("a fraction is exact and takes no digits", 0);
        }
        return new Format(scale == null ? Scale.PLAIN : scale, digits == null ? new Digits.Usual() : digits);
    }

    private static final String ACCEPTED = "3dp, 4sf, percent, bits or fraction";

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static Scale scale(String word, int position) {
        return switch (word) {
            case "percent" -> Scale.PERCENT;
            case "bits" -> Scale.BITS;
            case "fraction" -> Scale.FRACTION;
            default ->
                throw new ExpressionException(
                        "there is no format '" + Scope.shortened(word) + "'"
                                + Spelling.hint(word, List.of("percent", "bits", "fraction")) + ": accepted are "
                                + ACCEPTED,
                        position);
        };
    }

    private static Digits digits(String word, int position) {
        int end = 0;
        while (end < word.length() && Lexer.isDigit(word.charAt(end))) {
            end++;
        }
        String unit = word.substring(end);
        if (!unit.equals("dp") && !unit.equals("sf")) {
            throw new ExpressionException(
                    "digits are written as 3dp (decimal places) or 4sf (significant figures), got '"
                            + Scope.shortened(word) + "'",
                    position);
        }
        int count = end <= 2 ? Integer.parseInt(word.substring(0, end)) : Integer.MAX_VALUE;
        int fewest = unit.equals("dp") ? 0 : 1;
        if (count < fewest || count > MOST_DIGITS) {
            throw new ExpressionException(unit + " takes " + fewest + " to " + MOST_DIGITS + " digits", position);
        }
        return unit.equals("dp") ? new Digits.Places(count) : new Digits.Significant(count);
    }

    /**
     * The number as text, with an ASCII minus; ±∞ as such.
     *
     * @throws IllegalArgumentException when {@code x} is NaN, or no fraction with a denominator up to 10,000
     */
    public String print(double x) {
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("x must be a number, got NaN");
        }
        return switch (scale) {
            case PLAIN -> rounded(x, 4);
            case BITS -> rounded(x / LN_2, 4);
            case PERCENT -> rounded(x * 100, 3) + "%";
            case FRACTION -> fraction(x);
        };
    }

    private String rounded(double x, int usual) {
        return switch (digits) {
            case Digits.Places(int count) -> Decimal.fixed(x, count);
            case Digits.Significant(int count) -> Decimal.significant(x, count);
            case Digits.Usual() -> upTo(x, Math.max(usual, wholeDigits(x)));
        };
    }

    /** Rounded to at most 15 significant digits, without closing zeros: {@code 0.5}. */
    static String upTo(double x, int digits) {
        // a decimal of up to 15 digits is the shortest text of the double nearest to it
        return Decimal.shortest(Decimal.parse(Decimal.significant(x, digits)));
    }

    private static int wholeDigits(double x) {
        int count = 1;
        for (double power = 10; power <= Math.abs(x) && count < MOST_DIGITS; power *= 10) {
            count++;
        }
        return count;
    }

    /** By the convergents of the continued fraction of |x|. */
    private static String fraction(double x) {
        if (Double.isInfinite(x)) {
            return Decimal.shortest(x);
        }
        double size = Math.abs(x);
        double rest = size;
        List<Double> terms = new ArrayList<>();
        while (terms.size() < 40) {
            double whole = Math.floor(rest);
            terms.add(whole);
            double numerator = 1;
            double denominator = 0;
            for (int i = terms.size() - 1; i >= 0; i--) {
                double next = terms.get(i) * numerator + denominator;
                denominator = numerator;
                numerator = next;
            }
            if (denominator > LARGEST_DENOMINATOR || numerator > 1e15) {
                break;
            }
            if (Math.abs(numerator / denominator - size) <= 4 * Math.ulp(size)) {
                String text =
                        Decimal.fixed(numerator, 0) + (denominator == 1 ? "" : "/" + Decimal.fixed(denominator, 0));
                return x < 0 ? "-" + text : text;
            }
            rest = 1 / (rest - whole);
        }
        throw new IllegalArgumentException(
                upTo(x, 15) + " is not a fraction with a denominator up to " + LARGEST_DENOMINATOR);
    }
}
