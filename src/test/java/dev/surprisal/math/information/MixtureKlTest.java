package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Integral;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** KL between mixtures of normals and normals, by quadrature: value, error bound and number of evaluations. */
class MixtureKlTest {

    /** Targets whose components overlap so far that the reverse fit has a single optimum, or that are a single normal. */
    private static final Set<String> OVERLAPPING = Set.of("T2", "T6", "T7", "T8", "T11", "T14");

    @ParameterizedTest
    @CsvFileSource(resources = "/dev/surprisal/math/kl_of_fits.csv", numLinesToSkip = 1)
    void optimaAreEvaluatedToThirteenDigits(
            String target,
            String weights,
            String means,
            String sds,
            double mu,
            double sigma,
            String forward,
            String reverse) {
        Mixture p = Mixture.ofNormals(numbers(weights), numbers(means), numbers(sds));
        Normal q = new Normal(mu, sigma);

        assertMet(Divergence.klByQuadrature(p, q), forward);
        assertMet(Divergence.klByQuadrature(q, p), reverse);
        assertThat(Divergence.klByQuadrature(p, q).evaluations()).isLessThanOrEqualTo(most(target));
        assertThat(Divergence.klByQuadrature(q, p).evaluations()).isLessThanOrEqualTo(most(target));
    }

    private static int most(String target) {
        return OVERLAPPING.contains(target) ? 200 : 400;
    }

    @Test
    void errorBoundsHoldAtTenThousandMixtures() throws IOException {
        Generator generator = Generator.ofSeed(2026);
        int drawn = 0;
        for (String row : rows("kl_of_seeded_mixtures.csv")) {
            List<String> values = Arrays.asList(row.split(",", -1));
            int size = 1 + drawn % 5;
            double[] weights = new double[size];
            double[] means = new double[size];
            double[] sds = new double[size];
            double sum = 0;
            for (int k = 0; k < size; k++) {
                weights[k] = -Elementary.log(generator.nextOpenUnit());
                means[k] = 20 * generator.nextUnit() - 10;
                sds[k] = 0.1 * Elementary.exp(3.9 * generator.nextUnit());
                sum += weights[k];
            }
            double mu = 20 * generator.nextUnit() - 10;
            double sigma = 0.05 * Elementary.exp(5.3 * generator.nextUnit());
            for (int k = 0; k < size; k++) {
                weights[k] /= sum;
            }
            Mixture p = Mixture.ofNormals(weights, means, sds);
            Normal q = new Normal(mu, sigma);

            assertMet(Divergence.klByQuadrature(p, q), values.get(0));
            assertMet(Divergence.klByQuadrature(q, p), values.get(1));
            drawn++;
        }
        assertThat(drawn).isEqualTo(10_000);
    }

    @Test
    void nextToEqualityTheDigitsStay() {
        Mixture p = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-1, 1}, new double[] {1, 1});
        Mixture near = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-1, 1 + 0x1p-20}, new double[] {1, 1});
        Mixture nearer =
                Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-1, 1 + 0x1p-21}, new double[] {1, 1});

        assertThat(Divergence.klNats(p, p)).isZero();
        // of second order in the difference: 1e-13 itself, with an error of 1e-16 by a plain sum
        assertThat(Divergence.klNats(p, near) / Divergence.klNats(p, nearer)).isCloseTo(4, within(1e-4));
    }

    @Test
    void whatTheModelHasBetweenFarModesCounts() {
        Mixture p = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-1e3, 1e3}, new double[] {1, 1});
        Mixture q = Mixture.ofNormals(
                new double[] {0.495, 0.006, 0.495, 0.004}, new double[] {-1e3, -300, 1e3, 500}, new double[] {1, 2, 1, 3
                });

        // -ln 0.99: the terms of q beyond the reach of p are what keeps them all >= 0
        assertThat(Divergence.klNats(p, q)).isCloseTo(0.01005033585350144, within(1e-15));
    }

    @Test
    void translationAndScaleChangeNothing() {
        Mixture p = Mixture.ofNormals(new double[] {0.3, 0.7}, new double[] {-1, 2}, new double[] {0.5, 1});
        double expected = Divergence.klNats(p, new Normal(0.5, 2));
        for (double shift : new double[] {0, 1e3, -1e6}) {
            for (double scale : new double[] {1, 1e-6, 1e9}) {
                Mixture moved = Mixture.ofNormals(
                        new double[] {0.3, 0.7},
                        new double[] {shift * scale - scale, shift * scale + 2 * scale},
                        new double[] {0.5 * scale, scale});

                assertThat(Divergence.klNats(moved, new Normal(shift * scale + 0.5 * scale, 2 * scale)))
                        .isCloseTo(expected, within(1e-9));
            }
        }
        assertThat(Divergence.klNats(
                        Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {1e20, 1e20}, new double[] {1, 1}),
                        new Normal(1e20, 2)))
                .isCloseTo(Math.log(2) - 0.375, within(1e-13));
    }

    @Test
    void oneComponentIsTheClosedForm() {
        Generator generator = Generator.ofSeed(7);
        for (int i = 0; i < 2_000; i++) {
            Normal p = new Normal(20 * generator.nextUnit() - 10, 0.01 + 5 * generator.nextUnit());
            Normal q = new Normal(20 * generator.nextUnit() - 10, 0.01 + 5 * generator.nextUnit());
            double closed = Divergence.klNats(p, q);
            Integral integral = Divergence.klByQuadrature(p, q);

            assertThat(integral.value()).isCloseTo(closed, within(integral.errorBound() + 1e-14 * closed));
            assertThat(integral.errorBound()).isLessThan(1e-12 * Math.max(1, closed));
        }
    }

    @Test
    void theGeneralRuleAgrees() {
        Generator generator = Generator.ofSeed(8);
        for (int i = 0; i < 60; i++) {
            Mixture p = Mixture.ofNormals(
                    new double[] {0.4, 0.6},
                    new double[] {6 * generator.nextUnit() - 3, 6 * generator.nextUnit() - 3},
                    new double[] {0.3 + generator.nextUnit(), 0.3 + generator.nextUnit()});
            Normal q = new Normal(4 * generator.nextUnit() - 2, 0.5 + generator.nextUnit());

            for (List<Continuous> pair : List.of(List.<Continuous>of(p, q), List.<Continuous>of(q, p))) {
                double panels = Divergence.klNats(pair.get(0), pair.get(1));
                double general = LineIntegral.overLine(pair.get(0), pair.get(1), LineIntegral::gain)
                        .value();

                assertThat(general).isCloseTo(panels, within(1e-10 * Math.max(1, panels)));
            }
            double js = Divergence.jsNats(p, q);
            assertThat(LineIntegral.overLine(p, q, Terms::jsOfLogs).value()).isCloseTo(js, within(1e-11));
        }
    }

    @Test
    void hardShapesEnd() {
        Mixture needle = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {1e-9, 1});
        Mixture far = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-1e6, 1e6}, new double[] {1, 1e3});
        Mixture faint = Mixture.ofNormals(new double[] {1e-300, 1}, new double[] {-5, 5}, new double[] {0.1, 0.1});

        for (Mixture p : List.of(needle, far, faint)) {
            for (Normal q : List.of(new Normal(0, 1), new Normal(1e6, 1e-3), new Normal(0, 1e7))) {
                for (Integral integral : List.of(Divergence.klByQuadrature(p, q), Divergence.klByQuadrature(q, p))) {
                    assertThat(integral.value()).isNotNegative();
                    assertThat(integral.errorBound()).isLessThan(1e-9 * Math.max(1, integral.value()));
                    assertThat(integral.evaluations()).isLessThan(10_000);
                }
            }
        }
    }

    private static void assertMet(Integral integral, String expected) {
        BigDecimal error = new BigDecimal(integral.value())
                .subtract(new BigDecimal(expected))
                .abs();
        double size = Math.max(1, Math.abs(integral.value()));

        assertThat(error.doubleValue()).isLessThanOrEqualTo(integral.errorBound());
        assertThat(error.doubleValue()).isLessThanOrEqualTo(1e-13 * size);
        assertThat(integral.errorBound()).isLessThanOrEqualTo(1e-12 * size);
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> rows(String file) throws IOException {
        try (var stream = MixtureKlTest.class.getResourceAsStream("/dev/surprisal/math/" + file);
                var reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        }
    }
}
