package dev.surprisal.widget.estimation;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.estimation.MaximumAPosteriori;
import dev.surprisal.math.estimation.MaximumLikelihood;
import dev.surprisal.math.estimation.Objective;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Contours;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The NLL over two parameters as a landscape, with and without a penalty, and the lowest place of each. */
public final class LikelihoodSurface extends Calculator {

    private static final String MEASURED = "measurements";
    private static final String LABELS = "labels";
    private static final String SEPARATED = "separated";

    private static final int U = 0;
    private static final int V = 1;
    private static final int LAMBDA = 2;

    /** Where the measurements begin among the numbers of a state. */
    private static final int FIRST = 3;

    private static final int FEWEST = 2;
    private static final int MOST = 8;

    private static final double HALF_LN_2_PI = 0.9189385332046727;

    private static final int COLUMNS = 57;
    private static final int ROWS = 41;

    /** Contours are so many nats above the lowest place. */
    private static final double[] ABOVE = {0.5, 1, 2, 4, 8, 16};

    private static final WordChoice DATA = new WordChoice(
            "data",
            "Data",
            Choice.Style.MENU,
            List.of(
                    new Option(MEASURED, "measurements: mean and sd"),
                    new Option(LABELS, "labels that overlap: intercept and slope"),
                    new Option(SEPARATED, "labels that a point separates")));

    private static final List<Preset> PRESETS = List.of(
            preset("bare", "Four measurements, no penalty", MEASURED, 2, 1.5, 0, 1, 2, 4, 5),
            preset("pulled", "The mean pulled to 0", MEASURED, 2, 1.5, 0.5, 1, 2, 4, 5),
            preset("labels", "A logistic curve", LABELS, 0.5, 1.5, 0),
            preset("ridge", "The same with a penalty", LABELS, 0.5, 1.5, 1),
            preset("valley", "A valley without an end", SEPARATED, 0, 2, 0),
            preset("closed", "A penalty closes it", SEPARATED, 0, 2, 0.05));

    public LikelihoodSurface() {
        super("likelihood-surface", "The landscape of the NLL", List.of(DATA), PRESETS);
    }

    private static Preset preset(String name, String label, String data, double... numbers) {
        return new Preset(name, label, State.of(data, numbers));
    }

    private static boolean measured(State state) {
        return state.words().getFirst().equals(MEASURED);
    }

    private static int count(State state) {
        return Math.max(FEWEST, Math.min(MOST, state.numbers().size() - FIRST));
    }

    private static RegressionData labels(State state) {
        return state.words().getFirst().equals(LABELS) ? RegressionData.LABELS : RegressionData.SEPARATED;
    }

    @Override
    protected List<Section> sections(State state) {
        Range any = new Range(-100, 100, Range.Kind.ANY, "Enter a number between −100 and 100.");
        Range strength = new Range(0, 1000, Range.Kind.ANY, "Enter a strength from 0, which is no penalty, to 1000.");
        boolean measured = measured(state);
        var sections = new ArrayList<>(List.of(
                new Section(
                        "place",
                        "The place",
                        Role.Q,
                        "",
                        List.of(
                                measured
                                        ? new Input("u", "mean *μ*", any, -5, 10, 0.1)
                                        : new Input("u", "intercept *a*", any, -4, 4, 0.1),
                                measured
                                        ? new Input("v", "sd *σ*", Range.positive(0.01, 100), 0.1, 10, 0.1)
                                        : new Input("v", "slope *b*", any, -1, 9, 0.1))),
                new Section(
                        "penalty",
                        measured ? "The penalty *λμ*²" : "The penalty *λb*²",
                        Role.PRIOR,
                        "",
                        List.of(new Input("lambda", "*λ*", strength, 0, 2, 0.01)))));
        if (measured) {
            var data = new ArrayList<Input>();
            for (int i = 1; i <= count(state); i++) {
                data.add(new Input("x" + i, "*x* " + i, any, -5, 10, 0.1));
            }
            sections.add(new Section("data", "The measurements", Role.P, "", data));
        }
        return sections;
    }

    @Override
    protected State chosen(State state, int choice, String word) {
        if (word.equals(state.words().getFirst())) {
            return state;
        }
        for (Preset preset : PRESETS) {
            if (preset.state().words().getFirst().equals(word)) {
                return preset.state().with(LAMBDA, state.number(LAMBDA));
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
    protected State dragged(State state, String control, double x, double y) {
        if (!control.equals("place")) {
            throw noControl(control);
        }
        return slid(slid(state, "u", x), "v", y);
    }

    @Override
    protected List<Action> actions(State state) {
        if (!measured(state)) {
            return List.of();
        }
        return List.of(
                new Action("add", "Add a measurement", count(state) < MOST),
                new Action("remove", "Remove the last", count(state) > FEWEST));
    }

    @Override
    protected State pressed(State state, String control) {
        var numbers = new ArrayList<>(state.numbers());
        if (!measured(state) || !(control.equals("add") || control.equals("remove"))) {
            throw noControl(control);
        }
        if (control.equals("add") && count(state) < MOST) {
            numbers.add(numbers.getLast());
        } else if (control.equals("remove") && count(state) > FEWEST) {
            numbers.removeLast();
        }
        return new State(state.words(), numbers);
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("objective", new Surface(state).penalised(state.number(U), state.number(V))));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Surface(state).result();
    }

    /** A place in the plane. */
    private record Place(double u, double v) {}

    /** The landscape of one state. */
    private static final class Surface {
        private final boolean measured;
        private final Place place;
        private final double lambda;
        private final double[] data;
        private final Axes axes;
        private final Objective meanNll;
        private final double size;
        private final Optional<Place> likeliest;
        private final Optional<Place> penalisedBest;

        Surface(State state) {
            measured = measured(state);
            place = new Place(state.number(U), state.number(V));
            lambda = state.number(LAMBDA);
            RegressionData labels = labels(state);
            meanNll = labels.loss();
            size = measured ? count(state) : labels.size();
            data = new double[measured ? count(state) : 0];
            for (int i = 0; i < data.length; i++) {
                data[i] = state.number(FIRST + i);
            }
            axes = measured ? around(data) : labels.valley();
            likeliest = measured ? normal(0) : logistic(labels, 0);
            penalisedBest = lambda == 0 ? likeliest : measured ? normal(lambda) : logistic(labels, lambda);
        }

        private static Axes around(double[] data) {
            double least = Math.min(0, data[0]);
            double most = Math.max(0, data[0]);
            for (double x : data) {
                least = Math.min(least, x);
                most = Math.max(most, x);
            }
            double spread = Math.max(0.2, Math.sqrt(MaximumLikelihood.normalVariance(data)));
            return new Axes(least - spread, most + spread, 0.4 * spread, 3.5 * spread);
        }

        private Optional<Place> normal(double lambda) {
            if (!(MaximumLikelihood.normalVariance(data) > 0)) {
                return Optional.empty();
            }
            Normal best = MaximumAPosteriori.normal(data, lambda);
            return Optional.of(new Place(best.mean(), best.sd()));
        }

        private static Optional<Place> logistic(RegressionData labels, double lambda) {
            return labels.best(lambda).map(theta -> new Place(settled(theta[0]), theta[1]));
        }

        /** What is nearer to 0 is rounding: by symmetry the intercept of the labels is 0. */
        private static double settled(double value) {
            return Math.abs(value) < 1e-12 ? 0 : value;
        }

        /** The summed NLL. */
        private double nll(double u, double v) {
            if (!measured) {
                return size * meanNll.value(new double[] {u, v});
            }
            var squares = new Sum();
            for (double x : data) {
                squares.addProduct(x - u, x - u);
            }
            return size * (HALF_LN_2_PI + Elementary.log(v)) + 0.5 * squares.value() / v / v;
        }

        private double penalty(double u, double v) {
            double weight = measured ? u : v;
            return lambda * weight * weight;
        }

        double penalised(double u, double v) {
            return nll(u, v) + penalty(u, v);
        }

        private double nll(Place at) {
            return nll(at.u, at.v);
        }

        private double penalised(Place at) {
            return penalised(at.u, at.v);
        }

        Outcome result() {
            var headline = new ArrayList<Readout>();
            headline.add(new Readout("NLL", "at the place", nll(place), "nats", Role.LIKELIHOOD));
            if (lambda > 0) {
                headline.add(new Readout("NLL + penalty", "at the place", penalised(place), "nats", Role.POSTERIOR));
            } else {
                likeliest.ifPresent(
                        best -> headline.add(new Readout("min NLL", "least there is", nll(best), "nats", Role.PLAIN)));
            }
            var readouts = new ArrayList<Readout>();
            likeliest.ifPresent(best -> {
                readouts.add(new Readout(name(true), "of maximum likelihood", best.u, "", Role.LIKELIHOOD));
                readouts.add(new Readout(name(false), "of maximum likelihood", best.v, "", Role.LIKELIHOOD));
            });
            if (lambda > 0) {
                penalisedBest.ifPresent(best -> {
                    readouts.add(new Readout(name(true) + " MAP", "with the penalty", best.u, "", Role.POSTERIOR));
                    readouts.add(new Readout(name(false) + " MAP", "with the penalty", best.v, "", Role.POSTERIOR));
                });
            }
            return new Outcome.Result(
                    headline,
                    readouts,
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "NLL " + Figures.amount(nll(place))
                            + (lambda > 0 ? ", with the penalty " + Figures.amount(penalised(place)) : "") + ".");
        }

        private String name(boolean first) {
            return measured ? (first ? "*μ*" : "*σ*") : (first ? "*a*" : "*b*");
        }

        private Picture picture() {
            var heights = new double[COLUMNS * ROWS];
            var raised = new double[COLUMNS * ROWS];
            for (int j = 0; j < ROWS; j++) {
                double v = axes.bottom() + (axes.top() - axes.bottom()) * j / (ROWS - 1);
                for (int i = 0; i < COLUMNS; i++) {
                    double u = axes.left() + (axes.right() - axes.left()) * i / (COLUMNS - 1);
                    heights[j * COLUMNS + i] = nll(u, v);
                    raised[j * COLUMNS + i] = heights[j * COLUMNS + i] + penalty(u, v);
                }
            }
            var curves = new ArrayList<Curve>();
            addContours(curves, heights, likeliest.map(this::nll), "NLL", Role.LIKELIHOOD);
            if (lambda > 0) {
                addContours(curves, raised, penalisedBest.map(this::penalised), "NLL + penalty", Role.POSTERIOR);
            }
            var marks = new ArrayList<Mark>();
            likeliest.ifPresent(best -> marks.add(new Mark(Mark.Shape.LOCAL, Role.LIKELIHOOD, best.u, best.v)));
            if (lambda > 0) {
                penalisedBest.ifPresent(best -> marks.add(new Mark(Mark.Shape.BEST, Role.POSTERIOR, best.u, best.v)));
            }
            return new Picture.Graph(
                    axes,
                    measured ? "mean *μ* (upwards: sd *σ*)" : "intercept *a* (upwards: slope *b*)",
                    curves,
                    marks,
                    List.of(new Picture.Handle("place", "u", Role.Q, place.u, place.v)),
                    "Contours of the NLL" + (lambda > 0 ? " and of the NLL with its penalty" : "") + ". " + words());
        }

        /** The contours so much above the lowest height, the first of them with a name for the legend. */
        private void addContours(
                List<Curve> curves, double[] heights, Optional<Double> least, String label, Role role) {
            var contours = new Contours(axes, COLUMNS, heights);
            double lowest = least.orElse(contours.lowest());
            String name = label;
            for (double above : ABOVE) {
                for (Line part : contours.inside(lowest + above)) {
                    curves.add(new Curve(name, role, Stroke.THIN, part));
                    name = "";
                }
            }
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            rows.add(row("the place", place, true));
            likeliest.ifPresent(best -> rows.add(row("maximum likelihood", best, false)));
            if (lambda > 0) {
                penalisedBest.ifPresent(best -> rows.add(row("with the penalty (MAP)", best, false)));
            }
            return new Table(
                    "Places",
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column(name(true), Role.PLAIN),
                            new Table.Column(name(false), Role.PLAIN),
                            new Table.Column("NLL", Role.LIKELIHOOD, "nats"),
                            new Table.Column("penalty", Role.PRIOR, "nats"),
                            new Table.Column("sum", Role.POSTERIOR, "nats")),
                    rows,
                    List.of());
        }

        private Table.Row row(String name, Place at, boolean striking) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Amount(at.u),
                            new Table.Cell.Amount(at.v),
                            new Table.Cell.Amount(nll(at)),
                            new Table.Cell.Amount(penalty(at.u, at.v)),
                            new Table.Cell.Amount(penalised(at))),
                    striking);
        }

        private static String words(Place at) {
            return "(" + Figures.ratio(at.u) + ", " + Figures.ratio(at.v) + ")";
        }

        private String words() {
            var words = new StringBuilder("At ").append(words(place)).append(" the NLL is ");
            words.append(Figures.amount(nll(place))).append(" nats.");
            likeliest.ifPresent(best -> words.append(" It is least at ")
                    .append(words(best))
                    .append(", with ")
                    .append(Figures.amount(nll(best)))
                    .append('.'));
            if (lambda > 0) {
                penalisedBest.ifPresent(best -> words.append(" With the penalty the lowest place is ")
                        .append(words(best))
                        .append('.'));
            }
            return words.toString();
        }

        private List<String> notes() {
            if (likeliest.isPresent()) {
                return List.of();
            }
            return List.of(
                    measured
                            ? "All measurements are equal: the narrower the curve over them, the likelier they are, and there"
                                    + " is no lowest place."
                            : "A point separates these labels, so the NLL falls for ever as the slope grows: the likelihood"
                                    + " alone has no lowest place.");
        }
    }
}
