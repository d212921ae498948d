package dev.surprisal.widget.fitting;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.fit.Landscape;
import dev.surprisal.math.fit.ReverseFit;
import dev.surprisal.math.fit.StationaryPoint;
import dev.surprisal.widget.Contours;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** What is minimised, over the plane of (mean, ln sd): for both directions some two thousand KLs for a target. */
final class FitReliefs {

    /** Crossings of the grid on which a relief is computed. */
    private static final int COLUMNS = 40;

    private static final int ROWS = 26;

    /** Contours are so many nats above the lowest place. */
    private static final double[] ABOVE = {0.02, 0.1, 0.25, 0.5, 0.9, 1.5, 2.5, 4, 7, 12, 20, 40, 80};

    private static final String OVER = " KL over the mean and the standard deviation of q: ";

    private FitReliefs() {}

    static List<Figure> of(Modes target, View view) {
        Mixture p = target.toMixture();
        Axes axes = axes(target);
        Figure forward = new Figure(
                "relief-forward",
                relief(
                        "The forward KL over all *q*: its mean to the right, its σ upwards. The stronger the colour, the lower; one hollow.",
                        "Relief of the forward" + OVER + "one hollow.",
                        Role.FORWARD,
                        axes,
                        valuesOf(Landscape.forward(p)),
                        List.of()));
        return List.of(
                forward,
                new Figure(
                        "relief-reverse",
                        view instanceof View.Sample drawn ? ofSample(p, drawn, axes) : ofReverse(p, axes)));
    }

    private static Picture.Relief ofReverse(Mixture p, Axes axes) {
        var passes = new ArrayList<Double>();
        int hollows = 0;
        for (StationaryPoint point : ReverseFit.of(p).points()) {
            if (point.isMinimum()) {
                hollows++;
            } else {
                passes.add(point.klNats());
            }
        }
        return relief(
                "The reverse KL: ● its least value, ○ other hollows, × the saddles between them, whose height is the dashed"
                        + " contour.",
                "Relief of the reverse" + OVER + hollows + (hollows == 1 ? " hollow." : " hollows."),
                Role.REVERSE,
                axes,
                valuesOf(Landscape.reverse(p)),
                passes);
    }

    private static Picture.Relief ofSample(Mixture p, View.Sample drawn, Axes axes) {
        var sample = new FitSample(p, drawn);
        return relief(
                "The likelihood of the sample over all *q*: the stronger the colour, the likelier. ● is maximum likelihood, and there the forward"
                        + " KL that the sample estimates is least.",
                "Relief of the likelihood of " + sample.size()
                        + " points over the mean and the standard deviation of q.",
                Role.LIKELIHOOD,
                axes,
                sample::meanNll,
                List.of());
    }

    private static DoubleBinaryOperator valuesOf(Landscape landscape) {
        return (mean, sd) -> landscape.at(mean, sd).value();
    }

    private static Picture.Relief relief(
            String caption,
            String alternative,
            Role role,
            Axes axes,
            DoubleBinaryOperator height,
            List<Double> passes) {
        var values = new double[COLUMNS * ROWS];
        double lowest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < ROWS; j++) {
            double sd = Elementary.exp(axes.bottom() + (axes.top() - axes.bottom()) * j / (ROWS - 1));
            for (int i = 0; i < COLUMNS; i++) {
                double mean = axes.left() + (axes.right() - axes.left()) * i / (COLUMNS - 1);
                double value = height.applyAsDouble(mean, sd);
                values[j * COLUMNS + i] = value;
                lowest = Math.min(lowest, value);
            }
        }
        var contours = new Contours(axes, COLUMNS, values);
        var drawn = new ArrayList<Picture.Contour>();
        for (int k = ABOVE.length - 1; k >= 0; k--) {
            double level = lowest + ABOVE[k];
            drawn.add(new Picture.Contour(level, false, contours.below(level)));
        }
        for (double pass : passes) {
            drawn.add(new Picture.Contour(pass, true, contours.below(pass)));
        }
        return new Picture.Relief(caption, role, axes, drawn, alternative);
    }

    /** What the plane for a target shows: every optimum with some room around it, whatever q is. */
    static Axes axes(Modes target) {
        double left = Bell.FURTHEST;
        double right = -Bell.FURTHEST;
        for (Bell bell : target.bells()) {
            left = Math.min(left, bell.mean() - 2.5 * bell.sd());
            right = Math.max(right, bell.mean() + 2.5 * bell.sd());
        }
        double widest = Math.sqrt(target.toMixture().variance());
        return new Axes(
                Math.max(-Bell.FURTHEST, Math.floor(left)),
                Math.min(Bell.FURTHEST, Math.ceil(right)),
                Elementary.log(Math.max(KlFit.LEAST_SD, 0.4 * target.narrowest())),
                Elementary.log(Math.min(Bell.FURTHEST, 2.5 * widest)));
    }
}
