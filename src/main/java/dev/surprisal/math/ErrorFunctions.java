package dev.surprisal.math;

import static dev.surprisal.math.DoubleDouble.productError;
import static dev.surprisal.math.Elementary.exp;
import static dev.surprisal.math.Elementary.expOfSum;
import static dev.surprisal.math.Elementary.log;
import static dev.surprisal.math.Elementary.log1p;

/**
 * The error function's family and the normal distribution function behind {@link Special}, which documents them. The
 * coefficients are minimax fits in 250-bit arithmetic; where a fit is not nearly constant, only what is left after its value
 * at a point is fitted, so that rounding in the fit matters less.
 */
final class ErrorFunctions {
    private static final double SQRT_HALF = 0x1.6a09e667f3bcdp-1;
    private static final double SQRT_TWO_PI = 0x1.40d931ff62706p+1;
    private static final double ONE_OVER_SQRT_PI = 0x1.20dd750429b6dp-1;

    /** erf(x)/x − 1 in x², for |x| ≤ 1. */
    private static final double[] ERF = {
        6.762978925642935e-11, -1.187667264222724e-09, 1.4798390013120095e-08, -1.637237700791796e-07,
        1.646324779716007e-06, -1.492574820999126e-05, 0.00012055338162544238, -0.0008548327199384839,
        0.0052239776292459855, -0.026866170645631914, 0.11283791670958783, -0.37612638903183876,
        0.1283791670955126
    };

    /** (1 + 2x) erfcx(x) in (x − 4)/(x + 3), for x ≥ 1/2: between 1.12 and 1.24. After Schonfelder, Math. Comp. 32, 1978. */
    private static final double[] ERFCX = {
        -1.2603782519830013e-12,
        -1.7273984377393314e-11,
        3.5266204046063587e-13,
        2.0194772612135376e-10,
        1.3887151903676082e-10,
        -1.336870386119782e-09,
        -1.7271696747654187e-09,
        7.211389633963752e-09,
        1.4439632586268601e-08,
        -3.8721429616343525e-08,
        -1.0508337520363905e-07,
        2.410820745924068e-07,
        7.238584056222573e-07,
        -1.9136503491626945e-06,
        -4.577263787782252e-06,
        1.8863222935535367e-05,
        1.7479105378336685e-05,
        -0.00019788759716667242,
        0.00024740376466562123,
        0.001392061249454098,
        -0.008073603938191426,
        0.02280179959886874,
        -0.04180651066502418,
        0.0466545853467421,
        -0.0034960135133680504,
        -0.12216847723549219,
        1.2329951186255526
    };

    /** (z/q − √2π)/q² in 0.375² − q², for the quantile z at 1/2 + q, |q| ≤ 3/8: all coefficients positive, as in Wichura 1988. */
    private static final double[] QUANTILE_MIDDLE_P = {
        24.989650648582245,
        1505.4207085605806,
        3439.1032232526386,
        2412.592232496163,
        699.3118760623771,
        88.08624639161775,
        3.989120519383855
    };

    private static final double[] QUANTILE_MIDDLE_Q = {
        822.0251307321228,
        2755.27884372124,
        2818.357099463016,
        1240.9406761350117,
        262.7086331544815,
        26.317359096545474,
        1.0
    };

    /** t − z in t, for the quantile −z at e^(−t²/2), 2.03 ≤ t ≤ 5. */
    private static final double[] QUANTILE_TAIL_P = {
        1.0668767372429894e-05, 0.009404089895830295, 0.3439779915962175, 3.3664984479161326,
        16.853436798792433, 43.375556055145026, 29.89436376642891, 3.61077216961513
    };

    private static final double[] QUANTILE_TAIL_Q = {
        0.0015908792562281944, 0.08449105804048052, 1.1098398075067584, 6.689981173274835,
        23.07681702522007, 31.656347305941818, 13.098983713440628, 1.0
    };

    /** The same for 5 ≤ t ≤ 38.7, as far as doubles go. */
    private static final double[] QUANTILE_FAR_P = {
        4.3637772245956724e-11, 3.514988123307556e-07, 0.00010358811988032805, 0.007656423213759439,
        0.192963078421596, 1.8264180414825422, 6.622501647929416, 9.136655481218758,
        3.0906381930332274
    };

    private static final double[] QUANTILE_FAR_Q = {
        4.469208448491086e-08, 1.7103670006698057e-05, 0.0015709779886880339, 0.04957816255951465,
        0.6097648975847568, 3.0627719929928356, 6.4337861156850735, 5.2784402081405695,
        1.0
    };

    private ErrorFunctions() {}

    static double erf(double x) {
        double size = Math.abs(x);
        if (size <= 1) {
            return x + x * Polynomial.at(x * x, ERF);
        }
        if (size < 6) {
            double result = 1 - gaussian(size) * scaled(size);
            return x < 0 ? -result : result;
        }
        return x > 0 ? 1 : x < 0 ? -1 : Double.NaN;
    }

    static double erfc(double x) {
        if (x < 0.5) {
            return x < -6 ? 2 : 1 - erf(x);
        }
        if (x < 28) {
            return gaussian(x) * scaled(x);
        }
        return Double.isNaN(x) ? x : 0;
    }

    static double erfcx(double x) {
        if (x >= 0.5) {
            return scaled(x);
        }
        if (x > -0.5) {
            return exp(x * x) * (1 - erf(x));
        }
        if (x > -26.7) {
            double growth = expOfSum(x * x, productError(x, x, x * x));
            return x < -7 ? 2 * growth : 2 * growth - scaled(-x);
        }
        return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
    }

    /** e^(−x²). x² is rounded, and its error would be multiplied by x²: erfc(26) would lose ten bits. */
    private static double gaussian(double x) {
        double square = x * x;
        return expOfSum(-square, -productError(x, x, square));
    }

    /** erfcx for x ≥ 1/2. */
    private static double scaled(double x) {
        return x < 1e9 ? Polynomial.at((x - 4) / (x + 3), ERFCX) / (1 + 2 * x) : ONE_OVER_SQRT_PI / x;
    }

    static double normalCdf(double x) {
        double scaledSize = Math.abs(x) * SQRT_HALF;
        if (scaledSize < 0.5) {
            return 0.5 + 0.5 * erf(x * SQRT_HALF);
        }
        if (Math.abs(x) < 39) {
            double tail = 0.5 * halfGaussian(x) * scaled(scaledSize);
            return x < 0 ? tail : 1 - tail;
        }
        return x < 0 ? 0 : x > 0 ? 1 : Double.NaN;
    }

    /** e^(−x²/2). */
    private static double halfGaussian(double x) {
        double square = x * x;
        return expOfSum(-0.5 * square, -0.5 * productError(x, x, square));
    }

    static double normalLogCdf(double x) {
        if (x > -1) {
            return x > 0 ? log1p(-normalCdf(-x)) : log(normalCdf(x));
        }
        return Double.isNaN(x) ? x : log(0.5 * scaled(-x * SQRT_HALF)) - 0.5 * x * x;
    }

    static double normalQuantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must be a probability, got " + p);
        }
        double q = p - 0.5;
        if (Math.abs(q) <= 0.375) {
            double square = q * q;
            double rest = Polynomial.ratio(0.140625 - square, QUANTILE_MIDDLE_P, QUANTILE_MIDDLE_Q);
            return q * (SQRT_TWO_PI + square * rest);
        }
        double tail = p < 0.5 ? p : 1 - p;
        if (tail == 0) {
            return p < 0.5 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double t = Math.sqrt(-2 * log(tail));
        double excess = t < 5
                ? Polynomial.ratio(t, QUANTILE_TAIL_P, QUANTILE_TAIL_Q)
                : Polynomial.ratio(t, QUANTILE_FAR_P, QUANTILE_FAR_Q);
        return p < 0.5 ? excess - t : t - excess;
    }
}
