package dev.surprisal.math.information;

import dev.surprisal.math.Integral;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Discrete;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Multinomial;
import dev.surprisal.math.distribution.Multivariate;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;
import dev.surprisal.math.distribution.Univariate;

/**
 * How far one distribution is from another, in nats where it has a unit.
 *
 * <p>No result is negative by rounding, and KL, JS, Jeffreys and total variation are 0 only for equal arguments: each is
 * a sum (an integral) of terms that are {@code >= 0} themselves. Forward and reverse are two calls: with the data p and the
 * model q the forward divergence is {@code klNats(p, q)} and the reverse one {@code klNats(q, p)}.
 *
 * <p>How a pair of distributions is treated: by a closed form where there is one (relative error below 1e-13), otherwise
 * a pair of discrete distributions by summation (absolute error below 1e-14) and a pair of densities on the line by
 * quadrature (see {@link #klByQuadrature}); an integral that is then known to fewer than six digits is an
 * {@link IllegalArgumentException}, not a number. A discrete distribution and a density have nothing in common: KL is infinite,
 * JS is ln 2 and the total variation distance 1.
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

    /**
     * KL(p||q) in nats; infinite when q rules out what p produces.
     *
     * <p>Closed forms: Bernoulli, categorical, binomial (same n), multinomial (same n), Poisson, geometric, uniform,
     * normal, Laplace, Cauchy, exponential, gamma (an exponential counting as one of shape 1), beta, Dirichlet and
     * multivariate normal, each with itself, and normal against Laplace both ways. Errors as stated above for the kind
     * of pair.
     */
    public static double klNats(Distribution p, Distribution q) {
        return klOfSimplest(p.simplest(), q.simplest());
    }

    private static double klOfSimplest(Distribution p, Distribution q) {
        if (p instanceof Discrete from && q instanceof Discrete to) {
            return klOfDiscrete(from, to);
        }
        if (p instanceof Continuous from && q instanceof Continuous to) {
            double closed = closedKl(from, to);
            return Double.isNaN(closed) ? LineIntegral.accurate(LineIntegral.klNats(from, to), from, to) : closed;
        }
        if (p instanceof Multivariate from && q instanceof Multivariate to) {
            return klOfVectors(from, to);
        }
        requireSameSpace(p, q);
        return Double.POSITIVE_INFINITY;
    }

    private static double klOfDiscrete(Discrete p, Discrete q) {
        requireSameOutcomes(p, q);
        if (p instanceof Bernoulli(double one) && q instanceof Bernoulli(double other)) {
            return ClosedForm.coins(one, other);
        }
        if (p instanceof Categorical from && q instanceof Categorical to) {
            return klOfChecked(from.probabilities(), to.probabilities());
        }
        if (p instanceof Binomial(int n, double one) && q instanceof Binomial(int m, double other) && n == m) {
            return n == 0 ? 0 : n * ClosedForm.coins(one, other);
        }
        if (p instanceof Poisson(double one) && q instanceof Poisson(double other)) {
            // l1 ln(l1/l2) + l2 - l1
            return LogRatio.gain(one, other);
        }
        if (p instanceof Geometric(double one) && q instanceof Geometric(double other)) {
            // {p ln(p/q) + (1-p) ln((1-p)/(1-q))}/p
            return ClosedForm.coins(one, other) / one;
        }
        return AtomSum.klNats(p, q);
    }

    /** NaN where there is none. */
    private static double closedKl(Continuous p, Continuous q) {
        if (p.equals(q)) {
            return 0;
        }
        return switch (p) {
            case Normal from when q instanceof Normal to -> ClosedForm.normals(from, to);
            case Normal from when q instanceof Laplace to -> ClosedForm.normalAgainstLaplace(from, to);
            case Laplace from when q instanceof Laplace to -> ClosedForm.laplaces(from, to);
            case Laplace from when q instanceof Normal to -> ClosedForm.laplaceAgainstNormal(from, to);
            case Uniform from when q instanceof Uniform to -> ClosedForm.uniforms(from, to);
            case Cauchy from when q instanceof Cauchy to -> ClosedForm.cauchys(from, to);
            case Exponential from when q instanceof Exponential to -> ClosedForm.exponentials(from, to);
            case Exponential(double rate) when q instanceof Gamma to -> ClosedForm.gammas(new Gamma(1, rate), to);
            case Gamma from when q instanceof Exponential(double rate) -> ClosedForm.gammas(from, new Gamma(1, rate));
            case Gamma from when q instanceof Gamma to -> ClosedForm.gammas(from, to);
            case Beta from when q instanceof Beta to -> ClosedForm.betas(from, to);
            default -> Double.NaN;
        };
    }

    private static double klOfVectors(Multivariate p, Multivariate q) {
        requireSameSpace(p, q);
        if (p instanceof MultivariateNormal from && q instanceof MultivariateNormal to) {
            return ClosedForm.multivariateNormals(from, to);
        }
        if (p instanceof Dirichlet from && q instanceof Dirichlet to) {
            return ClosedForm.dirichlets(from, to);
        }
        if (p instanceof Multinomial(int n, Categorical from)
                && q instanceof Multinomial(int m, Categorical to)
                && n == m) {
            return n == 0 ? 0 : n * klOfChecked(from.probabilities(), to.probabilities());
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * KL(p||q) in nats of two densities by quadrature, with its error: the cross-check of the closed forms. The integral of
     * p ln(p/q) - p + q, which is nowhere negative, to about 1e-13 of itself, but not below 5e-16: densities that differ by 1e-7
     * of themselves leave four digits. Infinite when q is 0 where p is not.
     */
    public static Integral klByQuadrature(Continuous p, Continuous q) {
        return LineIntegral.klNats(p, q);
    }

    /** KL between two coins that show 1 with probability p and q, in nats. Relative error below 4e-15. */
    public static double klNatsOfCoins(double p, double q) {
        return ClosedForm.coins(Require.probability("p", p), Require.probability("q", q));
    }

    /**
     * p_k ln(p_k/q_k) for each outcome, in nats: what the term-by-term table shows. Terms may be negative; their sum is
     * KL(p||q). 0 where p_k = 0, infinite where q_k = 0 &lt; p_k. Relative error below 6e-16.
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
        return overOutcomes(p, q, Terms::js, LN_2);
    }

    /** Jensen–Shannon divergence in nats of two distributions on the line, at most ln 2. Errors as stated above. */
    public static double jsNats(Distribution p, Distribution q) {
        return Math.min(overLine(p.simplest(), q.simplest(), Terms::js, Terms::jsOfLogs, LN_2), LN_2);
    }

    /**
     * The square root of {@link #jsNats(double[], double[])}: a metric. Relative error below 4e-15 where JS has one
     * below 8e-15.
     */
    public static double jsDistance(double[] p, double[] q) {
        return Math.sqrt(jsNats(p, q));
    }

    /**
     * The square root of {@link #jsNats(Distribution, Distribution)}: a metric. Relative error below 4e-15 where JS has
     * one below 8e-15.
     */
    public static double jsDistance(Distribution p, Distribution q) {
        return Math.sqrt(jsNats(p, q));
    }

    /**
     * Jeffreys divergence KL(p||q) + KL(q||p) = sum of (p_k - q_k) ln(p_k/q_k), in nats (the sum, not its half).
     * Infinite unless p and q have the same zeros. Relative error as that of KL: error below 4e-15 of itself for
     * outcomes.
     */
    public static double jeffreysNats(double[] p, double[] q) {
        return klNats(p, q) + klNats(q, p);
    }

    /**
     * Jeffreys divergence KL(p||q) + KL(q||p) in nats. Relative error as that of KL: error below 4e-15 of itself for
     * outcomes.
     */
    public static double jeffreysNats(Distribution p, Distribution q) {
        return klNats(p, q) + klNats(q, p);
    }

    /**
     * Total variation distance: half the sum of |p_k - q_k|. Between 0 and 1; 1 for disjoint supports. Error below
     * 4e-16.
     */
    public static double tv(double[] p, double[] q) {
        return overOutcomes(p, q, Terms::tv, 1);
    }

    /**
     * Total variation distance of two distributions on the line: the largest difference of the probabilities that p and q
     * give to an event.
     *
     * <p>Densities: by their cdfs at the points where the densities cross, absolute error below 1e-14. Crossings are looked
     * for between neighbouring 64ths of the components' mass.
     */
    public static double tv(Distribution p, Distribution q) {
        if (p.simplest() instanceof Continuous one && q.simplest() instanceof Continuous other) {
            return Math.min(Crossings.totalVariation(one, other), 1);
        }
        return Math.min(overLine(p.simplest(), q.simplest(), Terms::tv, (_, _) -> 0, 1), 1);
    }

    /**
     * Pinsker's bound on the total variation distance, sqrt(KL(p||q)/2). May exceed 1, where it says nothing. Relative
     * error as that of KL: error below 4e-15 of itself for outcomes.
     */
    public static double pinskerBound(double[] p, double[] q) {
        return Math.sqrt(klNats(p, q) / 2);
    }

    /**
     * Pinsker's bound on the total variation distance, sqrt(KL(p||q)/2). May exceed 1, where it says nothing. Relative
     * error as that of KL: error below 4e-15 of itself for outcomes.
     */
    public static double pinskerBound(Distribution p, Distribution q) {
        return Math.sqrt(klNats(p, q) / 2);
    }

    /**
     * alpha-divergence (sum of p^a q^(1-a) - 1)/(a (a - 1)): KL(p||q) for a = 1, KL(q||p) for a = 0, between them a
     * continuous path from one to the other; four times the squared Hellinger distance at 1/2. Amari 1985.
     *
     * <p>{@code >= 0}, 0 only for p = q; D_a(p||q) = D_(1-a)(q||p). Infinite where q_k = 0 &lt; p_k and a &gt;= 1, or
     * p_k = 0 &lt; q_k and a &lt;= 0. Relative error below 1e-14, for probabilities of 1e-300 below 1e-12.
     */
    public static double alpha(double[] p, double[] q, double a) {
        Require.finite("alpha", a);
        return overOutcomes(p, q, Terms.alpha(a), Double.POSITIVE_INFINITY);
    }

    /**
     * alpha-divergence of two distributions on the line or two multivariate normals, see {@link #alpha(double[], double[],
     * double)}. Closed forms for normal, multivariate normal, exponential, gamma and beta; infinite where the integral diverges
     * (a above 1 and q lighter-tailed than p, for instance).
     *
     * @param a any finite number; between 0 and 1 for densities that have neither a closed form nor, being mixtures of
     *     normals, tails that tell whether the integral exists
     */
    public static double alpha(Distribution p, Distribution q, double a) {
        Require.finite("alpha", a);
        return alphaOfSimplest(p.simplest(), q.simplest(), a);
    }

    private static double alphaOfSimplest(Distribution p, Distribution q, double a) {
        if (a == 1 || a == 0) {
            return a == 1 ? klNats(p, q) : klNats(q, p);
        }
        if (p.equals(q)) {
            return 0;
        }
        if (p instanceof Continuous || p instanceof MultivariateNormal) {
            double closed = PowerIntegral.alpha(p, q, a);
            if (!Double.isNaN(closed)) {
                return closed;
            }
        }
        if ((a < 0 || a > 1) && p instanceof Discrete one && q instanceof Discrete other) {
            requireSameOutcomes(one, other);
            return AtomSum.overBothByLogs(one, other, Terms.alphaOfLogs(a));
        }
        if ((a < 0 || a > 1) && p instanceof Continuous one && q instanceof Continuous other) {
            return LineIntegral.accurate(LineIntegral.overLine(one, other, Terms.alphaOfLogs(a)), one, other);
        }
        return Math.min(overLine(p, q, Terms.alpha(a), Terms.alphaOfLogs(a), disjointAlpha(a)), disjointAlpha(a));
    }

    /** Of distributions with nothing in common the integral of p^a q^(1-a) is 0, or infinite outside of [0, 1]. */
    private static double disjointAlpha(double a) {
        return a > 0 && a < 1 ? 1 / (a * (1 - a)) : Double.POSITIVE_INFINITY;
    }

    /**
     * Fisher divergence E_p[(d/dx ln p - d/dx ln q)^2]: what score matching minimises. For normals s1^2 (1/s1^2 -
     * 1/s2^2)^2 + (m1-m2)^2/s2^4; otherwise by quadrature. Not symmetric, per squared unit of x. Relative error below
     * 1e-13 for normals, otherwise below 1e-6 or what its quadrature states.
     *
     * @param p a density that is positive on the whole line: normal, Laplace, logistic, Cauchy and their mixtures
     * @param q as p
     */
    public static double fisher(Continuous p, Continuous q) {
        requireWholeLine("p", p);
        requireWholeLine("q", q);
        if (p.simplest() instanceof Normal(double m1, double s1)
                && q.simplest() instanceof Normal(double m2, double s2)) {
            // s1 (1/s1^2 - 1/s2^2) = (s2 - s1)(s2 + s1)/(s1 s2^2)
            double scales = (s2 - s1) / s1 * ((s2 + s1) / s2) / s2;
            double apart = (m1 - m2) / s2 / s2;
            return scales * scales + apart * apart;
        }
        return LineIntegral.accurate(LineIntegral.fisher(p, q), p, q);
    }

    private static void requireWholeLine(String name, Continuous p) {
        if (p.support().lowest() != Double.NEGATIVE_INFINITY || p.support().highest() != Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must have a density > 0 on the whole line, got " + p);
        }
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

    private static double overOutcomes(double[] p, double[] q, AtomSum.Pair term, double largest) {
        Require.sameOutcomes(p.length, q.length);
        double[] one = Require.probabilities("p", p);
        double[] other = Require.probabilities("q", q);
        Sum sum = new Sum();
        for (int k = 0; k < one.length; k++) {
            double value = term.of(one[k], other[k]);
            if (value == Double.POSITIVE_INFINITY) {
                return value;
            }
            sum.add(value);
        }
        return Math.min(sum.value(), largest);
    }

    private static double overLine(
            Distribution p, Distribution q, AtomSum.Pair ofProbabilities, LineIntegral.Pair ofLogs, double disjoint) {
        requireSameSpace(p, q);
        if (p.equals(q)) {
            return 0;
        }
        if (p instanceof Discrete one && q instanceof Discrete other) {
            requireSameOutcomes(one, other);
            return AtomSum.overBoth(one, other, ofProbabilities);
        }
        if (p instanceof Continuous one && q instanceof Continuous other) {
            return LineIntegral.accurate(LineIntegral.overBoth(one, other, ofLogs), one, other);
        }
        if (p instanceof Univariate) {
            return disjoint;
        }
        throw new IllegalArgumentException("p and q must be distributions on the line, got " + p + " and " + q);
    }

    private static void requireSameOutcomes(Discrete p, Discrete q) {
        if (p instanceof Categorical one && q instanceof Categorical other) {
            Require.sameOutcomes(one.size(), other.size());
        }
    }

    private static void requireSameSpace(Distribution p, Distribution q) {
        int one = p instanceof Multivariate vectors ? vectors.dimension() : 1;
        int other = q instanceof Multivariate vectors ? vectors.dimension() : 1;
        if (one != other || p instanceof Multivariate != q instanceof Multivariate) {
            throw new IllegalArgumentException(
                    "p and q must have the same dimension, got " + one + " and " + other + ": " + p + " and " + q);
        }
    }
}
