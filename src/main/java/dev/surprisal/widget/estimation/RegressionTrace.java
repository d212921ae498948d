package dev.surprisal.widget.estimation;

import dev.surprisal.math.estimation.DescentTrace;
import dev.surprisal.math.estimation.GradientDescent;
import dev.surprisal.math.estimation.Objective;
import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Contours;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one state of {@link RegressionDescent} shows: the way of the descent, and where it has come to. */
final class RegressionTrace {

    /** The valley's loss is looked up at so many places to the right and upwards. */
    private static final int COLUMNS = 57;

    private static final int ROWS = 41;

    /** Contours are so much above the lowest place. */
    private static final double[] ABOVE = {0.03, 0.1, 0.25, 0.6, 1.5, 4, 10};

    /** What is nearer to 0 is rounding: by symmetry the intercept of the labels is 0. */
    private static final double NEAREST = 1e-12;

    /** Nothing further away is drawn. */
    static final double FURTHEST = 10_000;

    /** Where the slopes of the loss are smaller than this the descent has arrived. */
    private static final double FLAT = 1e-6;

    private final RegressionData data;
    private final Objective objective;
    private final DescentTrace trace;
    private final Optional<double[]> best;

    RegressionTrace(State state) {
        data = RegressionDescent.data(state);
        objective = data.loss();
        double[] start = {state.number(0), state.number(1)};
        trace = GradientDescent.descend(objective, start, state.number(2), RegressionDescent.steps(state));
        best = data.best().map(theta -> new double[] {settled(theta[0]), settled(theta[1])});
    }

    /** Whether another step would change anything. */
    boolean isOpen() {
        return switch (trace.outcome()) {
            case OUT_OF_ITERATIONS -> true;
            case CONVERGED, STALLED, DIVERGED -> false;
        };
    }

    double intercept() {
        return settled(trace.last()[0]);
    }

    double slope() {
        return settled(trace.last()[1]);
    }

    private static double settled(double value) {
        return Math.abs(value) < NEAREST ? 0 : value;
    }

    double loss() {
        return trace.value(trace.steps());
    }

    Outcome result() {
        double[] gradient = objective.gradient(trace.last());
        var readouts = new ArrayList<Readout>();
        readouts.add(new Readout("*a*", "intercept", intercept(), "", Role.Q));
        readouts.add(new Readout("*b*", "slope", slope(), "", Role.Q));
        readouts.add(new Readout("∂*L*/∂*a*", "slope of the loss in a", settled(gradient[0]), "", Role.PLAIN));
        readouts.add(new Readout("∂*L*/∂*b*", "slope of the loss in b", settled(gradient[1]), "", Role.PLAIN));
        var headline = new ArrayList<Readout>();
        headline.add(new Readout("*L*", data.lossName(), loss(), unit(), Role.LIKELIHOOD));
        best.ifPresent(theta -> headline.add(
                new Readout("min *L*", "least loss there is", objective.value(theta), unit(), Role.PLAIN)));
        data.bends().ifPresent(bends -> {
            readouts.add(new Readout("2 / *κ*", "largest stable learning rate", 2 / bends[1], "", Role.PLAIN));
            readouts.add(new Readout(
                    "*κ* / *κ*₀", "bend across the valley over that along it", bends[1] / bends[0], "", Role.PLAIN));
        });
        return new Outcome.Result(
                headline,
                readouts,
                points(),
                table(),
                words(),
                notes(),
                "After " + counted(trace.steps()) + " the loss is " + Figures.amount(loss()) + ".",
                List.of(
                        new Figure("loss", LossCurve.of(trace, best.map(objective::value))),
                        new Figure("valley", valley())),
                true);
    }

    private String unit() {
        return data.output().unit;
    }

    /** What is said of steps that lead upwards; against the slope a step that is small enough leads down. */
    static Optional<String> tooLarge(DescentTrace trace) {
        int rises = trace.rises();
        boolean stopped = switch (trace.outcome()) {
            case DIVERGED -> true;
            case CONVERGED, STALLED, OUT_OF_ITERATIONS -> false;
        };
        if (rises == 0) {
            return stopped
                    ? Optional.of("The steps are too large: the next one has a loss beyond all numbers. The descent was"
                            + " stopped.")
                    : Optional.empty();
        }
        return Optional.of("The steps are too large: " + rises + " of " + counted(trace.steps())
                + " led upwards, across the valley and higher up on the other side."
                + (stopped ? " The descent was stopped." : ""));
    }

    private boolean isFlat() {
        for (double slope : objective.gradient(trace.last())) {
            // Written so that NaN is not flat
            if (!(Math.abs(slope) < FLAT)) {
                return false;
            }
        }
        return true;
    }

    static String counted(int steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }

    private Picture points() {
        var curves = new ArrayList<Curve>();
        Axes axes = data.plane();
        int places = straight() ? 2 : 81;
        best.ifPresent(theta ->
                curves.add(new Curve("best", Role.PLAIN, Stroke.THIN, prediction(axes, places, theta[0], theta[1]))));
        curves.add(new Curve("model", Role.Q, Stroke.MAIN, prediction(axes, places, intercept(), slope())));
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < data.size(); i++) {
            double predicted = data.prediction(intercept(), slope(), data.x(i));
            curves.add(new Curve(
                    "",
                    Role.LIKELIHOOD,
                    Stroke.THIN,
                    Line.between(data.x(i), data.y(i), data.x(i), bounded(predicted))));
            marks.add(new Mark(Mark.Shape.BEST, Role.P, data.x(i), data.y(i)));
        }
        return new Picture.Graph(
                axes,
                "*x*",
                curves,
                marks,
                List.of(),
                data.size() + " points and the fitted " + data.output().curve + " with intercept "
                        + Figures.amount(intercept())
                        + " and slope " + Figures.amount(slope()) + "; each is joined to its prediction.");
    }

    private boolean straight() {
        return switch (data.output()) {
            case MEASURED, ROUGH -> true;
            case LABEL, COUNT -> false;
        };
    }

    private Line prediction(Axes axes, int places, double intercept, double slope) {
        return Line.of(axes.left(), axes.right(), places, x -> bounded(data.prediction(intercept, slope, x)));
    }

    private static double bounded(double value) {
        return Math.max(-FURTHEST, Math.min(FURTHEST, value));
    }

    /** The loss over all intercepts and slopes, with the way down. */
    private Picture valley() {
        Axes axes = data.valley();
        var heights = Contours.of(axes, COLUMNS, ROWS, (a, b) -> objective.value(new double[] {a, b}));
        var curves = new ArrayList<Curve>(heights.above(ABOVE));
        var xs = new double[trace.steps() + 1];
        var ys = new double[xs.length];
        for (int k = 0; k < xs.length; k++) {
            double[] theta = trace.parameters(k);
            xs[k] = bounded(theta[0]);
            ys[k] = bounded(theta[1]);
        }
        curves.add(new Curve("the way down", Role.LIKELIHOOD, Stroke.MAIN, Line.of(xs, ys)));
        var marks = new ArrayList<Mark>();
        best.ifPresent(theta -> marks.add(new Mark(Mark.Shape.LOCAL, Role.PLAIN, theta[0], theta[1])));
        marks.add(new Mark(Mark.Shape.BEST, Role.LIKELIHOOD, bounded(intercept()), bounded(slope())));
        return new Picture.Graph(
                axes,
                "intercept *a* (upwards: slope *b*)",
                curves,
                marks,
                List.of(new Picture.Handle("start", "a", Role.PRIOR, xs[0], ys[0])),
                "Contours of the loss over intercept and slope, with a path from " + place(xs[0], ys[0]) + " to "
                        + place(intercept(), slope())
                        + (best.isPresent() ? "; the least loss is at " + place(best.get()[0], best.get()[1]) : "")
                        + ".");
    }

    private static String place(double a, double b) {
        return "(" + Figures.ratio(a) + ", " + Figures.ratio(b) + ")";
    }

    private Table table() {
        var rows = new ArrayList<Table.Row>();
        for (int step : LossCurve.NAMED) {
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
                        new Table.Column("*b*", Role.Q),
                        new Table.Column("*L*", Role.LIKELIHOOD)),
                rows,
                List.of());
    }

    private Table.Row row(int step, boolean last) {
        double[] theta = trace.parameters(step);
        return new Table.Row(
                List.of(
                        new Table.Cell.Words(Integer.toString(step)),
                        new Table.Cell.Amount(settled(theta[0])),
                        new Table.Cell.Amount(settled(theta[1])),
                        new Table.Cell.Amount(trace.value(step))),
                last);
    }

    private String words() {
        String where = "After " + counted(trace.steps()) + " the intercept is " + Figures.amount(intercept())
                + " and the slope " + Figures.amount(slope()) + "; the loss, " + data.lossName() + ", has gone from "
                + Figures.amount(trace.value(0)) + " to " + Figures.amount(loss()) + ".";
        return best.isPresent()
                ? where + " The least loss is " + Figures.amount(objective.value(best.get())) + ", at intercept "
                        + Figures.amount(best.get()[0]) + " and slope " + Figures.amount(best.get()[1]) + "."
                : where;
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        boolean worse = loss() > trace.value(0);
        // Absolute errors let steps of any size hop to and fro in the end
        if (worse || data.output() != RegressionData.Output.ROUGH) {
            tooLarge(trace).ifPresent(notes::add);
        }
        switch (trace.outcome()) {
            case CONVERGED ->
                notes.add(
                        isFlat()
                                ? "No further step changes anything: the descent has arrived."
                                : "The descent has run so far away that its steps are lost in the rounding. It has not"
                                        + " arrived.");
            case DIVERGED, STALLED, OUT_OF_ITERATIONS -> {}
        }
        if (best.isEmpty()) {
            notes.add(
                    "There is no best slope here. A threshold separates the labels, so every larger slope has a smaller"
                            + " loss, and the loss never reaches 0.");
        }
        switch (data.output()) {
            case MEASURED -> {
                if (loss() < 0.03) {
                    notes.add("Twice the least loss, the mean squared error, is the maximum-likelihood estimate of the"
                            + " variance of the noise.");
                }
            }
            case ROUGH ->
                notes.add(
                        "An absolute error has the same slope near and far, so steps of one size hop to and fro in the"
                                + " end. The best line goes through two of the points; where several lines are best, one of"
                                + " them is marked.");
            case COUNT ->
                notes.add(
                        "The model’s rate is e to the power of *a* + *bx*, so it is positive whatever *a* and *b* are.");
            case LABEL -> {}
        }
        return notes;
    }
}
