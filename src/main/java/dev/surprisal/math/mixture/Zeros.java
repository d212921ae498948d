package dev.surprisal.math.mixture;

import dev.surprisal.math.Elementary;
import java.util.Arrays;

/**
 * Where a mixture of normals is 0 in the complex plane, near the real line: ln p has a singularity there, and a quadrature
 * rule is as good as its distance to them.
 *
 * <p>Near a zero two components are as large as each other and the rest small: w_i p_i(z) = -w_j p_j(z) is a quadratic
 * equation with the right side i pi (2n + 1). Only the two zeros closest to the line are kept of each root. Where three
 * components matter at once the places are rough; they decide the panels of a rule, not its result.
 */
final class Zeros {

    private static final int ORDERS = 2;

    /** A third component larger by this much (in nats) than the two leaves no zero there. */
    private static final double HIDDEN = 1.5;

    private static final int MOST_STEPS = 8;

    private Zeros() {}

    /** Real and imaginary parts {@code > 0} in turn. */
    static double[] near(NormalMixture p) {
        int n = p.size();
        double[] found = new double[n * (n - 1) * 2 * ORDERS];
        int length = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                for (int order = 0; order < ORDERS; order++) {
                    length = addPair(p, i, j, Math.PI * (2 * order + 1), found, length);
                }
            }
        }
        return Arrays.copyOf(found, length);
    }

    /** The roots of ln(w_i p_i) - ln(w_j p_j) = i turn. */
    private static int addPair(NormalMixture p, int i, int j, double turn, double[] found, int length) {
        // a u^2 + b u + c, seen from the mean of component i
        double d = p.mean(j) - p.mean(i);
        double vi = 1 / (p.sd(i) * p.sd(i));
        double vj = 1 / (p.sd(j) * p.sd(j));
        double a = 0.5 * (vj - vi);
        double b = -d * vj;
        double c = p.logPart(i, p.mean(i)) - p.logPart(j, p.mean(i));
        // the square root of the discriminant, re + i im, on the side of b
        double discriminant = b * b - 4 * a * c;
        double imaginary = 4 * a * turn;
        double size = Math.sqrt(discriminant * discriminant + imaginary * imaginary);
        double re = Math.sqrt(0.5 * (size + Math.abs(discriminant)));
        double im = re == 0 ? 0 : 0.5 * imaginary / re;
        if (discriminant < 0) {
            double swap = re;
            re = Math.abs(im);
            im = imaginary < 0 ? -swap : swap;
        }
        if (b < 0) {
            re = -re;
            im = -im;
        }
        // q = -(b + root)/2; the roots are q/a and (c - i turn)/q
        double qr = -0.5 * (b + re);
        double qi = -0.5 * im;
        double square = qr * qr + qi * qi;
        int next = length;
        if (square > 0) {
            next = add(p, i, j, (c * qr - turn * qi) / square, (-turn * qr - c * qi) / square, found, next);
        }
        if (a != 0) {
            next = add(p, i, j, qr / a, qi / a, found, next);
        }
        return next;
    }

    private static int add(NormalMixture p, int i, int j, double u, double v, double[] found, int length) {
        double x = p.mean(i) + u;
        double y = Math.abs(v);
        if (!(Math.abs(x) < 1e150 && y < 1e150 && y > 0)) {
            return length;
        }
        double own = Math.max(p.logModulus(i, x, y), p.logModulus(j, x, y));
        for (int k = 0; k < p.size(); k++) {
            if (k != i && k != j && p.logModulus(k, x, y) > own + HIDDEN) {
                return length;
            }
        }
        found[length] = x;
        found[length + 1] = y;
        if (p.size() > 2) {
            polish(p, found, length);
        }
        return length + 2;
    }

    /** Newton's steps towards the zero of all components' sum; the place stays where they lead away. */
    private static void polish(NormalMixture p, double[] found, int at) {
        double startX = found[at];
        double startY = found[at + 1];
        double x = startX;
        double y = startY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < p.size(); k++) {
                largest = Math.max(largest, p.logModulus(k, x, y));
            }
            // p and p' over the largest part
            double re = 0;
            double im = 0;
            double slopeRe = 0;
            double slopeIm = 0;
            for (int k = 0; k < p.size(); k++) {
                double log = p.logModulus(k, x, y) - largest;
                if (log > -40) {
                    double v = 1 / (p.sd(k) * p.sd(k));
                    double apart = (p.mean(k) - x) * v;
                    double modulus = Elementary.exp(log);
                    double phase = apart * y;
                    double partRe = modulus * Elementary.cos(phase);
                    double partIm = modulus * Elementary.sin(phase);
                    // (m - z)/s^2 times the part
                    re += partRe;
                    im += partIm;
                    slopeRe += apart * partRe + y * v * partIm;
                    slopeIm += apart * partIm - y * v * partRe;
                }
            }
            double square = slopeRe * slopeRe + slopeIm * slopeIm;
            double dx = (re * slopeRe + im * slopeIm) / square;
            double dy = (im * slopeRe - re * slopeIm) / square;
            x -= dx;
            y -= dy;
            double moved = Math.abs(x - startX) + Math.abs(y - startY);
            if (!(moved < 0.7 * startY)) {
                return;
            }
            if (Math.abs(dx) + Math.abs(dy) < 0.01 * y) {
                found[at] = x;
                found[at + 1] = y;
                return;
            }
        }
    }
}
