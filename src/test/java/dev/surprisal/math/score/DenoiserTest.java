package dev.surprisal.math.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import org.junit.jupiter.api.Test;

class DenoiserTest {

    private static final Mixture TWO_MODES =
            Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5});
    private static final Mixture UNEVEN =
            Mixture.ofNormals(new double[] {0.35, 0.65}, new double[] {-1.5, 1.25}, new double[] {0.4, 0.9});

    @Test
    void tweediesMeanOfTheCourse() {
        // SCO-017, SCO-018, curriculum SCORE-03 (first two moments of the posterior: mpmath by quadrature)
        assertThat(Denoiser.of(TWO_MODES, 1).posteriorMean(0.5)).isCloseTo(1.16245883242856, within(1e-13));
        assertThat(Denoiser.of(UNEVEN, 0.6).posteriorMean(-0.4)).isCloseTo(-0.459410801963993, within(1e-13));
        assertThat(Denoiser.of(TWO_MODES, 0.5).posteriorMean(0.5)).isCloseTo(1.214027580075817, within(1e-14));
        assertThat(Denoiser.of(TWO_MODES, 0.5).posteriorVariance(0.5)).isCloseTo(0.19565082485316446, within(1e-14));
        assertThat(Denoiser.of(UNEVEN, 0.6).posteriorVariance(-0.4)).isCloseTo(0.5855437545704635, within(1e-14));
    }

    @Test
    void aNormalShrinksTowardsItsMean() {
        // L13-X6: y/(1 + sd^2)
        Denoiser denoiser = Denoiser.of(Normal.STANDARD, 0.5);

        assertThat(denoiser.posteriorMean(1)).isCloseTo(0.8, within(1e-15));
        assertThat(denoiser.posteriorVariance(1)).isCloseTo(0.2, within(1e-15));
        assertThat(denoiser.score(1)).isCloseTo(-0.8, within(1e-15));
        assertThat(denoiser.lossFloor()).isCloseTo(ScoreMatching.denoisingFloor(1, 0.5), within(1e-13));
    }

    @Test
    void theMeanIsAStepAlongTheScoreOfTheNoisyData() {
        for (double sd : new double[] {0.1, 0.6, 3}) {
            Denoiser denoiser = Denoiser.of(UNEVEN, sd);
            for (double y = -6; y <= 6; y += 0.5) {
                assertThat(denoiser.posteriorMean(y))
                        .isCloseTo(y + sd * sd * denoiser.noisy().score(y), within(1e-12));
                double slope = (denoiser.score(y + 1e-5) - denoiser.score(y - 1e-5)) / 2e-5;
                assertThat(denoiser.posteriorVariance(y)).isCloseTo(sd * sd + sd * sd * sd * sd * slope, within(1e-6));
            }
        }
    }

    @Test
    void largeNoiseLeavesTheMeanOfTheData() {
        // y + sd^2 score = 1 - 1 + 1e-8…: at sd = 1e8 the sum keeps no digit of the data's mean
        assertThat(Denoiser.of(UNEVEN, 1e8).posteriorMean(1)).isCloseTo(UNEVEN.mean(), within(1e-13));
        assertThat(Denoiser.of(UNEVEN, 1e8).posteriorVariance(1)).isCloseTo(UNEVEN.variance(), within(1e-13));
        assertThat(Denoiser.of(UNEVEN, 1e-8).posteriorMean(1)).isCloseTo(1, within(1e-14));
    }

    @Test
    void lossFloorIsWhatTheScoreLeaves() {
        // mpmath: 1/sd^2 - integral of p'^2/p
        assertThat(Denoiser.of(TWO_MODES, 0.5).lossFloor()).isCloseTo(2.1148201154905104, within(1e-12));
        assertThat(Denoiser.of(UNEVEN, 0.6).lossFloor()).isCloseTo(2.0723051544803486, within(1e-12));
        assertThat(Denoiser.of(
                                Mixture.ofNormals(new double[] {0.3, 0.7}, new double[] {-3, 1}, new double[] {0.1, 2}),
                                0.3)
                        .lossFloor())
                .isCloseTo(8.688739200758159, within(1e-11));
        assertThat(Denoiser.of(
                                Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {0, 0}, new double[] {0.02, 1}),
                                0.001)
                        .lossFloor())
                .isCloseTo(998910.1420612986, within(1e-5));
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> Denoiser.of(TWO_MODES, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Denoiser.of(Mixture.of(new double[] {1}, TWO_MODES), 1))
                .withMessageContaining("must be a mixture of normals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Denoiser.of(TWO_MODES, 1).posteriorMean(Double.POSITIVE_INFINITY));
    }
}
