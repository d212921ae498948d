package dev.surprisal.math.estimation;

import dev.surprisal.math.Require;

/**
 * The minimum of theta^T A theta/2 - c^T theta over two parameters of bounded size: where the contours of the loss touch a disc
 * or a diamond. Boyd and Vandenberghe 2004, sec. 5.5.3 for the multiplier.
 */
public final class BoundedQuadratic {

    private BoundedQuadratic() {}

    /**
     * @param first theta_1, exactly 0 where it vanishes on the diamond
     * @param second theta_2, likewise
     * @param lambda the factor of the penalty (|theta|_1, or |theta|_2^2 without a half) whose minimum is the same; 0 inside
     */
    public record Minimum(double first, double second, double lambda) {}

    /**
     * Within |theta_1| + |theta_2| {@code <=} radius. Exact up to rounding: the best point of each edge in closed form.
     *
     * @param a 2 by 2, symmetric and positive definite
     * @param radius {@code > 0}
     */
    public static Minimum withinDiamond(double[][] a, double[] c, double radius) {
        Minimum free = free(a, c, radius);
        if (Math.abs(free.first) + Math.abs(free.second) <= radius) {
            return free;
        }
        Minimum best = free;
        double lowest = Double.POSITIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double right = corner < 2 ? radius : -radius;
            double up = corner % 2 == 0 ? radius : -radius;
            // From (right, 0) to (0, up)
            double slope = (a[0][0] * right - c[0]) * -right + (a[1][0] * right - c[1]) * up;
            double bend = a[0][0] * right * right - 2 * a[0][1] * right * up + a[1][1] * up * up;
            double share = Math.max(0, Math.min(1, -slope / bend));
            double first = 0 + right * (1 - share);
            double second = 0 + up * share;
            double value = value(a, c, first, second);
            if (value < lowest) {
                lowest = value;
                best = new Minimum(
                        first,
                        second,
                        Math.max(
                                Math.abs(c[0] - a[0][0] * first - a[0][1] * second),
                                Math.abs(c[1] - a[1][0] * first - a[1][1] * second)));
            }
        }
        return best;
    }

    /**
     * Within theta_1^2 + theta_2^2 {@code <=} radius^2: the multiplier by bisection, to the last bit.
     *
     * @param a 2 by 2, symmetric and positive definite
     * @param radius {@code > 0}
     */
    public static Minimum withinDisc(double[][] a, double[] c, double radius) {
        Minimum free = free(a, c, radius);
        if (Math.sqrt(free.first * free.first + free.second * free.second) <= radius) {
            return free;
        }
        // |(A + 2 lambda I)^-1 c| is at most |c| / (2 lambda)
        double most = Math.sqrt(c[0] * c[0] + c[1] * c[1]) / (2 * radius);
        double least = 0;
        double middle = 0.5 * most;
        while (middle > least && middle < most) {
            double[] theta = LinearRegression.ridge(a, c, 2 * middle);
            if (Math.sqrt(theta[0] * theta[0] + theta[1] * theta[1]) > radius) {
                least = middle;
            } else {
                most = middle;
            }
            middle = 0.5 * (least + most);
        }
        double[] theta = LinearRegression.ridge(a, c, 2 * most);
        return new Minimum(theta[0], theta[1], most);
    }

    /** The minimum without a bound. */
    private static Minimum free(double[][] a, double[] c, double radius) {
        Require.positive("radius", radius);
        if (a.length != 2 || c.length != 2) {
            throw new IllegalArgumentException("a must be 2 by 2, got " + a.length + " rows and " + c.length + " in c");
        }
        double[] theta = LinearRegression.ridge(a, c, 0);
        return new Minimum(theta[0], theta[1], 0);
    }

    private static double value(double[][] a, double[] c, double first, double second) {
        return 0.5 * (a[0][0] * first * first + 2 * a[0][1] * first * second + a[1][1] * second * second)
                - c[0] * first
                - c[1] * second;
    }
}
