package dev.surprisal.widget.estimation;

import dev.surprisal.math.LogSpace;
import dev.surprisal.math.estimation.DescentTrace;
import dev.surprisal.math.estimation.GradientDescent;
import dev.surprisal.math.estimation.Objective;
import dev.surprisal.math.estimation.SoftmaxRegression;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Latest;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Three classes along a line, fitted by gradient descent with the parameters of all classes free: what is shifted for all of
 * them alike changes no prediction.
 */
public final class SoftmaxDescent extends Calculator {

    private static final int MOST_STEPS = 1000;
    private static final int CLASSES = 3;

    private static final int RATE = 0;
    private static final int STEPS = 1;
    private static final int SHIFT = 2;

    private static final double[] X = {-3, -2, -1.5, -0.5, 0, 0.5, 1, 1.5, 2.5, 3};
    private static final int[] Y = {0, 0, 1, 0, 1, 1, 2, 1, 2, 2};

    private static final Role[] ROLES = {Role.P, Role.Q, Role.POSTERIOR};

    private static final Objective LOSS = SoftmaxRegression.meanNll(X, Y, CLASSES);

    /** The parameters of least loss with those of class 1 at 0. */
    private static final double[] BEST = best();

    private static final List<Preset> PRESETS = List.of(
            Preset.of("start", "From zero", 0.3, 0, 0),
            Preset.of("hundred", "After a hundred steps", 0.3, 100, 0),
            Preset.of("shifted", "All classes shifted alike", 0.3, 100, 5),
            Preset.of("jumping", "Steps that are too large", 5, 30, 0));

    private final Latest<State, DescentTrace> traces = new Latest<>();

    public SoftmaxDescent() {
        super("softmax-descent", "Softmax regression", List.of(), PRESETS);
    }

    private static double[] best() {
        double[] others = SoftmaxRegression.fit(X, Y, CLASSES).found().coefficients();
        return new double[] {0, 0, others[0], others[1], others[2], others[3]};
    }

    @Override
    protected List<Section> sections(State state) {
        Range shift = new Range(-100, 100, Range.Kind.ANY, "Enter a number between −100 and 100.");
        return List.of(
                new Section(
                        "descent",
                        "How it goes on",
                        Role.Q,
                        "",
                        List.of(
                                new Input("rate", "learning rate *η*", Range.positive(0.0001, 100), 0.05, 5, 0.05),
                                new Input("steps", "steps", Range.count(0, MOST_STEPS), 0, 200, 1))),
                new Section(
                        "start",
                        "Where it starts",
                        Role.PRIOR,
                        "",
                        List.of(new Input("shift", "all *a* and *b*", shift, -10, 10, 0.5))));
    }

    @Override
    protected List<Action> actions(State state) {
        boolean further = !further(state, 1).equals(state);
        return List.of(
                new Action("one", "One step", further),
                new Action("ten", "Ten steps", further),
                new Action("run", "Run", further, true),
                new Action("back", "Back to the start", steps(state) > 0));
    }

    @Override
    protected State pressed(State state, String control) {
        return switch (control) {
            case "one" -> further(state, 1);
            case "ten" -> further(state, 10);
            case "run" -> further(state, 1 + steps(state) / 12);
            case "back" -> state.with(STEPS, 0);
            default -> throw noControl(control);
        };
    }

    private State further(State state, int more) {
        return steps(state) < MOST_STEPS && isOpen(latest(state))
                ? state.with(STEPS, Math.min(MOST_STEPS, steps(state) + more))
                : state;
    }

    /** Whether another step would change anything. */
    private static boolean isOpen(DescentTrace trace) {
        return switch (trace.outcome()) {
            case OUT_OF_ITERATIONS -> true;
            case CONVERGED, STALLED, DIVERGED -> false;
        };
    }

    private static int steps(State state) {
        return (int) state.number(STEPS);
    }

    private static DescentTrace trace(State state) {
        var start = new double[2 * CLASSES];
        Arrays.fill(start, state.number(SHIFT));
        return GradientDescent.descend(LOSS, start, state.number(RATE), steps(state));
    }

    private DescentTrace latest(State state) {
        return traces.of(state, SoftmaxDescent::trace);
    }

    @Override
    public List<Quantity> quantities(State state) {
        DescentTrace trace = latest(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("loss", trace.value(trace.steps())));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Fit(latest(state)).result();
    }

    /** Where a descent has come to. */
    private static final class Fit {
        private final DescentTrace trace;
        private final double[] theta;

        Fit(DescentTrace trace) {
            this.trace = trace;
            theta = trace.last();
        }

        private double loss() {
            return trace.value(trace.steps());
        }

        private double[] shares(double[] parameters, double x) {
            var logits = new double[CLASSES];
            for (int k = 0; k < CLASSES; k++) {
                logits[k] = parameters[2 * k] + parameters[2 * k + 1] * x;
            }
            return LogSpace.softmax(logits);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout("*L*", "mean NLL", loss(), "nats", Role.LIKELIHOOD),
                            new Readout("*N* *L*", "summed NLL", X.length * loss(), "nats", Role.LIKELIHOOD)),
                    List.of(
                            new Readout("*a*₂ − *a*₁", "intercept of class 2 beside 1", between(2, 0), "", Role.Q),
                            new Readout("*b*₂ − *b*₁", "slope of class 2 beside 1", between(3, 1), "", Role.Q),
                            new Readout(
                                    "*a*₃ − *a*₁", "intercept of class 3 beside 1", between(4, 0), "", Role.POSTERIOR),
                            new Readout("*b*₃ − *b*₁", "slope of class 3 beside 1", between(5, 1), "", Role.POSTERIOR)),
                    curves(),
                    table(),
                    words(),
                    notes(),
                    "After " + RegressionTrace.counted(trace.steps()) + " the mean NLL is " + Figures.amount(loss())
                            + " nats.",
                    List.of(new Figure("loss", LossCurve.of(trace, Optional.of(LOSS.value(BEST))))),
                    true);
        }

        private double between(int i, int j) {
            return theta[i] - theta[j];
        }

        private Picture curves() {
            var curves = new ArrayList<Curve>();
            var marks = new ArrayList<Mark>();
            for (int k = 0; k < CLASSES; k++) {
                int of = k;
                curves.add(new Curve("", ROLES[of], Stroke.FAINT, Line.of(-4, 4, 81, x -> shares(BEST, x)[of])));
                curves.add(new Curve(
                        "class " + (k + 1), ROLES[k], Stroke.MAIN, Line.of(-4, 4, 81, x -> shares(theta, x)[of])));
            }
            var alternative = new StringBuilder("Probabilities of three classes over x, which add up to 1.");
            for (int i = 0; i < X.length; i++) {
                double given = shares(theta, X[i])[Y[i]];
                marks.add(new Mark(Mark.Shape.BEST, ROLES[Y[i]], X[i], given));
                alternative
                        .append(" At ")
                        .append(Figures.ratio(X[i]))
                        .append(" class ")
                        .append(Y[i] + 1);
                alternative.append(" has ").append(Figures.ratio(given)).append('.');
            }
            return new Picture.Graph(
                    new Axes(-4, 4, -0.05, 1.05), "*x*", curves, marks, List.of(), alternative.toString());
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k < CLASSES; k++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Integer.toString(k + 1)),
                                new Table.Cell.Amount(theta[2 * k]),
                                new Table.Cell.Amount(theta[2 * k + 1]),
                                new Table.Cell.Amount(between(2 * k, 0)),
                                new Table.Cell.Amount(between(2 * k + 1, 1))),
                        false));
            }
            return new Table(
                    "The parameters",
                    List.of(
                            new Table.Column("class", Role.PLAIN),
                            new Table.Column("*a*", Role.PLAIN),
                            new Table.Column("*b*", Role.PLAIN),
                            new Table.Column("*a* − *a*₁", Role.PLAIN),
                            new Table.Column("*b* − *b*₁", Role.PLAIN)),
                    rows,
                    List.of());
        }

        private String words() {
            return "Each point stands at the probability that the model gives its class. "
                    + (trace.steps() == 0
                            ? "Before the first step the mean NLL is " + Figures.amount(loss())
                            : "After " + RegressionTrace.counted(trace.steps()) + " the mean NLL has gone from "
                                    + Figures.amount(trace.value(0)) + " to " + Figures.amount(loss()))
                    + " nats; the least there is, is " + Figures.amount(LOSS.value(BEST)) + ".";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            RegressionTrace.tooLarge(trace).ifPresent(notes::add);
            if (trace.parameters(0)[0] != 0) {
                notes.add("All intercepts and all slopes began at " + Figures.ratio(trace.parameters(0)[0])
                        + " and not at 0. Every loss and every difference between classes is what it was: the data"
                        + " determine differences alone.");
            }
            return notes;
        }
    }
}
