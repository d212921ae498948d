package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Uniform;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Distributions without a mean. Values: mpmath at 40 digits, from the definitions. */
class HeavyTailsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Cauchy P = new Cauchy(0.3, 0.7);
    private static final Cauchy Q = new Cauchy(-0.4, 1.3);
    private static final Normal NORMAL = new Normal(0.3, 0.7);
    private static final Mixture MIXED = Mixture.of(new double[] {0.4, 0.6}, P, new Normal(2, 0.5));

    @Test
    void ofTwo() {
        assertThat(Divergence.klNats(P, Q)).isCloseTo(0.20986902010551364, within(1e-15));
        assertThat(Divergence.klNats(Q, P)).isCloseTo(0.20986902010551364, within(1e-15));
        assertThat(Divergence.klNats(P, P)).isZero();
        assertThat(Divergence.jsNats(P, Q)).isCloseTo(0.051091479636407165, within(1e-13));
        assertThat(Divergence.tv(P, Q)).isCloseTo(0.2865719919278177, within(1e-14));
        assertThat(Divergence.alpha(P, Q, 0.3)).isCloseTo(0.20751465314456377, within(1e-12));
        assertThat(Divergence.fisher(P, Q)).isCloseTo(0.6610540239199961, within(1e-12));
        assertThat(Entropy.crossEntropyNats(P, Q))
                .isCloseTo(Math.log(Math.PI * (2.0 * 2.0 + 0.49) / 1.3), within(1e-14));
    }

    @Test
    void besideALightTail() {
        assertThat(Divergence.klNats(NORMAL, Q)).isCloseTo(0.7272850062562561, within(1e-13));
        assertThat(Divergence.jsNats(NORMAL, Q)).isCloseTo(0.20620168339002426, within(1e-13));
        assertThat(Divergence.fisher(NORMAL, Q)).isCloseTo(1.406477189080821, within(1e-12));
        assertThat(Divergence.klNats(MIXED, Q)).isCloseTo(0.9372625494453224, within(1e-12));
        assertThat(Entropy.entropyNats(MIXED)).isCloseTo(1.7403040482730212, within(1e-12));
    }

    /** The mean distance from any point is infinite, and the surprise of a light tail grows at least as fast. */
    @Test
    void whatALightTailCannotExplain() {
        for (Continuous light : List.of(
                NORMAL,
                new Laplace(0, 1),
                new Logistic(0, 1),
                new Exponential(1),
                new Uniform(0, 1),
                Mixture.of(new double[] {0.5, 0.5}, NORMAL, new Laplace(3, 2)))) {
            for (Continuous heavy : List.of(P, MIXED)) {
                assertThat(Divergence.klNats(heavy, light))
                        .as("%s %s", heavy, light)
                        .isEqualTo(INFINITY);
                assertThat(Divergence.klByQuadrature(heavy, light).value()).isEqualTo(INFINITY);
                assertThat(Entropy.crossEntropyNats(heavy, light)).isEqualTo(INFINITY);
                assertThat(Divergence.jsNats(heavy, light)).isBetween(0.0, Math.log(2));
            }
        }
        // a component without weight produces nothing
        assertThat(Divergence.klNats(Mixture.of(new double[] {0, 1}, P, NORMAL), NORMAL))
                .isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Divergence.alpha(P, NORMAL, 2));
    }

    @Test
    void theClosedFormsAgreeWithQuadrature() {
        Generator generator = Generator.ofSeed(12);
        for (int i = 0; i < 200; i++) {
            Cauchy p = new Cauchy(6 * generator.nextUnit() - 3, 0.05 + 3 * generator.nextUnit());
            Cauchy q = new Cauchy(6 * generator.nextUnit() - 3, 0.05 + 3 * generator.nextUnit());
            double kl = Divergence.klNats(p, q);

            assertThat(Divergence.klByQuadrature(p, q).value()).isCloseTo(kl, within(1e-12 * Math.max(1, kl)));
            assertThat(Entropy.byQuadrature(p).value()).isCloseTo(Math.log(4 * Math.PI * p.scale()), within(1e-12));
        }
        assertThat(Divergence.klNats(new Cauchy(0, 1e-300), new Cauchy(0, 1e300)))
                .isCloseTo(600 * Math.log(10) - Math.log(4), within(1e-11));
    }
}
