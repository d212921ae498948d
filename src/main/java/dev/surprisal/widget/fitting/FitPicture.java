package dev.surprisal.widget.fitting;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.widget.Decimals;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Handle;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Mark.Shape;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The curves of both directions, and the planes below them.
 *
 * <p>In the panels a normal is marked at its peak: to drag the peak of q onto a mark is to make q that normal.
 */
final class FitPicture {

    /** Places on the horizontal axis, before those that narrow bells need are added. */
    private static final int PLACES = 120;

    /** A bell is drawn by points so many of its sds apart. */
    private static final double FINE = 0.25;

    private final KlFit.State state;
    private final Descents descents;
    private final Mixture p;
    private final Bell forwardBest;
    private final List<FitSurvey.Point> points;
    private final Axes axes;
    private final Unit unit;

    /** @param points the stationary points of the reverse KL, as far as they are known */
    FitPicture(
            KlFit.State state, KlFit.State begun, Descents descents, Bell forwardBest, List<FitSurvey.Point> points) {
        this.state = state;
        this.descents = descents;
        this.forwardBest = forwardBest;
        this.points = points;
        p = state.target().toMixture();
        unit = state.unit();
        axes = axes(begun);
    }

    /** Room for the target and for q, with ends that do not change at every touch. */
    private static Axes axes(KlFit.State state) {
        Bell start = state.start();
        double left = start.mean() - Math.min(start.sd(), 2);
        double right = start.mean() + Math.min(start.sd(), 2);
        double peak = 0;
        for (Bell bell : state.target().bells()) {
            left = Math.min(left, bell.mean() - 3 * bell.sd());
            right = Math.max(right, bell.mean() + 3 * bell.sd());
            peak = Math.max(peak, KlFit.heightOf(1, bell.sd()));
        }
        double top = Math.max(peak, Math.min(KlFit.heightOf(1, start.sd()), 2 * peak));
        return new Axes(Math.floor(left), Math.ceil(right), 0, Decimals.tidy(Math.ceil(top * 1.1 * 5) / 5));
    }

    Picture.Panels panels() {
        Descent.Step forward = descents.forward().end();
        Descent.Step reverse = descents.reverse().end();
        var ofForward = new ArrayList<Curve>();
        addTarget(ofForward);
        ofForward.add(curve("optimum", Role.FORWARD, Stroke.THIN, forwardBest));
        ofForward.add(curve("*q*", Role.Q, Stroke.MAIN, bell(forward)));
        var ofReverse = new ArrayList<Curve>();
        addTarget(ofReverse);
        boolean named = false;
        for (FitSurvey.Point point : points) {
            if (point.kind() != FitSurvey.Kind.SADDLE) {
                boolean global = point.kind() == FitSurvey.Kind.GLOBAL;
                String label = named ? "" : "optima";
                ofReverse.add(curve(
                        label, Role.REVERSE, global ? Stroke.THIN : Stroke.FAINT, new Bell(point.mean(), point.sd())));
                named = true;
            }
        }
        ofReverse.add(curve("*q*", Role.Q, Stroke.MAIN, bell(reverse)));
        String log = unit.logarithm();
        return new Picture.Panels(
                List.of(
                        new Picture.Panel(
                                Role.FORWARD,
                                ofForward,
                                "p " + log + "(p/q), summed up to the forward KL",
                                integrand(p, normal(forward)),
                                peaks(descents.forward()),
                                List.of(mark(Shape.BEST, Role.FORWARD, forwardBest)),
                                handles(forward),
                                alternative("Forward", forward)),
                        new Picture.Panel(
                                Role.REVERSE,
                                ofReverse,
                                "q " + log + "(q/p), summed up to the reverse KL",
                                integrand(normal(reverse), p),
                                peaks(descents.reverse()),
                                reverseMarks(true),
                                handles(reverse),
                                alternative("Reverse", reverse))),
                axes);
    }

    private static String alternative(String direction, Descent.Step q) {
        return direction + ": the target p and q = " + FitWords.normal(q.mean(), q.sd()) + ".";
    }

    private void addTarget(List<Curve> curves) {
        Modes target = state.target();
        for (int k = 0; k < target.size() && target.size() > 1; k++) {
            Bell bell = target.bell(k);
            curves.add(new Curve("", Role.P, Stroke.FAINT, lineOf(normal(bell), target.weight(k), bell)));
        }
        curves.add(new Curve(
                "*p*", Role.P, Stroke.MAIN, lineOf(p, 1, target.bells().toArray(new Bell[0]))));
    }

    private Curve curve(String label, Role role, Stroke stroke, Bell bell) {
        return new Curve(label, role, stroke, lineOf(normal(bell), 1, bell));
    }

    private Line lineOf(Continuous density, double weight, Bell... bells) {
        double[] xs = places(bells);
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            ys[i] = weight * Elementary.exp(density.logDensity(xs[i]));
        }
        return Line.of(xs, ys);
    }

    /** from ln(from/to), at each place. */
    private Line integrand(Continuous from, Continuous to) {
        var bells = new ArrayList<>(state.target().bells());
        bells.add(bell(descents.forward().end()));
        bells.add(bell(descents.reverse().end()));
        double[] xs = places(bells.toArray(new Bell[0]));
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            double log = from.logDensity(xs[i]);
            ys[i] = unit.of(Elementary.exp(log) * (log - to.logDensity(xs[i])));
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

    private List<Handle> handles(Descent.Step q) {
        var handles = new ArrayList<Handle>();
        Modes target = state.target();
        for (int k = 0; k < target.size(); k++) {
            Bell bell = target.bell(k);
            handles.add(new Handle(
                    "peak-" + k, "m-" + k, Role.P, bell.mean(), KlFit.heightOf(target.weight(k), bell.sd())));
        }
        handles.add(new Handle("q-peak", "q-mean", Role.Q, q.mean(), KlFit.heightOf(1, q.sd())));
        return handles;
    }

    private static Line peaks(Descent descent) {
        double[] xs = new double[descent.path().size()];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = descent.path().get(i).mean();
            ys[i] = KlFit.heightOf(1, descent.path().get(i).sd());
        }
        return thinned(xs, ys);
    }

    /** At most some 200 of the points, the first and the last among them. */
    private static Line thinned(double[] xs, double[] ys) {
        int every = 1 + xs.length / 200;
        int count = (xs.length - 1 + every - 1) / every + 1;
        double[] fewerXs = new double[count];
        double[] fewerYs = new double[count];
        for (int i = 0; i < count; i++) {
            int from = Math.min(i * every, xs.length - 1);
            fewerXs[i] = xs[from];
            fewerYs[i] = ys[from];
        }
        return Line.of(fewerXs, fewerYs);
    }

    private static Mark mark(Shape shape, Role role, Bell bell) {
        return new Mark(shape, role, bell.mean(), KlFit.heightOf(1, bell.sd()));
    }

    /** @param atPeaks in a panel, else in the plane */
    private List<Mark> reverseMarks(boolean atPeaks) {
        var marks = new ArrayList<Mark>();
        for (FitSurvey.Point point : points) {
            Shape shape = switch (point.kind()) {
                case GLOBAL -> Shape.BEST;
                case LOCAL -> Shape.LOCAL;
                case SADDLE -> Shape.SADDLE;
            };
            double y = atPeaks ? KlFit.heightOf(1, point.sd()) : Elementary.log(point.sd());
            marks.add(new Mark(shape, Role.REVERSE, point.mean(), y));
        }
        return marks;
    }

    Picture.Plane forwardPlane(Axes planeAxes) {
        Mark best = new Mark(Shape.BEST, Role.FORWARD, forwardBest.mean(), Elementary.log(forwardBest.sd()));
        return plane("forward", Role.FORWARD, planeAxes, descents.forward(), List.of(best));
    }

    Picture.Plane reversePlane(Axes planeAxes) {
        return plane("reverse", Role.REVERSE, planeAxes, descents.reverse(), reverseMarks(false));
    }

    private Picture.Plane plane(String direction, Role role, Axes planeAxes, Descent descent, List<Mark> optima) {
        double[] xs = new double[descent.path().size()];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = descent.path().get(i).mean();
            ys[i] = Elementary.log(descent.path().get(i).sd());
        }
        var marks = new ArrayList<>(optima);
        if (descent.steps() > 0) {
            marks.add(new Mark(Shape.START, Role.Q, xs[0], ys[0]));
        }
        int last = xs.length - 1;
        String alternative = "The place of q in the relief of the " + direction + " KL: mean " + Figures.place(xs[last])
                + ", standard deviation " + Figures.place(descent.end().sd()) + ".";
        return new Picture.Plane(
                role,
                planeAxes,
                thinned(xs, ys),
                marks,
                List.of(new Handle("place", "q-mean", Role.Q, xs[last], ys[last])),
                alternative);
    }

    private static Bell bell(Descent.Step step) {
        // A descent may leave the limits of the controls; what is drawn need not
        double mean = Math.max(-Bell.FURTHEST, Math.min(Bell.FURTHEST, step.mean()));
        return new Bell(0 + mean, Math.min(Bell.FURTHEST, step.sd()));
    }

    private static Normal normal(Descent.Step step) {
        return new Normal(step.mean(), step.sd());
    }

    private static Normal normal(Bell bell) {
        return new Normal(bell.mean(), bell.sd());
    }
}
