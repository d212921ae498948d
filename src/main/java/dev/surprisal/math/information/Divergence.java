package dev.surprisal.math.information;

import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Discrete;
import dev.surprisal.math.distribution.Normal;

/**
 * How far one distribution is from another, in nats where it has a unit.
 *
 * <p>No result is negative by rounding, and KL, JS, Jeffreys and total variation are 0 only for equal arguments: each is
 * a sum of terms that are {@code >= 0} themselves. Forward and reverse are two calls: with the data p and the model q the
 * forward divergence is {@code klNats(p, q)} and the reverse one {@code klNats(q, p)}.
 */
public final class Divergence {

    private static final double LN_2 = 0.6931471805599453;

    private Divergence() {}

    /**
     * KL(p||q) = sum of p_k ln(p_k/q_k) in nats. 0 only for p = q; infinite when q_k = 0 &lt; p_k for some k.
     *
     * <p>Computed as the sum of p_k ln(p_k/q_k) - p_k + q_k, see {@link #klContributionsNats} for the terms that texts
     * show. Relative error below 4e-15, plus what the sums of p and q are off 1 (at most 2e-16).
     *
     * @param p at least two probabilities that sum to 1
     * @param q the same outcomes as p
     */
    public static double klNats(double[] p, double[] q) {
        Require.sameOutcomes(p.length, q.length);
        return klOfChecked(Require.probabilities("p", p), Require.probabilities("q", q));
    }

    /** KL(p||q) in nats of two discrete distributions; infinite when q rules out an atom of p. */
    public static double klNats(Discrete p, Discrete q) {
        return switch (p) {
            case Bernoulli(double heads) when q instanceof Bernoulli(double other) -> klNatsOfCoins(heads, other);
            case Categorical from
            when q instanceof Categorical to && from.size() == to.size() ->
                klOfChecked(from.probabilities(), to.probabilities());
            default -> klOverAtoms(p, q);
        };
    }

    /**
     * KL(N1||N2) = ln(s2/s1) + (s1^2 + (m1 - m2)^2)/(2 s2^2) - 1/2 in nats. Bishop 2006, exercise 1.30.
     *
     * <p>Computed as (r - 1 - ln r)/2 + (m1 - m2)^2/(2 s2^2) with r = s1^2/s2^2, both of which are {@code >= 0}.
     * Relative error below 4e-15.
     */
    public static double klNats(Normal p, Normal q) {
        double apart = (p.mean() - q.mean()) / q.sd();
        // r - 1 as a product: s1 = 1, s2 = 1 + 1e-9 would lose half its digits in r itself
        double e = (p.sd() - q.sd()) / q.sd() * ((p.sd() + q.sd()) / q.sd());
        // far below, r - 1 rounds to -1 and only the logarithm of the ratio knows r
        double scales = e > -0.5 ? LogRatio.excess(e) : e - 2 * LogRatio.of(p.sd(), q.sd());
        return 0.5 * scales + 0.5 * apart * apart;
    }

    /** KL between two coins that show 1 with probability p and q, in nats. */
    public static double klNatsOfCoins(double p, double q) {
        Require.probability("p", p);
        Require.probability("q", q);
        // p - q, not (1 - q) - (1 - p): the complements are rounded, and near p = q that is all the difference there is
        return LogRatio.gain(p, q, q - p) + LogRatio.gain(1 - p, 1 - q, p - q);
    }

    /**
     * p_k ln(p_k/q_k) for each outcome, in nats: what the term-by-term table shows. Terms may be negative; their sum is
     * KL(p||q). 0 where p_k = 0, infinite where q_k = 0 &lt; p_k.
     */
    public static double[] klContributionsNats(double[] p, double[] q) {
        Require.sameOutcomes(p.length, q.length);
        double[] from = Require.probabilities("p", p);
        double[] to = Require.probabilities("q", q);
        double[] result = new double[from.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = LogRatio.contribution(from[k], to[k]);
        }
        return result;
    }

    /**
     * Jensen–Shannon divergence KL(p||m)/2 + KL(q||m)/2 with m = (p + q)/2, in nats. Symmetric, at most ln 2 (reached by
     * disjoint supports), always finite. Relative error below 4e-15.
     */
    public static double jsNats(double[] p, double[] q) {
        Require.sameOutcomes(p.length, q.length);
        double[] one = Require.probabilities("p", p);
        double[] other = Require.probabilities("q", q);
        Sum sum = new Sum();
        for (int k = 0; k < one.length; k++) {
            sum.add(jsTerm(one[k], other[k]));
        }
        return Math.min(sum.value(), LN_2);
    }

    /** Jensen–Shannon divergence of two discrete distributions in nats, at most ln 2. */
    public static double jsNats(Discrete p, Discrete q) {
        sameOutcomes(p, q);
        Sum sum = new Sum();
        for (double x = firstOf(p, q); x < Double.POSITIVE_INFINITY; x = nextOf(p, q, x)) {
            sum.add(jsTerm(p.probability(x), q.probability(x)));
        }
        return Math.min(sum.value(), LN_2);
    }

    /** The square root of {@link #jsNats}: a metric. */
    public static double jsDistance(double[] p, double[] q) {
        return Math.sqrt(jsNats(p, q));
    }

    /**
     * Jeffreys divergence KL(p||q) + KL(q||p) = sum of (p_k - q_k) ln(p_k/q_k), in nats (the sum, not its half).
     * Infinite unless p and q have the same zeros.
     */
    public static double jeffreysNats(double[] p, double[] q) {
        return klNats(p, q) + klNats(q, p);
    }

    /** Jeffreys divergence of two discrete distributions in nats. */
    public static double jeffreysNats(Discrete p, Discrete q) {
        return klNats(p, q) + klNats(q, p);
    }

    /** Total variation distance: half the sum of |p_k - q_k|. Between 0 and 1; 1 for disjoint supports. */
    public static double tv(double[] p, double[] q) {
        Require.sameOutcomes(p.length, q.length);
        double[] one = Require.probabilities("p", p);
        double[] other = Require.probabilities("q", q);
        Sum sum = new Sum();
        for (int k = 0; k < one.length; k++) {
            sum.add(Math.abs(one[k] - other[k]));
        }
        return Math.min(sum.value() / 2, 1);
    }

    /** Total variation distance of two discrete distributions. */
    public static double tv(Discrete p, Discrete q) {
        sameOutcomes(p, q);
        Sum sum = new Sum();
        for (double x = firstOf(p, q); x < Double.POSITIVE_INFINITY; x = nextOf(p, q, x)) {
            sum.add(Math.abs(p.probability(x) - q.probability(x)));
        }
        return Math.min(sum.value() / 2, 1);
    }

    /** Pinsker's bound on the total variation distance, sqrt(KL(p||q)/2). May exceed 1, where it says nothing. */
    public static double pinskerBound(double[] p, double[] q) {
        return Math.sqrt(klNats(p, q) / 2);
    }

    private static double klOfChecked(double[] p, double[] q) {
        Sum sum = new Sum();
        for (int k = 0; k < p.length; k++) {
            double gain = LogRatio.gain(p[k], q[k]);
            if (gain == Double.POSITIVE_INFINITY) {
                return gain;
            }
            sum.add(gain);
        }
        return sum.value();
    }

    private static double klOverAtoms(Discrete p, Discrete q) {
        sameOutcomes(p, q);
        Sum sum = new Sum();
        for (double x = firstOf(p, q); x < Double.POSITIVE_INFINITY; x = nextOf(p, q, x)) {
            double gain = LogRatio.gain(p.probability(x), q.probability(x));
            if (gain == Double.POSITIVE_INFINITY) {
                return gain;
            }
            sum.add(gain);
        }
        return sum.value();
    }

    /** (p ln(2p/(p+q)) + q ln(2q/(p+q)))/2; doubled inside, since half of the smallest double is 0. */
    private static double jsTerm(double p, double q) {
        double both = p + q;
        return 0.25 * (LogRatio.gain(2 * p, both) + LogRatio.gain(2 * q, both));
    }

    private static void sameOutcomes(Discrete p, Discrete q) {
        if (p instanceof Categorical one && q instanceof Categorical other) {
            Require.sameOutcomes(one.size(), other.size());
        }
    }

    private static double firstOf(Discrete p, Discrete q) {
        return Math.min(p.firstAtom(), q.firstAtom());
    }

    private static double nextOf(Discrete p, Discrete q, double x) {
        return Math.min(p.nextAtom(x), q.nextAtom(x));
    }
}
