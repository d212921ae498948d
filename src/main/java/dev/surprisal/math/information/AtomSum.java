package dev.surprisal.math.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Discrete;
import java.util.function.DoubleUnaryOperator;

/**
 * Sums over the atoms of discrete distributions. Where there are infinitely many, or very many, those are left out beyond
 * which the distribution has less than 1e-25 of its mass. More than {@value #MOST_ATOMS} are refused: a learner's own number
 * may be the n or the rate of a distribution, and must not keep the server busy for seconds.
 */
final class AtomSum {

    private static final double NEGLIGIBLE = 1e-25;
    private static final int MOST_ATOMS = 200_000;

    private AtomSum() {}

    /** E_p[f(X)]; infinite when f is at an atom of p. */
    static double expectation(Discrete p, DoubleUnaryOperator f) {
        Range range = Range.of(p);
        Sum sum = new Sum();
        int atoms = 0;
        for (double x = range.first(p); x <= range.to; x = p.nextAtom(x)) {
            double probability = p.probability(x);
            if (probability > 0) {
                double value = f.applyAsDouble(x);
                if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
                    return value;
                }
                sum.add(probability * value);
            }
            countUpTo(++atoms);
        }
        return sum.value();
    }

    static double entropyNats(Discrete p) {
        return expectation(p, x -> p.probability(x) == 1 ? 0 : -p.logDensity(x));
    }

    static double crossEntropyNats(Discrete p, Discrete q) {
        return misses(p, q)
                ? Double.POSITIVE_INFINITY
                : expectation(p, x -> q.logDensity(x) == 0 ? 0 : -q.logDensity(x));
    }

    /** The sum of {@link LogRatio#gain} over both supports. */
    static double klNats(Discrete p, Discrete q) {
        if (p.equals(q)) {
            return 0;
        }
        if (misses(p, q)) {
            return Double.POSITIVE_INFINITY;
        }
        Range range = Range.of(p);
        double x = range.first(p);
        double before = x;
        Sum sum = new Sum().add(q.cdfBelow(x));
        int atoms = 0;
        for (; x <= range.to; x = p.nextAtom(x)) {
            // q's atoms between those of p
            for (double y = q.nextAtom(before); y < x; y = q.nextAtom(y)) {
                sum.add(q.probability(y));
                countUpTo(++atoms);
            }
            double gain = gain(p, q, x);
            if (gain == Double.POSITIVE_INFINITY) {
                return gain;
            }
            sum.add(gain);
            before = x;
            countUpTo(++atoms);
        }
        return sum.add(q.survival(before)).value();
    }

    /** The sum of f(p(x), q(x)) over the atoms of both. */
    static double overBoth(Discrete p, Discrete q, Pair f) {
        return overBoth(p, q, x -> f.of(p.probability(x), q.probability(x)));
    }

    /** The same from logarithms, for an f that is large where one probability is too small for a double. */
    static double overBothByLogs(Discrete p, Discrete q, LineIntegral.Pair f) {
        return overBoth(p, q, x -> f.of(p.logDensity(x), q.logDensity(x)));
    }

    private static double overBoth(Discrete p, Discrete q, DoubleUnaryOperator f) {
        Range ofP = Range.of(p);
        Range ofQ = Range.of(q);
        double to = Math.max(ofP.to, ofQ.to);
        Sum sum = new Sum();
        int atoms = 0;
        double term = 0;
        // beyond both, a term may still matter where p^a/q^(a-1) falls more slowly than either
        for (double x = Math.min(ofP.first(p), ofQ.first(q));
                x <= to || (x < Double.POSITIVE_INFINITY && term > NEGLIGIBLE * sum.value());
                x = Math.min(p.nextAtom(x), q.nextAtom(x))) {
            term = f.applyAsDouble(x);
            if (!(term < Double.POSITIVE_INFINITY)) {
                return term;
            }
            sum.add(term);
            countUpTo(++atoms);
        }
        return sum.value();
    }

    /** What a divergence makes of two probabilities. */
    @FunctionalInterface
    interface Pair {
        double of(double p, double q);
    }

    private static double gain(Discrete p, Discrete q, double x) {
        double one = p.probability(x);
        double other = q.probability(x);
        if (one == 0 || other > 0) {
            return LogRatio.gain(one, other);
        }
        // q(x) is below the smallest double: its logarithm is not
        double logDensity = q.logDensity(x);
        return logDensity == Double.NEGATIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : one * (Elementary.log(one) - logDensity) - one;
    }

    /** Whether q has no mass in a tail where p has, be it ever so little. */
    private static boolean misses(Discrete p, Discrete q) {
        return p.support().highest() > q.support().highest()
                || p.support().lowest() < q.support().lowest();
    }

    private static void countUpTo(int atoms) {
        if (atoms > MOST_ATOMS) {
            throw new IllegalArgumentException(
                    "the distributions must have at most " + MOST_ATOMS + " outcomes that matter, got more");
        }
    }

    /** The atoms that matter. */
    private record Range(double from, double to) {

        static Range of(Discrete p) {
            double lowest = p.support().lowest();
            double highest = p.support().highest();
            double mean = p.mean();
            double width = 12 * p.standardDeviation() + 20;
            double from = mean - width;
            double to = mean + width;
            for (double w = width; from > lowest && p.cdf(from) > NEGLIGIBLE; w *= 2) {
                from -= w;
            }
            for (double w = width; to < highest && p.survival(to) > NEGLIGIBLE; w *= 2) {
                to += w;
            }
            return new Range(from <= lowest ? lowest : from, to >= highest ? highest : to);
        }

        double first(Discrete p) {
            double first = p.firstAtom();
            return first >= from ? first : p.nextAtom(from - 0.5);
        }
    }
}
