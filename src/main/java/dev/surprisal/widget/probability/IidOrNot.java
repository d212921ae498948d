package dev.surprisal.widget.probability;

import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.widget.Figure;
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
import dev.surprisal.widget.SeededCalculator;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sequence whose mean may drift and whose values may stick to the one before: what shows in it, and what a sum cannot see. */
public final class IidOrNot extends SeededCalculator {

    private static final int DRIFT = 0;
    private static final int STICKINESS = 1;
    private static final int COUNT = 2;

    private static final String DRAWN = "drawn";
    private static final String SHUFFLED = "shuffled";

    private static final int BINS = 16;
    private static final int POINTS = 81;

    /** The pictures reach so far beyond the drift. */
    private static final double REACH = 3.5;

    private static final List<Preset> PRESETS = List.of(
            preset("iid", "Independent and identically distributed", 0, 0),
            preset("drift", "Independent, not identical", 2, 0),
            preset("sticky", "Identical, not independent", 0, 0.9),
            preset("neither", "Neither", 2, 0.9));

    public IidOrNot() {
        super(
                "iid-or-not",
                "Independent? Identical?",
                List.of(WordChoice.of("order", "Order of the values", DRAWN, SHUFFLED, "sorted")),
                PRESETS);
    }

    private static Preset preset(String name, String label, double drift, double stickiness) {
        return new Preset(name, label, State.of(DRAWN, drift, stickiness, 120, 42));
    }

    /** An example changes the source; the order stays. */
    @Override
    protected State shown(State example, State state) {
        return new State(state.words(), example.numbers());
    }

    @Override
    protected boolean isShown(State example, State state) {
        return example.numbers().equals(state.numbers());
    }

    @Override
    protected List<Section> sections(State state) {
        var drift = new Range(-5, 5, Range.Kind.ANY, "Enter a number between −5 and 5.");
        var stickiness = new Range(0, 0.99, Range.Kind.ANY, "Enter a number from 0 to 0.99.");
        return List.of(
                new Section(
                        "source",
                        "The source",
                        Role.P,
                        "",
                        List.of(
                                new Input("drift", "drift of the mean ±", drift, -4, 4, 0.1),
                                new Input("stickiness", "share kept", stickiness, 0, 0.99, 0.01))),
                new Section(
                        "draws",
                        "The values",
                        Role.Q,
                        "",
                        List.of(new Input("count", "values", Range.count(20, 300), 20, 300, 1), seed())));
    }

    @Override
    public List<Quantity> quantities(State state) {
        var sequence = new Sequence(state, generator(state));
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("asdrawn", sequence.order.equals(DRAWN) ? 1 : 0));
        quantities.add(Quantity.number("correlation", sequence.correlation(0, sequence.x.length)));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Sequence(state, generator(state)).result();
    }

    /** The numbers of one state. */
    private static final class Sequence {
        private final double drift;
        private final double stickiness;
        private final String order;
        private final double[] x;

        Sequence(State state, Generator generator) {
            drift = state.number(DRIFT);
            stickiness = state.number(STICKINESS);
            order = state.words().getFirst();
            x = new double[(int) state.number(COUNT)];
            double fresh = Math.sqrt(1 - stickiness * stickiness);
            double deviation = Normal.STANDARD.sample(generator);
            for (int t = 0; t < x.length; t++) {
                if (t > 0) {
                    // Its variance stays 1
                    deviation = stickiness * deviation + fresh * Normal.STANDARD.sample(generator);
                }
                x[t] = mean(t) + deviation;
            }
            if (order.equals(SHUFFLED)) {
                shuffle(generator);
            } else if (!order.equals(DRAWN)) {
                Arrays.sort(x);
            }
        }

        private void shuffle(Generator generator) {
            for (int last = x.length - 1; last > 0; last--) {
                int other = generator.nextBelow(last + 1);
                double moved = x[last];
                x[last] = x[other];
                x[other] = moved;
            }
        }

        /** From −drift to +drift. */
        private double mean(int t) {
            return drift * (2.0 * t / (x.length - 1) - 1);
        }

        private double mean(int from, int to) {
            return Sum.mean(Arrays.copyOfRange(x, from, to));
        }

        private double sd(int from, int to) {
            double mean = mean(from, to);
            var squares = new Sum();
            for (int t = from; t < to; t++) {
                squares.addProduct(x[t] - mean, x[t] - mean);
            }
            return Math.sqrt(squares.value() / (to - from));
        }

        /** Of neighbours. */
        double correlation(int from, int to) {
            double mean = mean(from, to);
            var products = new Sum();
            var squares = new Sum();
            for (int t = from; t < to; t++) {
                squares.addProduct(x[t] - mean, x[t] - mean);
                if (t + 1 < to) {
                    products.addProduct(x[t] - mean, x[t + 1] - mean);
                }
            }
            return products.value() / squares.value();
        }

        private Normal fitted() {
            return new Normal(mean(0, x.length), sd(0, x.length));
        }

        private double logOfAll() {
            Normal fitted = fitted();
            var sum = new Sum();
            for (double value : x) {
                sum.add(fitted.logDensity(value));
            }
            return sum.value();
        }

        /** The truth: each value given the one before it, by the source that drew them in their own order. */
        private double logOfSource() {
            double fresh = Math.sqrt(1 - stickiness * stickiness);
            var sum = new Sum();
            for (int t = 0; t < x.length; t++) {
                Normal next = t == 0
                        ? new Normal(mean(0), 1)
                        : new Normal(mean(t) + stickiness * (x[t - 1] - mean(t - 1)), fresh);
                sum.add(next.logDensity(x[t]));
            }
            return sum.value();
        }

        Outcome result() {
            double correlation = correlation(0, x.length);
            return new Outcome.Result(
                    List.of(
                            new Readout("*r*₁", "correlation of neighbours", correlation, "", Role.Q),
                            new Readout(
                                    "Σ log *p*(*x*ₜ)", "one normal for all, as if IID", logOfAll(), "nats", Role.P)),
                    List.of(
                            new Readout(
                                    "Σ log *p*(*x*ₜ | before)",
                                    "the source, each given the one before",
                                    logOfSource(),
                                    "nats",
                                    Role.PLAIN),
                            new Readout("mean", "of all values", mean(0, x.length), "", Role.PLAIN),
                            new Readout("sd", "of all values", sd(0, x.length), "", Role.PLAIN)),
                    sequence(),
                    table(),
                    words(correlation),
                    notes(),
                    "Correlation of neighbours " + Figures.amount(correlation) + ".",
                    List.of(new Figure("histogram", histogram()), new Figure("neighbours", neighbours())),
                    true);
        }

        private double reach() {
            return Math.abs(drift) + REACH;
        }

        private Picture sequence() {
            double last = x.length;
            var curves = new ArrayList<Curve>();
            if (order.equals(DRAWN)) {
                curves.add(new Curve("mean", Role.P, Stroke.THIN, Line.between(1, mean(0), last, mean(x.length - 1))));
            }
            curves.add(new Curve(
                    "values", Role.Q, Stroke.THIN, Line.of(1, last, x.length, at -> x[(int) Math.floor(at - 0.5)])));
            return new Picture.Graph(
                    new Axes(1, last, -reach(), reach()),
                    "place *t* in the sequence",
                    curves,
                    List.of(),
                    List.of(),
                    x.length + " values one after the other, " + order + ". The first quarter has the mean "
                            + Figures.amount(mean(0, x.length / 4)) + ", the last one "
                            + Figures.amount(mean(x.length - x.length / 4, x.length)) + ".");
        }

        private Picture histogram() {
            Line bars = Line.histogram(x, -reach(), reach(), BINS);
            Line curve = Line.of(-reach(), reach(), POINTS, fitted()::density);
            return new Picture.Graph(
                    new Axes(-reach(), reach(), 0, 1.1 * Math.max(bars.highest(), curve.highest())),
                    "*x*",
                    List.of(
                            new Curve("values", Role.Q, Stroke.MAIN, bars),
                            new Curve("one normal for all", Role.P, Stroke.THIN, curve)),
                    List.of(),
                    List.of(),
                    "A histogram of the values, the same in every order, and the normal with their mean and standard"
                            + " deviation.");
        }

        private Picture neighbours() {
            var marks = new ArrayList<Mark>();
            for (int t = 0; t + 1 < x.length; t++) {
                marks.add(new Mark(Mark.Shape.LOCAL, Role.Q, x[t], x[t + 1]));
            }
            return new Picture.Graph(
                    new Axes(-reach(), reach(), -reach(), reach()),
                    "*x*ₜ (upwards: the next one)",
                    List.of(),
                    marks,
                    List.of(),
                    "Each value with the next one above it: a cloud with the correlation "
                            + Figures.amount(correlation(0, x.length)) + ".");
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int quarter = 0; quarter < 4; quarter++) {
                int from = x.length * quarter / 4;
                int to = x.length * (quarter + 1) / 4;
                rows.add(row((from + 1) + " to " + to, from, to));
            }
            return new Table(
                    "Quarter by quarter",
                    List.of(
                            new Table.Column("places", Role.PLAIN),
                            new Table.Column("mean", Role.Q),
                            new Table.Column("sd", Role.Q),
                            new Table.Column("correlation of neighbours", Role.Q)),
                    rows,
                    List.of(row("all", 0, x.length)));
        }

        private Table.Row row(String name, int from, int to) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Place(mean(from, to)),
                            new Table.Cell.Amount(sd(from, to)),
                            new Table.Cell.Place(correlation(from, to))),
                    false);
        }

        private String words(double correlation) {
            return "The values are shown " + (order.equals(DRAWN) ? "as they were drawn" : order)
                    + ". Neighbours have the correlation " + Figures.amount(correlation)
                    + ". Scored as if they were IID, by one normal for all, they have the log-density "
                    + Figures.amount(logOfAll())
                    + " nats: the same in every order, since a sum does not see in which order it is taken. Scored by the"
                    + " source, each value given the one before it, they have " + Figures.amount(logOfSource())
                    + " nats.";
        }

        private List<String> notes() {
            String source = drift == 0
                    ? stickiness == 0
                            ? "The source is IID: no value says anything about another, and all have one law."
                            : "All values have one law, N(0, 1), but each keeps a share of the one before: identical, not"
                                    + " independent."
                    : stickiness == 0
                            ? "No value says anything about another, but the law moves: independent, not identical."
                            : "The law moves and the values stick together: neither independent nor identical.";
            return order.equals(SHUFFLED) && (drift != 0 || stickiness > 0)
                    ? List.of(source, "Shuffled, the sequence looks IID. The order was where the information stood.")
                    : List.of(source);
        }
    }
}
