package dev.surprisal.widget;

import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Field;
import dev.surprisal.widget.Controls.Group;
import dev.surprisal.widget.Controls.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * A widget whose state is some chosen words and some numbers, each of which is good or bad by itself: declared once, they are
 * shown, typed, slid, dragged, written and read back. What they show is up to the widget.
 */
public abstract class Calculator implements Widget<Calculator.State> {

    /**
     * @param words one for each choice
     * @param numbers one for each input
     */
    public record State(List<String> words, List<Double> numbers) {
        public State {
            words = List.copyOf(words);
            numbers = List.copyOf(numbers);
        }

        public static State of(String word, double... numbers) {
            return new State(List.of(word), List.of()).withNumbers(numbers);
        }

        public double number(int i) {
            return numbers.get(i);
        }

        public State with(int i, double value) {
            var changed = new ArrayList<>(numbers);
            changed.set(i, value);
            return new State(words, changed);
        }

        public State withNumbers(double... values) {
            var changed = new ArrayList<Double>();
            for (double value : values) {
                changed.add(value);
            }
            return new State(words, changed);
        }
    }

    /** A word that can be chosen. */
    public record WordChoice(String control, String label, Choice.Style style, List<Option> options) {
        public WordChoice {
            options = List.copyOf(options);
        }

        /** Few words that say themselves what they are, side by side. */
        public static WordChoice of(String control, String label, String... words) {
            return new WordChoice(
                    control,
                    label,
                    Choice.Style.SWITCH,
                    Choice.of(control, label, List.of(words), "").options());
        }

        boolean has(String word) {
            for (Option option : options) {
                if (option.value().equals(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A number that can be typed in its range and slid between two ends. */
    public record Input(String control, String label, Range range, double least, double most, double step) {}

    /** Inputs that belong together. */
    public record Section(String name, String label, Role role, String summary, List<Input> inputs) {
        public Section {
            inputs = List.copyOf(inputs);
        }
    }

    public record Preset(String name, String label, State state) {

        /** One of a widget that has no words to choose from. */
        public static Preset of(String name, String label, double... numbers) {
            return new Preset(name, label, new State(List.of(), List.of()).withNumbers(numbers));
        }
    }

    private static final int VERSION = 1;

    private final String kind;
    private final String title;
    private final List<WordChoice> choices;
    private final List<Preset> presets;

    protected Calculator(String kind, String title, List<WordChoice> choices, List<Preset> presets) {
        this.kind = kind;
        this.title = title;
        this.choices = List.copyOf(choices);
        this.presets = List.copyOf(presets);
    }

    /** The inputs of a state with these words, in the order of its numbers, and after them those that are derived. */
    protected abstract List<Section> sections(State state);

    /** What an input shows. */
    protected double value(State state, String control) {
        return state.number(indexOf(state, control));
    }

    /** The state in which an input has another value. */
    protected State changed(State state, String control, double value) {
        return state.with(indexOf(state, control), value);
    }

    /** The state in which another word is chosen; the numbers must fit it. */
    protected State chosen(State state, int choice, String word) {
        var words = new ArrayList<>(state.words);
        words.set(choice, word);
        return new State(words, state.numbers);
    }

    /** The state after a handle was dragged to a place; as it says on the axis to the right unless a widget knows better. */
    protected State dragged(State state, String control, double x, double y) {
        return slid(state, control, x);
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        for (WordChoice choice : choices) {
            parameters.add(parameter(choice));
        }
        for (Input input : inputs(presets.getFirst().state)) {
            parameters.add(parameter(input));
        }
        return parameters;
    }

    private static Parameter parameter(WordChoice choice) {
        var words = new ArrayList<String>();
        choice.options.forEach(option -> words.add(option.value()));
        return Parameter.ofWords(choice.control, words);
    }

    private static Parameter parameter(Input input) {
        return Parameter.ofExpression(input.control, input.range.accepts());
    }

    @Override
    public State initial(Parameters parameters) {
        parameters.onlyThoseOf(this);
        State state = presets.getFirst().state;
        for (int c = 0; c < choices.size(); c++) {
            state = chosen(state, c, parameters.word(parameter(choices.get(c)), state.words.get(c)));
        }
        for (Input input : inputs(state)) {
            Parameter parameter = parameter(input);
            double before = value(state, input.control);
            double value = parameters.number(parameter, before);
            if (!input.range.complaint(value).isEmpty()) {
                throw Parameters.refused(parameter, Figures.full(value));
            }
            state = value == before ? state : changed(state, input.control, value);
        }
        return state;
    }

    private List<Input> inputs(State state) {
        var inputs = new ArrayList<Input>();
        sections(state).forEach(section -> inputs.addAll(section.inputs));
        return inputs;
    }

    private int indexOf(State state, String control) {
        int i = 0;
        for (Input input : inputs(state)) {
            if (input.control.equals(control)) {
                return i;
            }
            i++;
        }
        throw noControl(control);
    }

    @Override
    public String encode(State state) {
        var writer = new StateText.Writer(VERSION);
        state.words.forEach(writer::word);
        return writer.numbers(state.numbers).toString();
    }

    @Override
    public State decode(String text) {
        var reader = new StateText.Reader(text, VERSION);
        var words = new ArrayList<String>();
        for (WordChoice choice : choices) {
            String word = reader.word();
            if (!choice.has(word)) {
                throw new IllegalArgumentException("this is not the text of a state: it has an unknown word");
            }
            words.add(word);
        }
        List<Double> numbers = reader.numbers();
        reader.end();
        return checked(new State(words, numbers));
    }

    private State checked(State state) {
        List<Input> inputs = inputs(state);
        int count = Math.min(countOf(state), inputs.size());
        if (state.numbers.size() != count) {
            throw new IllegalArgumentException("this is not the text of a state: it has too many numbers or too few");
        }
        for (int i = 0; i < count; i++) {
            double number = state.number(i);
            if (!inputs.get(i).range.complaint(number).isEmpty() || (number == 0 && 1 / number < 0)) {
                throw new IllegalArgumentException("this is not the text of a state: a number is out of range");
            }
        }
        return state;
    }

    /** How many of the inputs are numbers of the state; the others are derived from them. */
    protected int countOf(State state) {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<Quantity>();
        for (Input input : inputs(state)) {
            quantities.add(Quantity.number(input.control, value(state, input.control)));
        }
        return quantities;
    }

    @Override
    public List<State> examples() {
        var examples = new ArrayList<State>();
        presets.forEach(preset -> examples.add(preset.state));
        return examples;
    }

    @Override
    public Controls controls(State state) {
        var shown = new ArrayList<Choice>();
        shown.add(presets(state));
        for (int c = 0; c < choices.size(); c++) {
            WordChoice choice = choices.get(c);
            shown.add(new Choice(choice.control, choice.label, choice.style, choice.options, state.words.get(c)));
        }
        var groups = new ArrayList<Group>();
        for (Section section : sections(state)) {
            var fields = new ArrayList<Field>();
            for (Input input : section.inputs) {
                double value = value(state, input.control);
                fields.add(new Field(input.control, input.label, value, input.least, input.most, input.step));
            }
            groups.add(new Group(section.name, section.label, section.role, fields, section.summary, List.of()));
        }
        return new Controls(shown, groups, actions(state));
    }

    protected List<Action> actions(State state) {
        return List.of();
    }

    protected State pressed(State state, String control) {
        throw noControl(control);
    }

    private Choice presets(State state) {
        var options = new ArrayList<Option>();
        String chosen = "";
        for (Preset preset : presets) {
            options.add(new Option(preset.name, preset.label));
            if (isShown(preset.state, state)) {
                chosen = preset.name;
            }
        }
        return Choice.ofExamples("preset", "Example", options, chosen);
    }

    /** Whether a state is an example, whatever else is chosen. */
    protected boolean isShown(State example, State state) {
        return example.numbers.equals(state.numbers);
    }

    /** The state that choosing an example leads to. */
    protected State shown(State example, State state) {
        return new State(state.words, example.numbers);
    }

    @Override
    public Edit<State> edit(State state, Change change) {
        return switch (change) {
            case Change.Typed typed -> typed(state, typed.control(), typed.text());
            case Change.Slid slid -> Edit.Changed.to(slid(state, slid.control(), slid.value()));
            case Change.Dragged dragged -> Edit.Changed.to(dragged(state, dragged.control(), dragged.x(), dragged.y()));
            case Change.Chosen chosen -> Edit.Changed.to(chosen(state, chosen.control(), chosen.option()));
            case Change.Pressed pressed -> Edit.Changed.to(pressed(state, pressed.control()));
        };
    }

    protected Edit<State> typed(State state, String control, String text) {
        Input input = input(state, control);
        return switch (NumberEntry.of(text)) {
            case NumberEntry.Unreadable unreadable -> new Edit.Rejected<>(unreadable.message());
            case NumberEntry.Read read -> {
                String complaint = input.range.complaint(read.value());
                yield complaint.isEmpty()
                        ? new Edit.Changed<>(changed(state, control, read.value()), read.note())
                        : new Edit.Rejected<>(complaint);
            }
        };
    }

    /** The state after a slider was moved, at most to its ends. */
    protected final State slid(State state, String control, double value) {
        Input input = input(state, control);
        double within = Decimals.toStep(Math.max(input.least, Math.min(input.most, value)), input.step);
        return changed(state, control, 0 + within);
    }

    private Input input(State state, String control) {
        for (Input input : inputs(state)) {
            if (input.control.equals(control)) {
                return input;
            }
        }
        throw noControl(control);
    }

    private State chosen(State state, String control, String option) {
        for (int c = 0; c < choices.size(); c++) {
            if (choices.get(c).control.equals(control) && choices.get(c).has(option)) {
                return chosen(state, c, option);
            }
        }
        if (control.equals("preset")) {
            for (Preset preset : presets) {
                if (preset.name.equals(option)) {
                    return shown(preset.state, state);
                }
            }
        }
        throw noControl(control + " with " + option);
    }

    protected static IllegalArgumentException noControl(String control) {
        return new IllegalArgumentException("there is no control " + control + " in this state");
    }
}
