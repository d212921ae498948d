package dev.surprisal.math.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JensenTest {

    private static final double[] HALVES = {0.5, 0.5};

    @Test
    void theChordLiesBelowTheCurve() {
        // curriculum, GEO-02: ln 2.5 - ln 2
        assertThat(Jensen.gap(HALVES, new double[] {1, 4})).isCloseTo(0.22314355131420976, within(1e-16));
        assertThat(Jensen.gap(HALVES, new double[] {1e-300, 1e300}))
                .isCloseTo(690.7755278982137 - 0.6931471805599453, within(1e-12));
        assertThat(Jensen.gap(HALVES, new double[] {1.6e308, 1.6e308 / 4}))
                .isCloseTo(0.22314355131420976, within(1e-16));
        // e^2/8 - e^3/8 with e = 2^-30; the difference of the logarithms is 0
        assertThat(Jensen.gap(HALVES, new double[] {1, 1 + 0x1p-30})).isCloseTo(1.0842021714757625e-19, within(1e-31));
        assertThat(Jensen.gap(HALVES, new double[] {Double.MIN_VALUE, 4 * Double.MIN_VALUE}))
                .isCloseTo(0.22314355131420976, within(1e-16));
    }

    @Test
    void equalValuesLeaveNoGap() {
        assertThat(Jensen.gap(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, new double[] {0.7, 0.7, 0.7}))
                .isZero();
        assertThat(Jensen.gap(new double[] {0.4, 0.6, 0}, new double[] {2, 2, 5}))
                .isZero();
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> Jensen.gap(HALVES, new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Jensen.gap(HALVES, new double[] {1, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Jensen.gap(new double[] {0.5, 0.6}, new double[] {1, 2}));
    }
}
