package dev.surprisal.math.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LinearGaussianTest {

    private static final Offset<Double> CLOSE = within(1e-13);

    /** The defaults of the course's calculator, CALC-18. */
    private static final LinearGaussian COURSE = LinearGaussian.of(1.5, 0.2, 0.6);

    private static final LinearGaussian WIDE = LinearGaussian.of(2, 0.5, 0.5);
    private static final LinearGaussian FALLING = LinearGaussian.of(-1.3, 2, 0.8);
    private static final LinearGaussian UNIT = LinearGaussian.of(1, 0, 1);

    @Test
    void evidenceAndPosterior() {
        // ELB-002 … ELB-009
        assertThat(UNIT.posteriorMean(1.5)).isEqualTo(0.75);
        assertThat(WIDE.logEvidence(1.5)).isCloseTo(-1.76004508349636, CLOSE);
        assertThat(WIDE.posteriorVariance()).isCloseTo(0.0588235294117647, CLOSE);
        assertThat(FALLING.logEvidence(0.4)).isCloseTo(-1.89122889016944, CLOSE);
        assertThat(FALLING.posteriorMean(0.4)).isCloseTo(0.892703862660944, CLOSE);
        assertThat(FALLING.posteriorVariance()).isCloseTo(0.274678111587983, CLOSE);
        assertThat(COURSE.logEvidence(1.1)).isCloseTo(-1.55378605766508, CLOSE);
        assertThat(COURSE.posterior(1.1).mean()).isCloseTo(0.517241379310345, CLOSE);
        assertThat(COURSE.posterior(1.1).sd()).isCloseTo(Math.sqrt(0.137931034482759), CLOSE);
    }

    @Test
    void termsOfTheBound() {
        // ELB-011 … ELB-031
        assertThat(LinearGaussian.klToPrior(0, 1)).isZero();
        assertThat(LinearGaussian.klToPrior(0.5, 0.8)).isCloseTo(0.136571775657105, CLOSE);
        assertThat(LinearGaussian.klToPrior(1, 0.3)).isCloseTo(0.751986402162968, CLOSE);
        assertThat(UNIT.elbo(0, 1, 1.5)).isCloseTo(-2.54393853320467, CLOSE);
        assertThat(UNIT.reconstruction(0.75, 0.5, 1.5)).isCloseTo(-1.45018853320467, CLOSE);
        assertThat(UNIT.reconstruction(0.5, 0.8, 1.5)).isCloseTo(-1.81893853320467, CLOSE);
        assertThat(UNIT.gap(0.5, 0.8, 1.5)).isCloseTo(0.127498185377132, CLOSE);
        assertThat(WIDE.reconstruction(0.4, 0.1, 1.5)).isCloseTo(-1.10579135264473, CLOSE);
        assertThat(WIDE.gap(0.4, 0.1, 1.5)).isCloseTo(0.127038815645385, CLOSE);
        assertThat(WIDE.elbo(0, 1, 1.5)).isCloseTo(-10.2257913526447, CLOSE);
        assertThat(WIDE.gap(0, 1, 1.5)).isCloseTo(8.46574626914836, CLOSE);
        assertThat(FALLING.reconstruction(1, 0.3, 0.4)).isCloseTo(-1.16220123189046, CLOSE);
        assertThat(FALLING.gap(1, 0.3, 0.4)).isCloseTo(0.022958743883988, CLOSE);
    }

    @Test
    void vectorsHaveOneFactor() {
        // ELB-034 … ELB-037
        LinearGaussian two = LinearGaussian.ofFactor(new double[] {1, 0.5}, 0.7);
        LinearGaussian three = LinearGaussian.ofFactor(new double[] {0.9, -1.1, 0.4}, 0.5);

        assertThat(two.logEvidence(0.8, -0.2)).isCloseTo(-2.16466590826516, CLOSE);
        assertThat(two.elbo(0.3, 0.4, 0.8, -0.2)).isCloseTo(-2.21797866691794, CLOSE);
        assertThat(three.logEvidence(1, -0.6, 0.3)).isCloseTo(-2.39150390420739, CLOSE);
        assertThat(three.elbo(0.7, 0.12, 1, -0.6, 0.3)).isCloseTo(-2.39810582603423, CLOSE);
        assertThat(two.dimension()).isEqualTo(2);
    }

    @Test
    void theCalculatorsTableHolds() {
        double[][] rows = {
            // m, v, reconstruction, KL, ELBO, gap
            {0, 1, -4.65811290944, 0, -4.65811290944, 3.10432685177},
            {0.517241379310345, 1, -3.554516001, 0.133769322235, -3.68828532323, 2.13449926557},
            {0, 0.137931034482759, -1.9641473922, 0.559466251675, -2.52361364387, 0.969827586207},
            {0.517241379310345, 0.137931034482759, -0.860550483755, 0.69323557391, -1.55378605767, 0},
            {0.517241379310345, 0.0137931034482759, -0.472619449272, 1.78245915489, -2.25507860416, 0.701292546497},
            {0.5, 0.25, -1.22061290944, 0.44314718056, -1.66376009, 0.109974032334},
        };
        for (double[] row : rows) {
            Elbo bound = COURSE.bound(row[0], row[1], 1.1);

            assertThat(bound.reconstruction()).isCloseTo(row[2], within(1e-11));
            assertThat(bound.kl()).isCloseTo(row[3], within(1e-11));
            assertThat(bound.value()).isCloseTo(row[4], within(1e-11));
            assertThat(bound.gap()).isCloseTo(row[5], within(1e-11));
        }
    }

    @Test
    void logEvidenceIsBoundPlusGap() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 3000; i++) {
            int d = 1 + i % 4;
            double[] w = random.doubles(d, -3, 3).toArray();
            double[] b = random.doubles(d, -2, 2).toArray();
            double[] x = random.doubles(d, -4, 4).toArray();
            LinearGaussian model = LinearGaussian.of(w, b, random.nextDouble(0.2, 3));
            double mean = random.nextDouble(-3, 3);
            double variance = random.nextDouble(0.01, 4);

            double evidence = model.logEvidence(x);

            double scale = Math.abs(model.reconstruction(mean, variance, x)) + 1;
            assertThat(model.elbo(mean, variance, x) + model.gap(mean, variance, x))
                    .isCloseTo(evidence, within(1e-13 * scale));
            assertThat(model.gap(mean, variance, x)).isPositive();
            Normal posterior = model.posterior(x);
            assertThat(model.gap(mean, variance, x))
                    .isCloseTo(
                            Divergence.klNats(new Normal(mean, Math.sqrt(variance)), posterior), within(1e-11 * scale));
            assertThat(model.gap(model.posteriorMean(x), model.posteriorVariance(), x))
                    .isZero();
            assertThat(model.elbo(model.posteriorMean(x), model.posteriorVariance(), x))
                    .isCloseTo(evidence, within(1e-12 * scale));
        }
    }

    @Test
    void theGapSurvivesNextToThePosterior() {
        double mean = COURSE.posteriorMean(1.1) + 1e-9;

        // (1e-9)^2/(2 v*) with v* = 0.36/2.61, while the two sides of the difference agree to all digits
        assertThat(COURSE.gap(mean, COURSE.posteriorVariance(), 1.1)).isCloseTo(3.625e-18, within(1e-24));
    }

    @Test
    void theBestVarianceIsThePosteriorsForEveryMean() {
        double best = COURSE.posteriorVariance();
        for (double mean : new double[] {-1, 0, 0.7}) {
            assertThat(COURSE.elbo(mean, best, 1.1))
                    .isGreaterThan(COURSE.elbo(mean, best * 1.001, 1.1))
                    .isGreaterThan(COURSE.elbo(mean, best / 1.001, 1.1));
        }
    }

    @Test
    void gradientIsTheSlopeOfTheBound() {
        LinearGaussian model = LinearGaussian.of(new double[] {0.9, -1.1}, new double[] {0.3, 0}, 0.5);
        double h = 1e-5;
        for (double mean : new double[] {-0.4, 0.9}) {
            for (double variance : new double[] {0.1, 1.3}) {
                double[] gradient = model.elboGradient(mean, variance, 1, -0.6);

                double inMean =
                        (model.elbo(mean + h, variance, 1, -0.6) - model.elbo(mean - h, variance, 1, -0.6)) / (2 * h);
                double inLog = (model.elbo(mean, variance * Math.exp(h), 1, -0.6)
                                - model.elbo(mean, variance * Math.exp(-h), 1, -0.6))
                        / (2 * h);
                assertThat(gradient[0]).isCloseTo(inMean, within(1e-8));
                assertThat(gradient[1]).isCloseTo(inLog, within(1e-8));
            }
        }
        double[] atPosterior = model.elboGradient(model.posteriorMean(1, -0.6), model.posteriorVariance(), 1, -0.6);
        assertThat(atPosterior[0]).isZero();
        assertThat(atPosterior[1]).isCloseTo(0, within(1e-15));
    }

    @Test
    void weightsAreConstantUnderThePosterior() {
        double mean = COURSE.posteriorMean(1.1);
        double variance = COURSE.posteriorVariance();
        for (double z = -2; z <= 2; z += 0.5) {
            assertThat(COURSE.logWeight(z, mean, variance, 1.1)).isCloseTo(-1.55378605766508, within(1e-12));
        }
        // under the prior the weight is the likelihood: ln N(1.1; 1.7, 0.36) at z = 1
        assertThat(COURSE.logWeight(1, 0, 1, 1.1)).isCloseTo(Normal.STANDARD.logDensity(1) - Math.log(0.6), CLOSE);
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.logWeight(1e200, 0, 1, 1.1));
    }

    @Test
    void withoutALoadingThePosteriorIsThePrior() {
        LinearGaussian model = LinearGaussian.of(0, 0.2, 0.6);

        assertThat(model.posteriorMean(7)).isZero();
        assertThat(model.posteriorVariance()).isEqualTo(1);
        assertThat(model.logEvidence(1.1)).isCloseTo(new Normal(0.2, 0.6).logDensity(1.1), CLOSE);
        assertThat(model.gap(0.5, 0.25, 7)).isEqualTo(LinearGaussian.klToPrior(0.5, 0.25));
        assertThat(LinearGaussian.ofFactor(new double[2], 0.6).logEvidence(0.3, 0.5))
                .isCloseTo(new Normal(0, 0.6).logDensity(0.3) + new Normal(0, 0.6).logDensity(0.5), CLOSE);
    }

    @Test
    void extremesStayNumbers() {
        // |w|^2 = 1e400 and 1e-400
        assertThat(LinearGaussian.of(1e200, 0, 1e100).logEvidence(0))
                .isCloseTo(-0.9189385332046728 - 460.51701859880916, within(1e-12));
        assertThat(LinearGaussian.of(1e-200, 0, 1).posteriorMean(1)).isEqualTo(1e-200);
        assertThat(UNIT.logEvidence(1e200)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(UNIT.gap(1e200, 1, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(UNIT.elbo(0, 1e-300, 0))
                .isCloseTo(UNIT.reconstruction(0, 1e-300, 0) - 344.8877639491066, within(1e-10));
        // x along w: |x|^2 - (w.x)^2/|w|^2 would be rounding error over s^2
        LinearGaussian precise = LinearGaussian.ofFactor(new double[] {0.3, 0.4}, 1e-9);
        assertThat(precise.logEvidence(0.3, 0.4))
                .isCloseTo(-1.8378770664093453 + 20.72326583694641 + 0.6931471805599453 - 0.5, within(1e-12));
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearGaussian.of(1, 0, 0))
                .withMessage("s must be a finite number > 0, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> LinearGaussian.of(Double.NaN, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LinearGaussian.of(1e300, 0, 1e-300));
        assertThatIllegalArgumentException().isThrownBy(() -> LinearGaussian.of(new double[2], new double[3], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LinearGaussian.ofFactor(new double[0], 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UNIT.elbo(0, 0, 1.5))
                .withMessage("variance must be a finite number > 0, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> UNIT.gap(Double.NaN, 1, 1.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UNIT.logEvidence(1, 2))
                .withMessage("x must have 1 entries, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> UNIT.posteriorMean(Double.POSITIVE_INFINITY));
    }
}
