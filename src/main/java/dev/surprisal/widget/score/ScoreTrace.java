package dev.surprisal.widget.score;

import dev.surprisal.math.estimation.DescentTrace;
import dev.surprisal.math.estimation.GradientDescent;
import dev.surprisal.math.estimation.Objective;
import dev.surprisal.math.score.ScoreMatching;
import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Handle;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** What one state of {@link ScoreDescent} shows: the way of the descent, and where it has come to. */
final class ScoreTrace {

    private static final int POINTS = 81;

    /** Nothing further away is drawn. */
    private static final double FURTHEST = 1e6;

    /** Steps that the table names, as far as they were made. */
    private static final int[] NAMED = {0, 1, 2, 3, 5, 10, 20, 50, 100};

    /** What is nearer to 0 is rounding. */
    private static final double NEAREST = 1e-12;

    private final Loss loss;
    private final DescentTrace trace;

    ScoreTrace(State state) {
        loss = new Loss(
                state.words().getFirst(), state.number(ScoreDescent.VARIANCE), state.number(ScoreDescent.NOISE));
        trace = GradientDescent.descend(
                loss, new double[] {state.number(ScoreDescent.START)}, state.number(ScoreDescent.RATE), (int)
                        state.number(ScoreDescent.STEPS));
    }

    /** One of the three losses, over the slope of the line. */
    private record Loss(String kind, double variance, double noise) implements Objective {
        @Override
        public double value(double[] parameters) {
            return at(parameters[0]);
        }

        double at(double a) {
            double value = switch (kind) {
                case ScoreDescent.EXPLICIT -> ScoreMatching.explicitLossOfLinear(a, variance);
                case ScoreDescent.MATCHING -> ScoreMatching.hyvarinenLossOfLinear(a, variance);
                default -> ScoreMatching.denoisingLossOfLinear(a, variance, noise);
            };
            return settled(value);
        }

        /** The explicit loss and that of score matching differ by a constant, so they have the same slope. */
        @Override
        public double[] gradient(double[] parameters) {
            double a = parameters[0];
            return new double[] {denoises() ? 2 * (a * (variance + noise * noise) - 1) : a * variance - 1};
        }

        boolean denoises() {
            return kind.equals(ScoreDescent.DENOISING);
        }

        double best() {
            return denoises() ? noisySlope() : cleanSlope();
        }

        double least() {
            return at(best());
        }

        double cleanSlope() {
            return ScoreMatching.bestSlope(variance);
        }

        double noisySlope() {
            return ScoreMatching.bestDenoisingSlope(variance, noise);
        }

        /** The loss of another kind on the same data. */
        double of(String other, double a) {
            return new Loss(other, variance, noise).at(a);
        }

        String label() {
            return switch (kind) {
                case ScoreDescent.EXPLICIT -> "explicit loss";
                case ScoreDescent.MATCHING -> "score-matching loss";
                default -> "denoising loss";
            };
        }
    }

    private static double settled(double value) {
        return Math.abs(value) < NEAREST ? 0 : value;
    }

    boolean isOpen() {
        return switch (trace.outcome()) {
            case OUT_OF_ITERATIONS -> true;
            case CONVERGED, STALLED, DIVERGED -> false;
        };
    }

    double slope() {
        return settled(trace.last()[0]);
    }

    double value() {
        return trace.value(trace.steps());
    }

    Outcome result() {
        return new Outcome.Result(
                List.of(
                        new Readout("*L*(*a*)", loss.label(), value(), "", Role.LIKELIHOOD),
                        new Readout("min *L*", "least loss of any slope", loss.least(), "", Role.PLAIN)),
                List.of(
                        new Readout("*a*", "slope of the model", slope(), "", Role.Q),
                        new Readout("best *a*", "where the loss is least", loss.best(), "", Role.PLAIN),
                        new Readout("1/*v*", "score of the clean data", loss.cleanSlope(), "", Role.P),
                        new Readout(
                                "1/(*v* + *σ*²)", "score of the noisy data", loss.noisySlope(), "", Role.POSTERIOR)),
                parabola(),
                table(),
                words(),
                notes(),
                "Slope " + Figures.amount(slope()) + ", loss " + Figures.amount(value()) + ".",
                List.of(new Figure("losses", losses()), new Figure("lines", lines())),
                true);
    }

    private static double bounded(double value) {
        return Math.max(-FURTHEST, Math.min(FURTHEST, value));
    }

    /** The loss over the slope, with the way down. */
    private Picture parabola() {
        double left = Math.min(-0.5, loss.best() - 1);
        double right = Math.max(2, loss.best() + 1);
        for (int k = 0; k <= trace.steps(); k++) {
            left = Math.min(left, Math.max(loss.best() - 10, trace.parameters(k)[0]));
            right = Math.max(right, Math.min(loss.best() + 10, trace.parameters(k)[0]));
        }
        double top = Math.max(loss.at(left), loss.at(right));
        double bottom = Math.min(0, loss.least());
        double room = 0.08 * (top - bottom);
        var xs = new double[trace.steps() + 1];
        var ys = new double[xs.length];
        for (int k = 0; k < xs.length; k++) {
            xs[k] = bounded(trace.parameters(k)[0]);
            ys[k] = bounded(trace.value(k));
        }
        return new Picture.Graph(
                new Axes(left, right, bottom - (bottom < 0 ? room : 0), top + room),
                "*a* (upwards: loss)",
                List.of(
                        new Curve(
                                "least",
                                Role.PLAIN,
                                Stroke.THIN,
                                Line.between(left, loss.least(), right, loss.least())),
                        new Curve("loss", Role.LIKELIHOOD, Stroke.MAIN, Line.of(left, right, POINTS, loss::at)),
                        new Curve("", Role.Q, Stroke.THIN, Line.of(xs, ys))),
                List.of(
                        new Mark(Mark.Shape.START, Role.PRIOR, xs[0], ys[0]),
                        new Mark(Mark.Shape.LOCAL, Role.PLAIN, loss.best(), loss.least())),
                List.of(new Handle("slope", "a", Role.Q, xs[xs.length - 1], ys[ys.length - 1])),
                "The " + loss.label() + " over the slope a: a parabola with its least value "
                        + Figures.amount(loss.least()) + " at " + Figures.amount(loss.best()) + ". The model stands at "
                        + Figures.amount(slope()) + ".");
    }

    /** The loss after each step. */
    private Picture losses() {
        int steps = trace.steps();
        var xs = new double[steps + 1];
        var ys = new double[steps + 1];
        double highest = Math.max(0, loss.least());
        double lowest = Math.min(0, loss.least());
        for (int k = 0; k <= steps; k++) {
            xs[k] = k;
            ys[k] = bounded(trace.value(k));
            highest = Math.max(highest, ys[k]);
            lowest = Math.min(lowest, ys[k]);
        }
        double room = highest == lowest ? 1 : 0.08 * (highest - lowest);
        double last = Math.max(10, steps);
        return new Picture.Graph(
                new Axes(0, last, lowest < 0 ? lowest - room : 0, highest + room),
                "step (upwards: loss)",
                List.of(
                        new Curve("least", Role.PLAIN, Stroke.THIN, Line.between(0, loss.least(), last, loss.least())),
                        new Curve("loss", Role.LIKELIHOOD, Stroke.MAIN, Line.of(xs, ys))),
                List.of(new Mark(Mark.Shape.BEST, Role.LIKELIHOOD, steps, ys[steps])),
                List.of(),
                "The loss after each step, from " + Figures.amount(trace.value(0)) + " to " + Figures.amount(value())
                        + "; no slope gets below " + Figures.amount(loss.least()) + ".");
    }

    /** The model beside the two true scores. */
    private Picture lines() {
        double clean = loss.cleanSlope();
        double noisy = loss.noisySlope();
        double reach = 2 / Math.sqrt(noisy);
        double top = 1.2 * reach * Math.max(noisy, Math.min(clean, 3 * noisy));
        return new Picture.Graph(
                new Axes(-reach, reach, -top, top),
                "*x* (upwards: score)",
                List.of(
                        line("clean", Role.P, Stroke.THIN, clean, reach),
                        line("noisy", Role.POSTERIOR, Stroke.THIN, noisy, reach),
                        line("model", Role.Q, Stroke.MAIN, bounded(slope()), reach)),
                List.of(),
                List.of(),
                "Three lines through 0: the score of the clean data with slope minus " + Figures.amount(clean)
                        + ", that of the noisy data with slope minus " + Figures.amount(noisy)
                        + ", and the model with slope minus (" + Figures.amount(slope()) + ").");
    }

    private static Curve line(String label, Role role, Stroke stroke, double a, double reach) {
        return new Curve(label, role, stroke, Line.between(-reach, a * reach, reach, -a * reach));
    }

    private Table table() {
        var rows = new ArrayList<Table.Row>();
        for (int step : NAMED) {
            if (step < trace.steps()) {
                rows.add(row(step, false));
            }
        }
        rows.add(row(trace.steps(), true));
        return new Table(
                "Step by step",
                List.of(
                        new Table.Column("step", Role.PLAIN),
                        new Table.Column("*a*", Role.Q),
                        new Table.Column("explicit", Role.PLAIN),
                        new Table.Column("matching", Role.PLAIN),
                        new Table.Column("denoising", Role.PLAIN)),
                rows,
                List.of());
    }

    private Table.Row row(int step, boolean last) {
        double a = 0 + trace.parameters(step)[0];
        return new Table.Row(
                List.of(
                        new Table.Cell.Words(Integer.toString(step)),
                        new Table.Cell.Amount(a),
                        new Table.Cell.Amount(loss.of(ScoreDescent.EXPLICIT, a)),
                        new Table.Cell.Amount(loss.of(ScoreDescent.MATCHING, a)),
                        new Table.Cell.Amount(loss.of(ScoreDescent.DENOISING, a))),
                last);
    }

    private String words() {
        int steps = trace.steps();
        return "After " + (steps == 1 ? "1 step" : steps + " steps") + " the model is *s*(*x*) = −*a* *x* with *a* = "
                + Figures.amount(slope()) + ", and the " + loss.label() + " is " + Figures.amount(value())
                + ". The least one is " + Figures.amount(loss.least()) + ", at *a* = " + Figures.amount(loss.best())
                + ", the score of the "
                + (loss.denoises() ? "noisy" : "clean") + " data.";
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        switch (trace.outcome()) {
            case DIVERGED ->
                notes.add("The steps are too large: each one jumps across the valley and lands higher on the other"
                        + " side. The descent was stopped.");
            case CONVERGED -> notes.add("No further step changes anything: the descent has arrived.");
            case STALLED, OUT_OF_ITERATIONS -> {}
        }
        switch (loss.kind()) {
            case ScoreDescent.EXPLICIT ->
                notes.add("This loss can be 0, and needs to know the score that is to be learned.");
            case ScoreDescent.MATCHING ->
                notes.add(
                        "This loss needs no score. It is the explicit one less 1/(2*v*), so its least value is below 0.");
            default ->
                notes.add(
                        "The floor of this loss is not 0: from a noisy value nobody can tell the noise that is in it.");
        }
        return notes;
    }
}
