package dev.surprisal.math.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.fit.CovarianceFit.Shape;
import dev.surprisal.math.information.Divergence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CovarianceFitTest {

    @ParameterizedTest
    @ValueSource(doubles = {-0.99, -0.5, 0, 0.3, 0.8, 0.999})
    void reverseShrinksWhatForwardKeeps(double r) {
        MultivariateNormal p = pair(2, 0.5, r);

        CovarianceFit forward = CovarianceFit.forward(p, Shape.DIAGONAL);
        CovarianceFit reverse = CovarianceFit.reverse(p, Shape.DIAGONAL);

        double root = Math.sqrt(1 - r * r);
        assertThat(forward.q().marginal(0).sd()).isCloseTo(2, within(1e-14));
        assertThat(forward.q().marginal(1).sd()).isCloseTo(0.5, within(1e-14));
        assertThat(reverse.q().marginal(0).sd()).isCloseTo(2 * root, within(1e-12));
        assertThat(reverse.q().marginal(1).sd()).isCloseTo(0.5 * root, within(1e-12));
        assertThat(forward.klNats()).isCloseTo(-Math.log1p(-r * r) / 2, within(1e-12));
        assertThat(reverse.klNats()).isCloseTo(-Math.log1p(-r * r) / 2, within(1e-12));
        assertThat(reverse.q().mean()).containsExactly(1, -3);
    }

    @Test
    void oneVarianceIsTheMeanForwardsAndTheHarmonicMeanInReverse() {
        MultivariateNormal p = MultivariateNormal.diagonal(new double[] {0, 0, 0}, new double[] {1, 2, 3});

        assertThat(CovarianceFit.forward(p, Shape.ISOTROPIC).q().marginal(2).sd())
                .isCloseTo(Math.sqrt(14.0 / 3), within(1e-14));
        assertThat(CovarianceFit.reverse(p, Shape.ISOTROPIC).q().marginal(2).sd())
                .isCloseTo(Math.sqrt(3 / (1 + 1.0 / 4 + 1.0 / 9)), within(1e-14));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void noNeighbourIsCloser(Shape shape) {
        MultivariateNormal p = pair(1.5, 0.7, 0.6);
        CovarianceFit forward = CovarianceFit.forward(p, shape);
        CovarianceFit reverse = CovarianceFit.reverse(p, shape);
        if (shape == Shape.FULL) {
            assertThat(forward.klNats()).isZero();
            assertThat(reverse.klNats()).isZero();
            assertThat(forward.q()).isSameAs(p);
            return;
        }
        for (double factor : new double[] {0.999, 1.001}) {
            assertThat(Divergence.klNats(p, wider(forward.q(), factor, shape))).isGreaterThan(forward.klNats());
            assertThat(Divergence.klNats(wider(reverse.q(), factor, shape), p)).isGreaterThan(reverse.klNats());
        }
    }

    private static MultivariateNormal wider(MultivariateNormal q, double factor, Shape shape) {
        double second = shape == Shape.ISOTROPIC ? factor : 1;
        return MultivariateNormal.diagonal(
                q.mean(),
                new double[] {q.marginal(0).sd() * factor, q.marginal(1).sd() * second});
    }

    private static MultivariateNormal pair(double s1, double s2, double r) {
        return MultivariateNormal.of(new double[] {1, -3}, new double[][] {
            {s1 * s1, r * s1 * s2}, {r * s1 * s2, s2 * s2}
        });
    }
}
