package dev.surprisal.math.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReverseMixtureFitTest {

    @Test
    void oneComponentEndsAtAMinimumOfTheReverseFit() {
        Mixture p = KlFits.target("T5").p();

        ReverseMixtureFit fit = ReverseMixtureFit.of(p, Mixture.of(new double[] {1}, new Normal(1.5, 0.8)), 500);

        assertThat(fit.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(fit.klNats()).isCloseTo(0.686708188807, within(1e-10));
        assertThat(fit.q().component(0).mean()).isCloseTo(1.97320124394, within(1e-5));
    }

    @Test
    void enoughComponentsReachTheTarget() {
        Mixture p = Mixture.ofNormals(new double[] {0.35, 0.65}, new double[] {-1.5, 1.25}, new double[] {0.4, 0.9});

        ReverseMixtureFit fit = ReverseMixtureFit.of(p, two(-1, 1), 500);

        assertThat(fit.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(fit.klNats()).isLessThan(1e-10);
        assertThat(fit.q().weight(0)).isCloseTo(0.35, within(1e-4));
        assertThat(fit.q().component(1).mean()).isCloseTo(1.25, within(1e-4));
    }

    @Test
    void tooFewComponentsEndWhereNoNeighbourIsCloser() {
        Mixture p = KlFits.target("T13").p();

        ReverseMixtureFit fit = ReverseMixtureFit.of(p, two(0, 3), 500);

        assertThat(fit.outcome()).isEqualTo(Outcome.CONVERGED);
        double[] x = {
            fit.q().weight(0),
            fit.q().component(0).mean(),
            fit.q().component(1).mean(),
            fit.q().component(0).standardDeviation(),
            fit.q().component(1).standardDeviation()
        };
        for (int i = 0; i < 5; i++) {
            for (double by : new double[] {-1e-3, 1e-3}) {
                double[] y = x.clone();
                y[i] += by;
                Mixture other = Mixture.ofNormals(
                        new double[] {y[0], 1 - y[0]}, new double[] {y[1], y[2]}, new double[] {y[3], y[4]});
                assertThat(Divergence.klNats(other, p)).isGreaterThan(fit.klNats());
            }
        }
    }

    @Test
    void klNeverRisesAndTheLastStepIsReported() {
        List<ReverseMixtureFit.Step> path =
                ReverseMixtureFit.of(KlFits.target("T10").p(), two(-5, 4), 7).path();

        for (int i = 1; i < path.size(); i++) {
            assertThat(path.get(i).klNats()).isLessThanOrEqualTo(path.get(i - 1).klNats() + 1e-12);
        }
        assertThat(path).hasSize(8);
        assertThat(ReverseMixtureFit.of(KlFits.target("T10").p(), two(-5, 4), 7).outcome())
                .isEqualTo(Outcome.OUT_OF_ITERATIONS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReverseMixtureFit.of(Normal.STANDARD, two(-1, 1), -1))
                .withMessageContaining("mostIterations");
    }

    private static Mixture two(double left, double right) {
        return Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {left, right}, new double[] {1, 1});
    }
}
