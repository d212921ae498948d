package dev.surprisal.browser.bits;

import dev.surprisal.math.Decimal;

/** What a function gives, as a hash of the raw bits, and as text for a message. */
final class Results {
    private final boolean kept;
    private final StringBuilder text = new StringBuilder();
    private int hash = 17;

    Results(boolean kept) {
        this.kept = kept;
    }

    /** Every NaN counts as the same. */
    void add(double value) {
        long bits = Double.doubleToLongBits(value);
        mix((int) (bits >>> 32));
        mix((int) bits);
        if (kept) {
            text.append(' ')
                    .append(Decimal.shortest(value))
                    .append(" (")
                    .append(Long.toHexString(bits))
                    .append(')');
        }
    }

    void add(double[] values) {
        mix(values.length);
        for (double value : values) {
            add(value);
        }
    }

    void add(String value) {
        mix(value.hashCode());
        if (kept) {
            text.append(' ').append(value);
        }
    }

    private void mix(int value) {
        hash = (hash ^ value) * 0x01000193;
        hash ^= hash >>> 15;
    }

    int hash() {
        return hash;
    }

    String text() {
        return text.toString();
    }
}
