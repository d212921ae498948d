package dev.surprisal.widget;

import dev.surprisal.math.Decimal;

/** How numbers are written for people: with a real minus sign, and with ten to a power where that is shorter. */
public final class Figures {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Figures() {}

    /** A result: five places, or four digits where five places would show less; 0 only for exactly 0. */
    public static String amount(double x) {
        double size = Math.abs(x);
        if (x == 0) {
            return "0";
        }
        return dressed(size >= 0.001 && size < 1000 ? Decimal.fixed(x, 5) : Decimal.significant(x, 4));
    }

    /** A place on an axis: five places without the zeros at their end, and 0 for what is nearer to it than they show. */
    public static String place(double x) {
        String fixed = withoutTrailingZeros(Decimal.fixed(x, 5));
        return fixed.equals("-0") ? "0" : dressed(fixed);
    }

    /** A probability or a ratio: exactly where that takes no more than six characters, else four digits. */
    public static String ratio(double x) {
        return dressed(exactOrRounded(x, 6, 4));
    }

    /** For the field of a number, plain enough to be typed: exactly where it fits, else six digits. */
    public static String field(double x) {
        return exactOrRounded(x, 8, 6);
    }

    /** Without the zeros at the end. */
    private static String exactOrRounded(double x, int characters, int digits) {
        // What is exact has at most so many digits; Decimal.shortest would find them in several times the time
        String exact = withoutTrailingZeros(Decimal.significant(x, characters));
        return exact.length() <= characters && Decimal.parse(exact) == x
                ? exact
                : withoutTrailingZeros(Decimal.significant(x, digits));
    }

    /** To full precision, for copying: 15 significant digits without the zeros at their end. */
    public static String full(double x) {
        return withoutTrailingZeros(Decimal.significant(x, 15));
    }

    /** A vector as {@code (0.5, 0.3, 0.2)}. */
    public static String vector(Iterable<Double> numbers) {
        var out = new StringBuilder("(");
        for (double x : numbers) {
            out.append(out.length() > 1 ? ", " : "").append(ratio(x));
        }
        return out.append(')').toString();
    }

    private static String withoutTrailingZeros(String decimal) {
        int exponent = decimal.indexOf('e');
        String digits = exponent < 0 ? decimal : decimal.substring(0, exponent);
        if (digits.indexOf('.') < 0) {
            return decimal;
        }
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        if (digits.charAt(end - 1) == '.') {
            end--;
        }
        return digits.substring(0, end) + (exponent < 0 ? "" : decimal.substring(exponent));
    }

    /** 1.5e-9 as 1.5 × 10⁻⁹, the hyphen as a minus sign, infinity with its sign. */
    private static String dressed(String decimal) {
        if (decimal.endsWith("∞")) {
            return decimal.startsWith("-") ? "−∞" : "+∞";
        }
        int exponent = decimal.indexOf('e');
        if (exponent < 0) {
            return decimal.replace('-', '−');
        }
        var out = new StringBuilder(decimal.substring(0, exponent).replace('-', '−')).append(" × 10");
        for (char c : decimal.substring(exponent + 1).toCharArray()) {
            out.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return out.toString();
    }
}
