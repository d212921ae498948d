package dev.surprisal.widget.estimation;

import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Special;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Univariate;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** What each observation costs under a chosen distribution, and which textbook loss with which constant that is. */
public final class NllLedger extends Calculator {

    private static final int MOST_ROWS = 8;
    private static final int CLASSES = 3;
    private static final int POINTS = 201;

    private static final String NORMAL = "normal";
    private static final String LAPLACE = "laplace";
    private static final String COIN = "bernoulli";
    private static final String DIE = "categorical";
    private static final String COUNTS = "poisson";

    private static final WordChoice LAW = new WordChoice(
            "law",
            "Distribution",
            Choice.Style.MENU,
            List.of(
                    new Option(NORMAL, "normal"),
                    new Option(LAPLACE, "Laplace"),
                    new Option(COIN, "Bernoulli"),
                    new Option(DIE, "categorical"),
                    new Option(COUNTS, "Poisson")));

    private static final List<Preset> PRESETS = List.of(
            preset("outlier", "Four measurements, one far out", NORMAL, 0, 1, -0.5, 0.5, 1, 4),
            preset("absolute", "The same under Laplace noise", LAPLACE, 0, 1, -0.5, 0.5, 1, 4),
            preset("narrow", "A narrow normal", NORMAL, 0, 0.1, 0, 0.05, -0.1),
            preset("labels", "Four labels of a coin", COIN, 0.8, 1, 1, 1, 0),
            preset("classes", "Three classes", DIE, 7, 2, 1, 1, 2, 3),
            preset("counts", "Counts", COUNTS, 2, 3, 1, 0, 2));

    public NllLedger() {
        super("nll-ledger", "Choose the distribution, get the loss", List.of(LAW), PRESETS);
    }

    private static Preset preset(String name, String label, String law, double... numbers) {
        return new Preset(name, label, State.of(law, numbers));
    }

    private static String law(State state) {
        return state.words().getFirst();
    }

    /** Where the observations begin among the numbers of a state, after the parameters. */
    private static int first(State state) {
        return switch (law(state)) {
            case NORMAL, LAPLACE -> 2;
            case DIE -> CLASSES;
            default -> 1;
        };
    }

    private static int rows(State state) {
        return Math.max(1, Math.min(MOST_ROWS, state.numbers().size() - first(state)));
    }

    @Override
    protected List<Section> sections(State state) {
        var rows = new ArrayList<Input>();
        for (int i = 1; i <= rows(state); i++) {
            rows.add(observation(law(state), i));
        }
        return List.of(
                new Section("model", "What the model says", Role.Q, "", parameters(law(state))),
                new Section("data", "What was seen", Role.P, "", rows));
    }

    private static List<Input> parameters(String law) {
        Range place = new Range(-1000, 1000, Range.Kind.ANY, "Enter a number between −1000 and 1000.");
        Range size = Range.positive(0.001, 1000);
        return switch (law) {
            case NORMAL ->
                List.of(new Input("mu", "*μ*", place, -5, 5, 0.1), new Input("sigma", "*σ*", size, 0.1, 5, 0.1));
            case LAPLACE ->
                List.of(new Input("mu", "*μ*", place, -5, 5, 0.1), new Input("b", "*b*", size, 0.1, 5, 0.1));
            case COIN -> List.of(new Input("p", "*p*, of a 1", Range.PROBABILITY, 0, 1, 0.01));
            case COUNTS -> List.of(new Input("lambda", "*λ*", size, 0.1, 10, 0.1));
            default -> {
                var weights = new ArrayList<Input>();
                for (int k = 1; k <= CLASSES; k++) {
                    weights.add(new Input("w" + k, "weight of class " + k, Range.positive(0.001, 1000), 0.5, 10, 0.5));
                }
                yield weights;
            }
        };
    }

    /** What is no value of the distribution is refused with the number of its row. */
    private static Input observation(String law, int row) {
        String begin = "Row " + row + ": ";
        return switch (law) {
            case COIN -> input(row, 0, 1, Range.Kind.WHOLE, begin + "a label is 0 or 1.", 1);
            case DIE -> input(row, 1, CLASSES, Range.Kind.WHOLE, begin + "a class is 1, 2 or 3.", CLASSES);
            case COUNTS ->
                input(row, 0, 1000, Range.Kind.WHOLE, begin + "a count is a whole number from 0 to 1000.", 20);
            default -> input(row, -1000, 1000, Range.Kind.ANY, begin + "enter a number between −1000 and 1000.", 5);
        };
    }

    private static Input input(int row, double least, double most, Range.Kind kind, String message, double slidTo) {
        boolean whole = kind == Range.Kind.WHOLE;
        return new Input(
                "y" + row,
                "*y* of row " + row,
                new Range(least, most, kind, message),
                whole ? least : -slidTo,
                slidTo,
                whole ? 1 : 0.1);
    }

    /** Another distribution comes with observations that it can have; measurements stay. */
    @Override
    protected State chosen(State state, int choice, String word) {
        if (word.equals(law(state))) {
            return state;
        }
        boolean measured = first(state) == 2 && (word.equals(NORMAL) || word.equals(LAPLACE));
        if (measured) {
            return new State(List.of(word), state.numbers());
        }
        for (Preset preset : PRESETS) {
            if (law(preset.state()).equals(word)) {
                return preset.state();
            }
        }
        throw noControl(word);
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
    protected List<Action> actions(State state) {
        return List.of(
                new Action("add", "Add a row", rows(state) < MOST_ROWS),
                new Action("remove", "Remove the last row", rows(state) > 1));
    }

    @Override
    protected State pressed(State state, String control) {
        var numbers = new ArrayList<>(state.numbers());
        switch (control) {
            case "add" -> {
                if (rows(state) < MOST_ROWS) {
                    numbers.add(numbers.getLast());
                }
            }
            case "remove" -> {
                if (rows(state) > 1) {
                    numbers.removeLast();
                }
            }
            default -> throw noControl(control);
        }
        return new State(state.words(), numbers);
    }

    @Override
    public List<Quantity> quantities(State state) {
        var ledger = new Ledger(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("rows", ledger.seen.length));
        quantities.add(Quantity.number("sum", ledger.sum));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Ledger(state).result();
    }

    /** The numbers of one state. */
    private static final class Ledger {
        /** The curve of −ln p leaves the picture here, in nats. */
        private static final double TOP = 5;

        private final String law;
        private final Univariate model;
        private final double[] seen;
        private final double[] nll;
        private final double[] textbook;
        private final double sum;

        Ledger(State state) {
            law = law(state);
            double first = state.number(0);
            model = switch (law) {
                case NORMAL -> new Normal(first, state.number(1));
                case LAPLACE -> new Laplace(first, state.number(1));
                case COIN -> new Bernoulli(first);
                case COUNTS -> new Poisson(first);
                default -> Categorical.ofWeights(first, state.number(1), state.number(2));
            };
            seen = new double[rows(state)];
            nll = new double[seen.length];
            textbook = new double[seen.length];
            for (int i = 0; i < seen.length; i++) {
                seen[i] = state.number(first(state) + i);
                nll[i] = 0 - model.logDensity(outcome(seen[i]));
                textbook[i] = textbook(seen[i], nll[i]);
            }
            sum = added(nll);
        }

        private static double added(double[] terms) {
            for (double term : terms) {
                if (term == Double.POSITIVE_INFINITY) {
                    return term;
                }
            }
            return Sum.of(terms);
        }

        /** Readers count the classes from 1, the core from 0. */
        private double outcome(double y) {
            return law.equals(DIE) ? y - 1 : y;
        }

        private double textbook(double y, double nll) {
            return switch (model) {
                case Normal normal -> 0.5 * ((y - normal.mean()) / normal.sd()) * ((y - normal.mean()) / normal.sd());
                case Laplace laplace -> Math.abs(y - laplace.location()) / laplace.scale();
                case Poisson poisson -> poisson.rate() - LogSpace.xLogY(y, poisson.rate());
                default -> nll;
            };
        }

        /** What the NLL has besides the textbook loss. */
        private double constant(double y) {
            return switch (model) {
                case Normal normal -> 0 - normal.logDensity(normal.mean());
                case Laplace laplace -> 0 - laplace.logDensity(laplace.location());
                case Poisson _ -> Special.logGamma(y + 1);
                default -> 0;
            };
        }

        private double constants() {
            var constants = new double[seen.length];
            for (int i = 0; i < seen.length; i++) {
                constants[i] = constant(seen[i]);
            }
            return Sum.of(constants);
        }

        private String lossLabel() {
            return switch (law) {
                case NORMAL -> "½ (*y* − *μ*)² / *σ*²";
                case LAPLACE -> "|*y* − *μ*| / *b*";
                case COIN -> "−*y* ln *p* − (1 − *y*) ln(1 − *p*)";
                case COUNTS -> "*λ* − *y* ln *λ*";
                default -> "−ln *π* of *y*";
            };
        }

        private String lossName() {
            return switch (law) {
                case NORMAL -> "half the squared error";
                case LAPLACE -> "absolute error";
                case COIN -> "binary cross-entropy";
                case COUNTS -> "Poisson loss";
                default -> "categorical cross-entropy";
            };
        }

        private String constantLabel() {
            return switch (law) {
                case NORMAL -> "½ ln(2π*σ*²)";
                case LAPLACE -> "ln(2*b*)";
                case COUNTS -> "ln *y*!";
                default -> "constant";
            };
        }

        private boolean labels() {
            return law.equals(COIN) || law.equals(DIE);
        }

        Outcome result() {
            String infinite = sum < Double.POSITIVE_INFINITY ? "nats" : "the model calls what was seen impossible";
            var readouts = new ArrayList<Readout>();
            readouts.add(new Readout(lossLabel(), lossName() + ", added up", added(textbook), "", Role.Q));
            if (!labels()) {
                readouts.add(new Readout(constantLabel(), "constants, added up", constants(), "", Role.PLAIN));
            }
            return new Outcome.Result(
                    List.of(
                            new Readout("NLL", "summed over the rows", sum, infinite, Role.LIKELIHOOD),
                            new Readout("NLL / *N*", "mean of the rows", sum / seen.length, "", Role.LIKELIHOOD)),
                    readouts,
                    labels() ? overProbability() : overObservation(),
                    table(),
                    words(),
                    notes(),
                    "Summed NLL " + Figures.amount(sum) + ", mean " + Figures.amount(sum / seen.length) + ".");
        }

        /** The loss of every probability that the truth can be given. */
        private Picture overProbability() {
            var marks = new ArrayList<Picture.Mark>();
            for (int i = 0; i < seen.length; i++) {
                double given = model.density(outcome(seen[i]));
                marks.add(new Picture.Mark(Picture.Mark.Shape.BEST, Role.P, given, Math.min(TOP, nll[i])));
            }
            return new Picture.Graph(
                    new Picture.Axes(0, 1, 0, TOP),
                    "probability that the model gave to what was seen",
                    List.of(new Picture.Curve(
                            "NLL",
                            Role.LIKELIHOOD,
                            Picture.Stroke.MAIN,
                            Line.of(0.005, 1, POINTS, p -> 0 - LogSpace.xLogY(1, p)))),
                    marks,
                    List.of(),
                    "The curve of minus the logarithm over the probability given to what was seen. " + rowsInWords());
        }

        private Picture overObservation() {
            double left = seen[0];
            double right = seen[0];
            for (double y : seen) {
                left = Math.min(left, y);
                right = Math.max(right, y);
            }
            boolean counts = law.equals(COUNTS);
            double reach = counts ? 4 * Math.sqrt(model.variance()) + 2 : 3 * Math.sqrt(model.variance());
            left = Math.min(left, model.mean() - reach);
            right = Math.max(right, model.mean() + reach);
            if (counts) {
                left = Math.max(0, Math.floor(left));
                right = Math.ceil(right);
            }
            // Between whole numbers a count has no probability: the points are joined by straight lines
            int points = counts ? (int) Math.min(POINTS, right - left + 1) : POINTS;
            double step = counts ? Math.ceil((right - left) / (points - 1)) : 1;
            double end = counts ? left + step * (points - 1) : right;
            Line curve = Line.of(left, end, points, y -> 0 - model.logDensity(y));
            Line loss = Line.of(left, end, points, y -> textbook(y, 0));
            double low = 0;
            double high = 1;
            for (int i = 0; i < curve.size(); i++) {
                low = Math.min(low, Math.min(curve.y(i), loss.y(i)));
                high = Math.max(high, Math.max(curve.y(i), loss.y(i)));
            }
            var marks = new ArrayList<Picture.Mark>();
            for (int i = 0; i < seen.length; i++) {
                marks.add(new Picture.Mark(Picture.Mark.Shape.BEST, Role.P, seen[i], nll[i]));
            }
            return new Picture.Graph(
                    new Picture.Axes(left, end, 1.05 * low, 1.05 * high),
                    "observation *y*",
                    List.of(
                            new Picture.Curve(lossName(), Role.PLAIN, Picture.Stroke.THIN, loss),
                            new Picture.Curve("NLL", Role.LIKELIHOOD, Picture.Stroke.MAIN, curve)),
                    marks,
                    List.of(),
                    "The NLL of an observation over its value, and the " + lossName()
                            + ", which lies apart from it by the constant. " + rowsInWords());
        }

        private String rowsInWords() {
            var words = new StringBuilder();
            for (int i = 0; i < seen.length; i++) {
                words.append(i == 0 ? "" : " ");
                words.append("Row ").append(i + 1).append(": ").append(Figures.ratio(seen[i]));
                words.append(" costs ").append(Figures.amount(nll[i])).append(" nats.");
            }
            return words.toString();
        }

        private Table table() {
            var columns = new ArrayList<Table.Column>();
            columns.add(new Table.Column("row", Role.PLAIN));
            columns.add(new Table.Column("*y*", Role.P));
            if (!labels()) {
                columns.add(new Table.Column(lossLabel(), Role.Q));
                columns.add(new Table.Column(constantLabel(), Role.PLAIN));
            }
            columns.add(new Table.Column(labels() ? lossLabel() : "NLL", Role.LIKELIHOOD, "nats"));
            int dearest = 0;
            for (int i = 1; i < nll.length; i++) {
                dearest = nll[i] > nll[dearest] ? i : dearest;
            }
            var rows = new ArrayList<Table.Row>();
            for (int i = 0; i < seen.length; i++) {
                var cells = new ArrayList<Table.Cell>();
                cells.add(new Table.Cell.Words(Integer.toString(i + 1)));
                cells.add(new Table.Cell.Ratio(seen[i]));
                if (!labels()) {
                    cells.add(new Table.Cell.Amount(textbook[i]));
                    cells.add(new Table.Cell.Amount(constant(seen[i])));
                }
                cells.add(new Table.Cell.Amount(nll[i]));
                rows.add(new Table.Row(cells, seen.length > 1 && i == dearest));
            }
            return new Table("Row by row", columns, rows, List.of(total("sum", 1), total("mean", seen.length)));
        }

        private Table.Row total(String name, int divisor) {
            var cells = new ArrayList<Table.Cell>();
            cells.add(new Table.Cell.Words(name));
            cells.add(new Table.Cell.Words(""));
            if (!labels()) {
                cells.add(new Table.Cell.Amount(added(textbook) / divisor));
                cells.add(new Table.Cell.Amount(constants() / divisor));
            }
            cells.add(new Table.Cell.Amount(sum / divisor));
            return new Table.Row(cells, false);
        }

        private String words() {
            String rows = seen.length == 1 ? "The one row costs " : "The " + seen.length + " rows cost ";
            String total =
                    rows + Figures.amount(sum) + " nats, " + Figures.amount(sum / seen.length) + " in the mean. ";
            return total
                    + switch (law) {
                        case NORMAL -> "Without its constant the NLL is half the squared error in units of *σ*².";
                        case LAPLACE -> "Without its constant the NLL is the absolute error in units of *b*.";
                        case COUNTS -> "Without its constant the NLL is the Poisson loss.";
                        default -> "The NLL is the " + lossName() + " itself, without a constant.";
                    };
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            boolean negative = false;
            for (double one : nll) {
                negative |= one < 0;
            }
            if (negative) {
                notes.add(
                        "A negative NLL is allowed here: a density may exceed 1, and then its logarithm is positive.");
            }
            if (sum == Double.POSITIVE_INFINITY) {
                notes.add("An outcome of probability 0 has happened. Whoever calls the truth impossible pays without"
                        + " limit.");
            }
            for (double one : nll) {
                if (labels() && one > TOP) {
                    notes.add(
                            "The mark at the upper edge of the picture belongs higher up: the curve has no upper end.");
                    break;
                }
            }
            if (law.equals(COUNTS)) {
                notes.add("The last part, ln *y*!, depends on the data alone, so training leaves it out.");
            }
            return notes;
        }
    }
}
