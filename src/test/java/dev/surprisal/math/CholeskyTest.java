package dev.surprisal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    private static final double[][] MATRIX = {{4, 12, -16}, {12, 37, -43}, {-16, -43, 98}};

    /** The factor (2; 6 1; -8 5 3) in whole numbers. */
    @Test
    void aFactorInWholeNumbers() {
        Cholesky factor = Cholesky.of("matrix", MATRIX);
        double[][] expected = {{2, 0, 0}, {6, 1, 0}, {-8, 5, 3}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(factor.at(i, j)).isEqualTo(expected[i][j]);
            }
        }
        assertThat(factor.logDeterminantOfFactor()).isCloseTo(Math.log(6), within(1e-15));
    }

    /** x = (1, -2, 3): L x, and the right sides that lead back to it. */
    @Test
    void systemsAreSolved() {
        Cholesky factor = Cholesky.of("matrix", MATRIX);
        double[] x = {1, -2, 3};

        assertThat(factor.multiply(x)).containsExactly(2, 4, -9);
        assertThat(factor.solveLower(new double[] {2, 4, -9})).containsExactly(x);
        // L^T x
        assertThat(factor.solveUpper(new double[] {2 - 12 - 24, -2 + 15, 9})).containsExactly(x);
        // MATRIX x
        assertThat(factor.solve(new double[] {4 - 24 - 48, 12 - 74 - 129, -16 + 86 + 294}))
                .containsExactly(x);
    }

    @Test
    void aDiagonalIsItsOwnFactor() {
        Cholesky factor = Cholesky.ofDiagonal(new double[] {2, 0.5});

        assertThat(factor.at(0, 0)).isEqualTo(2);
        assertThat(factor.at(1, 1)).isEqualTo(0.5);
        assertThat(factor.at(1, 0)).isZero();
        assertThat(factor.logDeterminantOfFactor()).isZero();
        assertThat(factor.solve(new double[] {4, 1})).containsExactly(1, 4);
    }

    @Test
    void whatIsNoCovarianceIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of("cov", new double[][] {{1, 2}, {2, 1}}))
                .withMessage("cov must be positive definite, got the pivot -3 in row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of("cov", new double[][] {{1, 2}, {2, 4}}))
                .withMessageContaining("the pivot 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of("cov", new double[][] {{1, 0.5}, {0.25, 1}}))
                .withMessage("cov must be symmetric, got 0.25 at [1][0] and 0.5 across");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of("cov", new double[][] {{1, 0}, {0}}))
                .withMessage("cov must be square, got 2 rows and a row of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of("cov", new double[][] {{1, Double.NaN}, {0, 1}}))
                .withMessageContaining("cov[0][1]");
        // rounding of the two halves is no asymmetry
        assertThat(Cholesky.of("cov", new double[][] {{1, 0.5}, {Math.nextUp(0.5), 1}})
                        .at(0, 0))
                .isEqualTo(1);
    }
}
