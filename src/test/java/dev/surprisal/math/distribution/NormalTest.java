package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    /** Values of mpmath at 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "40, 0, 1, -800.918938533205",
        "2, 0, 1, -2.91893853320467",
        "0, 0, 0.1, 1.38364655978937",
        "55, 50, 5, -3.02837644563877",
    })
    void logDensity(double x, double mean, double sd, double expected) {
        assertThat(new Normal(mean, sd).logDensity(x)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void densityMayExceedOne() {
        assertThat(new Normal(0, 0.1).density(0)).isCloseTo(3.98942280401433, within(1e-13));
    }

    @Test
    void densityIsZeroAtInfinity() {
        assertThat(Normal.STANDARD.density(Double.POSITIVE_INFINITY)).isZero();
        assertThat(Normal.STANDARD.logDensity(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void scoreIsTheSlopeOfTheLogDensity() {
        Normal normal = new Normal(1, 0.5);

        assertThat(normal.score(2)).isEqualTo(-4);
        assertThat(normal.score(1)).isZero();
        assertThat((normal.logDensity(2 + 1e-6) - normal.logDensity(2 - 1e-6)) / 2e-6)
                .isCloseTo(normal.score(2), within(1e-8));
    }

    @Test
    void parametersAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normal(0, 0))
                .withMessage("sd must be a finite number > 0, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Normal(0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Normal(0, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normal(Double.NaN, 1))
                .withMessage("mean must be a finite number, got NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.STANDARD.logDensity(Double.NaN));
    }
}
