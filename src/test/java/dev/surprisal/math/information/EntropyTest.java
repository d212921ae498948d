package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntropyTest {

    private static final double LN_2 = 0.6931471805599453;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Values of mpmath at 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.693147180559945",
        "0.9, 0.32508297339144824",
        "0.99, 0.05600153435484734",
        "0, 0",
        "1, 0",
        "1e-20, 4.7051701859880914e-19",
        "1e-300, 6.917755278982137e-298",
    })
    void entropyOfACoin(double p, double expected) {
        assertThat(Entropy.entropyNatsOfCoin(p)).isCloseTo(expected, within(expected * 1e-14));
        assertThat(Entropy.entropyNats(new Bernoulli(p))).isEqualTo(Entropy.entropyNatsOfCoin(p));
    }

    @Test
    void entropyOfVectors() {
        assertThat(Entropy.entropyNats(new double[] {1, 0, 0})).isZero();
        assertThat(Entropy.entropyNats(Categorical.uniform(8))).isCloseTo(3 * LN_2, within(1e-15));
        assertThat(Entropy.entropyNats(new double[] {0.4, 0.4, 0.2})).isCloseTo(1.05492016798614, within(1e-14));
        assertThat(Entropy.perplexity(new double[] {0.7, 0.2, 0.1})).isCloseTo(2.229591873920416, within(1e-12));
    }

    @Test
    void surprisalGrowsFromZeroToInfinity() {
        assertThat(Entropy.surprisalNats(1)).isZero();
        assertThat(Entropy.surprisalNats(0.5)).isCloseTo(LN_2, within(1e-15));
        assertThat(Entropy.surprisalNats(1e-300)).isCloseTo(690.7755278982137, within(1e-12));
        assertThat(Entropy.surprisalNats(0)).isEqualTo(INFINITY);
    }

    @Test
    void contributionsPeakAtOneOverE() {
        double peak = Entropy.entropyTerm(0.36787944117144233);

        assertThat(peak).isCloseTo(0.367879441171442, within(1e-15));
        assertThat(Entropy.entropyTerm(0.36)).isLessThan(peak);
        assertThat(Entropy.entropyTerm(0.37)).isLessThan(peak);
    }

    @Test
    void crossEntropyKnowsImpossibleOutcomes() {
        assertThat(Entropy.crossEntropyNats(new double[] {1, 0}, new double[] {1, 0}))
                .isZero();
        assertThat(Entropy.crossEntropyNats(new double[] {0.5, 0.5}, new double[] {1, 0}))
                .isEqualTo(INFINITY);
        assertThat(Entropy.crossEntropyNats(new Bernoulli(0.5), new Bernoulli(0.7)))
                .isCloseTo(0.780323874132, within(1e-12));
        assertThat(Entropy.crossEntropyNats(new Bernoulli(0.5), Categorical.of(1, 0)))
                .isEqualTo(INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "-0.1, -0.1", "1.0000001, 1.0000001", "Infinity, ∞"})
    void whatIsNoProbabilityIsRejected(double p, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.entropyNatsOfCoin(p))
                .withMessage("p must lie between 0 and 1, got " + shown);
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.surprisalNats(p));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bernoulli(p));
    }

    @Test
    void sumsNextToOneAreNormalisedOthersRejected() {
        assertThat(Entropy.entropyNats(new double[] {0.5 + 5e-10, 0.5})).isCloseTo(LN_2, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.entropyNats(new double[] {0.5, 0.6}))
                .withMessageStartingWith("p must sum to 1, got the sum 1.1");
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.entropyNats(new double[] {1.2, -0.2}));
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.entropyNats(new double[] {0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.entropyNats(new double[] {}));
    }
}
