package dev.surprisal.widget.information;

import dev.surprisal.math.information.JointTable;
import dev.surprisal.widget.Controls;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Field;
import dev.surprisal.widget.Controls.Group;
import dev.surprisal.widget.Decimals;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * What two variables tell about each other, from the table of their joint distribution with 2 to 6 rows (the values of X) and
 * columns (those of Y).
 */
public final class MutualInformation extends VectorWidget<MutualInformation.State> {

    /** @param joint row after row */
    public record State(Probabilities joint, int rows, Unit unit) {
        public State {
            if (rows < FEWEST || rows > MOST || joint.size() % rows != 0) {
                throw new IllegalArgumentException("a table has rows of one length");
            }
            int columns = joint.size() / rows;
            if (columns < FEWEST || columns > MOST) {
                throw new IllegalArgumentException("a table has " + FEWEST + " to " + MOST + " columns");
            }
        }

        private int columns() {
            return joint.size() / rows;
        }

        private String word() {
            return rows + "." + unit.plural();
        }
    }

    private static final int FEWEST = 2;
    private static final int MOST = 6;

    private static final List<Preset> PRESETS = List.of(
            Preset.of("some", "Each tells a little", Probabilities.of(0.4, 0.15, 0.1, 0.35)),
            Preset.of("independent", "Independent", Probabilities.of(0.18, 0.42, 0.12, 0.28)),
            Preset.of("copy", "A copy", Probabilities.of(0.5, 0, 0, 0.5)),
            Preset.of("channel", "A bit sent over a noisy line", Probabilities.of(0.4, 0.1, 0.1, 0.4)),
            Preset.of(
                    "three",
                    "Three rows, three columns",
                    Probabilities.of(0.2, 0.05, 0.05, 0.05, 0.25, 0.05, 0.1, 0.05, 0.2)));

    private static final Parameter ROWS =
            Parameter.ofExpression("rows", "a whole number from 2 to 6 that divides the table");

    public MutualInformation() {
        super(List.of(new Vector("p", "*p*, row after row", Role.P)), PRESETS, MOST * MOST);
    }

    @Override
    public String kind() {
        return "mutual-information";
    }

    @Override
    public String title() {
        return "Mutual information of a table";
    }

    @Override
    List<Probabilities> vectorsOf(State state) {
        return List.of(state.joint);
    }

    @Override
    String wordOf(State state) {
        return state.word();
    }

    /** @param word the number of rows and the unit; a unit alone where the table is square */
    @Override
    State state(List<Probabilities> vectors, String word) {
        Probabilities joint = vectors.getFirst();
        int point = word.indexOf('.');
        Unit unit = Unit.named(word.substring(point + 1));
        for (int rows = FEWEST; rows <= MOST; rows++) {
            if (point < 0
                    ? rows * rows == joint.size()
                    : word.substring(0, point).equals(Integer.toString(rows))) {
                return new State(joint, rows, unit);
            }
        }
        throw new IllegalArgumentException("a table has " + FEWEST + " to " + MOST + " rows");
    }

    @Override
    Parameter wordParameter() {
        return Unit.PARAMETER;
    }

    @Override
    String firstWord() {
        return Unit.NATS.plural();
    }

    @Override
    List<Controls.Choice> wordChoices(State state) {
        return List.of(Controls.Choice.of("unit", "Unit", Unit.PARAMETER.words(), state.unit.plural()));
    }

    @Override
    State chosenWord(State state, String unit) {
        return new State(state.joint, state.rows, Unit.named(unit));
    }

    @Override
    State shownExample(List<Probabilities> vectors, State state) {
        return state(vectors, state.unit.plural());
    }

    @Override
    public List<Parameter> parameters() {
        var parameters = new ArrayList<>(super.parameters());
        parameters.add(ROWS);
        return parameters;
    }

    @Override
    State opened(List<Probabilities> vectors, String unit, Parameters parameters) {
        int size = vectors.getFirst().size();
        double rows = parameters.number(ROWS, Math.floor(Math.sqrt(size)));
        try {
            return state(vectors, Figures.full(rows) + "." + unit);
        } catch (IllegalArgumentException e) {
            throw Parameters.refused(ROWS, Figures.full(rows) + " for " + size + " probabilities");
        }
    }

    @Override
    public Controls controls(State state) {
        Controls all = super.controls(state);
        Group one = all.groups().getFirst();
        var groups = new ArrayList<Group>();
        for (int x = 0; x < state.rows; x++) {
            var fields = new ArrayList<Field>();
            for (int y = 0; y < state.columns(); y++) {
                Field field = one.fields().get(x * state.columns() + y);
                String label = "*p*(" + name("x", x) + ", " + name("y", y) + ")";
                fields.add(new Field(field.control(), label, field.value(), field.least(), field.most(), field.step()));
            }
            boolean last = x == state.rows - 1;
            // Problems and the sum stand at the last row, under the name of the whole table
            groups.add(new Group(
                    last ? "p" : "row-" + x,
                    "X = " + name("x", x),
                    Role.P,
                    fields,
                    last ? one.summary().replace("Sum", "Sum of the table") : "",
                    List.of()));
        }
        return new Controls(
                all.choices(),
                groups,
                List.of(
                        new Action("product", "Make them independent", true),
                        new Action("row", "Add a row", state.rows < MOST),
                        new Action("no-row", "Remove a row", state.rows > FEWEST),
                        new Action("column", "Add a column", state.columns() < MOST),
                        new Action("no-column", "Remove a column", state.columns() > FEWEST)));
    }

    private static String name(String variable, int k) {
        return variable + (char) ('₁' + k);
    }

    @Override
    State pressedOwn(State state, String control) {
        int rows = state.rows;
        int columns = state.columns();
        return switch (control) {
            case "product" -> state.joint.sum() > 0 ? independent(state) : state;
            case "row" -> rows < MOST ? resized(state, rows + 1, columns) : state;
            case "no-row" -> rows > FEWEST ? resized(state, rows - 1, columns) : state;
            case "column" -> columns < MOST ? resized(state, rows, columns + 1) : state;
            case "no-column" -> columns > FEWEST ? resized(state, rows, columns - 1) : state;
            default -> super.pressedOwn(state, control);
        };
    }

    /** What is cut off is lost; the rest is scaled up to sum to 1 again, where there is a rest. */
    private static State resized(State state, int rows, int columns) {
        var values = new double[rows * columns];
        for (int x = 0; x < Math.min(rows, state.rows); x++) {
            for (int y = 0; y < Math.min(columns, state.columns()); y++) {
                values[x * columns + y] = state.joint.get(x * state.columns() + y);
            }
        }
        Probabilities cut = Probabilities.of(values);
        return new State(cut.sum() > 0 && !cut.sumsToOne() ? cut.normalised() : cut, rows, state.unit);
    }

    /** The product of the marginals. */
    private static State independent(State state) {
        JointTable table =
                table(state.joint.sumsToOne() ? state : new State(state.joint.normalised(), state.rows, state.unit));
        double[] ofX = table.marginalOfX();
        double[] ofY = table.marginalOfY();
        var values = new double[state.joint.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Decimals.tidy(ofX[i / ofY.length] * ofY[i % ofY.length]);
        }
        return new State(Probabilities.of(values), state.rows, state.unit);
    }

    private static JointTable table(State state) {
        int columns = state.columns();
        var rows = new double[state.rows][columns];
        for (int i = 0; i < state.joint.size(); i++) {
            rows[i / columns][i % columns] = state.joint.get(i);
        }
        return JointTable.of(rows);
    }

    @Override
    Outcome shown(State state) {
        return new Shares(state).result();
    }

    /** The numbers of one state. */
    private static final class Shares {
        private final State state;
        private final Unit unit;
        private final JointTable table;
        private final double ofX;
        private final double ofY;
        private final double both;
        private final double xGivenY;
        private final double yGivenX;
        private final double shared;

        Shares(State state) {
            this.state = state;
            unit = state.unit;
            table = table(state);
            ofX = unit.of(table.entropyOfXNats());
            ofY = unit.of(table.entropyOfYNats());
            both = unit.of(table.entropyNats());
            xGivenY = unit.of(table.entropyOfXGivenYNats());
            yGivenX = unit.of(table.entropyOfYGivenXNats());
            // The marginals are rounded: a table of decimals that is independent has 1e-17 here
            double information = table.mutualInformationNats();
            shared = Math.abs(information) < 1e-15 ? 0 : unit.of(information);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            amount("I(X; Y)", "mutual information", shared, Role.FORWARD),
                            amount("H(X, Y)", "joint entropy", both, Role.PLAIN)),
                    List.of(
                            amount("H(X)", "entropy of X", ofX, Role.P),
                            amount("H(Y)", "entropy of Y", ofY, Role.Q),
                            amount("H(X | Y)", "left of X when Y is known", xGivenY, Role.P),
                            amount("H(Y | X)", "left of Y when X is known", yGivenX, Role.Q),
                            amount("KL(joint ‖ product)", "the same as I, by definition", shared, Role.FORWARD)),
                    picture(),
                    tableOfAll(),
                    words(),
                    notes(),
                    "Mutual information " + told(shared) + ".");
        }

        private Readout amount(String label, String name, double value, Role role) {
            return new Readout(label, name, value, unit.plural(), role);
        }

        private String told(double value) {
            return Figures.amount(value) + " " + unit.plural();
        }

        private Picture picture() {
            return new Picture.Spans(
                    List.of(
                            new Picture.Span("H(X)", Role.P, 0, ofX, 0),
                            new Picture.Span("H(Y)", Role.Q, xGivenY, xGivenY + ofY, 1),
                            new Picture.Span("H(X | Y)", Role.P, 0, xGivenY, 2),
                            new Picture.Span("I(X; Y)", Role.FORWARD, xGivenY, xGivenY + shared, 2),
                            new Picture.Span("H(Y | X)", Role.Q, xGivenY + shared, xGivenY + shared + yGivenX, 2)),
                    both,
                    "Bars over each other. H(X), " + told(ofX) + ", and H(Y), " + told(ofY) + ", overlap by I(X; Y), "
                            + told(shared) + "; together they reach as far as H(X, Y), " + told(both) + ".");
        }

        private Table tableOfAll() {
            double[] ofRows = table.marginalOfX();
            double[] ofColumns = table.marginalOfY();
            var columns = new ArrayList<Table.Column>();
            columns.add(new Table.Column("", Role.PLAIN));
            var last = new ArrayList<Table.Cell>();
            last.add(new Table.Cell.Words("p(y)"));
            for (int y = 0; y < ofColumns.length; y++) {
                columns.add(new Table.Column(name("y", y), Role.Q));
                last.add(new Table.Cell.Ratio(ofColumns[y]));
            }
            columns.add(new Table.Column("p(x)", Role.P));
            last.add(new Table.Cell.Ratio(1));
            var rows = new ArrayList<Table.Row>();
            for (int x = 0; x < ofRows.length; x++) {
                var cells = new ArrayList<Table.Cell>();
                cells.add(new Table.Cell.Words(name("x", x)));
                for (int y = 0; y < ofColumns.length; y++) {
                    cells.add(new Table.Cell.Ratio(state.joint.get(x * ofColumns.length + y)));
                }
                cells.add(new Table.Cell.Ratio(ofRows[x]));
                rows.add(new Table.Row(cells, false));
            }
            return new Table("The joint table with its margins", columns, rows, List.of(new Table.Row(last, false)));
        }

        private String words() {
            String common = "Alone, X is worth " + told(ofX) + " of surprise on average and Y " + told(ofY) + ". ";
            if (shared == 0) {
                return common
                        + "They are independent: every cell is the product of its margins, and knowing one tells"
                        + " nothing about the other.";
            }
            return common + "Knowing Y leaves " + told(xGivenY) + " of X, so it tells " + told(shared)
                    + " about X, and X tells as much about Y. That is the KL divergence of the joint table from the"
                    + " product of its margins, and it is what H(X) + H(Y) counts twice of H(X, Y).";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (shared > 0 && xGivenY == 0 && yGivenX == 0) {
                notes.add("Each of the two says exactly what the other is, so the mutual information is the whole"
                        + " entropy.");
            }
            return notes;
        }
    }
}
