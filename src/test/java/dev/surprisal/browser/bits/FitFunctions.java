package dev.surprisal.browser.bits;

import static dev.surprisal.browser.bits.SeededFunction.closed;
import static dev.surprisal.browser.bits.SeededFunction.fit;
import static dev.surprisal.browser.bits.SeededFunction.quadrature;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.AlphaPath;
import dev.surprisal.math.fit.CovarianceFit;
import dev.surprisal.math.fit.Derivatives;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.math.fit.ForwardFit;
import dev.surprisal.math.fit.Landscape;
import dev.surprisal.math.fit.Method;
import dev.surprisal.math.fit.MixtureFit;
import dev.surprisal.math.fit.ReverseFit;
import dev.surprisal.math.fit.ReverseMixtureFit;
import java.util.ArrayList;
import java.util.List;

/** KL between mixtures and normals in both directions, its slopes, all optima of the fits, descents, EM, the path between the directions, vectors. */
final class FitFunctions {

    private FitFunctions() {}

    static List<SeededFunction> all() {
        var functions = new ArrayList<SeededFunction>();
        functions.add(quadrature(
                "slopes of forward kl", (x, y) -> add(Landscape.forward(SeededDistributions.mixture(x)), x, y)));
        functions.add(quadrature(
                "slopes of reverse kl", (x, y) -> add(Landscape.reverse(SeededDistributions.mixture(x)), x, y)));
        functions.add(quadrature("forward fit", (x, y) -> {
            var fit = ForwardFit.of(SeededDistributions.mixture(x));
            y.add(fit.q().mean());
            y.add(fit.q().sd());
            y.add(fit.kl().value());
            y.add(fit.kl().errorBound());
        }));
        functions.add(fit("reverse fit", (x, y) -> {
            for (var point : ReverseFit.of(SeededDistributions.mixture(x)).points()) {
                y.add(point.kind().name());
                y.add(point.q().mean());
                y.add(point.q().sd());
                y.add(point.klNats());
                y.add(point.smallCurvature());
                y.add(point.largeCurvature());
            }
        }));
        functions.add(descent("gradient descent on kl", new Method.Gradient(0.1, true)));
        functions.add(descent("momentum on kl", new Method.Momentum(0.05, 0.9)));
        functions.add(descent("Adam on kl", new Method.Adam(0.05, 0.9, 0.999)));
        functions.add(descent("Newton on kl", new Method.Newton(true)));
        functions.add(fit("EM on data", (x, y) -> add(MixtureFit.ofData(x.reals(20), start(), 40), y)));
        functions.add(fit(
                "EM on a mixture", (x, y) -> add(MixtureFit.ofTarget(SeededDistributions.mixture(x), start(), 40), y)));
        functions.add(fit("EM by reverse kl", (x, y) -> {
            var fit = ReverseMixtureFit.of(SeededDistributions.mixture(x), start(), 10);
            y.add(fit.outcome().name());
            y.add(fit.klNats());
            add(fit.q(), y);
        }));
        functions.add(quadrature("slopes of the alpha-divergence", (x, y) -> {
            double alpha = x.probability();
            add(Landscape.alpha(SeededDistributions.mixture(x), alpha), x, y);
        }));
        functions.add(quadrature(
                "slopes of the Jensen-Shannon divergence",
                (x, y) -> add(Landscape.jensenShannon(SeededDistributions.mixture(x)), x, y)));
        functions.add(fit(
                "alpha path from the forward fit",
                (x, y) -> add(AlphaPath.fromForward(SeededDistributions.mixture(x), 4), y)));
        functions.add(fit("alpha path from a reverse fit", (x, y) -> {
            var p = SeededDistributions.mixture(x);
            add(AlphaPath.fromReverse(p, new Normal(x.real() / 10, 0.2 + x.probability()), 4), y);
        }));
        for (var shape : CovarianceFit.Shape.values()) {
            functions.add(closed("forward fit of a vector, " + shape.name(), (x, y) -> {
                add(CovarianceFit.forward(SeededDistributions.multivariateNormal(x), shape), y);
            }));
            functions.add(closed("reverse fit of a vector, " + shape.name(), (x, y) -> {
                add(CovarianceFit.reverse(SeededDistributions.multivariateNormal(x), shape), y);
            }));
        }
        return functions;
    }

    private static void add(CovarianceFit fit, Results y) {
        y.add(fit.klNats());
        y.add(fit.q().mean());
        for (double[] row : fit.q().covariance()) {
            y.add(row);
        }
    }

    private static void add(AlphaPath path, Results y) {
        for (var place : path.places()) {
            y.add(place.outcome().name());
            y.add(place.q().mean());
            y.add(place.q().sd());
            y.add(place.divergence());
        }
    }

    private static void add(Landscape landscape, SeededInputs x, Results y) {
        Derivatives at = landscape.at(x.real() / 10, 0.1 + 4 * x.probability());
        y.add(at.value());
        y.add(at.byMean());
        y.add(at.byLogSd());
        y.add(at.byMeanTwice());
        y.add(at.byMeanAndLogSd());
        y.add(at.byLogSdTwice());
    }

    private static SeededFunction descent(String name, Method method) {
        return fit(name, (x, y) -> {
            var start = new Normal(x.real() / 10, 0.2 + x.probability());
            var descent = Descent.of(Landscape.reverse(SeededDistributions.mixture(x)), start, method, 30);
            y.add(descent.outcome().name());
            for (var step : descent.path()) {
                y.add(step.mean());
                y.add(step.sd());
                y.add(step.value());
            }
        });
    }

    private static Mixture start() {
        return Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-1, 2}, new double[] {1, 1.5});
    }

    private static void add(MixtureFit fit, Results y) {
        y.add(fit.outcome().name());
        y.add(fit.crossEntropyNats());
        add(fit.q(), y);
    }

    private static void add(Mixture q, Results y) {
        y.add(q.weights());
        for (var component : q.components()) {
            y.add(component.mean());
            y.add(component.standardDeviation());
        }
    }
}
