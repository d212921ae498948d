package dev.surprisal.widget.fitting;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.widget.Decimals;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Handle;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The axes that suit a target, and the curves of densities on them. */
final class TargetCurves {

    /** Places on the horizontal axis, before those that narrow bells need are added. */
    private static final int PLACES = 120;

    /** A bell is drawn by points so many of its sds apart. */
    private static final double FINE = 0.25;

    private final Modes target;
    private final Mixture p;
    private final Axes axes;
    private final List<Curve> ofTarget = new ArrayList<>();

    /** @param begun the state that decides on the axes */
    TargetCurves(Modes target, Mixture p, KlFit.State begun) {
        this.target = target;
        this.p = p;
        axes = axes(begun);
    }

    /** Room for the target and for the q that can be moved, with ends that do not change at every touch. */
    private static Axes axes(KlFit.State state) {
        double left = Bell.FURTHEST;
        double right = -Bell.FURTHEST;
        double peak = 0;
        for (Bell bell : state.target().bells()) {
            left = Math.min(left, bell.mean() - 3 * bell.sd());
            right = Math.max(right, bell.mean() + 3 * bell.sd());
            peak = Math.max(peak, KlFit.heightOf(1, bell.sd()));
        }
        double top = peak;
        if (!(state.view() instanceof View.Between)) {
            Bell start = state.start();
            left = Math.min(left, start.mean() - Math.min(start.sd(), 2));
            right = Math.max(right, start.mean() + Math.min(start.sd(), 2));
            top = Math.max(peak, Math.min(KlFit.heightOf(1, start.sd()), 2 * peak));
        }
        return new Axes(Math.floor(left), Math.ceil(right), 0, Decimals.tidy(Math.ceil(top * 1.1 * 5) / 5));
    }

    Axes axes() {
        return axes;
    }

    /** p, and below it its components where there are several. */
    void addTarget(List<Curve> curves) {
        if (ofTarget.isEmpty()) {
            drawTarget();
        }
        curves.addAll(ofTarget);
    }

    private void drawTarget() {
        for (int k = 0; k < target.size() && target.size() > 1; k++) {
            Bell bell = target.bell(k);
            ofTarget.add(new Curve("", Role.P, Stroke.FAINT, lineOf(normal(bell), target.weight(k), bell)));
        }
        ofTarget.add(new Curve(
                "*p*", Role.P, Stroke.MAIN, lineOf(p, 1, target.bells().toArray(new Bell[0]))));
    }

    Curve curve(String label, Role role, Stroke stroke, Bell bell) {
        return new Curve(label, role, stroke, lineOf(normal(bell), 1, bell));
    }

    private Line lineOf(Continuous density, double weight, Bell... bells) {
        return over(places(bells), x -> weight * Elementary.exp(density.logDensity(x)));
    }

    /** A function of p and some more bells. */
    Line over(Bell[] more, DoubleUnaryOperator function) {
        var bells = new ArrayList<>(target.bells());
        bells.addAll(List.of(more));
        return over(places(bells.toArray(new Bell[0])), function);
    }

    private static Line over(double[] xs, DoubleUnaryOperator function) {
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            ys[i] = function.applyAsDouble(xs[i]);
        }
        return Line.of(xs, ys);
    }

    /** Evenly over the axis, and closer together where a bell is narrow. */
    private double[] places(Bell... bells) {
        double apart = (axes.right() - axes.left()) / PLACES;
        int count = PLACES + 1;
        for (Bell bell : bells) {
            count += isNarrow(bell, apart) ? 33 : 0;
        }
        double[] places = new double[count];
        int next = 0;
        for (int i = 0; i <= PLACES; i++) {
            places[next++] = axes.left() + i * apart;
        }
        for (Bell bell : bells) {
            for (int i = -16; i <= 16 && isNarrow(bell, apart); i++) {
                double x = bell.mean() + i * FINE * bell.sd();
                places[next++] = Math.max(axes.left(), Math.min(axes.right(), x));
            }
        }
        Arrays.sort(places);
        return places;
    }

    private static boolean isNarrow(Bell bell, double apart) {
        return bell.sd() * 2 * FINE < apart;
    }

    /** The peaks of the components. */
    List<Handle> handles() {
        var handles = new ArrayList<Handle>();
        for (int k = 0; k < target.size(); k++) {
            Bell bell = target.bell(k);
            handles.add(new Handle(
                    "peak-" + k, "m-" + k, Role.P, bell.mean(), KlFit.heightOf(target.weight(k), bell.sd())));
        }
        return handles;
    }

    /** What is drawn of a fit, which may be outside the limits of the controls. */
    static Bell bell(double mean, double sd) {
        double within = Math.max(-Bell.FURTHEST, Math.min(Bell.FURTHEST, mean));
        return new Bell(0 + within, Math.min(Bell.FURTHEST, sd));
    }

    private static Normal normal(Bell bell) {
        return new Normal(bell.mean(), bell.sd());
    }
}
