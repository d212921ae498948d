package dev.surprisal.math.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Integral;
import dev.surprisal.math.Special;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
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
    void thePointsAreTheZerosOfALegendrePolynomialOnBothSides() {
        double cubes = 0;
        for (int j = 0; j < NormalPanels.ORDER; j++) {
            double x = NormalPanels.point(j);
            assertThat(legendre(24, x)).isCloseTo(0, within(1e-14));
            assertThat(x > 0).isEqualTo(j % 2 == 0);
            assertThat(j < 2 || Math.abs(x) > Math.abs(NormalPanels.point(j - 2)))
                    .isTrue();
            cubes += NormalPanels.weight(j) * x * x * x;
        }

        assertThat(cubes).isCloseTo(0, within(1e-16));
    }

    /** No panel is longer than the narrowest component in reach and the zeros beside it allow, or much shorter. */
    @Test
    void panelsAreAsLongAsTheyMayBe() {
        for (NormalMixture p : shapes()) {
            ComplexZeros zeros = ComplexZeros.of(p);
            NormalPanels panels = NormalPanels.over(p, zeros);

            for (int i = 0; i < panels.count(); i++) {
                double start = panels.start(i);
                double length = panels.start(i + 1) - start;
                double most = longest(p, zeros, start, panels.to() - start);
                assertThat(length).isLessThanOrEqualTo(most * (1 + 1e-12) + (i == panels.count() - 1 ? most / 500 : 0));
                if (i < panels.count() - 1) {
                    assertThat(length).isGreaterThan(most * (1 - 1.0 / 500));
                }
                // the middle is exact, so that no sliver between panels is lost
                BigDecimal middle = new BigDecimal(start)
                        .add(new BigDecimal(panels.start(i + 1)))
                        .divide(BigDecimal.TWO);
                assertThat(new BigDecimal(start + length / 2)).isEqualByComparingTo(middle);
            }
            double low = p.mean(0) - 8.8 * p.sd(0);
            double high = p.mean(0) + 8.8 * p.sd(0);
            for (int k = 1; k < p.size(); k++) {
                low = Math.min(low, p.mean(k) - 8.8 * p.sd(k));
                high = Math.max(high, p.mean(k) + 8.8 * p.sd(k));
            }
            double slack = (high - low) / 2000;
            assertThat(panels.from()).isBetween(low - slack, low);
            assertThat(panels.to()).isBetween(high, high + slack);
        }
    }

    private static List<NormalMixture> shapes() {
        return List.of(
                NormalMixture.ofNormal(0, 1),
                NormalMixture.ofNormal(-7, 0.3),
                P,
                NormalMixture.of(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5}),
                NormalMixture.of(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {1, 1}),
                NormalMixture.of(new double[] {0.2, 0.8}, new double[] {30, -5}, new double[] {2, 0.1}),
                NormalMixture.of(new double[] {0.2, 0.5, 0.3}, new double[] {-4, 0, 3}, new double[] {0.6, 1, 0.4}));
    }

    /** From the rules in the Javadoc, the ellipse by bisection: 24 points leave rho^-48 of a singularity's strength. */
    private static double longest(NormalMixture p, ComplexZeros zeros, double x, double rest) {
        double most = rest;
        for (int k = 0; k < p.size(); k++) {
            double low = p.mean(k) - 8.8 * p.sd(k);
            double high = p.mean(k) + 8.8 * p.sd(k);
            if (high > x && low < x + most) {
                most = Math.min(most, Math.max(low - x, 6.2 * p.sd(k)));
            }
        }
        for (int i = 0; i < zeros.count(); i++) {
            double at = zeros.at(i);
            double y = zeros.above(i);
            double size = 0;
            for (int k = 0; k < p.size(); k++) {
                double u = (at - p.mean(k)) / p.sd(k);
                double v = y / p.sd(k);
                size = Math.max(size, p.weight(k) / p.sd(k) / Math.sqrt(2 * Math.PI) * Math.exp((v * v - u * u) / 2));
            }
            double strength = Math.min(size, Math.exp(50)) * p.size() * Math.min(y, p.widest());
            if (strength > 1e-16) {
                double rho = Math.max(Math.pow(strength / 1e-16, 1.0 / 48), 1.05);
                double low = 0;
                double high = most;
                for (int step = 0; step < 100; step++) {
                    double length = (low + high) / 2;
                    double sum = Math.hypot(at - x, y) + Math.hypot(at - x - length, y);
                    if (sum >= length * (rho + 1 / rho) / 2) {
                        low = length;
                    } else {
                        high = length;
                    }
                }
                most = Math.min(most, high);
            }
        }
        return most;
    }

    /** The error is the coefficient of degree 48, to which the last ones fall as they did over ten degrees. */
    @Test
    void theErrorOfLegendrePolynomials() {
        for (int k = 0; k < 24; k++) {
            assertThat(NormalPanels.error(at(k, 1, 0, 0))).isCloseTo(k >= 20 ? 12 : 0, within(k >= 20 ? 1e-11 : 1e-12));
        }
        for (int middle = 10; middle < 14; middle++) {
            for (int last = 20; last < 24; last++) {
                double expected = 12 * 0.01 * Math.pow(0.01, 2.5);

                assertThat(NormalPanels.error(at(middle, 1, last, 0.01))).isCloseTo(expected, within(1e-9 * expected));
                assertThat(NormalPanels.error(at(middle, -2, last, -0.02)))
                        .isCloseTo(2 * expected, within(2e-9 * expected));
            }
        }
        assertThat(NormalPanels.error(new double[24])).isZero();
    }

    /** 1/(x^2 + a^2) has a pole at a above the axis; its integral is 2 atan(1/a)/a. */
    @Test
    void theErrorOfPolesIsNotLessThanTheTrueOne() {
        for (double a = 0.3; a < 1.1; a += 0.05) {
            double[] values = new double[NormalPanels.ORDER];
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                double x = NormalPanels.point(j);
                values[j] = 1 / (x * x + a * a);
                sum += NormalPanels.weight(j) * values[j];
            }
            double error = Math.abs(sum - 2 * Math.atan(1 / a) / a);

            assertThat(NormalPanels.error(values))
                    .isGreaterThanOrEqualTo(error - 2e-15)
                    .isLessThan(2_000 * error + 1e-14);
        }
    }

    private static double[] at(int k, double a, int l, double b) {
        double[] values = new double[NormalPanels.ORDER];
        for (int j = 0; j < values.length; j++) {
            values[j] = a * legendre(k, NormalPanels.point(j)) + b * legendre(l, NormalPanels.point(j));
        }
        return values;
    }

    private static double legendre(int k, double x) {
        double before = 1;
        double value = k == 0 ? 1 : x;
        for (int i = 2; i <= k; i++) {
            double next = ((2 * i - 1) * x * value - (i - 1) * before) / i;
            before = value;
            value = next;
        }
        return value;
    }

    @Test
    void momentsOfTheDensity() {
        for (NormalMixture p : shapes()) {
            NormalPanels panels = NormalPanels.over(p, ComplexZeros.of(p));
            for (int power = 0; power < 4; power++) {
                double expected = 0;
                for (int k = 0; k < p.size(); k++) {
                    double m = p.mean(k);
                    double v = p.sd(k) * p.sd(k);
                    expected += p.weight(k)
                            * (power == 0 ? 1 : power == 1 ? m : power == 2 ? m * m + v : m * m * m + 3 * m * v);
                }
                int own = power;
                Integral integral = panels.integrate(integrand(x -> Math.pow(x, own) * Math.exp(p.logDensity(x))));

                assertThat(integral.value())
                        .isCloseTo(expected, within(integral.errorBound() + 2e-13 * Math.pow(31, own)));
                assertThat(integral.errorBound()).isLessThan(1e-11 * Math.pow(31, own));
                assertThat(integral.evaluations() % 24).isZero();
                assertThat(power > 0 || integral.evaluations() == 24 * panels.count())
                        .isTrue();
            }
        }
    }

    /** E|X - c| has a kink, which no panel resolves: the panel around it is halved until the bound is met. */
    @Test
    void aKinkIsFoundByHalving() {
        NormalPanels panels = NormalPanels.over(P, ComplexZeros.of(P));
        for (double c : new double[] {-2.1, 0.3, 1.7}) {
            double expected = 0;
            for (int k = 0; k < 2; k++) {
                double d = (P.mean(k) - c) / P.sd(k);
                expected += P.weight(k)
                        * P.sd(k)
                        * (Math.sqrt(2 / Math.PI) * Math.exp(-d * d / 2) + d * (1 - 2 * Special.normalCdf(-d)));
            }
            Integral integral = panels.integrate(integrand(x -> Math.abs(x - c) * Math.exp(P.logDensity(x))));

            assertThat(integral.value()).isCloseTo(expected, within(integral.errorBound() + 1e-15));
            assertThat(integral.errorBound()).isBetween(1e-17, 2e-12);
            assertThat(integral.evaluations() % 24).isZero();
            assertThat(integral.evaluations()).isBetween(24 * panels.count() + 240, 24 * panels.count() + 2_400);
        }
    }

    /** Nothing but rounding: 2^-52 of the numbers that went into the values, over the length. */
    @Test
    void theBoundCountsTheRoundingOfTheValues() {
        NormalPanels panels = NormalPanels.over(P, ComplexZeros.of(P));
        Integral integral = panels.integrate(new NormalPanels.Integrand() {
            @Override
            protected double at(double origin, double offset) {
                magnitude = 3;
                return 0;
            }
        });
        double length = panels.to() - panels.from();

        assertThat(integral.value()).isZero();
        assertThat(integral.errorBound()).isCloseTo(3 * length * 0x1p-52, within(0.02 * 3 * length * 0x1p-52));
    }

    private static NormalPanels.Integrand integrand(DoubleUnaryOperator f) {
        return new NormalPanels.Integrand() {
            @Override
            protected double at(double origin, double offset) {
                double value = f.applyAsDouble(origin + offset);
                magnitude = Math.abs(value);
                return value;
            }
        };
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
