package dev.surprisal.math.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReverseFitTest {

    static List<KlFits.Target> targets() {
        return KlFits.targets();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void findsEveryStationaryPoint(KlFits.Target target) {
        ReverseFit fit = ReverseFit.of(target.p());

        assertThat(fit.isCertified()).isTrue();
        assertThat(fit.points()).hasSameSizeAs(target.reverse());
        double least = fit.best().klNats();
        for (KlFits.Point expected : target.reverse()) {
            StationaryPoint found = fit.points().stream()
                    .min(Comparator.comparingDouble(point -> Math.abs(point.q().mean() - expected.mean())
                            + Math.abs(point.q().sd() - expected.sd())))
                    .orElseThrow();
            assertThat(found.q().mean()).isCloseTo(expected.mean(), within(1e-12));
            assertThat(found.q().sd()).isCloseTo(expected.sd(), within(1e-12));
            assertThat(found.klNats()).isCloseTo(expected.kl(), within(1e-13 * Math.max(1, expected.kl())));
            assertThat(found.isMinimum()).isEqualTo(expected.minimum());
            assertThat(found.smallCurvature()).isCloseTo(expected.smallCurvature(), within(1e-6));
            assertThat(found.largeCurvature()).isCloseTo(expected.largeCurvature(), within(1e-6));
            assertThat(found.kind() == StationaryPoint.Kind.GLOBAL_MINIMUM)
                    .isEqualTo(expected.minimum() && expected.kl() <= least + 1e-9);
        }
    }

    /** DEMO-03: two modes at -r and r with sd 1. Below the fold at 2.41222972 the one minimum straddles them. */
    @ParameterizedTest
    @CsvSource({
        "0,          1, 0",
        "0.5,        1, 0",
        "1,          1, 0",
        "2,          1, 0",
        "2.41222970, 1, 0",
        "2.41222975, 3, 0",
        "2.5,        3, 0",
        "2.80008221, 3, 0",
        "2.80008223, 3, 2.76800",
        "3,          3, 2.98430599",
        "16,         3, 16",
        "60,         3, 60",
    })
    void separationDecidesHowManyMinimaThereAre(double r, int minima, double best) {
        ReverseFit fit = ReverseFit.of(apart(r));

        assertThat(fit.minima()).hasSize(minima);
        assertThat(Math.abs(fit.best().q().mean())).isCloseTo(best, within(1e-5));
    }

    /** DEMO-03, at the fold: (mean, sd) = (2.1457, 1.2910). */
    @Test
    void offCentreMinimaAppearInPairsWithASaddle() {
        ReverseFit fit = ReverseFit.of(apart(2.4123));

        assertThat(fit.isCertified()).isTrue();
        assertThat(fit.points()).hasSize(5);
        assertThat(fit.points().get(2).q().mean()).isCloseTo(2.1457, within(0.02));
        assertThat(fit.points().get(2).q().sd()).isCloseTo(1.2910, within(0.02));
        assertThat(fit.points().get(4).q().mean()).isCloseTo(2.1457, within(0.02));
        assertThat(fit.points().get(1).kind()).isEqualTo(StationaryPoint.Kind.GLOBAL_MINIMUM);
        assertThat(fit.points().get(2).kind()).isEqualTo(StationaryPoint.Kind.LOCAL_MINIMUM);
    }

    /**
     * DEMO-03, where the centre and the modes are as good: KL = 0.684266100 at mean 2.76800. The curriculum's sd of 1.04429 is off
     * in its last digit; mpmath finds 1.0443108861 there.
     */
    @Test
    void centreAndModesChangePlaces() {
        List<StationaryPoint> minima = ReverseFit.of(apart(2.80008222)).minima();

        for (StationaryPoint minimum : minima) {
            assertThat(minimum.klNats()).isCloseTo(0.684266100, within(5e-9));
        }
        assertThat(minima.get(2).q().mean()).isCloseTo(2.76800, within(5e-6));
        assertThat(minima.get(2).q().sd()).isCloseTo(1.04431089, within(5e-8));
    }

    /** DEMO-03: at r = 8, s = 0.5 the centre's curvature in the mean is 0.0936593. */
    @Test
    void theCentreStaysAMinimumHoweverFarTheModes() {
        Mixture p = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-4, 4}, new double[] {0.5, 0.5});

        StationaryPoint centre = ReverseFit.of(p).minima().get(1);

        assertThat(centre.q().mean()).isCloseTo(0, within(1e-10));
        assertThat(centre.smallCurvature()).isCloseTo(0.0936593, within(5e-8));
        assertThat(centre.q().sd())
                .isCloseTo(4 * Math.sqrt(2 / Math.PI) + 0.25 / (4 * Math.sqrt(2 / Math.PI)), within(0.01));
    }

    /**
     * Pairs of modes so far apart that each is exactly symmetric: their centres have no mode of their own. Each is target T1 at
     * twice the size.
     */
    @Test
    void findsMinimaThatNoModeLeadsTo() {
        Mixture p = Mixture.ofNormals(
                new double[] {0.25, 0.25, 0.25, 0.25}, new double[] {-54, -46, 46, 54}, new double[] {1, 1, 1, 1});

        ReverseFit fit = ReverseFit.of(p);

        assertThat(fit.isCertified()).isTrue();
        assertThat(fit.minima()).anySatisfy(point -> {
            assertThat(point.q().mean()).isCloseTo(-50, within(1e-6));
            assertThat(point.q().sd()).isCloseTo(1.73636246481115 * 2, within(1e-6));
        });
    }

    @Test
    void newtonFromAnywhereEndsAtAPointThatIsKnown() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 25; i++) {
            Mixture p = random(random, 2 + i % 4);
            ReverseFit fit = ReverseFit.of(p);
            Landscape landscape = Landscape.reverse(p);

            assertThat(fit.isCertified()).isTrue();
            for (int start = 0; start < 20; start++) {
                Normal from = new Normal(random.nextDouble(-6, 6), Math.exp(random.nextDouble(-1.5, 2)));
                Descent descent = Descent.of(landscape, from, new Method.Newton(start % 2 == 0), 100);
                if (descent.outcome() == Outcome.CONVERGED) {
                    Descent.Step end = descent.end();
                    assertThat(fit.points()).anySatisfy(point -> {
                        assertThat(point.q().mean()).isCloseTo(end.mean(), within(1e-4));
                        assertThat(point.q().sd()).isCloseTo(end.sd(), within(1e-4));
                    });
                }
            }
        }
    }

    @Test
    void theFitDoesNotDependOnOriginAndUnit() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 10; i++) {
            Mixture p = random(random, 3);
            ReverseFit fit = ReverseFit.of(p);
            for (double unit : new double[] {0x1p-60, 0x1p40}) {
                double[] means = new double[3];
                double[] sds = new double[3];
                for (int k = 0; k < 3; k++) {
                    means[k] = unit * (p.component(k).mean() + 1000);
                    sds[k] = unit * p.component(k).standardDeviation();
                }
                ReverseFit moved = ReverseFit.of(Mixture.ofNormals(p.weights(), means, sds));

                assertThat(moved.points()).hasSameSizeAs(fit.points());
                for (int j = 0; j < fit.points().size(); j++) {
                    Normal q = fit.points().get(j).q();
                    Normal other = moved.points().get(j).q();
                    assertThat(other.mean() / unit - 1000).isCloseTo(q.mean(), within(1e-8));
                    assertThat(other.sd() / unit).isCloseTo(q.sd(), within(1e-8));
                }
            }
        }
    }

    @Test
    void targetsOutOfReachAreRefused() {
        Mixture needle = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {1e-10, 1});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReverseFit.of(needle))
                .withMessageContaining("at most 1e9 times the least sd");
    }

    private static Mixture apart(double r) {
        return Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-r, r}, new double[] {1, 1});
    }

    private static Mixture random(SplittableRandom random, int n) {
        double[] weights = new double[n];
        double[] means = new double[n];
        double[] sds = new double[n];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            weights[k] = 0.05 + random.nextDouble();
            sum += weights[k];
            means[k] = random.nextDouble(-5, 5);
            sds[k] = random.nextDouble(0.2, 1.5);
        }
        for (int k = 0; k < n; k++) {
            weights[k] /= sum;
        }
        return Mixture.ofNormals(weights, means, sds);
    }
}
