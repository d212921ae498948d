package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * One flip: 1 with probability p, 0 otherwise.
 *
 * @param p the probability of 1, in [0, 1]
 */
public record Bernoulli(double p) implements Discrete {

    public Bernoulli {
        Require.probability("p", p);
    }

    @Override
    public double probability(double x) {
        Require.number("x", x);
        return x == 1 ? p : x == 0 ? 1 - p : 0;
    }

    /** {@inheritDoc} ln p at 1, ln(1 - p) at 0. */
    @Override
    public double logDensity(double x) {
        Require.number("x", x);
        // log1p(-p), not ln(1 - p): at p = 1e-17 the latter is 0
        return x == 1 ? Elementary.log(p) : x == 0 ? Elementary.log1p(-p) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double mean() {
        return p;
    }

    /** p(1 - p). */
    @Override
    public double variance() {
        return p * (1 - p);
    }

    @Override
    public double firstAtom() {
        return 0;
    }

    @Override
    public double nextAtom(double x) {
        return x < 0 ? 0 : x < 1 ? 1 : Double.POSITIVE_INFINITY;
    }
}
