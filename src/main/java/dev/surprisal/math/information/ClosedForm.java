package dev.surprisal.math.information;

import static dev.surprisal.math.LogRatio.excess;
import static dev.surprisal.math.LogRatio.gain;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Special;
import dev.surprisal.math.Stirling;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Uniform;

/**
 * KL within one family, in closed form. Each textbook formula is regrouped into parts that are {@code >= 0} themselves and
 * 0 only for equal parameters; the formula itself stands above.
 */
final class ClosedForm {

    private static final double LN_2 = 0.6931471805599453;
    private static final double HALF_LN_TWO_PI = 0.9189385332046728;
    private static final double SQRT_TWO_OVER_PI = 0.7978845608028654;
    private static final double SQRT_HALF = 0.7071067811865476;

    /** Gauss–Legendre points and weights on [0, 1], the lower half of 10: for {@link #bregman}. */
    private static final double[] POINTS = {
        0.01304673574141414, 0.06746831665550775, 0.1602952158504878, 0.2833023029353764, 0.4255628305091844
    };

    private static final double[] WEIGHTS = {
        0.03333567215434407, 0.0747256745752903, 0.10954318125799102, 0.13463335965499817, 0.14776211235737644
    };

    private ClosedForm() {}

    /**
     * ln(((s1 + s2)^2 + (m1 - m2)^2)/(4 s1 s2)): 1 + ((s1 - s2)^2 + (m1 - m2)^2)/(4 s1 s2) under the logarithm. Chyzak and
     * Nielsen, "A closed-form formula for the Kullback–Leibler divergence between Cauchy distributions", 2019.
     */
    static double cauchys(Cauchy p, Cauchy q) {
        double apart = Elementary.hypot(p.scale() - q.scale(), p.location() - q.location());
        double ratio = 0.5 * apart / (Math.sqrt(p.scale()) * Math.sqrt(q.scale()));
        return ratio > 1e9
                ? 2 * (Elementary.log(apart) - LN_2) - Elementary.log(p.scale()) - Elementary.log(q.scale())
                : Elementary.log1p(ratio * ratio);
    }

    /** p ln(p/q) + (1-p) ln((1-p)/(1-q)). */
    static double coins(double p, double q) {
        // p - q, not (1 - q) - (1 - p): the complements are rounded, and near p = q that is all the difference there is
        return gain(p, q, q - p) + gain(1 - p, 1 - q, p - q);
    }

    /** ln(s2/s1) + (s1^2 + (m1-m2)^2)/(2 s2^2) - 1/2. Bishop 2006, exercise 1.30. */
    static double normals(Normal p, Normal q) {
        double apart = (p.mean() - q.mean()) / q.sd();
        // r - 1 as a product: s1 = 1, s2 = 1 + 1e-9 would lose half its digits in r = s1^2/s2^2 itself
        double e = (p.sd() - q.sd()) / q.sd() * ((p.sd() + q.sd()) / q.sd());
        // far below, r - 1 rounds to -1 and only the logarithm of the ratio knows r
        double scales = e > -0.5 ? excess(e) : e - 2 * LogRatio.of(p.sd(), q.sd());
        return 0.5 * scales + 0.5 * apart * apart;
    }

    /** -1 - ln(2b) + ln(2 pi s^2)/2 + (2b^2 + (m-mu)^2)/(2s^2). At least 0.072, so nothing cancels. */
    static double laplaceAgainstNormal(Laplace p, Normal q) {
        double ratio = p.scale() / q.sd();
        double apart = (p.location() - q.mean()) / q.sd();
        return HALF_LN_TWO_PI - 1 - LN_2 + LogRatio.of(q.sd(), p.scale()) + ratio * ratio + 0.5 * apart * apart;
    }

    /**
     * -ln(2 pi e s^2)/2 + ln(2b) + (s sqrt(2/pi) e^(-d^2/2s^2) + d (2 Phi(d/s) - 1))/b with d = mu - m. At least 0.048, so
     * nothing cancels.
     */
    static double normalAgainstLaplace(Normal p, Laplace q) {
        double z = Math.abs(p.mean() - q.location()) / p.sd();
        // E|X - m| in units of s; 2 Phi(z) - 1 = erf(z/sqrt 2)
        double distance = SQRT_TWO_OVER_PI * Elementary.exp(-0.5 * z * z) + z * Special.erf(z * SQRT_HALF);
        return LN_2 - HALF_LN_TWO_PI - 0.5 + LogRatio.of(q.scale(), p.sd()) + p.sd() / q.scale() * distance;
    }

    /** ln(w2/w1) when the first interval lies in the second, else infinite. */
    static double uniforms(Uniform p, Uniform q) {
        if (p.from() < q.from() || p.to() > q.to()) {
            return Double.POSITIVE_INFINITY;
        }
        // what the second has more at its ends: the widths may round to one number
        return Elementary.log1p(((p.from() - q.from()) + (q.to() - p.to())) / p.width());
    }

    /** ln(b2/b1) + (b1 e^(-t) + b1 t)/b2 - 1 with t = |m1-m2|/b1. */
    static double laplaces(Laplace p, Laplace q) {
        double t = Math.abs(p.location() - q.location()) / p.scale();
        double ratio = p.scale() / q.scale();
        // e^-t - 1 + t = y - 1 - ln y for y = e^-t
        double shift = t < 0.5 ? excess(Elementary.expm1(-t)) : Elementary.expm1(-t) + t;
        return gain(q.scale(), p.scale()) / q.scale() + (shift == 0 ? 0 : ratio * shift);
    }

    /** ln(r1/r2) + r2/r1 - 1. */
    static double exponentials(Exponential p, Exponential q) {
        return gain(p.rate(), q.rate()) / p.rate();
    }

    /**
     * (a1-a2) digamma(a1) - ln Gamma(a1) + ln Gamma(a2) + a2 ln(r1/r2) + a1 (r2-r1)/r1.
     *
     * <p>= a2 (s - 1 - ln s) with the ratio s of the means, and what remains between equal means.
     */
    static double gammas(Gamma p, Gamma q) {
        double rates = q.rate() / p.rate();
        // a1 r2/r1 - a2 from the differences: it has lost them where the two nearly agree
        double difference = (p.shape() - q.shape()) * rates + q.shape() * ((q.rate() - p.rate()) / p.rate());
        if (rates < 1e-300) {
            // the ratio has underflowed, its logarithm has not
            double logRatio = LogRatio.of(p.rate(), q.rate()) + LogRatio.of(q.shape(), p.shape());
            return q.shape() * (logRatio - 1) + shapes(p.shape(), q.shape());
        }
        return gain(q.shape(), p.shape() * rates, difference) + shapes(p.shape(), q.shape());
    }

    static double betas(Beta p, Beta q) {
        return dirichlets(
                new double[] {p.alpha(), p.beta()},
                new double[] {q.alpha(), q.beta()},
                p.alpha() + p.beta(),
                q.alpha() + q.beta());
    }

    static double dirichlets(Dirichlet p, Dirichlet q) {
        return dirichlets(p.alpha(), q.alpha(), p.total(), q.total());
    }

    /**
     * ln(B(beta)/B(alpha)) + sum of (alpha_k - beta_k)(digamma(alpha_k) - digamma(alpha_0)).
     *
     * <p>= beta_0 KL(mean of q||mean of p) + the shapes' parts of the entries less that of the totals.
     */
    private static double dirichlets(double[] alpha, double[] beta, double totalAlpha, double totalBeta) {
        Sum sum = new Sum();
        Sum totals = new Sum();
        boolean equal = true;
        for (int k = 0; k < alpha.length; k++) {
            totals.add(alpha[k]).add(-beta[k]);
        }
        for (int k = 0; k < alpha.length; k++) {
            double share = totalBeta / totalAlpha;
            double difference = (alpha[k] - beta[k]) - alpha[k] * (totals.value() / totalAlpha);
            sum.add(gain(beta[k], alpha[k] * share, difference));
            sum.add(shapes(alpha[k], beta[k]));
            equal = equal && alpha[k] == beta[k];
        }
        sum.add(-shapes(totalAlpha, totalBeta, -totals.value()));
        return equal ? 0 : Math.max(sum.value(), Double.MIN_VALUE);
    }

    /**
     * KL between gamma distributions of shapes a and b with equal means: G(b) - G(a) - G'(a)(b - a) for
     * G(x) = ln Gamma(x) - x ln x + x = -ln(x)/2 + mu(x) + const.
     */
    private static double shapes(double a, double b) {
        return shapes(a, b, b - a);
    }

    /** The same with the difference b - a of two sums that may be known better than they are. */
    private static double shapes(double a, double b, double difference) {
        if (difference == 0) {
            return 0;
        }
        return 0.5 * gain(a, b, difference) / a + bregman(a, b, difference);
    }

    /** mu(b) - mu(a) - mu'(a)(b - a), mu being Binet's function, which is convex: {@code >= 0}. */
    private static double bregman(double a, double b, double difference) {
        if (Math.abs(difference) > 0.4 * a) {
            return Math.max(Stirling.error(b) - Stirling.error(a) - difference * Stirling.errorSlope(a), 0);
        }
        // the integral of (b - x) mu''(x), all of one sign: the difference above has no digits left for b near a
        double sum = 0;
        for (int k = 0; k < POINTS.length; k++) {
            double t = POINTS[k];
            sum += WEIGHTS[k]
                    * ((1 - t) * Stirling.errorCurvature(a + t * difference)
                            + t * Stirling.errorCurvature(b - t * difference));
        }
        return difference * difference * sum;
    }

    /** (tr(S2^-1 S1) + (m1-m2)^T S2^-1 (m1-m2) - d + ln(|S2|/|S1|))/2. */
    static double multivariateNormals(MultivariateNormal p, MultivariateNormal q) {
        int d = p.dimension();
        Sum sum = new Sum();
        if (p.isDiagonal() && q.isDiagonal()) {
            for (int j = 0; j < d; j++) {
                sum.add(normals(p.marginal(j), q.marginal(j)));
            }
            return sum.value();
        }
        if (p.equals(q)) {
            return 0;
        }
        for (double z : q.whiten(p.mean())) {
            sum.add(0.5 * z * z);
        }
        // With M = L2^-1 L1 (lower triangular): tr(M M^T) - d - 2 ln|M| is the sum of m_jj^2 - 1 - ln m_jj^2 on the
        // diagonal and of m_ij^2 below it
        double[][] m = q.relativeFactor(p);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                sum.add(0.5 * m[i][j] * m[i][j]);
            }
            double e = (m[i][i] - 1) * (m[i][i] + 1);
            sum.add(0.5 * (e > -0.5 ? excess(e) : e - 2 * Elementary.log(m[i][i])));
        }
        return Math.max(sum.value(), Double.MIN_VALUE);
    }
}
