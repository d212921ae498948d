package dev.surprisal.math.estimation;

import dev.surprisal.math.Require;

/** The predictors of a regression as rows that start with a 1 for the intercept. */
final class Design {

    final double[][] rows;
    final int width;

    private Design(double[][] rows, int width) {
        this.rows = rows;
        this.width = width;
    }

    static Design of(double[] x) {
        double[][] rows = new double[x.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {1, Require.finite(Data.at("x", i), x[i])};
        }
        return new Design(rows, 2);
    }

    static Design of(double[][] predictors) {
        if (predictors.length == 0) {
            throw new IllegalArgumentException("predictors must have at least one row, got none");
        }
        int width = predictors[0].length + 1;
        double[][] rows = new double[predictors.length][width];
        for (int i = 0; i < rows.length; i++) {
            if (predictors[i].length != width - 1) {
                throw new IllegalArgumentException("predictors must have rows of one length, got " + (width - 1)
                        + " and " + predictors[i].length + " in row " + i);
            }
            rows[i][0] = 1;
            for (int j = 1; j < width; j++) {
                rows[i][j] = Require.finite("predictors[" + i + "][" + (j - 1) + "]", predictors[i][j - 1]);
            }
        }
        return new Design(rows, width);
    }

    int size() {
        return rows.length;
    }

    /** The linear predictor of row i from the coefficients that start at an offset. */
    double predict(int i, double[] theta, int offset) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += rows[i][j] * theta[offset + j];
        }
        return sum;
    }

    /** A predictor with one value only leaves its slope open. */
    void requireDistinct() {
        for (int j = 1; j < width; j++) {
            boolean distinct = false;
            for (double[] row : rows) {
                distinct = distinct || row[j] != rows[0][j];
            }
            if (!distinct) {
                throw new IllegalArgumentException((width == 2 ? "x" : "predictor " + (j - 1))
                        + " must not all be equal: the slope is not determined");
            }
        }
    }

    void requireSameLength(String name, int length) {
        if (length != rows.length) {
            throw new IllegalArgumentException(
                    "predictors and " + name + " must have the same length, got " + rows.length + " and " + length);
        }
    }
}
