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

/** A line or a logistic curve that rolls downhill: gradient descent from a start, step by step, with the loss falling. */
public final class RegressionDescent extends Calculator {

    static final int MOST_STEPS = 1000;

    private static final String LINE = "line";
    private static final String LABELS = "labels";
    private static final String SEPARATED = "separated";

    private static final WordChoice DATA = new WordChoice(
            "data",
            "Data",
            Choice.Style.MENU,
            List.of(
                    new Option(LINE, "Six measurements, a line"),
                    new Option(LABELS, "Eight labels, a sigmoid"),
                    new Option(SEPARATED, "Four labels that a point separates")));

    private static final List<Preset> PRESETS = List.of(
            new Preset("careful", "A careful start", State.of(LINE, 0, 0, 0.05, 0)),
            new Preset("creeping", "Along the flat of the valley", State.of(LINE, 0, 0, 0.05, 150)),
            new Preset("jumping", "Steps that are too large", State.of(LINE, 0, 0, 0.126, 12)),
            new Preset("overlap", "Labels that overlap", State.of(LABELS, 0, 0, 0.5, 0)),
            new Preset("endless", "Labels without a best slope", State.of(SEPARATED, 0, 0, 1, 0)));

    private static final Range COEFFICIENT =
            new Range(-100, 100, Range.Kind.ANY, "Enter a number between −100 and 100.");

    public RegressionDescent() {
        super("regression-descent", "Gradient descent", List.of(DATA), PRESETS);
    }

    static RegressionData data(State state) {
        return switch (state.words().getFirst()) {
            case LABELS -> RegressionData.LABELS;
            case SEPARATED -> RegressionData.SEPARATED;
            default -> RegressionData.MEASUREMENTS;
        };
    }

    @Override
    protected List<Section> sections(State state) {
        RegressionData data = data(state);
        Axes valley = data.valley();
        double rate = data.labels() ? 0.05 : 0.005;
        return List.of(
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
                                        "rate",
                                        "learning rate *η*",
                                        Range.positive(0.0001, 100),
                                        rate,
                                        data.labels() ? 5 : 0.2,
                                        rate),
                                new Input("steps", "steps", Range.count(0, MOST_STEPS), 0, 200, 1))));
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
        return List.of(
                new Action("one", "One step", further),
                new Action("ten", "Ten steps", further),
                new Action("run", "Run", further, true),
                new Action("back", "Back to the start", steps(state) > 0));
    }

    @Override
    protected State pressed(State state, String control) {
        int steps = steps(state);
        return switch (control) {
            case "one" -> further(state, 1);
            case "ten" -> further(state, 10);
            // Slowly at first, where most of it happens
            case "run" -> further(state, 1 + steps / 12);
            case "back" -> state.with(3, 0);
            default -> throw noControl(control);
        };
    }

    private static State further(State state, int more) {
        return isOpen(state) ? state.with(3, Math.min(MOST_STEPS, steps(state) + more)) : state;
    }

    /** Whether another step would change anything. */
    private static boolean isOpen(State state) {
        return steps(state) < MOST_STEPS && new RegressionTrace(state).isOpen();
    }

    static int steps(State state) {
        return (int) state.number(3);
    }

    @Override
    public List<Quantity> quantities(State state) {
        var trace = new RegressionTrace(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("points", data(state).size()));
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
