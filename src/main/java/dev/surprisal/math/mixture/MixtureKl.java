package dev.surprisal.math.mixture;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Integral;
import dev.surprisal.math.LogRatio;

/**
 * Entropy, cross-entropy and KL of mixtures of normals (a single normal among them), in nats.
 *
 * <p>They have no closed form. What has one is taken out of the integral: the cross-entropy to a single normal, and of the
 * entropy all but the doubt about the component, h(X) = h(X|K) + H(K) - H(K|X) (Cover and Thomas 2006, eq. 2.45). The
 * rest is integrated by a Gauss rule on {@link Panels}: where modes overlap some 100 evaluations give 1e-14.
 *
 * <p>Mixtures have at most {@value #MOST_COMPONENTS} components, and no two means lie further apart than 1e9 times the
 * least sd.
 */
public final class MixtureKl {

    private static final int MOST_COMPONENTS = 16;
    private static final double LARGEST_RATIO = 1e9;

    /** Half of ln(2 pi e). */
    private static final double ENTROPY_OF_STANDARD = 1.4189385332046727;

    /** Of an integrand, relative, where means are a few sds from the origin. */
    private static final double ROUNDING = 4e-15;

    /** Below this the difference of cross-entropy and entropy has lost digits that the integral of the gain still has. */
    private static final double SMALL = 1e-4;

    /** Densities whose logarithms differ by less than this at every mean and one sd beside it are close. */
    private static final double CLOSE = 0.7;

    private MixtureKl() {}

    /** Whether {@link #klNats} and {@link #crossEntropyNats} take these two. */
    public static boolean accepts(NormalMixture p, NormalMixture q) {
        double span = Math.max(p.rightmost(), q.rightmost()) - Math.min(p.leftmost(), q.leftmost());
        double widest = Math.max(p.widest(), q.widest());
        return p.size() <= MOST_COMPONENTS
                && q.size() <= MOST_COMPONENTS
                && Math.max(span, widest) <= LARGEST_RATIO * Math.min(p.narrowest(), q.narrowest());
    }

    static void requireAccepted(NormalMixture p, NormalMixture q) {
        if (!accepts(p, q)) {
            throw new IllegalArgumentException("mixtures must have at most " + MOST_COMPONENTS
                    + " components, and sds and distances of means at most 1e9 times the least sd");
        }
    }

    /** h(p) = -integral of p ln p, in nats. */
    public static Integral entropyNats(NormalMixture p) {
        requireAccepted(p, p);
        Units units = Units.of(p, p);
        NormalMixture scaled = units.scaled(p);
        Integral entropy = entropy(scaled, Zeros.near(scaled));
        return entropy.plus(new Integral(units.logScale(), 1e-15 * Math.abs(units.logScale()), 0));
    }

    private static Integral entropy(NormalMixture p, double[] zeros) {
        double closed = 0;
        double size = 0;
        for (int k = 0; k < p.size(); k++) {
            double part = p.weight(k) * (ENTROPY_OF_STANDARD + Elementary.log(p.sd(k)) - Elementary.log(p.weight(k)));
            closed += part;
            size += Math.abs(part);
        }
        Integral exact = new Integral(closed, 1e-15 * size, 0);
        return p.size() == 1 ? exact : exact.plus(doubt(p, zeros).times(-1));
    }

    /** H(K|X): the mean entropy of the component that a draw came from. Where only one component reaches there is none. */
    private static Integral doubt(NormalMixture p, double[] zeros) {
        int pairs = p.size() * (p.size() - 1) / 2;
        double[] from = new double[pairs];
        double[] to = new double[pairs];
        int n = 0;
        for (int i = 0; i < p.size(); i++) {
            for (int j = i + 1; j < p.size(); j++) {
                from[n] = Math.max(p.from(i), p.from(j));
                to[n] = Math.min(p.to(i), p.to(j));
                n++;
            }
        }
        Panels panels = new Panels();
        panels.prepare(zeros, p);
        panels.coverUnion(from, to, p);
        return Rule.of(p::densityOfDoubt, panels, rounding(p, p));
    }

    /** -integral of p ln q, in nats: closed where q is a single normal. */
    public static Integral crossEntropyNats(NormalMixture p, NormalMixture q) {
        requireAccepted(p, q);
        Units units = Units.of(p, q);
        NormalMixture to = units.scaled(q);
        Integral crossEntropy = crossEntropy(units.scaled(p), to, Zeros.near(to));
        return crossEntropy.plus(new Integral(units.logScale(), 1e-15 * Math.abs(units.logScale()), 0));
    }

    private static Integral crossEntropy(NormalMixture p, NormalMixture q, double[] zeros) {
        if (q.size() == 1) {
            double apart = (p.mean() - q.mean(0)) / q.sd(0);
            double spread = 0.5 * (p.variance() / q.sd(0) / q.sd(0) + apart * apart);
            double log = NormalMixture.HALF_LN_TWO_PI + Elementary.log(q.sd(0));
            return new Integral(log + spread, 2e-15 * (1 + Math.abs(log) + spread), 0);
        }
        Panels panels = new Panels();
        if (p.size() == 1) {
            panels.coverBell(p.mean(0), p.sd(0), zeros);
        } else {
            panels.prepare(zeros, p);
            panels.coverAll(p);
        }
        return Rule.of(x -> -Elementary.exp(p.logDensity(x)) * q.logDensity(x), panels, rounding(p, q));
    }

    /**
     * KL(p||q) = integral of p ln(p/q), in nats. {@code >= 0}, and 0 only for p = q (or by underflow).
     *
     * <p>The value is within 1e-13 times the greater of 1 and KL, unless means lie hundreds of sds apart; the error bound
     * says what it is.
     */
    public static Integral klNats(NormalMixture p, NormalMixture q) {
        requireAccepted(p, q);
        Units units = Units.of(p, q);
        NormalMixture from = units.scaled(p);
        NormalMixture to = units.scaled(q);
        if (from.size() == 1 && to.size() == 1) {
            return klOfNormals(from, to);
        }
        double[] zerosOfP = Zeros.near(from);
        double[] zerosOfQ = Zeros.near(to);
        if (areClose(from, to)) {
            return klByGain(from, to, zerosOfP, zerosOfQ);
        }
        Integral difference =
                crossEntropy(from, to, zerosOfQ).plus(entropy(from, zerosOfP).times(-1));
        return difference.value() < SMALL ? klByGain(from, to, zerosOfP, zerosOfQ) : difference;
    }

    private static Integral klOfNormals(NormalMixture p, NormalMixture q) {
        double ratio = p.sd(0) / q.sd(0);
        double apart = (p.mean(0) - q.mean(0)) / q.sd(0);
        double value = 0.5 * (LogRatio.excess((ratio - 1) * (ratio + 1)) + apart * apart);
        return new Integral(value, 1e-14 * value, 0);
    }

    private static boolean areClose(NormalMixture p, NormalMixture q) {
        return isCloseAtBells(p, p, q) && isCloseAtBells(q, p, q);
    }

    private static boolean isCloseAtBells(NormalMixture bells, NormalMixture p, NormalMixture q) {
        for (int k = 0; k < bells.size(); k++) {
            for (int side = -1; side <= 1; side++) {
                double x = bells.mean(k) + side * bells.sd(k);
                if (!(Math.abs(p.logDensity(x) - q.logDensity(x)) < CLOSE)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The integral of p ln(p/q) - p + q, which no rounding turns negative. */
    private static Integral klByGain(NormalMixture p, NormalMixture q, double[] zerosOfP, double[] zerosOfQ) {
        double[] zeros = new double[zerosOfP.length + zerosOfQ.length];
        System.arraycopy(zerosOfP, 0, zeros, 0, zerosOfP.length);
        System.arraycopy(zerosOfQ, 0, zeros, zerosOfP.length, zerosOfQ.length);
        Panels panels = new Panels();
        panels.prepare(zeros, p, q);
        panels.coverAll(p, q);
        Integral gain = Rule.of(x -> gain(p.logDensity(x), q.logDensity(x)), panels, rounding(p, q));
        // the logarithms' own rounding e shows as p e ln(p/q), of both signs: e times the root of KL at most
        double ofLogs = 3e-15 * Math.sqrt(Math.max(gain.value(), 0));
        return new Integral(gain.value(), gain.errorBound() + ofLogs, gain.evaluations());
    }

    private static double gain(double logP, double logQ) {
        double p = Elementary.exp(logP);
        double apart = logQ - logP;
        if (apart > -0.5 && apart < 0.5) {
            return p * LogRatio.excess(Elementary.expm1(apart));
        }
        double q = Elementary.exp(logQ);
        return p == 0 ? q : -p * apart - p + q;
    }

    /** A point a few thousand sds from the origin has lost as many digits of its distance to the mean next to it. */
    private static double rounding(NormalMixture p, NormalMixture q) {
        double reach = 0;
        for (int k = 0; k < p.size(); k++) {
            reach = Math.max(reach, Math.abs(p.mean(k)) / p.sd(k));
        }
        for (int k = 0; k < q.size(); k++) {
            reach = Math.max(reach, Math.abs(q.mean(k)) / q.sd(k));
        }
        return ROUNDING + 1e-16 * reach;
    }

    /** An origin and a unit of length in which no square overflows. */
    private record Units(double origin, double scale) {

        static Units of(NormalMixture p, NormalMixture q) {
            double least = Math.min(p.narrowest(), q.narrowest());
            return new Units(p.mean(), least > 1e-100 && least < 1e100 ? 1 : least);
        }

        NormalMixture scaled(NormalMixture p) {
            return p.seenFrom(origin, scale);
        }

        double logScale() {
            return scale == 1 ? 0 : Elementary.log(scale);
        }
    }
}
