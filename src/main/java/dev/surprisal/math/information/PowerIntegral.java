package dev.surprisal.math.information;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Normal;
import org.jspecify.annotations.Nullable;

/**
 * The integral of p^a q^b, a + b = 1, where it is known in closed form, and whether it exists where it is not.
 *
 * <p>Within an exponential family p^a q^b is a multiple of a member m of the family, and the logarithm of the integral is
 * -a KL(m||p) - b KL(m||q): two KLs in place of log-normalisers whose difference would have no digits left near a = 1.
 */
final class PowerIntegral {

    private PowerIntegral() {}

    /** The alpha-divergence from a closed form, infinite where the integral is, NaN where quadrature must find it. */
    static double alpha(Distribution p, Distribution q, double a) {
        if (a < 0.5) {
            return alpha(q, p, 1 - a);
        }
        double b = 1 - a;
        double gap;
        if (p instanceof MultivariateNormal one && q instanceof MultivariateNormal other) {
            gap = gapOfVectors(one, other, a, b);
        } else if (hasClosedForm(p, q)) {
            Distribution between = between(p, q, a, b);
            if (between == null) {
                // with both powers positive it is only beyond the range of double: the two have nothing in common
                return b > 0 ? 1 / (a * b) : Double.POSITIVE_INFINITY;
            }
            gap = a * Divergence.klNats(between, p) + b * Divergence.klNats(between, q);
        } else {
            return b < 0 && p instanceof Continuous from && q instanceof Continuous to
                    ? ofTails(from, to, a)
                    : Double.NaN;
        }
        return gap == Double.NEGATIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : Math.max(-Elementary.expm1(-gap) / (a * b), Double.MIN_VALUE);
    }

    private static boolean hasClosedForm(Distribution p, Distribution q) {
        return (p instanceof Normal && q instanceof Normal)
                || (p instanceof Exponential && q instanceof Exponential)
                || (p instanceof Gamma && q instanceof Gamma)
                || (p instanceof Beta && q instanceof Beta);
    }

    /** The member of the family that is proportional to p^a q^b; null when that is not integrable. */
    private static @Nullable Distribution between(Distribution p, Distribution q, double a, double b) {
        if (p instanceof Normal(double m1, double s1) && q instanceof Normal(double m2, double s2)) {
            double ratio = s1 / s2 * (s1 / s2);
            double precision = a + b * ratio;
            return precision > 0 && precision < Double.POSITIVE_INFINITY
                    ? new Normal(m1 + b * ratio * (m2 - m1) / precision, s1 / Math.sqrt(precision))
                    : null;
        }
        if (p instanceof Exponential(double r1) && q instanceof Exponential(double r2)) {
            double rate = a * r1 + b * r2;
            return rate > 0 ? new Exponential(rate) : null;
        }
        if (p instanceof Gamma(double a1, double r1) && q instanceof Gamma(double a2, double r2)) {
            double shape = a * a1 + b * a2;
            double rate = a * r1 + b * r2;
            return shape > 0 && rate > 0 ? new Gamma(shape, rate) : null;
        }
        if (p instanceof Beta(double a1, double b1) && q instanceof Beta(double a2, double b2)) {
            double alpha = a * a1 + b * a2;
            double beta = a * b1 + b * b2;
            return alpha > 0 && beta > 0 ? new Beta(alpha, beta) : null;
        }
        throw new IllegalStateException("no closed form for " + p + " and " + q);
    }

    /** (ln|a S2 + b S1| - b ln|S1| - a ln|S2|)/2 + a b (m1-m2)^T (a S2 + b S1)^-1 (m1-m2)/2. */
    private static double gapOfVectors(MultivariateNormal p, MultivariateNormal q, double a, double b) {
        double[][] one = p.covariance();
        double[][] other = q.covariance();
        int d = one.length;
        double[][] mixed = new double[d][d];
        double[] apart = p.mean();
        for (int i = 0; i < d; i++) {
            apart[i] -= q.mean()[i];
            for (int j = 0; j < d; j++) {
                mixed[i][j] = a * other[i][j] + b * one[i][j];
            }
        }
        MultivariateNormal middle;
        try {
            middle = MultivariateNormal.of(new double[d], mixed);
        } catch (IllegalArgumentException _) {
            // not positive definite: the integral diverges
            return Double.NEGATIVE_INFINITY;
        }
        double square = 0;
        for (double z : middle.whiten(apart)) {
            square += z * z;
        }
        return 0.5 * (middle.logDeterminant() - b * p.logDeterminant() - a * q.logDeterminant()) + 0.5 * a * b * square;
    }

    /** Mixtures of normals with a above 1: the widest components decide. */
    private static double ofTails(Continuous p, Continuous q, double a) {
        double one = widest(p);
        double other = widest(q);
        if (Double.isNaN(one) || Double.isNaN(other)) {
            throw new IllegalArgumentException("alpha must lie between 0 and 1 for " + p + " and " + q + ", got "
                    + Decimal.shortest(a) + " or its complement");
        }
        return a / one / one + (1 - a) / other / other > 0 ? Double.NaN : Double.POSITIVE_INFINITY;
    }

    private static double widest(Continuous p) {
        if (p instanceof Normal normal) {
            return normal.sd();
        }
        if (!(p instanceof Mixture mixture)) {
            return Double.NaN;
        }
        double widest = 0;
        for (int k = 0; k < mixture.size(); k++) {
            double own = widest(mixture.component(k));
            if (Double.isNaN(own)) {
                return own;
            }
            widest = mixture.weight(k) > 0 ? Math.max(widest, own) : widest;
        }
        return widest;
    }
}
