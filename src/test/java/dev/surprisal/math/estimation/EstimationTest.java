package dev.surprisal.math.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Univariate;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimationTest {

    @Test
    void flipsHaveLikelihoods() {
        assertThat(Likelihood.ofFlips(2, 1, 0.7)).isCloseTo(0.147, within(1e-16));
        assertThat(Likelihood.nllOfFlipsNats(6, 4, 0.6)).isCloseTo(6.73011667009, within(1e-11));
        assertThat(Likelihood.nllOfFlipsNats(0, 3, 0)).isZero();
        assertThat(Likelihood.nllOfFlipsNats(1, 3, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Likelihood.ofFlips(1, 3, 0)).isZero();
        assertThat(Likelihood.ofFlips(537, 537, 0.5)).isEqualTo(Double.MIN_VALUE);
        assertThat(Likelihood.ofFlips(1075, 0, 0.5)).isZero();
        assertThat(Likelihood.nllOfFlipsNats(1075, 0, 0.5)).isCloseTo(1075 * Math.log(2), within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Likelihood.ofFlips(-1, 1, 0.5))
                .withMessageContaining("heads");
    }

    @Test
    void nllsAreSumsAndMayBeNegative() {
        double[] data = {0, 2};
        assertThat(Likelihood.nllNats(new Normal(0, 1), data)).isCloseTo(0.9189385332 + 2.9189385332, within(1e-9));
        assertThat(Likelihood.meanNllNats(new Laplace(0, 1), data)).isCloseTo(1 + Math.log(2), within(1e-15));
        assertThat(Likelihood.nllNats(new Normal(0, 0.1), new double[] {0})).isCloseTo(-1.38364655979, within(1e-11));
        assertThat(Likelihood.nllNats(new Poisson(2), new double[] {1.5})).isEqualTo(Double.POSITIVE_INFINITY);
        assertThatIllegalArgumentException().isThrownBy(() -> Likelihood.nllNats(new Normal(0, 1), new double[0]));
    }

    @Test
    void maximumLikelihoodIsStationary() {
        SplittableRandom random = new SplittableRandom(51);
        for (int i = 0; i < 300; i++) {
            double[] data = data(random, 3 + i % 20);
            double[] counts = counts(random, 3 + i % 20);
            Normal normal = MaximumLikelihood.normal(data);
            Laplace laplace = MaximumLikelihood.laplace(data);

            assertMinimum(m -> nll(new Normal(m, normal.sd()), data), normal.mean());
            assertMinimum(s -> nll(new Normal(normal.mean(), s), data), normal.sd());
            assertMinimum(m -> nll(new Laplace(m, laplace.scale()), data), laplace.location());
            assertMinimum(s -> nll(new Laplace(laplace.location(), s), data), laplace.scale());
            double[] positive = data.clone();
            java.util.Arrays.setAll(positive, k -> Math.abs(data[k]));
            assertMinimum(r -> nll(new Exponential(r), positive), MaximumLikelihood.exponentialRate(positive));
            if (MaximumLikelihood.poissonRate(counts) > 0) {
                assertMinimum(r -> nll(new Poisson(r), counts), MaximumLikelihood.poissonRate(counts));
            }
            int heads = 1 + random.nextInt(20);
            int tails = 1 + random.nextInt(20);
            assertMinimum(
                    p -> Likelihood.nllOfFlipsNats(heads, tails, p),
                    MaximumLikelihood.bernoulli(heads, tails).p());
        }
    }

    @Test
    void maximaThatDoNotExistAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.normal(new double[] {3, 3}))
                .withMessageContaining("no maximum");
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumLikelihood.laplace(new double[] {3}));
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumLikelihood.poisson(new double[] {0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumLikelihood.exponential(new double[] {0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumLikelihood.bernoulli(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumLikelihood.categorical(new double[] {0, 0}));
        assertThat(MaximumLikelihood.poissonRate(new double[] {0, 0})).isZero();
        assertThat(MaximumLikelihood.normalVariance(new double[] {3})).isZero();
    }

    @Test
    void dataAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.normalVariance(new double[0]))
                .withMessage("data must have at least 1 number, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.poissonRate(new double[] {2, -1}))
                .withMessage("counts[1] must be a whole number >= 0, got -1");
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumLikelihood.poissonRate(new double[] {2.5}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.normalMean(new double[] {1, Double.NaN}))
                .withMessage("data[1] must be a finite number, got NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumLikelihood.unbiasedVariance(new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumLikelihood.exponentialRate(new double[] {1, -1}));
    }

    @Test
    void varianceSurvivesALargeMean() {
        double[] data = {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};

        assertThat(MaximumLikelihood.unbiasedVariance(data)).isEqualTo(30);
        assertThat(MaximumLikelihood.normalVariance(data)).isEqualTo(22.5);
    }

    @Test
    void coinsAreUpdated() {
        Beta posterior = Conjugate.posterior(new Beta(2, 2), 6, 4);
        assertThat(posterior).isEqualTo(new Beta(8, 6));
        assertThat(posterior.mean()).isCloseTo(0.571428571429, within(1e-12));
        assertThat(posterior.standardDeviation()).isCloseTo(0.127775313, within(1e-9));
        assertThat(Conjugate.predictive(posterior)).isEqualTo(new Bernoulli(8.0 / 14));
        assertThat(MaximumAPosteriori.bernoulli(new Beta(2, 2), 6, 4)).isCloseTo(0.583333333333, within(1e-12));
        assertThat(MaximumAPosteriori.bernoulli(new Beta(1, 1), 3, 0)).isEqualTo(1);
        assertThat(MaximumAPosteriori.bernoulli(new Beta(0.5, 2), 0, 1)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumAPosteriori.bernoulli(new Beta(0.5, 0.5), 0, 0))
                .withMessage("alpha + h or beta + t must be > 1 for a most likely p, got 0.5 and 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumAPosteriori.bernoulli(new Beta(1, 1), 0, 0))
                .withMessageContaining("got 1 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumAPosteriori.bernoulli(new Beta(1, 0.5), 0, 0));
    }

    @Test
    void otherPriorsAreUpdated() {
        Dirichlet dirichlet = Conjugate.posterior(Dirichlet.of(1, 1, 1), new double[] {5, 2, 0});
        assertThat(dirichlet).isEqualTo(Dirichlet.of(6, 3, 1));
        assertThat(dirichlet.mean()[2]).isCloseTo(0.1, within(1e-16));
        Normal normal = Conjugate.posterior(new Normal(0, 2), 1, new double[] {1, 3});
        assertThat(normal.mean()).isCloseTo(1.77777777778, within(1e-11));
        assertThat(normal.variance()).isCloseTo(0.444444444444, within(1e-12));
        Gamma gamma = Conjugate.posterior(new Gamma(2, 1), new double[] {3, 5});
        assertThat(gamma).isEqualTo(new Gamma(10, 3));
        assertThat(gamma.mean()).isCloseTo(3.33333333333, within(1e-11));
        assertThat(Conjugate.posteriorOfExponentialRate(new Gamma(2, 1), new double[] {0.5, 1.5}))
                .isEqualTo(new Gamma(4, 3));
        assertThat(MaximumAPosteriori.categorical(Dirichlet.of(2, 2), new double[] {3, 1})[0])
                .isCloseTo(4.0 / 6, within(1e-15));
        assertThat(MaximumAPosteriori.poissonRate(new Gamma(2, 1), new double[] {3, 5}))
                .isEqualTo(3);
        assertThat(MaximumAPosteriori.poissonRate(new Gamma(0.5, 1), new double[] {0}))
                .isZero();
    }

    @Test
    void updatingAtOnceEqualsUpdatingOneByOne() {
        SplittableRandom random = new SplittableRandom(52);
        for (int i = 0; i < 1_000; i++) {
            double[] data = data(random, 1 + i % 8);
            double[] counts = counts(random, 1 + i % 8);
            Normal normal = new Normal(random.nextDouble(), 0.1 + random.nextDouble());
            Gamma gamma = new Gamma(0.1 + random.nextDouble(), 0.1 + random.nextDouble());
            double sd = 0.1 + random.nextDouble();
            Normal stepwise = normal;
            Gamma stepwiseGamma = gamma;
            double evidence = 0;
            double gammaEvidence = 0;
            for (int k = 0; k < data.length; k++) {
                double[] one = {data[k]};
                evidence += Conjugate.predictive(stepwise, sd).logDensity(data[k]);
                gammaEvidence += Conjugate.logPredictiveNats(stepwiseGamma, (int) counts[k]);
                stepwise = Conjugate.posterior(stepwise, sd, one);
                stepwiseGamma = Conjugate.posterior(stepwiseGamma, new double[] {counts[k]});
            }
            Normal atOnce = Conjugate.posterior(normal, sd, data);

            assertThat(atOnce.mean()).isCloseTo(stepwise.mean(), within(1e-13 * (1 + Math.abs(stepwise.mean()))));
            assertThat(atOnce.sd()).isCloseTo(stepwise.sd(), within(1e-14));
            assertThat(Conjugate.logEvidenceNats(normal, sd, data)).isCloseTo(evidence, within(1e-10 * (1 - evidence)));
            Gamma gammaAtOnce = Conjugate.posterior(gamma, counts);
            assertThat(gammaAtOnce.shape()).isCloseTo(stepwiseGamma.shape(), within(1e-12));
            assertThat(gammaAtOnce.rate()).isCloseTo(stepwiseGamma.rate(), within(1e-12));
            assertThat(Conjugate.logEvidenceNats(gamma, counts))
                    .isCloseTo(gammaEvidence, within(1e-12 * (1 - gammaEvidence)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1e6, 3e6, 40, 25",
        "1e9, 1e9, 2000, 1000",
        "7e12, 1e12, 3, 4",
        "1e15, 2e3, 100000, 1",
        "0.5, 300, 7, 90",
        "1e-9, 1e-9, 500, 0",
        "1e-9, 2, 5, 300",
    })
    void evidenceStaysExactUnderFirmAndFaintPriors(double alpha, double beta, int heads, int tails) {
        var log = new Sum();
        for (int i = 0; i < heads; i++) {
            // Of two small numbers the one that was typed is exact, and so is the sum of the two
            log.add(beta < alpha ? Math.log1p(-beta / (alpha + beta + i)) : Math.log((alpha + i) / (alpha + beta + i)));
        }
        for (int i = 0; i < tails; i++) {
            log.add(Math.log((beta + i) / (alpha + beta + heads + i)));
        }
        double expected = log.value();

        assertThat(Conjugate.logEvidenceNats(new Beta(alpha, beta), heads, tails))
                .isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(expected))));
        assertThat(Conjugate.logEvidenceNats(Dirichlet.of(alpha, beta), new double[] {heads, tails}))
                .isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(expected))));
    }

    /** A rate known so well is no guess: the counts are Poisson. */
    @ParameterizedTest
    @ValueSource(doubles = {1e10, 1e12, 1e14})
    void countsUnderAFirmPriorArePoisson(double rate) {
        var prior = new Gamma(3 * rate, rate);
        double[] counts = {2, 5, 3};
        double poisson = -9 + 10 * Math.log(3) - Math.log(2 * 120 * 6);

        assertThat(Conjugate.logEvidenceNats(prior, counts)).isCloseTo(poisson, within(20 / rate + 1e-14));
        assertThat(Conjugate.logPredictiveNats(prior, 4))
                .isCloseTo(-3 + 4 * Math.log(3) - Math.log(24), within(20 / rate + 1e-14));
    }

    @Test
    void evidenceOfFlipsIsTheProductOfPredictions() {
        SplittableRandom random = new SplittableRandom(53);
        for (int i = 0; i < 500; i++) {
            Beta belief = new Beta(0.1 + 3 * random.nextDouble(), 0.1 + 3 * random.nextDouble());
            Beta prior = belief;
            int heads = 0;
            int tails = 0;
            double log = 0;
            for (int k = 0; k < 1 + i % 150; k++) {
                boolean head = random.nextDouble() < 0.6;
                log += Conjugate.predictive(belief).logDensity(head ? 1 : 0);
                belief = Conjugate.posterior(belief, head ? 1 : 0, head ? 0 : 1);
                heads += head ? 1 : 0;
                tails += head ? 0 : 1;
            }
            assertThat(Conjugate.logEvidenceNats(prior, heads, tails)).isCloseTo(log, within(1e-11));
            assertThat(Conjugate.logEvidenceNats(
                            Dirichlet.of(prior.alpha(), prior.beta()), new double[] {heads, tails}))
                    .isCloseTo(log, within(1e-11));
        }
    }

    @Test
    void withoutDataThePosteriorIsThePrior() {
        assertThat(Conjugate.posterior(new Beta(2, 3), 0, 0)).isEqualTo(new Beta(2, 3));
        assertThat(Conjugate.posterior(new Normal(1, 2), 3, new double[0])).isEqualTo(new Normal(1, 2));
        assertThat(Conjugate.posterior(new Gamma(2, 3), new double[0])).isEqualTo(new Gamma(2, 3));
        assertThat(Conjugate.logEvidenceNats(new Normal(1, 2), 3, new double[0]))
                .isZero();
        assertThat(Conjugate.logEvidenceNats(new Gamma(2, 3), new double[0])).isZero();
        assertThat(Conjugate.logEvidenceNats(new Beta(2, 3), 0, 0)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conjugate.posterior(Dirichlet.of(1, 1), new double[] {1, 2, 3}))
                .withMessageContaining("same outcomes");
    }

    @Test
    void mapIsTheMinimumOfThePenalisedNll() {
        SplittableRandom random = new SplittableRandom(54);
        for (int i = 0; i < 400; i++) {
            double[] data = data(random, 1 + i % 9);
            double sd = 0.2 + random.nextDouble();
            Normal normal = new Normal(2 * random.nextDouble() - 1, 0.2 + random.nextDouble());
            Laplace laplace = new Laplace(2 * random.nextDouble() - 1, 0.2 + random.nextDouble());

            assertMinimum(
                    m -> nll(new Normal(m, sd), data) - normal.logDensity(m),
                    MaximumAPosteriori.normalMean(normal, sd, data));
            assertMinimum(
                    m -> nll(new Normal(m, sd), data) - laplace.logDensity(m),
                    MaximumAPosteriori.normalMean(laplace, sd, data));
            assertMinimum(
                    m -> nll(new Laplace(m, sd), data) - normal.logDensity(m),
                    MaximumAPosteriori.laplaceLocation(normal, sd, data));
            assertMinimum(
                    m -> nll(new Laplace(m, sd), data) - laplace.logDensity(m),
                    MaximumAPosteriori.laplaceLocation(laplace, sd, data));
            double[] positive = data.clone();
            java.util.Arrays.setAll(positive, k -> Math.abs(data[k]));
            Gamma gamma = new Gamma(1.5 + random.nextDouble(), 0.5 + random.nextDouble());
            assertMinimum(
                    r -> nll(new Exponential(r), positive) - gamma.logDensity(r),
                    MaximumAPosteriori.exponentialRate(gamma, positive));
        }
    }

    @Test
    void penaltiesStandForPriors() {
        assertThat(Penalty.l2Loss(0.5, new double[] {3, -4}, 0.01)).isCloseTo(0.75, within(1e-15));
        assertThat(Penalty.l1Loss(0.4, new double[] {-2, 3, 1}, 0.5)).isCloseTo(3.4, within(1e-15));
        assertThat(Penalty.lambdaOfNormalPrior(2)).isEqualTo(0.125);
        assertThat(Penalty.lambdaOfLaplacePrior(4)).isEqualTo(0.25);
        assertThat(Penalty.lambdaBesideSquares(0.5, 2)).isEqualTo(0.0625);
        assertThat(Penalty.softThreshold(0.3, 0.5)).isZero();
        assertThat(Penalty.softThreshold(-0.8, 0.5)).isCloseTo(-0.3, within(1e-16));
        assertThat(Penalty.l2Gradient(new double[] {3, -1}, 0.5)).containsExactly(3, -1);
        assertThat(Penalty.l1Gradient(new double[] {3, 0, -1}, 0.5)).containsExactly(0.5, 0, -0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Penalty.softThreshold(1, -1))
                .withMessageContaining("lambda");
        assertThatIllegalArgumentException().isThrownBy(() -> Penalty.l2Loss(1, new double[] {1}, Double.NaN));
    }

    @Test
    void testsAreReadByBayesRule() {
        BinaryTest test = new BinaryTest(0.01, 0.95, 0.95);

        assertThat(test.posterior()).isCloseTo(0.161016949153, within(1e-12));
        assertThat(new BinaryTest(0.05, 0.95, 0.95).posterior()).isCloseTo(0.5, within(1e-15));
        assertThat(test.posterior(0)).isEqualTo(0.01);
        assertThat(test.evidence()).isCloseTo(0.059, within(1e-16));
        assertThat(test.negativePredictiveValue()).isCloseTo(9405.0 / 9410, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinaryTest(0.01, 0, 1).posterior())
                .withMessage("a positive test cannot happen under these settings");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinaryTest(1.5, 0.9, 0.9))
                .withMessageContaining("prior");
    }

    @Test
    void tablesAreReadByBayesRule() {
        BayesTable table = BayesTable.of(new double[] {0.01, 0.99}, new double[][] {{0.95, 0.05}, {0.05, 0.95}});

        assertThat(table.evidence(0)).isCloseTo(0.059, within(1e-16));
        assertThat(table.posterior(0)[0]).isCloseTo(0.161016949153, within(1e-12));
        assertThat(table.after(0).posterior(0)[0])
                .isCloseTo(new BinaryTest(0.01, 0.95, 0.95).posterior(2), within(1e-15));
        assertThat(table.joint(1)[1]).isCloseTo(0.9405, within(1e-16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesTable.of(new double[] {0.5, 0.5}, new double[][] {{0, 1}, {0, 1}})
                        .posterior(0))
                .withMessageContaining("cannot happen");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesTable.of(new double[] {0.5, 0.6}, new double[][] {{1}, {1}}));
    }

    @Test
    void lossesOfClassifiers() {
        assertThat(Loss.binaryNats(0.8, 1)).isCloseTo(0.223143551314, within(1e-12));
        assertThat(Loss.binaryNats(0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Loss.binaryOfLogitNats(1000, 0)).isEqualTo(1000);
        assertThat(Loss.binaryOfLogitNats(1000, 1)).isZero();
        assertThat(Loss.binaryOfLogitNats(2, 0.25))
                .isCloseTo(0.25 * 0.126928011043 + 0.75 * 2.126928011043, within(1e-11));
        assertThat(Loss.categoricalOfLogitsNats(new double[] {1000, 0, 0}, 1)).isEqualTo(1000);
        assertThat(Loss.categoricalNats(new double[] {0.1, 0.6, 0.3}, 1)).isCloseTo(0.510825623766, within(1e-12));
        double[] gradient = Loss.gradientOfLogits(new double[] {2, 1, 0.1}, 0);
        assertThat(gradient[0] + gradient[1] + gradient[2]).isCloseTo(0, within(1e-16));
        assertThat(Loss.gradientOfLogits(new double[] {50, 0}, 0)[0]).isCloseTo(-1.9287498479639178e-22, within(1e-36));
        assertThat(Loss.hessianOfLogits(new double[] {0, 0})[0]).containsExactly(0.25, -0.25);
        assertThatIllegalArgumentException().isThrownBy(() -> Loss.categoricalOfLogitsNats(new double[] {}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loss.categoricalOfLogitsNats(new double[] {1, Double.NaN}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Loss.gradientOfLogits(new double[] {1, 2}, 2));
    }

    private static double nll(Univariate model, double[] data) {
        return Likelihood.nllNats(model, data);
    }

    /** No point nearby is lower by more than rounding. */
    private static void assertMinimum(DoubleUnaryOperator f, double at) {
        double value = f.applyAsDouble(at);
        for (double h : new double[] {1e-6, 1e-4, 1e-2}) {
            for (double x : new double[] {at * (1 - h) - (at == 0 ? h : 0), at * (1 + h) + (at == 0 ? h : 0)}) {
                double other;
                try {
                    other = f.applyAsDouble(x);
                } catch (IllegalArgumentException _) {
                    continue;
                }
                assertThat(other).isGreaterThanOrEqualTo(value - 1e-12 * (1 + Math.abs(value)));
            }
        }
    }

    private static double[] data(SplittableRandom random, int n) {
        double[] data = new double[n];
        for (int i = 0; i < n; i++) {
            data[i] = 4 * random.nextDouble() - 1.5;
        }
        return data;
    }

    private static double[] counts(SplittableRandom random, int n) {
        double[] data = new double[n];
        for (int i = 0; i < n; i++) {
            data[i] = random.nextInt(7);
        }
        return data;
    }

    /** The least of a fine grid, then bisection with 40 digits. In the last two a place near 0 and one near the data compete. */
    @ParameterizedTest
    @CsvSource({
        "'1 2 4 5', 0.5, 1.25907169516307, 2.35177196228340",
        "'1 2 4 5', 0.05, 2.82141211574407, 1.59119251896274",
        "'9.9 10 10.1', 0.3, 0.52782251137782, 9.47252938990570",
        "'9.9 10 10.1', 0.1, 9.99554430629023, 0.08177114327867"
    })
    void aPenaltyOnTheMeanOfANormalPullsItAndWidensTheNormal(String data, double lambda, double mean, double sd) {
        double[] numbers =
                Stream.of(data.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();

        Normal best = MaximumAPosteriori.normal(numbers, lambda);

        assertThat(best.mean()).isCloseTo(mean, within(5.1e-15 * Math.max(1, 10 * mean)));
        assertThat(best.sd()).isCloseTo(sd, within(1e-13));
    }

    @Test
    void withoutAPenaltyTheNormalIsTheLikeliest() {
        double[] data = {-3, 1, 4};

        assertThat(MaximumAPosteriori.normal(data, 0).mean()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(MaximumAPosteriori.normal(data, 0).sd())
                .isCloseTo(MaximumLikelihood.normal(data).sd(), within(1e-15));
        assertThat(MaximumAPosteriori.normal(new double[] {-3, -1, -4}, 0.1).mean())
                .isEqualTo(
                        -MaximumAPosteriori.normal(new double[] {3, 1, 4}, 0.1).mean());
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumAPosteriori.normal(new double[] {2, 2}, 1));
    }
}
