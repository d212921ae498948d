package dev.surprisal.math;

import static dev.surprisal.math.Elementary.exp;
import static dev.surprisal.math.Elementary.expOfSum;
import static dev.surprisal.math.Elementary.expm1;
import static dev.surprisal.math.Elementary.log;

/**
 * The regularised incomplete gamma functions behind {@link Special}, which documents them. Series and continued fraction
 * meet at x = a, where neither tail is small. Both are summed in {@link DoubleDouble}: the factor x^a e^−x / Γ(a + 1) loses
 * log2(a log a) bits otherwise, and a hundred terms lose more. Gautschi, ACM TOMS 5, 1979; Gil, Segura and Temme, SIAM J.
 * Sci. Comput. 34, 2012.
 */
final class IncompleteGamma {
    /** Beyond it Temme's expansion is exact enough, and series would take thousands of terms. */
    private static final double LARGE = 1e6;

    /** Temme's C₀(η) and C₁(η), the highest power first. DLMF 8.12.9 to 8.12.11. */
    private static final double[] TEMME_0 = {-139.0 / 777600, 1.0 / 2835, 1.0 / 864, -2.0 / 135, 1.0 / 12, -1.0 / 3};

    private static final double[] TEMME_1 = {-0.0009902263374485596, 1.0 / 378, -1.0 / 288, -1.0 / 540};

    private IncompleteGamma() {}

    static double lower(double a, double x) {
        require(a, x);
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? 0 : 1;
        }
        if (a > LARGE) {
            return uniform(a, x, -1);
        }
        return x < Math.max(1, a) ? series(a, x) : 1 - fraction(a, x);
    }

    static double upper(double a, double x) {
        require(a, x);
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? 1 : 0;
        }
        if (a > LARGE) {
            return uniform(a, x, 1);
        }
        if (a >= 1) {
            return x < a ? 1 - series(a, x) : fraction(a, x);
        }
        return x < 0.5 ? complementOfSmall(a, x) : fraction(a, x);
    }

    private static void require(double a, double x) {
        if (!(a > 0 && a < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a must be positive and finite, got " + a);
        }
        if (!(x >= 0)) {
            throw new IllegalArgumentException("x must be ≥ 0, got " + x);
        }
    }

    /** log of x^a e^−x / Γ(a + 1). */
    private static DoubleDouble logFactor(double a, double x) {
        var log = DoubleDouble.of(x).log().times(a).plus(-x);
        return log.minus(GammaFunctions.logGamma(DoubleDouble.sum(a, 1)));
    }

    /** Σ x^(a+n) e^−x / Γ(a + n + 1). Abramowitz and Stegun 6.5.29. */
    private static double series(double a, double x) {
        var log = logFactor(a, x);
        if (log.high() < -760) {
            return 0;
        }
        var term = DoubleDouble.ONE;
        var sum = DoubleDouble.ONE;
        for (int n = 1; term.high() > sum.high() * 0x1p-58; n++) {
            term = term.times(x).dividedBy(DoubleDouble.sum(a, n));
            sum = sum.plus(term);
        }
        return expOfSum(log.high(), log.low()) * sum.toDouble();
    }

    /** x^a e^−x / Γ(a) over x + 1 − a + 1 (a − 1)/(x + 3 − a + 2 (a − 2)/(…)). Abramowitz and Stegun 6.5.31, contracted. */
    private static double fraction(double a, double x) {
        var log = logFactor(a, x);
        if (log.high() < -780) {
            return 0;
        }
        var start = DoubleDouble.sum(x, -a);
        var fraction = new ContinuedFraction() {
            @Override
            public DoubleDouble numerator(int n) {
                return DoubleDouble.sum(a, -n).times(n);
            }

            @Override
            public DoubleDouble denominator(int n) {
                return start.plus(2.0 * n + 1);
            }
        };
        return expOfSum(log.high(), log.low()) * (a / fraction.value().toDouble());
    }

    /** 1 − P for a &lt; 1 and x &lt; 1/2 (its terms cancel beyond), where P may be next to 1: −expm1(u) − e^u a Σ (−x)^n/((a + n) n!). */
    private static double complementOfSmall(double a, double x) {
        double u = a * log(x) - GammaFunctions.logGamma1p(a);
        double term = 1;
        double sum = 0;
        for (int n = 1; Math.abs(term) > 0x1p-60; n++) {
            term *= -x / n;
            sum += term / (a + n);
        }
        return -expm1(u) - exp(u) * a * sum;
    }

    /** Q (sign 1) or P (sign −1) for large a: half an erfc and a correction. Temme, SIAM J. Math. Anal. 13, 1982. */
    private static double uniform(double a, double x, int sign) {
        double mu = (x - a) / a;
        if (Math.abs(mu) > 0.05) {
            return mu > 0 == sign > 0 ? 0 : 1;
        }
        double half = logRatioDefect(mu);
        double eta = mu > 0 ? Math.sqrt(2 * half) : -Math.sqrt(2 * half);
        double correction = exp(-a * half)
                / Math.sqrt(2 * Math.PI * a)
                * (Polynomial.at(eta, TEMME_0) + Polynomial.at(eta, TEMME_1) / a);
        return 0.5 * ErrorFunctions.erfc(sign * eta * Math.sqrt(a / 2)) + sign * correction;
    }

    /** μ − log(1 + μ) for |μ| ≤ 0.05. */
    private static double logRatioDefect(double mu) {
        double series = 0;
        for (int n = 14; n >= 2; n--) {
            series = 1.0 / n - mu * series;
        }
        return mu * mu * series;
    }

    /** x with P(a, x) = p and Q(a, x) = q; whichever is smaller must be exact. */
    static double inverse(double a, double p, double q) {
        require(a, 0);
        if (p == 0 || q == 0) {
            return p == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        boolean increasing = p <= q;
        var tail = new TailSolver() {
            @Override
            public double probability(double x) {
                return increasing ? lower(a, x) : upper(a, x);
            }

            @Override
            public double slope(double x) {
                var log = logFactor(a, x);
                return a * expOfSum(log.high(), log.low());
            }
        };
        return tail.solve(Math.min(p, q), increasing, guess(a, p, q), Double.POSITIVE_INFINITY);
    }

    /** The cube of a normal variate (Wilson and Hilferty 1931), or the first term of the series where that fails. */
    private static double guess(double a, double p, double q) {
        double z = p < q ? ErrorFunctions.normalQuantile(p) : -ErrorFunctions.normalQuantile(q);
        double root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
        if (root > 0.3) {
            return a * root * root * root;
        }
        return Math.max(Double.MIN_NORMAL, exp((log(p) + GammaFunctions.logGamma(a + 1)) / a));
    }
}
