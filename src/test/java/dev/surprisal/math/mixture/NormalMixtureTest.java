package dev.surprisal.math.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalMixtureTest {

    /** The rows PDF-044 to PDF-047 and SCO-002 to SCO-005 of the curriculum's reference values (mpmath, 60 digits). */
    @ParameterizedTest
    @CsvSource({
        "0.5 0.5,   -2 2,      0.5 0.5, 0,   -8.22579135264473, 0",
        "0.5 0.5,   -2 2,      0.5 0.5, 2,   -0.91893853320466, ",
        "0.5 0.5,   -2 2,      0.5 0.5, 30,  -1568.9189385332,  -112",
        "0.35 0.65, -1.5 1.25, 0.4 0.9, 0.4, -1.69032472977658, ",
        "0.5 0.5,   -2 2,      0.5 0.5, 0.3,                  , 6.66939886154944",
        "0.35 0.65, -1.5 1.25, 0.4 0.9, 1.2,                  , 0.0617283924371124",
        "0.5 0.5,   -2 2,      0.5 0.5, -50,                  , 192",
    })
    void densitiesAndScores(String weights, String means, String sds, double x, Double logDensity, Double score) {
        NormalMixture p = mixture(weights, means, sds);
        double[] f = new double[3];

        p.surprisal(x, f);

        if (logDensity != null) {
            assertThat(p.logDensity(x)).isCloseTo(logDensity, within(1e-13 * Math.abs(logDensity)));
            assertThat(-f[0]).isCloseTo(logDensity, within(1e-13 * Math.abs(logDensity)));
        }
        if (score != null) {
            assertThat(-f[1]).isCloseTo(score, within(1e-13 * Math.max(1, Math.abs(score))));
        }
    }

    @Test
    void curvatureIsTheSlopeOfTheScore() {
        SplittableRandom random = new SplittableRandom(3);
        NormalMixture p = mixture("0.2 0.5 0.3", "-4 0 3", "0.6 1 0.4");
        double[] left = new double[3];
        double[] right = new double[3];
        double[] f = new double[3];
        for (int i = 0; i < 500; i++) {
            double x = random.nextDouble(-8, 8);
            double h = 1e-5;
            p.surprisal(x - h, left);
            p.surprisal(x + h, right);
            p.surprisal(x, f);

            assertThat(f[1]).isCloseTo((right[0] - left[0]) / (2 * h), within(1e-7));
            assertThat(f[2]).isCloseTo((right[1] - left[1]) / (2 * h), within(1e-6));
        }
    }

    @Test
    void densityIsThatOfTheDistribution() {
        Mixture mixture =
                Mixture.ofNormals(new double[] {0.2, 0.5, 0.3}, new double[] {-4, 0, 3}, new double[] {0.6, 1, 0.4});
        NormalMixture flat = NormalMixture.find(mixture).orElseThrow();
        for (double x = -60; x < 60; x += 0.37) {
            assertThat(flat.logDensity(x)).isCloseTo(mixture.logDensity(x), within(1e-13 * (1 + x * x)));
        }
        assertThat(flat.mean()).isEqualTo(mixture.mean());
        assertThat(flat.variance()).isCloseTo(mixture.variance(), within(1e-14));
    }

    @Test
    void onlyNormalsAndTheirMixturesHaveFlatArrays() {
        assertThat(NormalMixture.find(new Normal(1, 2)).orElseThrow().size()).isEqualTo(1);
        assertThat(NormalMixture.find(new Bernoulli(0.5))).isEmpty();
        assertThat(NormalMixture.find(Mixture.of(
                        new double[] {0.5, 0.5}, Mixture.of(new double[] {1}, Normal.STANDARD), Normal.STANDARD)))
                .isEmpty();
    }

    @Test
    void componentsWithoutWeightAreLeftOut() {
        NormalMixture p = NormalMixture.of(new double[] {0, 1}, new double[] {5, 1}, new double[] {1e-3, 2});

        assertThat(p.size()).isEqualTo(1);
        assertThat(p.narrowest()).isEqualTo(2);
        assertThat(p.mean()).isEqualTo(1);
    }

    @Test
    void badComponentsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalMixture.of(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {1, 0}))
                .withMessageContaining("sds[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalMixture.of(new double[] {0.5, 0.5}, new double[] {0}, new double[] {1, 1}))
                .withMessageContaining("same length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalMixture.of(new double[] {0.5, 0.6}, new double[] {0, 1}, new double[] {1, 1}))
                .withMessageContaining("sum to 1");
    }

    private static NormalMixture mixture(String weights, String means, String sds) {
        return NormalMixture.of(numbers(weights), numbers(means), numbers(sds));
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
