package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Integral;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Uniform;
import org.junit.jupiter.api.Test;

class LineIntegralTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void gainFromLogarithms() {
        for (double p : new double[] {1e-300, 0.2, 0.5, 3}) {
            for (double q : new double[] {1e-300, 0.19, 0.5, 0.7, 40}) {
                double expected = LogRatio.gain(p, q);
                assertThat(LineIntegral.gain(Math.log(p), Math.log(q))).isCloseTo(expected, within(1e-12 * expected));
            }
        }
        assertThat(LineIntegral.gain(-INFINITY, Math.log(0.3))).isCloseTo(0.3, within(1e-16));
        assertThat(LineIntegral.gain(-INFINITY, -INFINITY)).isZero();
        assertThat(LineIntegral.gain(Math.log(0.3), -INFINITY)).isEqualTo(INFINITY);
        // p is 0 as a double, though its logarithm is not
        assertThat(LineIntegral.gain(-800, Math.log(0.3))).isCloseTo(0.3, within(1e-16));
        assertThat(LineIntegral.gain(-800, -INFINITY)).isZero();
        assertThat(LineIntegral.gain(-1.5, -1.5)).isZero();
    }

    /** Kinks, jumps and singularities in all places: each pair has a closed form that the integral must meet. */
    @Test
    void cutsAreWhereDensitiesAreNotSmooth() {
        assertKl(new Laplace(0.3, 0.7), new Laplace(-0.4, 1.3));
        assertKl(new Laplace(-5, 0.01), new Laplace(5, 0.02));
        assertKl(new Exponential(0.3), new Exponential(7));
        assertKl(new Gamma(0.2, 1), new Gamma(3, 2));
        assertKl(new Gamma(50, 1), new Gamma(0.5, 0.1));
        assertKl(new Beta(0.3, 0.4), new Beta(2, 3));
        assertKl(new Beta(200, 3), new Beta(0.5, 0.5));
        assertKl(new Uniform(1, 2), new Uniform(-3, 8));
        assertKl(new Normal(0.3, 0.7), new Laplace(1, 0.2));
        assertKl(new Laplace(1, 0.2), new Normal(0.3, 0.7));
    }

    /** Cuts next to each other are one, but for kinks and jumps. */
    @Test
    void edgesAreKeptHoweverNear() {
        assertKl(new Laplace(0, 1), new Laplace(5e-4, 1));
        assertKl(new Laplace(5e-4, 1), new Normal(0, 1));
        assertKl(new Normal(0, 1), new Laplace(5e-4, 1));
        assertKl(new Uniform(0, 1), new Uniform(-1e-4, 1.0002));
        // half of each has nothing in common with the other: JS of the rest is 0
        double js = LineIntegral.overLine(new Uniform(0, 1), new Uniform(2e-4, 1 + 2e-4), Terms::jsOfLogs)
                .value();
        assertThat(js).isCloseTo(2e-4 * Math.log(2), within(1e-13));
        Mixture kinked = Mixture.of(new double[] {0.5, 0.5}, new Normal(0, 1), new Laplace(5e-4, 1));
        Mixture moved = Mixture.of(new double[] {0.5, 0.5}, new Laplace(0, 1), new Normal(-5e-4, 1));
        // the same two densities in a mirror, and in another order
        assertThat(LineIntegral.entropyNats(kinked).errorBound()).isLessThan(1e-11);
        assertThat(LineIntegral.entropyNats(kinked).value())
                .isCloseTo(LineIntegral.entropyNats(moved).value(), within(1e-12));
        assertThat(LineIntegral.fisher(new Laplace(0, 1), new Laplace(5e-4, 1)).value())
                .isCloseTo(4 * (1 - Math.exp(-5e-4)) / 2, within(1e-12));
    }

    private static void assertKl(Continuous p, Continuous q) {
        double closed = Divergence.klNats(p, q);
        Integral found = LineIntegral.klNats(p, q);

        assertThat(found.value()).as("%s %s", p, q).isCloseTo(closed, within(found.errorBound() + 1e-12 * closed));
        assertThat(found.errorBound()).isLessThan(1e-9 * Math.max(1, closed));
    }

    /** Entropies of mixtures whose parts do not meet: those of the parts and of the choice. */
    @Test
    void everyPartOfAMixtureIsCutAtItsOwnEdges() {
        Mixture p = Mixture.of(
                new double[] {0.25, 0, 0.5, 0.25},
                new Uniform(-9, -7),
                new Laplace(0, 1),
                new Beta(2, 3),
                new Uniform(4, 8));
        double expected =
                0.25 * Math.log(2) + 0.5 * Entropy.entropyNats(new Beta(2, 3)) + 0.25 * Math.log(4) + 1.5 * Math.log(2);

        assertThat(LineIntegral.entropyNats(p).value()).isCloseTo(expected, within(1e-12));
        // a needle beside a wide hill
        Mixture needle = Mixture.of(new double[] {0.5, 0.5}, new Laplace(300, 1e-4), new Logistic(0, 1));
        assertThat(LineIntegral.entropyNats(needle).value())
                .isCloseTo(0.5 * (1 + Math.log(2e-4)) + 0.5 * 2 + Math.log(2), within(1e-9));
    }

    @Test
    void supportsDecideFirst() {
        assertThat(LineIntegral.klNats(new Uniform(0, 2), new Uniform(0, 1)).value())
                .isEqualTo(INFINITY);
        assertThat(LineIntegral.klNats(new Uniform(-1, 1), new Uniform(0, 1)).value())
                .isEqualTo(INFINITY);
        assertThat(LineIntegral.klNats(new Normal(0, 1), new Exponential(1)).value())
                .isEqualTo(INFINITY);
        // what q has outside of p's support counts: ln 4
        assertThat(LineIntegral.klNats(new Uniform(1, 2), new Uniform(0, 4)).value())
                .isCloseTo(Math.log(4), within(1e-13));
        assertThat(LineIntegral.lowest(new Exponential(1))).isZero();
        assertThat(LineIntegral.highest(new Beta(2, 2))).isEqualTo(1);
    }

    @Test
    void whatIsKnownToTooFewDigitsIsRefused() {
        Normal p = new Normal(0, 1);
        assertThat(LineIntegral.accurate(new Integral(5, 4.9e-6, 1), p, p)).isEqualTo(5);
        assertThat(LineIntegral.accurate(new Integral(0, 1e-6, 1), p, p)).isZero();
        assertThat(LineIntegral.accurate(new Integral(INFINITY, INFINITY, 1), p, p))
                .isEqualTo(INFINITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineIntegral.accurate(new Integral(5, 5.1e-6, 1), p, p))
                .withMessageContaining("known to 0.0000051");
        assertThatIllegalArgumentException().isThrownBy(() -> LineIntegral.accurate(new Integral(0, 1.1e-6, 1), p, p));
    }
}
