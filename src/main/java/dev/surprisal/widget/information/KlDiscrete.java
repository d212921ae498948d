package dev.surprisal.widget.information;

import dev.surprisal.widget.Change;
import dev.surprisal.widget.Controls;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Field;
import dev.surprisal.widget.Controls.Group;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Decimals;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.NumberEntry;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.StateText;
import dev.surprisal.widget.Unit;
import dev.surprisal.widget.Widget;
import java.util.ArrayList;
import java.util.List;

/**
 * Two distributions over the same 2 to 26 outcomes: KL in both directions term by term, with the entropies, the
 * cross-entropies and the distances that go with them.
 */
public final class KlDiscrete implements Widget<KlDiscrete.State> {

    /** p plays the data and q the model. */
    public record State(Probabilities p, Probabilities q, Unit unit) {
        public State {
            if (p.size() != q.size()) {
                throw new IllegalArgumentException("both distributions need the same outcomes");
            }
        }

        private State with(boolean ofP, Probabilities changed) {
            return ofP ? new State(changed, q, unit) : new State(p, changed, unit);
        }

        private boolean shows(Preset preset) {
            return p.equals(preset.p) && q.equals(preset.q);
        }
    }

    private record Preset(String name, String label, Probabilities p, Probabilities q) {}

    private static final List<Preset> PRESETS = List.of(
            new Preset(
                    "fair-coin",
                    "A fair coin, a model that leans",
                    Probabilities.of(0.5, 0.5),
                    Probabilities.of(0.7, 0.3)),
            new Preset(
                    "both-ways-equal",
                    "Different, yet equal both ways",
                    Probabilities.of(0.55, 0.3, 0.15),
                    Probabilities.of(0.15, 0.3, 0.55)),
            new Preset(
                    "near", "A model that is near", Probabilities.of(0.5, 0.3, 0.2), Probabilities.of(0.4, 0.4, 0.2)),
            new Preset(
                    "far",
                    "A model that is far off",
                    Probabilities.of(0.55, 0.3, 0.15),
                    Probabilities.of(0.05, 0.15, 0.8)),
            new Preset(
                    "wrong-code",
                    "A code for the wrong source",
                    Probabilities.of(0.5, 0.25, 0.125, 0.125),
                    Probabilities.of(0.125, 0.125, 0.25, 0.5)),
            new Preset("one-hot", "One outcome is certain", Probabilities.of(1, 0, 0), Probabilities.of(0.7, 0.2, 0.1)),
            new Preset(
                    "one-way-infinite",
                    "Forward finite, reverse infinite",
                    Probabilities.of(0.5, 0.5, 0),
                    Probabilities.of(0.4, 0.4, 0.2)),
            new Preset(
                    "disjoint",
                    "Nothing in common",
                    Probabilities.of(0.5, 0.5, 0, 0),
                    Probabilities.of(0, 0, 0.5, 0.5)),
            new Preset("equal", "Equal", Probabilities.of(0.2, 0.8), Probabilities.of(0.2, 0.8)));

    private static final int VERSION = 1;
    private static final double SLIDER_STEP = 0.01;

    private static final String VECTOR = "a list of 2 to 26 probabilities that sum to 1";
    private static final Parameter P = Parameter.ofExpression("p", VECTOR);
    private static final Parameter Q = Parameter.ofExpression("q", VECTOR);
    private static final Parameter UNIT = Parameter.ofWords("unit", List.of(Unit.NATS.plural(), Unit.BITS.plural()));

    @Override
    public String kind() {
        return "kl-discrete";
    }

    @Override
    public String title() {
        return "KL workbench";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(P, Q, UNIT);
    }

    @Override
    public State initial(Parameters parameters) {
        parameters.onlyThoseOf(this);
        Preset otherwise = PRESETS.getFirst();
        Probabilities p = vector(P, parameters.probabilities(P, otherwise.p.values()));
        Probabilities q = vector(Q, parameters.probabilities(Q, otherwise.q.values()));
        if (p.size() != q.size()) {
            throw new IllegalArgumentException(
                    "p and q need the same outcomes, got " + p.size() + " and " + q.size() + " probabilities");
        }
        return new State(p, q, Unit.named(parameters.word(UNIT, Unit.NATS.plural())));
    }

    private static Probabilities vector(Parameter parameter, List<Double> numbers) {
        Probabilities vector;
        try {
            vector = new Probabilities(numbers);
        } catch (IllegalArgumentException e) {
            throw Parameters.refused(parameter, Figures.vector(numbers));
        }
        if (!vector.sumsToOne()) {
            throw Parameters.refused(
                    parameter, Figures.vector(numbers) + " with the sum " + Figures.full(vector.sum()));
        }
        return vector;
    }

    @Override
    public String encode(State state) {
        return new StateText.Writer(VERSION)
                .word(state.unit.plural())
                .numbers(state.p.values())
                .numbers(state.q.values())
                .toString();
    }

    @Override
    public State decode(String text) {
        var reader = new StateText.Reader(text, VERSION);
        Unit unit = Unit.named(reader.word());
        var p = new Probabilities(reader.numbers());
        var q = new Probabilities(reader.numbers());
        reader.end();
        return new State(p, q, unit);
    }

    @Override
    public List<Quantity> quantities(State state) {
        return List.of(Quantity.list("p", state.p.values()), Quantity.list("q", state.q.values()));
    }

    @Override
    public List<State> examples() {
        var examples = new ArrayList<State>();
        for (Preset preset : PRESETS) {
            examples.add(new State(preset.p, preset.q, Unit.NATS));
        }
        return examples;
    }

    @Override
    public Controls controls(State state) {
        int size = state.p.size();
        String last = Probabilities.letter(size - 1);
        return new Controls(
                List.of(presets(state), units(state)),
                List.of(group("p", "*p*, the data", Role.P, state.p), group("q", "*q*, the model", Role.Q, state.q)),
                List.of(
                        new Action("swap", "Swap *p* and *q*", true),
                        new Action("add", "Add an outcome", size < Probabilities.MOST),
                        new Action("remove", "Remove outcome " + last, size > Probabilities.FEWEST)));
    }

    private static Choice presets(State state) {
        var options = new ArrayList<Option>();
        String chosen = "";
        for (Preset preset : PRESETS) {
            options.add(new Option(preset.name, preset.label));
            if (state.shows(preset)) {
                chosen = preset.name;
            }
        }
        return new Choice("preset", "Example", Choice.Style.MENU, options, chosen);
    }

    private static Choice units(State state) {
        var options = new ArrayList<Option>();
        for (Unit unit : Unit.values()) {
            options.add(new Option(unit.plural(), unit.plural()));
        }
        return new Choice("unit", "Unit", Choice.Style.SWITCH, options, state.unit.plural());
    }

    private static Group group(String name, String label, Role role, Probabilities vector) {
        var fields = new ArrayList<Field>();
        for (int k = 0; k < vector.size(); k++) {
            String outcome = "*" + name + "*(" + Probabilities.letter(k) + ")";
            fields.add(new Field(name + "-" + k, outcome, vector.get(k), 0, 1, SLIDER_STEP));
        }
        return new Group(
                name, label, role, fields, "Sum " + (vector.sumsToOne() ? "1" : Figures.full(vector.sum())), List.of());
    }

    @Override
    public Edit<State> edit(State state, Change change) {
        return switch (change) {
            case Change.Typed typed -> typed(state, typed.control(), typed.text());
            case Change.Slid slid -> Edit.Changed.to(slid(state, slid.control(), slid.value()));
            case Change.Dragged dragged -> Edit.Changed.to(slid(state, dragged.control(), dragged.y()));
            case Change.Chosen chosen -> Edit.Changed.to(chosen(state, chosen.control(), chosen.option()));
            case Change.Pressed pressed -> Edit.Changed.to(pressed(state, pressed.control()));
        };
    }

    private static Edit<State> typed(State state, String control, String text) {
        int k = outcomeOf(state, control);
        return switch (NumberEntry.of(text)) {
            case NumberEntry.Unreadable unreadable -> new Edit.Rejected<>(unreadable.message());
            case NumberEntry.Read read
            when !(read.value() >= 0 && read.value() <= 1) ->
                new Edit.Rejected<>("A probability lies between 0 and 1.");
            case NumberEntry.Read read ->
                new Edit.Changed<>(
                        state.with(isOfP(control), vectorOf(state, control).typed(k, read.value())), read.note());
        };
    }

    private static State slid(State state, String control, double value) {
        int k = outcomeOf(state, control);
        // A finger may well leave the picture at its top or bottom
        double probability = Decimals.toStep(Math.max(0, Math.min(1, value)), SLIDER_STEP);
        return state.with(isOfP(control), vectorOf(state, control).slid(k, probability));
    }

    private static State chosen(State state, String control, String option) {
        if (control.equals("unit")) {
            return new State(state.p, state.q, Unit.named(option));
        }
        if (control.equals("preset")) {
            for (Preset preset : PRESETS) {
                if (preset.name.equals(option)) {
                    return new State(preset.p, preset.q, state.unit);
                }
            }
        }
        throw noControl(control + " with " + option);
    }

    private static State pressed(State state, String control) {
        return switch (control) {
            case "swap" -> new State(state.q, state.p, state.unit);
            case "add" ->
                state.p.size() < Probabilities.MOST
                        ? new State(state.p.withOneMore(), state.q.withOneMore(), state.unit)
                        : state;
            case "remove" ->
                state.p.size() > Probabilities.FEWEST
                        ? new State(state.p.withoutLast(), state.q.withoutLast(), state.unit)
                        : state;
            case "normalise-p", "normalise-q" -> {
                boolean ofP = control.endsWith("p");
                Probabilities vector = ofP ? state.p : state.q;
                yield vector.sum() > 0 ? state.with(ofP, vector.normalised()) : state;
            }
            default -> throw noControl(control);
        };
    }

    private static boolean isOfP(String control) {
        return control.startsWith("p-");
    }

    private static Probabilities vectorOf(State state, String control) {
        return isOfP(control) ? state.p : state.q;
    }

    /** The outcome that a control such as p-3 is about. */
    private static int outcomeOf(State state, String control) {
        for (int k = 0; k < state.p.size(); k++) {
            if (control.equals("p-" + k) || control.equals("q-" + k)) {
                return k;
            }
        }
        throw noControl(control);
    }

    private static IllegalArgumentException noControl(String control) {
        return new IllegalArgumentException("there is no control " + control + " in this state");
    }

    @Override
    public Outcome result(State state) {
        var problems = new ArrayList<Outcome.Problem>();
        addProblem(problems, "p", state.p);
        addProblem(problems, "q", state.q);
        return problems.isEmpty() ? Comparison.of(state).result() : new Outcome.Invalid(problems);
    }

    private static void addProblem(List<Outcome.Problem> problems, String name, Probabilities vector) {
        double sum = vector.sum();
        if (sum == 0) {
            problems.add(new Outcome.Problem(
                    name, "Every probability of *" + name + "* is 0; at least one must be above 0.", List.of()));
        } else if (!vector.sumsToOne()) {
            problems.add(new Outcome.Problem(
                    name,
                    "The probabilities of *" + name + "* sum to " + Figures.full(sum) + ", not to 1.",
                    List.of(new Action("normalise-" + name, "Normalise *" + name + "*", true))));
        }
    }
}
