package dev.surprisal.math.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.information.Entropy;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodeLengthTest {

    private static final double LN_2 = 0.6931471805599453;

    @Test
    void kraftSumTellsWhetherACodeExists() {
        // COD-009, COD-010
        assertThat(CodeLength.kraftSum(1, 2, 3, 3)).isEqualTo(1);
        assertThat(CodeLength.kraftSum(2, 2, 3, 4, 4)).isEqualTo(0.75);
        assertThat(CodeLength.kraftSum(1, 1, 2)).isEqualTo(1.25);
        assertThat(CodeLength.kraftSum()).isZero();
        assertThat(CodeLength.kraftSum(0)).isEqualTo(1);
        assertThat(CodeLength.kraftSum(1, Double.POSITIVE_INFINITY)).isEqualTo(0.5);
        assertThat(CodeLength.kraftSum(1074)).isEqualTo(Double.MIN_VALUE);
        assertThat(CodeLength.kraftSum(999.5)).isCloseTo(1.3198340665566422e-301, within(1.3e-314));
        // 2^-1.5 + 2^-0.5 = 3/sqrt(8)
        assertThat(CodeLength.kraftSum(1.5, 0.5)).isCloseTo(1.0606601717798212, within(1e-15));
    }

    @Test
    void expectedBitsWeighsLengthsByProbability() {
        // COD-007, COD-008
        assertThat(CodeLength.expectedBits(new double[] {0.5, 0.25, 0.125, 0.125}, new double[] {3, 3, 2, 1}))
                .isEqualTo(2.625);
        assertThat(CodeLength.expectedBits(new double[] {0.4, 0.3, 0.2, 0.1}, new double[] {3, 3, 2, 1}))
                .isCloseTo(2.6, within(1e-15));
    }

    @Test
    void anImpossibleOutcomeCostsNothingAndAPossibleOneWithoutAWordEverything() {
        double infinite = Double.POSITIVE_INFINITY;

        assertThat(CodeLength.expectedBits(new double[] {1, 0}, new double[] {1, infinite}))
                .isEqualTo(1);
        assertThat(CodeLength.expectedBits(new double[] {0.5, 0.5}, new double[] {1, infinite}))
                .isEqualTo(infinite);
    }

    @Test
    void idealLengthsCostTheEntropyAndForAnotherDistributionTheCrossEntropy() {
        double[] p = {0.6, 0.3, 0.1};
        double[] q = {0.3, 0.3, 0.4};

        // curriculum, CODE-01 and CODE-02
        assertThat(CodeLength.expectedBits(p, CodeLength.ideal(p))).isCloseTo(1.29546184424, within(1e-11));
        double waste =
                CodeLength.expectedBits(p, CodeLength.ideal(q)) - CodeLength.expectedBits(p, CodeLength.ideal(p));
        assertThat(waste).isCloseTo(0.4, within(1e-14));
        assertThat(CodeLength.ideal(new double[] {1, 0})).containsExactly(0, Double.POSITIVE_INFINITY);
        assertThat(CodeLength.ideal(new double[] {0.5, 0.25, 0.25})).containsExactly(1, 2, 2);
    }

    @Test
    void shannonRoundsTheIdealLengthsUp() {
        // COD-006
        assertThat(CodeLength.shannonExpectedBits(new double[] {0.4, 0.3, 0.2, 0.1}))
                .isCloseTo(2.4, within(1e-15));
        assertThat(CodeLength.shannon(new double[] {0.4, 0.3, 0.2, 0.1})).containsExactly(2, 2, 3, 4);
        assertThat(CodeLength.shannon(new double[] {0.5, 0.25, 0.125, 0.125})).containsExactly(1, 2, 3, 3);
        assertThat(CodeLength.shannon(new double[] {1, 0})).containsExactly(0, Double.POSITIVE_INFINITY);
        assertThat(CodeLength.shannonExpectedBits(new double[] {1, 0})).isZero();
        // the doubles next to a power of two
        assertThat(CodeLength.shannon(new double[] {0x0.8p0, 0x0.8p0})).containsExactly(1, 1);
        assertThat(CodeLength.shannon(new double[] {0x1.fffffffffffffp-2, 0x1.0000000000001p-1}))
                .containsExactly(2, 1);
        assertThat(CodeLength.shannon(new double[] {1e-300, 1})[0]).isEqualTo(997);
        assertThat(CodeLength.shannon(new double[] {Double.MIN_VALUE, 1})[0]).isEqualTo(1074);
    }

    @Test
    void shannonSpendsLessThanABitMoreThanTheEntropy() {
        var random = new SplittableRandom(42);
        for (int i = 0; i < 2000; i++) {
            double[] p = randomProbabilities(random);

            double[] lengths = CodeLength.shannon(p);

            double entropyBits = Entropy.entropyNats(p) / LN_2;
            assertThat(CodeLength.expectedBits(p, lengths))
                    .isGreaterThanOrEqualTo(entropyBits - 1e-14)
                    .isLessThan(entropyBits + 1);
            assertThat(CodeLength.kraftSum(lengths)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void argumentsAreChecked() {
        double[] fair = {0.5, 0.5};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeLength.kraftSum(1, -1))
                .withMessage("lengths[1] must be a number >= 0, got -1");
        assertThatIllegalArgumentException().isThrownBy(() -> CodeLength.kraftSum(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeLength.expectedBits(fair, new double[] {1}))
                .withMessageContaining("same length, got 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeLength.expectedBits(new double[] {0.5, 0.6}, new double[] {1, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeLength.expectedBits(fair, new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> CodeLength.ideal(new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> CodeLength.shannon(new double[] {1.2, -0.2}));
    }

    static double[] randomProbabilities(SplittableRandom random) {
        double[] p = new double[random.nextInt(2, 17)];
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            double u = random.nextDouble();
            p[k] = u * u * u + 1e-6;
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
