package dev.surprisal.math.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.information.Entropy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixtureFitTest {

    private static final double[] DATA = {-2.5, -2, -1.5, 1.5, 2, 2.5};
    private static final Mixture START = two(0.5, -1, 1, 1, 1);
    private static final Mixture THREE =
            Mixture.ofNormals(new double[] {0.2, 0.5, 0.3}, new double[] {-4, 0, 3}, new double[] {0.6, 1, 0.4});

    /** The table of DEMO-06 in the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0, -1,           1,            -13.02560903",
        "1, -1.917437762, 0.7000707789, -8.594982173",
        "2, -1.999991789, 0.4082885117, -7.297235934",
        "3, -2,           0.4082482905, -7.297235875",
    })
    void sixPointsStepByStep(int iteration, double mean, double sd, double logLikelihood) {
        MixtureFit fit = MixtureFit.ofData(DATA, START, iteration);

        assertThat(fit.iterations()).isEqualTo(iteration);
        assertThat(fit.outcome()).isEqualTo(Outcome.OUT_OF_ITERATIONS);
        assertThat(fit.q().weight(0)).isCloseTo(0.5, within(1e-12));
        assertThat(mean(fit.q(), 0)).isCloseTo(mean, within(5e-10));
        assertThat(mean(fit.q(), 1)).isCloseTo(-mean, within(5e-10));
        assertThat(sd(fit.q(), 0)).isCloseTo(sd, within(5e-10));
        assertThat(sd(fit.q(), 1)).isCloseTo(sd, within(5e-10));
        assertThat(fit.logLikelihood(6)).isCloseTo(logLikelihood, within(5e-9));
    }

    @Test
    void sixPointsConverge() {
        MixtureFit fit = MixtureFit.ofData(DATA, START, 30);

        assertThat(fit.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(fit.logLikelihood(6)).isCloseTo(-7.297235875, within(5e-10));
        // sqrt(1/6), the sd of {-0.5, 0, 0.5}
        assertThat(sd(fit.q(), 0)).isCloseTo(Math.sqrt(1.0 / 6), within(1e-8));
    }

    @Test
    void oneComponentMatchesTheMomentsInOneStep() {
        MixtureFit fit = MixtureFit.ofTarget(THREE, Mixture.of(new double[] {1}, new Normal(5, 0.3)), 10);

        assertThat(mean(fit.path().get(1).q(), 0)).isCloseTo(0.1, within(1e-12));
        // sqrt of 0.2 (0.36 + 16) + 0.5 + 0.3 (0.16 + 9) - 0.01
        assertThat(sd(fit.path().get(1).q(), 0)).isCloseTo(Math.sqrt(6.51), within(1e-12));
        assertThat(fit.outcome()).isEqualTo(Outcome.CONVERGED);
    }

    @Test
    void asManyComponentsAsTheTargetReachIt() {
        Mixture p = two(0.35, -1.5, 1.25, 0.4, 0.9);

        MixtureFit fit = MixtureFit.ofTarget(p, START, 500);

        assertThat(fit.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(fit.q().weight(0)).isCloseTo(0.35, within(1e-8));
        assertThat(mean(fit.q(), 0)).isCloseTo(-1.5, within(1e-8));
        assertThat(sd(fit.q(), 1)).isCloseTo(0.9, within(1e-8));
        assertThat(fit.crossEntropyNats()).isCloseTo(Entropy.entropyNats(p), within(1e-13));
    }

    @Test
    void fewerComponentsEndWhereNoNeighbourIsCloser() {
        MixtureFit fit = MixtureFit.ofTarget(THREE, START, 2_000);
        double best = Divergence.klNats(THREE, fit.q());

        assertThat(fit.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(fit.crossEntropyNats() - Entropy.entropyNats(THREE)).isCloseTo(best, within(1e-12));
        double e = 1e-3;
        for (int i = 0; i < 5; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] x = {fit.q().weight(0), mean(fit.q(), 0), mean(fit.q(), 1), sd(fit.q(), 0), sd(fit.q(), 1)};
                x[i] += sign * e;
                assertThat(Divergence.klNats(THREE, two(x[0], x[1], x[2], x[3], x[4])))
                        .isGreaterThan(best);
            }
        }
    }

    @Test
    void crossEntropyNeverRises() {
        List<MixtureFit.Step> path =
                MixtureFit.ofTarget(THREE, two(0.9, -0.1, 0.1, 5, 0.2), 200).path();

        for (int i = 1; i < path.size(); i++) {
            assertThat(path.get(i).crossEntropyNats())
                    .isLessThanOrEqualTo(path.get(i - 1).crossEntropyNats() + 1e-12);
        }
        assertThat(path.getLast().crossEntropyNats()).isLessThan(path.getFirst().crossEntropyNats() - 0.2);
    }

    @Test
    void aComponentThatShrinksToOnePointOfTheDataStalls() {
        MixtureFit fit = MixtureFit.ofData(new double[] {0, 1, 2, 3, 100}, two(0.8, 1.5, 100, 1, 0.5), 500);

        assertThat(fit.outcome()).isEqualTo(Outcome.STALLED);
        assertThat(sd(fit.q(), 1)).isPositive();
    }

    @Test
    void dataWithoutSpreadAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixtureFit.ofData(new double[] {2, 2, 2}, START, 10))
                .withMessageContaining("two different numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixtureFit.ofData(new double[] {2, Double.NaN}, START, 10))
                .withMessageContaining("data[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixtureFit.ofTarget(THREE, START, -1))
                .withMessageContaining("mostIterations");
    }

    private static Mixture two(double weight, double m1, double m2, double s1, double s2) {
        return Mixture.ofNormals(new double[] {weight, 1 - weight}, new double[] {m1, m2}, new double[] {s1, s2});
    }

    private static double mean(Mixture q, int k) {
        return q.component(k).mean();
    }

    private static double sd(Mixture q, int k) {
        return q.component(k).standardDeviation();
    }
}
