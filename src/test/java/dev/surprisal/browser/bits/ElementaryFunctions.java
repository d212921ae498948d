package dev.surprisal.browser.bits;

import static dev.surprisal.browser.bits.SeededFunction.closed;
import static dev.surprisal.browser.bits.SeededFunction.text;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Special;
import dev.surprisal.math.Sum;
import java.util.List;

/** Elementary and special functions, sums, logarithms of probabilities, numbers as text. */
final class ElementaryFunctions {

    private ElementaryFunctions() {}

    static List<SeededFunction> all() {
        return List.of(
                closed("exp", (x, y) -> y.add(Elementary.exp(x.any()))),
                closed("expm1", (x, y) -> y.add(Elementary.expm1(x.any()))),
                closed("log", (x, y) -> y.add(Elementary.log(x.any()))),
                closed("log1p", (x, y) -> y.add(Elementary.log1p(x.any()))),
                closed("log2", (x, y) -> y.add(Elementary.log2(x.any()))),
                closed("pow", (x, y) -> y.add(Elementary.pow(x.any(), x.any()))),
                closed("pow of positive", (x, y) -> y.add(Elementary.pow(x.positive(), x.real()))),
                closed("sin", (x, y) -> y.add(Elementary.sin(x.any()))),
                closed("cos", (x, y) -> y.add(Elementary.cos(x.any()))),
                closed("tan", (x, y) -> y.add(Elementary.tan(x.any()))),
                closed("atan", (x, y) -> y.add(Elementary.atan(x.any()))),
                closed("sinh", (x, y) -> y.add(Elementary.sinh(x.any()))),
                closed("cosh", (x, y) -> y.add(Elementary.cosh(x.any()))),
                closed("tanh", (x, y) -> y.add(Elementary.tanh(x.any()))),
                closed("cbrt", (x, y) -> y.add(Elementary.cbrt(x.any()))),
                closed("hypot", (x, y) -> y.add(Elementary.hypot(x.any(), x.any()))),
                closed("Sum.of", (x, y) -> y.add(Sum.of(x.any(), x.any(), x.any(), x.real(), x.real()))),
                closed("Sum.ofProducts", (x, y) -> y.add(Sum.ofProducts(x.reals(4), x.reals(4)))),
                closed("logSumExp", (x, y) -> y.add(LogSpace.logSumExp(x.any(), x.any(), x.real()))),
                closed("logSumExp of two", (x, y) -> y.add(LogSpace.logSumExp(x.any(), x.any()))),
                closed("logMeanExp", (x, y) -> y.add(LogSpace.logMeanExp(x.reals(5)))),
                closed("logDifferenceExp", (x, y) -> y.add(LogSpace.logDifferenceExp(x.any(), x.any()))),
                closed("logOneMinusExp", (x, y) -> y.add(LogSpace.logOneMinusExp(x.any()))),
                closed("softmax", (x, y) -> y.add(LogSpace.softmax(x.any(), x.real(), x.real()))),
                closed("logSoftmax", (x, y) -> y.add(LogSpace.logSoftmax(x.any(), x.real(), x.real()))),
                closed("sigmoid", (x, y) -> y.add(LogSpace.sigmoid(x.any()))),
                closed("logSigmoid", (x, y) -> y.add(LogSpace.logSigmoid(x.any()))),
                closed("softplus", (x, y) -> y.add(LogSpace.softplus(x.any()))),
                closed("logit", (x, y) -> y.add(LogSpace.logit(x.probability()))),
                closed("xLogX", (x, y) -> y.add(LogSpace.xLogX(x.any()))),
                closed("xLogY", (x, y) -> y.add(LogSpace.xLogY(x.any(), x.any()))),
                closed("xLog1pY", (x, y) -> y.add(LogSpace.xLog1pY(x.any(), x.any()))),
                closed("erf", (x, y) -> y.add(Special.erf(x.any()))),
                closed("erfc", (x, y) -> y.add(Special.erfc(x.any()))),
                closed("erfcx", (x, y) -> y.add(Special.erfcx(x.any()))),
                closed("normalCdf", (x, y) -> y.add(Special.normalCdf(x.any()))),
                closed("normalLogCdf", (x, y) -> y.add(Special.normalLogCdf(x.any()))),
                closed("normalQuantile", (x, y) -> y.add(Special.normalQuantile(x.probability()))),
                closed("logGamma", (x, y) -> y.add(Special.logGamma(x.any()))),
                closed("logGamma of positive", (x, y) -> y.add(Special.logGamma(x.positive()))),
                closed("gamma", (x, y) -> y.add(Special.gamma(x.any()))),
                closed("gamma of positive", (x, y) -> y.add(Special.gamma(x.positive()))),
                closed("digamma", (x, y) -> y.add(Special.digamma(x.any()))),
                closed("digamma of positive", (x, y) -> y.add(Special.digamma(x.positive()))),
                closed("trigamma", (x, y) -> y.add(Special.trigamma(x.any()))),
                closed("trigamma of positive", (x, y) -> y.add(Special.trigamma(x.positive()))),
                closed("logBeta", (x, y) -> y.add(Special.logBeta(x.any(), x.any()))),
                closed("logBeta of positive", (x, y) -> y.add(Special.logBeta(x.positive(), x.positive()))),
                closed("gammaP", (x, y) -> y.add(Special.regularizedGammaP(x.positive(), x.positive()))),
                closed("gammaQ", (x, y) -> y.add(Special.regularizedGammaQ(x.positive(), x.positive()))),
                closed("gammaP of any", (x, y) -> y.add(Special.regularizedGammaP(x.any(), x.any()))),
                closed(
                        "gammaPInverse",
                        (x, y) -> y.add(Special.regularizedGammaPInverse(x.positive(), x.probability()))),
                closed(
                        "gammaQInverse",
                        (x, y) -> y.add(Special.regularizedGammaQInverse(x.positive(), x.probability()))),
                closed("beta", (x, y) -> y.add(Special.regularizedBeta(x.positive(), x.positive(), x.probability()))),
                closed(
                        "betaComplement",
                        (x, y) ->
                                y.add(Special.regularizedBetaComplement(x.positive(), x.positive(), x.probability()))),
                closed(
                        "betaInverse",
                        (x, y) -> y.add(Special.regularizedBetaInverse(x.positive(), x.positive(), x.probability()))),
                closed(
                        "betaComplementInverse",
                        (x, y) -> y.add(
                                Special.regularizedBetaComplementInverse(x.positive(), x.positive(), x.probability()))),
                text("Decimal.fixed", (x, y) -> y.add(Decimal.fixed(x.any(), x.whole(0, 20)))),
                text("Decimal.significant", (x, y) -> y.add(Decimal.significant(x.any(), x.whole(1, 20)))),
                text("Decimal.shortest", (x, y) -> y.add(Decimal.shortest(x.any()))),
                text("Decimal.parse", (x, y) -> y.add(Decimal.parse(Decimal.significant(x.any(), x.whole(1, 25))))));
    }
}
