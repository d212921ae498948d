package dev.surprisal.browser.bits;

import static dev.surprisal.browser.bits.SeededFunction.closed;
import static dev.surprisal.browser.bits.SeededFunction.quadrature;

import dev.surprisal.math.sampling.BoxMuller;
import dev.surprisal.math.sampling.Decoding;
import dev.surprisal.math.sampling.MonteCarlo;
import dev.surprisal.math.sampling.Reparameterisation;
import dev.surprisal.math.sampling.Reparameterisation.Target;
import dev.surprisal.math.sampling.StandardisedSum;
import dev.surprisal.math.sampling.UniformSum;
import java.util.List;

/** Normal draws, Monte Carlo estimates, sums, decoding. */
final class SamplingFunctions {

    private static final List<Target> TARGETS =
            List.of(Target.IDENTITY, Target.SQUARE, Target.SINE, Target.SQUARE_ABOUT_TWO);

    private SamplingFunctions() {}

    static List<SeededFunction> all() {
        return List.of(
                closed("Box-Muller", (x, y) -> {
                    double u1 = x.probability();
                    double u2 = x.probability();
                    y.add(BoxMuller.first(u1, u2));
                    y.add(BoxMuller.second(u1, u2));
                }),
                closed("decoding", (x, y) -> {
                    var decoding = new Decoding(x.positive(), x.whole(1, 5), x.probability());
                    for (double[] stage : decoding.stages(x.reals(5))) {
                        y.add(stage);
                    }
                }),
                closed("tempered", (x, y) -> y.add(Decoding.tempered(x.distribution(4), x.positive()))),
                closed("reparameterisation", (x, y) -> {
                    var target = TARGETS.get(x.whole(0, 3));
                    var gradient = new Reparameterisation(x.real(), x.positive(), target);
                    double eps = x.real();
                    y.add(gradient.gradient());
                    y.add(gradient.pathwise(eps));
                    y.add(gradient.scoreFunction(eps));
                    y.add(gradient.pathwiseVariance());
                    y.add(gradient.scoreFunctionVariance());
                }),
                closed("errors of means", (x, y) -> {
                    y.add(MonteCarlo.sdOfNllNats(x.distribution(3), x.distribution(3)));
                    y.add(MonteCarlo.standardError(x.positive(), x.whole(1, 1000)));
                    y.add(MonteCarlo.relativeStandardError(x.probability(), x.whole(1, 1000)));
                }),
                closed("sum of uniform numbers", (x, y) -> {
                    var sum = new UniformSum(x.whole(1, 12));
                    double point = x.point();
                    y.add(sum.density(point));
                    y.add(sum.cdf(point));
                    y.add(sum.survival(point));
                }),
                quadrature("Monte Carlo mean", (x, y) -> {
                    var estimate = MonteCarlo.expectation(
                            SeededDistributions.normal(x), z -> z * z, 20, DistributionFunctions.generator(x));
                    y.add(estimate.mean());
                    y.add(estimate.standardError());
                }),
                quadrature(
                        "standardised sum",
                        (x, y) -> y.add(new StandardisedSum(SeededDistributions.exponential(x), x.whole(1, 30))
                                .sample(DistributionFunctions.generator(x)))));
    }
}
