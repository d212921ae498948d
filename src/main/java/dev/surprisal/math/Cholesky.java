package dev.surprisal.math;

/**
 * A symmetric positive definite matrix as the product L L^T of a lower triangle with its transpose. Golub and Van Loan,
 * "Matrix Computations", 2013, sec. 4.2.
 */
public final class Cholesky {

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * The factor of a matrix given by its rows. L L^T differs from the matrix by less than (n + 1) 2^-53 of its
     * diagonal. Higham, "Accuracy and stability of numerical algorithms", theorem 10.3.
     *
     * @throws IllegalArgumentException when it is not square, not symmetric or not positive definite
     */
    public static Cholesky of(String name, double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw new IllegalArgumentException(
                        name + " must be square, got " + n + " rows and a row of " + matrix[i].length);
            }
            for (int j = 0; j < n; j++) {
                Require.finite(name + "[" + i + "][" + j + "]", matrix[i][j]);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double scale = Math.max(Math.abs(matrix[i][j]), Math.abs(matrix[j][i]));
                if (Math.abs(matrix[i][j] - matrix[j][i]) > 1e-12 * scale) {
                    throw new IllegalArgumentException(
                            name + " must be symmetric, got " + Decimal.shortest(matrix[i][j]) + " at [" + i + "][" + j
                                    + "] and " + Decimal.shortest(matrix[j][i]) + " across");
                }
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new IllegalArgumentException(name + " must be positive definite, got the pivot "
                            + Decimal.shortest(sum) + " in row " + i);
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return new Cholesky(lower);
    }

    /** The diagonal matrix with the squares of these numbers. Exact. */
    public static Cholesky ofDiagonal(double[] sds) {
        double[][] lower = new double[sds.length][sds.length];
        for (int i = 0; i < sds.length; i++) {
            lower[i][i] = sds[i];
        }
        return new Cholesky(lower);
    }

    /** L_ij. Exact. */
    public double at(int i, int j) {
        return lower[i][j];
    }

    /** ln of the determinant of L: half that of the matrix. Error below n 2^-52 of the sum of the terms' sizes. */
    public double logDeterminantOfFactor() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += Elementary.log(lower[i][i]);
        }
        return sum;
    }

    /**
     * L^-1 x. The result is exact for a factor whose entries differ by less than n 2^-53 of themselves (Higham, theorem
     * 8.5).
     */
    public double[] solveLower(double[] x) {
        double[] result = new double[lower.length];
        for (int i = 0; i < result.length; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * result[k];
            }
            result[i] = sum / lower[i][i];
        }
        return result;
    }

    /**
     * L^-T x. The result is exact for a factor whose entries differ by less than n 2^-53 of themselves (Higham, theorem
     * 8.5).
     */
    public double[] solveUpper(double[] x) {
        double[] result = new double[lower.length];
        for (int i = result.length - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < result.length; k++) {
                sum -= lower[k][i] * result[k];
            }
            result[i] = sum / lower[i][i];
        }
        return result;
    }

    /**
     * The x with L L^T x = b. The result is exact for a factor whose entries differ by less than n 2^-53 of themselves
     * (Higham, theorem 8.5).
     */
    public double[] solve(double[] b) {
        return solveUpper(solveLower(b));
    }

    /**
     * L x. The result is exact for a factor whose entries differ by less than n 2^-53 of themselves (Higham, theorem
     * 8.5).
     */
    public double[] multiply(double[] x) {
        double[] result = new double[lower.length];
        for (int i = 0; i < result.length; i++) {
            for (int k = 0; k <= i; k++) {
                result[i] += lower[i][k] * x[k];
            }
        }
        return result;
    }
}
