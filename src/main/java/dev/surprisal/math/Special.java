package dev.surprisal.math;

/**
 * The special functions that probability needs, with the same bits on the server and in the browser. The complement of a
 * probability has its own function wherever 1 − p would lose digits.
 *
 * <p>NaN gives NaN unless a function says that it refuses it. The error bounds are in units of the last place (ulp) of the
 * true value; tests hold them against 40-digit values.
 *
 * <p>Definitions and identities as in "NIST Handbook of Mathematical Functions", 2010, ch. 5, 7 and 8; how each is computed
 * is said where it is.
 */
public final class Special {
    private Special() {}

    /** 2/√π ∫₀ˣ e^(−t²) dt. Error ≤ 2 ulp; erf(±0) = ±0, erf(±∞) = ±1. Abramowitz and Stegun 7.1.1. */
    public static double erf(double x) {
        return ErrorFunctions.erf(x);
    }

    /** 1 − erf(x), with relative accuracy in the tail. Error ≤ 4 ulp; 0 beyond 27.23. Abramowitz and Stegun 7.1.2. */
    public static double erfc(double x) {
        return ErrorFunctions.erfc(x);
    }

    /** e^(x²) erfc(x), which neither under- nor overflows for x &gt; 0. Error ≤ 4 ulp; ∞ below −26.63, 0 at ∞. */
    public static double erfcx(double x) {
        return ErrorFunctions.erfcx(x);
    }

    /**
     * log Γ(x) for x &gt; 0. Error ≤ 4 ulp, also around its zeros 1 and 2; ∞ at 0 and ∞, NaN below 0. Abramowitz and Stegun
     * 6.1.41.
     */
    public static double logGamma(double x) {
        return GammaFunctions.logGamma(x);
    }

    /** Γ(x) for x &gt; 0: (x − 1)! for whole x. Error ≤ 1 ulp, exact up to Γ(23); ∞ above 171.62 and at 0, NaN below. */
    public static double gamma(double x) {
        return GammaFunctions.gamma(x);
    }

    /** The derivative of log Γ for x &gt; 0. Error ≤ 4 ulp, also around its zero 1.4616; −∞ at 0, NaN below. */
    public static double digamma(double x) {
        return GammaFunctions.digamma(x);
    }

    /** The second derivative of log Γ for x &gt; 0. Error ≤ 4 ulp; ∞ at 0, 0 at ∞, NaN below 0. */
    public static double trigamma(double x) {
        return GammaFunctions.trigamma(x);
    }

    /**
     * log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b) for a, b &gt; 0, without the cancellation where one is large. Error
     * ≤ 2 ulp, or 2^-58 where the logarithm is near 0.
     *
     * @throws IllegalArgumentException unless both are positive and finite
     */
    public static double logBeta(double a, double b) {
        if (!(a > 0 && a < Double.POSITIVE_INFINITY && b > 0 && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a and b must be positive and finite, got " + a + " and " + b);
        }
        return GammaFunctions.logBeta(a, b).toDouble();
    }

    /**
     * P(a, x) = 1/Γ(a) ∫₀ˣ t^(a−1) e^−t dt, the distribution function of the gamma distribution with shape a. Error ≤ 4 ulp
     * for a ≤ 10^6, relative 10^-12 beyond. Abramowitz and Stegun 6.5.1.
     *
     * @throws IllegalArgumentException unless a is positive and finite and x ≥ 0 (it may be ∞)
     */
    public static double regularizedGammaP(double a, double x) {
        return IncompleteGamma.lower(a, x);
    }

    /** Q(a, x) = 1 − P(a, x), with relative accuracy in the upper tail. Otherwise as {@link #regularizedGammaP}. */
    public static double regularizedGammaQ(double a, double x) {
        return IncompleteGamma.upper(a, x);
    }

    /**
     * The x with P(a, x) = p: relative error below 10^-14.
     *
     * @throws IllegalArgumentException unless a is positive and finite and p a probability
     */
    public static double regularizedGammaPInverse(double a, double p) {
        requireProbability("p", p);
        return IncompleteGamma.inverse(a, p, 1 - p);
    }

    /**
     * The x with Q(a, x) = q, also for a q too small to tell 1 − q from 1. Otherwise as the inverse of P. Relative
     * error below 10^-14.
     */
    public static double regularizedGammaQInverse(double a, double q) {
        requireProbability("q", q);
        return IncompleteGamma.inverse(a, 1 - q, q);
    }

    /**
     * I_x(a, b) = 1/B(a, b) ∫₀ˣ t^(a−1) (1 − t)^(b−1) dt, the distribution function of the beta distribution. Error ≤ 4 ulp
     * for a, b from 0.3 to 10^4, ≤ 16 ulp from 0.01. Abramowitz and Stegun 6.6.2.
     *
     * @throws IllegalArgumentException unless a and b are positive and at most 10^9, and 0 ≤ x ≤ 1
     */
    public static double regularizedBeta(double a, double b, double x) {
        return IncompleteBeta.lower(a, b, x);
    }

    /** 1 − I_x(a, b) = I_(1−x)(b, a), with relative accuracy in the upper tail. Otherwise as {@link #regularizedBeta}. */
    public static double regularizedBetaComplement(double a, double b, double x) {
        return IncompleteBeta.upper(a, b, x);
    }

    /**
     * The x with I_x(a, b) = p: relative error below 10^-14.
     *
     * @throws IllegalArgumentException unless a and b are positive and at most 10^9 and p is a probability
     */
    public static double regularizedBetaInverse(double a, double b, double p) {
        requireProbability("p", p);
        return IncompleteBeta.inverse(a, b, p, 1 - p);
    }

    /** The x with 1 − I_x(a, b) = q. Otherwise as {@link #regularizedBetaInverse}. */
    public static double regularizedBetaComplementInverse(double a, double b, double q) {
        requireProbability("q", q);
        return IncompleteBeta.inverse(a, b, 1 - q, q);
    }

    /**
     * Φ(x), the distribution function of the standard normal. Error ≤ 4 ulp, also in the lower tail down to 1e-308; the
     * upper tail is normalCdf(−x). Abramowitz and Stegun 26.2.29.
     */
    public static double normalCdf(double x) {
        return ErrorFunctions.normalCdf(x);
    }

    /** log Φ(x). Error ≤ 4 ulp; log of {@link #normalCdf} would be −∞ below −38.5. */
    public static double normalLogCdf(double x) {
        return ErrorFunctions.normalLogCdf(x);
    }

    /**
     * The x with Φ(x) = p. Error ≤ 4 ulp, also at 1e-300; −∞ at 0, ∞ at 1. The upper tail's quantile is
     * −normalQuantile(q). By minimax fits in the manner of Wichura, algorithm AS 241, 1988.
     *
     * @throws IllegalArgumentException unless 0 ≤ p ≤ 1
     */
    public static double normalQuantile(double p) {
        return ErrorFunctions.normalQuantile(p);
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be a probability, got " + value);
        }
    }
}
