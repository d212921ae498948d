package dev.surprisal.math;

/**
 * Doubles as decimal text and back, exactly: every output is the double's exact binary value, correctly rounded (half to
 * even), every input the nearest double. Independent of the locale; the same text on the server and in the browser, whose
 * own formatters round differently (2.675 to two places, 1.005, 8.5 to none).
 *
 * <p>The decimal point is {@code .}, the minus sign the ASCII one, infinity is {@code ∞}, and no number is {@code NaN}.
 * Zero has no sign, also where a negative number is rounded to it.
 */
public final class Decimal {
    /** The most decimal places, enough for the exact value of every double. */
    public static final int MOST_PLACES = 1100;

    /** The most significant digits, enough for the exact value of every double. */
    public static final int MOST_DIGITS = 800;

    private Decimal() {}

    /** x with so many decimal places (0 to {@value #MOST_PLACES}), never in scientific notation: {@code 0.50}, {@code 3}. */
    public static String fixed(double x, int places) {
        requireBetween("places", places, 0, MOST_PLACES);
        if (!isFinite(x)) {
            return notFinite(x);
        }
        var rounded = ScaledDecimal.fixed(Math.abs(x), places);
        if (rounded == null) {
            var exact = DecimalExpansion.of(Math.abs(x));
            rounded = exact.rounded(exact.exponent() + places);
        }
        return signed(x, rounded, plain(rounded, places));
    }

    /**
     * x rounded to so many significant digits (1 to {@value #MOST_DIGITS}), closing zeros included: {@code 2.00},
     * {@code 1200}. Plain where the rounded 10^−6 ≤ |x| &lt; 10^15, otherwise {@code 1.23e-9}.
     */
    public static String significant(double x, int digits) {
        requireBetween("digits", digits, 1, MOST_DIGITS);
        if (!isFinite(x)) {
            return notFinite(x);
        }
        var rounded = ScaledDecimal.significant(Math.abs(x), digits);
        if (rounded == null) {
            rounded = DecimalExpansion.of(Math.abs(x)).rounded(digits);
        }
        return signed(x, rounded, print(rounded, digits));
    }

    /**
     * The shortest text that {@link #parse} reads as x, and of those the nearest to x: {@code 0.1}, {@code 2}, {@code 1e23};
     * at most 17 digits. Plain and scientific as {@link #significant}. Steele and White, "How to print floating-point
     * numbers accurately", 1990.
     */
    public static String shortest(double x) {
        if (!isFinite(x)) {
            return notFinite(x);
        }
        var digits = ScaledDecimal.shortest(Math.abs(x));
        if (digits == null) {
            digits = x == 0 ? DecimalExpansion.ZERO : shortestDigits(BinaryFloat.of(Math.abs(x)));
        }
        return signed(x, digits, print(digits, digits.digits().length()));
    }

    private static DecimalExpansion shortestDigits(BinaryFloat x) {
        var exact = x.toDecimal();
        var low = x.midpointBelow();
        var high = x.midpointAbove();
        // a text half-way to a neighbour is read as the even one
        int allowed = x.isEven() ? 0 : -1;
        // With all its 53 bits the interval is too narrow for two numbers of 15 digits: if there is one, there is no
        // shorter.
        for (int count = x.mantissa() < 0x1p52 ? 1 : 15; count < exact.digits().length(); count++) {
            var nearest = exact.rounded(count);
            if (low.compare(nearest) <= allowed && nearest.compare(high) <= allowed) {
                return nearest;
            }
            // next to a power of two the far side of the interval is the wide one
            var down = exact.roundedDown(count);
            var other = nearest.equals(down) ? exact.roundedUp(count) : down;
            if (low.compare(other) <= allowed && other.compare(high) <= allowed) {
                return other;
            }
        }
        return exact;
    }

    /**
     * The double nearest to a decimal number (a tie goes to the even one): {@code 12}, {@code -0.5}, {@code .5}, {@code 1.},
     * {@code +1.5e-3}, {@code ∞}, {@code NaN}; beyond the largest double ∞, below half the least 0. No spaces, no other
     * signs or separators.
     *
     * @throws NumberFormatException where the text is no such number
     */
    public static double parse(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        double size;
        if (text.equals("NaN")) {
            size = Double.NaN;
        } else if (text.startsWith("∞", start) && text.length() == start + 1) {
            size = Double.POSITIVE_INFINITY;
        } else {
            size = nearest(read(text, start));
        }
        return text.startsWith("-") ? -size : size;
    }

    private static DecimalExpansion read(String text, int start) {
        int point = -1;
        var digits = new StringBuilder();
        int at = start;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && point < 0) {
                point = digits.length();
            } else if (c >= '0' && c <= '9') {
                digits.append(c);
            } else {
                break;
            }
        }
        if (digits.isEmpty()) {
            throw notANumber(text);
        }
        int exponent = point < 0 ? digits.length() : point;
        if (at < text.length()) {
            exponent += readExponent(text, at);
        }
        return DecimalExpansion.of(digits.toString(), exponent);
    }

    /** The exponent after the e at that place; its size is cut off far beyond what matters. */
    private static int readExponent(String text, int e) {
        boolean negative = text.startsWith("-", e + 1);
        int at = negative || text.startsWith("+", e + 1) ? e + 2 : e + 1;
        if ((text.charAt(e) != 'e' && text.charAt(e) != 'E') || at == text.length()) {
            throw notANumber(text);
        }
        int size = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                throw notANumber(text);
            }
            size = Math.min(size * 10 + (c - '0'), 100_000_000);
        }
        return negative ? -size : size;
    }

    private static double nearest(DecimalExpansion decimal) {
        if (decimal.isZero() || decimal.exponent() < -330) {
            return 0;
        }
        if (decimal.exponent() > 310) {
            return Double.POSITIVE_INFINITY;
        }
        double size = whole(decimal.digits(), 0, Math.min(15, decimal.digits().length()));
        int power = decimal.exponent() - Math.min(15, decimal.digits().length());
        if (decimal.digits().length() <= 15 && Math.abs(power) <= 22) {
            // both factors are exact, so that the one operation rounds correctly: Clinger 1990
            return power < 0 ? size / powerOfTen(-power) : size * powerOfTen(power);
        }
        return nearest(decimal, guess(decimal));
    }

    /** Corrects a guess, which is seldom wrong and then by little, by comparing with the exact half-way points. */
    private static double nearest(DecimalExpansion decimal, double guess) {
        var x = BinaryFloat.of(Math.max(Double.MIN_VALUE, Math.min(guess, Double.MAX_VALUE)));
        while (x.mantissa() > 0) {
            int side = decimal.compare(x.midpointBelow());
            if (side > 0 || (side == 0 && x.isEven())) {
                break;
            }
            x = x.previous();
        }
        while (x.toDouble() < Double.POSITIVE_INFINITY) {
            int side = decimal.compare(x.midpointAbove());
            if (side < 0 || (side == 0 && x.isEven())) {
                break;
            }
            x = x.next();
        }
        return x.toDouble();
    }

    /** The first 30 digits times a power of ten, in twice the precision: nearly always the nearest double already. */
    private static double guess(DecimalExpansion decimal) {
        String digits = decimal.digits();
        int first = Math.min(15, digits.length());
        int second = Math.min(30, digits.length());
        int power = decimal.exponent() - second;
        // the rest of a power beyond 10^250 is left to a plain product, where the result may overflow or be subnormal
        int part = Math.max(-250, Math.min(power, 250));
        var scale = DoubleDouble.ONE;
        for (int left = Math.abs(part); left > 0; left -= 22) {
            scale = scale.times(powerOfTen(Math.min(left, 22)));
        }
        var whole = DoubleDouble.of(whole(digits, 0, first))
                .times(powerOfTen(second - first))
                .plus(whole(digits, first, second));
        return power > 0
                ? whole.times(scale).toDouble() * powerOfTen(power - part)
                : whole.dividedBy(scale).toDouble() / powerOfTen(part - power);
    }

    private static double whole(String digits, int start, int end) {
        double whole = 0;
        for (int i = start; i < end; i++) {
            whole = whole * 10 + (digits.charAt(i) - '0');
        }
        return whole;
    }

    /** 10^n, exactly for n ≤ 22. */
    private static double powerOfTen(int n) {
        double power = 1;
        for (int i = 0; i < n; i++) {
            power *= 10;
        }
        return power;
    }

    /** A rounded number of so many significant digits. */
    private static String print(DecimalExpansion x, int digits) {
        if (x.exponent() >= -5 && x.exponent() <= 15) {
            return plain(x, Math.max(0, digits - (x.isZero() ? 1 : x.exponent())));
        }
        var text = new StringBuilder().append(x.digits().charAt(0));
        if (digits > 1) {
            text.append('.').append(x.digits(), 1, x.digits().length());
            appendZeros(text, digits - x.digits().length());
        }
        return text.append('e').append(x.exponent() - 1).toString();
    }

    private static String plain(DecimalExpansion x, int places) {
        String digits = x.digits();
        int whole = Math.min(Math.max(0, x.exponent()), digits.length());
        var text = new StringBuilder();
        if (x.exponent() <= 0) {
            text.append('0');
        } else {
            text.append(digits, 0, whole);
            appendZeros(text, x.exponent() - whole);
        }
        if (places > 0) {
            text.append('.');
            int end = text.length() + places;
            appendZeros(text, Math.min(places, -x.exponent()));
            text.append(digits, whole, digits.length());
            appendZeros(text, end - text.length());
        }
        return text.toString();
    }

    private static void appendZeros(StringBuilder text, int count) {
        for (int i = 0; i < count; i++) {
            text.append('0');
        }
    }

    private static String signed(double x, DecimalExpansion rounded, String text) {
        return x < 0 && !rounded.isZero() ? "-" + text : text;
    }

    private static boolean isFinite(double x) {
        return Math.abs(x) < Double.POSITIVE_INFINITY;
    }

    private static String notFinite(double x) {
        return x > 0 ? "∞" : x < 0 ? "-∞" : "NaN";
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", got " + value);
        }
    }

    private static NumberFormatException notANumber(String text) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
        return new NumberFormatException("not a decimal number: \"" + shown + "\"");
    }
}
