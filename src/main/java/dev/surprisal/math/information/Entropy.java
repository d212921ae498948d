package dev.surprisal.math.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Integral;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;
import dev.surprisal.math.Special;
import dev.surprisal.math.Stirling;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Discrete;
import dev.surprisal.math.distribution.DiscreteMixture;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Empirical;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Multinomial;
import dev.surprisal.math.distribution.Multivariate;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;
import dev.surprisal.math.distribution.Univariate;

/**
 * Surprisal, entropy and cross-entropy, in nats.
 *
 * <p>The entropy of a discrete distribution is {@code >= 0}; the differential entropy of a density may be negative and
 * moves by ln|c| when x is rescaled by c.
 *
 * <p>Cover and Thomas, "Elements of Information Theory", 2006, ch. 2 and 8.
 */
public final class Entropy {

    private static final double LN_2 = 0.6931471805599453;
    private static final double LN_4_PI = 2.5310242469692907;
    private static final double LN_2_PI_E = 2.8378770664093453;

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

    /**
     * H(X) in nats: -sum of p(x) ln p(x) for a discrete distribution, the differential entropy -integral of p ln p for one
     * with a density.
     *
     * <p>Closed forms, relative error below 1e-14, for all families but: Poisson and binomial (a sum of about 25 standard
     * deviations' worth of terms; from a rate of 10,000 on an asymptotic series), discrete mixtures (a sum), multinomial
     * (from that of its marginals), mixtures of densities (quadrature, see {@link #byQuadrature}).
     */
    public static double entropyNats(Distribution p) {
        return switch (p) {
            case Discrete discrete -> ofDiscrete(discrete);
            case Continuous continuous -> ofContinuous(continuous);
            case Multivariate multivariate -> ofMultivariate(multivariate);
        };
    }

    private static double ofDiscrete(Discrete p) {
        return switch (p) {
            case Bernoulli(double heads) -> entropyNatsOfCoin(heads);
            case Categorical categorical -> ofChecked(categorical.probabilities());
            // {-p ln p - (1-p) ln(1-p)}/p
            case Geometric(double success) -> entropyNatsOfCoin(success) / success;
            case Poisson(double rate) when rate > 10_000 -> ofLargePoisson(rate);
            case Poisson _, Binomial _, DiscreteMixture _, Empirical _ -> AtomSum.entropyNats(p);
        };
    }

    /** ln(2 pi e rate)/2 - 1/(12 rate) - 1/(24 rate^2) - 19/(360 rate^3): error 0.06 / rate^4. */
    private static double ofLargePoisson(double rate) {
        double inverse = 1 / rate;
        return 0.5 * (LN_2_PI_E + Elementary.log(rate))
                - inverse * (1.0 / 12 + inverse * (1.0 / 24 + inverse * (19.0 / 360)));
    }

    private static double ofContinuous(Continuous p) {
        return switch (p) {
            // ln(2 pi e sd^2)/2
            case Normal(double _, double sd) -> 0.5 * LN_2_PI_E + Elementary.log(sd);
            case Uniform uniform -> Elementary.log(uniform.width());
            case Laplace(double _, double scale) -> 1 + LN_2 + Elementary.log(scale);
            case Logistic(double _, double scale) -> 2 + Elementary.log(scale);
            // ln(4 pi s)
            case Cauchy(double _, double scale) -> LN_4_PI + Elementary.log(scale);
            case Exponential(double rate) -> 1 - Elementary.log(rate);
            case Gamma(double shape, double rate) -> ofGammaShape(shape) - Elementary.log(rate);
            case Beta(double a, double b) -> ofDirichlet(a + b, a, b);
            case Mixture mixture -> LineIntegral.accurate(byQuadrature(mixture), mixture, mixture);
        };
    }

    private static double ofMultivariate(Multivariate p) {
        return switch (p) {
            case MultivariateNormal normal -> 0.5 * (normal.dimension() * LN_2_PI_E + normal.logDeterminant());
            case Dirichlet dirichlet -> ofDirichlet(dirichlet.total(), dirichlet.alpha());
            case Multinomial multinomial -> ofMultinomial(multinomial);
        };
    }

    /** a + ln Gamma(a) + (1 - a) digamma(a), with what cancels at large a left out by Stirling's formula. */
    private static double ofGammaShape(double a) {
        return 0.5 * (LN_2_PI_E + Elementary.log(a)) + rest(a);
    }

    /**
     * ln B(alpha) + (alpha_0 - K) digamma(alpha_0) - sum of (alpha_k - 1) digamma(alpha_k), written with the gamma
     * entropies: their sum less that of alpha_0 and (K - 1) digamma(alpha_0).
     */
    private static double ofDirichlet(double total, double... alpha) {
        Sum sum = new Sum();
        for (double a : alpha) {
            sum.add(ofGammaShape(a));
        }
        sum.add(-ofGammaShape(total));
        return sum.add(-(alpha.length - 1) * Special.digamma(total)).value();
    }

    /** mu(a) - 1/(2a) + (1 - a) mu'(a): what the gamma entropy has beyond that of a normal of its variance, ~ -1/(3a). */
    private static double rest(double a) {
        return Stirling.error(a) - 0.5 / a + (1 - a) * Stirling.errorSlope(a);
    }

    /** H = -ln n! - n sum of p_k ln p_k + sum of E[ln n_k!], where n_k is binomial. */
    private static double ofMultinomial(Multinomial p) {
        int n = p.n();
        Sum sum = new Sum().add(-Special.logGamma(n + 1.0));
        sum.add(n * entropyNats(p.outcome()));
        for (int k = 0; k < p.dimension(); k++) {
            sum.add(AtomSum.expectation(p.marginal(k), count -> Special.logGamma(count + 1)));
        }
        return Math.max(sum.value(), 0);
    }

    /**
     * -p ln p - (1-p) ln(1-p), the entropy of a coin in nats; at most ln 2. Relative error below 1e-15.
     *
     * @param p in [0, 1]
     */
    public static double entropyNatsOfCoin(double p) {
        Require.probability("p", p);
        // log1p: at p = 1e-20 the second term is 1e-20, which 1 - p cannot hold
        return entropyTerm(p) - LogSpace.xLog1pY(1 - p, -p);
    }

    /** -p ln p: what one outcome adds to the entropy; largest, 1/e nat, at p = 1/e. Relative error below 1e-15. */
    public static double entropyTerm(double p) {
        Require.probability("p", p);
        return p == 0 || p == 1 ? 0 : -p * Elementary.log(p);
    }

    /**
     * -integral of p ln p in nats by quadrature, with its error: the cross-check of the closed forms, and the only way for
     * mixtures.
     */
    public static Integral byQuadrature(Continuous p) {
        return LineIntegral.entropyNats(p);
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

    /**
     * H(p, q) = -E_p[ln q] in nats; infinite when q rules out what p produces.
     *
     * <p>A discrete p goes with every q on the line: for the {@link Empirical} distribution of a data set and a model q it
     * is the mean negative log-likelihood, whose minimum over q is the maximum-likelihood fit. Closed forms where the
     * family of q has one for p, H(p) + KL(p||q) within one family, sums and quadrature otherwise, as stated at
     * {@link #entropyNats(Distribution)}.
     */
    public static double crossEntropyNats(Distribution p, Distribution q) {
        if (p instanceof Categorical from && q instanceof Categorical by) {
            Require.sameOutcomes(from.size(), by.size());
            return crossOfChecked(from.probabilities(), by.probabilities());
        }
        if (p instanceof Bernoulli(double one) && q instanceof Bernoulli(double other)) {
            return minus(LogSpace.xLogY(one, other)) + minus(LogSpace.xLog1pY(1 - one, -other));
        }
        if (p instanceof Univariate from && q instanceof Univariate by) {
            double closed = crossEntropyByMoments(from, by);
            if (!Double.isNaN(closed)) {
                return closed;
            }
            if (p instanceof Geometric && q instanceof Geometric) {
                // at p = 1e-300 the sum would never end
                double kl = Divergence.klNats(p, q);
                return kl == Double.POSITIVE_INFINITY ? kl : entropyNats(p) + kl;
            }
            if (p instanceof Discrete discrete && q instanceof Discrete other && !(p instanceof Empirical)) {
                return AtomSum.crossEntropyNats(discrete, other);
            }
            if (p instanceof Discrete discrete) {
                return AtomSum.expectation(discrete, x -> minus(by.logDensity(x)));
            }
        }
        double kl = Divergence.klNats(p, q);
        return kl == Double.POSITIVE_INFINITY ? kl : entropyNats(p) + kl;
    }

    /** Where ln q is a polynomial of x the moments of p are all that counts; NaN where it is not. */
    private static double crossEntropyByMoments(Univariate p, Univariate q) {
        if (p.getClass() == q.getClass() && !(p instanceof Mixture)) {
            // H + KL keeps more digits than the moments do
            return Double.NaN;
        }
        return switch (q) {
            // the mean square of such a p is infinite
            case Normal _ when p instanceof Continuous heavy && LineIntegral.isHeavy(heavy) -> Double.POSITIVE_INFINITY;
            case Normal(double mean, double sd) -> {
                double apart = (p.mean() - mean) / sd;
                yield 0.5 * (LN_2_PI_E - 1 + p.variance() / sd / sd + apart * apart) + Elementary.log(sd);
            }
            case Exponential(double rate) ->
                p.support().lowest() < 0 ? Double.POSITIVE_INFINITY : rate * p.mean() - Elementary.log(rate);
            case Uniform uniform ->
                p.support().lowest() < uniform.from() || p.support().highest() > uniform.to()
                        ? Double.POSITIVE_INFINITY
                        : Elementary.log(uniform.width());
            default -> Double.NaN;
        };
    }

    /**
     * e^H(p): how many equally likely outcomes are as uncertain as p. Between 1 and K for K outcomes; for a density the
     * length of the uniform distribution with the same entropy. Relative error below 2e-15 max(1, H), for a closed form
     * of H.
     */
    public static double perplexity(Distribution p) {
        return Elementary.exp(entropyNats(p));
    }

    /** e^H(p), between 1 and the number of outcomes. Relative error below 2e-15 max(1, H), for a closed form of H. */
    public static double perplexity(double[] p) {
        return Elementary.exp(entropyNats(p));
    }

    /**
     * The perplexity of a model on a text: e^(-mean of ln p_i), p_i the probability that it gave the i-th token.
     * Infinite when one was 0. Relative error below 2e-15 max(1, H), for a closed form of H.
     *
     * @param probabilities at least one, each in [0, 1]
     */
    public static double perplexityOfTokens(double[] probabilities) {
        if (probabilities.length == 0) {
            throw new IllegalArgumentException("probabilities must have at least one entry, got none");
        }
        Sum sum = new Sum();
        for (int i = 0; i < probabilities.length; i++) {
            double p = Require.probability("probabilities[" + i + "]", probabilities[i]);
            if (p == 0) {
                return Double.POSITIVE_INFINITY;
            }
            sum.add(-Elementary.log(p));
        }
        return Elementary.exp(sum.value() / probabilities.length);
    }

    private static double minus(double x) {
        return x == 0 ? 0 : -x;
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
                sum.add(minus(from[k] * Elementary.log(by[k])));
            }
        }
        return sum.value();
    }
}
