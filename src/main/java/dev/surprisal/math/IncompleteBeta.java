package dev.surprisal.math;

import static dev.surprisal.math.Elementary.exp;
import static dev.surprisal.math.Elementary.expOfSum;
import static dev.surprisal.math.Elementary.expm1;
import static dev.surprisal.math.Elementary.log;

/**
 * The regularised incomplete beta function behind {@link Special}, which documents it: a factor and a continued fraction,
 * both in {@link DoubleDouble}, for the side of the mean on which x lies. Didonato and Morris, ACM TOMS 18, 1992, section 4
 * (their BFRAC).
 */
final class IncompleteBeta {
    /** The continued fraction takes about √(a + b) terms. */
    private static final double LARGEST = 1e9;

    private IncompleteBeta() {}

    static double lower(double a, double b, double x) {
        require(a, b, x);
        return x == 0 || x == 1 ? x : tail(a, b, DoubleDouble.of(x), DoubleDouble.sum(1, -x));
    }

    static double upper(double a, double b, double x) {
        require(a, b, x);
        return x == 0 || x == 1 ? 1 - x : tail(b, a, DoubleDouble.sum(1, -x), DoubleDouble.of(x));
    }

    private static void require(double a, double b, double x) {
        requireShape("a", a);
        requireShape("b", b);
        if (!(x >= 0 && x <= 1)) {
            throw new IllegalArgumentException("x must be between 0 and 1, got " + x);
        }
    }

    private static void requireShape(String name, double value) {
        if (!(value > 0 && value <= LARGEST)) {
            throw new IllegalArgumentException(name + " must be positive and at most 1e9, got " + value);
        }
    }

    private static double tail(double a, double b, DoubleDouble x, DoubleDouble y) {
        if (b * x.high() <= a * y.high()) {
            return isNearEdge(a, y.high()) ? complementOfSeries(b, a, y) : belowMean(a, b, x, y);
        }
        return isNearEdge(b, x.high()) ? series(a, b, x) : 1 - belowMean(b, a, y, x);
    }

    /** Where x lies beyond the mean and yet so near to 0 that the continued fraction would take more than 9/√x terms. */
    private static boolean isNearEdge(double b, double x) {
        return x < 0.05 && b * x < 1;
    }

    /** x^a/(a B(a, b)) (1 + a Σ (1 − b)_n x^n/((a + n) n!)) for b x &lt; 1. Didonato and Morris, section 2 (their BPSER). */
    private static double series(double a, double b, DoubleDouble x) {
        var log = logOfFirstTerm(a, b, x);
        return expOfSum(log.high(), log.low()) * (1 + a * sumOfLaterTerms(a, b, x.high()));
    }

    /** 1 − series, which a small a brings next to 0. */
    private static double complementOfSeries(double a, double b, DoubleDouble x) {
        double log = logOfFirstTerm(a, b, x).high();
        return -expm1(log) - exp(log) * a * sumOfLaterTerms(a, b, x.high());
    }

    private static DoubleDouble logOfFirstTerm(double a, double b, DoubleDouble x) {
        return x.log()
                .times(a)
                .minus(GammaFunctions.logBeta(a, b))
                .minus(DoubleDouble.of(a).log());
    }

    private static double sumOfLaterTerms(double a, double b, double x) {
        double term = 1;
        double sum = 0;
        for (int n = 1; Math.abs(term) > 0x1p-60; n++) {
            term *= (n - b) / n * x;
            sum += term / (a + n);
        }
        return sum;
    }

    /** log of x^a y^b / B(a, b). */
    private static DoubleDouble logFactor(double a, double b, DoubleDouble x, DoubleDouble y) {
        return x.log().times(a).plus(y.log().times(b)).minus(GammaFunctions.logBeta(a, b));
    }

    /** I_x(a, b) for y = 1 − x and x at most about the mean a/(a + b). */
    private static double belowMean(double a, double b, DoubleDouble x, DoubleDouble y) {
        var log = logFactor(a, b, x, y);
        if (log.high() < -780) {
            return 0;
        }
        var lambda = y.times(a).minus(x.times(b)).plus(1);
        var square = x.times(x);
        var twoMinusX = y.plus(1);
        var fraction = new ContinuedFraction() {
            @Override
            public DoubleDouble numerator(int n) {
                var rest = DoubleDouble.sum(a, 2.0 * n - 1);
                return square.times(DoubleDouble.sum(a, n - 1))
                        .times(DoubleDouble.sum(a, b).plus(n - 1))
                        .times(DoubleDouble.sum(b, -n))
                        .times(n)
                        .dividedBy(rest.times(rest));
            }

            @Override
            public DoubleDouble denominator(int n) {
                var last = lambda.plus(twoMinusX.times(n))
                        .times(DoubleDouble.sum(a, n))
                        .dividedBy(DoubleDouble.sum(a, 2.0 * n + 1));
                if (n == 0) {
                    return last;
                }
                return x.times(DoubleDouble.sum(b, -n))
                        .times(n)
                        .dividedBy(DoubleDouble.sum(a, 2.0 * n - 1))
                        .plus(n)
                        .plus(last);
            }
        };
        return expOfSum(log.high(), log.low()) / fraction.value().toDouble();
    }

    /** x with I_x(a, b) = p and 1 − I_x(a, b) = q; whichever is smaller must be exact. */
    static double inverse(double a, double b, double p, double q) {
        require(a, b, 0);
        if (p == 0 || q == 0) {
            return p == 0 ? 0 : 1;
        }
        // the unknown is x or 1 − x, whichever is at most 1/2 and so has all its digits
        boolean left = p <= q ? p <= lower(a, b, 0.5) : q >= upper(a, b, 0.5);
        return left ? inverseBelowHalf(a, b, p, q) : 1 - inverseBelowHalf(b, a, q, p);
    }

    private static double inverseBelowHalf(double a, double b, double p, double q) {
        boolean increasing = p <= q;
        var tail = new TailSolver() {
            @Override
            public double probability(double x) {
                return increasing ? lower(a, b, x) : upper(a, b, x);
            }

            @Override
            public double slope(double x) {
                var log = logFactor(a, b, DoubleDouble.of(x), DoubleDouble.sum(1, -x));
                return expOfSum(log.high(), log.low()) / (1 - x);
            }
        };
        double guess = Math.min(guess(a, b, p, q), 0.5);
        return tail.solve(Math.min(p, q), increasing, Math.max(guess, 1e-300), 0.5 + 0x1p-52);
    }

    /** Abramowitz and Stegun 26.5.22, or the first term of the series. */
    private static double guess(double a, double b, double p, double q) {
        if (a <= 1 || b <= 1) {
            return exp((log(p) + log(a) + GammaFunctions.logBeta(a, b).high()) / a);
        }
        double z = p < q ? -ErrorFunctions.normalQuantile(p) : ErrorFunctions.normalQuantile(q);
        double u = 1 / (2 * a - 1);
        double v = 1 / (2 * b - 1);
        double lambda = (z * z - 3) / 6;
        double h = 2 / (u + v);
        double w = z * Math.sqrt(Math.max(0, h + lambda)) / h - (v - u) * (lambda + 5.0 / 6 - 2 / (3 * h));
        return a / (a + b * exp(2 * w));
    }
}
