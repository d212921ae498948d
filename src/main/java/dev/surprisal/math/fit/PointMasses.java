package dev.surprisal.math.fit;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.mixture.ComplexZeros;
import dev.surprisal.math.mixture.NormalMixture;
import dev.surprisal.math.mixture.NormalPanels;

/**
 * A distribution as masses on points: data, or a density on the points of a quadrature rule, where sums over the points
 * are expectations.
 */
final class PointMasses {

    private final double[] points;
    private final double[] masses;

    /** Masses {@code >= 0}, one a point; both arrays are kept, not copied. */
    PointMasses(double[] points, double[] masses) {
        if (points.length != masses.length) {
            throw new IllegalArgumentException(
                    "points and masses must have the same length, got " + points.length + " and " + masses.length);
        }
        this.points = points;
        this.masses = masses;
    }

    /** The masses of p on points that suit functions with the singularities of ln q. */
    static PointMasses of(NormalMixture p, NormalMixture q) {
        double origin = p.mean();
        NormalMixture shifted = p.from(origin);
        NormalPanels panels = NormalPanels.over(shifted, ComplexZeros.of(q.from(origin)));
        int n = panels.count() * NormalPanels.ORDER;
        double[] points = new double[n];
        double[] masses = new double[n];
        int next = 0;
        for (int i = 0; i < panels.count(); i++) {
            double half = 0.5 * (panels.start(i + 1) - panels.start(i));
            double middle = panels.start(i) + half;
            for (int j = 0; j < NormalPanels.ORDER; j++) {
                double offset = half * NormalPanels.point(j);
                points[next] = origin + (middle + offset);
                masses[next] = half * NormalPanels.weight(j) * Elementary.exp(shifted.logDensity(middle, offset));
                next++;
            }
        }
        return new PointMasses(points, masses);
    }

    int size() {
        return points.length;
    }

    double point(int i) {
        return points[i];
    }

    double mass(int i) {
        return masses[i];
    }
}
