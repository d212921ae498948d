package dev.surprisal.math.estimation;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Require;
import dev.surprisal.math.Special;
import dev.surprisal.math.Stirling;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Normal;

/**
 * Priors that stay in their family when data come in: the posterior, the probability of what comes next, and the evidence
 * (the probability of the data with the parameter averaged out). Without data the posterior is the prior; one update with
 * all data equals many with one datum each. Murphy 2012, chapters 3 and 4.
 */
public final class Conjugate {

    private static final double LN_TWO_PI = 1.8378770664093453;

    private Conjugate() {}

    /**
     * Beta(alpha + h, beta + t): a Beta prior of a coin after h heads and t tails. Error below 2e-15 max(1,
     * |parameter|).
     */
    public static Beta posterior(Beta prior, int heads, int tails) {
        return new Beta(
                prior.alpha() + Require.count("heads", heads, 0), prior.beta() + Require.count("tails", tails, 0));
    }

    /** The next flip: heads with probability alpha/(alpha + beta). Error below 2e-15 max(1, |parameter|). */
    public static Bernoulli predictive(Beta belief) {
        return new Bernoulli(belief.mean());
    }

    /**
     * ln of the probability of flips in a given order, ln B(alpha + h, beta + t) - ln B(alpha, beta), in nats. Error
     * below 1e-11 max(1, |result|) for parameters from 1e-9 to 1e15, and below 1e-14 where they and the counts are at most
     * some hundreds.
     */
    public static double logEvidenceNats(Beta prior, int heads, int tails) {
        Require.count("heads", heads, 0);
        Require.count("tails", tails, 0);
        double total = prior.alpha() + prior.beta();
        return Sum.of(
                times(heads, prior.alpha(), total),
                times(tails, prior.beta(), total),
                logRise(prior.alpha(), heads),
                logRise(prior.beta(), tails),
                -logRise(total, (double) heads + tails));
    }

    /**
     * Dirichlet(alpha_k + n_k): a Dirichlet prior of K probabilities after n_k observations of each outcome. Error
     * below 2e-15 max(1, |parameter|).
     */
    public static Dirichlet posterior(Dirichlet prior, double[] counts) {
        double[] alpha = prior.alpha();
        checkOutcomes(alpha, counts);
        for (int k = 0; k < alpha.length; k++) {
            alpha[k] += counts[k];
        }
        return Dirichlet.of(alpha);
    }

    /** The next outcome: k with probability alpha_k/(sum of alpha). Error below 2e-15 max(1, |parameter|). */
    public static Categorical predictive(Dirichlet belief) {
        return Categorical.ofWeights(belief.alpha());
    }

    /**
     * ln of the probability of observations in a given order, ln B(alpha + n) - ln B(alpha), in nats. Error below 1e-14
     * max(1, |result|) at parameters and counts up to some hundreds.
     */
    public static double logEvidenceNats(Dirichlet prior, double[] counts) {
        double[] alpha = prior.alpha();
        checkOutcomes(alpha, counts);
        Sum sum = new Sum();
        for (int k = 0; k < alpha.length; k++) {
            sum.add(times(counts[k], alpha[k], prior.total()));
            sum.add(logRise(alpha[k], counts[k]));
        }
        return sum.add(-logRise(prior.total(), Sum.of(counts))).value();
    }

    /**
     * The mean of normal data with known standard deviation: precisions add, N(m, v) with 1/v = 1/s0^2 + N/sd^2 and m =
     * v (m0/s0^2 + sum of x/sd^2). Error below 2e-15 max(1, |parameter|).
     *
     * @param prior of the mean
     * @param sd of each datum, {@code > 0}
     */
    public static Normal posterior(Normal prior, double sd, double[] data) {
        Require.positive("sd", sd);
        Data.numbers("data", data, 0);
        if (data.length == 0) {
            return prior;
        }
        double weight = weightOfPrior(prior, sd, data.length);
        double mean = Data.mean(data);
        // a step from the data's mean towards the prior's: exact where the two agree
        return new Normal(mean + weight * (prior.mean() - mean), prior.sd() * Math.sqrt(weight));
    }

    /**
     * The weight sd^2/(sd^2 + n s0^2) that the prior's mean has beside that of n data. Error below 2e-15 max(1,
     * |parameter|).
     */
    public static double weightOfPrior(Normal prior, double sd, int n) {
        double ratio = prior.sd() / Require.positive("sd", sd);
        return 1 / (1 + Require.count("n", n, 0) * ratio * ratio);
    }

    /**
     * The next datum: normal with the belief's mean and the variances of belief and datum added. Error below 2e-15
     * max(1, |parameter|).
     */
    public static Normal predictive(Normal belief, double sd) {
        Require.positive("sd", sd);
        return new Normal(belief.mean(), hypotenuse(belief.sd(), sd));
    }

    /**
     * ln N(x; m0 1, sd^2 I + s0^2 1 1^T), in nats; 0 without data. Error below 1e-14 max(1, |result|) for some hundred
     * observations.
     */
    public static double logEvidenceNats(Normal prior, double sd, double[] data) {
        Require.positive("sd", sd);
        Data.numbers("data", data, 0);
        int n = data.length;
        if (n == 0) {
            return 0;
        }
        double mean = Data.mean(data);
        double spread = hypotenuse(sd, Math.sqrt(n) * prior.sd());
        double apart = (mean - prior.mean()) / spread;
        double quadratic = Data.squares(data, mean) / sd / sd + n * apart * apart;
        return -0.5 * (n * LN_TWO_PI + quadratic) - (n - 1) * Elementary.log(sd) - Elementary.log(spread);
    }

    /**
     * Gamma(a + sum of n_i, r + N): a gamma prior of a Poisson rate after N counts. Error below 2e-15 max(1,
     * |parameter|).
     */
    public static Gamma posterior(Gamma prior, double[] counts) {
        Data.counts("counts", counts, 0);
        return new Gamma(prior.shape() + Sum.of(counts), prior.rate() + counts.length);
    }

    /**
     * ln of the probability that the next count is n, when the Poisson rate is gamma distributed: the negative binomial
     * Gamma(a + n)/(Gamma(a) n!) (r/(r + 1))^a (1/(r + 1))^n, in nats. Error below 1e-12 max(1, |result|).
     */
    public static double logPredictiveNats(Gamma belief, int n) {
        Require.count("n", n, 0);
        return Sum.of(
                times(n, belief.shape(), belief.rate() + 1),
                logRise(belief.shape(), n),
                -Special.logGamma(n + 1.0),
                -belief.shape() * Elementary.log1p(1 / belief.rate()));
    }

    /**
     * ln of the probability of Poisson counts in a given order, the gamma distributed rate averaged out, in nats. Error
     * below 1e-14 max(1, |result|) at parameters and counts up to some hundreds.
     */
    public static double logEvidenceNats(Gamma prior, double[] counts) {
        Data.counts("counts", counts, 0);
        double total = Sum.of(counts);
        double n = counts.length;
        Sum sum = new Sum();
        for (double count : counts) {
            sum.add(-Special.logGamma(count + 1));
        }
        sum.add(times(total, prior.shape(), prior.rate() + n));
        sum.add(logRise(prior.shape(), total));
        return sum.add(-prior.shape() * Elementary.log1p(n / prior.rate())).value();
    }

    /**
     * Gamma(a + N, r + sum of x_i): a gamma prior of an exponential rate after N waiting times. Error below 2e-15
     * max(1, |parameter|).
     */
    public static Gamma posteriorOfExponentialRate(Gamma prior, double[] data) {
        Data.numbers("data", data, 0);
        for (int i = 0; i < data.length; i++) {
            if (!(data[i] >= 0)) {
                throw new IllegalArgumentException(
                        Data.at("data", i) + " must be >= 0, got " + Decimal.shortest(data[i]));
            }
        }
        return new Gamma(prior.shape() + data.length, prior.rate() + Sum.of(data));
    }

    /**
     * ln of a (a + 1) … (a + n - 1)/a^n, which is {@code >= 0}: how far n sightings raise what is expected of their like.
     * The differences of log-gammas that evidences are made of lose all digits under a firm prior; beside a^n they have
     * nothing to lose.
     */
    private static double logRise(double a, double n) {
        if (n <= 1) {
            return 0;
        }
        if (a >= 8) {
            // Stirling's formula at both ends, (a + n) ln((a + n)/a) - n kept together
            return LogRatio.gain(a + n, a, -n)
                    - Elementary.log1p(n / a) / 2
                    + Stirling.error(a + n)
                    - Stirling.error(a);
        }
        return Special.logGamma(a + n) - Special.logGamma(a + 1) - (n - 1) * Elementary.log(a);
    }

    /** n ln(p/q), and 0 for n = 0 whatever p/q comes to. */
    private static double times(double n, double p, double q) {
        return n == 0 ? 0 : n * LogRatio.of(p, q);
    }

    private static void checkOutcomes(double[] alpha, double[] counts) {
        if (alpha.length != counts.length) {
            throw new IllegalArgumentException(
                    "prior and counts must have the same outcomes, got " + alpha.length + " and " + counts.length);
        }
        Data.counts("counts", counts, 0);
    }

    private static double hypotenuse(double a, double b) {
        double large = Math.max(a, b);
        double small = Math.min(a, b);
        double ratio = small / large;
        return large * Math.sqrt(1 + ratio * ratio);
    }
}
