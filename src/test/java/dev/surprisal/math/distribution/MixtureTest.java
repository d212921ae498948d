package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MixtureTest {

    private static final Mixture TWO_MODES =
            Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5});

    @Test
    void logDensityReachesIntoTheTails() {
        // both components contribute exp(-8) at 0: ln N(0; 2, 0.25) = -8 - ln(0.5 sqrt(2 pi))
        assertThat(TWO_MODES.logDensity(0)).isCloseTo(-8.225791352644727, within(1e-14));
        // 96 standard deviations out, where the density itself is 0
        assertThat(TWO_MODES.density(50)).isZero();
        assertThat(TWO_MODES.logDensity(50))
                .isCloseTo(-8.225791352644727 + 8 - 4608 - 0.6931471805599453, within(1e-11));
        assertThat(TWO_MODES.logDensity(Double.POSITIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void momentsJoinSpreadWithinAndBetween() {
        Mixture mixture = Mixture.of(new double[] {0.7, 0.3}, new Normal(-2, 0.5), new Normal(2, 0.5));

        assertThat(mixture.mean()).isCloseTo(-0.8, within(1e-15));
        assertThat(mixture.variance()).isCloseTo(3.61, within(1e-14));
        assertThat(mixture.standardDeviation()).isCloseTo(1.9, within(1e-15));
    }

    @Test
    void responsibilitiesAreThePosteriorOfTheComponents() {
        double[] responsibilities = TWO_MODES.responsibilities(0.1);

        // the log odds are 2 m x / s^2 = 1.6
        assertThat(responsibilities[1]).isCloseTo(0.832018385133924, within(1e-14));
        assertThat(responsibilities[0] + responsibilities[1]).isCloseTo(1, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO_MODES.responsibilities(Double.POSITIVE_INFINITY));
    }

    @Test
    void scoreIsTheSlopeOfTheLogDensity() {
        for (double x = -4; x <= 4; x += 0.37) {
            double slope = (TWO_MODES.logDensity(x + 1e-6) - TWO_MODES.logDensity(x - 1e-6)) / 2e-6;

            assertThat(TWO_MODES.score(x)).isCloseTo(slope, within(1e-7));
        }
    }

    @Test
    void componentsOfWeightZeroDoNotCount() {
        Mixture mixture = Mixture.of(new double[] {0, 1}, new Normal(-2, 0.5), Normal.STANDARD);

        assertThat(mixture.logDensity(1)).isEqualTo(Normal.STANDARD.logDensity(1));
        assertThat(mixture.responsibilities(1)).containsExactly(0, 1);
    }

    @Test
    void aMixtureOfOneIsThatOneInItsSimplestForm() {
        assertThat(Mixture.of(new double[] {0, 1}, new Laplace(3, 1), Normal.STANDARD)
                        .simplest())
                .isEqualTo(Normal.STANDARD);
        assertThat(Mixture.of(
                                new double[] {0.1, 0.9},
                                Mixture.of(new double[] {1}, Normal.STANDARD),
                                Mixture.of(new double[] {1}, Normal.STANDARD))
                        .simplest())
                .isEqualTo(Normal.STANDARD);
        assertThat(DiscreteMixture.of(new double[] {0.1, 0.2, 0.7}, new Poisson(2), new Poisson(2), new Poisson(2))
                        .simplest())
                .isEqualTo(new Poisson(2));
        assertThat(TWO_MODES.simplest()).isSameAs(TWO_MODES);
    }

    @Test
    void arraysStayInside() {
        double[] weights = {0.5, 0.5};
        Mixture mixture = Mixture.of(weights, Normal.STANDARD, new Normal(1, 1));
        weights[0] = 7;
        mixture.weights()[0] = 7;

        assertThat(mixture.weight(0)).isEqualTo(0.5);
        assertThat(mixture)
                .isEqualTo(Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {1, 1}))
                .hasSameHashCodeAs(mixture);
    }

    @Test
    void shapesAndWeightsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mixture.of(new double[] {0.5, 0.5}, Normal.STANDARD))
                .withMessageContaining("same length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mixture.of(new double[] {0.5, 0.6}, Normal.STANDARD, Normal.STANDARD))
                .withMessageContaining("weights must sum to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Mixture.of(new double[] {}, new Normal[] {}));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO_MODES.component(2));
    }
}
