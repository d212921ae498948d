package dev.surprisal.widget.probability;

import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** A uniform number becomes a draw: across at its height to the cumulative curve, then down to the axis. */
public final class InverseCdf extends Calculator {

    private static final String CLASSES = "classes";

    private static final int U = 0;
    private static final int POINTS = 161;

    private static final Range SHARE = new Range(
            1e-9,
            1 - 1e-9,
            Range.Kind.ANY,
            "Enter a number strictly between 0 and 1: at the ends a law without bounds answers with infinity.");

    private static final double[] SHARES = {0.01, 0.25, 0.5, 0.75, 0.9, 0.99};

    private static final List<Preset> PRESETS = List.of(
            preset("waiting", "A waiting time", "exponential", 0.7, 1),
            preset("fast", "Two arrivals a minute", "exponential", 0.9, 2),
            preset("normal", "A standard normal", "normal", 0.9, 0, 1),
            preset("laplace", "Heavier tails", "laplace", 0.75, 0, 1),
            preset("logistic", "Logistic", "logistic", 0.9, 0, 1),
            preset("classes", "One of four classes", CLASSES, 0.55, 1, 4, 3, 2));

    public InverseCdf() {
        super(
                "inverse-cdf",
                "From a uniform number to a draw",
                List.of(new WordChoice(
                        "law",
                        "Law",
                        Choice.Style.MENU,
                        List.of(
                                new Option("exponential", "exponential"),
                                new Option("normal", "normal"),
                                new Option("laplace", "Laplace"),
                                new Option("logistic", "logistic"),
                                new Option(CLASSES, "four classes")))),
                PRESETS);
    }

    private static Preset preset(String name, String label, String law, double... numbers) {
        return new Preset(name, label, State.of(law, numbers));
    }

    private static String law(State state) {
        return state.words().getFirst();
    }

    @Override
    protected List<Section> sections(State state) {
        var share = new Input("u", "*u*", SHARE, 0.01, 0.99, 0.01);
        return List.of(
                new Section("share", "The uniform number", Role.Q, "", List.of(share)),
                new Section("law", "The law", Role.P, "", inputs(law(state))));
    }

    private static List<Input> inputs(String law) {
        if (law.equals(CLASSES)) {
            var weights = new ArrayList<Input>();
            for (int k = 1; k <= 4; k++) {
                weights.add(new Input("w" + k, "weight of " + k, Range.positive(0.001, 1000), 0.5, 10, 0.5));
            }
            return weights;
        }
        Range size = Range.positive(0.001, 1000);
        if (law.equals("exponential")) {
            return List.of(new Input("rate", "rate", size, 0.1, 5, 0.1));
        }
        var place = new Range(-1000, 1000, Range.Kind.ANY, "Enter a number between −1000 and 1000.");
        return List.of(
                new Input("centre", "centre", place, -5, 5, 0.1),
                new Input("scale", law.equals("normal") ? "*σ*" : "scale", size, 0.1, 5, 0.1));
    }

    @Override
    protected State chosen(State state, int choice, String word) {
        if (word.equals(law(state))) {
            return state;
        }
        for (Preset preset : PRESETS) {
            if (law(preset.state()).equals(word)) {
                return preset.state().with(U, state.number(U));
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

    /** The handle is held by its height. */
    @Override
    protected State dragged(State state, String control, double x, double y) {
        return slid(state, control, y);
    }

    @Override
    public Outcome result(State state) {
        return law(state).equals(CLASSES) ? new Scan(state).result() : new Inverse(state).result();
    }

    private static Outcome.Result outcome(
            double draw, double u, List<Readout> readouts, Picture picture, Table table, String words, String note) {
        return new Outcome.Result(
                List.of(
                        new Readout("F⁻¹(*u*)", "draw", draw, "", Role.P),
                        new Readout("*u*", "uniform number", u, "", Role.Q)),
                readouts,
                picture,
                table,
                words,
                note.isEmpty() ? List.of() : List.of(note),
                "Draw " + Figures.amount(draw) + ".");
    }

    private static Picture picture(Line curve, double left, double right, double u, double x, String alternative) {
        double place = Math.max(left, Math.min(right, x));
        return new Picture.Graph(
                new Picture.Axes(left, right, 0, 1.05),
                "value of the draw",
                List.of(
                        new Picture.Curve("cumulative curve F", Role.P, Picture.Stroke.MAIN, curve),
                        new Picture.Curve("", Role.PLAIN, Picture.Stroke.FAINT, Line.between(left, u, place, u)),
                        new Picture.Curve("", Role.PLAIN, Picture.Stroke.FAINT, Line.between(place, u, place, 0))),
                List.of(new Picture.Mark(Picture.Mark.Shape.BEST, Role.P, place, 0)),
                List.of(new Picture.Handle("u", "u", Role.Q, place, u)),
                alternative);
    }

    /** A law with a density. */
    private static final class Inverse {
        private final Continuous law;
        private final double u;
        private final double x;

        Inverse(State state) {
            u = state.number(U);
            law = switch (law(state)) {
                case "exponential" -> new Exponential(state.number(1));
                case "laplace" -> new Laplace(state.number(1), state.number(2));
                case "logistic" -> new Logistic(state.number(1), state.number(2));
                default -> new Normal(state.number(1), state.number(2));
            };
            x = law.quantile(u);
        }

        Outcome result() {
            double left = law.quantile(0.005);
            double right = law.quantile(0.995);
            boolean outside = x < left || x > right;
            return outcome(
                    x,
                    u,
                    List.of(
                            new Readout("F⁻¹(1 − *u*)", "draw from the other side", law.quantile(1 - u), "", Role.P),
                            new Readout("*p*(*x*)", "density there", law.density(x), "", Role.P)),
                    picture(
                            Line.of(left, right, POINTS, law::cdf),
                            left,
                            right,
                            u,
                            x,
                            "The cumulative curve. At the height " + Figures.ratio(u) + " it stands over "
                                    + Figures.ratio(x) + "."),
                    table(),
                    "The uniform number " + Figures.ratio(u) + " becomes " + Figures.amount(x)
                            + ": a share of " + Figures.ratio(u) + " of all draws lies below. Where the curve is steep,"
                            + " many heights lead to nearly the same place, and draws are frequent.",
                    outside ? "The draw lies outside the picture, and is marked at its edge." : "");
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (double share : SHARES) {
                rows.add(new Table.Row(
                        List.of(new Table.Cell.Ratio(share), new Table.Cell.Amount(law.quantile(share))), false));
            }
            return new Table(
                    "Some heights and their draws",
                    List.of(new Table.Column("*u*", Role.Q), new Table.Column("F⁻¹(*u*)", Role.P)),
                    rows,
                    List.of());
        }
    }

    /** Four classes: the first whose cumulative probability reaches the number. */
    private static final class Scan {
        private static final int COUNT = 4;

        private final double u;
        private final double[] probabilities = new double[COUNT];
        private final double[] cumulative = new double[COUNT];
        private final int chosen;

        Scan(State state) {
            u = state.number(U);
            double total = 0;
            for (int k = 0; k < COUNT; k++) {
                total += state.number(1 + k);
            }
            double sum = 0;
            for (int k = 0; k < COUNT; k++) {
                sum += state.number(1 + k);
                probabilities[k] = state.number(1 + k) / total;
                cumulative[k] = sum / total;
            }
            int k = 0;
            // The last class catches what rounding leaves over
            while (k < COUNT - 1 && cumulative[k] < u) {
                k++;
            }
            chosen = k;
        }

        Outcome result() {
            var xs = new double[2 * COUNT + 2];
            var ys = new double[2 * COUNT + 2];
            double before = 0;
            for (int k = 0; k < COUNT; k++) {
                xs[2 * k + 1] = k + 1;
                ys[2 * k + 1] = before;
                xs[2 * k + 2] = k + 1;
                ys[2 * k + 2] = cumulative[k];
                before = cumulative[k];
            }
            xs[2 * COUNT + 1] = COUNT + 0.5;
            ys[2 * COUNT + 1] = 1;
            xs[0] = 0.5;
            return outcome(
                    chosen + 1,
                    u,
                    List.of(new Readout("*p*(*x*)", "probability of the class", probabilities[chosen], "", Role.P)),
                    picture(
                            Line.of(xs, ys),
                            0.5,
                            COUNT + 0.5,
                            u,
                            chosen + 1,
                            "Stairs with a step at each class. The height " + Figures.ratio(u)
                                    + " meets the step of class " + (chosen + 1) + "."),
                    table(),
                    "Class " + (chosen + 1) + " is the first whose cumulative probability, "
                            + Figures.ratio(cumulative[chosen]) + ", reaches " + Figures.ratio(u) + ".",
                    "");
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k < COUNT; k++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Integer.toString(k + 1)),
                                new Table.Cell.Ratio(probabilities[k]),
                                new Table.Cell.Ratio(cumulative[k])),
                        k == chosen));
            }
            return new Table(
                    "The scan",
                    List.of(
                            new Table.Column("class", Role.PLAIN),
                            new Table.Column("probability", Role.P),
                            new Table.Column("cumulative", Role.P)),
                    rows,
                    List.of());
        }
    }
}
