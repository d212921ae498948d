package dev.surprisal.math.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.information.Entropy;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HuffmanTest {

    private static final double LN_2 = 0.6931471805599453;

    @Test
    void meanLengthsOfTheCourse() {
        // COD-001, COD-004, curriculum CODE-01
        assertThat(Huffman.expectedBits(new double[] {0.5, 0.25, 0.125, 0.125})).isEqualTo(1.75);
        assertThat(Huffman.expectedBits(new double[] {0.25, 0.2, 0.15, 0.15, 0.1, 0.1, 0.05}))
                .isCloseTo(2.7, within(1e-15));
        assertThat(Huffman.expectedBits(new double[] {0.6, 0.3, 0.1})).isCloseTo(1.4, within(1e-15));
        assertThat(Huffman.expectedBits(new double[] {0.9, 0.1})).isEqualTo(1);
    }

    @Test
    void theLikelierBranchGetsZero() {
        assertThat(Huffman.of(0.5, 0.25, 0.125, 0.125).code().words()).containsExactly("0", "10", "110", "111");
        assertThat(Huffman.of(0.1, 0.3, 0.6).code().words()).containsExactly("11", "10", "0");
    }

    @Test
    void mergesTellHowTheCodeComesAbout() {
        Huffman huffman = Huffman.of(0.5, 0.25, 0.125, 0.125);

        assertThat(huffman.merges())
                .containsExactly(
                        new Huffman.Merge(2, 3, 0.25), new Huffman.Merge(1, 4, 0.5), new Huffman.Merge(0, 5, 1));
        assertThat(huffman.lengths()).containsExactly(1, 2, 3, 3);
    }

    @Test
    void amongEqualsOutcomesComeFirst() {
        // curriculum, CODE-02
        assertThat(Huffman.of(0.3, 0.3, 0.4).lengths()).containsExactly(2, 2, 1);
        // 0.1 + 0.2 is 0.30000000000000004 in binary, yet as likely as the outcome of 0.3, which is merged first
        assertThat(Huffman.of(0.1, 0.2, 0.3, 0.4).merges().get(1).likelier()).isEqualTo(2);
        assertThat(Huffman.of(0.25, 0.25, 0.25, 0.25).code().words()).containsExactly("00", "01", "10", "11");
    }

    @Test
    void theCodeForAnotherDistributionWastesBits() {
        // curriculum, CODE-02: 1.9 bits instead of 1.4, while the KL is 0.4
        double[] p = {0.6, 0.3, 0.1};

        assertThat(Huffman.of(0.3, 0.3, 0.4).code().expectedBits(p)).isCloseTo(1.9, within(1e-15));
    }

    @Test
    void blocksApproachTheEntropy() {
        // curriculum, CODE-01
        assertThat(Huffman.bitsPerSymbolOfBlocks(new double[] {0.9, 0.1}, 2)).isCloseTo(0.645, within(1e-15));
        double[] coin = {0.99, 0.01};
        // CODE-03: H = 0.0807931358959 bits
        for (int length = 1; length <= 6; length++) {
            assertThat(Huffman.bitsPerSymbolOfBlocks(coin, length))
                    .isBetween(0.0807931358959, 0.0807931358959 + 1.0 / length);
        }
        assertThat(Huffman.bitsPerSymbolOfBlocks(coin, 1)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Huffman.bitsPerSymbolOfBlocks(coin, 17));
        assertThatIllegalArgumentException().isThrownBy(() -> Huffman.bitsPerSymbolOfBlocks(coin, 0));
    }

    @Test
    void noCodeIsShorter() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 2000; i++) {
            double[] p = CodeLengthTest.randomProbabilities(random);

            Huffman huffman = Huffman.of(p);

            double entropyBits = Entropy.entropyNats(p) / LN_2;
            assertThat(huffman.code().kraftSum()).isEqualTo(1);
            assertThat(huffman.code().lengths()).containsExactly(huffman.lengths());
            assertThat(huffman.expectedBits())
                    .isGreaterThanOrEqualTo(entropyBits - 1e-14)
                    .isLessThan(entropyBits + 1)
                    .isLessThanOrEqualTo(CodeLength.shannonExpectedBits(p) + 1e-14);
        }
    }

    @Test
    void allCodesOfFourWordsAreNoShorter() {
        // every full prefix code of four words has one of these sets of lengths
        double[][] shapes = {{2, 2, 2, 2}, {1, 2, 3, 3}};
        var random = new SplittableRandom(11);
        for (int i = 0; i < 500; i++) {
            double[] p = {random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()};
            double sum = Arrays.stream(p).sum();
            Arrays.setAll(p, k -> p[k] / sum);
            double[] descending = p.clone();
            Arrays.sort(descending);
            double least = Double.POSITIVE_INFINITY;
            for (double[] shape : shapes) {
                double cost = 0;
                for (int k = 0; k < 4; k++) {
                    cost += descending[3 - k] * shape[k];
                }
                least = Math.min(least, cost);
            }

            assertThat(Huffman.expectedBits(p)).isCloseTo(least, within(1e-14));
        }
    }

    @Test
    void impossibleOutcomesGetWordsToo() {
        assertThat(Huffman.of(1, 0, 0).lengths()).containsExactly(1, 2, 2);
        assertThat(Huffman.expectedBits(new double[] {1, 0, 0})).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Huffman.of(0.5, 0.6));
        assertThatIllegalArgumentException().isThrownBy(() -> Huffman.of(1));
    }
}
