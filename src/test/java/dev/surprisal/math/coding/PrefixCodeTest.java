package dev.surprisal.math.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrefixCodeTest {

    @Test
    void canonicalWordsCountUpwards() {
        assertThat(PrefixCode.ofLengths(1, 2, 3, 3).words()).containsExactly("0", "10", "110", "111");
        assertThat(PrefixCode.ofLengths(3, 3, 2, 1).words()).containsExactly("110", "111", "10", "0");
        assertThat(PrefixCode.ofLengths(2, 2, 3, 4, 4).words()).containsExactly("00", "01", "100", "1010", "1011");
        assertThat(PrefixCode.ofLengths(0).words()).containsExactly("");
    }

    @Test
    void lengthsThatBreakKraftHaveNoCode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrefixCode.ofLengths(1, 1, 2))
                .withMessageContaining("Kraft sum of at most 1, got [1, 1, 2]");
        assertThatIllegalArgumentException().isThrownBy(() -> PrefixCode.ofLengths(0, 1));
        // 1 + 2^-1000 rounds to 1
        assertThatIllegalArgumentException().isThrownBy(() -> PrefixCode.ofLengths(1, 1, 1000));
        assertThatIllegalArgumentException().isThrownBy(() -> PrefixCode.ofLengths());
        assertThatIllegalArgumentException().isThrownBy(() -> PrefixCode.ofLengths(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> PrefixCode.ofLengths(1, Integer.MAX_VALUE));
    }

    @Test
    void noWordBeginsAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrefixCode(List.of("10", "0", "1")))
                .withMessage("no word may be the beginning of another, got 1 and 10");
        assertThatIllegalArgumentException().isThrownBy(() -> new PrefixCode(List.of("01", "01")));
        assertThatIllegalArgumentException().isThrownBy(() -> new PrefixCode(List.of("", "1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new PrefixCode(List.of("0", "12")));
        assertThatIllegalArgumentException().isThrownBy(() -> new PrefixCode(List.of()));
    }

    @Test
    void textsAreReadWithoutSeparators() {
        PrefixCode code = PrefixCode.ofLengths(1, 2, 3, 3);

        String bits = code.encode(0, 1, 2, 3, 0);

        assertThat(bits).isEqualTo("0101101110");
        assertThat(code.decode(bits)).containsExactly(0, 1, 2, 3, 0);
        assertThat(code.decode("")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> code.decode("011"))
                .withMessage("no code word fits at position 1 of 011");
        assertThatIllegalArgumentException().isThrownBy(() -> code.decode("0a"));
        assertThatIllegalArgumentException().isThrownBy(() -> code.encode(4));
        assertThatIllegalArgumentException().isThrownBy(() -> code.word(-1));
        // one outcome needs no bits, and bits then mean nothing
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrefixCode.ofLengths(0).decode("0"));
    }

    @Test
    void whatIsEncodedIsDecoded() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            PrefixCode code = PrefixCode.shannon(CodeLengthTest.randomProbabilities(random));
            int[] outcomes = random.ints(50, 0, code.size()).toArray();

            assertThat(code.decode(code.encode(outcomes))).containsExactly(outcomes);
        }
    }

    @Test
    void wrongCodeCostsMore() {
        // curriculum, CODE-02: the code for (1/8, 1/8, 1/4, 1/2) under (1/2, 1/4, 1/8, 1/8) wastes the KL of 0.875 bits
        double[] p = {0.5, 0.25, 0.125, 0.125};

        PrefixCode right = PrefixCode.shannon(p);
        PrefixCode wrong = PrefixCode.shannon(new double[] {0.125, 0.125, 0.25, 0.5});

        assertThat(right.expectedBits(p)).isEqualTo(1.75);
        assertThat(wrong.expectedBits(p)).isEqualTo(2.625);
        assertThat(wrong.kraftSum()).isEqualTo(1);
        assertThat(wrong.lengths()).containsExactly(3, 3, 2, 1);
    }

    @Test
    void shannonWordsNeedProbabilitiesAboveZero() {
        assertThat(PrefixCode.shannon(new double[] {0.4, 0.3, 0.2, 0.1})
                        .expectedBits(new double[] {0.4, 0.3, 0.2, 0.1}))
                .isCloseTo(2.4, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrefixCode.shannon(new double[] {0.5, 0, 0.5}))
                .withMessage("p[1] must be > 0 to have a code word, got 0");
    }
}
