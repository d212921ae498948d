package dev.surprisal.widget.sampling;

import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.SeededCalculator;
import dev.surprisal.widget.Surveyed;
import java.util.ArrayList;
import java.util.List;

/** The mean of up to a million draws, how far it is off, and how far it may be: sd/√N where there is a variance. */
public final class MonteCarloError extends SeededCalculator implements Surveyed<Calculator.State> {

    static final int MOST = 1_000_000;

    static final int DRAWS = 0;
    private static final int P = 2;
    private static final int Q = 3;

    private static final String NLL = "nll";

    private static final List<Preset> PRESETS = List.of(
            preset("square", "The mean of X²: the textbook case", "square", 10_000, 42),
            preset("darts", "π by darts", "darts", 10_000, 42),
            preset("rare", "A rare event", "tail", 10_000, 42),
            preset("cauchy", "A mean that never settles", "cauchy", 10_000, 42),
            preset(NLL, "The loss of a model on a fair coin", NLL, 10_000, 42, 0.5, 0.7));

    public MonteCarloError() {
        super(
                "mc-error",
                "The error of a mean",
                List.of(new WordChoice("target", "What is averaged", Choice.Style.MENU, targets())),
                PRESETS);
    }

    private static List<Option> targets() {
        var options = new ArrayList<Option>();
        for (Experiment.Kind kind : Experiment.Kind.values()) {
            options.add(new Option(kind.word, kind.label));
        }
        return options;
    }

    private static Preset preset(String name, String label, String target, double... numbers) {
        return new Preset(name, label, State.of(target, numbers));
    }

    private static String target(State state) {
        return state.words().getFirst();
    }

    @Override
    protected List<Section> sections(State state) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                "draws",
                "The experiment",
                Role.Q,
                "",
                List.of(new Input("draws", "*N*, the number of draws", Range.count(10, MOST), 10, 20_000, 1), seed())));
        if (target(state).equals(NLL)) {
            // At 0 and 1 the loss of a toss may be infinite
            var inside = new Range(0.001, 0.999, Range.Kind.ANY, "Enter a number from 0.001 to 0.999.");
            sections.add(new Section(
                    "data",
                    "The data *p*",
                    Role.P,
                    "",
                    List.of(new Input("p", "heads in the data", inside, 0.01, 0.99, 0.01))));
            sections.add(new Section(
                    "model",
                    "The model *q*",
                    Role.Q,
                    "",
                    List.of(new Input("q", "heads in the model", inside, 0.01, 0.99, 0.01))));
        }
        return sections;
    }

    @Override
    protected State chosen(State state, int choice, String word) {
        if (word.equals(target(state))) {
            return state;
        }
        for (Preset preset : PRESETS) {
            if (target(preset.state()).equals(word)) {
                return preset.state().with(0, state.number(0)).with(1, state.number(1));
            }
        }
        throw noControl(word);
    }

    private static Experiment experiment(State state) {
        boolean nll = target(state).equals(NLL);
        return new Experiment(
                Experiment.Kind.named(target(state)), nll ? state.number(P) : 0.5, nll ? state.number(Q) : 0.5);
    }

    private static int draws(State state) {
        return (int) state.number(DRAWS);
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        Experiment experiment = experiment(state);
        quantities.add(Quantity.number("sd", experiment.sd()));
        quantities.add(Quantity.number("error", experiment.sd() / Math.sqrt(draws(state))));
        return quantities;
    }

    private ErrorSurvey survey(State state) {
        return ErrorSurvey.of(state, experiment(state), draws(state), generator(state));
    }

    @Override
    public String findings(State state) {
        return survey(state).toText();
    }

    @Override
    public List<Figure> grounds(State state) {
        return List.of();
    }

    @Override
    public boolean isAbout(String findings, State state) {
        return ErrorSurvey.find(findings)
                .filter(survey -> survey.about().equals(state))
                .isPresent();
    }

    @Override
    public Outcome result(State state, State begun, String findings) {
        return new ErrorResult(state, experiment(state), draws(state), ErrorSurvey.find(findings)).result();
    }
}
