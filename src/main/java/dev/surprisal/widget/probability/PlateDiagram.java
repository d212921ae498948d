package dev.surprisal.widget.probability;

import dev.surprisal.widget.Change;
import dev.surprisal.widget.Controls;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Field;
import dev.surprisal.widget.Controls.Group;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.NumberEntry;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.StateText;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Widget;
import java.util.ArrayList;
import java.util.List;

/** The quantities of a model, each to be put inside the plate or outside: what is repeated, and what is shared. */
public final class PlateDiagram implements Widget<PlateDiagram.State> {

    /**
     * @param inside for each quantity of the model, in their order
     * @param copies N, how many observations there are
     */
    record State(PlateModel model, List<Boolean> inside, int copies) {
        public State {
            inside = List.copyOf(inside);
            if (copies < 1 || copies > MOST_COPIES) {
                throw new IllegalArgumentException("copies must be 1 to " + MOST_COPIES + ", got " + copies);
            }
            if (inside.size() != model.nodes().size()) {
                throw new IllegalArgumentException("each quantity of the model stands somewhere");
            }
        }

        /** How many circles there are when the plate is written out. */
        private int circles() {
            int circles = 0;
            for (boolean repeated : inside) {
                circles += repeated ? copies : 1;
            }
            return circles;
        }

        private int wrong() {
            int wrong = 0;
            for (int k = 0; k < inside.size(); k++) {
                wrong += inside.get(k) == model.nodes().get(k).repeated() ? 0 : 1;
            }
            return wrong;
        }
    }

    private static final int VERSION = 1;

    private static final int MOST_COPIES = 1000;
    private static final int FIRST_COPIES = 5;
    private static final String COPIES = "copies";
    private static final int SLIDER_END = 20;

    private static final String INSIDE = "inside";
    private static final String OUTSIDE = "outside";

    private static final Parameter MODEL = Parameter.ofWords("model", PlateModel.words());

    @Override
    public String kind() {
        return "plate-diagram";
    }

    @Override
    public String title() {
        return "Inside the plate, or outside?";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(MODEL);
    }

    @Override
    public State initial(Parameters parameters) {
        parameters.onlyThoseOf(this);
        return begun(PlateModel.named(parameters.word(MODEL, PlateModel.COIN.word())), FIRST_COPIES);
    }

    /** Nothing stands in the plate yet. */
    private static State begun(PlateModel model, int copies) {
        var inside = new ArrayList<Boolean>();
        model.nodes().forEach(node -> inside.add(false));
        return new State(model, inside, copies);
    }

    @Override
    public String encode(State state) {
        var letters = new StringBuilder();
        state.inside.forEach(inside -> letters.append(inside ? 'i' : 'o'));
        return new StateText.Writer(VERSION)
                .word(state.model.word())
                .word(letters.toString())
                .numbers(List.of((double) state.copies))
                .toString();
    }

    @Override
    public State decode(String text) {
        var reader = new StateText.Reader(text, VERSION);
        PlateModel model = PlateModel.named(reader.word());
        String letters = reader.word();
        double copies = reader.numbers(1).getFirst();
        reader.end();
        if (!isCount(copies)) {
            throw new IllegalArgumentException("this is not the text of a state: its copies are no count");
        }
        var inside = new ArrayList<Boolean>();
        for (int k = 0; k < letters.length(); k++) {
            char letter = letters.charAt(k);
            if (letter != 'i' && letter != 'o') {
                throw new IllegalArgumentException("this is not the text of a state: a place is neither i nor o");
            }
            inside.add(letter == 'i');
        }
        return new State(model, inside, (int) copies);
    }

    private static boolean isCount(double copies) {
        return copies >= 1 && copies <= MOST_COPIES && copies == Math.floor(copies);
    }

    @Override
    public List<Quantity> quantities(State state) {
        return List.of(
                Quantity.number("wrong", state.wrong()),
                Quantity.number("nodes", state.model.nodes().size()));
    }

    @Override
    public List<State> examples() {
        var examples = new ArrayList<State>();
        for (PlateModel model : PlateModel.all()) {
            examples.add(begun(model, FIRST_COPIES));
        }
        return examples;
    }

    @Override
    public Controls controls(State state) {
        var choices = new ArrayList<Choice>();
        var models = new ArrayList<Option>();
        for (PlateModel model : PlateModel.all()) {
            models.add(new Option(model.word(), model.label()));
        }
        choices.add(new Choice(MODEL.name(), "Model", Choice.Style.MENU, models, state.model.word()));
        for (int k = 0; k < state.inside.size(); k++) {
            PlateModel.Node node = state.model.nodes().get(k);
            choices.add(Choice.of(
                    "node-" + k,
                    "*" + node.name() + "*, " + node.meaning(),
                    List.of(OUTSIDE, INSIDE),
                    state.inside.get(k) ? INSIDE : OUTSIDE));
        }
        return new Controls(
                choices,
                List.of(new Group(
                        "plate",
                        "The plate",
                        Role.PLAIN,
                        List.of(new Field(COPIES, "*N*, observations", state.copies, 1, SLIDER_END, 1)),
                        "",
                        List.of())),
                List.of());
    }

    @Override
    public Edit<State> edit(State state, Change change) {
        return switch (change) {
            case Change.Chosen(String control, String option) -> Edit.Changed.to(chosen(state, control, option));
            case Change.Slid(String control, double value)
            when control.equals(COPIES) ->
                Edit.Changed.to(new State(state.model, state.inside, (int)
                        Math.floor(Math.max(1, Math.min(SLIDER_END, value)) + 0.5)));
            case Change.Typed(String control, String text) when control.equals(COPIES) -> typed(state, text);
            case Change.Slid _, Change.Typed _, Change.Dragged _, Change.Pressed _ ->
                throw new IllegalArgumentException("there is no such control in this state");
        };
    }

    private static State chosen(State state, String control, String option) {
        if (control.equals(MODEL.name())) {
            return begun(PlateModel.named(option), state.copies);
        }
        for (int k = 0; k < state.inside.size(); k++) {
            if (control.equals("node-" + k) && (option.equals(INSIDE) || option.equals(OUTSIDE))) {
                var inside = new ArrayList<>(state.inside);
                inside.set(k, option.equals(INSIDE));
                return new State(state.model, inside, state.copies);
            }
        }
        throw new IllegalArgumentException("there is no control " + control + " with " + option + " in this state");
    }

    private static Edit<State> typed(State state, String text) {
        return switch (NumberEntry.of(text)) {
            case NumberEntry.Unreadable unreadable -> new Edit.Rejected<>(unreadable.message());
            case NumberEntry.Read read
            when !isCount(read.value()) -> new Edit.Rejected<>("Enter a whole number from 1 to " + MOST_COPIES + ".");
            case NumberEntry.Read read ->
                new Edit.Changed<>(new State(state.model, state.inside, (int) read.value()), read.note());
        };
    }

    @Override
    public Outcome result(State state) {
        int wrong = state.wrong();
        return new Outcome.Result(
                List.of(),
                List.of(),
                picture(state),
                table(state),
                words(state),
                notes(state),
                wrong == 0 ? "Every quantity stands where it should." : "Not all stand where they should yet.");
    }

    private static Picture picture(State state) {
        var nodes = new ArrayList<Picture.PlateNode>();
        var alternative = new StringBuilder("A frame, the plate, marked i from 1 to N.");
        for (int k = 0; k < state.inside.size(); k++) {
            PlateModel.Node node = state.model.nodes().get(k);
            boolean inside = state.inside.get(k);
            nodes.add(new Picture.PlateNode(indexed(state, k), node.observed(), inside, node.x(), node.y()));
            alternative.append(' ').append(node.name()).append(node.observed() ? ", filled, " : ", open, ");
            alternative.append(inside ? "stands inside." : "stands outside.");
        }
        for (PlateModel.Arrow arrow : state.model.arrows()) {
            alternative
                    .append(" An arrow from ")
                    .append(state.model.nodes().get(arrow.from()).name());
            alternative
                    .append(" to ")
                    .append(state.model.nodes().get(arrow.to()).name())
                    .append('.');
        }
        var arrows = new ArrayList<Picture.PlateArrow>();
        state.model
                .arrows()
                .forEach(arrow -> arrows.add(new Picture.PlateArrow(arrow.from(), arrow.to(), arrow.generates())));
        return new Picture.Plate(nodes, arrows, alternative.toString());
    }

    private static String indexed(State state, int k) {
        return state.model.nodes().get(k).name() + (state.inside.get(k) ? "ᵢ" : "");
    }

    private static Table table(State state) {
        var rows = new ArrayList<Table.Row>();
        for (int k = 0; k < state.inside.size(); k++) {
            PlateModel.Node node = state.model.nodes().get(k);
            boolean inside = state.inside.get(k);
            rows.add(new Table.Row(
                    List.of(
                            new Table.Cell.Words(node.name()),
                            new Table.Cell.Words(node.meaning()),
                            new Table.Cell.Words(node.observed() ? "observed" : "not observed"),
                            new Table.Cell.Words(inside ? INSIDE : OUTSIDE),
                            new Table.Cell.Ratio(inside ? state.copies : 1)),
                    false));
        }
        return new Table(
                "What this diagram says",
                List.of(
                        new Table.Column("quantity", Role.PLAIN),
                        new Table.Column("meaning", Role.PLAIN),
                        new Table.Column("data", Role.PLAIN),
                        new Table.Column("plate", Role.PLAIN),
                        new Table.Column("how many there are", Role.PLAIN)),
                rows,
                List.of());
    }

    /** The factors: of each quantity that is generated, given what points at it. */
    private static String words(State state) {
        var once = new StringBuilder();
        var repeated = new StringBuilder();
        for (int k = 0; k < state.inside.size(); k++) {
            if (!state.model.nodes().get(k).generated()) {
                continue;
            }
            boolean inside = state.inside.get(k);
            StringBuilder factors = inside ? repeated : once;
            factors.append(" p(").append(indexed(state, k));
            String separator = " | ";
            for (PlateModel.Arrow arrow : state.model.arrows()) {
                if (arrow.to() == k && arrow.generates()) {
                    boolean all = state.inside.get(arrow.from()) && !inside;
                    factors.append(separator).append(all ? "all " : "").append(indexed(state, arrow.from()));
                    separator = ", ";
                }
            }
            factors.append(')');
        }
        return (state.inside.size() - state.wrong()) + " of " + state.inside.size()
                + " stand where they should. Read as"
                + " it stands, and written out for " + state.copies
                + (state.copies == 1 ? " observation" : " observations")
                + " as " + state.circles() + " circles, the diagram says:" + once
                + (repeated.isEmpty() ? "" : (once.isEmpty() ? "" : " ·") + " ∏ over i of" + repeated) + ".";
    }

    private static List<String> notes(State state) {
        var notes = new ArrayList<String>();
        for (int k = 0; k < state.inside.size(); k++) {
            PlateModel.Node node = state.model.nodes().get(k);
            if (state.inside.get(k) != node.repeated()) {
                notes.add("*" + node.name() + "* " + (node.repeated() ? OUTSIDE : INSIDE) + ": " + node.complaint());
            }
        }
        return notes.isEmpty() ? List.of(state.model.whenRight()) : notes;
    }
}
