package dev.surprisal.math.mixture;

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
 *
 * <p>Trefethen, "Approximation Theory and Approximation Practice", 2013, ch. 8 and 19.
 */
public final class NormalPanels {

    /** Components are cut off this many standard deviations out, where 1.4e-18 of their mass is left. */
    public static final double REACH = 8.8;

    /** The number of points on a panel. */
    public static final int ORDER = 24;

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

    /** ln 1e-16, of the error that a zero may make. */
    private static final double LOG_TARGET = -36.841361487904734;

    private static final double ROUNDING = 2.2e-16;
    private static final int MOST_PANELS = 4000;

    /** Of all panels together. */
    private static final int MOST_HALVINGS = 1000;

    /** The degrees whose coefficients tell how fast they decay: four in the middle and the last four. */
    private static final int MIDDLE = 10;

    private static final int LAST = 20;

    /** (2k + 1)/2 w_i P_k(x_i) for those degrees. */
    private static final double[][] PROJECTION = projection();

    /** What is integrated. */
    public abstract static class Integrand {

        /** How large the numbers were that made up the last value: its rounding error in units of 2^-53, about. */
        protected double magnitude;

        /**
         * The value at {@code origin + offset}; sets {@link #magnitude}. The origin is the middle of a panel: rounding
         * their sum would move the node by an ulp of x, which is much for a narrow component far from 0.
         */
        protected abstract double at(double origin, double offset);
    }

    private final NormalMixture weighting;
    private final ComplexZeros zeros;

    /** (rho + 1/rho)/2 for the least admissible rho of each zero, see {@link #longestBeside}; 0 where the zero does no harm. */
    private final double[] ratio;

    private double[] ends = new double[16];
    private int panels;
    private int halvings;

    /**
     * Panels for integrals between two points.
     *
     * @param from the lower end; like the upper one moved outwards to a round number
     * @param weighting p, whose components' reach is what is integrated over
     * @param zeros those of the mixtures whose logarithms make up g
     */
    public NormalPanels(double from, double to, NormalMixture weighting, ComplexZeros zeros) {
        this.weighting = weighting;
        this.zeros = zeros;
        this.ratio = new double[zeros.count()];
        double widest = weighting.widest();
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = ratio(zeros.at(i), zeros.above(i), widest);
        }
        grade(from, to);
    }

    /** Panels for integrals over all that the components of p reach. */
    public static NormalPanels over(NormalMixture weighting, ComplexZeros zeros) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weighting.size(); k++) {
            from = Math.min(from, weighting.mean(k) - REACH * weighting.sd(k));
            to = Math.max(to, weighting.mean(k) + REACH * weighting.sd(k));
        }
        return new NormalPanels(from, to, weighting, zeros);
    }

    private double ratio(double x, double y, double widest) {
        // how strong the singularity is: p there, times the length over which it matters
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weighting.size(); k++) {
            largest = Math.max(largest, weighting.logModulus(k, x, y));
        }
        double strength = Math.min(largest, 50) + Elementary.log(weighting.size() * Math.min(y, widest));
        if (!(strength > LOG_TARGET)) {
            return 0;
        }
        // rho^(-2 ORDER) strength = TARGET
        double rho = Math.max(Elementary.exp((strength - LOG_TARGET) / (2 * ORDER)), 1.05);
        return 0.5 * (rho + 1 / rho);
    }

    /** The number of panels. */
    public int count() {
        return panels;
    }

    /** Where panel i, 0-based, begins; the last one ends where panel {@link #count()} would. */
    public double start(int i) {
        return ends[i];
    }

    /**
     * Point j of the rule on [-1, 1], 0 &lt;= j &lt; {@link #ORDER}, from the middle outwards on both sides in turn.
     * Within 1 ulp.
     */
    public static double point(int j) {
        double point = POINTS[j >> 1];
        return (j & 1) == 0 ? point : -point;
    }

    /** The weight of point j. Within 1 ulp. */
    public static double weight(int j) {
        return WEIGHTS[j >> 1];
    }

    /** The lower end. */
    public double from() {
        return ends[0];
    }

    /** The upper end. */
    public double to() {
        return ends[panels];
    }

    /**
     * The integral of f from end to end. The error bound is not below the true error for integrands whose branch points
     * are those zeros.
     */
    public Integral integrate(Integrand f) {
        Sum sum = new Sum();
        double sizes = 0;
        double bounds = 0;
        double rounding = 0;
        double[] values = new double[panels];
        double[] errors = new double[panels];
        double[] roundings = new double[panels];
        double[] buffer = new double[ORDER];
        double[] result = new double[4];
        for (int i = 0; i < panels; i++) {
            panel(ends[i], ends[i + 1], f, buffer, result);
            values[i] = result[0];
            errors[i] = result[1];
            sizes += result[2];
            roundings[i] = result[3];
            rounding += result[3];
        }
        int evaluations = panels * ORDER;
        double allowed = 2e-13 * sizes;
        halvings = 0;
        for (int i = 0; i < panels; i++) {
            if (errors[i] > Math.max(allowed, roundings[i])) {
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
        halvings++;
        for (int side = 0; side < 2; side++) {
            double low = side == 0 ? from : middle;
            double high = side == 0 ? middle : to;
            panel(low, high, f, buffer, result);
            Integral half = new Integral(result[0], result[1], ORDER);
            // of two densities that are the same but for rounding the integrand is noise, and no halving makes it
            // smooth
            boolean isRough = result[1] > Math.max(allowed, result[3]) && halvings < MOST_HALVINGS;
            if (isRough && depth < 40 && middle > from && middle < to) {
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
            buffer[2 * i] = above;
            buffer[2 * i + 1] = below;
            sum += WEIGHTS[i] * (above + below);
            size += WEIGHTS[i] * (Math.abs(above) + Math.abs(below));
        }
        result[0] = half * sum;
        result[1] = half * error(buffer);
        result[2] = half * size;
        result[3] = half * magnitude * ROUNDING;
    }

    /**
     * What the rule on [-1, 1] may be off, from an integrand's values at its points: its error is about the coefficient of degree
     * 48, extrapolated from those of degrees 10 to 13 and 20 to 23.
     */
    public static double error(double[] values) {
        double inMiddle = 0;
        double last = 0;
        for (int k = 0; k < 8; k++) {
            double coefficient = 0;
            double[] row = PROJECTION[k];
            for (int j = 0; j < ORDER; j++) {
                coefficient += row[j] * values[j];
            }
            coefficient = Math.abs(coefficient);
            inMiddle = k < 4 ? Math.max(inMiddle, coefficient) : inMiddle;
            last = k >= 4 ? Math.max(last, coefficient) : last;
        }
        double decay = last < inMiddle ? last / inMiddle : 1;
        return 12 * last * decay * decay * Math.sqrt(decay);
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
            for (int k = 0; k < weighting.size(); k++) {
                double low = weighting.mean(k) - REACH * weighting.sd(k);
                double high = weighting.mean(k) + REACH * weighting.sd(k);
                double longest = LONGEST * weighting.sd(k);
                if (high > x && low < x + length) {
                    length = Math.min(length, Math.max(low - x, longest));
                }
            }
            for (int j = 0; j < ratio.length; j++) {
                if (ratio[j] > 0) {
                    length = Math.min(length, longestBeside(zeros.at(j) - x, zeros.above(j), ratio[j]));
                }
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

    private static double[][] projection() {
        double[][] result = new double[8][ORDER];
        for (int i = 0; i < ORDER; i++) {
            double x = point(i);
            double before = 1;
            double legendre = x;
            for (int k = 2; k < ORDER; k++) {
                double next = ((2 * k - 1) * x * legendre - (k - 1) * before) / k;
                before = legendre;
                legendre = next;
                int row = k >= LAST ? k - LAST + 4 : k - MIDDLE;
                if (k >= LAST || (k >= MIDDLE && k < MIDDLE + 4)) {
                    result[row][i] = (k + 0.5) * weight(i) * legendre;
                }
            }
        }
        return result;
    }
}
