package dev.surprisal.widget.estimation;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.estimation.LinearRegression;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Latest;
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

/**
 * Polynomials of every degree through a few noisy points: on these points the NLL falls with the degree, on fresh ones it falls
 * and rises again.
 */
public final class PolynomialDegree extends Calculator {

    static final int MOST_DEGREE = 9;

    private static final int DEGREE = 0;
    private static final int POINTS = 1;
    private static final int NOISE = 2;
    private static final int SEED = 3;

    /** Fresh points to try the fits on: enough that chance hardly moves their mean. */
    private static final int FRESH = 200;

    private static final double LN_2_PI = 1.8378770664093453;

    private static final List<Preset> PRESETS = List.of(
            Preset.of("stiff", "A straight line through a bend", 1, 12, 0.3, 42),
            Preset.of("apt", "Degree three, as the truth", 3, 12, 0.3, 42),
            Preset.of("nine", "Degree nine", 9, 12, 0.3, 42),
            Preset.of("more", "Degree nine and a hundred points", 9, 100, 0.3, 42));

    private final Latest<State, Fits> latest = new Latest<>();

    public PolynomialDegree() {
        super("polynomial-degree", "How many bends?", List.of(), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "model",
                        "The model",
                        Role.Q,
                        "",
                        List.of(new Input("degree", "degree", Range.count(0, MOST_DEGREE), 0, MOST_DEGREE, 1))),
                new Section(
                        "data",
                        "The data",
                        Role.P,
                        "",
                        List.of(
                                new Input("points", "points", Range.count(12, 100), 12, 100, 1),
                                new Input("noise", "sd of the noise", Range.positive(0.01, 10), 0.05, 1, 0.05),
                                new Input("seed", "seed", Range.count(0, 1_000_000), 0, 100, 1))));
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(new Action("redraw", "Draw other points", true));
    }

    @Override
    protected State pressed(State state, String control) {
        if (!control.equals("redraw")) {
            throw noControl(control);
        }
        double seed = state.number(SEED);
        return state.with(SEED, seed < 1_000_000 ? seed + 1 : 0);
    }

    @Override
    public List<Quantity> quantities(State state) {
        Fits fits = latest.of(state, Fits::new);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("train", fits.train[fits.degree]));
        quantities.add(Quantity.number("fresh", fits.fresh[fits.degree]));
        quantities.add(Quantity.number("best", fits.best()));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return latest.of(state, Fits::new).result();
    }

    /** The fits of all degrees to the points of one state. */
    private static final class Fits {
        private final int degree;
        private final double noise;
        private final double[] x;
        private final double[] y;
        private final double[][] coefficients = new double[MOST_DEGREE + 1][];
        private final double[] variance = new double[MOST_DEGREE + 1];
        private final double[] train = new double[MOST_DEGREE + 1];
        private final double[] fresh = new double[MOST_DEGREE + 1];

        Fits(State state) {
            degree = (int) state.number(DEGREE);
            noise = state.number(NOISE);
            var generator = Generator.ofSeed((int) state.number(SEED));
            x = new double[(int) state.number(POINTS)];
            y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = -1 + 2.0 * i / (x.length - 1);
                y[i] = truth(x[i]) + noise * Normal.STANDARD.sample(generator);
            }
            var freshX = new double[FRESH];
            var freshY = new double[FRESH];
            for (int i = 0; i < FRESH; i++) {
                freshX[i] = -1 + 2 * generator.nextUnit();
                freshY[i] = truth(freshX[i]) + noise * Normal.STANDARD.sample(generator);
            }
            for (int d = 0; d <= MOST_DEGREE; d++) {
                coefficients[d] = LinearRegression.leastSquares(powers(x, d), y);
                variance[d] = meanSquare(x, y, coefficients[d]);
                train[d] = nll(variance[d], variance[d]);
                fresh[d] = nll(variance[d], meanSquare(freshX, freshY, coefficients[d]));
            }
        }

        /** The curve that the points come from, between −1 and 1. */
        private static double truth(double x) {
            // sin(3x) by its series would do; a cubic with the same bends is exact everywhere
            return x * (3 - 4 * x * x);
        }

        private static double[][] powers(double[] x, int degree) {
            var rows = new double[x.length][degree + 1];
            for (int i = 0; i < x.length; i++) {
                double power = 1;
                for (int j = 0; j <= degree; j++) {
                    rows[i][j] = power;
                    power *= x[i];
                }
            }
            return rows;
        }

        private static double at(double[] coefficients, double x) {
            double value = 0;
            for (int j = coefficients.length - 1; j >= 0; j--) {
                value = value * x + coefficients[j];
            }
            return value;
        }

        private static double meanSquare(double[] x, double[] y, double[] coefficients) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double error = y[i] - at(coefficients, x[i]);
                sum += error * error;
            }
            return sum / x.length;
        }

        /** The mean NLL under normal noise of a variance, where the mean squared error is so large. */
        private static double nll(double variance, double meanSquare) {
            return 0.5 * (LN_2_PI + Elementary.log(variance) + meanSquare / variance);
        }

        /** The degree with the least NLL on fresh points. */
        int best() {
            int best = 0;
            for (int d = 1; d <= MOST_DEGREE; d++) {
                best = fresh[d] < fresh[best] ? d : best;
            }
            return best;
        }

        /** The NLL of the truth itself: the entropy of the noise. */
        private double floor() {
            return nll(noise * noise, noise * noise);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout("training NLL", "mean over the points", train[degree], "nats", Role.Q),
                            new Readout("fresh NLL", "mean over fresh points", fresh[degree], "nats", Role.FORWARD)),
                    List.of(
                            new Readout("*σ*̂", "sd of the noise as fitted", Math.sqrt(variance[degree]), "", Role.Q),
                            new Readout(
                                    "gap",
                                    "fresh NLL less the training NLL",
                                    fresh[degree] - train[degree],
                                    "nats",
                                    Role.PLAIN),
                            new Readout("H", "entropy of the noise itself", floor(), "nats", Role.P)),
                    points(),
                    table(),
                    words(),
                    notes(),
                    "Degree " + degree + ": training NLL " + Figures.amount(train[degree]) + ", fresh NLL "
                            + Figures.amount(fresh[degree]) + ".",
                    List.of(new Figure("degrees", degrees())),
                    true);
        }

        private Picture points() {
            double reach = 1.2 + 3 * noise;
            var marks = new ArrayList<Mark>();
            for (int i = 0; i < x.length; i++) {
                marks.add(new Mark(Mark.Shape.BEST, Role.P, x[i], y[i]));
            }
            return new Picture.Graph(
                    new Axes(-1.05, 1.05, -reach, reach),
                    "*x*",
                    List.of(
                            new Curve("truth", Role.PLAIN, Stroke.THIN, Line.of(-1, 1, 101, Fits::truth)),
                            new Curve(
                                    "degree " + degree,
                                    Role.Q,
                                    Stroke.MAIN,
                                    Line.of(
                                            -1,
                                            1,
                                            201,
                                            place -> Math.max(
                                                    -4 * reach,
                                                    Math.min(4 * reach, at(coefficients[degree], place)))))),
                    marks,
                    List.of(),
                    x.length + " noisy points, the curve that they come from, and the fitted polynomial of degree "
                            + degree + ".");
        }

        /** Both NLLs over the degree; what is far above leaves the picture. */
        private Picture degrees() {
            var xs = new double[MOST_DEGREE + 1];
            double low = Math.min(floor(), train[MOST_DEGREE]);
            double high = Math.max(fresh[0], fresh[1]) + 1;
            var cut = new double[MOST_DEGREE + 1];
            for (int d = 0; d <= MOST_DEGREE; d++) {
                xs[d] = d;
                cut[d] = Math.min(fresh[d], high + 10 * (high - low));
            }
            return new Picture.Graph(
                    new Axes(-0.2, MOST_DEGREE + 0.2, low - 0.1, high),
                    "degree",
                    List.of(
                            new Curve(
                                    "entropy", Role.PLAIN, Stroke.THIN, Line.between(0, floor(), MOST_DEGREE, floor())),
                            new Curve("training NLL", Role.Q, Stroke.MAIN, Line.of(xs, train)),
                            new Curve("fresh NLL", Role.FORWARD, Stroke.MAIN, Line.of(xs.clone(), cut))),
                    List.of(
                            new Mark(Mark.Shape.BEST, Role.Q, degree, train[degree]),
                            new Mark(Mark.Shape.BEST, Role.FORWARD, degree, cut[degree])),
                    List.of(),
                    "The NLL over the degree. On the points it falls from " + Figures.amount(train[0]) + " to "
                            + Figures.amount(train[MOST_DEGREE]) + " nats; on fresh points it is least at degree "
                            + best()
                            + ", with " + Figures.amount(fresh[best()]) + " nats.");
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int d = 0; d <= MOST_DEGREE; d++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Integer.toString(d)),
                                new Table.Cell.Amount(Math.sqrt(variance[d])),
                                new Table.Cell.Amount(train[d]),
                                new Table.Cell.Amount(fresh[d])),
                        d == degree));
            }
            return new Table(
                    "Degree by degree",
                    List.of(
                            new Table.Column("degree", Role.PLAIN),
                            new Table.Column("*σ*̂", Role.Q),
                            new Table.Column("training NLL", Role.Q, "nats"),
                            new Table.Column("fresh NLL", Role.FORWARD, "nats")),
                    rows,
                    List.of());
        }

        private String words() {
            return "A polynomial of degree " + degree + " costs " + Figures.amount(train[degree])
                    + " nats for each of the " + x.length + " points that it was fitted to, and "
                    + Figures.amount(fresh[degree]) + " for each of " + FRESH
                    + " fresh ones.";
        }

        private List<String> notes() {
            return fresh[degree] > fresh[best()] + 0.5
                    ? List.of(
                            degree > best()
                                    ? "The fit has come nearer to the empirical distribution, and farther from the one that"
                                            + " it was drawn from."
                                    : "The polynomial has too few bends for the truth.")
                    : List.of();
        }
    }
}
