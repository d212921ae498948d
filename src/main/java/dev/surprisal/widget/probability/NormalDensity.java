package dev.surprisal.widget.probability;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
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

/**
 * One normal at a point, with the table of what lies within k standard deviations; beside up to two others, which of them
 * the point comes from.
 */
public final class NormalDensity extends Calculator {

    private static final int MOST = 3;
    private static final int POINTS = 161;

    /** Where the table of standard deviations ends. */
    private static final int MOST_SDS = 4;

    private static final Role[] ROLES = {Role.P, Role.Q, Role.REVERSE};

    private static final List<Preset> PRESETS = List.of(
            Preset.of("houses", "House prices", 55, 50, 5),
            Preset.of("narrow", "A density above 1", 0.05, 0, 0.1),
            Preset.of("courses", "From which course is this mark?", 82, 80, 10, 70, 10, 90, 5),
            Preset.of("same-mean", "Equal means, different widths", 2, 0, 1, 0, 3),
            Preset.of("far", "Forty standard deviations out", 40, 0, 1));

    private static final Range REAL =
            new Range(-100_000, 100_000, Range.Kind.ANY, "Enter a number between −100,000 and 100,000.");

    public NormalDensity() {
        super("normal-density", "Normal density", List.of(), PRESETS);
    }

    private static int count(State state) {
        return Math.max(1, Math.min(MOST, (state.numbers().size() - 1) / 2));
    }

    @Override
    protected List<Section> sections(State state) {
        // The sliders reach four standard deviations to both sides, and never stand still
        double center = state.numbers().size() < 3 ? 0 : state.number(1);
        double width = state.numbers().size() < 3 ? 1 : Math.max(0.1, Math.min(1000, state.number(2)));
        double step = width < 0.5 ? 0.01 : width < 20 ? 0.1 : 1;
        double least = Math.floor(center - 6 * width);
        double most = Math.ceil(center + 6 * width);
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                "point", "The point", Role.PLAIN, "", List.of(new Input("x", "*x*", REAL, least, most, step))));
        for (int i = 1; i <= count(state); i++) {
            sections.add(new Section(
                    "normal-" + i,
                    count(state) == 1 ? "The normal" : "Normal " + i,
                    ROLES[i - 1],
                    "",
                    List.of(
                            new Input("mean" + i, "*μ*", REAL, least, most, step),
                            new Input(
                                    "sd" + i,
                                    "*σ*",
                                    Range.positive(0.001, 10_000),
                                    step,
                                    Math.max(3 * width, 3),
                                    step))));
        }
        return sections;
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(
                new Action("add", "Add a normal", count(state) < MOST),
                new Action("remove", "Remove the last", count(state) > 1));
    }

    @Override
    protected State pressed(State state, String control) {
        var numbers = new ArrayList<>(state.numbers());
        int size = numbers.size();
        switch (control) {
            case "add" -> {
                if (count(state) < MOST) {
                    // As wide as the last, two of its standard deviations further
                    numbers.add(Math.min(REAL.most(), numbers.get(size - 2) + 2 * numbers.get(size - 1)));
                    numbers.add(numbers.get(size - 1));
                }
            }
            case "remove" -> {
                if (count(state) > 1) {
                    numbers.removeLast();
                    numbers.removeLast();
                }
            }
            default -> throw noControl(control);
        }
        return new State(state.words(), numbers);
    }

    @Override
    public Outcome result(State state) {
        return new Point(state).result();
    }

    /** The numbers of one state. */
    private static final class Point {
        private final double x;
        private final List<Normal> normals = new ArrayList<>();
        private final double[] logs;
        private final double[] posteriors;

        Point(State state) {
            x = state.number(0);
            for (int i = 0; i < count(state); i++) {
                normals.add(new Normal(state.number(1 + 2 * i), state.number(2 + 2 * i)));
            }
            logs = new double[normals.size()];
            for (int i = 0; i < logs.length; i++) {
                logs[i] = normals.get(i).logDensity(x);
            }
            posteriors = LogSpace.softmax(logs);
        }

        private double z(int i) {
            return (x - normals.get(i).mean()) / normals.get(i).sd();
        }

        Outcome result() {
            Normal first = normals.getFirst();
            var headline = new ArrayList<Readout>();
            headline.add(new Readout("*p*(*x*)", "density at x", first.density(x), "", Role.P));
            headline.add(new Readout("*z* = (*x* − *μ*) / *σ*", "z-score", z(0), "standard deviations", Role.P));
            var readouts = new ArrayList<Readout>();
            readouts.add(new Readout("ln *p*(*x*)", "log-density", logs[0], "", Role.P));
            readouts.add(new Readout(
                    "exp(−*z*²/2)",
                    "share of the density at the mean",
                    Elementary.exp(-0.5 * z(0) * z(0)),
                    "",
                    Role.P));
            readouts.add(new Readout(
                    "P(|Z| ≤ |*z*|)", "probability to lie nearer", Normal.withinSds(Math.abs(z(0))), "", Role.P));
            readouts.add(new Readout("P(X ≤ *x*)", "probability below", first.cdf(x), "", Role.P));
            for (int i = 0; normals.size() > 1 && i < normals.size(); i++) {
                readouts.add(new Readout(
                        "P(" + (i + 1) + " | *x*)",
                        "posterior of normal " + (i + 1) + ", equal priors",
                        posteriors[i],
                        "",
                        ROLES[i]));
            }
            return new Outcome.Result(
                    headline,
                    readouts,
                    picture(),
                    normals.size() == 1 ? withinTable() : comparison(),
                    words(),
                    notes(),
                    "Density " + Figures.amount(first.density(x)) + ", z-score " + Figures.amount(z(0)) + ".");
        }

        private Picture picture() {
            double left = x;
            double right = x;
            double top = 0;
            for (Normal normal : normals) {
                left = Math.min(left, normal.mean() - MOST_SDS * normal.sd());
                right = Math.max(right, normal.mean() + MOST_SDS * normal.sd());
                top = Math.max(top, normal.density(normal.mean()));
            }
            double room = 0.02 * (right - left);
            var curves = new ArrayList<Picture.Curve>();
            var marks = new ArrayList<Picture.Mark>();
            var alternative = new StringBuilder("Bell curves.");
            for (int i = 0; i < normals.size(); i++) {
                Normal normal = normals.get(i);
                String label = normals.size() == 1 ? "" : Integer.toString(i + 1);
                var line = Line.of(left - room, right + room, POINTS, normal::density);
                curves.add(new Picture.Curve(label, ROLES[i], Picture.Stroke.MAIN, line));
                marks.add(new Picture.Mark(Picture.Mark.Shape.BEST, ROLES[i], x, normal.density(x)));
                alternative.append(" Mean ").append(Figures.ratio(normal.mean()));
                alternative.append(", standard deviation ").append(Figures.ratio(normal.sd()));
                alternative
                        .append(", density at x ")
                        .append(Figures.amount(normal.density(x)))
                        .append('.');
            }
            curves.add(new Picture.Curve("", Role.PLAIN, Picture.Stroke.FAINT, Line.between(x, 0, x, top)));
            return new Picture.Graph(
                    new Picture.Axes(left - room, right + room, 0, top * 1.08),
                    "*x*",
                    curves,
                    marks,
                    List.of(new Picture.Handle("x", "x", Role.PLAIN, x, 0)),
                    alternative.toString());
        }

        private Table withinTable() {
            Normal normal = normals.getFirst();
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k <= MOST_SDS; k++) {
                double distance = k * normal.sd();
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Integer.toString(k)),
                                new Table.Cell.Ratio(normal.mean() - distance),
                                new Table.Cell.Ratio(normal.mean() + distance),
                                new Table.Cell.Amount(normal.density(normal.mean() + distance)),
                                new Table.Cell.Amount(Elementary.exp(-0.5 * k * k)),
                                new Table.Cell.Amount(Normal.withinSds(k))),
                        false));
            }
            return new Table(
                    "Within k standard deviations",
                    List.of(
                            new Table.Column("*k*", Role.PLAIN),
                            new Table.Column("from", Role.PLAIN),
                            new Table.Column("to", Role.PLAIN),
                            new Table.Column("density there", Role.P),
                            new Table.Column("e^(−*k*²/2)", Role.PLAIN),
                            new Table.Column("P(|Z| ≤ *k*)", Role.PLAIN)),
                    rows,
                    List.of());
        }

        private Table comparison() {
            var rows = new ArrayList<Table.Row>();
            for (int i = 0; i < normals.size(); i++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Integer.toString(i + 1)),
                                new Table.Cell.Ratio(normals.get(i).mean()),
                                new Table.Cell.Ratio(normals.get(i).sd()),
                                new Table.Cell.Amount(z(i)),
                                new Table.Cell.Amount(normals.get(i).density(x)),
                                new Table.Cell.Amount(logs[i]),
                                new Table.Cell.Amount(posteriors[i])),
                        i == best()));
            }
            return new Table(
                    "The normals at the point",
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column("*μ*", Role.PLAIN),
                            new Table.Column("*σ*", Role.PLAIN),
                            new Table.Column("*z*", Role.PLAIN),
                            new Table.Column("density", Role.PLAIN),
                            new Table.Column("log-density", Role.PLAIN, "nats"),
                            new Table.Column("posterior", Role.POSTERIOR)),
                    rows,
                    List.of());
        }

        private int best() {
            int best = 0;
            for (int i = 1; i < logs.length; i++) {
                best = logs[i] > logs[best] ? i : best;
            }
            return best;
        }

        private String words() {
            Normal first = normals.getFirst();
            if (normals.size() > 1) {
                return "At *x* = " + Figures.ratio(x) + " normal " + (best() + 1) + " has the highest density, "
                        + Figures.amount(normals.get(best()).density(x))
                        + ". If each was as likely beforehand, the point comes from it with probability "
                        + Figures.amount(posteriors[best()]) + ".";
            }
            return "The point " + Figures.ratio(x) + " lies " + Figures.amount(Math.abs(z(0)))
                    + " standard deviations from the mean. The density there is " + Figures.amount(first.density(x))
                    + ", which is " + Figures.amount(Elementary.exp(-0.5 * z(0) * z(0)))
                    + " of the density at the mean; " + Figures.amount(Normal.withinSds(Math.abs(z(0))))
                    + " of all values lie nearer to the mean.";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            boolean above = false;
            boolean gone = false;
            for (Normal normal : normals) {
                above |= normal.density(normal.mean()) > 1;
                gone |= normal.density(x) == 0;
            }
            if (above) {
                notes.add("A density is not a probability: it may exceed 1. Only the area under it cannot.");
            }
            if (gone) {
                notes.add("So far out a density is below the smallest number a computer has and shows as 0. The"
                        + " log-density is exact all the same.");
            }
            return notes;
        }
    }
}
