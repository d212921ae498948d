package dev.surprisal.math;

/**
 * A decimal number 0.d₁d₂d₃… · 10^exponent, not negative, exact and of any length. The digits neither begin nor end with a
 * 0; zero has none and the exponent 0.
 */
record DecimalExpansion(String digits, int exponent) {
    static final DecimalExpansion ZERO = new DecimalExpansion("", 0);

    /** A limb holds seven digits, so that a limb times a factor below 2^26 is exact in a double. */
    private static final double LIMB = 1e7;

    private static final int LIMB_DIGITS = 7;

    /** What {@code digits} with a decimal point before the first digit, times 10^exponent, comes to. */
    static DecimalExpansion of(String digits, int exponent) {
        int start = 0;
        int end = digits.length();
        while (start < end && digits.charAt(start) == '0') {
            start++;
        }
        while (end > start && digits.charAt(end - 1) == '0') {
            end--;
        }
        return start == end ? ZERO : new DecimalExpansion(digits.substring(start, end), exponent - start);
    }

    /** Exactly x, for finite x ≥ 0. Every double has an end: 2^−1 is 5 · 10^−1. */
    static DecimalExpansion of(double x) {
        return x == 0 ? ZERO : BinaryFloat.of(x).toDecimal();
    }

    /** Exactly (mantissa · multiplier + summand) · 2^exponent, for whole numbers, 0 ≤ mantissa ≤ 2^53. */
    static DecimalExpansion of(double mantissa, int multiplier, int summand, int exponent) {
        int size = exponent < 0 ? -exponent : exponent / 3;
        var limbs = new double[4 + size / LIMB_DIGITS];
        double rest = mantissa;
        for (int i = 0; rest > 0; i++) {
            double quotient = Math.floor(rest / LIMB);
            limbs[i] = rest - quotient * LIMB;
            rest = quotient;
        }
        int length = multiplyAndAdd(limbs, 3, multiplier, summand);
        // m · 2^−e = m · 5^e · 10^−e
        int base = exponent < 0 ? 5 : 2;
        int step = exponent < 0 ? 11 : 25;
        for (int left = Math.abs(exponent); left > 0; left -= step) {
            length = multiplyAndAdd(limbs, length, smallPower(base, Math.min(left, step)), 0);
        }
        return of(digits(limbs, length), length * LIMB_DIGITS + Math.min(exponent, 0));
    }

    private static int smallPower(int base, int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    /** Multiplies the number in the first limbs, least first, and returns how many it now takes. */
    private static int multiplyAndAdd(double[] limbs, int length, int factor, int summand) {
        double carry = summand;
        for (int i = 0; i < length; i++) {
            double value = limbs[i] * factor + carry;
            carry = Math.floor(value / LIMB);
            limbs[i] = value - carry * LIMB;
        }
        int end = length;
        for (; carry > 0; end++) {
            double quotient = Math.floor(carry / LIMB);
            limbs[end] = carry - quotient * LIMB;
            carry = quotient;
        }
        return end;
    }

    private static String digits(double[] limbs, int length) {
        var digits = new char[length * LIMB_DIGITS];
        int place = digits.length;
        for (int i = 0; i < length; i++) {
            int limb = (int) limbs[i];
            for (int j = 0; j < LIMB_DIGITS; j++) {
                digits[--place] = (char) ('0' + limb % 10);
                limb /= 10;
            }
        }
        return new String(digits);
    }

    /** The nearest number of so many digits (none or fewer: the nearest multiple of that power of ten); a tie goes to even. */
    DecimalExpansion rounded(int count) {
        if (count >= digits.length()) {
            return this;
        }
        if (count < 0) {
            return ZERO;
        }
        char next = digits.charAt(count);
        boolean tie = next == '5' && digits.length() == count + 1;
        boolean up = tie ? count > 0 && (digits.charAt(count - 1) - '0') % 2 == 1 : next >= '5';
        return up ? roundedUp(count) : roundedDown(count);
    }

    /** The first digits. */
    DecimalExpansion roundedDown(int count) {
        return of(digits.substring(0, Math.min(count, digits.length())), exponent);
    }

    /** The first digits, one up in the last of them. */
    DecimalExpansion roundedUp(int count) {
        int last = count - 1;
        while (last >= 0 && digits.charAt(last) == '9') {
            last--;
        }
        if (last < 0) {
            return new DecimalExpansion("1", exponent + 1);
        }
        return new DecimalExpansion(digits.substring(0, last) + (char) (digits.charAt(last) + 1), exponent);
    }

    boolean isZero() {
        return digits.isEmpty();
    }

    /** Negative, zero or positive, as this is less than, equal to or greater than the other. */
    int compare(DecimalExpansion other) {
        if (isZero() || other.isZero()) {
            return other.digits.length() == digits.length() ? 0 : isZero() ? -1 : 1;
        }
        return exponent != other.exponent ? Integer.compare(exponent, other.exponent) : digits.compareTo(other.digits);
    }
}
