package dev.surprisal.math.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Integral;
import dev.surprisal.math.Sum;
import java.util.Arrays;

/**
 * Integrals of p(x) g(x) for a mixture p of normals, where g is made of logarithms of mixtures of normals.
 *
 * <p>Such a logarithm has branch points at the complex zeros of its mixture, close to the real axis between modes that lie
 * far apart: at distance pi s^2/(2m) for two equal components of width s at -m and m. They are what makes the trapezoid
 * rule and Gauss–Hermite slow. Here the line is cut into panels that are short in proportion to their distance from every
 * such zero, and never longer than what a 24-point Gauss–Legendre rule resolves of the narrowest component in reach. Each
 * panel states its error by the decay of its Legendre coefficients and is halved when that is not enough. One Gaussian
 * takes 72 evaluations, two modes 120 to 192.
 */
final class NormalPanels {

    /** Components are cut off this many standard deviations out, where 1.4e-18 of their mass is left. */
    static final double REACH = 8.8;

    private static final int ORDER = 24;
    private static final double[] POINTS = {
        0.06405689286260563,
        0.1911188674736163,
        0.3150426796961634,
        0.4337935076260451,
        0.5454214713888396,
        0.6480936519369755,
        0.7401241915785544,
        0.820001985973903,
        0.8864155270044011,
        0.9382745520027328,
        0.9747285559713095,
        0.9951872199970213
    };
    private static final double[] WEIGHTS = {
        0.12793819534675216,
        0.1258374563468283,
        0.12167047292780339,
        0.1155056680537256,
        0.10744427011596563,
        0.09761865210411388,
        0.08619016153195327,
        0.0733464814110803,
        0.05929858491543678,
        0.04427743881741981,
        0.028531388628933663,
        0.0123412297999872
    };

    /** The length of a panel in standard deviations: a third of what a component reaches. */
    private static final double LONGEST = 6.2;

    private static final double TARGET = 1e-16;
    private static final double ROUNDING = 2.2e-16;
    private static final int MOST_PANELS = 4000;

    /** The degrees whose coefficients tell how fast they decay: four in the middle and the last four. */
    private static final int MIDDLE = 10;

    private static final int LAST = 20;

    /** (2k + 1)/2 w_i P_k(x_i) for those degrees. */
    private static final double[][] PROJECTION = projection();

    /** What is integrated. */
    abstract static class Integrand {

        /** How large the numbers were that made up the last value: its rounding error in units of 2^-53, about. */
        double magnitude;

        /**
         * The value at {@code origin + offset}; sets {@link #magnitude}. The origin is the middle of a panel: rounding
         * their sum would move the node by an ulp of x, which is much for a narrow component far from 0.
         */
        abstract double at(double origin, double offset);
    }

    private final NormalSum weighting;

    /** Re, |Im| and the admissible ratio of each zero, see {@link #longestBeside}. */
    private final double[] zeroAt;

    private final double[] zeroAbove;
    private final double[] ratio;
    private int zeros;

    private double[] ends = new double[16];
    private int panels;

    /**
     * @param from the lower end; like the upper one moved outwards to a round number
     * @param weighting p, whose components' reach is what is integrated over
     * @param logarithms the mixtures whose logarithms make up g
     */
    NormalPanels(double from, double to, NormalSum weighting, NormalSum... logarithms) {
        this.weighting = weighting;
        int most = 0;
        for (NormalSum logarithm : logarithms) {
            most += 3 * logarithm.size * (logarithm.size - 1);
        }
        this.zeroAt = new double[most];
        this.zeroAbove = new double[most];
        this.ratio = new double[most];
        for (NormalSum logarithm : logarithms) {
            addZeros(logarithm);
        }
        grade(from, to);
    }

    /** The lower end. */
    double from() {
        return ends[0];
    }

    /** The upper end. */
    double to() {
        return ends[panels];
    }

    /** The integral of f from end to end. */
    Integral integrate(Integrand f) {
        Sum sum = new Sum();
        double sizes = 0;
        double bounds = 0;
        double rounding = 0;
        double[] values = new double[panels];
        double[] errors = new double[panels];
        double[] buffer = new double[ORDER];
        double[] result = new double[4];
        for (int i = 0; i < panels; i++) {
            panel(ends[i], ends[i + 1], f, buffer, result);
            values[i] = result[0];
            errors[i] = result[1];
            sizes += result[2];
            rounding += result[3];
        }
        int evaluations = panels * ORDER;
        double allowed = 2e-13 * sizes;
        for (int i = 0; i < panels; i++) {
            if (errors[i] > allowed) {
                int before = evaluations;
                Integral refined = halved(ends[i], ends[i + 1], f, allowed, buffer, result, 0);
                evaluations = before + refined.evaluations();
                values[i] = refined.value();
                errors[i] = refined.errorBound();
            }
            sum.add(values[i]);
            bounds += errors[i];
        }
        return new Integral(sum.value(), bounds + rounding, evaluations);
    }

    private Integral halved(
            double from, double to, Integrand f, double allowed, double[] buffer, double[] result, int depth) {
        double middle = from + (to - from) / 2;
        Integral total = Integral.ZERO;
        for (int side = 0; side < 2; side++) {
            double low = side == 0 ? from : middle;
            double high = side == 0 ? middle : to;
            panel(low, high, f, buffer, result);
            Integral half = new Integral(result[0], result[1], ORDER);
            if (result[1] > allowed && depth < 40 && middle > from && middle < to) {
                Integral refined = halved(low, high, f, allowed / 2, buffer, result, depth + 1);
                half = new Integral(refined.value(), refined.errorBound(), ORDER + refined.evaluations());
            }
            total = total.plus(half);
        }
        return total;
    }

    /** The integral over one panel, its error bound, the integral of |f| and the rounding error. */
    private static void panel(double from, double to, Integrand f, double[] buffer, double[] result) {
        double half = (to - from) / 2;
        double middle = from + half;
        double sum = 0;
        double size = 0;
        double magnitude = 0;
        for (int i = 0; i < ORDER / 2; i++) {
            double offset = half * POINTS[i];
            double above = f.at(middle, offset);
            magnitude += WEIGHTS[i] * f.magnitude;
            double below = f.at(middle, -offset);
            magnitude += WEIGHTS[i] * f.magnitude;
            buffer[i] = above;
            buffer[ORDER - 1 - i] = below;
            sum += WEIGHTS[i] * (above + below);
            size += WEIGHTS[i] * (Math.abs(above) + Math.abs(below));
        }
        double inMiddle = 0;
        double last = 0;
        for (int k = 0; k < 8; k++) {
            double coefficient = 0;
            double[] row = PROJECTION[k];
            for (int i = 0; i < ORDER; i++) {
                coefficient += row[i] * buffer[i];
            }
            coefficient = Math.abs(coefficient);
            inMiddle = k < 4 ? Math.max(inMiddle, coefficient) : inMiddle;
            last = k >= 4 ? Math.max(last, coefficient) : last;
        }
        // the rule's error is about the coefficient of degree 48, extrapolated from those of degrees 10 to 13 and 20 to
        // 23
        double decay = last < inMiddle ? last / inMiddle : 1;
        result[0] = half * sum;
        result[1] = half * 12 * last * decay * decay * Math.sqrt(decay);
        result[2] = half * size;
        result[3] = half * magnitude * ROUNDING;
    }

    private void grade(double start, double end) {
        panels = 0;
        // multiples of powers of two, so that the middle and the half of a panel are exact: a gap of an ulp of x
        // between
        // panels would cost more digits than the rule does
        double unit = unitBelow((end - start) / 4096, 1);
        double from = Math.floor(start / unit) * unit;
        double to = (Math.floor(end / unit) + 1) * unit;
        ends[0] = from;
        double x = from;
        while (x < to) {
            double length = to - x;
            for (int k = 0; k < weighting.size; k++) {
                double low = weighting.means[k] - REACH * weighting.sds[k];
                double high = weighting.means[k] + REACH * weighting.sds[k];
                double longest = LONGEST * weighting.sds[k];
                if (high > x && low < x + length) {
                    length = Math.min(length, Math.max(low - x, longest));
                }
            }
            for (int j = 0; j < zeros; j++) {
                length = Math.min(length, longestBeside(zeroAt[j] - x, zeroAbove[j], ratio[j]));
            }
            unit = unitBelow(length / 1024, unit);
            double next = Math.floor((x + length) / unit) * unit;
            if (!(next > x) || !(to - next > unit) || panels == MOST_PANELS) {
                next = to;
            }
            panels++;
            if (panels == ends.length) {
                ends = Arrays.copyOf(ends, 2 * panels);
            }
            ends[panels] = next;
            x = next;
        }
    }

    /** A power of two in (most/2, most], found from a guess that is one. */
    private static double unitBelow(double most, double guess) {
        double unit = guess;
        while (unit > most) {
            unit /= 2;
        }
        while (2 * unit <= most) {
            unit *= 2;
        }
        return unit;
    }

    /**
     * The length L of the panel [0, L] for which a singularity at (ahead, above) lies on the ellipse with foci 0 and L whose
     * axes sum to rho L, ratio = (rho + 1/rho)/2: |z| + |z - L| = 2 ratio L/2 + …, solved for L.
     */
    private static double longestBeside(double ahead, double above, double ratio) {
        double distance = Math.sqrt(ahead * ahead + above * above);
        return 2 * (ratio * distance - ahead) / (ratio * ratio - 1);
    }

    /**
     * Where two components cancel: l_i(z) - l_j(z) = (2k + 1) pi i, a quadratic equation, for pairs that no third component
     * outshines there. With three components of one size the zeros lie elsewhere; the panels' own error then tells.
     */
    private void addZeros(NormalSum sum) {
        for (int i = 0; i < sum.size; i++) {
            for (int j = i + 1; j < sum.size; j++) {
                double precision = 1 / sum.sds[j] / sum.sds[j];
                double apart = sum.means[j] - sum.means[i];
                // in u = z - m_i: a u^2 + b u + c
                double a = 0.5 * (precision - 1 / sum.sds[i] / sum.sds[i]);
                double b = -apart * precision;
                double c = sum.logHeight(i) - sum.logHeight(j) + 0.5 * apart * apart * precision;
                for (int k = 0; k < 3; k++) {
                    solve(sum, i, j, a, b, c, (2 * k + 1) * Math.PI);
                }
            }
        }
    }

    /** The roots of a u^2 + b u + c = i angle. */
    private void solve(NormalSum sum, int i, int j, double a, double b, double c, double angle) {
        // the root of the discriminant b^2 - 4a(c - i angle), on the side of b
        double re = b * b - 4 * a * c;
        double im = 4 * a * angle;
        double modulus = length(re, im);
        double rootRe = Math.sqrt(Math.max(0.5 * (modulus + re), 0));
        double rootIm = Math.sqrt(Math.max(0.5 * (modulus - re), 0));
        rootIm = im < 0 ? -rootIm : rootIm;
        double sign = b < 0 ? -1 : 1;
        double qRe = -0.5 * (b + sign * rootRe);
        double qIm = -0.5 * sign * rootIm;
        if (a != 0) {
            addZero(sum, i, j, qRe / a, qIm / a);
        }
        double square = qRe * qRe + qIm * qIm;
        if (square > 0) {
            addZero(sum, i, j, (c * qRe - angle * qIm) / square, (-angle * qRe - c * qIm) / square);
        }
    }

    private void addZero(NormalSum sum, int i, int j, double re, double im) {
        double x = sum.means[i] + re;
        double y = Math.abs(im);
        if (!(Math.abs(x) + y < Double.POSITIVE_INFINITY)) {
            return;
        }
        double leader = realPart(sum, i, x, y);
        for (int k = 0; k < sum.size; k++) {
            if (k != i && k != j && realPart(sum, k, x, y) > leader + 1) {
                return;
            }
        }
        // how strong the singularity is: p there, times the length over which it matters
        double strength = 0;
        double widest = 0;
        for (int k = 0; k < weighting.size; k++) {
            double term = Math.min(realPart(weighting, k, x, y), 50);
            strength += Elementary.exp(term);
            widest = Math.max(widest, weighting.sds[k]);
        }
        strength *= Math.min(y, widest);
        if (strength > TARGET) {
            // rho^(-2 ORDER) strength = TARGET
            double rho = Math.max(Elementary.exp(Elementary.log(strength / TARGET) / (2 * ORDER)), 1.05);
            zeroAt[zeros] = x;
            zeroAbove[zeros] = y;
            ratio[zeros++] = 0.5 * (rho + 1 / rho);
        }
    }

    /** The real part of ln of component k's density at x + iy. */
    private static double realPart(NormalSum sum, int k, double x, double y) {
        double u = (x - sum.means[k]) / sum.sds[k];
        double v = y / sum.sds[k];
        return sum.logHeight(k) - 0.5 * (u - v) * (u + v);
    }

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    private static double[][] projection() {
        double[][] result = new double[8][ORDER];
        for (int i = 0; i < ORDER; i++) {
            int at = i < ORDER / 2 ? i : ORDER - 1 - i;
            double x = i < ORDER / 2 ? POINTS[at] : -POINTS[at];
            double before = 1;
            double legendre = x;
            for (int k = 2; k < ORDER; k++) {
                double next = ((2 * k - 1) * x * legendre - (k - 1) * before) / k;
                before = legendre;
                legendre = next;
                int row = k >= LAST ? k - LAST + 4 : k - MIDDLE;
                if (k >= LAST || (k >= MIDDLE && k < MIDDLE + 4)) {
                    result[row][i] = (k + 0.5) * WEIGHTS[at] * legendre;
                }
            }
        }
        return result;
    }
}
