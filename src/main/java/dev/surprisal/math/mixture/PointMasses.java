package dev.surprisal.math.mixture;

import dev.surprisal.math.Elementary;

/**
 * A distribution as masses on points: data, or a density on the points of a quadrature rule, where sums over the points
 * are expectations.
 */
public final class PointMasses {

    private final double[] points;
    private final double[] masses;

    /** Masses {@code >= 0}, one a point; both arrays are kept, not copied. */
    public PointMasses(double[] points, double[] masses) {
        if (points.length != masses.length) {
            throw new IllegalArgumentException(
                    "points and masses must have the same length, got " + points.length + " and " + masses.length);
        }
        this.points = points;
        this.masses = masses;
    }

    /** The masses of p on points that suit functions with the singularities of ln q. */
    public static PointMasses of(NormalMixture p, NormalMixture q) {
        Panels panels = new Panels();
        panels.prepare(Zeros.near(q), p);
        panels.coverAll(p);
        int n = panels.count() * GaussLegendre.POINTS;
        double[] points = new double[n];
        double[] masses = new double[n];
        int next = 0;
        for (int i = 0; i < panels.count(); i++) {
            double half = 0.5 * (panels.end(i) - panels.start(i));
            double middle = panels.start(i) + half;
            for (int j = 0; j < GaussLegendre.POINTS; j++) {
                points[next] = middle + half * GaussLegendre.node(j);
                masses[next] = half * GaussLegendre.weight(j) * Elementary.exp(p.logDensity(points[next]));
                next++;
            }
        }
        return new PointMasses(points, masses);
    }

    public int size() {
        return points.length;
    }

    public double point(int i) {
        return points[i];
    }

    public double mass(int i) {
        return masses[i];
    }
}
