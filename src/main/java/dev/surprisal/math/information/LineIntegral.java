package dev.surprisal.math.information;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Integral;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Quadrature;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Support;
import dev.surprisal.math.distribution.Uniform;
import dev.surprisal.math.mixture.NormalMixture;
import java.util.Arrays;

/**
 * Integrals of functions of two densities along the line. The line is cut where a density has a kink, a jump, a singularity
 * or a peak, and each piece integrated by {@link Quadrature}.
 */
final class LineIntegral {

    private LineIntegral() {}

    /**
     * What is integrated, of two log densities at the same point: homogeneous, f(cp, cq) = c f(p, q), so that the densities
     * may be those per unit of another variable.
     */
    @FunctionalInterface
    interface Pair {
        double of(double logP, double logQ);
    }

    /** -p ln p over the support of p. */
    static Integral entropyNats(Continuous p) {
        NormalMixture normals = NormalMixture.find(p).orElse(null);
        if (normals != null) {
            return NormalIntegral.entropyNats(normals);
        }
        Quadrature.Scaled integrand = (end, offset, slope) -> {
            double logP = p.logDensity(end, offset);
            return logP == Double.NEGATIVE_INFINITY ? 0 : -logP * Elementary.exp(logP + Elementary.log(slope));
        };
        return pieces(integrand, cuts(p, p, lowest(p), highest(p)), reach(p), decay(p, p));
    }

    /** {@code gain(p, q)} over the support of p, and the mass of q outside of it. */
    static Integral klNats(Continuous p, Continuous q) {
        NormalMixture one = NormalMixture.find(p).orElse(null);
        NormalMixture other = NormalMixture.find(q).orElse(null);
        if (one != null && other != null) {
            return NormalIntegral.klNats(one, other);
        }
        double low = lowest(p);
        double high = highest(p);
        // where q falls off exponentially ln q is at least as large as x, whose mean such a p does not have
        if (low < lowest(q) || high > highest(q) || (isHeavy(p) && !isHeavy(q))) {
            return new Integral(Double.POSITIVE_INFINITY, 0, 0);
        }
        Integral inside = over(p, q, low, high, LineIntegral::gain);
        double outside = q.cdf(low) + q.survival(high);
        return inside.plus(new Integral(outside, 0, 0));
    }

    /** The integral of p (d/dx ln p - d/dx ln q)^2. */
    static Integral fisher(Continuous p, Continuous q) {
        NormalMixture one = NormalMixture.find(p).orElse(null);
        NormalMixture other = NormalMixture.find(q).orElse(null);
        if (one != null && other != null) {
            return NormalIntegral.fisher(one, other);
        }
        double[] cuts = cuts(p, q, lowest(p), highest(p));
        double scale = Math.max(reach(p), reach(q));
        Quadrature.Scaled integrand = (end, offset, slope) -> {
            double x = end + offset;
            double mass = Elementary.exp(p.logDensity(x) + Elementary.log(slope));
            if (mass == 0) {
                return 0;
            }
            double apart = p.score(x) - q.score(x);
            return mass * apart * apart;
        };
        return pieces(integrand, cuts, scale, decay(p, q));
    }

    /** f over both supports; f must be negligible where both densities are. */
    static Integral overBoth(Continuous p, Continuous q, Pair f) {
        NormalMixture one = NormalMixture.find(p).orElse(null);
        NormalMixture other = NormalMixture.find(q).orElse(null);
        if (one != null && other != null) {
            return NormalIntegral.overBoth(one, other, f);
        }
        return overLine(p, q, f);
    }

    /** f over both supports, also where it reaches further than the densities do. */
    static Integral overLine(Continuous p, Continuous q, Pair f) {
        return over(p, q, Math.min(lowest(p), lowest(q)), Math.max(highest(p), highest(q)), f);
    }

    /** f between low and high. */
    static Integral over(Continuous p, Continuous q, double low, double high, Pair f) {
        double[] cuts = cuts(p, q, low, high);
        double scale = Math.max(reach(p), reach(q));
        Quadrature.Scaled integrand = (end, offset, slope) -> {
            double logSlope = Elementary.log(slope);
            return f.of(p.logDensity(end, offset) + logSlope, q.logDensity(end, offset) + logSlope);
        };
        return pieces(integrand, cuts, scale, decay(p, q));
    }

    /**
     * The value of an integral.
     *
     * @throws IllegalArgumentException when it is known to fewer than six digits
     */
    static double accurate(Integral integral, Continuous p, Continuous q) {
        double value = integral.value();
        if (value == Double.POSITIVE_INFINITY || integral.errorBound() <= 1e-6 * Math.max(1, Math.abs(value))) {
            return value;
        }
        throw new IllegalArgumentException("p and q must be densities that a sum over at most some thousand points"
                + " resolves, got " + p + " and " + q + ": an integral known to "
                + Decimal.shortest(integral.errorBound()) + " only");
    }

    private static Integral pieces(Quadrature.Scaled integrand, double[] cuts, double scale, Quadrature.Decay decay) {
        Integral total = Integral.ZERO;
        for (int i = 0; i + 1 < cuts.length; i++) {
            total = total.plus(Quadrature.between(integrand, cuts[i], cuts[i + 1], scale, decay));
            if (!(Math.abs(total.value()) < Double.POSITIVE_INFINITY)) {
                return total;
            }
        }
        return total;
    }

    /** p ln(p/q) - p + q from the logarithms, {@code >= 0}. */
    static double gain(double logP, double logQ) {
        if (logP == Double.NEGATIVE_INFINITY) {
            return Elementary.exp(logQ);
        }
        double p = Elementary.exp(logP);
        if (p == 0) {
            return Elementary.exp(logQ);
        }
        if (logQ == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double apart = logQ - logP;
        if (apart > -0.5 && apart < 0.5) {
            return p * LogRatio.excess(Elementary.expm1(apart));
        }
        return apart * -p - p + Elementary.exp(logQ);
    }

    /** Whether p has so much mass far out that its mean does not exist. */
    static boolean isHeavy(Continuous p) {
        if (!(p instanceof Mixture mixture)) {
            return p instanceof Cauchy;
        }
        boolean heavy = false;
        for (int k = 0; k < mixture.size(); k++) {
            heavy = heavy || (mixture.weight(k) > 0 && isHeavy(mixture.component(k)));
        }
        return heavy;
    }

    private static Quadrature.Decay decay(Continuous p, Continuous q) {
        return isHeavy(p) || isHeavy(q) ? Quadrature.Decay.ALGEBRAIC : Quadrature.Decay.EXPONENTIAL;
    }

    private static double spread(Continuous p) {
        return p instanceof Cauchy(double _, double scale) ? scale : p.standardDeviation();
    }

    static double lowest(Continuous p) {
        return p.support().lowest();
    }

    static double highest(Continuous p) {
        return p.support().highest();
    }

    /** The ends, and between them every point where one of the densities is not smooth or has a hill. */
    private static double[] cuts(Continuous p, Continuous q, double low, double high) {
        double[] found = special(p);
        double[] others = special(q);
        double[] all = Arrays.copyOf(found, found.length + others.length + 3);
        System.arraycopy(others, 0, all, found.length, others.length);
        int n = found.length + others.length;
        all[n] = low;
        all[n + 1] = high;
        // a line without ends is cut at the middle of p
        all[n + 2] = Math.min(Math.max(isHeavy(p) ? p.quantile(0.5) : p.mean(), low), high);
        Arrays.sort(all);
        // cuts closer than this are one: the pieces beside it resolve what lies between
        double near = 1e-3 * Math.min(narrowest(p), narrowest(q));
        double[] cuts = new double[all.length];
        int kept = 0;
        for (double x : all) {
            if (x < low || x > high) {
                continue;
            }
            boolean end = x == low || x == high;
            boolean close = kept > 0 && !(x - cuts[kept - 1] > (end || isEdge(p, x) || isEdge(q, x) ? 0 : near));
            if (!close) {
                cuts[kept++] = x;
            }
        }
        return Arrays.copyOf(cuts, kept);
    }

    /** Whether the density jumps or has a kink at x: such a cut is never dropped. */
    private static boolean isEdge(Continuous p, double x) {
        return switch (p) {
            case Laplace laplace -> x == laplace.location();
            case Mixture mixture -> {
                boolean edge = false;
                for (int k = 0; k < mixture.size(); k++) {
                    edge = edge || isEdge(mixture.component(k), x);
                }
                yield edge;
            }
            case Normal _, Logistic _, Cauchy _ -> false;
            case Uniform _, Beta _, Gamma _, Exponential _ -> {
                Support support = p.support();
                yield x == support.lowest() || x == support.highest();
            }
        };
    }

    private static double[] special(Continuous p) {
        return switch (p) {
            case Normal(double mean, double _) -> new double[] {mean};
            case Laplace(double location, double _) -> new double[] {location};
            case Logistic(double location, double _) -> new double[] {location};
            case Cauchy(double location, double _) -> new double[] {location};
            case Exponential _ -> new double[] {0};
            case Uniform(double from, double to) -> new double[] {from, to};
            case Gamma gamma -> new double[] {0, gamma.mean()};
            case Beta beta -> new double[] {0, beta.mean(), 1};
            case Mixture mixture -> {
                double[] all = {};
                for (int k = 0; k < mixture.size(); k++) {
                    if (mixture.weight(k) > 0) {
                        double[] own = special(mixture.component(k));
                        int n = all.length;
                        all = Arrays.copyOf(all, n + own.length);
                        System.arraycopy(own, 0, all, n, own.length);
                    }
                }
                yield all;
            }
        };
    }

    /** The largest length over which a part of the density falls off. */
    private static double reach(Continuous p) {
        if (!(p instanceof Mixture mixture)) {
            return spread(p);
        }
        double largest = 0;
        for (int k = 0; k < mixture.size(); k++) {
            largest = Math.max(largest, mixture.weight(k) > 0 ? reach(mixture.component(k)) : 0);
        }
        return largest;
    }

    private static double narrowest(Continuous p) {
        if (!(p instanceof Mixture mixture)) {
            return spread(p);
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < mixture.size(); k++) {
            smallest = mixture.weight(k) > 0 ? Math.min(smallest, narrowest(mixture.component(k))) : smallest;
        }
        return smallest;
    }
}
