package dev.surprisal.math.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComplexZerosTest {

    /** Two equal components of width s at -m and m are 0 at i pi s^2/(2m) times an odd number, and nowhere else. */
    @Test
    void twoEqualComponents() {
        NormalMixture p = NormalMixture.of(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5});

        ComplexZeros zeros = ComplexZeros.of(p);

        assertThat(zeros.count()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(zeros.at(i)).isCloseTo(0, within(1e-15));
            assertThat(zeros.above(i)).isCloseTo((2 * i + 1) * Math.PI * 0.25 / 4, within(1e-15));
        }
    }

    /** Each place is put into the density, taken apart into real and imaginary parts here. */
    @Test
    void theDensityIsZeroThere() {
        double[][] shapes = {
            {0.3, -2, 0.5, 0.7, 1, 1.5},
            {0.9, -1, 1.2, 0.1, 2, 0.3},
            {0.5, 3, 0.4, 0.5, -3, 0.9},
            {0.6, 0, 1, 0.4, 0, 3},
            {0.01, 5, 0.2, 0.99, -5, 0.2},
        };
        for (double[] s : shapes) {
            NormalMixture p =
                    NormalMixture.of(new double[] {s[0], s[3]}, new double[] {s[1], s[4]}, new double[] {s[2], s[5]});

            ComplexZeros zeros = ComplexZeros.of(p);

            // of the quadratic equations both roots, three orders each; one root each where the widths are the same
            assertThat(zeros.count()).isEqualTo(s[2] == s[5] ? 3 : 6);
            for (int i = 0; i < zeros.count(); i++) {
                double x = zeros.at(i);
                double y = zeros.above(i);
                double[] first = part(s[0], s[1], s[2], x, y);
                double[] second = part(s[3], s[4], s[5], x, y);
                double size = Math.hypot(first[0], first[1]);

                assertThat(y).isPositive();
                assertThat(Math.hypot(first[0] + second[0], first[1] + second[1]))
                        .as("zero %s + %si", x, y)
                        .isLessThan(1e-10 * size);
            }
        }
    }

    /** A third component that outshines both where they cancel leaves no zero. */
    @Test
    void whatAThirdComponentOutshinesIsLeftOut() {
        NormalMixture two = NormalMixture.of(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5});
        NormalMixture three =
                NormalMixture.of(new double[] {0.25, 0.5, 0.25}, new double[] {-2, 0, 2}, new double[] {0.5, 0.5, 0.5});

        assertThat(atTheMiddle(ComplexZeros.of(two))).isEqualTo(3);
        assertThat(atTheMiddle(ComplexZeros.of(three))).isZero();
        // where neighbours cancel, near -1 and 1, the third is e^-8 of them
        assertThat(ComplexZeros.of(three).count()).isEqualTo(6);
    }

    @Test
    void ofSeveralMixturesAllTogether() {
        NormalMixture p = NormalMixture.of(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5});
        NormalMixture q = NormalMixture.of(new double[] {0.5, 0.5}, new double[] {7, 8}, new double[] {1, 1});

        ComplexZeros zeros = ComplexZeros.of(p, q, NormalMixture.ofNormal(0, 1));

        assertThat(zeros.count()).isEqualTo(6);
        assertThat(zeros.at(3)).isCloseTo(7.5, within(1e-14));
        assertThat(zeros.above(3)).isCloseTo(Math.PI, within(1e-14));
        assertThat(ComplexZeros.of(NormalMixture.ofNormal(0, 1)).count()).isZero();
    }

    private static int atTheMiddle(ComplexZeros zeros) {
        int count = 0;
        for (int i = 0; i < zeros.count(); i++) {
            count += Math.abs(zeros.at(i)) < 0.1 ? 1 : 0;
        }
        return count;
    }

    /** w/s exp(-(x + iy - m)^2/(2 s^2)). */
    private static double[] part(double w, double m, double s, double x, double y) {
        double u = (x - m) / s;
        double v = y / s;
        double size = w / s * Math.exp((v * v - u * u) / 2);
        return new double[] {size * Math.cos(u * v), -size * Math.sin(u * v)};
    }
}
