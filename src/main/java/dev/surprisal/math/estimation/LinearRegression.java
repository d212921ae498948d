package dev.surprisal.math.estimation;

import dev.surprisal.math.Cholesky;
import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * Straight lines through points by least squares, which is maximum likelihood under normal noise; ridge and lasso, which are
 * MAP under normal and Laplace priors of the weights.
 *
 * <p>Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009, ch. 3.
 */
public final class LinearRegression {

    private static final double LN_2_PI_E = 2.8378770664093453;
    private static final int MOST_SWEEPS = 100_000;

    private LinearRegression() {}

    /**
     * A line y = intercept + slope x.
     *
     * @param sse the sum of its squared errors
     * @param n the number of points
     */
    public record Line(double intercept, double slope, double sse, int n) {

        /**
         * The height of the line. Error below 2e-15 max(1, |result|). That is at data whose spread is not tiny beside
         * their mean.
         */
        public double at(double x) {
            return intercept + slope * x;
        }

        /**
         * SSE/N, the most likely variance of the noise. Error below 2e-15 max(1, |result|). That is at data whose
         * spread is not tiny beside their mean.
         */
        public double noiseVariance() {
            return sse / n;
        }

        /**
         * (N/2) ln(2 pi e SSE/N): the summed NLL at the most likely variance of the noise, in nats. Error below 2e-15
         * max(1, |result|). That is at data whose spread is not tiny beside their mean.
         *
         * @throws IllegalArgumentException when the line meets every point: the likelihood then grows without bound
         */
        public double nllNats() {
            if (!(sse > 0)) {
                throw new IllegalArgumentException(
                        "the sum of squared errors must be > 0, got " + Decimal.shortest(sse));
            }
            return 0.5 * n * (LN_2_PI_E + Elementary.log(sse / n));
        }
    }

    /**
     * The least-squares line: slope S_xy/S_xx, through the means. Error below 2e-15 max(1, |result|). That is at data
     * whose spread is not tiny beside their mean.
     *
     * @param x at least two numbers, not all equal
     */
    public static Line fit(double[] x, double[] y) {
        Data.pairs(x, y, 2);
        double meanX = Data.mean(x);
        double meanY = Data.mean(y);
        Sum products = new Sum();
        for (int i = 0; i < x.length; i++) {
            products.addProduct(x[i] - meanX, y[i] - meanY);
        }
        double squares = Data.squares(x, meanX);
        if (!(squares > 0)) {
            throw new IllegalArgumentException("x must not all be equal: the slope is not determined");
        }
        double slope = products.value() / squares;
        Sum errors = new Sum();
        for (int i = 0; i < x.length; i++) {
            double error = (y[i] - meanY) - slope * (x[i] - meanX);
            errors.addProduct(error, error);
        }
        return new Line(meanY - slope * meanX, slope, errors.value(), x.length);
    }

    /**
     * A line of least absolute errors, which is maximum likelihood under Laplace noise: some such line goes through two of the
     * points, so all pairs are tried, and of several the first is taken. Bloomfield and Steiger, "Least Absolute Deviations",
     * 1983, sec. 1.3. Error below 4e-15 max(1, |result|) at data whose spread is not tiny beside their mean.
     *
     * @param x at least two numbers, not all equal; the time grows with the cube of their count
     */
    public static Line leastAbsolute(double[] x, double[] y) {
        Data.pairs(x, y, 2);
        double least = Double.POSITIVE_INFINITY;
        double intercept = Double.NaN;
        double slope = Double.NaN;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                if (x[i] == x[j]) {
                    continue;
                }
                double rise = (y[j] - y[i]) / (x[j] - x[i]);
                double start = y[i] - rise * x[i];
                Sum errors = new Sum();
                for (int k = 0; k < x.length; k++) {
                    errors.add(Math.abs(start + rise * x[k] - y[k]));
                }
                if (errors.value() < least) {
                    least = errors.value();
                    intercept = start;
                    slope = rise;
                }
            }
        }
        if (least == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("x must not all be equal: the slope is not determined");
        }
        Sum squares = new Sum();
        for (int k = 0; k < x.length; k++) {
            double error = y[k] - intercept - slope * x[k];
            squares.addProduct(error, error);
        }
        return new Line(intercept, slope, squares.value(), x.length);
    }

    /**
     * The least-squares line through the origin: slope (sum of xy)/(sum of x^2). Error below 2e-15 max(1, |result|).
     * That is at data whose spread is not tiny beside their mean.
     *
     * @param x at least one number other than 0
     */
    public static Line fitThroughOrigin(double[] x, double[] y) {
        return line(x, y, ridgeSlope(x, y, 0));
    }

    /**
     * (sum of xy)/(sum of x^2 + lambda): the minimum of sum of (y - theta x)^2 + lambda theta^2. Error below 2e-15
     * max(1, |result|). That is at data whose spread is not tiny beside their mean.
     */
    public static double ridgeSlope(double[] x, double[] y, double lambda) {
        return Sum.ofProducts(x, y) / determined(x, y, lambda);
    }

    /**
     * S_lambda(sum of xy)/(sum of x^2): the minimum of (sum of (y - theta x)^2)/2 + lambda |theta|. Error below 2e-15
     * max(1, |result|). That is at data whose spread is not tiny beside their mean.
     */
    public static double lassoSlope(double[] x, double[] y, double lambda) {
        double squares = determined(x, y, 0);
        return Penalty.softThreshold(Sum.ofProducts(x, y), lambda) / squares;
    }

    /**
     * (A + lambda I)^-1 c: the minimum of theta^T A theta/2 - c^T theta + lambda |theta|_2^2/2, as a new array. A
     * penalty of lambda |theta|^2 without the half is {@code ridge(A, c, 2 lambda)}. Error below 1e-12 max(1, |result|)
     * for well-conditioned matrices.
     *
     * @param a symmetric; A + lambda I positive definite
     */
    public static double[] ridge(double[][] a, double[] c, double lambda) {
        Penalty.notNegative(lambda);
        checkQuadratic(a, c);
        double[][] sum = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i].clone();
            sum[i][i] += lambda;
        }
        return Cholesky.of("A + lambda I", sum).solve(c);
    }

    /**
     * The minimum of theta^T A theta/2 - c^T theta + lambda |theta|_1, as a new array: by coordinate descent, each
     * coordinate solved exactly in turn until none moves by more than 1e-15 of the largest. Error below 1e-12 max(1,
     * |result|) for well-conditioned matrices.
     *
     * @param a symmetric and positive definite
     */
    public static double[] lasso(double[][] a, double[] c, double lambda) {
        Penalty.notNegative(lambda);
        checkQuadratic(a, c);
        Cholesky.of("A", a);
        double[] theta = new double[c.length];
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double moved = 0;
            double largest = 0;
            for (int j = 0; j < theta.length; j++) {
                double rest = c[j];
                for (int k = 0; k < theta.length; k++) {
                    rest -= k == j ? 0 : a[j][k] * theta[k];
                }
                double next = Penalty.softThreshold(rest, lambda) / a[j][j];
                moved = Math.max(moved, Math.abs(next - theta[j]));
                largest = Math.max(largest, Math.abs(next));
                theta[j] = next;
            }
            if (moved <= 1e-15 * largest) {
                return theta;
            }
        }
        throw new IllegalArgumentException(
                "A must be better conditioned: coordinate descent has not settled after " + MOST_SWEEPS + " sweeps");
    }

    /**
     * The coefficients that minimise |y - X theta|^2, as a new array: by Householder reflections, which keep twice the
     * digits of the normal equations. Golub and Van Loan, 5.2.
     *
     * @param rows the rows of X, at least as many as columns; the columns linearly independent
     */
    public static double[] leastSquares(double[][] rows, double[] y) {
        int n = rows.length;
        if (n == 0 || rows[0].length == 0 || n < rows[0].length || y.length != n) {
            throw new IllegalArgumentException(
                    "rows and y must have the same length, at least the number of columns, got " + n + " and "
                            + y.length);
        }
        int width = rows[0].length;
        double[][] r = new double[n][];
        for (int i = 0; i < n; i++) {
            if (rows[i].length != width) {
                throw new IllegalArgumentException(
                        "rows must be of one length, got " + width + " and " + rows[i].length);
            }
            r[i] = Data.numbers("rows[" + i + "]", rows[i], 1).clone();
        }
        double[] b = Data.numbers("y", y, 1).clone();
        for (int j = 0; j < width; j++) {
            reflect(r, b, j);
        }
        double[] theta = new double[width];
        for (int j = width - 1; j >= 0; j--) {
            double sum = b[j];
            for (int k = j + 1; k < width; k++) {
                sum -= r[j][k] * theta[k];
            }
            theta[j] = sum / r[j][j];
        }
        return theta;
    }

    /** The mean squared error halved, (1/2N) sum of (y - a - bx)^2, as a function of (a, b): for descent. */
    public static Objective halfMeanSquaredError(double[] x, double[] y) {
        Data.pairs(x, y, 1);
        double[] xs = x.clone();
        double[] ys = y.clone();
        return new Objective() {
            @Override
            public double value(double[] theta) {
                Sum sum = new Sum();
                for (int i = 0; i < xs.length; i++) {
                    double error = theta[0] + theta[1] * xs[i] - ys[i];
                    sum.add(error * error);
                }
                return sum.value() / (2 * xs.length);
            }

            @Override
            public double[] gradient(double[] theta) {
                Sum intercept = new Sum();
                Sum slope = new Sum();
                for (int i = 0; i < xs.length; i++) {
                    double error = theta[0] + theta[1] * xs[i] - ys[i];
                    intercept.add(error);
                    slope.add(error * xs[i]);
                }
                return new double[] {intercept.value() / xs.length, slope.value() / xs.length};
            }
        };
    }

    /**
     * The mean absolute error (1/N) sum of |y - a - bx| as a function of (a, b), with the subgradient that counts a point on the
     * line as 0: for descent, which does not settle with steps of one size.
     */
    public static Objective meanAbsoluteError(double[] x, double[] y) {
        Data.pairs(x, y, 1);
        double[] xs = x.clone();
        double[] ys = y.clone();
        return new Objective() {
            @Override
            public double value(double[] theta) {
                Sum sum = new Sum();
                for (int i = 0; i < xs.length; i++) {
                    sum.add(Math.abs(theta[0] + theta[1] * xs[i] - ys[i]));
                }
                return sum.value() / xs.length;
            }

            @Override
            public double[] gradient(double[] theta) {
                double intercept = 0;
                Sum slope = new Sum();
                for (int i = 0; i < xs.length; i++) {
                    double error = theta[0] + theta[1] * xs[i] - ys[i];
                    double sign = error > 0 ? 1 : error < 0 ? -1 : 0;
                    intercept += sign;
                    slope.add(sign * xs[i]);
                }
                return new double[] {intercept / xs.length, slope.value() / xs.length};
            }
        };
    }

    /** theta^T A theta/2 - c^T theta, as a function of theta: for descent. */
    public static Objective quadratic(double[][] a, double[] c) {
        checkQuadratic(a, c);
        double[][] matrix = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            matrix[i] = a[i].clone();
        }
        double[] vector = c.clone();
        return new Objective() {
            @Override
            public double value(double[] theta) {
                double[] gradient = gradient(theta);
                Sum sum = new Sum();
                for (int i = 0; i < theta.length; i++) {
                    sum.add(0.5 * theta[i] * (gradient[i] - vector[i]));
                }
                return sum.value();
            }

            @Override
            public double[] gradient(double[] theta) {
                double[] gradient = new double[theta.length];
                for (int i = 0; i < theta.length; i++) {
                    gradient[i] = Sum.ofProducts(matrix[i], theta) - vector[i];
                }
                return gradient;
            }
        };
    }

    private static Line line(double[] x, double[] y, double slope) {
        Sum errors = new Sum();
        for (int i = 0; i < x.length; i++) {
            double error = y[i] - slope * x[i];
            errors.addProduct(error, error);
        }
        return new Line(0, slope, errors.value(), x.length);
    }

    private static double determined(double[] x, double[] y, double lambda) {
        Data.pairs(x, y, 1);
        double squares = Sum.ofProducts(x, x) + Penalty.notNegative(lambda);
        if (!(squares > 0)) {
            throw new IllegalArgumentException("x must not all be 0: the slope is not determined");
        }
        return squares;
    }

    private static void checkQuadratic(double[][] a, double[] c) {
        if (a.length != c.length || a.length == 0) {
            throw new IllegalArgumentException(
                    "A and c must have the same dimension >= 1, got " + a.length + " and " + c.length);
        }
        Data.numbers("c", c, 1);
        for (int i = 0; i < a.length; i++) {
            if (a[i].length != a.length) {
                throw new IllegalArgumentException(
                        "A must be square, got " + a.length + " rows and a row of " + a[i].length);
            }
            for (int j = 0; j < a.length; j++) {
                Require.finite("A[" + i + "][" + j + "]", a[i][j]);
            }
        }
    }

    /** Zeroes column j of r below the diagonal by a reflection, which is applied to b too. */
    private static void reflect(double[][] r, double[] b, int j) {
        int n = r.length;
        double largest = 0;
        for (int i = j; i < n; i++) {
            largest = Math.max(largest, Math.abs(r[i][j]));
        }
        double norm = 0;
        for (int i = j; i < n && largest > 0; i++) {
            norm += r[i][j] / largest * (r[i][j] / largest);
        }
        norm = largest * Math.sqrt(norm);
        double size = 0;
        for (int i = 0; i < n; i++) {
            size = Math.max(size, Math.abs(r[i][j]));
        }
        if (!(norm > 1e-13 * size)) {
            throw new IllegalArgumentException("the columns must be linearly independent, got that column " + j
                    + " is a combination of those before it");
        }
        double head = r[j][j] > 0 ? -norm : norm;
        double[] v = new double[n];
        v[j] = r[j][j] - head;
        for (int i = j + 1; i < n; i++) {
            v[i] = r[i][j];
        }
        double scale = -v[j] * head;
        for (int k = j; k < r[j].length; k++) {
            double sum = 0;
            for (int i = j; i < n; i++) {
                sum += v[i] * r[i][k];
            }
            for (int i = j; i < n; i++) {
                r[i][k] -= v[i] * (sum / scale);
            }
        }
        double sum = 0;
        for (int i = j; i < n; i++) {
            sum += v[i] * b[i];
        }
        for (int i = j; i < n; i++) {
            b[i] -= v[i] * (sum / scale);
        }
    }
}
