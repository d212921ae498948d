package dev.surprisal.widget.estimation;

import dev.surprisal.math.estimation.DescentTrace;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The loss of a descent after each step. */
final class LossCurve {

    /** Steps that tables name, as far as they were made. */
    static final int[] NAMED = {0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000};

    private LossCurve() {}

    /** @param least the loss that is marked as the least there is */
    static Picture of(DescentTrace trace, Optional<Double> least) {
        int steps = trace.steps();
        var xs = new double[steps + 1];
        var ys = new double[steps + 1];
        double highest = 0;
        double lowest = 0;
        for (int k = 0; k <= steps; k++) {
            xs[k] = k;
            ys[k] = Math.min(RegressionTrace.FURTHEST, trace.value(k));
            highest = Math.max(highest, ys[k]);
            lowest = Math.min(lowest, ys[k]);
        }
        double last = Math.max(10, steps);
        var curves = new ArrayList<Curve>();
        if (least.isPresent()) {
            double level = least.get();
            lowest = Math.min(lowest, level);
            curves.add(new Curve("least", Role.PLAIN, Stroke.THIN, Line.between(0, level, last, level)));
        }
        curves.add(new Curve("loss", Role.LIKELIHOOD, Stroke.MAIN, Line.of(xs, ys)));
        double top = highest == lowest ? lowest + 1 : highest + 0.05 * (highest - lowest);
        return new Picture.Graph(
                new Axes(0, last, lowest, top),
                "step",
                curves,
                List.of(new Mark(Mark.Shape.BEST, Role.LIKELIHOOD, steps, ys[steps])),
                List.of(),
                "The loss after each step, from " + Figures.amount(trace.value(0)) + " to "
                        + Figures.amount(trace.value(steps)) + ".");
    }
}
