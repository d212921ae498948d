package dev.surprisal.math.mixture;

import dev.surprisal.math.Integral;
import dev.surprisal.math.Sum;

/** The Gauss–Legendre rule on each of some panels. */
final class Rule {

    /**
     * What {@link Panels#error} expects to be spoilt is off by less than this factor: it is the leading term of the
     * remainder, zeros beyond the nearest ones and those of higher order add to it.
     */
    private static final double SAFETY = 3;

    /** A panel whose last Legendre coefficients are not below this part of its values does not show a smooth function. */
    private static final double ROUGH = 0.05;

    /** Rough panels that add less than this to the integral are left alone. */
    private static final double NOTHING = 1e-14;

    private static final int MOST_HALVINGS = 30;

    @FunctionalInterface
    interface Integrand {
        double at(double x);
    }

    private final Integrand f;
    private final Panels panels;
    private final double[] values = new double[GaussLegendre.POINTS];
    private final Sum sum = new Sum();
    private double sizes;
    private double error;
    private int evaluations;

    private Rule(Integrand f, Panels panels) {
        this.f = f;
        this.panels = panels;
    }

    /**
     * The integral of f over the panels.
     *
     * @param rounding the relative error of f's values
     */
    static Integral of(Integrand f, Panels panels, double rounding) {
        Rule rule = new Rule(f, panels);
        for (int i = 0; i < panels.count(); i++) {
            rule.add(panels.start(i), panels.end(i), 0);
        }
        return new Integral(rule.sum.value(), rule.error + rounding * rule.sizes, rule.evaluations);
    }

    private void add(double start, double end, int halvings) {
        double half = 0.5 * (end - start);
        double middle = start + half;
        double largest = 0;
        for (int i = 0; i < GaussLegendre.POINTS; i++) {
            values[i] = f.at(middle + half * GaussLegendre.node(i));
            largest = Math.max(largest, Math.abs(values[i]));
        }
        evaluations += GaussLegendre.POINTS;
        if (isRough(values, half, largest, halvings)) {
            add(start, middle, halvings + 1);
            add(middle, end, halvings + 1);
            return;
        }
        for (int i = 0; i < GaussLegendre.POINTS; i++) {
            double term = half * GaussLegendre.weight(i) * values[i];
            sum.add(term);
            sizes += Math.abs(term);
        }
        error += SAFETY * panels.error(start, end);
    }

    /**
     * Whether a panel should be halved, for a zero that is not where {@link Zeros} takes it to be.
     *
     * @param values at the points of the rule
     * @param half half the panel's width
     * @param largest the largest size of the values
     * @param halvings how often it has been halved already
     */
    static boolean isRough(double[] values, double half, double largest, int halvings) {
        double last = GaussLegendre.lastCoefficient(values);
        return last > ROUGH * largest && half * last > NOTHING && halvings < MOST_HALVINGS;
    }
}
