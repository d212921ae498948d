package dev.surprisal.math.mixture;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * The cross-entropy -E[ln p(X)] of X ~ N(mean, sd^2) relative to a mixture p of normals, in nats, with its exact
 * derivatives to second order in the mean and ln sd.
 *
 * <p>As a function of the mean it is -ln p blurred by a normal of width sd. With z = (x - mean)/sd and f = -ln p the
 * derivatives are E[f z]/sd, E[f (z^2 - 1)], E[f (z^2 - 1)]/sd^2, E[f (z^3 - 3z)]/sd and E[f (z^4 - 4z^2 + 1)]: those of
 * the normal density, taken under the integral (Stein's identity, Liu 1994). They need no values but those of f itself,
 * on the {@link Panels} of the density's complex zeros.
 *
 * <p>Errors, for means and sds within a hundred times the least sd of p: 1e-13 of the value, 1e-12 of the first and 1e-10 of
 * the second derivatives (each by ln sd, or by the mean times sd).
 */
public final class NormalCrossEntropy {

    private final double origin;
    private final NormalMixture p;
    private final double[] zeros;

    /**
     * The cross-entropy relative to p.
     *
     * @param p with sds between 1e-100 and 1e100, and a span that {@link MixtureKl#accepts}
     */
    public NormalCrossEntropy(NormalMixture p) {
        MixtureKl.requireAccepted(p, p);
        if (!(p.narrowest() >= 1e-100 && p.widest() <= 1e100)) {
            throw new IllegalArgumentException(
                    "sds must lie between 1e-100 and 1e100, got one of " + Decimal.shortest(p.narrowest()));
        }
        this.origin = p.mean();
        this.p = p.seenFrom(origin, 1);
        this.zeros = Zeros.near(this.p);
    }

    /**
     * The value, its derivatives by the mean and by ln sd, and the second derivatives by the mean twice, by both, and by ln
     * sd twice.
     *
     * @param mean finite
     * @param sd finite and {@code > 0}
     * @param result six numbers, overwritten
     */
    public void at(double mean, double sd, double[] result) {
        Require.finite("mean", mean);
        Require.positive("sd", sd);
        if (p.size() == 1) {
            closed(mean - origin, sd, result);
        } else {
            integrated(mean - origin, sd, result);
        }
    }

    private void integrated(double mean, double sd, double[] result) {
        Panels panels = new Panels();
        panels.coverBell(mean, sd, zeros);
        Moments moments = new Moments(mean, sd);
        for (int i = 0; i < panels.count(); i++) {
            moments.add(panels.start(i), panels.end(i), 0);
        }
        result[0] = moments.level + moments.none;
        result[1] = moments.first / sd;
        result[2] = moments.second - moments.none;
        result[3] = (moments.second - moments.none) / sd / sd;
        result[4] = (moments.third - 3 * moments.first) / sd;
        result[5] = moments.fourth - 4 * moments.second + moments.none;
    }

    private void closed(double mean, double sd, double[] result) {
        double own = p.sd(0);
        double apart = (mean - p.mean(0)) / own;
        double ratio = sd / own;
        result[0] = NormalMixture.HALF_LN_TWO_PI + Elementary.log(own) + 0.5 * (apart * apart + ratio * ratio);
        result[1] = apart / own;
        result[2] = ratio * ratio;
        result[3] = 1 / own / own;
        result[4] = 0;
        result[5] = 2 * ratio * ratio;
    }

    /** E[(f - level) z^k] for k = 0 to 4, panel by panel. */
    private final class Moments {

        private final double mean;
        private final double sd;
        private final double level;
        private final double height;
        private final double[] values = new double[GaussLegendre.POINTS];
        private double none;
        private double first;
        private double second;
        private double third;
        private double fourth;

        Moments(double mean, double sd) {
            this.mean = mean;
            this.sd = sd;
            // the constant part of f adds nothing but rounding to the derivatives
            this.level = -p.logDensity(mean);
            this.height = Elementary.exp(-NormalMixture.HALF_LN_TWO_PI) / sd;
        }

        void add(double start, double end, int halvings) {
            double half = 0.5 * (end - start);
            double middle = start + half;
            double largest = 0;
            for (int i = 0; i < GaussLegendre.POINTS; i++) {
                double x = middle + half * GaussLegendre.node(i);
                double z = (x - mean) / sd;
                values[i] = height * Elementary.exp(-0.5 * z * z) * (-p.logDensity(x) - level);
                largest = Math.max(largest, Math.abs(values[i]));
            }
            if (Rule.isRough(values, half, largest, halvings)) {
                add(start, middle, halvings + 1);
                add(middle, end, halvings + 1);
                return;
            }
            for (int i = 0; i < GaussLegendre.POINTS; i++) {
                double z = (middle - mean + half * GaussLegendre.node(i)) / sd;
                double term = half * GaussLegendre.weight(i) * values[i];
                none += term;
                term *= z;
                first += term;
                term *= z;
                second += term;
                term *= z;
                third += term;
                term *= z;
                fourth += term;
            }
        }
    }
}
