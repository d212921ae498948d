package dev.surprisal.math.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Integral;
import dev.surprisal.math.mixture.ComplexZeros;
import dev.surprisal.math.mixture.NormalMixture;
import dev.surprisal.math.mixture.NormalPanels;
import java.util.Arrays;

/** Entropies and divergences of normals and mixtures of normals, by {@link NormalPanels}. */
final class NormalIntegral {

    /** The mass of a component beyond its reach, both sides. */
    private static final double CUT_OFF = 1.4e-18;

    /** Below this KL the terms p ln(p/q) cancel too much, and those of the gain are integrated instead. */
    private static final double SMALL = 0.05;

    private static final double SQRT_THREE = 1.7320508075688772;

    private NormalIntegral() {}

    /** -integral of p ln p. */
    static Integral entropyNats(NormalMixture p) {
        Line line = new Line(reach(p), p, p);
        return line.integrate(p, p, false, (logP, _) -> -logP * Elementary.exp(logP));
    }

    /**
     * The integral of p ln(p/q) over the reach of p, or, where the two are alike and those terms would cancel, that of
     * p ln(p/q) - p + q there and what q has beyond.
     */
    static Integral klNats(NormalMixture p, NormalMixture q) {
        Integral plain = Integral.ZERO;
        if (!alike(p, q)) {
            Line line = new Line(reach(p), p, p, q);
            plain = line.integrate(p, q, false, (logP, logQ) -> (logP - logQ) * Elementary.exp(logP));
            if (plain.value() - plain.errorBound() > SMALL) {
                return plain;
            }
        }
        Line line = new Line(reach(p), NormalMixture.joined(p, q), p, q);
        Integral gain = line.integrate(p, q, true, LineIntegral::gain);
        return new Integral(
                gain.value() + line.massBeyond(q), gain.errorBound(), plain.evaluations() + gain.evaluations());
    }

    /**
     * Whether KL(p||q), about half the variance of ln(p/q), is small by a three-point rule for each component: a guess that
     * saves time, no more.
     */
    private static boolean alike(NormalMixture p, NormalMixture q) {
        double mean = 0;
        double square = 0;
        for (int k = 0; k < p.size(); k++) {
            for (int i = -1; i <= 1; i++) {
                double x = p.mean(k) + i * SQRT_THREE * p.sd(k);
                double ratio = p.logDensity(x) - q.logDensity(x);
                double weight = p.weight(k) * (i == 0 ? 2.0 / 3 : 1.0 / 6);
                mean += weight * ratio;
                square += weight * ratio * ratio;
            }
        }
        return square - mean * mean < 4 * SMALL;
    }

    /** f over the reach of both. */
    static Integral overBoth(NormalMixture p, NormalMixture q, LineIntegral.Pair f) {
        NormalMixture both = NormalMixture.joined(p, q);
        return new Line(reach(both), both, p, q, both).integrate(p, q, true, f);
    }

    /** The integral of p (d/dx ln p - d/dx ln q)^2. */
    static Integral fisher(NormalMixture p, NormalMixture q) {
        Line line = new Line(reach(p), p, p, q);
        return line.integrate(p, q, (one, other) -> new NormalPanels.Integrand() {
            @Override
            protected double at(double x, double offset) {
                double density = Elementary.exp(one.logDensity(x, offset));
                double score = one.score(x, offset);
                double apart = score - other.score(x, offset);
                magnitude = density * (Math.abs(score) + 1) * Math.abs(apart);
                return density * apart * apart;
            }
        });
    }

    /** A stretch of the line, in coordinates from an origin of its own. */
    private record Stretch(double origin, double from, double to) {}

    /** The stretches of the line within reach of a component, in ascending order. */
    private static Stretch[] reach(NormalMixture p) {
        double[][] reaches = new double[p.size()][];
        for (int k = 0; k < p.size(); k++) {
            double reach = NormalPanels.REACH * p.sd(k);
            reaches[k] = new double[] {p.mean(k) - reach, p.mean(k) + reach};
        }
        Arrays.sort(reaches, (a, b) -> Double.compare(a[0], b[0]));
        Stretch[] result = new Stretch[p.size()];
        int n = 0;
        double from = reaches[0][0];
        double to = reaches[0][1];
        for (int k = 1; k < p.size(); k++) {
            if (reaches[k][0] > to) {
                result[n++] = stretch(p, from, to);
                from = reaches[k][0];
            }
            to = Math.max(to, reaches[k][1]);
        }
        result[n++] = stretch(p, from, to);
        return Arrays.copyOf(result, n);
    }

    private static Stretch stretch(NormalMixture p, double from, double to) {
        double origin = origin(p, from, to);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < p.size(); k++) {
            if (p.mean(k) >= from && p.mean(k) <= to) {
                low = Math.min(low, (p.mean(k) - origin) - NormalPanels.REACH * p.sd(k));
                high = Math.max(high, (p.mean(k) - origin) + NormalPanels.REACH * p.sd(k));
            }
        }
        return new Stretch(origin, low, high);
    }

    /**
     * A mean in the stretch, for coordinates in which its components can be told apart: at x = 1e20 one of width 1 is a
     * point. 0 when subtracting it from the others would round.
     */
    private static double origin(NormalMixture p, double from, double to) {
        double origin = 0;
        for (int k = 0; k < p.size(); k++) {
            double mean = p.mean(k);
            if (mean >= from && mean <= to) {
                origin = origin == 0 ? mean : origin;
                if (!(mean / origin >= 0.5 && mean / origin <= 2)) {
                    return 0;
                }
            }
        }
        return origin;
    }

    /** Makes the integrand of two densities that are given in coordinates of their own. */
    @FunctionalInterface
    private interface Maker {
        NormalPanels.Integrand of(NormalMixture p, NormalMixture q);
    }

    /** The stretches that matter, each cut into panels, in coordinates from an origin of its own. */
    private static final class Line {

        private final double[] origins;
        private final NormalPanels[] pieces;
        private final int components;

        Line(Stretch[] stretches, NormalMixture weighting, NormalMixture... logarithms) {
            this.origins = new double[stretches.length];
            this.pieces = new NormalPanels[stretches.length];
            this.components = weighting.size();
            for (int i = 0; i < pieces.length; i++) {
                double origin = stretches[i].origin();
                NormalMixture[] shifted = new NormalMixture[logarithms.length];
                for (int j = 0; j < shifted.length; j++) {
                    shifted[j] = logarithms[j].from(origin);
                }
                origins[i] = origin;
                pieces[i] = new NormalPanels(
                        stretches[i].from(), stretches[i].to(), weighting.from(origin), ComplexZeros.of(shifted));
            }
        }

        Integral integrate(NormalMixture p, NormalMixture q, Maker maker) {
            Integral total = Integral.ZERO;
            for (int i = 0; i < pieces.length; i++) {
                total = total.plus(pieces[i].integrate(maker.of(p.from(origins[i]), q.from(origins[i]))));
            }
            return total;
        }

        /**
         * The integral of f(ln p, ln q).
         *
         * @param cancels whether the term and its slope vanish where p(x) = q(x): rounding matters less there
         */
        Integral integrate(NormalMixture p, NormalMixture q, boolean cancels, LineIntegral.Pair f) {
            Integral inside = integrate(p, q, (one, other) -> new NormalPanels.Integrand() {
                @Override
                protected double at(double x, double offset) {
                    double logP = one.logDensity(x, offset);
                    double logQ = p == q ? logP : other.logDensity(x, offset);
                    double value = f.of(logP, logQ);
                    magnitude = magnitude(value, logP, logQ, cancels);
                    return value;
                }
            });
            double height = 0;
            for (int i = 0; i < pieces.length; i++) {
                height = Math.max(height, height(p, q, origins[i], pieces[i].from()));
                height = Math.max(height, height(p, q, origins[i], pieces[i].to()));
            }
            return new Integral(
                    inside.value(), inside.errorBound() + height * CUT_OFF * components, inside.evaluations());
        }

        /** The probability of lying in none of the stretches. */
        double massBeyond(NormalMixture q) {
            int last = pieces.length - 1;
            double sum = q.massBelow(origins[0], pieces[0].from()) + q.massAbove(origins[last], pieces[last].to());
            for (int i = 0; i < last; i++) {
                sum += q.massBetween(origins[i], pieces[i].to(), origins[i + 1], pieces[i + 1].from());
            }
            return sum;
        }

        /** The logarithms are known to a few units of their own size; the value moves with them by p, or by |p - q|. */
        private static double magnitude(double value, double logP, double logQ, boolean cancels) {
            double logs = Math.abs(logP) + Math.abs(logQ);
            double p = Elementary.exp(logP);
            double slope = cancels ? Math.abs(p - Elementary.exp(logQ)) : p;
            return value == 0 ? 0 : Math.abs(value) * (Math.abs(logP) + 2) + slope * logs;
        }

        private static double height(NormalMixture p, NormalMixture q, double origin, double offset) {
            return Math.abs(p.logDensity(origin, offset)) + Math.abs(q.logDensity(origin, offset));
        }
    }
}
