package dev.surprisal.widget.estimation;

import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * A line, a logistic curve or a rate of counts that rolls downhill: gradient descent from a start, step by step, with the loss
 * falling.
 */
public final class RegressionDescent extends Calculator {

    static final int MOST_STEPS = 1000;

    private static final String LINE = "line";
    private static final String CENTRED = "centred";
    private static final String ROUGH = "absolute";
    private static final String LABELS = "labels";
    private static final String SEPARATED = "separated";
    private static final String PENALISED = "penalised";
    private static final String COUNTS = "counts";

    private static final int A = 0;
    private static final int B = 1;
    private static final int STEPS = 3;
    private static final int LAMBDA = 4;

    /** The mean of x of the measurements. */
    private static final double CENTRE = 3.5;

    private static final WordChoice DATA = new WordChoice(
            "data",
            "Data",
            Choice.Style.MENU,
            List.of(
                    new Option(LINE, "Six measurements, a line"),
                    new Option(CENTRED, "The same, x from its mean"),
                    new Option(ROUGH, "The same, Laplace noise"),
                    new Option(LABELS, "Eight labels, a sigmoid"),
                    new Option(SEPARATED, "Four labels that a point separates"),
                    new Option(PENALISED, "The same with a penalty"),
                    new Option(COUNTS, "Four counts, a rate")));

    private static final List<Preset> PRESETS = List.of(
            new Preset("careful", "A careful start", State.of(LINE, 0, 0, 0.05, 0)),
            new Preset("creeping", "Along the flat of the valley", State.of(LINE, 0, 0, 0.05, 150)),
            new Preset("jumping", "Steps that are too large", State.of(LINE, 0, 0, 0.126, 12)),
            new Preset("round", "The round valley of a centred x", State.of(CENTRED, 0, 0, 0.3, 0)),
            new Preset("absolute", "Absolute errors", State.of(ROUGH, 0, 0, 0.05, 0)),
            new Preset("overlap", "Labels that overlap", State.of(LABELS, 0, 0, 0.5, 0)),
            new Preset("endless", "Labels without a best slope", State.of(SEPARATED, 0, 0, 1, 0)),
            new Preset("penalty", "A penalty gives them one", State.of(PENALISED, 0, 0, 1, 0, 0.1)),
            new Preset("counts", "Counts that grow", State.of(COUNTS, 0, 0, 0.02, 0)));

    private static final Range COEFFICIENT =
            new Range(-100, 100, Range.Kind.ANY, "Enter a number between −100 and 100.");

    public RegressionDescent() {
        super("regression-descent", "Gradient descent", List.of(DATA), PRESETS);
    }

    static RegressionData data(State state) {
        return switch (state.words().getFirst()) {
            case CENTRED -> RegressionData.CENTRED;
            case ROUGH -> RegressionData.ROUGH;
            case LABELS -> RegressionData.LABELS;
            case SEPARATED -> RegressionData.SEPARATED;
            case PENALISED -> RegressionData.penalised(state.number(LAMBDA));
            case COUNTS -> RegressionData.COUNTS;
            default -> RegressionData.MEASUREMENTS;
        };
    }

    @Override
    protected List<Section> sections(State state) {
        // The text of a state may lack the penalty, and is refused only when the fields are known
        boolean penalised = state.words().getFirst().equals(PENALISED);
        RegressionData data = penalised ? RegressionData.SEPARATED : data(state);
        Axes valley = data.valley();
        double rate = data.output().rateStep;
        // A round valley takes larger steps than a narrow one
        double mostRate = state.words().getFirst().equals(CENTRED) ? 0.8 : data.output().mostRate;
        var sections = new ArrayList<>(List.of(
                new Section(
                        "start",
                        "Where it starts",
                        Role.PRIOR,
                        "",
                        List.of(
                                new Input("a", "intercept *a*", COEFFICIENT, valley.left(), valley.right(), 0.05),
                                new Input("b", "slope *b*", COEFFICIENT, valley.bottom(), valley.top(), 0.05))),
                new Section(
                        "descent",
                        "How it goes on",
                        Role.Q,
                        "",
                        List.of(
                                new Input(
                                        "rate", "learning rate *η*", Range.positive(0.0001, 100), rate, mostRate, rate),
                                new Input("steps", "steps", Range.count(0, MOST_STEPS), 0, 200, 1)))));
        if (penalised) {
            var strength = new Input("lambda", "*λ*", Range.positive(0.000001, 100), 0.01, 2, 0.01);
            sections.add(new Section("penalty", "The penalty *λb*²", Role.PRIOR, "", List.of(strength)));
        }
        return sections;
    }

    /** Other data come with a start and a rate of their own. */
    @Override
    protected State chosen(State state, int choice, String word) {
        if (state.words().get(choice).equals(word)) {
            return state;
        }
        for (Preset preset : PRESETS) {
            if (preset.state().words().get(choice).equals(word)) {
                return preset.state();
            }
        }
        throw noControl(DATA.control() + " with " + word);
    }

    @Override
    protected boolean isShown(State example, State state) {
        return example.equals(state);
    }

    @Override
    protected State shown(State example, State state) {
        return example;
    }

    @Override
    protected State dragged(State state, String control, double x, double y) {
        if (!control.equals("start")) {
            throw noControl(control);
        }
        return slid(slid(state, "a", x), "b", y);
    }

    @Override
    protected List<Action> actions(State state) {
        boolean further = isOpen(state);
        var actions = new ArrayList<>(List.of(
                new Action("one", "One step", further),
                new Action("ten", "Ten steps", further),
                new Action("run", "Run", further, true),
                new Action("back", "Back to the start", steps(state) > 0)));
        boolean centred = state.words().getFirst().equals(CENTRED);
        if (centred || state.words().getFirst().equals(LINE)) {
            String label = centred ? "Measure *x* from 0 again" : "Measure *x* from its mean";
            actions.add(new Action("centre", label, !centred(state).equals(state)));
        }
        return actions;
    }

    /** The same start with x measured from its mean, or from 0 again; unchanged where the start would leave its range. */
    private static State centred(State state) {
        boolean centred = state.words().getFirst().equals(CENTRED);
        double intercept = state.number(A) + (centred ? -CENTRE : CENTRE) * state.number(B);
        return COEFFICIENT.least() <= intercept && intercept <= COEFFICIENT.most()
                ? new State(List.of(centred ? LINE : CENTRED), state.numbers()).with(A, 0 + intercept)
                : state;
    }

    @Override
    protected State pressed(State state, String control) {
        int steps = steps(state);
        return switch (control) {
            case "one" -> further(state, 1);
            case "ten" -> further(state, 10);
            // Slowly at first, where most of it happens
            case "run" -> further(state, 1 + steps / 12);
            case "back" -> state.with(STEPS, 0);
            case "centre" -> centred(state);
            default -> throw noControl(control);
        };
    }

    private static State further(State state, int more) {
        return isOpen(state) ? state.with(STEPS, Math.min(MOST_STEPS, steps(state) + more)) : state;
    }

    /** Whether another step would change anything. */
    private static boolean isOpen(State state) {
        return steps(state) < MOST_STEPS && new RegressionTrace(state).isOpen();
    }

    static int steps(State state) {
        return (int) state.number(STEPS);
    }

    @Override
    public List<Quantity> quantities(State state) {
        var trace = new RegressionTrace(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("points", data(state).size()));
        quantities.add(Quantity.list("x", data(state).inputs()));
        quantities.add(Quantity.number("intercept", trace.intercept()));
        quantities.add(Quantity.number("slope", trace.slope()));
        quantities.add(Quantity.number("loss", trace.loss()));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new RegressionTrace(state).result();
    }
}
