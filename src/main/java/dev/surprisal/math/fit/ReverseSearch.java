package dev.surprisal.math.fit;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.mixture.NormalMixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds all stationary points of KL(N(mean, sd^2)||p).
 *
 * <p>Let F(mean, sd) be the cross-entropy: -ln p blurred by a normal of width sd. KL is F less ln sd and a constant, so a
 * point is stationary when the slope of F in the mean is 0 and sd^2 F'' = 1. The second says that the mean lies in a
 * <em>valley</em>, a local minimum of F for the given sd. Valleys are a matter of scale space (Witkin 1983; Babaud and
 * others, "Uniqueness of the Gaussian kernel for scale-space filtering", IEEE PAMI 8, 1986): blurring more makes some end,
 * but never opens a new one. So each valley goes back to a mode of p at sd = 0, and it is enough to
 * follow every mode upwards and to note where sd^2 F'' - 1, the <em>rise</em>, changes its sign: upwards at a minimum of KL,
 * downwards at a saddle.
 *
 * <p>The rise is negative below the least sd of p, since -ln p curves nowhere more than a component alone. From some sd on
 * ({@link #top}) it is positive for good. In between the sds are cut into levels; between two of them the rise is taken to
 * be resolved when its values and slopes leave no room for another sign change, otherwise they are halved.
 */
final class ReverseSearch {

    /** Of ln sd, between levels. */
    private static final double LEVEL = 0.25;

    /** The first level, as a part of the least sd. */
    private static final double FIRST = 0.7;

    private static final int MOST_LEVELS = 500;
    private static final int MOST_HALVINGS = 40;
    private static final int MOST_NEWTON_STEPS = 12;

    /** How far Newton's steps may leave their start, in sds, before it counts as lost. */
    private static final double LEASH = 0.4;

    /** How far a valley may turn away from its tangent between two places, in sds. */
    private static final double BEND = 0.05;

    /** In sds: a valley is followed with this accuracy where the rise is about 0, */
    private static final double ON_VALLEY = 1e-8;

    /** and with this one elsewhere. */
    private static final double NEAR_VALLEY = 1e-4;

    /** In sds: two valleys at one level are no closer than this unless they are one. */
    private static final double SAME = 1e-3;

    /** In nats: minima that differ by less are equally good. */
    private static final double TIE = 1e-12;

    private final NormalMixture p;
    private final Continuous target;
    private final Landscape landscape;
    private final boolean thorough;
    private final List<Place> found = new ArrayList<>();
    private boolean lost;

    private ReverseSearch(Continuous target, boolean thorough) {
        this.target = target;
        this.p = Target.of(target);
        this.landscape = new ReverseLandscape(p);
        this.thorough = thorough;
    }

    /** The search that takes a valley's end for granted where it is near, and if its points do not balance the thorough one. */
    static ReverseFit run(Continuous p) {
        ReverseFit quick = new ReverseSearch(p, false).search();
        return quick.isCertified() ? quick : new ReverseSearch(p, true).search();
    }

    private ReverseFit search() {
        double[] modes = Modes.of(p);
        double bottom = Elementary.log(FIRST * p.narrowest());
        int levels = (int) Math.ceil((Elementary.log(top()) - bottom) / LEVEL);
        if (levels > MOST_LEVELS) {
            throw new IllegalStateException("a mixture that fits take needs no " + levels + " levels");
        }
        // for each valley its mean at each level
        double[][] valleys = new double[modes.length][];
        for (int i = 0; i < modes.length; i++) {
            valleys[i] = new double[levels + 1];
            Arrays.fill(valleys[i], Double.NaN);
            follow(modes[i], bottom, valleys, i);
        }
        return result();
    }

    /**
     * An sd above which the rise is positive. With u = x - c, c the middle of the means and R half their span, the rise is
     * E[u f'] - 1 along a valley, and u f' is at least (u^2 - R|u|)/S^2 for |u| >= R and -R^2/(4 s^2) elsewhere; s and S are
     * the least and the largest sd. The mean of the first is at least (sd^2 - R sd)/S^2, the second has a probability of
     * at most 2R/(sd sqrt(2 pi)).
     */
    private double top() {
        double least = p.narrowest();
        double largest = p.widest();
        double half = 0.5 * (p.rightmost() - p.leftmost());
        double sd = Math.max(half, largest);
        while (!((sd - half) / largest * (sd / largest) - half / sd * (half / least) * (half / least) / 5 > 1.01)) {
            sd *= 1.25;
        }
        return sd;
    }

    /** Walks from a mode up to the top or until the valley is one that was walked before. */
    private void follow(double mode, double bottom, double[][] valleys, int own) {
        Place at = down(mode, bottom);
        for (int level = 0; level < valleys[own].length; level++) {
            if (at == null) {
                lost = true;
                return;
            }
            if (level > 0) {
                at = advance(at, bottom + level * LEVEL, 0);
                if (at == null) {
                    lost = true;
                    return;
                }
            }
            for (int other = 0; other < own; other++) {
                if (Math.abs(valleys[other][level] - at.mean) < SAME * at.sd) {
                    return;
                }
            }
            valleys[own][level] = at.mean;
        }
    }

    /** The valley's place at a higher level; where the valley ends on the way, a place downhill from there. */
    private @Nullable Place advance(Place from, double logSd, int halvings) {
        Place next = valley(from.meanAt(logSd), logSd);
        if (next != null && isSmooth(from, next)) {
            lookBetween(from, next, 0);
            return next;
        }
        if (halvings == MOST_HALVINGS) {
            return down(from.mean, logSd);
        }
        double end = from.end();
        if (!thorough && end < logSd) {
            Place landed = down(from.mean, end);
            return landed == null ? null : advance(landed, logSd, halvings + 1);
        }
        Place middle = advance(from, 0.5 * (from.logSd + logSd), halvings + 1);
        return middle == null ? null : advance(middle, logSd, halvings + 1);
    }

    /** Whether the tangent at each of two places meets the other: there is no jump to another valley between them. */
    private static boolean isSmooth(Place from, Place to) {
        double tolerance = BEND * from.sd;
        return Math.abs(from.meanAt(to.logSd) - to.mean) <= tolerance
                && Math.abs(to.meanAt(from.logSd) - from.mean) <= tolerance;
    }

    /** Notes the sign changes of the rise between two places of a valley. */
    private void lookBetween(Place from, Place to, int halvings) {
        double width = to.logSd - from.logSd;
        double change = to.rise - from.rise;
        boolean crosses = (from.rise < 0) != (to.rise < 0);
        if (crosses) {
            boolean isMonotonic = from.slope * change > 0 && to.slope * change > 0;
            if (isMonotonic || halvings == MOST_HALVINGS) {
                Place point = stationary(from, to);
                if (point != null) {
                    note(point);
                    return;
                }
                lost |= halvings == MOST_HALVINGS;
            }
        } else {
            double sign = from.rise < 0 ? 1 : -1;
            boolean comesCloser = sign * from.slope > 0 && sign * to.slope < 0;
            if (!comesCloser) {
                return;
            }
            // where the tangents meet the curve, bent as it is, has not come
            double meet = (change - to.slope * width) / (from.slope - to.slope);
            if (sign * (from.rise + from.slope * meet) < -0.05 * width) {
                return;
            }
        }
        if (halvings < MOST_HALVINGS) {
            double logSd = 0.5 * (from.logSd + to.logSd);
            Place middle = valley(0.5 * (from.meanAt(logSd) + to.meanAt(logSd)), logSd);
            if (middle == null) {
                lost = true;
                return;
            }
            lookBetween(from, middle, halvings + 1);
            lookBetween(middle, to, halvings + 1);
        }
    }

    /** Newton's method for both slopes of KL at once, from where the rise would be 0 if it were linear; null if it leaves. */
    private @Nullable Place stationary(Place from, Place to) {
        double share = from.rise / (from.rise - to.rise);
        double logSd = from.logSd + share * (to.logSd - from.logSd);
        double mean = from.mean + share * (to.mean - from.mean);
        double margin = 0.01 * (to.logSd - from.logSd);
        Place at = place(mean, logSd);
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_NEWTON_STEPS; i++) {
            double determinant = at.byMeanTwice * at.byLogSdTwice - at.byBoth * at.byBoth;
            double dMean = -(at.byLogSdTwice * at.byMean - at.byBoth * at.rise) / determinant;
            double dLogSd = -(at.byMeanTwice * at.rise - at.byBoth * at.byMean) / determinant;
            double step = Math.max(Math.abs(dMean) / at.sd, Math.abs(dLogSd));
            // at the last digits the steps no longer shrink
            if (step == 0 || (step < 1e-9 && step >= before)) {
                return at;
            }
            logSd = at.logSd + dLogSd;
            mean = at.mean + dMean;
            if (!(logSd >= from.logSd - margin && logSd <= to.logSd + margin && step < 1)) {
                return null;
            }
            before = step;
            at = place(mean, logSd);
        }
        return before < 1e-9 ? at : null;
    }

    private void note(Place point) {
        for (Place other : found) {
            if (Math.abs(other.logSd - point.logSd) < 1e-7 && Math.abs(other.mean - point.mean) < 1e-7 * point.sd) {
                return;
            }
        }
        found.add(point);
    }

    /** The valley near a mean, or null. */
    private @Nullable Place valley(double start, double logSd) {
        Place at = place(start, logSd);
        for (int i = 0; i < MOST_NEWTON_STEPS; i++) {
            if (!(at.byMeanTwice > 0)) {
                return null;
            }
            double step = -at.byMean / at.byMeanTwice;
            double accuracy = Math.abs(at.rise) < 0.05 ? ON_VALLEY : NEAR_VALLEY;
            if (Math.abs(step) <= accuracy * at.sd) {
                return at;
            }
            double mean = at.mean + step;
            if (!(Math.abs(mean - start) <= LEASH * at.sd)) {
                return null;
            }
            at = place(mean, logSd);
        }
        return null;
    }

    /** The valley that lies downhill from a mean, or null. */
    private @Nullable Place down(double start, double logSd) {
        Place at = place(start, logSd);
        double span = p.rightmost() - p.leftmost();
        int most = 100 + (int) (8 * span / at.sd);
        for (int i = 0; i < most; i++) {
            double longest = 0.25 * at.sd;
            double newton = -at.byMean / at.byMeanTwice;
            boolean isNear = at.byMeanTwice > 0 && Math.abs(newton) <= longest;
            if (isNear) {
                Place valley = valley(at.mean, logSd);
                if (valley != null) {
                    return valley;
                }
            }
            at = place(at.mean - (at.byMean > 0 ? longest : -longest) * (isNear ? 0.5 : 1), logSd);
        }
        return null;
    }

    private Place place(double mean, double logSd) {
        return new Place(landscape, mean, logSd);
    }

    /** KL's derivatives at a place. */
    private static final class Place {
        final double mean;
        final double logSd;
        final double sd;
        final double byMean;
        final double byMeanTwice;
        final double byBoth;
        final double byLogSdTwice;

        /** The derivative of KL by ln sd, which is sd^2 F'' - 1. */
        final double rise;

        /** Of the rise, by ln sd along the valley: the determinant of KL's second derivatives over the one by the mean. */
        final double slope;

        Place(Landscape landscape, double mean, double logSd) {
            this.mean = mean;
            this.logSd = logSd;
            this.sd = Elementary.exp(logSd);
            Derivatives of = landscape.at(mean, sd);
            byMean = of.byMean();
            rise = of.byLogSd();
            byMeanTwice = of.byMeanTwice();
            byBoth = of.byMeanAndLogSd();
            byLogSdTwice = of.byLogSdTwice();
            slope = byLogSdTwice - byBoth * byBoth / byMeanTwice;
        }

        /**
         * A level soon after the end of a valley that is flat here; infinite where no end is near. At a fold the bend falls
         * as the root of what is left of ln sd, where two valleys meet in their middle in proportion to it.
         */
        double end() {
            double bend = rise + 1;
            double left = -bend / slope;
            return bend < 0.3 && slope < 0 && left < 0.1 ? logSd + 1.1 * left : Double.POSITIVE_INFINITY;
        }

        /** Where the valley's tangent is at another level. */
        double meanAt(double other) {
            return mean - byBoth / byMeanTwice * (other - logSd);
        }
    }

    private ReverseFit result() {
        List<StationaryPoint> minima = new ArrayList<>();
        List<StationaryPoint> saddles = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double[] values = new double[found.size()];
        for (int i = 0; i < values.length; i++) {
            Place at = found.get(i);
            values[i] = Divergence.klNats(new Normal(at.mean, at.sd), target);
            if (at.slope > 0) {
                least = Math.min(least, values[i]);
            }
        }
        for (int i = 0; i < values.length; i++) {
            Place at = found.get(i);
            StationaryPoint.Kind kind = at.slope > 0
                    ? values[i] <= least + TIE * Math.max(1, least)
                            ? StationaryPoint.Kind.GLOBAL_MINIMUM
                            : StationaryPoint.Kind.LOCAL_MINIMUM
                    : StationaryPoint.Kind.SADDLE;
            Derivatives derivatives =
                    new Derivatives(values[i], at.byMean, at.rise, at.byMeanTwice, at.byBoth, at.byLogSdTwice);
            insert(
                    kind == StationaryPoint.Kind.SADDLE ? saddles : minima,
                    new StationaryPoint(
                            new Normal(at.mean, at.sd),
                            values[i],
                            kind,
                            derivatives.smallCurvature(),
                            derivatives.largeCurvature()));
        }
        boolean balanced = minima.size() - saddles.size() == 1;
        minima.addAll(saddles);
        return new ReverseFit(minima, balanced && !lost);
    }

    private static void insert(List<StationaryPoint> points, StationaryPoint point) {
        int i = points.size();
        while (i > 0 && isBefore(point.q(), points.get(i - 1).q())) {
            i--;
        }
        points.add(i, point);
    }

    private static boolean isBefore(Normal one, Normal other) {
        double apart = (one.mean() - other.mean()) / Math.max(one.sd(), other.sd());
        return apart < -1e-9 || (apart <= 1e-9 && one.sd() > other.sd());
    }
}
