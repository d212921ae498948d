package dev.surprisal.math.fit;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The normals q at which the reverse KL(q||p) is stationary: every minimum and every saddle between them, found without
 * starts.
 *
 * <p>The search walks along the valleys of -ln p as it is blurred by wider and wider normals, {@link ReverseSearch} says why
 * none is missed. The number of minima less the number of saddles must be 1, since KL grows without bound in all directions
 * and has no maximum (Morse theory, Milnor 1963, theorem 5.2): {@link #isCertified} says that it is.
 *
 * @param points minima by ascending mean, then saddles by ascending mean; of two with equal means the wider one first. Means
 *     and sds have errors of 1e-12 of the sd where curvatures are not tiny, KLs of 1e-13
 * @param isCertified whether minima and saddles balance and no valley was lost. Where two points are about to merge
 *     (closer than 1e-6 sds) they may be missing together
 */
public record ReverseFit(List<StationaryPoint> points, boolean isCertified) {

    /** In sds: descents end where slopes are 1e-7, so close to a point whose curvature is above 1e-4. */
    private static final double NEAR = 1e-3;

    public ReverseFit {
        points = List.copyOf(points);
    }

    /**
     * All stationary points of KL(q||p) over normals q. Two modes take about a thousand evaluations of ln p for each.
     *
     * @param p a normal or a mixture of at most 16 normals with sds between 1e-100 and 1e100, none more than 1e9 times the
     *     least, and no two means further apart than that
     */
    public static ReverseFit of(Continuous p) {
        return ReverseSearch.run(p);
    }

    /** The minima by ascending mean. */
    public List<StationaryPoint> minima() {
        List<StationaryPoint> minima = new ArrayList<>();
        for (StationaryPoint point : points) {
            if (point.isMinimum()) {
                minima.add(point);
            }
        }
        return minima;
    }

    /**
     * The minimum nearest to a normal, by the Euclidean distance of (mean, sd): where a descent from close by ends.
     *
     * @param mean a finite number
     * @param sd finite and {@code > 0}
     */
    public StationaryPoint nearestMinimum(double mean, double sd) {
        Normal near = new Normal(mean, sd);
        StationaryPoint nearest = best();
        double least = Double.POSITIVE_INFINITY;
        for (StationaryPoint point : minima()) {
            double means = point.q().mean() - near.mean();
            double sds = point.q().sd() - near.sd();
            double square = means * means + sds * sds;
            if (square < least) {
                least = square;
                nearest = point;
            }
        }
        return nearest;
    }

    /** The point at which a descent has come to rest: with all descents of a grid of starts these are the basins. */
    public Optional<StationaryPoint> findEnd(Descent descent) {
        if (descent.outcome() != Outcome.CONVERGED) {
            return Optional.empty();
        }
        Descent.Step end = descent.end();
        for (StationaryPoint point : points) {
            double near = NEAR * point.q().sd();
            if (Math.abs(point.q().mean() - end.mean()) <= near
                    && Math.abs(point.q().sd() - end.sd()) <= near) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    /** The closest normal: the first of them where several are as close. */
    public StationaryPoint best() {
        for (StationaryPoint point : points) {
            if (point.kind() == StationaryPoint.Kind.GLOBAL_MINIMUM) {
                return point;
            }
        }
        throw new IllegalStateException("no minimum of reverse KL found");
    }
}
