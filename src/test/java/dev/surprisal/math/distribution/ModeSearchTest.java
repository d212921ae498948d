package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hills of mixtures whose places are known, or found here by walking along the density. */
class ModeSearchTest {

    private static final double[] HALVES = {0.5, 0.5};

    @Test
    void twoEqualHills() {
        Mixture p = Mixture.ofNormals(HALVES, new double[] {-2, 2}, new double[] {0.5, 0.5});

        double[] modes = p.localModes();

        // the score is 0 at m tanh(m x/s^2) = x: 2 tanh(8 x) = x, 4.5e-13 below 2
        assertThat(modes).hasSize(2);
        assertThat(modes[1]).isCloseTo(2 - 4 * Math.exp(-32), within(1e-14));
        assertThat(modes[0]).isCloseTo(-modes[1], within(1e-15));
        assertThat(p.mode()).isEqualTo(new Mode.Points(List.of(modes[0], modes[1])));
    }

    @Test
    void normalsThatMerge() {
        // two equal normals have one hill up to a distance of two sds
        assertThat(Mixture.ofNormals(HALVES, new double[] {-1, 1}, new double[] {1.001, 1.001})
                        .localModes())
                .hasSize(1)
                .satisfies(modes -> assertThat(modes[0]).isCloseTo(0, within(1e-8)));
        assertThat(Mixture.ofNormals(HALVES, new double[] {-1.2, 1.2}, new double[] {1, 1})
                        .localModes())
                .hasSize(2);
    }

    @Test
    void kinksAndEndsAreHillsThemselves() {
        assertThat(Mixture.of(HALVES, new Laplace(-3, 1), new Laplace(3, 1)).localModes())
                .containsExactly(-3, 3);
        assertThat(Mixture.of(HALVES, new Exponential(2), new Gamma(1, 3)).localModes())
                .containsExactly(0);
        assertThat(Mixture.of(new double[] {0.7, 0.3}, new Laplace(1, 0.5), new Exponential(1))
                        .mode())
                .isEqualTo(new Mode.Point(1));
        // where the density is infinite
        assertThat(Mixture.of(HALVES, new Beta(0.5, 0.5), new Beta(3, 3)).localModes())
                .hasSize(3)
                .satisfies(modes -> {
                    assertThat(modes[0]).isZero();
                    assertThat(modes[1]).isCloseTo(0.5, within(1e-15));
                    assertThat(modes[2]).isEqualTo(1);
                });
        assertThat(Mixture.of(HALVES, new Beta(0.5, 0.5), new Beta(3, 3)).mode())
                .isEqualTo(new Mode.Points(List.of(0.0, 1.0)));
    }

    @Test
    void plateaus() {
        // 1/4 up to 1, 1/2 up to 2, 1/4 up to 3
        Mixture steps = Mixture.of(HALVES, new Uniform(0, 2), new Uniform(1, 3));

        assertThat(steps.localModes()).containsExactly(1.5);
        assertThat(steps.mode()).isEqualTo(new Mode.Everywhere(1, 2));
        // two stretches of one height, with nothing between
        assertThat(Mixture.of(HALVES, new Uniform(0, 1), new Uniform(2, 3)).localModes())
                .containsExactly(0.5, 2.5);
        assertThat(Mixture.of(new double[] {0.4, 0.6}, new Uniform(0, 1), new Uniform(2, 3))
                        .mode())
                .isEqualTo(new Mode.Everywhere(2, 3));
        // a component without weight has no hill
        assertThat(Mixture.of(new double[] {0, 1}, new Uniform(0, 1), new Normal(7, 1))
                        .mode())
                .isEqualTo(new Mode.Point(7));
    }

    /** The highest points of a fine grid lie beside the modes, and each mode is higher than what is beside it. */
    @Test
    void drawnMixtures() {
        Generator generator = Generator.ofSeed(3);
        for (int i = 0; i < 20; i++) {
            double a = generator.nextUnit();
            Mixture p = Mixture.of(
                    new double[] {0.2 + 0.5 * a, 0.3 - 0.2 * a, 0.5 - 0.3 * a},
                    new Normal(6 * generator.nextUnit() - 3, 0.2 + generator.nextUnit()),
                    new Logistic(6 * generator.nextUnit() - 3, 0.1 + generator.nextUnit()),
                    new Gamma(1.5 + 3 * generator.nextUnit(), 1 + generator.nextUnit()));
            double[] modes = p.localModes();
            int hills = 0;
            double step = 2e-3;
            for (double x = -8; x < 12; x += step) {
                if (p.logDensity(x) > p.logDensity(x - step) && p.logDensity(x) >= p.logDensity(x + step)) {
                    double top = x;
                    assertThat(Arrays.stream(modes)).anyMatch(mode -> Math.abs(mode - top) <= 2 * step);
                    hills++;
                }
            }
            assertThat(modes).hasSize(hills);
            double highest = Double.NEGATIVE_INFINITY;
            for (double mode : modes) {
                assertThat(p.logDensity(mode)).isGreaterThanOrEqualTo(p.logDensity(mode - 1e-6));
                assertThat(p.logDensity(mode)).isGreaterThanOrEqualTo(p.logDensity(mode + 1e-6));
                assertThat(p.score(mode)).isCloseTo(0, within(1e-9));
                highest = Math.max(highest, p.logDensity(mode));
            }
            assertThat(p.logDensity(p.mode().only())).isEqualTo(highest);
        }
    }

    /** Counts are walked from mode to mode; here from end to end. */
    @Test
    void countsAreMostLikelyWhereNoneIsMoreSo() {
        for (DiscreteMixture p : List.of(
                DiscreteMixture.of(HALVES, new Poisson(2.5), new Poisson(40)),
                DiscreteMixture.of(new double[] {0.1, 0.9}, new Poisson(2), new Poisson(4)),
                DiscreteMixture.of(HALVES, new Binomial(9, 0.5), new Binomial(9, 0.5)),
                DiscreteMixture.of(HALVES, new Poisson(3), Categorical.of(0.1, 0.1, 0.1, 0.1, 0.6)),
                DiscreteMixture.of(new double[] {0.3, 0.7}, new Geometric(0.2), Empirical.of(-1.5, 2, 2, 8)),
                DiscreteMixture.of(new double[] {0, 1}, Empirical.of(-1.5, 2, 2, 8), new Bernoulli(0.5)))) {
            double largest = 0;
            for (double x = p.firstAtom(); x < 100; x = p.nextAtom(x)) {
                largest = Math.max(largest, p.probability(x));
            }
            List<Double> best = new ArrayList<>();
            for (double x = p.firstAtom(); x < 100; x = p.nextAtom(x)) {
                if (p.probability(x) == largest) {
                    best.add(x);
                }
            }

            assertThat(p.mode()).as(p.toString()).isEqualTo(Mode.at(best));
        }
    }
}
