package dev.surprisal.math.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Integral;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class MixtureKlTest {

    private static final NormalMixture STANDARD = NormalMixture.ofNormal(0, 1);
    private static final NormalMixture TWO_MODES = mixture("0.5 0.5", "-2 2", "0.5 0.5");

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "kl-at-fits.csv", useHeadersInDisplayName = true, numLinesToSkip = 1)
    void bothDirectionsAtEveryFitToThirteenDigitsWithinTwoHundredEvaluations(
            String target,
            String point,
            String weights,
            String means,
            String sds,
            double mean,
            double sd,
            BigDecimal forward,
            BigDecimal reverse) {
        NormalMixture p = mixture(weights, means, sds);
        NormalMixture q = NormalMixture.ofNormal(mean, sd);

        agrees(MixtureKl.klNats(p, q), forward);
        agrees(MixtureKl.klNats(q, p), reverse);
        assertThat(MixtureKl.klNats(p, q).evaluations()).isLessThanOrEqualTo(200);
        assertThat(MixtureKl.klNats(q, p).evaluations()).isLessThanOrEqualTo(200);
    }

    private static void agrees(Integral actual, BigDecimal expected) {
        double off = new BigDecimal(actual.value()).subtract(expected).abs().doubleValue();
        assertThat(off).isLessThanOrEqualTo(1e-13 * Math.max(1, expected.doubleValue()));
        assertThat(off).isLessThanOrEqualTo(actual.errorBound());
        assertThat(actual.errorBound()).isLessThanOrEqualTo(2e-13 * Math.max(1, expected.doubleValue()));
    }

    /** The rows KLM-003 to KLM-011 of the curriculum's reference values (mpmath, 60 digits). */
    @ParameterizedTest
    @CsvSource({
        "0.35 0.65,     -1.5 1.25,  0.4 0.9,     1,         0.5,  1.5,     0.219213630615156",
        "0.25 0.5 0.25, -3 0.5 2.5, 0.5 0.8 0.6, 1,         0,    2,       0.261072451809838",
        "1,             0,          1,           0.5 0.5,   -2 2, 0.5 0.5, 3.07609117604186",
        "1,             0,          2,           0.5 0.5,   -2 2, 0.5 0.5, 2.0202155317964",
        "1,             2,          0.5,         0.7 0.3,   -2 2, 0.5 0.5, 1.20382755055629",
        "1,             1,          0.9,         0.25 0.5 0.25, -3 0.5 2.5, 0.5 0.8 0.6, 0.412649154440223",
        "0.5 0.5,       -2 2,       0.5 0.5,     0.7 0.3,   -2 2, 0.5 0.5, 0.0871677690178723",
        "0.35 0.65,     -1.5 1.25,  0.4 0.9,     0.5 0.5,   -1 1, 0.8 0.8, 0.179399789941998",
    })
    void referenceValues(String w1, String m1, String s1, String w2, String m2, String s2, double expected) {
        assertThat(MixtureKl.klNats(mixture(w1, m1, s1), mixture(w2, m2, s2)).value())
                .isCloseTo(expected, within(1e-13 * Math.max(1, expected)));
    }

    /** The rows DEN-030 to DEN-032 of the curriculum's reference values, and the normal's own ln(2 pi e)/2. */
    @ParameterizedTest
    @CsvSource({
        "0.5 0.5,       -2 2,       0.5 0.5,     1.41884499812765",
        "0.35 0.65,     -1.5 1.25,  0.4 0.9,     1.62699556625324",
        "0.25 0.5 0.25, -3 0.5 2.5, 0.5 0.8 0.6, 1.90226326195478",
        "1,             7,          1,           1.41893853320467",
    })
    void entropies(String weights, String means, String sds, double expected) {
        assertThat(MixtureKl.entropyNats(mixture(weights, means, sds)).value()).isCloseTo(expected, within(1e-13));
    }

    @Test
    void crossEntropyToANormalNeedsNoEvaluation() {
        // XEN-022
        Integral crossEntropy = MixtureKl.crossEntropyNats(
                mixture("0.35 0.65", "-1.5 1.25", "0.4 0.9"), NormalMixture.ofNormal(0.3, 1.7));

        assertThat(crossEntropy.value()).isCloseTo(1.84803131713882, within(1e-13));
        assertThat(crossEntropy.evaluations()).isZero();
    }

    @Test
    void klOfNormalsHasItsClosedForm() {
        Integral kl = MixtureKl.klNats(NormalMixture.ofNormal(2, 0.5), STANDARD);

        assertThat(kl.value()).isCloseTo(2.318147180559945, within(1e-14));
        assertThat(kl.evaluations()).isZero();
        assertThat(MixtureKl.klNats(NormalMixture.ofNormal(0, 1.000000001), STANDARD)
                        .value())
                .isCloseTo(1.0000001651474154e-18, within(1e-32));
    }

    @Test
    void klIsZeroAtEqualityAndNowhereElse() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            NormalMixture p = random(random, 1 + i % 5);
            NormalMixture q = i % 2 == 0 ? random(random, 1 + i % 3) : nudged(p, 1e-7);

            assertThat(MixtureKl.klNats(p, p).value()).isZero();
            assertThat(MixtureKl.klNats(p, q).value()).isPositive();
        }
    }

    @Test
    void aTinyKlKeepsItsDigits() {
        // a second component that shifts the mean by e = 2^-20 and nothing else to first order: KL is about e^2/2
        double e = 0x1p-20;
        NormalMixture p = NormalMixture.of(new double[] {0.5, 0.5}, new double[] {0, 2 * e}, new double[] {1, 1});

        assertThat(MixtureKl.klNats(STANDARD, p).value()).isCloseTo(e * e / 2, within(e * e * 1e-9));
        assertThat(MixtureKl.klNats(p, STANDARD).value()).isCloseTo(e * e / 2, within(e * e * 1e-9));
    }

    @Test
    void crossEntropyIsEntropyPlusKl() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 300; i++) {
            NormalMixture p = random(random, 1 + i % 5);
            NormalMixture q = random(random, 1 + i % 4);

            Integral kl = MixtureKl.klNats(p, q);
            Integral crossEntropy = MixtureKl.crossEntropyNats(p, q);
            Integral entropy = MixtureKl.entropyNats(p);
            assertThat(crossEntropy.value() - entropy.value())
                    .isCloseTo(kl.value(), within(kl.errorBound() + crossEntropy.errorBound() + entropy.errorBound()));
        }
    }

    @Test
    void klDoesNotDependOnOriginAndUnit() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 100; i++) {
            NormalMixture p = random(random, 2 + i % 4);
            NormalMixture q = random(random, 1 + i % 2);
            Integral kl = MixtureKl.klNats(p, q);

            for (double unit : new double[] {0x1p-400, 0x1p-3, 0x1p7, 0x1p400}) {
                Integral scaled = MixtureKl.klNats(p.seenFrom(-64, unit), q.seenFrom(-64, unit));
                assertThat(scaled.value()).isCloseTo(kl.value(), within(kl.errorBound() + scaled.errorBound()));
            }
        }
    }

    @Test
    void mergingComponentsNeverAddsToKl() {
        // KL(p||q) <= KL of the weights + the weighted KLs of the components (joint convexity)
        SplittableRandom random = new SplittableRandom(10);
        for (int i = 0; i < 200; i++) {
            NormalMixture p = random(random, 3);
            NormalMixture q = random(random, 3);
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                double parts = MixtureKl.klNats(
                                NormalMixture.ofNormal(p.mean(k), p.sd(k)), NormalMixture.ofNormal(q.mean(k), q.sd(k)))
                        .value();
                sum += p.weight(k) * (Math.log(p.weight(k) / q.weight(k)) + parts);
            }

            assertThat(MixtureKl.klNats(p, q).value()).isLessThanOrEqualTo(sum + 1e-12);
        }
    }

    @Test
    void farModesOfAWideNormalTakeFewEvaluations() {
        NormalMixture far = mixture("0.5 0.5", "-1000 1000", "0.5 0.5");

        Integral kl = MixtureKl.klNats(NormalMixture.ofNormal(0, 800), far);

        // E[(|x| - 1000)^2]/(2 0.25) - 1/2 + ln(2 0.5/800), since between the modes only one of them counts
        double spread = 800 * 800 - 2 * 1000 * 800 * Math.sqrt(2 / Math.PI) + 1000 * 1000;
        assertThat(kl.value()).isCloseTo(2 * spread - 0.5 + Math.log(1.0 / 800), within(1e-6));
        assertThat(kl.evaluations()).isLessThanOrEqualTo(400);
    }

    @Test
    void whatIsOutOfReachIsRefused() {
        double[] twenty = new double[20];
        double[] ones = new double[20];
        double[] means = new double[20];
        for (int k = 0; k < 20; k++) {
            twenty[k] = 1.0 / 20;
            ones[k] = 1;
            means[k] = k;
        }
        NormalMixture many = NormalMixture.of(twenty, means, ones);
        NormalMixture needle = NormalMixture.ofNormal(0, 1e-10);

        assertThat(MixtureKl.accepts(many, STANDARD)).isFalse();
        assertThat(MixtureKl.accepts(needle, STANDARD)).isFalse();
        assertThat(MixtureKl.accepts(TWO_MODES, STANDARD)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixtureKl.klNats(many, STANDARD))
                .withMessage(
                        "mixtures must have at most 16 components, and sds and distances of means at most 1e9 times the"
                                + " least sd");
        assertThatIllegalArgumentException().isThrownBy(() -> MixtureKl.crossEntropyNats(needle, STANDARD));
    }

    private static NormalMixture random(SplittableRandom random, int n) {
        double[] weights = new double[n];
        double[] means = new double[n];
        double[] sds = new double[n];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            weights[k] = 0.01 + random.nextDouble();
            sum += weights[k];
            means[k] = random.nextDouble(-8, 8);
            sds[k] = random.nextDouble(0.1, 3);
        }
        for (int k = 0; k < n; k++) {
            weights[k] /= sum;
        }
        return NormalMixture.of(weights, means, sds);
    }

    private static NormalMixture nudged(NormalMixture p, double by) {
        int n = p.size();
        double[] weights = new double[n];
        double[] means = new double[n];
        double[] sds = new double[n];
        for (int k = 0; k < n; k++) {
            weights[k] = p.weight(k);
            means[k] = p.mean(k) + (k == 0 ? by : 0);
            sds[k] = p.sd(k);
        }
        return NormalMixture.of(weights, means, sds);
    }

    static NormalMixture mixture(String weights, String means, String sds) {
        return NormalMixture.of(numbers(weights), numbers(means), numbers(sds));
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
