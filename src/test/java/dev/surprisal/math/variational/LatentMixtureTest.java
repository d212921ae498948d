package dev.surprisal.math.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Mixture;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatentMixtureTest {

    private static final LatentMixture TWO_MODES = new LatentMixture(
            Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5}));
    private static final LatentMixture UNEVEN = new LatentMixture(
            Mixture.ofNormals(new double[] {0.35, 0.65}, new double[] {-1.5, 1.25}, new double[] {0.4, 0.9}));

    @Test
    void boundsOfTheCourse() {
        // ELB-038, ELB-039
        assertThat(TWO_MODES.elbo(new double[] {0.5, 0.5}, 0.5)).isCloseTo(-8.72579135264473, within(1e-13));
        assertThat(UNEVEN.elbo(new double[] {0.2, 0.8}, 0.4)).isCloseTo(-3.31862043199588, within(1e-13));
        // ELB-040, ELB-041
        assertThat(TWO_MODES.posterior(0.1)[1]).isCloseTo(0.832018385133924, within(1e-13));
        assertThat(UNEVEN.posterior(-0.3)[0]).isCloseTo(0.0559836236418204, within(1e-13));
    }

    @Test
    void logEvidenceIsBoundPlusGap() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 2000; i++) {
            double x = random.nextDouble(-6, 6);
            double share = random.nextDouble();
            double[] q = {share, 1 - share};

            Elbo bound = UNEVEN.bound(q, x);

            assertThat(bound.value() + bound.gap()).isCloseTo(bound.logEvidence(), within(1e-11));
            assertThat(bound.gap()).isNotNegative();
            assertThat(bound.kl()).isNotNegative();
            assertThat(UNEVEN.elbo(q, x)).isEqualTo(bound.value());
        }
    }

    @Test
    void theGapClosesAtTheResponsibilities() {
        for (double x = -5; x <= 5; x += 0.25) {
            assertThat(UNEVEN.gap(UNEVEN.posterior(x), x)).isBetween(0.0, 1e-15);
        }
    }

    @Test
    void theGapIsFiniteWhereResponsibilitiesUnderflow() {
        // at x = 100 the log odds are 2 m x/s^2 = 1600: the left component's responsibility e^-1600 is 0 in doubles
        assertThat(TWO_MODES.posterior(100)[0]).isZero();
        assertThat(TWO_MODES.gap(new double[] {1, 0}, 100)).isCloseTo(1600, within(1e-9));
        assertThat(TWO_MODES.gap(new double[] {0.5, 0.5}, 100)).isCloseTo(800 - 0.6931471805599453, within(1e-9));
    }

    @Test
    void aComponentThatCannotHaveProducedXBreaksTheBound() {
        LatentMixture without = new LatentMixture(
                Mixture.ofNormals(new double[] {0, 1}, new double[] {-2, 2}, new double[] {0.5, 0.5}));
        double[] q = {0.5, 0.5};

        assertThat(without.elbo(q, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(without.klToPrior(q)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(without.gap(q, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(without.gap(new double[] {0, 1}, 1)).isZero();
        assertThat(without.reconstruction(new double[] {0, 1}, 1)).isEqualTo(without.logEvidence(1));
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_MODES.elbo(new double[] {1}, 0))
                .withMessage("q must have 2 entries, got 1");
        assertThatIllegalArgumentException().isThrownBy(() -> TWO_MODES.elbo(new double[] {0.5, 0.6}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO_MODES.elbo(new double[] {0.5, 0.5}, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO_MODES.gap(new double[] {0.5, 0.5}, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_MODES.gap(new double[] {0.5, 0.5}, Double.POSITIVE_INFINITY));
    }
}
