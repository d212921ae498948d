package dev.surprisal.math;

/**
 * What Stirling's formula leaves of ln Gamma: mu(x) = ln Gamma(x) - (x - 1/2) ln x + x - ln(2 pi)/2 (Binet's function) and
 * its first two derivatives, for {@code x > 0}. Relative error below 2e-15.
 *
 * <p>Sums of log-gammas and digammas that nearly cancel (densities, entropies and divergences of the gamma, beta and
 * Dirichlet families at large parameters) are written with these, so that what cancels never appears.
 *
 * <p>From 10 on by the asymptotic series, Abramowitz and Stegun 1964, 6.1.41, 6.3.18 and 6.4.12. Below by mu(x) = mu(x + 1)
 * + (x + 1/2) ln(1 + 1/x) - 1, whose last part is z^2/3 + z^4/5 + … with z = 1/(2x + 1), and by the derivatives of that.
 */
public final class Stirling {

    private static final double LARGE = 10;

    /** B_2k / (2k (2k - 1)) for k = 1, 2, …: mu(x) is the sum of c_k / x^(2k - 1). */
    private static final double[] SERIES = {
        1.0 / 12,
        -1.0 / 360,
        1.0 / 1260,
        -1.0 / 1680,
        1.0 / 1188,
        -691.0 / 360360,
        1.0 / 156,
        -3617.0 / 122400,
        43867.0 / 244188,
        -174611.0 / 125400
    };

    private Stirling() {}

    /** mu(x): about 1/(12x), positive and falling. Relative error below 2e-15. */
    public static double error(double x) {
        double y = x;
        double steps = 0;
        for (; y < LARGE; y++) {
            steps += step(y);
        }
        double square = y * y;
        double sum = 0;
        for (int k = SERIES.length - 1; k >= 0; k--) {
            sum = sum / square + SERIES[k];
        }
        return steps + sum / y;
    }

    /** mu'(x) = digamma(x) - ln x + 1/(2x): about -1/(12x^2), negative and rising. Relative error below 2e-15. */
    public static double errorSlope(double x) {
        double y = x;
        double steps = 0;
        for (; y < LARGE; y++) {
            steps += stepSlope(y);
        }
        double square = y * y;
        double sum = 0;
        for (int k = SERIES.length - 1; k >= 0; k--) {
            sum = sum / square - (2 * k + 1) * SERIES[k];
        }
        return steps + sum / square;
    }

    /** mu''(x) = trigamma(x) - 1/x - 1/(2x^2): about 1/(6x^3), positive and falling. Relative error below 2e-15. */
    public static double errorCurvature(double x) {
        double y = x;
        double steps = 0;
        for (; y < LARGE; y++) {
            double inverse = 1 / y / (y + 1);
            steps += 0.5 * inverse * inverse;
        }
        double square = y * y;
        double sum = 0;
        for (int k = SERIES.length - 1; k >= 0; k--) {
            sum = sum / square + (2 * k + 1) * (2 * k + 2) * SERIES[k];
        }
        return steps + sum / square / y;
    }

    /** mu(x) - mu(x + 1) = (x + 1/2) ln(1 + 1/x) - 1. */
    private static double step(double x) {
        if (x < 1) {
            return (x + 0.5) * logOfNext(x) - 1;
        }
        double square = squareOfZ(x);
        double sum = 0;
        // z <= 1/3: the first neglected term is below 1e-17 of the first
        for (int k = 18; k >= 1; k--) {
            sum = sum * square + 1.0 / (2 * k + 1);
        }
        return sum * square;
    }

    /** mu'(x) - mu'(x + 1) = ln(1 + 1/x) - (x + 1/2)/(x (x + 1)) = -(4/3 z^3 + 8/5 z^5 + …). */
    private static double stepSlope(double x) {
        if (x < 1) {
            return logOfNext(x) - (x + 0.5) / (x + 1) / x;
        }
        double square = squareOfZ(x);
        double sum = 0;
        for (int k = 20; k >= 1; k--) {
            sum = sum * square + 4.0 * k / (2 * k + 1);
        }
        return -sum * square / (2 * x + 1);
    }

    /** ln(1 + 1/x), also where 1/x overflows. */
    private static double logOfNext(double x) {
        return Elementary.log1p(x) - Elementary.log(x);
    }

    private static double squareOfZ(double x) {
        double z = 1 / (2 * x + 1);
        return z * z;
    }
}
