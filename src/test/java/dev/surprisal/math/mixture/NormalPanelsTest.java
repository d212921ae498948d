package dev.surprisal.math.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Integral;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalPanelsTest {

    private static final NormalMixture P =
            NormalMixture.of(new double[] {0.3, 0.7}, new double[] {-2, 1}, new double[] {0.5, 1.5});

    @Test
    void panelsMeetAndCoverTheReach() {
        NormalPanels panels = NormalPanels.over(P, ComplexZeros.of(P));

        assertThat(panels.from()).isLessThanOrEqualTo(1 - NormalPanels.REACH * 1.5);
        assertThat(panels.to()).isGreaterThanOrEqualTo(1 + NormalPanels.REACH * 1.5);
        for (int i = 0; i < panels.count(); i++) {
            assertThat(panels.start(i + 1)).isGreaterThan(panels.start(i));
        }
    }

    @Test
    void theRuleIsExactForDegree47() {
        double sum = 0;
        double power = 0;
        for (int j = 0; j < NormalPanels.ORDER; j++) {
            double x = NormalPanels.point(j);
            sum += NormalPanels.weight(j);
            power += NormalPanels.weight(j) * Math.pow(x, 46);
        }

        assertThat(sum).isCloseTo(2, within(1e-15));
        assertThat(power).isCloseTo(2.0 / 47, within(1e-15));
    }

    @Test
    void anIntegrandThatIsNoiseEnds() {
        SplittableRandom random = new SplittableRandom(1);
        NormalPanels panels = NormalPanels.over(P, ComplexZeros.of(P));

        Integral integral = panels.integrate(new NormalPanels.Integrand() {
            @Override
            protected double at(double origin, double offset) {
                magnitude = 0;
                return random.nextDouble();
            }
        });

        assertThat(integral.evaluations()).isLessThan(100_000);
        assertThat(integral.errorBound()).isPositive();
    }

    /** KL from P to P moved: mpmath at 45 digits, the moved means being the doubles -2 + shift and 1 + shift. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            1e-3, 4.8317570822359955672e-7
            1e-4, 4.8307138318388469497e-9
            1e-5, 4.8306094402108428603e-11
            1e-6, 4.8305989995170937536e-13
            1e-7, 4.8305979619625130134e-15
            1e-8, 4.8305977932069317573e-17
            1e-9, 4.8305986408536067192e-19
            """)
    void aSmallShiftKeepsTheDigitsThatTheBoundPromises(double shift, double expected) {
        var moved = Mixture.ofNormals(
                new double[] {0.3, 0.7}, new double[] {-2 + shift, 1 + shift}, new double[] {0.5, 1.5});

        Integral kl = Divergence.klByQuadrature(P.toMixture(), moved);

        assertThat(kl.value()).isPositive().isCloseTo(expected, within(kl.errorBound()));
        assertThat(kl.errorBound()).isLessThanOrEqualTo(1e-13 * expected + 5e-16);
        // in truth far closer than the bound
        assertThat(kl.value()).isCloseTo(expected, within(1e-13 * expected + 1e-18));
        assertThat(kl.evaluations()).isLessThanOrEqualTo(400);
    }

    @Test
    void densitiesThatDifferByRoundingEnd() {
        Mixture same = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {0, 0}, new double[] {1, 1});
        for (double sd : new double[] {1, Math.nextUp(1.0), Math.nextDown(1.0), 1 + 1e-14, 1 - 1e-12}) {
            Integral kl = Divergence.klByQuadrature(new Normal(0, sd), same);

            assertThat(kl.value()).isBetween(0.0, 1e-17);
            assertThat(kl.evaluations()).isLessThan(100_000);
        }
    }
}
