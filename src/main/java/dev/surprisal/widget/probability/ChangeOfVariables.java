package dev.surprisal.widget.probability;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Handle;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** Standard normal noise sent through x = μ + σz: where the map stretches, the density thins out by the same factor. */
public final class ChangeOfVariables extends Calculator {

    private static final int SHIFT = 0;
    private static final int SCALE = 1;
    private static final int PLACE = 2;

    private static final int POINTS = 161;

    /** Half the width of the strip of noise whose mass is followed through the map. */
    private static final double STRIP = 0.25;

    private static final List<Preset> PRESETS = List.of(
            Preset.of("stretch", "Shifted by one, stretched to twice the width", 1, 2, 3),
            Preset.of("squeeze", "Squeezed to a quarter", 0, 0.25, 0.25),
            Preset.of("shift", "Shifted only", 2, 1, 3),
            Preset.of("nothing", "Nothing done", 0, 1, 1));

    public ChangeOfVariables() {
        super("change-of-variables", "A density through a map", List.of(), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        var place = new Range(-50, 50, Range.Kind.ANY, "Enter a number between −50 and 50.");
        return List.of(
                new Section(
                        "map",
                        "The map *x* = *μ* + *σz*",
                        Role.Q,
                        "",
                        List.of(
                                new Input("mu", "*μ*", place, -4, 4, 0.1),
                                new Input("sigma", "*σ*", Range.positive(0.05, 20), 0.1, 4, 0.05))),
                new Section("place", "The place", Role.PLAIN, "", List.of(new Input("x", "*x*", place, -8, 8, 0.05))));
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("density", new Flow(state).density()));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Flow(state).result();
    }

    /** The numbers of one state. */
    private static final class Flow {
        private final double shift;
        private final double scale;
        private final double x;
        private final double z;
        private final double noiseLog;
        private final double logScale;

        Flow(State state) {
            shift = state.number(SHIFT);
            scale = state.number(SCALE);
            x = state.number(PLACE);
            z = 0 + (x - shift) / scale;
            noiseLog = Normal.STANDARD.logDensity(z);
            logScale = Elementary.log(scale);
        }

        double log() {
            return noiseLog - logScale;
        }

        double density() {
            return Elementary.exp(log());
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout("log *p*(*x*)", "log-density after the map", 0 + log(), "nats", Role.Q),
                            new Readout("*p*(*x*)", "density after the map", density(), "", Role.Q)),
                    List.of(
                            new Readout("*z*", "the noise that leads there", z, "", Role.P),
                            new Readout("log N(*z*; 0, 1)", "log-density of the noise", noiseLog, "nats", Role.P),
                            new Readout("ln *σ*", "what the stretching costs", 0 + logScale, "nats", Role.PLAIN)),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Log-density " + Figures.amount(log()) + ".");
        }

        /** Noise and result on one axis; the strip around z and the strip that it becomes have the same area. */
        private Picture picture() {
            double left = Math.min(Math.min(-4, shift - 4 * scale), Math.min(x, z) - 0.5);
            double right = Math.max(Math.max(4, shift + 4 * scale), Math.max(x, z) + 0.5);
            var after = new Normal(shift, scale);
            double top = 1.12 * Math.max(Normal.STANDARD.density(0), after.density(shift));
            return new Picture.Graph(
                    new Axes(left, right, 0, top),
                    "*z* and *x*",
                    List.of(
                            new Curve("noise z", Role.P, Stroke.THIN, curve(left, right, 0, 1)),
                            new Curve("x = μ + σz", Role.Q, Stroke.MAIN, curve(left, right, shift, scale)),
                            new Curve("", Role.P, Stroke.MAIN, strip(Normal.STANDARD, z, STRIP)),
                            new Curve("", Role.Q, Stroke.THIN, strip(after, x, STRIP * scale))),
                    List.of(new Mark(Mark.Shape.BEST, Role.P, z, Normal.STANDARD.density(z))),
                    List.of(new Handle("x", "x", Role.Q, x, density())),
                    "The standard normal curve of the noise and the curve after the map, with centre "
                            + Figures.ratio(shift)
                            + " and width " + Figures.ratio(scale) + ". The place " + Figures.ratio(x)
                            + ", where the density is " + Figures.amount(density()) + ", comes from the noise "
                            + Figures.amount(z) + ", where it is " + Figures.amount(Normal.STANDARD.density(z)) + ".");
        }

        /** Dense around the centre: a narrow curve on a wide axis would be cut at its peak. */
        private static Line curve(double left, double right, double centre, double sd) {
            var law = new Normal(centre, sd);
            double from = Math.max(left, centre - 5 * sd);
            double to = Math.min(right, centre + 5 * sd);
            return Line.of(from, to, POINTS, law::density);
        }

        /** Up, along the curve, and down again. */
        private static Line strip(Normal law, double middle, double half) {
            Line above = Line.of(middle - half, middle + half, 15, law::density);
            var xs = new double[above.size() + 2];
            var ys = new double[xs.length];
            for (int i = 0; i < above.size(); i++) {
                xs[i + 1] = above.x(i);
                ys[i + 1] = above.y(i);
            }
            xs[0] = middle - half;
            xs[xs.length - 1] = middle + half;
            return Line.of(xs, ys);
        }

        private double mass() {
            return Normal.STANDARD.cdf(z + STRIP) - Normal.STANDARD.cdf(z - STRIP);
        }

        private Table table() {
            return new Table(
                    "The strip around the place, before and after",
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column("noise *z*", Role.P),
                            new Table.Column("*x* after the map", Role.Q)),
                    List.of(
                            row("place", new Table.Cell.Place(z), new Table.Cell.Place(x)),
                            row("from", new Table.Cell.Place(z - STRIP), new Table.Cell.Place(x - STRIP * scale)),
                            row("to", new Table.Cell.Place(z + STRIP), new Table.Cell.Place(x + STRIP * scale)),
                            row("width", new Table.Cell.Ratio(2 * STRIP), new Table.Cell.Ratio(2 * STRIP * scale)),
                            row(
                                    "density in the middle",
                                    new Table.Cell.Amount(Normal.STANDARD.density(z)),
                                    new Table.Cell.Amount(density())),
                            row("mass", new Table.Cell.Amount(mass()), new Table.Cell.Amount(mass()))),
                    List.of());
        }

        private static Table.Row row(String name, Table.Cell before, Table.Cell after) {
            return new Table.Row(List.of(new Table.Cell.Words(name), before, after), name.equals("mass"));
        }

        private String words() {
            return "The place *x* = " + Figures.ratio(x) + " comes from *z* = " + Figures.ratio(z)
                    + ", and log *p*(*x*) = log N(*z*; 0, 1) − ln *σ* = " + Figures.amount(noiseLog) + " − ("
                    + Figures.amount(logScale) + ") = " + Figures.amount(log()) + ". A strip around it is "
                    + Figures.ratio(scale) + " times as wide as before and keeps its mass, so its height is divided by "
                    + Figures.ratio(scale) + ".";
        }

        private List<String> notes() {
            return density() > 1
                    ? List.of("The density exceeds 1 here. It is no probability: the strip is narrow.")
                    : List.of();
        }
    }
}
