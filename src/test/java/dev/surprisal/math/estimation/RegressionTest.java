package dev.surprisal.math.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Outcome;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegressionTest {

    private static final double[] X = {1, 2, 3, 4, 5, 6};
    private static final double[] Y = {2.3, 2.9, 4.1, 4.8, 6.2, 6.6};
    private static final double[] LABELLED_X = {-3, -2, -1, -0.5, 0.5, 1, 2, 3};
    private static final double[] LABELS = {0, 0, 1, 0, 1, 0, 1, 1};
    private static final double[] CLASSED_X = {-3, -2, -1.5, -0.5, 0, 0.5, 1, 1.5, 2.5, 3};
    private static final int[] CLASSES = {0, 0, 1, 0, 1, 1, 2, 1, 2, 2};
    private static final double[][] A = {{1.8, 0.5}, {0.5, 1.2}};
    private static final double[] C = {2, 1};
    private static final Offset<Double> PRINTED = within(1e-9);

    @Test
    void leastSquaresLine() {
        LinearRegression.Line line = LinearRegression.fit(X, Y);

        assertThat(line.intercept()).isCloseTo(1.27333333333333, within(1e-13));
        assertThat(line.slope()).isCloseTo(0.917142857142857, within(1e-14));
        assertThat(line.sse()).isCloseTo(0.228190476190476, within(1e-14));
        assertThat(line.noiseVariance()).isCloseTo(0.038031746031746, within(1e-14));
        assertThat(line.nllNats()).isCloseTo(-1.29437093918695, within(1e-12));
        assertThat(line.at(2)).isCloseTo(3.10761904761905, within(1e-13));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(new double[] {1, 1}, new double[] {1, 2}))
                .withMessageContaining("slope is not determined");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(new double[] {1, 2}, new double[] {1, 2})
                        .nllNats());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fitThroughOrigin(new double[] {0}, new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(X, LABELS))
                .withMessageContaining("same length");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 11.29583333",
        "1, 0.2241666667, 0.9183333333, 0.5650304398",
        "2, 0.2764166667, 1.101034722, 0.1307399186",
        "10, 0.3569779484, 1.131184517, 0.09980723261",
        "100, 0.8717111263, 1.010953552, 0.03453518658",
        "1000, 1.273228293, 0.9171673924, 0.01901587408",
        "3000, 1.273333333, 0.9171428571, 0.01901587302",
    })
    void descentOfTheSquaredError(int step, double intercept, double slope, double value) {
        DescentTrace trace =
                GradientDescent.descend(LinearRegression.halfMeanSquaredError(X, Y), new double[] {0, 0}, 0.05, step);

        assertThat(trace.last()[0]).isCloseTo(intercept, PRINTED);
        assertThat(trace.last()[1]).isCloseTo(slope, PRINTED);
        assertThat(trace.value(trace.steps())).isCloseTo(value, within(5e-9));
    }

    @Test
    void tooLargeAStepDiverges() {
        // the largest stable step is 0.1251236
        assertThat(GradientDescent.descend(LinearRegression.halfMeanSquaredError(X, Y), new double[2], 0.13, 10_000)
                        .outcome())
                .isEqualTo(Outcome.DIVERGED);
        DescentTrace stable =
                GradientDescent.descend(LinearRegression.halfMeanSquaredError(X, Y), new double[2], 0.125, 100_000);
        assertThat(stable.outcome()).isIn(Outcome.CONVERGED, Outcome.OUT_OF_ITERATIONS);
        assertThat(stable.last()[1]).isCloseTo(0.917142857142857, within(1e-12));
        assertThat(stable.parameters(0)).containsExactly(0, 0);
    }

    /** With the rate 1.5 a step on x² leads from x to -2x, with 0.25 to x/2. */
    @Test
    void stepsUpwardsAreCounted() {
        var square = new Objective() {
            @Override
            public double value(double[] parameters) {
                return parameters[0] * parameters[0];
            }

            @Override
            public double[] gradient(double[] parameters) {
                return new double[] {2 * parameters[0]};
            }
        };

        assertThat(GradientDescent.descend(square, new double[] {1}, 1.5, 3).rises())
                .isEqualTo(3);
        assertThat(GradientDescent.descend(square, new double[] {1}, 0.25, 3).rises())
                .isZero();
    }

    @Test
    void logisticFit() {
        RegressionFit.Found fit = LogisticRegression.fit(LABELLED_X, LABELS).found();

        assertThat(fit.intercept()).isCloseTo(0, within(1e-12));
        assertThat(fit.slope()).isCloseTo(0.86692625762281, within(1e-12));
        assertThat(fit.nllNats()).isCloseTo(3.90339089693078, within(1e-13));
        assertThat(fit.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(fit.iterations()).isLessThan(15);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.69314718056",
        "1, 0.28125, 0.569402483518",
        "2, 0.4425966603, 0.5269799151",
        "10, 0.7984153783, 0.48875177565",
        "100, 0.8669262542, 0.487923862116",
    })
    void logisticDescent(int step, double slope, double value) {
        DescentTrace trace =
                GradientDescent.descend(LogisticRegression.meanNll(LABELLED_X, LABELS), new double[2], 0.5, step);

        assertThat(trace.last()[0]).isCloseTo(0, within(1e-12));
        assertThat(trace.last()[1]).isCloseTo(slope, PRINTED);
        assertThat(trace.value(step)).isCloseTo(value, within(5e-11));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.7148331442", "0.1, 1.84720139", "0.01, 3.411445264", "0.001, 5.25400443", "0.0001, 7.232481199"})
    void separableDataHaveAMapButNoMaximumOfTheLikelihood(double lambda, double slope) {
        double[] x = {-2, -1, 1, 2};
        double[] y = {0, 0, 1, 1};

        assertThat(LogisticRegression.fit(x, y, lambda).found().slope()).isCloseTo(slope, PRINTED);
        assertThat(LogisticRegression.fit(x, y)).isInstanceOf(RegressionFit.NoMaximum.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticRegression.fit(x, y).found())
                .withMessageContaining("separable");
    }

    @Test
    void everyKindOfSeparationIsSeen() {
        assertNoMaximum(LogisticRegression.fit(new double[] {1, 2, 3}, new double[] {1, 1, 0}));
        // sharing one point does not save the maximum
        assertNoMaximum(LogisticRegression.fit(new double[] {1, 2, 2, 3}, new double[] {0, 0, 1, 1}));
        assertNoMaximum(LogisticRegression.fit(new double[] {1, 2, 3}, new double[] {1, 1, 1}));
        assertNoMaximum(LogisticRegression.fit(
                new double[][] {{0, 1}, {1, 0}, {1, 2}, {2, 1}}, new double[] {0, 0, 1, 1}, 0));
        assertThat(LogisticRegression.fit(
                                new double[][] {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {0, 0}},
                                new double[] {0, 0, 1, 1, 1},
                                0)
                        .found()
                        .coefficients())
                .hasSize(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticRegression.fit(new double[] {2, 2}, new double[] {0, 1}))
                .withMessage("x must not all be equal: the slope is not determined");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticRegression.fit(new double[] {1}, new double[] {0.5}))
                .withMessageContaining("y[0] must be 0 or 1");
    }

    @Test
    void softmaxFit() {
        RegressionFit.Found fit = SoftmaxRegression.fit(CLASSED_X, CLASSES, 3).found();

        assertThat(fit.nllNats()).isCloseTo(5.17377992278, within(1e-11));
        assertThat(fit.coefficients()[0]).isCloseTo(1.551787898, PRINTED);
        assertThat(fit.coefficients()[1]).isCloseTo(1.477082502, PRINTED);
        assertThat(fit.coefficients()[2]).isCloseTo(-1.319538019, PRINTED);
        assertThat(fit.coefficients()[3]).isCloseTo(3.643823834, PRINTED);
        assertNoMaximum(SoftmaxRegression.fit(new double[] {0, 1, 2}, new int[] {0, 1, 1}, 2));
        assertNoMaximum(SoftmaxRegression.fit(CLASSED_X, CLASSES, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1.09861228867",
        "1, 0.916707325654",
        "10, 0.661132137095",
        "100, 0.525400216319",
        "1000, 0.517378044588",
    })
    void softmaxDescent(int step, double value) {
        DescentTrace trace =
                GradientDescent.descend(SoftmaxRegression.meanNll(CLASSED_X, CLASSES, 3), new double[6], 0.3, step);

        assertThat(trace.value(step)).isCloseTo(value, within(1e-11));
    }

    @Test
    void softmaxOfTwoClassesIsLogistic() {
        int[] labels = {0, 0, 1, 0, 1, 0, 1, 1};

        assertThat(SoftmaxRegression.fit(LABELLED_X, labels, 2).found().slope())
                .isCloseTo(0.86692625762281, within(1e-10));
    }

    @Test
    void poissonFit() {
        RegressionFit.Found fit = PoissonRegression.fit(new double[] {0, 1, 2, 3}, new double[] {1, 1, 3, 6})
                .found();

        assertThat(fit.intercept()).isCloseTo(-0.326163908052, within(1e-11));
        assertThat(fit.slope()).isCloseTo(0.700200525276, within(1e-11));
        double[] gradient = PoissonRegression.loss(new double[] {0, 1, 2, 3}, new double[] {1, 1, 3, 6})
                .gradient(fit.coefficients());
        assertThat(gradient[0]).isCloseTo(0, within(1e-12));
        assertThat(gradient[1]).isCloseTo(0, within(1e-12));
        assertNoMaximum(PoissonRegression.fit(new double[] {0, 1, 2}, new double[] {0, 0, 0}));
        assertNoMaximum(PoissonRegression.fit(new double[] {0, 1, 2}, new double[] {0, 0, 3}));
        assertThat(PoissonRegression.fit(new double[] {0, 1, 2}, new double[] {0, 3, 0})
                        .found()
                        .slope())
                .isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.994764397906, 0.418848167539, 0.994764397906, 0.418848167539",
        "0.1, 0.901960784314, 0.392156862745, 0.958115183246, 0.350785340314",
        "0.5, 0.659898477157, 0.304568527919, 0.811518324607, 0.0785340314136",
        "1, 0.495382031906, 0.235096557515, 0.555555555556, 0",
        "2, 0.330992978937, 0.160481444333, 0, 0",
        "3, 0.248613843677, 0.121624038634, 0, 0",
    })
    void ridgeAndLasso(double lambda, double ridge1, double ridge2, double lasso1, double lasso2) {
        // the table's penalty has no half
        double[] ridge = LinearRegression.ridge(A, C, 2 * lambda);
        double[] lasso = LinearRegression.lasso(A, C, lambda);

        assertThat(ridge[0]).isCloseTo(ridge1, within(1e-12));
        assertThat(ridge[1]).isCloseTo(ridge2, within(1e-12));
        assertThat(lasso[0]).isCloseTo(lasso1, within(1e-12));
        assertThat(lasso[1]).isCloseTo(lasso2, within(1e-12));
        double[] descended = GradientDescent.descendWithL1(
                        LinearRegression.quadratic(A, C), lambda, new double[2], 0.5, 2_000)
                .last();
        assertThat(descended[0]).isCloseTo(lasso1, within(1e-12));
        assertThat(descended[1]).isCloseTo(lasso2, within(1e-12));
    }

    @Test
    void aProximalStepReachesZeroWhereASubgradientStepOvershoots() {
        // weight 0.05, data gradient 0.3, rate 1, lambda 0.5
        Objective slope = LinearRegression.quadratic(new double[][] {{1}}, new double[] {-0.25});

        assertThat(GradientDescent.descendWithL1(slope, 0.5, new double[] {0.05}, 1, 1)
                        .last())
                .containsExactly(0);
    }

    @Test
    void polynomialsAreFittedByReflections() {
        SplittableRandom random = new SplittableRandom(61);
        double[][] rows = new double[30][10];
        double[] y = new double[30];
        double[] truth = new double[10];
        for (int j = 0; j < 10; j++) {
            truth[j] = random.nextDouble() - 0.5;
        }
        for (int i = 0; i < 30; i++) {
            double x = -1 + 2.0 * i / 29;
            double power = 1;
            for (int j = 0; j < 10; j++) {
                rows[i][j] = power;
                y[i] += truth[j] * power;
                power *= x;
            }
        }
        double[] found = LinearRegression.leastSquares(rows, y);

        for (int j = 0; j < 10; j++) {
            assertThat(found[j]).isCloseTo(truth[j], within(1e-11));
        }
        assertThat(LinearRegression.leastSquares(new double[][] {{1, 1}, {1, 2}, {1, 3}, {1, 4}, {1, 5}, {1, 6}}, Y)[1])
                .isCloseTo(0.917142857142857, within(1e-14));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.leastSquares(new double[][] {{1, 2}, {2, 4}}, new double[] {1, 2}))
                .withMessageContaining("linearly independent");
    }

    /** All fifteen lines through two of the points, in exact fractions: the first and the last point are on the best. */
    @Test
    void aLineOfLeastAbsoluteErrorsGoesThroughTwoPoints() {
        LinearRegression.Line line = LinearRegression.leastAbsolute(X, Y);

        assertThat(line.intercept()).isCloseTo(1.44, within(1e-14));
        assertThat(line.slope()).isCloseTo(0.86, within(1e-14));
        assertThat(LinearRegression.meanAbsoluteError(X, Y).value(new double[] {1.44, 0.86}))
                .isCloseTo(11.0 / 75, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.leastAbsolute(new double[] {1, 1}, new double[] {2, 3}))
                .withMessageContaining("not determined");
    }

    @Test
    void anOutlierDoesNotMoveTheLineOfLeastAbsoluteErrors() {
        LinearRegression.Line line =
                LinearRegression.leastAbsolute(new double[] {0, 1, 2, 3, 4}, new double[] {0, 1, 2, 30, 4});

        assertThat(line.intercept()).isZero();
        assertThat(line.slope()).isEqualTo(1);
        assertThat(line.sse()).isEqualTo(27 * 27);
    }

    @Test
    void gradientsAreThoseOfTheObjectives() {
        SplittableRandom random = new SplittableRandom(62);
        Objective[] objectives = {
            LinearRegression.halfMeanSquaredError(X, Y),
            LogisticRegression.meanNll(LABELLED_X, LABELS),
            LogisticRegression.meanNll(LABELLED_X, LABELS, 0.3),
            SoftmaxRegression.meanNll(CLASSED_X, CLASSES, 3),
            PoissonRegression.loss(new double[] {0, 1, 2, 3}, new double[] {1, 1, 3, 6}),
            LinearRegression.quadratic(A, C)
        };
        int[] sizes = {2, 2, 2, 6, 2, 2};
        for (int k = 0; k < objectives.length; k++) {
            for (int i = 0; i < 50; i++) {
                double[] theta = new double[sizes[k]];
                for (int j = 0; j < theta.length; j++) {
                    theta[j] = 2 * random.nextDouble() - 1;
                }
                double[] gradient = objectives[k].gradient(theta);
                for (int j = 0; j < theta.length; j++) {
                    double[] up = theta.clone();
                    double[] down = theta.clone();
                    up[j] += 1e-5;
                    down[j] -= 1e-5;
                    double slope = (objectives[k].value(up) - objectives[k].value(down)) / 2e-5;
                    assertThat(gradient[j]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
                }
            }
        }
    }

    private static void assertNoMaximum(RegressionFit fit) {
        assertThat(fit).isInstanceOf(RegressionFit.NoMaximum.class);
    }
}
