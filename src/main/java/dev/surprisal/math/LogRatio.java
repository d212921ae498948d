package dev.surprisal.math;

/**
 * ln(p/q) and what divergences and densities are made of, each accurate relative to itself, also where p/q is next to 1,
 * overflows or underflows, and never on the wrong side of 0 by rounding.
 *
 * <p>Csiszár 1967 for divergences as sums of such terms.
 */
public final class LogRatio {

    /** 1/(2k + 3): the series of {@link #excess} after its first term. */
    private static final double[] ODD = new double[18];

    static {
        for (int k = 0; k < ODD.length; k++) {
            ODD[k] = 1.0 / (2 * k + 3);
        }
    }

    private LogRatio() {}

    /**
     * r - 1 - ln r for r = 1 + e, {@code e > -1}: {@code >= 0}, and 0 only at e = 0.
     *
     * <p>e - log1p(e) loses every digit at e = 1e-9 (the result is e^2/2, the operands e). With z = e/(2 + e) the
     * logarithm is 2(z + z^3/3 + z^5/5 + …) and e - 2z = ze, which leaves ze - 2z^3(1/3 + z^2/5 + …). Within 4 ulp
     * for all e (e is taken as exact).
     */
    public static double excess(double e) {
        if (!(e >= -0.5 && e <= 1)) {
            return e == Double.POSITIVE_INFINITY ? e : e - Elementary.log1p(e);
        }
        double z = e / (2 + e);
        double square = z * z;
        // z^2 <= 1/9: the first neglected term is below 1e-18 of the result
        double sum = 0;
        for (int k = ODD.length - 1; k >= 0; k--) {
            sum = sum * square + ODD[k];
        }
        return z * (e - 2 * square * sum);
    }

    /**
     * ln(p/q) for p, q {@code > 0}: also where p/q overflows, underflows or is next to 1. Relative error below 4e-16.
     */
    public static double of(double p, double q) {
        double e = (q - p) / p;
        if (e >= -0.5 && e <= 1) {
            return -Elementary.log1p(e);
        }
        double ratio = p / q;
        // p = 1e-310, q = 1: the ratio is subnormal and has lost digits that the logarithms keep
        return ratio > 1e-300 && ratio < 1e300 ? Elementary.log(ratio) : Elementary.log(p) - Elementary.log(q);
    }

    /**
     * p ln(p/q) - p + q, which is {@code >= 0} and 0 only for p = q; q when p = 0; infinite when q = 0 &lt; p.
     *
     * <p>Summed over all outcomes it is KL(p||q), since both sum to 1. The terms p ln(p/q) themselves have both signs,
     * and their sum for p = (0.5, 0.5), q = (0.5 + 1e-9, 0.5 - 1e-9) is rounding error alone. Relative error below
     * 2e-15.
     */
    public static double gain(double p, double q) {
        return gain(p, q, q - p);
    }

    /**
     * As {@link #gain(double, double)}, with q - p given by a caller who knows it better than the two rounded numbers.
     * Relative error below 2e-15.
     */
    public static double gain(double p, double q, double difference) {
        if (difference == 0) {
            return 0;
        }
        if (p == 0) {
            return q;
        }
        if (q == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double e = difference / p;
        if (e >= -0.5 && e <= 1) {
            // The product underflows for p = 1e-300, e = 1e-12; the two still differ
            return Math.max(p * excess(e), Double.MIN_VALUE);
        }
        return p * of(p, q) + difference;
    }

    /** p ln(p/q), of either sign: what one outcome adds to KL(p||q). Relative error below 6e-16. */
    public static double contribution(double p, double q) {
        if (p == 0) {
            return 0;
        }
        return q == 0 ? Double.POSITIVE_INFINITY : p * of(p, q);
    }
}
