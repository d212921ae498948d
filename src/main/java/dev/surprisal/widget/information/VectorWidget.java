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
import dev.surprisal.widget.Widget;
import java.util.ArrayList;
import java.util.List;

/**
 * A widget on one or two vectors of probabilities over the same outcomes: how they are declared, typed, slid, normalised,
 * made longer and shorter, written and read back. What they show is up to the widget.
 *
 * <p>Besides the vectors a state has one word, such as the unit. The control of outcome 2 of vector q is {@code q-2}.
 */
abstract class VectorWidget<S> implements Widget<S> {

    /** @param label what a reader sees, such as "*p*, the data" */
    record Vector(String name, String label, Role role) {}

    record Preset(String name, String label, List<Probabilities> vectors) {
        static Preset of(String name, String label, Probabilities... vectors) {
            return new Preset(name, label, List.of(vectors));
        }
    }

    private static final int VERSION = 1;
    private static final double SLIDER_STEP = 0.01;

    private final List<Vector> vectors;
    private final List<Preset> presets;
    private final int most;

    /** @param most how many outcomes a state may have */
    VectorWidget(List<Vector> vectors, List<Preset> presets, int most) {
        this.vectors = List.copyOf(vectors);
        this.presets = List.copyOf(presets);
        this.most = most;
    }

    /** The vectors of a state, in their order. */
    abstract List<Probabilities> vectorsOf(S state);

    /** What a state has besides. */
    abstract String wordOf(S state);

    /** @throws IllegalArgumentException where the word, or the vectors with it, make no state */
    abstract S state(List<Probabilities> vectors, String word);

    /** The key of content that sets the word. */
    abstract Parameter wordParameter();

    abstract String firstWord();

    /** The choices that set the word. */
    List<Choice> wordChoices(S state) {
        return List.of(Controls.Choice.of(
                wordParameter().name(), wordLabel(), wordParameter().words(), wordOf(state)));
    }

    /** What stands before the choice. */
    String wordLabel() {
        return "Unit";
    }

    /** The state in which another word is chosen. */
    S chosenWord(S state, String word) {
        return state(vectorsOf(state), word);
    }

    /** The state that choosing an example leads to. */
    S shownExample(List<Probabilities> example, S state) {
        return state(example, wordOf(state));
    }

    /** The state that content opens, from what it gives. */
    S opened(List<Probabilities> given, String word, Parameters parameters) {
        return state(given, word);
    }

    /** Buttons of this widget alone. */
    List<Action> ownActions(S state) {
        return List.of();
    }

    S pressedOwn(S state, String control) {
        throw noControl(control);
    }

    /** The result of a state whose vectors sum to 1. */
    abstract Outcome shown(S state);

    private S with(S state, int vector, Probabilities changed) {
        var all = new ArrayList<>(vectorsOf(state));
        all.set(vector, changed);
        return state(all, wordOf(state));
    }

    @Override
    public List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        for (Vector vector : vectors) {
            parameters.add(parameter(vector));
        }
        parameters.add(wordParameter());
        return parameters;
    }

    private Parameter parameter(Vector vector) {
        return Parameter.ofExpression(
                vector.name, "a list of " + Probabilities.FEWEST + " to " + most + " probabilities that sum to 1");
    }

    @Override
    public S initial(Parameters parameters) {
        parameters.onlyThoseOf(this);
        var initial = new ArrayList<Probabilities>();
        for (int v = 0; v < vectors.size(); v++) {
            Parameter parameter = parameter(vectors.get(v));
            List<Double> otherwise = presets.getFirst().vectors.get(v).values();
            initial.add(vector(parameter, parameters.probabilities(parameter, otherwise)));
        }
        Probabilities first = initial.getFirst();
        Probabilities last = initial.getLast();
        if (first.size() != last.size()) {
            throw new IllegalArgumentException(vectors.getFirst().name + " and " + vectors.getLast().name
                    + " need the same outcomes, got " + first.size() + " and " + last.size() + " probabilities");
        }
        return opened(initial, parameters.word(wordParameter(), firstWord()), parameters);
    }

    private Probabilities vector(Parameter parameter, List<Double> numbers) {
        Probabilities vector;
        try {
            vector = atMost(new Probabilities(numbers));
        } catch (IllegalArgumentException e) {
            throw Parameters.refused(parameter, Figures.vector(numbers));
        }
        if (!vector.sumsToOne()) {
            throw Parameters.refused(
                    parameter, Figures.vector(numbers) + " with the sum " + Figures.full(vector.sum()));
        }
        return vector;
    }

    private Probabilities atMost(Probabilities vector) {
        if (vector.size() > most) {
            throw new IllegalArgumentException("there must be at most " + most + " probabilities");
        }
        return vector;
    }

    @Override
    public String encode(S state) {
        var writer = new StateText.Writer(VERSION).word(wordOf(state));
        for (Probabilities vector : vectorsOf(state)) {
            writer.numbers(vector.values());
        }
        return writer.toString();
    }

    @Override
    public S decode(String text) {
        var reader = new StateText.Reader(text, VERSION);
        String word = reader.word();
        var read = new ArrayList<Probabilities>();
        for (int v = 0; v < vectors.size(); v++) {
            read.add(atMost(new Probabilities(reader.numbers())));
        }
        reader.end();
        if (read.getFirst().size() != read.getLast().size()) {
            throw new IllegalArgumentException("both distributions need the same outcomes");
        }
        return state(read, word);
    }

    @Override
    public List<Quantity> quantities(S state) {
        var quantities = new ArrayList<Quantity>();
        for (int v = 0; v < vectors.size(); v++) {
            quantities.add(
                    Quantity.list(vectors.get(v).name, vectorsOf(state).get(v).values()));
        }
        return quantities;
    }

    @Override
    public List<S> examples() {
        var examples = new ArrayList<S>();
        for (Preset preset : presets) {
            examples.add(state(preset.vectors, firstWord()));
        }
        return examples;
    }

    @Override
    public Controls controls(S state) {
        List<Probabilities> values = vectorsOf(state);
        var choices = new ArrayList<Choice>();
        choices.add(presets(state));
        choices.addAll(wordChoices(state));
        var groups = new ArrayList<Group>();
        for (int v = 0; v < vectors.size(); v++) {
            groups.add(group(vectors.get(v), values.get(v)));
        }
        int size = values.getFirst().size();
        var actions = new ArrayList<>(ownActions(state));
        actions.add(new Action("add", "Add an outcome", size < most));
        actions.add(
                new Action("remove", "Remove outcome " + Probabilities.letter(size - 1), size > Probabilities.FEWEST));
        return new Controls(choices, groups, actions);
    }

    private Choice presets(S state) {
        var options = new ArrayList<Option>();
        String chosen = "";
        for (Preset preset : presets) {
            options.add(new Option(preset.name, preset.label));
            if (vectorsOf(state).equals(preset.vectors)) {
                chosen = preset.name;
            }
        }
        return Choice.ofExamples("preset", "Example", options, chosen);
    }

    private static Group group(Vector vector, Probabilities values) {
        var fields = new ArrayList<Field>();
        for (int k = 0; k < values.size(); k++) {
            String outcome = "*" + vector.name + "*(" + Probabilities.letter(k) + ")";
            fields.add(new Field(vector.name + "-" + k, outcome, values.get(k), 0, 1, SLIDER_STEP));
        }
        return new Group(
                vector.name,
                vector.label,
                vector.role,
                fields,
                "Sum " + (values.sumsToOne() ? "1" : Figures.full(values.sum())),
                List.of());
    }

    @Override
    public Edit<S> edit(S state, Change change) {
        return switch (change) {
            case Change.Typed typed -> typed(state, typed.control(), typed.text());
            case Change.Slid slid -> Edit.Changed.to(slid(state, slid.control(), slid.value()));
            case Change.Dragged dragged -> Edit.Changed.to(slid(state, dragged.control(), dragged.y()));
            case Change.Chosen chosen -> Edit.Changed.to(chosen(state, chosen.control(), chosen.option()));
            case Change.Pressed pressed -> Edit.Changed.to(pressed(state, pressed.control()));
        };
    }

    private Edit<S> typed(S state, String control, String text) {
        int v = vectorOf(state, control);
        int k = outcomeOf(state, control);
        return switch (NumberEntry.of(text)) {
            case NumberEntry.Unreadable unreadable -> new Edit.Rejected<>(unreadable.message());
            case NumberEntry.Read read
            when !(read.value() >= 0 && read.value() <= 1) ->
                new Edit.Rejected<>("A probability lies between 0 and 1.");
            case NumberEntry.Read read ->
                new Edit.Changed<>(with(state, v, vectorsOf(state).get(v).typed(k, read.value())), read.note());
        };
    }

    private S slid(S state, String control, double value) {
        int v = vectorOf(state, control);
        int k = outcomeOf(state, control);
        // A finger may well leave the picture at its top or bottom
        double probability = Decimals.toStep(Math.max(0, Math.min(1, value)), SLIDER_STEP);
        return with(state, v, vectorsOf(state).get(v).slid(k, probability));
    }

    private S chosen(S state, String control, String option) {
        if (control.equals(wordParameter().name())) {
            return chosenWord(state, option);
        }
        if (control.equals("preset")) {
            for (Preset preset : presets) {
                if (preset.name.equals(option)) {
                    return shownExample(preset.vectors, state);
                }
            }
        }
        throw noControl(control + " with " + option);
    }

    private S pressed(S state, String control) {
        int size = vectorsOf(state).getFirst().size();
        if (control.equals("add") || control.equals("remove")) {
            var changed = new ArrayList<Probabilities>();
            for (Probabilities vector : vectorsOf(state)) {
                boolean longer = control.equals("add");
                boolean possible = longer ? size < most : size > Probabilities.FEWEST;
                changed.add(!possible ? vector : longer ? vector.withOneMore() : vector.withoutLast());
            }
            return state(changed, wordOf(state));
        }
        for (int v = 0; v < vectors.size(); v++) {
            if (control.equals("normalise-" + vectors.get(v).name)) {
                Probabilities vector = vectorsOf(state).get(v);
                return vector.sum() > 0 ? with(state, v, vector.normalised()) : state;
            }
        }
        return pressedOwn(state, control);
    }

    /** Which vector a control such as q-3 is about. */
    private int vectorOf(S state, String control) {
        return find(state, control) / most;
    }

    private int outcomeOf(S state, String control) {
        return find(state, control) % most;
    }

    private int find(S state, String control) {
        for (int v = 0; v < vectors.size(); v++) {
            for (int k = 0; k < vectorsOf(state).get(v).size(); k++) {
                if (control.equals(vectors.get(v).name + "-" + k)) {
                    return v * most + k;
                }
            }
        }
        throw noControl(control);
    }

    private static IllegalArgumentException noControl(String control) {
        return new IllegalArgumentException("there is no control " + control + " in this state");
    }

    @Override
    public Outcome result(S state) {
        var problems = new ArrayList<Outcome.Problem>();
        for (int v = 0; v < vectors.size(); v++) {
            addProblem(problems, vectors.get(v).name, vectorsOf(state).get(v));
        }
        return problems.isEmpty() ? shown(state) : new Outcome.Invalid(problems);
    }

    /** What stands in the way of a result, if anything does. */
    static void addProblem(List<Outcome.Problem> problems, String name, Probabilities vector) {
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
