package dev.surprisal.math.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Discrete;

/** Surprisal, entropy and cross-entropy, in nats. */
public final class Entropy {

    private Entropy() {}

    /**
     * -ln p: how surprising an event of probability p is. 0 at p = 1, infinite at p = 0. Within 1 ulp.
     *
     * @param p in [0, 1]
     */
    public static double surprisalNats(double p) {
        return p == 1 ? 0 : -Elementary.log(Require.probability("p", p));
    }

    /**
     * H(p) = -sum of p_k ln p_k in nats; outcomes with p_k = 0 add 0. Between 0 (one outcome is certain) and ln K.
     * Relative error below 1e-15 (all terms have one sign).
     *
     * @param p at least two probabilities that sum to 1
     */
    public static double entropyNats(double[] p) {
        return ofChecked(Require.probabilities("p", p));
    }

    /** H(X) = -sum of p(x) ln p(x) in nats over the atoms of a discrete distribution. */
    public static double entropyNats(Discrete p) {
        return switch (p) {
            case Bernoulli(double heads) -> entropyNatsOfCoin(heads);
            case Categorical categorical -> ofChecked(categorical.probabilities());
        };
    }

    /**
     * -p ln p - (1-p) ln(1-p), the entropy of a coin in nats; at most ln 2.
     *
     * @param p in [0, 1]
     */
    public static double entropyNatsOfCoin(double p) {
        Require.probability("p", p);
        // log1p: at p = 1e-20 the second term is 1e-20, which 1 - p cannot hold
        return entropyTerm(p) + (p == 1 ? 0 : -(1 - p) * Elementary.log1p(-p));
    }

    /** -p ln p: what one outcome adds to the entropy; largest, 1/e nat, at p = 1/e. */
    public static double entropyTerm(double p) {
        Require.probability("p", p);
        return p == 0 || p == 1 ? 0 : -p * Elementary.log(p);
    }

    /**
     * H(p, q) = -sum of p_k ln q_k in nats: the mean surprise of q under outcomes from p. At least H(p); infinite when
     * q_k = 0 &lt; p_k for some k. Relative error below 1e-15.
     *
     * @param p where the outcomes come from
     * @param q what codes them; as many outcomes as p
     */
    public static double crossEntropyNats(double[] p, double[] q) {
        Require.sameOutcomes(p.length, q.length);
        return crossOfChecked(Require.probabilities("p", p), Require.probabilities("q", q));
    }

    /** H(p, q) in nats of two discrete distributions; infinite when q rules out an atom of p. */
    public static double crossEntropyNats(Discrete p, Discrete q) {
        if (p instanceof Categorical from && q instanceof Categorical by) {
            Require.sameOutcomes(from.size(), by.size());
            return crossOfChecked(from.probabilities(), by.probabilities());
        }
        Sum sum = new Sum();
        for (double x = p.firstAtom(); x < Double.POSITIVE_INFINITY; x = p.nextAtom(x)) {
            double probability = p.probability(x);
            if (probability > 0) {
                double logDensity = q.logDensity(x);
                if (logDensity == Double.NEGATIVE_INFINITY) {
                    return Double.POSITIVE_INFINITY;
                }
                sum.add(-probability * logDensity);
            }
        }
        return sum.value();
    }

    /** e^H(p): how many equally likely outcomes are as uncertain as p. Between 1 and K. */
    public static double perplexity(double[] p) {
        return Elementary.exp(entropyNats(p));
    }

    private static double ofChecked(double[] p) {
        Sum sum = new Sum();
        for (double probability : p) {
            sum.add(entropyTerm(probability));
        }
        return sum.value();
    }

    private static double crossOfChecked(double[] from, double[] by) {
        Sum sum = new Sum();
        for (int k = 0; k < from.length; k++) {
            if (from[k] > 0) {
                if (by[k] == 0) {
                    return Double.POSITIVE_INFINITY;
                }
                sum.add(-from[k] * Elementary.log(by[k]));
            }
        }
        return sum.value();
    }
}
