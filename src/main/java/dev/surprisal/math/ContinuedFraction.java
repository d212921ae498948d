package dev.surprisal.math;

import java.util.ArrayList;

/**
 * b₀ + a₁/(b₁ + a₂/(b₂ + …)) in {@link DoubleDouble} arithmetic. How deep it has to go is found from the top by the modified
 * Lentz algorithm (Thompson and Barnett 1986), the value then from the bottom, where rounding errors shrink.
 */
interface ContinuedFraction {
    /** Far beyond what the callers' ranges need. */
    int MOST_LEVELS = 1_000_000;

    double TINY = 1e-290;

    /** a_n for n ≥ 1. */
    DoubleDouble numerator(int n);

    /** b_n for n ≥ 0. */
    DoubleDouble denominator(int n);

    /** The value to about 2^-90 of itself, where the fraction converges within {@link #MOST_LEVELS}. */
    default DoubleDouble value() {
        var numerators = new ArrayList<DoubleDouble>();
        var denominators = new ArrayList<DoubleDouble>();
        denominators.add(denominator(0));
        double first = denominators.getFirst().high();
        double c = first == 0 ? TINY : first;
        double d = 0;
        int needed = MOST_LEVELS;
        for (int n = 1; n <= needed; n++) {
            var a = numerator(n);
            var b = denominator(n);
            numerators.add(a);
            denominators.add(b);
            d = b.high() + a.high() * d;
            d = 1 / (d == 0 ? TINY : d);
            c = b.high() + a.high() / c;
            c = c == 0 ? TINY : c;
            if (needed == MOST_LEVELS && Math.abs(c * d - 1) < 0x1p-50) {
                needed = n + n / 4 + 4;
            }
        }
        if (needed == MOST_LEVELS) {
            throw new IllegalStateException("the continued fraction did not converge");
        }
        var value = denominators.getLast();
        for (int n = needed; n >= 1; n--) {
            value = denominators.get(n - 1).plus(numerators.get(n - 1).dividedBy(value));
        }
        return value;
    }
}
