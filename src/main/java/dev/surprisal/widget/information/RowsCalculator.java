package dev.surprisal.widget.information;

import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Decimals;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * A calculator on rows of numbers over the same outcomes, such as a distribution and a reward for each outcome, and on some
 * numbers besides. The control of outcome 2 of row q is {@code q-2}. What the rows show is up to the widget.
 */
abstract class RowsCalculator extends Calculator {

    /**
     * One number for each outcome.
     *
     * @param label what a reader sees, such as "*p*, the data"
     * @param symbol how a single number is written, before its outcome in brackets
     * @param shares whether they are probabilities that sum to 1; the range is then that of probabilities
     */
    record Row(
            String name,
            String label,
            String symbol,
            Role role,
            boolean shares,
            Range range,
            double least,
            double most,
            double step) {

        static Row ofShares(String name, String label, String symbol, Role role) {
            return new Row(name, label, symbol, role, true, Range.PROBABILITY, 0, 1, SHARE_STEP);
        }

        private String accepts(int fewest, int many) {
            String count = fewest == many ? Integer.toString(many) : fewest + " to " + many;
            return "a list of " + count
                    + (shares
                            ? " probabilities that sum to 1"
                            : " numbers from " + Figures.ratio(range.least()) + " to " + Figures.ratio(range.most()));
        }
    }

    private static final double SHARE_STEP = 0.01;

    private final int fewest;
    private final int many;
    private final State first;

    /** @param many how many outcomes a state may have at most */
    RowsCalculator(String kind, String title, List<WordChoice> choices, List<Preset> presets, int fewest, int many) {
        super(kind, title, choices, presets);
        this.fewest = fewest;
        this.many = many;
        first = presets.getFirst().state();
    }

    /** Those of a state with these words. */
    abstract List<Row> rows(State state);

    /** The numbers besides, which stand after the rows. */
    abstract List<Section> besides(State state);

    /** The result of a state whose shares sum to 1. */
    abstract Outcome shown(State state);

    /** What outcome k is called. */
    String outcome(int k) {
        return Probabilities.letter(k);
    }

    final List<String> outcomes(int count) {
        var names = new ArrayList<String>();
        for (int k = 0; k < count; k++) {
            names.add(outcome(k));
        }
        return names;
    }

    private int countBesides(State state) {
        int count = 0;
        for (Section section : besides(state)) {
            count += section.inputs().size();
        }
        return count;
    }

    /** How many outcomes a state has. */
    final int size(State state) {
        int rows = rows(state).size();
        int inRows = state.numbers().size() - countBesides(state);
        if (inRows % rows != 0 || inRows < rows * fewest || inRows > rows * many) {
            throw new IllegalArgumentException("this is not the text of a state: it has too many numbers or too few");
        }
        return inRows / rows;
    }

    final List<Double> row(State state, int r) {
        int size = size(state);
        return state.numbers().subList(r * size, (r + 1) * size);
    }

    final double[] array(State state, int r) {
        List<Double> row = row(state, r);
        var array = new double[row.size()];
        for (int k = 0; k < array.length; k++) {
            array[k] = row.get(k);
        }
        return array;
    }

    /** The i-th of the numbers besides. */
    final double besides(State state, int i) {
        return state.number(rows(state).size() * size(state) + i);
    }

    final State withRow(State state, int r, List<Double> values) {
        int size = size(state);
        var numbers = new ArrayList<>(state.numbers());
        for (int k = 0; k < size; k++) {
            numbers.set(r * size + k, values.get(k));
        }
        return new State(state.words(), numbers);
    }

    @Override
    protected final List<Section> sections(State state) {
        int size = size(state);
        var sections = new ArrayList<Section>();
        List<Row> rows = rows(state);
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            var inputs = new ArrayList<Input>();
            for (int k = 0; k < size; k++) {
                inputs.add(new Input(
                        row.name + "-" + k,
                        row.symbol + "(" + outcome(k) + ")",
                        row.range,
                        row.least,
                        row.most,
                        row.step));
            }
            sections.add(new Section(row.name, row.label, row.role, row.shares ? sum(row(state, r)) : "", inputs));
        }
        sections.addAll(besides(state));
        return sections;
    }

    private static String sum(List<Double> shares) {
        var vector = new Probabilities(shares);
        return "Sum " + (vector.sumsToOne() ? "1" : Figures.full(vector.sum()));
    }

    /** Which number of the state a control of a row is about; -1 for any other control. */
    private int find(State state, String control) {
        List<Row> rows = rows(state);
        int size = size(state);
        for (int r = 0; r < rows.size(); r++) {
            for (int k = 0; k < size; k++) {
                if (control.equals(rows.get(r).name + "-" + k)) {
                    return r * size + k;
                }
            }
        }
        return -1;
    }

    private boolean isShare(State state, String control) {
        int i = find(state, control);
        return i >= 0 && rows(state).get(i / size(state)).shares;
    }

    @Override
    public Edit<State> edit(State state, Change change) {
        return change instanceof Change.Slid(String control, double value) && isShare(state, control)
                ? Edit.Changed.to(shared(state, control, value))
                : super.edit(state, change);
    }

    /** The others share the rest in the proportion they had. */
    private State shared(State state, String control, double value) {
        int i = find(state, control);
        int r = i / size(state);
        // A finger may well leave the picture at its top or bottom
        double share = Decimals.toStep(Math.max(0, Math.min(1, value)), SHARE_STEP);
        return withRow(
                state,
                r,
                new Probabilities(row(state, r)).slid(i % size(state), share).values());
    }

    /** Bars are dragged upwards. */
    @Override
    protected State dragged(State state, String control, double x, double y) {
        return isShare(state, control) ? shared(state, control, y) : slid(state, control, y);
    }

    /** Of two shares the other follows. */
    @Override
    protected State changed(State state, String control, double value) {
        if (!isShare(state, control)) {
            return super.changed(state, control, value);
        }
        int i = find(state, control);
        int r = i / size(state);
        return withRow(
                state,
                r,
                new Probabilities(row(state, r)).typed(i % size(state), value).values());
    }

    @Override
    protected List<Action> actions(State state) {
        if (fewest == many) {
            return List.of();
        }
        int size = size(state);
        return List.of(
                new Action("add", "Add an outcome", size < many),
                new Action("remove", "Remove outcome " + outcome(size - 1), size > fewest));
    }

    @Override
    protected State pressed(State state, String control) {
        int size = size(state);
        List<Row> rows = rows(state);
        if (fewest < many && (control.equals("add") || control.equals("remove"))) {
            boolean longer = control.equals("add");
            if (longer ? size == many : size == fewest) {
                return state;
            }
            var numbers = new ArrayList<Double>();
            for (int r = 0; r < rows.size(); r++) {
                numbers.addAll(resized(rows.get(r), row(state, r), longer));
            }
            numbers.addAll(
                    state.numbers().subList(rows.size() * size, state.numbers().size()));
            return new State(state.words(), numbers);
        }
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).shares && control.equals("normalise-" + rows.get(r).name)) {
                var shares = new Probabilities(row(state, r));
                return shares.sum() > 0 ? withRow(state, r, shares.normalised().values()) : state;
            }
        }
        throw noControl(control);
    }

    private static List<Double> resized(Row row, List<Double> values, boolean longer) {
        if (row.shares) {
            var shares = new Probabilities(values);
            return (longer ? shares.withOneMore() : shares.withoutLast()).values();
        }
        var changed = new ArrayList<>(values);
        if (longer) {
            changed.add(Math.max(row.range.least(), 0.0));
        } else {
            changed.removeLast();
        }
        return changed;
    }

    @Override
    public final Outcome result(State state) {
        var problems = new ArrayList<Outcome.Problem>();
        List<Row> rows = rows(state);
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).shares) {
                VectorWidget.addProblem(problems, rows.get(r).name, new Probabilities(row(state, r)));
            }
        }
        return problems.isEmpty() ? shown(state) : new Outcome.Invalid(problems);
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<Quantity>();
        List<Row> rows = rows(state);
        for (int r = 0; r < rows.size(); r++) {
            quantities.add(Quantity.list(rows.get(r).name, row(state, r)));
        }
        for (Section section : besides(state)) {
            section.inputs()
                    .forEach(input -> quantities.add(Quantity.number(input.control(), value(state, input.control()))));
        }
        return quantities;
    }

    @Override
    public List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        for (Parameter parameter : super.parameters()) {
            if (find(first, parameter.name()) < 0) {
                parameters.add(parameter);
            }
        }
        for (Row row : rows(first)) {
            parameters.add(Parameter.ofExpression(row.name, row.accepts(fewest, many)));
        }
        return parameters;
    }

    /** Content gives whole rows. */
    @Override
    public State initial(Parameters parameters) {
        parameters.onlyThoseOf(this);
        State state = first;
        for (int c = 0; c < first.words().size(); c++) {
            String word =
                    parameters.word(super.parameters().get(c), first.words().get(c));
            state = chosen(state, c, word);
        }
        var numbers = new ArrayList<Double>();
        int size = 0;
        List<Row> rows = rows(state);
        for (int r = 0; r < rows.size(); r++) {
            List<Double> values = given(parameters, rows.get(r), row(state, r));
            if (r > 0 && values.size() != size) {
                throw new IllegalArgumentException(rows.getFirst().name + " and " + rows.get(r).name
                        + " need the same outcomes, got " + size + " and " + values.size() + " numbers");
            }
            size = values.size();
            numbers.addAll(values);
        }
        for (Section section : besides(state)) {
            for (Input input : section.inputs()) {
                var parameter = Parameter.ofExpression(
                        input.control(),
                        "a number from " + Figures.ratio(input.range().least()) + " to "
                                + Figures.ratio(input.range().most()));
                double value = parameters.number(parameter, value(state, input.control()));
                if (!(value >= input.range().least() && value <= input.range().most())) {
                    throw Parameters.refused(parameter, Figures.full(value));
                }
                numbers.add(0 + value);
            }
        }
        return decode(encode(new State(state.words(), numbers)));
    }

    private List<Double> given(Parameters parameters, Row row, List<Double> otherwise) {
        var parameter = Parameter.ofExpression(row.name, row.accepts(fewest, many));
        List<Double> values = parameters.probabilities(parameter, otherwise);
        boolean good = values.size() >= fewest && values.size() <= many;
        for (double value : values) {
            good &= value >= row.range.least() && value <= row.range.most();
        }
        if (!good || (row.shares && !new Probabilities(values).sumsToOne())) {
            throw Parameters.refused(parameter, Figures.vector(values));
        }
        return values;
    }

    /** Bars of one row or of what follows from it. */
    static Picture.Series bars(String label, Role role, double[] values, String dragged) {
        var bars = new ArrayList<Picture.Bar>();
        for (int k = 0; k < values.length; k++) {
            bars.add(new Picture.Bar(values[k], dragged.isEmpty() ? "" : dragged + "-" + k));
        }
        return new Picture.Series(label, role, bars);
    }
}
