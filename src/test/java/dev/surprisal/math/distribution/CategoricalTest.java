package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CategoricalTest {

    private static final Categorical THREE = Categorical.of(0.1, 0.6, 0.3);

    @Test
    void outcomesCountFromZero() {
        assertThat(THREE.probability(1)).isEqualTo(0.6);
        assertThat(THREE.logDensity(1)).isCloseTo(-0.510825623766, within(1e-12));
        assertThat(THREE.probability(1.5)).isZero();
        assertThat(THREE.probability(3.0)).isZero();
        assertThat(THREE.logDensity(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatIllegalArgumentException().isThrownBy(() -> THREE.probability(3));
    }

    @Test
    void atomsAreWalkedInOrder() {
        assertThat(THREE.firstAtom()).isZero();
        assertThat(THREE.nextAtom(0)).isEqualTo(1);
        assertThat(THREE.nextAtom(0.5)).isEqualTo(1);
        assertThat(THREE.nextAtom(2)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(THREE.nextAtom(Double.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void momentsAndCovariance() {
        assertThat(THREE.mean()).isCloseTo(1.2, within(1e-15));
        assertThat(THREE.variance()).isCloseTo(0.36, within(1e-15));
        assertThat(THREE.oneHotCovariance()[0][1]).isCloseTo(-0.06, within(1e-16));
        assertThat(THREE.oneHotCovariance()[2][2]).isCloseTo(0.21, within(1e-16));
    }

    @Test
    void weightsAreNormalised() {
        assertThat(Categorical.ofWeights(1, 6, 3)).isEqualTo(THREE).hasSameHashCodeAs(THREE);
        assertThat(Categorical.uniform(4).probabilities()).containsOnly(0.25);
        // ten times 0.1 is 1 - 1.1e-16 when added up plainly, and must stay ten times 0.1
        double[] tenths = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertThat(Categorical.of(tenths).probabilities()).containsExactly(tenths);
    }

    @Test
    void vectorsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> Categorical.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Categorical.of(0.5, 0.5 + 2e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> Categorical.of(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Categorical.ofWeights(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Categorical.ofWeights(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Categorical.uniform(1));
        assertThatIllegalArgumentException().isThrownBy(() -> THREE.probability(Double.NaN));
    }
}
