package dev.surprisal.math.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogRatio;

/** What one outcome (one point) adds to a divergence, from probabilities (densities) or their logarithms; {@code >= 0}. */
final class Terms {

    private Terms() {}

    /** (p ln(2p/(p+q)) + q ln(2q/(p+q)))/2; doubled inside, since half of the smallest double is 0. */
    static double js(double p, double q) {
        return js(p, q, q - p);
    }

    static double jsOfLogs(double logP, double logQ) {
        double p = Elementary.exp(logP);
        double q = Elementary.exp(logQ);
        double apart = logQ - logP;
        return js(p, q, apart > -0.5 && apart < 0.5 ? p * Elementary.expm1(apart) : q - p);
    }

    private static double js(double p, double q, double difference) {
        double both = p + q;
        return 0.25 * (LogRatio.gain(2 * p, both, difference) + LogRatio.gain(2 * q, both, -difference));
    }

    static double tv(double p, double q) {
        return 0.5 * Math.abs(p - q);
    }

    /** (p^a q^(1-a) - a p - (1-a) q)/(a(a-1)), which for a = 1 is p ln(p/q) - p + q and for a = 0 q ln(q/p) - q + p. */
    static AtomSum.Pair alpha(double a) {
        return a < 0.5 ? (p, q) -> alphaAboveHalf(q, p, 1 - a) : (p, q) -> alphaAboveHalf(p, q, a);
    }

    static LineIntegral.Pair alphaOfLogs(double a) {
        return a < 0.5
                ? (logP, logQ) -> alphaOfLogsAboveHalf(logQ, logP, 1 - a)
                : (logP, logQ) -> alphaOfLogsAboveHalf(logP, logQ, a);
    }

    private static double alphaAboveHalf(double p, double q, double a) {
        if (p == 0 || q == 0) {
            return zero(p, q, a);
        }
        return a == 1 ? LogRatio.gain(p, q) : alpha(Elementary.log(p), p, q, -LogRatio.of(p, q), a);
    }

    private static double alphaOfLogsAboveHalf(double logP, double logQ, double a) {
        double p = Elementary.exp(logP);
        double q = Elementary.exp(logQ);
        if (logP == Double.NEGATIVE_INFINITY || logQ == Double.NEGATIVE_INFINITY) {
            return zero(p, q, a);
        }
        return a == 1 ? LineIntegral.gain(logP, logQ) : alpha(logP, p, q, logQ - logP, a);
    }

    private static double zero(double p, double q, double a) {
        if (p == 0) {
            return q / a;
        }
        return a < 1 ? p / (1 - a) : Double.POSITIVE_INFINITY;
    }

    /**
     * With r = ln(q/p) and b = 1 - a at most 1/2: p (e^r - 1 - (e^(br) - 1)/b)/a. Near r = 0 both parts are r, for a large
     * -b too, and near b = 0 the powers themselves tell nothing, hence the series and expm1.
     */
    private static double alpha(double logP, double p, double q, double r, double a) {
        double b = 1 - a;
        if (r > -0.5 && r < 0.5 && b * r > -1 && b * r < 1) {
            // the sum over n >= 2 of r^n/n! (1 - b^(n-1)), where 1 - b^(n-1) = a (1 + b + … + b^(n-2))
            double sum = 0;
            double power = r;
            double geometric = 0;
            for (int n = 2; n <= 22; n++) {
                power *= r / n;
                geometric = geometric * b + 1;
                sum += power * geometric;
            }
            return Math.max(p * sum, 0);
        }
        double rise = b * r > -1 && b * r < 1 ? p * Elementary.expm1(b * r) : Elementary.exp(logP + b * r) - p;
        return Math.max((q - p - rise / b) / a, 0);
    }
}
