package dev.surprisal.math.distribution;

/**
 * A distribution on countably many points ("atoms"), walked from the smallest to the next with {@link #firstAtom()} and
 * {@link #nextAtom}.
 */
public sealed interface Discrete extends Univariate permits Bernoulli, Categorical {

    /** P(X = x); 0 between the atoms. */
    double probability(double x);

    @Override
    default double density(double x) {
        return probability(x);
    }

    /** The smallest atom. */
    double firstAtom();

    /** The smallest atom greater than x, positive infinity when there is none. */
    double nextAtom(double x);
}
