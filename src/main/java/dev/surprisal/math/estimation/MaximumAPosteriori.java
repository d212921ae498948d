package dev.surprisal.math.estimation;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Normal;
import java.util.Arrays;

/**
 * The parameters where the posterior is densest (MAP): likelihood times prior. With a flat prior they are those of maximum
 * likelihood. Unlike the posterior mean they depend on how the parameter is written.
 *
 * <p>Murphy, "Machine Learning: A Probabilistic Perspective", 2012, ch. 5.
 */
public final class MaximumAPosteriori {

    /** So many means are looked at between 0 and the data's own: there are two minima at most. */
    private static final int MEANS = 256;

    private static final int BISECTIONS = 60;

    private MaximumAPosteriori() {}

    /**
     * The mode (alpha + h - 1)/(alpha + beta + h + t - 2) of a coin's posterior; 0 or 1 when only the other parameter
     * exceeds 1. Error below 2e-15 of the numerator's terms.
     *
     * @throws IllegalArgumentException when neither alpha + h nor beta + t exceeds 1: the density then has no maximum inside
     */
    public static double bernoulli(Beta prior, int heads, int tails) {
        Beta posterior = Conjugate.posterior(prior, heads, tails);
        if (posterior.alpha() <= 1 && posterior.beta() <= 1) {
            throw new IllegalArgumentException("alpha + h or beta + t must be > 1 for a most likely p, got "
                    + Decimal.shortest(posterior.alpha()) + " and " + Decimal.shortest(posterior.beta()));
        }
        return posterior.mode().only();
    }

    /**
     * (alpha_k + n_k - 1)/(sum of alpha + N - K). Error below 2e-15 of the numerator's terms.
     *
     * @throws IllegalArgumentException unless every alpha_k + n_k exceeds 1
     */
    public static double[] categorical(Dirichlet prior, double[] counts) {
        return Conjugate.posterior(prior, counts).mode();
    }

    /**
     * The mean of normal data with known sd under a normal prior: its posterior mean, which is also the mode. Error
     * below 2e-15 max(1, |result|).
     */
    public static double normalMean(Normal prior, double sd, double[] data) {
        return Conjugate.posterior(prior, sd, data).mean();
    }

    /**
     * The mean of normal data with known sd under a Laplace prior: the data's mean, shrunk towards the prior's
     * location. Error below 2e-15 max(1, |result|).
     */
    public static double normalMean(Laplace prior, double sd, double[] data) {
        Require.positive("sd", sd);
        double mean = Data.mean(Data.numbers("data", data, 1));
        return prior.location() + Penalty.softThreshold(mean - prior.location(), sd * sd / data.length / prior.scale());
    }

    /**
     * The normal that minimises the summed NLL + lambda mean^2, both parameters free: the MAP under a prior N(0,
     * 1/(2 lambda)) of the mean and a flat one of the sd. Its variance is the mean squared distance of the data from its mean,
     * which lies between 0 and the data's own. Where two means are equally good, the one nearer to the data's. Error below
     * 1e-14 max(1, |result|) where the minimum is not nearly flat.
     *
     * @param lambda {@code >= 0}
     * @throws IllegalArgumentException when all data are equal: the likelihood then grows without bound as sd falls to 0
     */
    public static Normal normal(double[] data, double lambda) {
        Require.finite("lambda", Penalty.notNegative(lambda));
        Normal likeliest = MaximumLikelihood.normal(data);
        double centre = likeliest.mean();
        double variance = likeliest.sd() * likeliest.sd();
        int best = MEANS;
        for (int i = MEANS - 1; i >= 0; i--) {
            best = profile(i, centre, variance, data.length, lambda)
                            < profile(best, centre, variance, data.length, lambda)
                    ? i
                    : best;
        }
        // the slope in the mean's share of the data's own rises through 0 between the neighbours of the best
        double low = Math.max(0, best - 1.0) / MEANS;
        double high = Math.min(MEANS, best + 1.0) / MEANS;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            double off = (middle - 1) * centre;
            double slope = data.length * (middle - 1) / (variance + off * off) + 2 * lambda * middle;
            if (slope < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double mean = (low + high) / 2 * centre;
        double off = mean - centre;
        return new Normal(mean, Math.sqrt(variance + off * off));
    }

    /** The NLL + penalty, less its constant, at a mean that is i/MEANS of the data's own and the variance best for it. */
    private static double profile(int i, double centre, double variance, int n, double lambda) {
        double mean = centre * i / MEANS;
        double off = mean - centre;
        return 0.5 * n * Elementary.log1p(off * off / variance) + lambda * mean * mean;
    }

    /**
     * (a + sum of n_i - 1)/(r + N), 0 where the numerator is negative: a Poisson rate under a gamma prior. Error below
     * 2e-15 of the numerator's terms.
     */
    public static double poissonRate(Gamma prior, double[] counts) {
        return Conjugate.posterior(prior, counts).mode().only();
    }

    /**
     * (a + N - 1)/(r + sum of x_i), 0 where the numerator is negative: an exponential rate under a gamma prior. Error
     * below 2e-15 of the numerator's terms.
     */
    public static double exponentialRate(Gamma prior, double[] data) {
        return Conjugate.posteriorOfExponentialRate(prior, data).mode().only();
    }

    /**
     * The location of Laplace data with known scale under a normal prior: the minimum of sum of |x_i - m|/scale +
     * (m - m0)^2/(2 s0^2). Found by walking the data in order; exact but for rounding.
     */
    public static double laplaceLocation(Normal prior, double scale, double[] data) {
        Require.positive("scale", scale);
        double[] sorted = Data.numbers("data", data, 1).clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double pull = prior.sd() * prior.sd() / scale;
        // between the k-th and the next datum the slope is (2k - n)/scale + (m - m0)/s0^2
        for (int k = 0; k <= n; k++) {
            double zero = prior.mean() - (2.0 * k - n) * pull;
            double from = k == 0 ? Double.NEGATIVE_INFINITY : sorted[k - 1];
            double to = k == n ? Double.POSITIVE_INFINITY : sorted[k];
            if (zero < from) {
                return from;
            }
            if (zero <= to) {
                return zero;
            }
        }
        throw new IllegalStateException("the slope has no zero");
    }

    /**
     * The location of Laplace data with known scale under a Laplace prior: a median of the data and the prior's
     * location, the latter with the weight scale/prior.scale(). Where a whole interval minimises, its point next to the
     * prior's location. Error below 2e-15 max(1, |result|).
     */
    public static double laplaceLocation(Laplace prior, double scale, double[] data) {
        Require.positive("scale", scale);
        double[] sorted = Data.numbers("data", data, 1).clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double weight = scale / prior.scale();
        double best = prior.location();
        // the slope just below and just above m decide; the prior's location first, then the data towards which it
        // falls
        double below = slopeBelow(sorted, prior, weight, best);
        double above = slopeAbove(sorted, prior, weight, best);
        if (below <= 0 && above >= 0) {
            return best;
        }
        for (int i = 0; i < n; i++) {
            double x = above < 0 ? sorted[i] : sorted[n - 1 - i];
            boolean ahead = above < 0 ? x > best : x < best;
            if (ahead && slopeBelow(sorted, prior, weight, x) <= 0 && slopeAbove(sorted, prior, weight, x) >= 0) {
                return x;
            }
        }
        throw new IllegalStateException("the slope has no zero");
    }

    private static double slopeBelow(double[] data, Laplace prior, double weight, double m) {
        double slope = prior.location() < m ? weight : -weight;
        for (double x : data) {
            slope += x < m ? 1 : -1;
        }
        return slope;
    }

    private static double slopeAbove(double[] data, Laplace prior, double weight, double m) {
        double slope = prior.location() <= m ? weight : -weight;
        for (double x : data) {
            slope += x <= m ? 1 : -1;
        }
        return slope;
    }
}
