package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Distributions of vectors. Expected values: mpmath at 40 digits. */
class VectorsTest {

    private static final MultivariateNormal CORRELATED =
            MultivariateNormal.of(new double[] {1, -2}, new double[][] {{2, 0.6}, {0.6, 0.5}});

    static final List<Multivariate> ALL = List.of(
            CORRELATED,
            MultivariateNormal.diagonal(new double[] {0.5, -1, 3}, new double[] {0.8, 1.2, 0.1}),
            MultivariateNormal.standard(4),
            Dirichlet.of(1, 1, 1),
            Dirichlet.of(0.3, 2, 5.5),
            Dirichlet.of(40, 60),
            new Multinomial(20, Categorical.of(0.1, 0.2, 0.3, 0.4)),
            new Multinomial(1, Categorical.of(0.5, 0, 0.5)),
            new Multinomial(5000, Categorical.of(0.25, 0.75)));

    @ParameterizedTest
    @FieldSource("ALL")
    void samplesHaveTheMomentsAndLieInTheSupport(Multivariate p) {
        int n = 20_000;
        int d = p.dimension();
        Generator generator = Generator.ofSeed(11);
        double[] mean = new double[d];
        double[][] products = new double[d][d];
        for (int i = 0; i < n; i++) {
            double[] x = p.sample(generator);
            assertThat(p.support().contains(x)).isTrue();
            assertThat(p.logDensity(x)).isGreaterThan(Double.NEGATIVE_INFINITY);
            for (int j = 0; j < d; j++) {
                mean[j] += x[j] / n;
                for (int k = 0; k < d; k++) {
                    products[j][k] += (x[j] - p.mean()[j]) * (x[k] - p.mean()[k]) / n;
                }
            }
        }
        for (int j = 0; j < d; j++) {
            double sd = Math.sqrt(p.covariance()[j][j]);
            // five standard errors
            assertThat(mean[j]).isCloseTo(p.mean()[j], within(5 * sd / Math.sqrt(n) + 1e-12));
            for (int k = 0; k < d; k++) {
                double scale = sd * Math.sqrt(p.covariance()[k][k]);
                assertThat(products[j][k]).isCloseTo(p.covariance()[j][k], within(10 * scale / Math.sqrt(n) + 1e-12));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void nothingIsDenserThanTheMode(Multivariate p) {
        double[] mode;
        try {
            mode = p.mode();
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessageContaining("alpha must be > 1");
            return;
        }
        Generator generator = Generator.ofSeed(12);
        double highest = p.logDensity(mode);
        for (int i = 0; i < 2_000; i++) {
            assertThat(p.logDensity(p.sample(generator))).isLessThanOrEqualTo(highest + 1e-12);
        }
    }

    @Test
    void modeOfCountsBeatsAllItsNeighbours() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 500; i++) {
            double[] weights = {random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()};
            Multinomial p = new Multinomial(random.nextInt(60), Categorical.ofWeights(weights));
            double[] mode = p.mode();
            double height = p.logDensity(mode);
            assertThat(height).isGreaterThan(Double.NEGATIVE_INFINITY);
            for (int from = 0; from < 4; from++) {
                for (int to = 0; to < 4; to++) {
                    double[] other = mode.clone();
                    other[from]--;
                    other[to]++;
                    assertThat(p.logDensity(other)).isLessThanOrEqualTo(height + 1e-12);
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void argumentsAreChecked(Multivariate p) {
        double[] short1 = new double[p.dimension() - 1];
        double[] nan = p.mean();
        nan[0] = Double.NaN;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> p.logDensity(short1))
                .withMessageContaining("entries");
        assertThatIllegalArgumentException().isThrownBy(() -> p.logDensity(nan)).withMessageContaining("must be");
        double[] infinite = p.mean();
        infinite[0] = Double.POSITIVE_INFINITY;
        assertThat(p.density(infinite)).isZero();
        assertThat(p.support().contains(infinite)).isFalse();
    }

    @Test
    void densityOfCorrelatedNormals() {
        // -(2 ln(2 pi) + ln 0.64 + (1, 1) S^-1 (1, 1)^T)/2 with the quadratic form 1.3/0.64
        assertThat(CORRELATED.logDensity(new double[] {2, -1})).isCloseTo(-2.6303585150951356, within(1e-15));
        assertThat(CORRELATED.logDeterminant()).isCloseTo(-0.44628710262841953, within(1e-15));
        assertThat(CORRELATED.isDiagonal()).isFalse();
        assertThat(CORRELATED.marginal(1)).isEqualTo(new Normal(-2, Math.sqrt(0.5)));
        double[] score = CORRELATED.score(new double[] {2, -1});
        assertThat(score[0]).isCloseTo(0.15625, within(1e-14));
        assertThat(score[1]).isCloseTo(-2.1875, within(1e-14));
        assertThat(CORRELATED.mode()).containsExactly(1, -2);
    }

    @Test
    void densityOfProbabilityVectors() {
        Dirichlet p = Dirichlet.of(2, 3, 5);

        // 9!/(1! 2! 4!) 0.2 0.3^2 0.5^4
        assertThat(p.density(new double[] {0.2, 0.3, 0.5})).isCloseTo(8.505, within(1e-13));
        assertThat(p.density(new double[] {0.2, 0.3, 0.4})).isZero();
        assertThat(p.density(new double[] {-0.2, 0.7, 0.5})).isZero();
        assertThat(p.density(new double[] {0, 0.5, 0.5})).isZero();
        assertThat(Dirichlet.of(0.5, 3, 5).logDensity(new double[] {0, 0.5, 0.5}))
                .isEqualTo(Double.POSITIVE_INFINITY);
        // where one edge makes it infinite and another 0, 0 wins
        assertThat(Dirichlet.of(0.5, 3, 5).density(new double[] {0, 0, 1})).isZero();
        assertThat(p.mode()[1]).isCloseTo(2.0 / 7, within(1e-16));
        assertThat(p.marginal(1)).isEqualTo(new Beta(3, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dirichlet.of(1, 0))
                .withMessageContaining("alpha[1]");
        assertThatIllegalArgumentException().isThrownBy(() -> Dirichlet.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dirichlet.of(1, 2, 3).mode());
    }

    @Test
    void twoEntriesAreABeta() {
        Dirichlet p = Dirichlet.of(2.5, 0.75);
        Beta first = new Beta(2.5, 0.75);
        for (double x : new double[] {1e-9, 0.1, 0.5, 0.999}) {
            assertThat(p.logDensity(new double[] {x, 1 - x})).isCloseTo(first.logDensity(x), within(1e-13));
        }
    }

    @Test
    void probabilitiesOfCounts() {
        Multinomial p = new Multinomial(6, Categorical.of(0.5, 0.3, 0.2));

        assertThat(p.density(new double[] {3, 2, 1})).isCloseTo(0.135, within(1e-15));
        assertThat(p.density(new double[] {3, 2, 2})).isZero();
        assertThat(p.density(new double[] {3.5, 1.5, 1})).isZero();
        assertThat(p.density(new double[] {7, 0, -1})).isZero();
        assertThat(p.marginal(0)).isEqualTo(new Binomial(6, 0.5));
        assertThat(new Multinomial(0, Categorical.of(0.5, 0.5)).density(new double[] {0, 0}))
                .isEqualTo(1);
        assertThat(new Multinomial(3, Categorical.of(0, 1)).density(new double[] {1, 2}))
                .isZero();
        assertThat(new Multinomial(3, Categorical.of(0, 1)).density(new double[] {0, 3}))
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Multinomial(-1, Categorical.of(0.5, 0.5)));
        // a sum of log-gammas of 2e10 would have 5 digits left
        assertThat(new Multinomial(1_000_000_000, Categorical.of(0.5, 0.25, 0.25))
                        .logDensity(new double[] {500_000_000, 250_000_000, 250_000_000}))
                .isCloseTo(-20.828274952705893, within(1e-13));
    }

    @Test
    void probabilitiesOfCountsSumToOne() {
        Multinomial p = new Multinomial(9, Categorical.of(0.2, 0.35, 0.45));
        double sum = 0;
        for (int a = 0; a <= 9; a++) {
            for (int b = 0; a + b <= 9; b++) {
                sum += p.density(new double[] {a, b, 9 - a - b});
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-14));
    }

    @Test
    void normalsAreChecked() {
        Stream.of(
                        new double[][] {{1, 2}, {2, 1}},
                        new double[][] {{1, 0.5}, {0.4, 1}},
                        new double[][] {{1, 0}, {0}},
                        new double[][] {{1, 0}, {0, Double.NaN}},
                        new double[][] {{1}})
                .forEach(covariance -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> MultivariateNormal.of(new double[2], covariance)));
        assertThatIllegalArgumentException().isThrownBy(() -> MultivariateNormal.of(new double[0], new double[0][]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateNormal.diagonal(new double[2], new double[] {1, 0}))
                .withMessageContaining("sds[1]");
    }
}
