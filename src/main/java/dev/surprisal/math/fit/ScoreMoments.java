package dev.surprisal.math.fit;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.mixture.NormalPanels;

/**
 * Integrals of a(x) z^k and b(x) z^k for k = 0 to 4, where z = (x - mean)/sd: all that the derivatives of a divergence by the
 * mean and ln sd of a normal q are made of.
 *
 * <p>The scores of q are s = z/sd and z^2 - 1. With a the derivative of the divergence's integrand by q times q, the first
 * derivatives are the integrals of a s, and the second ones those of a h + b s s' with h s the second derivatives of q over
 * q: (z^2 - 1)/sd^2, (z^3 - 3z)/sd and z^4 - 4z^2 + 1.
 */
abstract class ScoreMoments {

    /** ln sqrt(2 pi). */
    private static final double HALF_LN_TWO_PI = 0.9189385332046728;

    /** Of the integral of a, as a part of its scale: a panel that may be off by more is halved. */
    private static final double TOLERANCE = 1e-13;

    /** Of all panels together: an integrand that is noise would be halved for ever. */
    private static final int MOST_HALVINGS = 200;

    private final double mean;
    private final double sd;
    private final double logHeight;
    private final double allowed;
    private final double[] as = new double[NormalPanels.ORDER];
    private final double[] bs = new double[NormalPanels.ORDER];

    /** The two values at a point, set by {@link #evaluate}. */
    protected double a;

    protected double b;

    /** The integrals of a z^k, and of b z^k. */
    private double a0;

    private double a1;
    private double a2;
    private double a3;
    private double a4;
    private double b0;
    private double b1;
    private double b2;
    private double b3;
    private double b4;
    private int halvings;

    /**
     * No integrals yet.
     *
     * @param scale what size the integral of a has
     */
    ScoreMoments(double mean, double sd, double scale) {
        this.mean = mean;
        this.sd = sd;
        this.logHeight = -HALF_LN_TWO_PI - Elementary.log(sd);
        this.allowed = TOLERANCE * scale;
    }

    /** Sets a and b. */
    protected abstract void evaluate(double x, double logQ);

    /** Adds the integrals over all panels. */
    final void add(NormalPanels panels) {
        for (int i = 0; i < panels.count(); i++) {
            add(panels.start(i), panels.start(i + 1));
        }
    }

    private void add(double start, double end) {
        double half = 0.5 * (end - start);
        double middle = start + half;
        for (int j = 0; j < NormalPanels.ORDER; j++) {
            double x = middle + half * NormalPanels.point(j);
            double z = (x - mean) / sd;
            evaluate(x, logHeight - 0.5 * z * z);
            as[j] = a;
            bs[j] = b;
        }
        if (half * NormalPanels.error(as) > allowed && halvings < MOST_HALVINGS) {
            halvings++;
            add(start, middle);
            add(middle, end);
            return;
        }
        for (int j = 0; j < NormalPanels.ORDER; j++) {
            double z = ((middle - mean) + half * NormalPanels.point(j)) / sd;
            double weight = half * NormalPanels.weight(j);
            double term = weight * as[j];
            a0 += term;
            term *= z;
            a1 += term;
            term *= z;
            a2 += term;
            term *= z;
            a3 += term;
            a4 += term * z;
            term = weight * bs[j];
            b0 += term;
            term *= z;
            b1 += term;
            term *= z;
            b2 += term;
            term *= z;
            b3 += term;
            b4 += term * z;
        }
    }

    /** The integral of a. */
    final double total() {
        return a0;
    }

    /** The derivatives, and a value. */
    final Derivatives derivatives(double value) {
        return new Derivatives(
                value,
                a1 / sd,
                a2 - a0,
                (a2 - a0 + b2) / sd / sd,
                (a3 - 3 * a1 + b3 - b1) / sd,
                a4 - 4 * a2 + a0 + b4 - 2 * b2 + b0);
    }
}
