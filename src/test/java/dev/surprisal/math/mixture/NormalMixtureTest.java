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

    /** 0.3 N(-2, 0.5^2) + 0.7 N(1, 1.5^2): mpmath at 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "-3.5, 0.00134989803163009453, 0.998650101968369905, -5.35440001206710157, 0.5625, 4.25",
        "-1, 0.357022814223653747, 0.642977185776346253, -2.2170258011667875, 0.29738182618918034, -0.564977816924881663",
        "2.75, 0.91482924679793312, 0.0851707532020668798, -2.36163414080712506, 6.41456921930787086e-20, -0.777777777777777779",
    })
    void massesSharesAndScores(double x, double below, double above, double logDensity, double share, double score) {
        NormalMixture p = mixture("0.3 0.7", "-2 1", "0.5 1.5");
        double[] shares = new double[2];
        for (double offset : new double[] {0, 0.25, -8}) {
            assertThat(p.massBelow(x - offset, offset)).isCloseTo(below, within(1e-15));
            assertThat(p.massAbove(x - offset, offset)).isCloseTo(above, within(1e-15));
            assertThat(p.logDensity(x - offset, offset)).isCloseTo(logDensity, within(2e-15));
            assertThat(p.score(x - offset, offset)).isCloseTo(score, within(4e-15));
        }

        assertThat(p.responsibilities(x, shares)).isCloseTo(logDensity, within(2e-15));
        assertThat(shares[0]).isCloseTo(share, within(2e-15 * share));
        assertThat(shares[1]).isCloseTo(1 - share, within(1e-15));
    }

    /** The same mixture; the last two have all their mass in one tail of a component, where 1 - cdf would lose digits. */
    @ParameterizedTest
    @CsvSource({
        "-2.5, 0.25, 0.461507951586764554",
        "3, 7, 0.0638256839388243249",
        "-9, -4, 0.000309843596628974934",
        "2, 30, 0.176744776282846226",
        "1, 1, 0",
    })
    void massesBetween(double from, double to, double expected) {
        NormalMixture p = mixture("0.3 0.7", "-2 1", "0.5 1.5");

        assertThat(p.massBetween(from - 0.5, 0.5, to + 2, -2)).isCloseTo(expected, within(1e-15 * expected + 1e-17));
    }

    /** ln |w N(x + iy; m, s^2)|: mpmath at 40 digits. */
    @Test
    void sizesOfSharesInTheComplexPlane() {
        NormalMixture p = mixture("0.3 0.7", "-2 1", "0.5 1.5");

        assertThat(p.logModulus(0, 0.75, 0.5)).isCloseTo(-16.054764156970663, within(1e-14));
        assertThat(p.logModulus(1, 0.75, 0.5)).isCloseTo(-1.6394119185849028, within(1e-15));
        assertThat(p.logHeight(1)).isCloseTo(p.logModulus(1, 1, 0), within(1e-16));
    }

    @Test
    void whatTheComponentsAre() {
        NormalMixture p = mixture("0.2 0.5 0.3", "0.5 -4 3", "0.6 1 0.4");

        assertThat(p.size()).isEqualTo(3);
        assertThat(p.weight(2)).isEqualTo(0.3);
        assertThat(p.mean(0)).isEqualTo(0.5);
        assertThat(p.sd(1)).isEqualTo(1);
        assertThat(p.narrowest()).isEqualTo(0.4);
        assertThat(p.widest()).isEqualTo(1);
        assertThat(p.leftmost()).isEqualTo(-4);
        assertThat(p.rightmost()).isEqualTo(3);
        assertThat(p.mean()).isCloseTo(-1, within(1e-15));
        // 0.2 (0.36 + 2.25) + 0.5 (1 + 9) + 0.3 (0.16 + 16)
        assertThat(p.variance()).isCloseTo(10.37, within(1e-14));
        assertThat(p.toMixture())
                .isEqualTo(Mixture.ofNormals(
                        new double[] {0.2, 0.5, 0.3}, new double[] {0.5, -4, 3}, new double[] {0.6, 1, 0.4}));
    }

    @Test
    void joinedIsTheMeanOfBothDensities() {
        NormalMixture p = mixture("0.3 0.7", "-2 1", "0.5 1.5");
        NormalMixture q = mixture("0.2 0.5 0.3", "-4 0 3", "0.6 1 0.4");
        NormalMixture both = NormalMixture.joined(p, q);

        assertThat(both.size()).isEqualTo(5);
        for (double x = -6; x < 6; x += 0.31) {
            assertThat(Math.exp(both.logDensity(x)))
                    .isCloseTo(0.5 * (Math.exp(p.logDensity(x)) + Math.exp(q.logDensity(x))), within(1e-15));
        }
    }

    @Test
    void anotherOriginMovesThePoints() {
        NormalMixture p = mixture("0.3 0.7", "-2 1", "0.5 1.5");
        NormalMixture moved = p.from(-2.5);

        assertThat(moved.mean(0)).isEqualTo(0.5);
        assertThat(moved.sd(0)).isEqualTo(0.5);
        for (double x = -6; x < 6; x += 0.25) {
            assertThat(moved.logDensity(x + 2.5)).isCloseTo(p.logDensity(x), within(1e-15 * (1 + x * x)));
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
