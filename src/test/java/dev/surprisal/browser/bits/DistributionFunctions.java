package dev.surprisal.browser.bits;

import static dev.surprisal.browser.bits.SeededFunction.closed;
import static dev.surprisal.browser.bits.SeededFunction.quadrature;

import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Mode;
import dev.surprisal.math.distribution.Multivariate;
import dev.surprisal.math.distribution.Univariate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Densities, distribution functions, quantiles, moments, modes and draws of every family. */
final class DistributionFunctions {

    private DistributionFunctions() {}

    static List<SeededFunction> all() {
        var functions = new ArrayList<SeededFunction>();
        addNumbers(functions, "bernoulli", SeededDistributions::bernoulli, true);
        addNumbers(functions, "categorical", SeededDistributions::categorical, true);
        addNumbers(functions, "binomial", SeededDistributions::binomial, true);
        addNumbers(functions, "poisson", SeededDistributions::poisson, true);
        addNumbers(functions, "geometric", SeededDistributions::geometric, true);
        addNumbers(functions, "empirical", SeededDistributions::empirical, true);
        addNumbers(functions, "discreteMixture", SeededDistributions::discreteMixture, false);
        addNumbers(functions, "uniform", SeededDistributions::uniform, true);
        addNumbers(functions, "normal", SeededDistributions::normal, true);
        addNumbers(functions, "laplace", SeededDistributions::laplace, true);
        addNumbers(functions, "logistic", SeededDistributions::logistic, true);
        addNumbers(functions, "cauchy", SeededDistributions::cauchy, true);
        addNumbers(functions, "exponential", SeededDistributions::exponential, true);
        addNumbers(functions, "gamma", SeededDistributions::gamma, true);
        addNumbers(functions, "beta", SeededDistributions::beta, true);
        addNumbers(functions, "mixture", SeededDistributions::mixture, false);
        addVectors(functions, "dirichlet", SeededDistributions::dirichlet, x -> simplex(x));
        addVectors(functions, "multinomial", SeededDistributions::multinomial, x -> counts(x));
        addVectors(functions, "diagonal normal", SeededDistributions::diagonal, x -> x.reals(3));
        addVectors(functions, "multivariate normal", SeededDistributions::multivariateNormal, x -> x.reals(2));
        functions.add(closed("generator", (x, y) -> {
            var generator = generator(x);
            y.add(generator.nextInt());
            y.add(generator.nextUnit());
            y.add(generator.nextOpenUnit());
            y.add(generator.nextBelow(1 + x.whole(0, 1000)));
            y.add(generator.split().nextUnit());
        }));
        return functions;
    }

    private static void addNumbers(
            List<SeededFunction> functions,
            String family,
            Function<SeededInputs, Univariate> draw,
            boolean hasClosedQuantile) {
        functions.add(closed(family + ": density", (x, y) -> {
            var distribution = draw.apply(x);
            double point = x.point();
            y.add(distribution.logDensity(point));
            y.add(distribution.cdf(point));
            y.add(distribution.survival(point));
            if (distribution instanceof Continuous continuous) {
                y.add(continuous.score(point));
            }
        }));
        SeededFunction.Evaluation quantile = (x, y) -> y.add(draw.apply(x).quantile(x.probability()));
        functions.add(
                hasClosedQuantile
                        ? closed(family + ": quantile", quantile)
                        : quadrature(family + ": quantile", quantile));
        functions.add(closed(family + ": moments", (x, y) -> {
            var distribution = draw.apply(x);
            y.add(distribution.mean());
            y.add(distribution.variance());
            y.add(distribution.skewness());
            y.add(distribution.excessKurtosis());
        }));
        functions.add(quadrature(family + ": mode", (x, y) -> add(draw.apply(x).mode(), y)));
        functions.add(closed(family + ": sample", (x, y) -> y.add(draw.apply(x).sample(generator(x)))));
    }

    private static void addVectors(
            List<SeededFunction> functions,
            String family,
            Function<SeededInputs, Multivariate> draw,
            Function<SeededInputs, double[]> point) {
        functions.add(closed(family + ": density", (x, y) -> y.add(draw.apply(x).logDensity(point.apply(x)))));
        functions.add(closed(family + ": moments", (x, y) -> {
            var distribution = draw.apply(x);
            y.add(distribution.mean());
            for (double[] row : distribution.covariance()) {
                y.add(row);
            }
        }));
        functions.add(closed(family + ": sample", (x, y) -> y.add(draw.apply(x).sample(generator(x)))));
    }

    static Generator generator(SeededInputs x) {
        return Generator.ofSeed(x.whole(Integer.MIN_VALUE / 4, Integer.MAX_VALUE / 4));
    }

    private static double[] simplex(SeededInputs x) {
        return x.distribution(3);
    }

    /** Twelve trials, or nearly. */
    private static double[] counts(SeededInputs x) {
        double[] counts = x.wholes(3, 0, 6);
        counts[2] = 12 - counts[0] - counts[1];
        return counts;
    }

    private static void add(Mode mode, Results y) {
        switch (mode) {
            case Mode.Point(double point) -> y.add(point);
            case Mode.Points(var points) -> points.forEach(y::add);
            case Mode.Everywhere(double from, double to) -> {
                y.add(from);
                y.add(to);
            }
        }
    }
}
