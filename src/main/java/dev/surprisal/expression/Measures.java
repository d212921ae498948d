package dev.surprisal.expression;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Discrete;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Univariate;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.information.Entropy;
import java.math.BigDecimal;
import java.util.function.ToDoubleBiFunction;

/** Finds the core's method for the kinds of distributions at hand; everything in nats. */
final class Measures {

    private Measures() {}

    static double logDensity(Distribution d, double x) {
        return univariate(d).logDensity(x);
    }

    static double density(Distribution d, double x) {
        return univariate(d).density(x);
    }

    static double mean(Distribution d) {
        return univariate(d).mean();
    }

    static double variance(Distribution d) {
        return univariate(d).variance();
    }

    static double sd(Distribution d) {
        return univariate(d).standardDeviation();
    }

    static double entropy(Distribution d) {
        if (d instanceof Discrete discrete) {
            return Entropy.entropyNats(discrete);
        }
        throw unknown(d);
    }

    static double perplexity(Distribution d) {
        return Elementary.exp(entropy(d));
    }

    static double kl(Distribution p, Distribution q) {
        if (p instanceof Normal from && q instanceof Normal to) {
            return Divergence.klNats(from, to);
        }
        return discrete(p, q, Divergence::klNats);
    }

    static double crossEntropy(Distribution p, Distribution q) {
        if (p instanceof Discrete one && q instanceof Discrete other) {
            return Entropy.crossEntropyNats(one, other);
        }
        throw unknown(p, q);
    }

    static double js(Distribution p, Distribution q) {
        return discrete(p, q, Divergence::jsNats);
    }

    static double jeffreys(Distribution p, Distribution q) {
        if (p instanceof Normal && q instanceof Normal) {
            return kl(p, q) + kl(q, p);
        }
        return discrete(p, q, Divergence::jeffreysNats);
    }

    static double tv(Distribution p, Distribution q) {
        return discrete(p, q, Divergence::tv);
    }

    private static double discrete(Distribution p, Distribution q, ToDoubleBiFunction<Discrete, Discrete> measure) {
        if (p instanceof Bernoulli(double one) && q instanceof Bernoulli(double other)) {
            return measure.applyAsDouble(coin(one), coin(other));
        }
        if (p instanceof Discrete one && q instanceof Discrete other) {
            return measure.applyAsDouble(one, other);
        }
        throw unknown(p, q);
    }

    /**
     * Authors write decimals: beside 0.7 stands 0.3, not 1 − 0.7 = 0.30000000000000004. The KL of bernoulli(0.5)
     * against bernoulli(0.7) would otherwise differ in its 15th digit from that of the tables (0.5, 0.5) and (0.7,
     * 0.3), which the widgets show.
     */
    private static Discrete coin(double p) {
        return Categorical.of(BigDecimal.ONE.subtract(BigDecimal.valueOf(p)).doubleValue(), p);
    }

    private static Univariate univariate(Distribution d) {
        if (d instanceof Univariate univariate) {
            return univariate;
        }
        throw unknown(d);
    }

    private static IllegalArgumentException unknown(Distribution d) {
        return new IllegalArgumentException("not known of " + Families.printed(d));
    }

    private static IllegalArgumentException unknown(Distribution p, Distribution q) {
        return new IllegalArgumentException("not known between " + Families.printed(p) + " and " + Families.printed(q));
    }
}
