package dev.surprisal.math.distribution;

import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/** Where a distribution of vectors can put mass. */
public sealed interface VectorSupport {

    /** All vectors of finite numbers. */
    record Space(int dimension) implements VectorSupport {}

    /** Probability vectors: entries {@code >= 0} with the sum 1 (within 1e-9). */
    record Simplex(int dimension) implements VectorSupport {}

    /** Counts: whole numbers {@code >= 0} with the sum n. */
    record Counts(int dimension, int n) implements VectorSupport {}

    /** The number of entries. */
    int dimension();

    /** Whether x belongs to it. A vector of another dimension does not. */
    default boolean contains(double[] x) {
        if (x.length != dimension()) {
            return false;
        }
        boolean finite = true;
        boolean positive = true;
        boolean whole = true;
        for (double entry : x) {
            finite = finite && Math.abs(entry) < Double.POSITIVE_INFINITY;
            positive = positive && entry >= 0;
            whole = whole && entry == Math.floor(entry);
        }
        return finite
                && switch (this) {
                    case Space _ -> true;
                    case Simplex _ -> positive && Math.abs(Sum.of(x) - 1) <= Require.SUM_TOLERANCE;
                    case Counts(int _, int n) -> positive && whole && Sum.of(x) == n;
                };
    }
}
