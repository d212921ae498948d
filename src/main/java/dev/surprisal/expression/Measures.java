package dev.surprisal.expression;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Multinomial;
import dev.surprisal.math.distribution.Multivariate;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Univariate;
import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;

/** What the language asks of a distribution, a number for one of numbers, a list for one of vectors; in nats. */
final class Measures {

    private Measures() {}

    static Value mean(Distribution d) {
        return switch (d) {
            case Univariate univariate -> Value.of(univariate.mean());
            case Multivariate multivariate -> Value.of(multivariate.mean());
        };
    }

    static Value variance(Distribution d) {
        return switch (d) {
            case Univariate univariate -> Value.of(univariate.variance());
            case Multivariate multivariate -> Value.of(variances(multivariate));
        };
    }

    static Value sd(Distribution d) {
        return switch (d) {
            case Univariate univariate -> Value.of(univariate.standardDeviation());
            case MultivariateNormal normal -> Value.of(sds(normal));
            case Multivariate multivariate -> Value.of(each(variances(multivariate), Math::sqrt));
        };
    }

    static Value mode(Distribution d) {
        return switch (d) {
            case Univariate univariate -> Value.of(univariate.mode().only());
            case MultivariateNormal normal -> Value.of(normal.mean());
            case Dirichlet dirichlet -> Value.of(dirichlet.mode());
            case Multinomial _ ->
                throw new IllegalArgumentException("d must have a known mode, got " + Families.printed(d));
        };
    }

    /** The density of a number, of each of a list of numbers, or of a vector. */
    static Value density(Distribution d, Value x) {
        return ofPoint(d, x, Univariate::density, Multivariate::density);
    }

    static Value logDensity(Distribution d, Value x) {
        return ofPoint(d, x, Univariate::logDensity, Multivariate::logDensity);
    }

    static Value cdf(Distribution d, Value x) {
        return ofPoint(d, x, Univariate::cdf, Measures::ofNumbersOnly);
    }

    /** The slope of the log-density in x. */
    static Value score(Distribution d, Value x) {
        if (d instanceof Continuous continuous) {
            return ofPoint(d, x, (_, number) -> continuous.score(number), Measures::ofNumbersOnly);
        }
        throw new IllegalArgumentException("d must have a density over numbers, got " + Families.printed(d));
    }

    static Value quantile(Distribution d, Value u) {
        return ofPoint(d, u, Univariate::quantile, Measures::ofNumbersOnly);
    }

    /** A measure of two distributions. */
    static double between(Distribution p, Distribution q, ToDoubleBiFunction<Distribution, Distribution> measure) {
        return p instanceof Bernoulli(double one) && q instanceof Bernoulli(double other)
                ? measure.applyAsDouble(coin(one), coin(other))
                : measure.applyAsDouble(p, q);
    }

    /**
     * Authors write decimals: beside 0.7 stands 0.3, not 1 − 0.7 = 0.30000000000000004. The KL of bernoulli(0.5)
     * against bernoulli(0.7) would otherwise differ in its 15th digit from that of the tables (0.5, 0.5) and (0.7,
     * 0.3), which the widgets show.
     */
    private static Distribution coin(double p) {
        return Categorical.of(BigDecimal.ONE.subtract(BigDecimal.valueOf(p)).doubleValue(), p);
    }

    private static Value ofPoint(
            Distribution d,
            Value x,
            ToDoubleBiFunction<Univariate, Double> ofNumber,
            ToDoubleBiFunction<Multivariate, double[]> ofVector) {
        return switch (d) {
            case Univariate univariate
            when x instanceof Value.Number(double number) -> Value.of(ofNumber.applyAsDouble(univariate, number));
            case Univariate univariate ->
                Value.of(each(Arguments.numbersIn(x), number -> ofNumber.applyAsDouble(univariate, number)));
            case Multivariate multivariate
            when x instanceof Value.ListOf -> Value.of(ofVector.applyAsDouble(multivariate, Arguments.numbersIn(x)));
            case Multivariate _ ->
                throw new IllegalArgumentException(
                        "x must be a list here, one number for each entry, got " + x.described());
        };
    }

    private static double ofNumbersOnly(Multivariate d, double[] x) {
        throw new IllegalArgumentException("d must be a distribution of numbers, got " + Families.printed(d));
    }

    private static double[] variances(Multivariate d) {
        double[][] covariance = d.covariance();
        double[] variances = new double[covariance.length];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = covariance[i][i];
        }
        return variances;
    }

    private static double[] sds(MultivariateNormal normal) {
        double[] sds = new double[normal.dimension()];
        for (int i = 0; i < sds.length; i++) {
            sds[i] = normal.marginal(i).sd();
        }
        return sds;
    }

    private static double[] each(double[] values, DoubleUnaryOperator function) {
        double[] results = new double[values.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = function.applyAsDouble(values[i]);
        }
        return results;
    }
}
