package dev.surprisal.browser.bits;

import static dev.surprisal.browser.bits.SeededFunction.closed;
import static dev.surprisal.browser.bits.SeededFunction.quadrature;

import dev.surprisal.math.estimation.BayesTable;
import dev.surprisal.math.estimation.BinaryTest;
import dev.surprisal.math.estimation.Conjugate;
import dev.surprisal.math.estimation.GradientDescent;
import dev.surprisal.math.estimation.Likelihood;
import dev.surprisal.math.estimation.LinearRegression;
import dev.surprisal.math.estimation.LogisticRegression;
import dev.surprisal.math.estimation.Loss;
import dev.surprisal.math.estimation.MaximumAPosteriori;
import dev.surprisal.math.estimation.MaximumLikelihood;
import dev.surprisal.math.estimation.Penalty;
import dev.surprisal.math.estimation.PoissonRegression;
import dev.surprisal.math.estimation.RegressionFit;
import dev.surprisal.math.estimation.SoftmaxRegression;
import java.util.List;

/** Likelihoods, estimates, conjugate updates, regressions. */
final class EstimationFunctions {

    private EstimationFunctions() {}

    static List<SeededFunction> all() {
        return List.of(
                closed(
                        "nll of normal data",
                        (x, y) -> y.add(Likelihood.nllNats(SeededDistributions.normal(x), x.reals(5)))),
                closed(
                        "nll of flips",
                        (x, y) -> y.add(Likelihood.nllOfFlipsNats(x.whole(0, 50), x.whole(0, 50), x.probability()))),
                closed("mle of a normal", (x, y) -> {
                    double[] data = x.reals(5);
                    y.add(MaximumLikelihood.normalMean(data));
                    y.add(MaximumLikelihood.normalVariance(data));
                    y.add(MaximumLikelihood.unbiasedVariance(data));
                    y.add(MaximumLikelihood.normalNllNats(data));
                }),
                closed("mle of a Laplace", (x, y) -> {
                    double[] data = x.reals(5);
                    y.add(MaximumLikelihood.laplaceLocation(data));
                    y.add(MaximumLikelihood.laplaceScale(data));
                }),
                closed("mle of an exponential", (x, y) -> y.add(MaximumLikelihood.exponentialRate(x.positives(4)))),
                closed("mle of a Poisson", (x, y) -> y.add(MaximumLikelihood.poissonNllNats(x.wholes(4, 0, 9)))),
                closed(
                        "map of a coin",
                        (x, y) -> y.add(MaximumAPosteriori.bernoulli(
                                SeededDistributions.beta(x), x.whole(0, 20), x.whole(0, 20)))),
                closed("map of a normal mean", (x, y) -> {
                    double sd = x.positive();
                    double[] data = x.reals(3);
                    y.add(MaximumAPosteriori.normalMean(SeededDistributions.normal(x), sd, data));
                    y.add(MaximumAPosteriori.normalMean(SeededDistributions.laplace(x), sd, data));
                }),
                closed("map of a Laplace location", (x, y) -> {
                    double scale = x.positive();
                    double[] data = x.reals(5);
                    y.add(MaximumAPosteriori.laplaceLocation(SeededDistributions.normal(x), scale, data));
                    y.add(MaximumAPosteriori.laplaceLocation(SeededDistributions.laplace(x), scale, data));
                }),
                closed(
                        "evidence of flips",
                        (x, y) -> y.add(Conjugate.logEvidenceNats(
                                SeededDistributions.beta(x), x.whole(0, 20), x.whole(0, 20)))),
                closed(
                        "evidence of counts",
                        (x, y) ->
                                y.add(Conjugate.logEvidenceNats(SeededDistributions.dirichlet(x), x.wholes(3, 0, 9)))),
                closed(
                        "evidence of events",
                        (x, y) -> y.add(Conjugate.logEvidenceNats(SeededDistributions.gamma(x), x.wholes(4, 0, 9)))),
                closed(
                        "predictive of events",
                        (x, y) -> y.add(Conjugate.logPredictiveNats(SeededDistributions.gamma(x), x.whole(0, 30)))),
                closed(
                        "evidence of normal data",
                        (x, y) -> y.add(
                                Conjugate.logEvidenceNats(SeededDistributions.normal(x), x.positive(), x.reals(4)))),
                closed("posterior of a normal mean", (x, y) -> {
                    var posterior = Conjugate.posterior(SeededDistributions.normal(x), x.positive(), x.reals(4));
                    y.add(posterior.mean());
                    y.add(posterior.sd());
                    y.add(Conjugate.predictive(posterior, x.positive()).sd());
                }),
                closed(
                        "Bayes' rule on a table",
                        (x, y) -> y.add(
                                BayesTable.of(x.distribution(2), new double[][] {x.distribution(3), x.distribution(3)})
                                        .posterior(1))),
                closed("binary test", (x, y) -> {
                    var test = new BinaryTest(x.probability(), x.probability(), x.probability());
                    y.add(test.posterior());
                    y.add(test.posterior(3));
                    y.add(test.negativePredictiveValue());
                }),
                closed("losses", (x, y) -> {
                    double[] logits = x.reals(3);
                    y.add(Loss.binaryOfLogitNats(logits[0], x.whole(0, 1)));
                    y.add(Loss.categoricalOfLogitsNats(logits, x.whole(0, 2)));
                    y.add(Loss.gradientOfLogits(logits, 1));
                    for (double[] row : Loss.hessianOfLogits(logits)) {
                        y.add(row);
                    }
                }),
                closed("penalties", (x, y) -> {
                    double[] theta = x.reals(3);
                    double lambda = x.positive();
                    y.add(Penalty.l2Loss(x.real(), theta, lambda));
                    y.add(Penalty.l1Loss(x.real(), theta, lambda));
                    y.add(Penalty.l1Gradient(theta, lambda));
                    y.add(Penalty.softThreshold(theta[0], lambda));
                    y.add(Penalty.lambdaOfNormalPrior(lambda));
                }),
                closed("line", (x, y) -> {
                    var line = LinearRegression.fit(x.reals(5), x.reals(5));
                    y.add(line.intercept());
                    y.add(line.slope());
                    y.add(line.sse());
                    y.add(line.nllNats());
                }),
                closed("ridge", (x, y) -> {
                    double[][] a = {{2, 0.5}, {0.5, x.positive()}};
                    y.add(LinearRegression.ridge(a, x.reals(2), x.positive()));
                    y.add(LinearRegression.ridgeSlope(x.reals(4), x.reals(4), x.positive()));
                    y.add(LinearRegression.lassoSlope(x.reals(4), x.reals(4), x.positive()));
                }),
                quadrature(
                        "lasso",
                        (x, y) -> y.add(LinearRegression.lasso(
                                new double[][] {{2, 0.5, 0.1}, {0.5, 1, -0.2}, {0.1, -0.2, x.positive() + 0.1}},
                                x.reals(3),
                                x.positive()))),
                quadrature(
                        "least squares",
                        (x, y) -> y.add(LinearRegression.leastSquares(
                                new double[][] {x.reals(2), x.reals(2), x.reals(2)}, x.reals(3)))),
                quadrature("normal with a penalty on its mean", (x, y) -> {
                    var best = MaximumAPosteriori.normal(new double[] {x.real(), 1 + x.real(), x.real()}, x.positive());
                    y.add(best.mean());
                    y.add(best.sd());
                }),
                quadrature("least absolute errors", (x, y) -> {
                    var line = LinearRegression.leastAbsolute(new double[] {1, 2, 3, 4, 5, 6}, tenths(x, 6));
                    y.add(line.intercept());
                    y.add(line.slope());
                }),
                quadrature(
                        "logistic regression",
                        (x, y) -> add(LogisticRegression.fit(x.reals(8), x.wholes(8, 0, 1), x.probability()), y)),
                quadrature(
                        "softmax regression",
                        (x, y) -> add(
                                SoftmaxRegression.fit(
                                        x.reals(8), new int[] {0, 1, 2, x.whole(0, 2), 1, 0, x.whole(0, 2), 2}, 3),
                                y)),
                quadrature(
                        "Poisson regression", (x, y) -> add(PoissonRegression.fit(tenths(x, 6), x.wholes(6, 0, 9)), y)),
                quadrature("gradient descent", (x, y) -> {
                    var trace = GradientDescent.descend(
                            LinearRegression.halfMeanSquaredError(tenths(x, 6), tenths(x, 6)), x.reals(2), 0.05, 40);
                    y.add(trace.last());
                    y.add(trace.value(trace.steps()));
                }));
    }

    private static double[] tenths(SeededInputs x, int size) {
        double[] reals = x.reals(size);
        for (int i = 0; i < size; i++) {
            reals[i] /= 10;
        }
        return reals;
    }

    private static void add(RegressionFit fit, Results y) {
        switch (fit) {
            case RegressionFit.Found found -> {
                y.add(found.coefficients());
                y.add(found.nllNats());
                y.add(found.iterations());
            }
            case RegressionFit.NoMaximum(String reason) -> y.add(reason);
        }
    }
}
