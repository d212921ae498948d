package dev.surprisal.browser.bits;

import static dev.surprisal.browser.bits.SeededFunction.closed;
import static dev.surprisal.browser.bits.SeededFunction.quadrature;

import dev.surprisal.math.Integral;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.math.information.JointTable;
import dev.surprisal.math.information.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Entropies, cross-entropies and divergences: closed forms, sums over outcomes and quadratures. */
final class InformationFunctions {

    private InformationFunctions() {}

    static List<SeededFunction> all() {
        var functions = new ArrayList<SeededFunction>();
        ofProbabilities(functions);
        functions.add(entropy("bernoulli", SeededDistributions::bernoulli, true));
        functions.add(entropy("categorical", SeededDistributions::categorical, true));
        functions.add(entropy("geometric", SeededDistributions::geometric, true));
        functions.add(entropy("uniform", SeededDistributions::uniform, true));
        functions.add(entropy("normal", SeededDistributions::normal, true));
        functions.add(entropy("laplace", SeededDistributions::laplace, true));
        functions.add(entropy("logistic", SeededDistributions::logistic, true));
        functions.add(entropy("cauchy", SeededDistributions::cauchy, true));
        functions.add(entropy("exponential", SeededDistributions::exponential, true));
        functions.add(entropy("gamma", SeededDistributions::gamma, true));
        functions.add(entropy("beta", SeededDistributions::beta, true));
        functions.add(entropy("dirichlet", SeededDistributions::dirichlet, true));
        functions.add(entropy("diagonal", SeededDistributions::diagonal, true));
        functions.add(entropy("multivariateNormal", SeededDistributions::multivariateNormal, true));
        functions.add(entropy("binomial", SeededDistributions::binomial, false));
        functions.add(entropy("poisson", SeededDistributions::poisson, false));
        functions.add(entropy("empirical", SeededDistributions::empirical, false));
        functions.add(entropy("discreteMixture", SeededDistributions::discreteMixture, false));
        functions.add(entropy("mixture", SeededDistributions::mixture, false));
        functions.add(kl("bernoulli", SeededDistributions::bernoulli));
        functions.add(kl("categorical", SeededDistributions::categorical));
        functions.add(kl("binomialOfTen", SeededDistributions::binomialOfTen));
        functions.add(kl("multinomial", SeededDistributions::multinomial));
        functions.add(kl("poisson", SeededDistributions::poisson));
        functions.add(kl("geometric", SeededDistributions::geometric));
        functions.add(kl("uniform", SeededDistributions::uniform));
        functions.add(kl("normal", SeededDistributions::normal));
        functions.add(kl("laplace", SeededDistributions::laplace));
        functions.add(kl("cauchy", SeededDistributions::cauchy));
        functions.add(kl("exponential", SeededDistributions::exponential));
        functions.add(kl("gamma", SeededDistributions::gamma));
        functions.add(kl("beta", SeededDistributions::beta));
        functions.add(kl("dirichlet", SeededDistributions::dirichlet));
        functions.add(kl("diagonal", SeededDistributions::diagonal));
        functions.add(kl("multivariateNormal", SeededDistributions::multivariateNormal));
        functions.add(crossEntropy("bernoulli", SeededDistributions::bernoulli, true));
        functions.add(crossEntropy("categorical", SeededDistributions::categorical, true));
        functions.add(crossEntropy("geometric", SeededDistributions::geometric, true));
        functions.add(crossEntropy("uniform", SeededDistributions::uniform, true));
        functions.add(crossEntropy("normal", SeededDistributions::normal, true));
        functions.add(crossEntropy("laplace", SeededDistributions::laplace, true));
        functions.add(crossEntropy("exponential", SeededDistributions::exponential, true));
        functions.add(crossEntropy("gamma", SeededDistributions::gamma, true));
        functions.add(crossEntropy("beta", SeededDistributions::beta, true));
        functions.add(crossEntropy("dirichlet", SeededDistributions::dirichlet, true));
        functions.add(crossEntropy("diagonal", SeededDistributions::diagonal, true));
        functions.add(crossEntropy("multivariateNormal", SeededDistributions::multivariateNormal, true));
        functions.add(crossEntropy("binomialOfTen", SeededDistributions::binomialOfTen, false));
        functions.add(crossEntropy("multinomial", SeededDistributions::multinomial, false));
        functions.add(closed(
                "kl: normal against laplace",
                (x, y) -> y.add(Divergence.klNats(SeededDistributions.normal(x), SeededDistributions.laplace(x)))));
        functions.add(closed(
                "kl: laplace against normal",
                (x, y) -> y.add(Divergence.klNats(SeededDistributions.laplace(x), SeededDistributions.normal(x)))));
        functions.add(closed(
                "kl: gamma against exponential",
                (x, y) -> y.add(Divergence.klNats(SeededDistributions.gamma(x), SeededDistributions.exponential(x)))));
        onTheLine(functions, "normals", SeededDistributions::normal, SeededDistributions::normal);
        onTheLine(functions, "mixture and normal", SeededDistributions::mixture, SeededDistributions::normal);
        onTheLine(functions, "normal and mixture", SeededDistributions::normal, SeededDistributions::mixture);
        onTheLine(functions, "mixtures", SeededDistributions::mixture, SeededDistributions::mixture);
        onTheLine(functions, "gamma and exponential", SeededDistributions::gamma, SeededDistributions::exponential);
        onTheLine(functions, "cauchy and mixture", SeededDistributions::cauchy, SeededDistributions::mixture);
        onTheLine(functions, "poissons", SeededDistributions::poisson, SeededDistributions::poisson);
        functions.add(quadrature(
                "fisher of normal and mixture",
                (x, y) -> y.add(Divergence.fisher(SeededDistributions.normal(x), SeededDistributions.mixture(x)))));
        functions.add(quadrature("kl by quadrature of normals", (x, y) -> {
            Integral integral = Divergence.klByQuadrature(SeededDistributions.normal(x), SeededDistributions.normal(x));
            y.add(integral.value());
            y.add(integral.errorBound());
        }));
        return functions;
    }

    private static void ofProbabilities(List<SeededFunction> functions) {
        functions.add(closed("surprisal", (x, y) -> y.add(Entropy.surprisalNats(x.probability()))));
        functions.add(closed("entropy", (x, y) -> y.add(Entropy.entropyNats(x.distribution(4)))));
        functions.add(closed("entropy of a coin", (x, y) -> y.add(Entropy.entropyNatsOfCoin(x.probability()))));
        functions.add(closed(
                "crossEntropy", (x, y) -> y.add(Entropy.crossEntropyNats(x.distribution(4), x.distribution(4)))));
        functions.add(closed("perplexity", (x, y) -> y.add(Entropy.perplexity(x.distribution(4)))));
        functions.add(closed(
                "perplexity of tokens",
                (x, y) -> y.add(Entropy.perplexityOfTokens(new double[] {x.probability(), 0.5}))));
        functions.add(closed("kl", (x, y) -> y.add(Divergence.klNats(x.distribution(4), x.distribution(4)))));
        functions.add(
                closed("kl of coins", (x, y) -> y.add(Divergence.klNatsOfCoins(x.probability(), x.probability()))));
        functions.add(closed(
                "kl term by term",
                (x, y) -> y.add(Divergence.klContributionsNats(x.distribution(3), x.distribution(3)))));
        functions.add(closed("js", (x, y) -> y.add(Divergence.jsNats(x.distribution(4), x.distribution(4)))));
        functions.add(
                closed("js distance", (x, y) -> y.add(Divergence.jsDistance(x.distribution(4), x.distribution(4)))));
        functions.add(
                closed("jeffreys", (x, y) -> y.add(Divergence.jeffreysNats(x.distribution(4), x.distribution(4)))));
        functions.add(closed("tv", (x, y) -> y.add(Divergence.tv(x.distribution(4), x.distribution(4)))));
        functions.add(
                closed("pinsker", (x, y) -> y.add(Divergence.pinskerBound(x.distribution(4), x.distribution(4)))));
        functions.add(closed(
                "alpha", (x, y) -> y.add(Divergence.alpha(x.distribution(4), x.distribution(4), x.real() / 10))));
        functions.add(closed("joint table", (x, y) -> {
            double[] joint = x.distribution(6);
            var table = JointTable.of(new double[][] {
                {joint[0], joint[1], joint[2]},
                {joint[3], joint[4], joint[5]}
            });
            y.add(table.mutualInformationNats());
            y.add(table.entropyNats());
            y.add(table.entropyOfXGivenYNats());
            y.add(table.entropyOfYGivenXNats());
        }));
        functions.add(closed(
                "mutual information of normals",
                (x, y) -> y.add(JointTable.mutualInformationOfNormalsNats(2 * x.probability() - 1))));
        functions.add(closed("units", (x, y) -> {
            double nats = x.real();
            y.add(Units.bitsFromNats(nats));
            y.add(Units.natsFromBits(nats));
            y.add(Units.ditsFromNats(nats));
            y.add(Units.perplexityFromNats(nats));
            y.add(Units.perplexityFromBits(nats));
            y.add(Units.bitsPerDimension(nats, x.positive()));
        }));
    }

    private static SeededFunction entropy(String family, Function<SeededInputs, Distribution> draw, boolean isClosed) {
        String name = "entropy: " + family;
        SeededFunction.Evaluation evaluation = (x, y) -> y.add(Entropy.entropyNats(draw.apply(x)));
        return isClosed ? closed(name, evaluation) : quadrature(name, evaluation);
    }

    private static SeededFunction kl(String family, Function<SeededInputs, Distribution> draw) {
        return closed("kl: " + family, (x, y) -> y.add(Divergence.klNats(draw.apply(x), draw.apply(x))));
    }

    private static SeededFunction crossEntropy(
            String family, Function<SeededInputs, Distribution> draw, boolean isClosed) {
        String name = "cross-entropy: " + family;
        SeededFunction.Evaluation evaluation = (x, y) -> y.add(Entropy.crossEntropyNats(draw.apply(x), draw.apply(x)));
        return isClosed ? closed(name, evaluation) : quadrature(name, evaluation);
    }

    private static void onTheLine(
            List<SeededFunction> functions,
            String pair,
            Function<SeededInputs, Distribution> first,
            Function<SeededInputs, Distribution> second) {
        functions.add(quadrature("kl of " + pair, (x, y) -> y.add(Divergence.klNats(first.apply(x), second.apply(x)))));
        functions.add(quadrature("js of " + pair, (x, y) -> y.add(Divergence.jsNats(first.apply(x), second.apply(x)))));
        functions.add(quadrature("tv of " + pair, (x, y) -> y.add(Divergence.tv(first.apply(x), second.apply(x)))));
        functions.add(quadrature(
                "crossEntropy of " + pair, (x, y) -> y.add(Entropy.crossEntropyNats(first.apply(x), second.apply(x)))));
        functions.add(quadrature(
                "alpha of " + pair,
                (x, y) -> y.add(Divergence.alpha(first.apply(x), second.apply(x), x.probability()))));
    }
}
