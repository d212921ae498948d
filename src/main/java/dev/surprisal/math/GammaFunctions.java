package dev.surprisal.math;

import static dev.surprisal.math.DoubleDouble.productError;
import static dev.surprisal.math.Elementary.expOfSum;
import static dev.surprisal.math.Elementary.log;
import static dev.surprisal.math.Elementary.logDoubleDouble;

/**
 * The gamma function's family behind {@link Special}, which documents them, for positive arguments. Large arguments take
 * Stirling's series, small ones are shifted, and around the zeros of log Γ and of digamma minimax fits keep the relative
 * error small.
 */
final class GammaFunctions {
    private static final double EULER_GAMMA = 0.5772156649015329;
    private static final double ONE_MINUS_EULER_GAMMA = 0.42278433509846713;
    private static final double LOG_GAMMA_3_2 = -0.12078223763524522;
    private static final DoubleDouble HALF_LOG_TWO_PI = new DoubleDouble(0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55);

    /** From here on Stirling's series has an error below 2^-60. */
    private static final double STIRLING_FROM = 16;

    /** B(2k)/(2k (2k − 1)), the coefficients of Stirling's series in 1/x², the highest first. */
    private static final double[] STIRLING = {
        -3617.0 / 122400, 1.0 / 156, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12
    };

    /** B(2k)/(2k): digamma's asymptotic series in 1/x², the highest first. Abramowitz and Stegun 6.3.18. */
    private static final double[] DIGAMMA_SERIES = {
        -3617.0 / 8160, 1.0 / 12, -691.0 / 32760, 1.0 / 132, -1.0 / 240, 1.0 / 252, -1.0 / 120, 1.0 / 12
    };

    /** B(2k): trigamma's asymptotic series in 1/x², the highest first. Abramowitz and Stegun 6.4.12. */
    private static final double[] TRIGAMMA_SERIES = {
        43867.0 / 798, -3617.0 / 510, 7.0 / 6, -691.0 / 2730, 5.0 / 66, -1.0 / 30, 1.0 / 42, -1.0 / 30, 1.0 / 6
    };

    /** (log Γ(1 + z)/z + γ)/z for |z| ≤ 1/4. */
    private static final double[] AROUND_1_P = {
        8.410497086471927e-05,
        0.015125941038024547,
        0.22063010303477587,
        1.084679476633171,
        2.334358951451248,
        2.27553043468364,
        0.8224670334241132
    };

    private static final double[] AROUND_1_Q = {
        0.004159727688613384,
        0.10019532082533475,
        0.7511410691987394,
        2.4951997567518953,
        4.094467507022848,
        3.2538885576100096,
        1.0
    };

    /** (log Γ(3/2 + z) − log Γ(3/2))/z for |z| ≤ 1/4. */
    private static final double[] AROUND_3_2_P = {
        0.0018726221270133137,
        0.04604371171731241,
        0.29084855069740456,
        0.6695387474129881,
        0.5277024881395935,
        0.03648997397857652
    };

    private static final double[] AROUND_3_2_Q = {
        0.0004652072957456968, 0.021882256846405483, 0.23680922025400092, 0.9665491339087086, 1.6525467489414234, 1.0
    };

    /** (log Γ(2 + z)/z − 1 + γ)/z for −1/4 ≤ z ≤ 1/2. */
    private static final double[] AROUND_2_P = {
        3.862116936486754e-06,
        0.0009721617479145827,
        0.02042869741272803,
        0.13691734937337374,
        0.3594338402659294,
        0.3224670334241132
    };

    private static final double[] AROUND_2_Q = {
        0.0003116403665393198, 0.011865999131763396, 0.13487483921336316, 0.6372047486219022, 1.32350317112203, 1.0
    };

    /** The zero of digamma in two parts, and digamma(x)/(x − zero) at x = 7/4. */
    private static final double DIGAMMA_ZERO = 0x1.762d86356be3fp+0;

    private static final double DIGAMMA_ZERO_LOW = 0x1.b86a722197829p-54;
    private static final double DIGAMMA_SLOPE = 0.8581832171262995;

    /** (digamma(x)/(x − zero) − its value at 7/4)/z in z = x − 7/4, for 1 ≤ x ≤ 5/2. */
    private static final double[] DIGAMMA_P = {
        -1.809832758103715e-06,
        -0.00013826250462741163,
        -0.0032164541968381023,
        -0.03256004042878577,
        -0.15979316884727526,
        -0.3717668733454846,
        -0.3262546278681057
    };

    private static final double[] DIGAMMA_Q = {
        2.123751072636801e-06, 0.00017414520032802742, 0.004504913376944122, 0.05280124618906405,
        0.31863815428094544, 1.0182625944309232, 1.6210865425986818, 1.0
    };

    private GammaFunctions() {}

    static double gamma(double x) {
        if (!(x > 0)) {
            return x == 0 ? 1 / x : Double.NaN;
        }
        if (x < 0x1p-60) {
            return 1 / x;
        }
        if (x > 171.7) {
            return Double.POSITIVE_INFINITY;
        }
        if (x == Math.floor(x)) {
            return factorial((int) x - 1);
        }
        var log = logGamma(DoubleDouble.of(x));
        return expOfSum(log.high(), log.low());
    }

    /** n! to the last digit, exact up to 22!. */
    private static double factorial(int n) {
        var product = DoubleDouble.of(0x1p-200); // far from where a product overflows that is split in two
        for (int factor = 2; factor <= n; factor++) {
            product = product.times(factor);
        }
        return product.toDouble() * 0x1p200;
    }

    static double logGamma(double x) {
        if (!(x > 0)) {
            return x == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (x < 0.75) {
            // 1 + x would lose digits of x
            return (x <= 0.25 ? logGammaAround1(x) : logGammaAround3Over2(x - 0.5)) - log(x);
        }
        if (x < 2.5) {
            return logGammaOfSmall(x);
        }
        if (x < 10) {
            double product = 1;
            double y = x;
            while (y >= 2.5) {
                y -= 1;
                product *= y;
            }
            return log(product) + logGammaOfSmall(y);
        }
        return x < 0x1p900 ? stirling(x) : x * (log(x) - 1);
    }

    /** log Γ(x) for 3/4 ≤ x &lt; 5/2. */
    private static double logGammaOfSmall(double x) {
        return x <= 1.25 ? logGammaAround1(x - 1) : x < 1.75 ? logGammaAround3Over2(x - 1.5) : logGammaAround2(x - 2);
    }

    private static double logGammaAround1(double z) {
        return z * (z * Polynomial.ratio(z, AROUND_1_P, AROUND_1_Q) - EULER_GAMMA);
    }

    private static double logGammaAround3Over2(double z) {
        return LOG_GAMMA_3_2 + z * Polynomial.ratio(z, AROUND_3_2_P, AROUND_3_2_Q);
    }

    private static double logGammaAround2(double z) {
        return z * (ONE_MINUS_EULER_GAMMA + z * Polynomial.ratio(z, AROUND_2_P, AROUND_2_Q));
    }

    /** log Γ(1 + a) for 0 ≤ a ≤ 1, with the relative accuracy of a. */
    static double logGamma1p(double a) {
        return a <= 0.25 ? logGammaAround1(a) : a < 0.75 ? logGammaAround3Over2(a - 0.5) : logGammaAround2(a - 1);
    }

    /** log Γ(x) = (x − 1/2) log x − x + log √2π + 1/(12 x) − …, for x ≥ 10. Abramowitz and Stegun 6.1.41. */
    private static double stirling(double x) {
        var log = logDoubleDouble(x);
        double factor = x - 0.5;
        double product = factor * log.high();
        double error = productError(factor, log.high(), product) + factor * log.low();
        double sum = product - x;
        double rest = HALF_LOG_TWO_PI.high() + stirlingRest(x);
        return sum + (((product - sum) - x) + error + rest);
    }

    private static double stirlingRest(double x) {
        return Polynomial.at(1 / (x * x), STIRLING) / x;
    }

    /** log Γ(x) for x &gt; 0 with an absolute error of about 2^-60 and a relative one of 2^-90 on top. */
    static DoubleDouble logGamma(DoubleDouble x) {
        var product = DoubleDouble.ONE;
        var y = x;
        while (y.high() < STIRLING_FROM) {
            product = product.times(y);
            y = y.plus(1);
        }
        var log = y.log();
        var sum = y.plus(-0.5).times(log).minus(y).plus(HALF_LOG_TWO_PI).plus(stirlingRest(y.high()));
        return y.high() == x.high() ? sum : sum.minus(product.log());
    }

    static double digamma(double x) {
        if (!(x > 0)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x < 1) {
            return digammaOfSmall(x - 0.75, (x - (DIGAMMA_ZERO - 1)) - DIGAMMA_ZERO_LOW) - 1 / x;
        }
        if (x < 10) {
            double y = x;
            double sum = 0;
            while (y >= 2.5) {
                y -= 1;
                sum += 1 / y;
            }
            return sum + digammaOfSmall(y - 1.75, (y - DIGAMMA_ZERO) - DIGAMMA_ZERO_LOW);
        }
        double square = 1 / (x * x);
        return log(x) - (0.5 / x + square * Polynomial.at(square, DIGAMMA_SERIES));
    }

    /** digamma(7/4 + z) for −3/4 ≤ z ≤ 3/4, given also how far that is from its zero. */
    private static double digammaOfSmall(double z, double fromZero) {
        return fromZero * (DIGAMMA_SLOPE + z * Polynomial.ratio(z, DIGAMMA_P, DIGAMMA_Q));
    }

    static double trigamma(double x) {
        if (!(x > 0)) {
            return x == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        int shift = x < 10 ? (int) Math.ceil(10 - x) : 0;
        double y = x + shift;
        double square = 1 / (y * y);
        double sum = (1 + (0.5 / y + square * Polynomial.at(square, TRIGAMMA_SERIES))) / y;
        for (int k = shift - 1; k >= 0; k--) {
            sum += 1 / ((x + k) * (x + k));
        }
        return sum;
    }

    static DoubleDouble logBeta(double a, double b) {
        var sum = logGamma(DoubleDouble.of(a)).plus(logGamma(DoubleDouble.of(b)));
        return sum.minus(logGamma(DoubleDouble.sum(a, b)));
    }
}
