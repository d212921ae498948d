package dev.surprisal.browser.bits;

import static dev.surprisal.browser.bits.SeededFunction.closed;
import static dev.surprisal.browser.bits.SeededFunction.quadrature;

import dev.surprisal.math.coding.CodeLength;
import dev.surprisal.math.coding.Huffman;
import dev.surprisal.math.coding.PrefixCode;
import dev.surprisal.math.score.Denoiser;
import dev.surprisal.math.score.NoiseSchedule;
import dev.surprisal.math.score.ScoreMatching;
import dev.surprisal.math.sequence.Autoregression;
import dev.surprisal.math.sequence.ChainRule;
import dev.surprisal.math.variational.AdversarialGame;
import dev.surprisal.math.variational.Distillation;
import dev.surprisal.math.variational.LatentMixture;
import dev.surprisal.math.variational.LinearGaussian;
import dev.surprisal.math.variational.RegularisedPolicy;
import java.util.List;

/** Codes, scores, sequences, latent variables: what the lessons on models compute. */
final class ModelFunctions {

    private ModelFunctions() {}

    static List<SeededFunction> all() {
        return List.of(
                closed("code lengths", (x, y) -> {
                    double[] p = x.distribution(4);
                    y.add(CodeLength.ideal(p));
                    y.add(CodeLength.shannon(p));
                    y.add(CodeLength.shannonExpectedBits(p));
                    y.add(CodeLength.kraftSum(x.wholes(4, 1, 6)));
                }),
                closed("Huffman", (x, y) -> {
                    double[] p = x.distribution(5);
                    var huffman = Huffman.of(p);
                    y.add(huffman.lengths());
                    y.add(huffman.expectedBits());
                    y.add(huffman.code().word(2));
                }),
                closed(
                        "Shannon's code",
                        (x, y) -> y.add(
                                PrefixCode.shannon(x.distribution(4)).words().toString())),
                closed("denoiser", (x, y) -> {
                    var denoiser = Denoiser.of(SeededDistributions.mixture(x), 0.1 + x.probability());
                    double point = x.real() / 10;
                    y.add(denoiser.score(point));
                    y.add(denoiser.posteriorMean(point));
                    y.add(denoiser.posteriorVariance(point));
                }),
                quadrature(
                        "floor of a denoiser",
                        (x, y) -> y.add(Denoiser.of(SeededDistributions.mixture(x), 0.1 + x.probability())
                                .lossFloor())),
                closed("score matching", (x, y) -> {
                    double a = x.real();
                    double v = x.positive();
                    double sd = x.positive();
                    y.add(ScoreMatching.hyvarinenLossOfLinear(a, v));
                    y.add(ScoreMatching.explicitLossOfLinear(a, v));
                    y.add(ScoreMatching.denoisingLossOfLinear(a, v, sd));
                    y.add(ScoreMatching.denoisingFloor(v, sd));
                    y.add(ScoreMatching.bestDenoisingSlope(v, sd));
                }),
                quadrature("noise schedule", (x, y) -> {
                    var schedule = NoiseSchedule.linear(1e-4, 0.02 + x.probability() / 2, 100);
                    int step = x.whole(1, 100);
                    y.add(schedule.signal(step));
                    y.add(schedule.noise(step));
                    y.add(schedule.jump(x.real(), step, x.real()));
                }),
                closed("autoregression", (x, y) -> {
                    var model = new Autoregression(2 * x.probability() - 1, x.positive());
                    double[] data = x.reals(4);
                    y.add(model.logLikelihood(data));
                    y.add(Autoregression.fitPhi(data));
                }),
                closed("chain rule", (x, y) -> {
                    var chain = ChainRule.of(x.distribution(8));
                    y.add(chain.conditionalEntropiesNats());
                    y.add(chain.entropyNats());
                    y.add(chain.logProbability("101"));
                    y.add(chain.nextIsOne("10"));
                }),
                closed("linear-Gaussian model", (x, y) -> {
                    var model = LinearGaussian.of(x.real(), x.real(), x.positive());
                    double mean = x.real();
                    double variance = x.positive();
                    double point = x.real();
                    y.add(model.logEvidence(point));
                    y.add(model.elbo(mean, variance, point));
                    y.add(model.gap(mean, variance, point));
                    y.add(model.elboGradient(mean, variance, point));
                    y.add(model.logWeight(0.5, mean, variance, point));
                }),
                closed("latent mixture", (x, y) -> {
                    var model = new LatentMixture(SeededDistributions.mixture(x));
                    double point = x.real() / 10;
                    double[] q = x.distribution(3);
                    y.add(model.logEvidence(point));
                    y.add(model.posterior(point));
                    y.add(model.elbo(q, point));
                    y.add(model.gap(q, point));
                }),
                closed("adversarial game", (x, y) -> {
                    double[] p = x.distribution(3);
                    double[] q = x.distribution(3);
                    y.add(AdversarialGame.bestDiscriminator(p, q));
                    y.add(AdversarialGame.bestValueNats(p, q));
                }),
                closed("distillation", (x, y) -> {
                    double[] teacher = x.reals(3);
                    double[] student = x.reals(3);
                    y.add(Distillation.klNats(teacher, student, x.positive()));
                    y.add(Distillation.gradient(teacher, student, x.positive()));
                }),
                closed("regularised policy", (x, y) -> {
                    var policy = RegularisedPolicy.of(x.distribution(3), x.reals(3), x.positive());
                    y.add(policy.optimum());
                    y.add(policy.bestObjective());
                    y.add(RegularisedPolicy.preferenceLossNats(x.positive(), x.real(), x.real()));
                }));
    }
}
