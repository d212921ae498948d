package dev.surprisal.widget.score;

import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Role;
import java.util.ArrayList;
import java.util.List;

/** The line s(x) = −a x learns the score of normal data by one of three losses, step by step. */
public final class ScoreDescent extends Calculator {

    static final String EXPLICIT = "explicit";
    static final String MATCHING = "matching";
    static final String DENOISING = "denoising";

    static final int VARIANCE = 0;
    static final int NOISE = 1;
    static final int START = 2;
    static final int RATE = 3;
    static final int STEPS = 4;

    private static final int MOST_STEPS = 200;

    private static final WordChoice LOSS = new WordChoice(
            "loss",
            "Loss",
            Choice.Style.MENU,
            List.of(
                    new Option(DENOISING, "Denoising: predict the noise"),
                    new Option(MATCHING, "Score matching: by parts"),
                    new Option(EXPLICIT, "Explicit: the score is known")));

    private static final List<Preset> PRESETS = List.of(
            new Preset("denoise", "Denoising, half as much noise as data", State.of(DENOISING, 1, 0.5, 0, 0.1, 0)),
            new Preset("faint", "Little noise, a high floor", State.of(DENOISING, 1, 0.1, 0, 0.1, 0)),
            new Preset("strong", "As much noise as data", State.of(DENOISING, 1, 1, 2, 0.1, 0)),
            new Preset("matching", "Score matching", State.of(MATCHING, 2, 0.5, 0, 0.2, 0)),
            new Preset("explicit", "The same with the score known", State.of(EXPLICIT, 2, 0.5, 1.5, 0.2, 0)),
            new Preset("jumping", "Steps that are too large", State.of(DENOISING, 1, 0.5, 0, 0.82, 12)));

    private static final Range SLOPE = new Range(-20, 20, Range.Kind.ANY, "Enter a number between −20 and 20.");

    public ScoreDescent() {
        super("score-descent", "Learning a score", List.of(LOSS), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "data",
                        "Data and noise",
                        Role.P,
                        "",
                        List.of(
                                new Input("v", "variance of the data *v*", Range.positive(0.05, 20), 0.1, 4, 0.1),
                                new Input("noise", "noise *σ*", Range.positive(0.05, 20), 0.05, 3, 0.05))),
                new Section(
                        "model",
                        "The model *s*(*x*) = −*a* *x*",
                        Role.Q,
                        "",
                        List.of(
                                new Input("a", "*a* at the start", SLOPE, -1, 3, 0.05),
                                new Input("rate", "learning rate *η*", Range.positive(0.0001, 10), 0.01, 1, 0.01),
                                new Input("steps", "steps", Range.count(0, MOST_STEPS), 0, MOST_STEPS, 1))));
    }

    @Override
    protected boolean isShown(State example, State state) {
        return example.equals(state);
    }

    @Override
    protected State shown(State example, State state) {
        return example;
    }

    /** The descent begins anew where the slope was put. */
    @Override
    protected State dragged(State state, String control, double x, double y) {
        if (!control.equals("slope")) {
            throw noControl(control);
        }
        return slid(state, "a", x).with(STEPS, 0);
    }

    @Override
    protected List<Action> actions(State state) {
        boolean further = isOpen(state);
        return List.of(
                new Action("one", "One step", further),
                new Action("run", "Run", further, true),
                new Action("back", "Back to the start", state.number(STEPS) > 0));
    }

    @Override
    protected State pressed(State state, String control) {
        return switch (control) {
            case "one", "run" -> isOpen(state) ? state.with(STEPS, state.number(STEPS) + 1) : state;
            case "back" -> state.with(STEPS, 0);
            default -> throw noControl(control);
        };
    }

    /** Whether another step would change anything. */
    private static boolean isOpen(State state) {
        return state.number(STEPS) < MOST_STEPS && new ScoreTrace(state).isOpen();
    }

    @Override
    public List<Quantity> quantities(State state) {
        var trace = new ScoreTrace(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("slope", trace.slope()));
        quantities.add(Quantity.number("value", trace.value()));
        quantities.add(Quantity.number("denoises", state.words().getFirst().equals(DENOISING) ? 1 : 0));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new ScoreTrace(state).result();
    }
}
