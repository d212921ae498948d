package dev.surprisal.browser.bits;

import dev.surprisal.browser.bits.SeededFunction.Evaluation;
import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Special;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Univariate;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.information.Entropy;
import java.util.ArrayList;
import java.util.List;

/** Every function that is compared, a line each. */
final class SeededFunctions {
    /** So many inputs for elementary, special and closed-form functions. */
    private static final int FUNCTION = 100_000;

    /** So many for conversions to text and back. */
    private static final int TEXT = 10_000;

    private static final List<SeededFunction> ALL = new ArrayList<>();

    static {
        elementary();
        special();
        text();
        distributions();
        information();
    }

    private SeededFunctions() {}

    static List<SeededFunction> all() {
        return List.copyOf(ALL);
    }

    static SeededFunction named(String name) {
        for (var function : ALL) {
            if (function.name().equals(name)) {
                return function;
            }
        }
        throw new IllegalArgumentException("no function " + name);
    }

    private static void compare(String name, int inputs, Evaluation evaluation) {
        ALL.add(new SeededFunction(name, inputs, evaluation));
    }

    private static void elementary() {
        compare("exp", FUNCTION, (x, y) -> y.add(Elementary.exp(x.any())));
        compare("expm1", FUNCTION, (x, y) -> y.add(Elementary.expm1(x.any())));
        compare("log", FUNCTION, (x, y) -> y.add(Elementary.log(x.any())));
        compare("log1p", FUNCTION, (x, y) -> y.add(Elementary.log1p(x.any())));
        compare("log2", FUNCTION, (x, y) -> y.add(Elementary.log2(x.any())));
        compare("pow", FUNCTION, (x, y) -> y.add(Elementary.pow(x.any(), x.any())));
        compare("pow of positive", FUNCTION, (x, y) -> y.add(Elementary.pow(x.positive(), x.real())));
        compare("sin", FUNCTION, (x, y) -> y.add(Elementary.sin(x.any())));
        compare("cos", FUNCTION, (x, y) -> y.add(Elementary.cos(x.any())));
        compare("tan", FUNCTION, (x, y) -> y.add(Elementary.tan(x.any())));
        compare("atan", FUNCTION, (x, y) -> y.add(Elementary.atan(x.any())));
        compare("sinh", FUNCTION, (x, y) -> y.add(Elementary.sinh(x.any())));
        compare("cosh", FUNCTION, (x, y) -> y.add(Elementary.cosh(x.any())));
        compare("tanh", FUNCTION, (x, y) -> y.add(Elementary.tanh(x.any())));
        compare("cbrt", FUNCTION, (x, y) -> y.add(Elementary.cbrt(x.any())));
        compare("hypot", FUNCTION, (x, y) -> y.add(Elementary.hypot(x.any(), x.any())));
        compare("Sum.of", FUNCTION, (x, y) -> y.add(Sum.of(x.any(), x.any(), x.any(), x.real(), x.real())));
        compare("Sum.ofProducts", FUNCTION, (x, y) -> y.add(Sum.ofProducts(x.reals(4), x.reals(4))));
        compare("logSumExp", FUNCTION, (x, y) -> y.add(LogSpace.logSumExp(x.any(), x.any(), x.real())));
        compare("logSumExp of two", FUNCTION, (x, y) -> y.add(LogSpace.logSumExp(x.any(), x.any())));
        compare("logMeanExp", FUNCTION, (x, y) -> y.add(LogSpace.logMeanExp(x.reals(5))));
        compare("logDifferenceExp", FUNCTION, (x, y) -> y.add(LogSpace.logDifferenceExp(x.any(), x.any())));
        compare("logOneMinusExp", FUNCTION, (x, y) -> y.add(LogSpace.logOneMinusExp(x.any())));
        compare("softmax", FUNCTION, (x, y) -> y.add(LogSpace.softmax(x.any(), x.real(), x.real())));
        compare("logSoftmax", FUNCTION, (x, y) -> y.add(LogSpace.logSoftmax(x.any(), x.real(), x.real())));
        compare("sigmoid", FUNCTION, (x, y) -> y.add(LogSpace.sigmoid(x.any())));
        compare("logSigmoid", FUNCTION, (x, y) -> y.add(LogSpace.logSigmoid(x.any())));
        compare("softplus", FUNCTION, (x, y) -> y.add(LogSpace.softplus(x.any())));
        compare("logit", FUNCTION, (x, y) -> y.add(LogSpace.logit(x.probability())));
        compare("xLogX", FUNCTION, (x, y) -> y.add(LogSpace.xLogX(x.any())));
        compare("xLogY", FUNCTION, (x, y) -> y.add(LogSpace.xLogY(x.any(), x.any())));
        compare("xLog1pY", FUNCTION, (x, y) -> y.add(LogSpace.xLog1pY(x.any(), x.any())));
    }

    private static void special() {
        compare("erf", FUNCTION, (x, y) -> y.add(Special.erf(x.any())));
        compare("erfc", FUNCTION, (x, y) -> y.add(Special.erfc(x.any())));
        compare("erfcx", FUNCTION, (x, y) -> y.add(Special.erfcx(x.any())));
        compare("normalCdf", FUNCTION, (x, y) -> y.add(Special.normalCdf(x.any())));
        compare("normalLogCdf", FUNCTION, (x, y) -> y.add(Special.normalLogCdf(x.any())));
        compare("normalQuantile", FUNCTION, (x, y) -> y.add(Special.normalQuantile(x.probability())));
        compare("logGamma", FUNCTION, (x, y) -> y.add(Special.logGamma(x.any())));
        compare("logGamma of positive", FUNCTION, (x, y) -> y.add(Special.logGamma(x.positive())));
        compare("gamma", FUNCTION, (x, y) -> y.add(Special.gamma(x.any())));
        compare("gamma of positive", FUNCTION, (x, y) -> y.add(Special.gamma(x.positive())));
        compare("digamma", FUNCTION, (x, y) -> y.add(Special.digamma(x.any())));
        compare("digamma of positive", FUNCTION, (x, y) -> y.add(Special.digamma(x.positive())));
        compare("trigamma", FUNCTION, (x, y) -> y.add(Special.trigamma(x.any())));
        compare("trigamma of positive", FUNCTION, (x, y) -> y.add(Special.trigamma(x.positive())));
        compare("logBeta", FUNCTION, (x, y) -> y.add(Special.logBeta(x.any(), x.any())));
        compare("logBeta of positive", FUNCTION, (x, y) -> y.add(Special.logBeta(x.positive(), x.positive())));
        compare("gammaP", FUNCTION, (x, y) -> y.add(Special.regularizedGammaP(x.positive(), x.positive())));
        compare("gammaQ", FUNCTION, (x, y) -> y.add(Special.regularizedGammaQ(x.positive(), x.positive())));
        compare("gammaP of any", FUNCTION, (x, y) -> y.add(Special.regularizedGammaP(x.any(), x.any())));
        compare(
                "gammaPInverse",
                FUNCTION,
                (x, y) -> y.add(Special.regularizedGammaPInverse(x.positive(), x.probability())));
        compare(
                "gammaQInverse",
                FUNCTION,
                (x, y) -> y.add(Special.regularizedGammaQInverse(x.positive(), x.probability())));
        compare(
                "beta",
                FUNCTION,
                (x, y) -> y.add(Special.regularizedBeta(x.positive(), x.positive(), x.probability())));
        compare(
                "betaComplement",
                FUNCTION,
                (x, y) -> y.add(Special.regularizedBetaComplement(x.positive(), x.positive(), x.probability())));
        compare(
                "betaInverse",
                FUNCTION,
                (x, y) -> y.add(Special.regularizedBetaInverse(x.positive(), x.positive(), x.probability())));
        compare(
                "betaComplementInverse",
                FUNCTION,
                (x, y) -> y.add(Special.regularizedBetaComplementInverse(x.positive(), x.positive(), x.probability())));
    }

    private static void text() {
        compare("Decimal.fixed", TEXT, (x, y) -> y.add(Decimal.fixed(x.any(), x.whole(0, 20))));
        compare("Decimal.significant", TEXT, (x, y) -> y.add(Decimal.significant(x.any(), x.whole(1, 20))));
        compare("Decimal.shortest", TEXT, (x, y) -> y.add(Decimal.shortest(x.any())));
        compare("Decimal.parse", TEXT, (x, y) -> y.add(Decimal.parse(Decimal.significant(x.any(), x.whole(1, 25)))));
    }

    private static void distributions() {
        compare("Bernoulli", FUNCTION, (x, y) -> evaluate(new Bernoulli(x.probability()), x, y));
        compare("Categorical", FUNCTION, (x, y) -> evaluate(Categorical.of(x.distribution(3)), x, y));
        compare("Normal", FUNCTION, (x, y) -> evaluate(normal(x), x, y));
        compare("Mixture", FUNCTION, (x, y) -> evaluate(mixture(x), x, y));
        compare("score of Mixture", FUNCTION, (x, y) -> y.add(mixture(x).score(x.real())));
    }

    private static void evaluate(Univariate distribution, SeededInputs x, Results y) {
        y.add(distribution.logDensity(x.real()));
        y.add(distribution.mean());
        y.add(distribution.variance());
    }

    private static Normal normal(SeededInputs x) {
        return new Normal(x.real(), x.positive());
    }

    private static Mixture mixture(SeededInputs x) {
        return Mixture.of(x.distribution(3), normal(x), normal(x), normal(x));
    }

    private static void information() {
        compare("surprisal", FUNCTION, (x, y) -> y.add(Entropy.surprisalNats(x.probability())));
        compare("entropy", FUNCTION, (x, y) -> y.add(Entropy.entropyNats(x.distribution(4))));
        compare("entropy of a coin", FUNCTION, (x, y) -> y.add(Entropy.entropyNatsOfCoin(x.probability())));
        compare(
                "crossEntropy",
                FUNCTION,
                (x, y) -> y.add(Entropy.crossEntropyNats(x.distribution(4), x.distribution(4))));
        compare("perplexity", FUNCTION, (x, y) -> y.add(Entropy.perplexity(x.distribution(4))));
        compare("kl", FUNCTION, (x, y) -> y.add(Divergence.klNats(x.distribution(4), x.distribution(4))));
        compare("kl of coins", FUNCTION, (x, y) -> y.add(Divergence.klNatsOfCoins(x.probability(), x.probability())));
        compare("kl of normals", FUNCTION, (x, y) -> y.add(Divergence.klNats(normal(x), normal(x))));
        compare("js", FUNCTION, (x, y) -> y.add(Divergence.jsNats(x.distribution(4), x.distribution(4))));
        compare("jeffreys", FUNCTION, (x, y) -> y.add(Divergence.jeffreysNats(x.distribution(4), x.distribution(4))));
        compare("tv", FUNCTION, (x, y) -> y.add(Divergence.tv(x.distribution(4), x.distribution(4))));
    }
}
