package dev.surprisal.math.mixture;

import dev.surprisal.math.Elementary;
import java.util.Arrays;

/**
 * Where a rule for integrals of w(x) ln p(x) puts its points: panels so short that the zeros of p (where ln p is
 * singular) stay out of an ellipse around each, and that none holds too much of a bell of w.
 *
 * <p>A zero z of p spoils the rule of n points on a panel with half width h by (pi/n) h |w(z)| rho^(-2n), where rho is the
 * sum of the half axes of the ellipse through z with the panel's ends (-1 and 1) as foci: the remainder of the rule along
 * the cut of the logarithm (Trefethen, "Approximation Theory and Approximation Practice", 2013, ch. 19, has the kernel
 * 2 pi rho^(-2n-1)). Between far modes this takes a few panels that shrink towards the zero; equally spaced points would
 * have to be as dense everywhere as they are there.
 */
public final class Panels {

    /** What a zero may spoil on a panel, of the integral of w. */
    private static final double TOLERANCE = 4e-15;

    /** So many standard deviations of a bell fit in one panel. */
    static final double BELL = 6.2;

    private double[] zeros = {};

    /** For each zero rho + 1/rho for the least rho, 0 where the zero does no harm. */
    private double[] axes = {};

    /** For each zero ln of |w(z)|. */
    private double[] logWeights = {};

    private double[] starts = new double[32];
    private double[] ends = new double[32];
    private int count;

    /** The end of what is not yet covered. */
    private double top;

    /** The number of panels; they do not overlap. */
    public int count() {
        return count;
    }

    public double start(int panel) {
        return starts[panel];
    }

    public double end(int panel) {
        return ends[panel];
    }

    /** Replaces the panels by those for the expectation of ln p under N(mean, sd^2), p having these zeros. */
    public void coverBell(double mean, double sd, double[] zeros) {
        count = 0;
        meet(zeros);
        double logHeight = -Elementary.log(sd) - NormalMixture.HALF_LN_TWO_PI;
        for (int i = 0; i < axes.length; i++) {
            double z = (zeros[2 * i] - mean) / sd;
            double v = Math.min(zeros[2 * i + 1] / sd, NormalMixture.FAR);
            logWeights[i] = logHeight + 0.5 * (v - z) * (v + z);
            axes[i] = axes(logWeights[i], sd, zeros[2 * i + 1]);
        }
        double low = mean - NormalMixture.WINDOW * sd;
        double high = mean + NormalMixture.WINDOW * sd;
        while (low < high) {
            double up = Math.min(BELL * sd, clear(low, 1));
            double down = Math.min(BELL * sd, clear(high, -1));
            low = append(low, up, down, high);
            high = top;
        }
    }

    private void meet(double[] zeros) {
        this.zeros = zeros;
        if (2 * axes.length != zeros.length) {
            axes = new double[zeros.length / 2];
            logWeights = new double[zeros.length / 2];
        }
    }

    /** No panels; those to come are for integrals of w ln p, with w at most the sum of these mixtures and p with these zeros. */
    void prepare(double[] zeros, NormalMixture... weights) {
        count = 0;
        meet(zeros);
        double widest = 0;
        for (NormalMixture weight : weights) {
            widest = Math.max(widest, weight.widest());
        }
        for (int i = 0; i < axes.length; i++) {
            logWeights[i] = Double.NEGATIVE_INFINITY;
            for (NormalMixture weight : weights) {
                for (int k = 0; k < weight.size(); k++) {
                    logWeights[i] = Math.max(logWeights[i], weight.logPart(k, zeros[2 * i], zeros[2 * i + 1]));
                }
            }
            axes[i] = axes(logWeights[i], widest, zeros[2 * i + 1]);
        }
    }

    /** rho + 1/rho for the zero that may come to 1/rho^(2n) of a panel, or 0. */
    private static double axes(double logWeight, double sd, double imaginary) {
        // panels near the zero are about as wide as it is far from the line, those far away as wide as a bell
        double half = 0.5 * BELL * Math.min(sd, Math.sqrt(sd * imaginary));
        double worst = Math.PI / GaussLegendre.POINTS * half / TOLERANCE;
        double rho = Elementary.exp((logWeight + Elementary.log(worst)) / (2 * GaussLegendre.POINTS));
        return rho > 1 ? rho + 1 / rho : 0;
    }

    /** Appends panels over the windows of all components. */
    void coverAll(NormalMixture... bells) {
        int n = 0;
        for (NormalMixture bell : bells) {
            n += bell.size();
        }
        double[] from = new double[n];
        double[] to = new double[n];
        n = 0;
        for (NormalMixture bell : bells) {
            for (int k = 0; k < bell.size(); k++) {
                from[n] = bell.from(k);
                to[n] = bell.to(k);
                n++;
            }
        }
        coverUnion(from, to, bells);
    }

    /** Appends panels over the union of the intervals; one that ends before it begins is empty. */
    void coverUnion(double[] from, double[] to, NormalMixture... bells) {
        double covered = Double.NEGATIVE_INFINITY;
        while (true) {
            double low = Double.POSITIVE_INFINITY;
            for (int i = 0; i < from.length; i++) {
                double start = Math.max(from[i], covered);
                low = start < to[i] ? Math.min(low, start) : low;
            }
            if (low == Double.POSITIVE_INFINITY) {
                return;
            }
            double high = low;
            double reached;
            do {
                reached = high;
                for (int i = 0; i < from.length; i++) {
                    high = from[i] <= high ? Math.max(high, to[i]) : high;
                }
            } while (high > reached);
            cover(low, high, bells);
            covered = high;
        }
    }

    /** Appends panels from low to high that resolve the bells of these mixtures. */
    private void cover(double low, double high, NormalMixture... bells) {
        double from = low;
        double to = high;
        while (from < to) {
            double up = Math.min(clear(from, 1), bell(from, 1, bells));
            double down = Math.min(clear(to, -1), bell(to, -1, bells));
            from = append(from, up, down, to);
            to = top;
        }
    }

    /** The width of the panel from x, up (sign 1) or down (-1), that holds no more than {@link #BELL} of any bell. */
    private static double bell(double x, int sign, NormalMixture... bells) {
        double width = Double.POSITIVE_INFINITY;
        for (NormalMixture bell : bells) {
            for (int k = 0; k < bell.size(); k++) {
                double before = sign * (bell.mean(k) - x);
                double reach = NormalMixture.WINDOW * bell.sd(k);
                if (before > -reach) {
                    width = Math.min(width, Math.max(before - reach, BELL * bell.sd(k)));
                }
            }
        }
        return width;
    }

    /**
     * The width of the panel from x, up (sign 1) or down (-1), whose ellipse just touches the nearest zero: the distances of
     * the zero to both ends are (rho + 1/rho) half widths.
     */
    private double clear(double x, int sign) {
        double width = Double.POSITIVE_INFINITY;
        for (int i = 0; i < axes.length; i++) {
            double a = axes[i];
            if (a > 2) {
                double y = sign * (x - zeros[2 * i]);
                double distance = Math.sqrt(y * y + zeros[2 * i + 1] * zeros[2 * i + 1]);
                width = Math.min(width, (8 * y + 4 * a * distance) / (a * a - 4));
            }
        }
        return width;
    }

    /**
     * Appends a panel of width {@code up} at the lower end and one of width {@code down} at the upper end, or what there is
     * room for; from outside to inside, since panels grow with the distance from the zeros. Returns the new lower end,
     * and leaves the new upper end in {@link #top}.
     */
    private double append(double low, double up, double down, double high) {
        top = high;
        if (high - low <= Math.max(up, down)) {
            add(low, high);
            return high;
        }
        double from = low + up;
        double to = high - down;
        if (from >= to) {
            double middle = 0.5 * (from + to);
            add(low, middle);
            add(middle, high);
            return high;
        }
        // a zero on the line itself cannot stop the march: no panel is shorter than the rounding of its ends
        double shortest = 1e-14 * Math.max(Math.abs(low), Math.abs(high)) + Double.MIN_NORMAL;
        from = Math.max(from, low + shortest);
        to = Math.min(to, high - shortest);
        if (!(from < to)) {
            add(low, high);
            return high;
        }
        add(low, from);
        add(to, high);
        top = to;
        return from;
    }

    private void add(double start, double end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    /** What the zeros spoil on a panel, by the formula above. */
    double error(double start, double end) {
        double half = 0.5 * (end - start);
        double sum = 0;
        for (int i = 0; i < axes.length; i++) {
            double rho = rho(i, start, end);
            double log = logWeights[i] - 2 * GaussLegendre.POINTS * Elementary.log(rho);
            sum += Elementary.exp(log);
        }
        return Math.PI / GaussLegendre.POINTS * half * sum;
    }

    private double rho(int zero, double start, double end) {
        double half = 0.5 * (end - start);
        double x = zeros[2 * zero];
        double y = zeros[2 * zero + 1];
        double left = x - start;
        double right = x - end;
        double axis = 0.5 * (Math.sqrt(left * left + y * y) + Math.sqrt(right * right + y * y)) / half;
        return axis + Math.sqrt(Math.max(axis * axis - 1, 0));
    }
}
