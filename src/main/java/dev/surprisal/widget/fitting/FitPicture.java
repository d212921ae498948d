package dev.surprisal.widget.fitting;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.Descent;
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
import java.util.List;

/**
 * The curves of both directions, and the planes below them.
 *
 * <p>In the panels a normal is marked at its peak: to drag the peak of q onto a mark is to make q that normal.
 */
final class FitPicture {

    private final Descents descents;
    private final Mixture p;
    private final Bell forwardBest;
    private final List<FitSurvey.Point> points;
    private final TargetCurves curves;
    private final Unit unit;

    FitPicture(Scene scene, Descents descents) {
        this.descents = descents;
        forwardBest = scene.forwardBest();
        points = scene.points();
        p = scene.p();
        unit = scene.unit();
        curves = scene.curves();
    }

    Picture.Panels panels() {
        Descent.Step forward = descents.forward().end();
        Descent.Step reverse = descents.reverse().end();
        var ofForward = new ArrayList<Curve>();
        curves.addTarget(ofForward);
        ofForward.add(curves.curve("optimum", Role.FORWARD, Stroke.THIN, forwardBest));
        ofForward.add(curves.curve("*q*", Role.Q, Stroke.MAIN, bell(forward)));
        var ofReverse = new ArrayList<Curve>();
        curves.addTarget(ofReverse);
        boolean named = false;
        for (FitSurvey.Point point : points) {
            if (point.kind() != FitSurvey.Kind.SADDLE) {
                boolean global = point.kind() == FitSurvey.Kind.GLOBAL;
                String label = named ? "" : "optima";
                ofReverse.add(curves.curve(
                        label, Role.REVERSE, global ? Stroke.THIN : Stroke.FAINT, new Bell(point.mean(), point.sd())));
                named = true;
            }
        }
        ofReverse.add(curves.curve("*q*", Role.Q, Stroke.MAIN, bell(reverse)));
        String log = unit.logarithm();
        return new Picture.Panels(
                List.of(
                        new Picture.Panel(
                                Role.FORWARD,
                                ofForward,
                                "p " + log + "(p/q), summed up to the forward KL",
                                integrand(p, normal(forward)),
                                peaks(descents.forward()),
                                List.of(FitMarks.atPeak(
                                        Shape.BEST, Role.FORWARD, forwardBest.mean(), forwardBest.sd())),
                                handles(forward),
                                alternative("Forward", forward)),
                        new Picture.Panel(
                                Role.REVERSE,
                                ofReverse,
                                "q " + log + "(q/p), summed up to the reverse KL",
                                integrand(normal(reverse), p),
                                peaks(descents.reverse()),
                                FitMarks.atPeaks(points),
                                handles(reverse),
                                alternative("Reverse", reverse))),
                curves.axes());
    }

    /** from ln(from/to), at each place. */
    private Line integrand(Continuous from, Continuous to) {
        Bell[] ends = {bell(descents.forward().end()), bell(descents.reverse().end())};
        return curves.over(ends, x -> {
            double log = from.logDensity(x);
            return unit.of(Elementary.exp(log) * (log - to.logDensity(x)));
        });
    }

    private static String alternative(String direction, Descent.Step q) {
        return direction + ": the target p and q = " + FitWords.normal(q.mean(), q.sd()) + ".";
    }

    private List<Handle> handles(Descent.Step q) {
        return with(curves.handles(), new Handle("q-peak", "q-mean", Role.Q, q.mean(), KlFit.heightOf(1, q.sd())));
    }

    private static List<Handle> with(List<Handle> handles, Handle one) {
        var all = new ArrayList<>(handles);
        all.add(one);
        return all;
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

    Picture.Plane forwardPlane(Axes planeAxes) {
        Mark best = FitMarks.inPlane(Shape.BEST, Role.FORWARD, forwardBest.mean(), forwardBest.sd());
        return plane("forward", Role.FORWARD, planeAxes, descents.forward(), List.of(best));
    }

    Picture.Plane reversePlane(Axes planeAxes) {
        return plane("reverse", Role.REVERSE, planeAxes, descents.reverse(), FitMarks.inPlane(points));
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
        return TargetCurves.bell(step.mean(), step.sd());
    }

    private static Normal normal(Descent.Step step) {
        return new Normal(step.mean(), step.sd());
    }
}
