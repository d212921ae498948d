package dev.surprisal.widget.score;

import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.score.Langevin;
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
import dev.surprisal.widget.SeededCalculator;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** A walk that follows a score and is pushed about: where it has been, beside the density that it should draw from. */
public final class LangevinWalk extends SeededCalculator {

    private static final int APART = 0;
    private static final int WIDTH = 1;
    private static final int SHARE = 2;
    private static final int NOISE = 3;
    private static final int STEP = 4;
    private static final int STEPS = 5;
    private static final int START = 6;

    private static final int BINS = 60;
    private static final int POINTS = 161;

    /** More places of the walk cannot be told apart in the picture. */
    private static final int PLACES = 500;

    private static final List<Preset> PRESETS = List.of(
            Preset.of("two", "Two modes, and now and then a crossing", 1.2, 0.5, 0.5, 0, 0.05, 4000, -1, 42),
            Preset.of("far", "Two modes far apart: it stays where it began", 4, 0.5, 0.5, 0, 0.05, 4000, -4, 42),
            Preset.of("filled", "The same with noise that fills the valley", 4, 0.5, 0.5, 3, 1, 4000, -4, 42),
            Preset.of("single", "A single mode", 0, 1, 0.5, 0, 0.1, 4000, 3, 42),
            Preset.of("coarse", "Steps that are too large", 1.2, 0.5, 0.5, 0, 0.8, 4000, -1, 42));

    private final Latest<State, Walk> walks = new Latest<>();

    public LangevinWalk() {
        super("langevin", "A walk along the score", List.of(), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        var apart = new Range(0, 10, Range.Kind.ANY, "Enter a distance from 0 to 10.");
        var noise = new Range(0, 10, Range.Kind.ANY, "Enter a standard deviation from 0 to 10; 0 is no noise.");
        var place = new Range(-20, 20, Range.Kind.ANY, "Enter a number between −20 and 20.");
        return List.of(
                new Section(
                        "data",
                        "The density *p*",
                        Role.P,
                        "",
                        List.of(
                                new Input("apart", "modes at ±", apart, 0, 5, 0.1),
                                new Input("width", "their width", Range.positive(0.2, 5), 0.2, 2, 0.05),
                                new Input("share", "share of the right one", Range.PROBABILITY, 0, 1, 0.05),
                                new Input("noise", "noise *σ* that blurs it", noise, 0, 4, 0.1))),
                new Section(
                        "walk",
                        "The walk",
                        Role.Q,
                        "",
                        List.of(
                                new Input("eta", "step size *η*", Range.positive(0.001, 2), 0.01, 1, 0.01),
                                new Input("steps", "steps", Range.count(10, 20_000), 10, 10_000, 1),
                                new Input("start", "start", place, -6, 6, 0.1),
                                seed())));
    }

    private static Mixture density(State state) {
        double share = state.number(SHARE);
        double blurred =
                Math.sqrt(state.number(WIDTH) * state.number(WIDTH) + state.number(NOISE) * state.number(NOISE));
        return Mixture.ofNormals(
                new double[] {1 - share, share},
                new double[] {-state.number(APART), state.number(APART)},
                new double[] {blurred, blurred});
    }

    private Walk walk(State state) {
        return walks.of(state, one -> new Walk(one, generator(one)));
    }

    @Override
    public List<Quantity> quantities(State state) {
        var walk = walk(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("crossings", walk.crossings));
        quantities.add(Quantity.number("right", walk.shareRight()));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return walk(state).result();
    }

    /** The numbers of one state. */
    private static final class Walk {
        private final Mixture density;
        private final double apart;
        private final boolean hasTwoModes;
        private final double eta;

        /** The places it has been to, the start among them; fewer than asked for when it ran away. */
        private final double[] places;

        private final boolean lost;
        private final int crossings;

        Walk(State state, Generator generator) {
            density = density(state);
            apart = state.number(APART);
            // Two normals of one width have a single top where they stand no further apart than two widths
            hasTwoModes = apart > density.component(0).standardDeviation()
                    && state.number(SHARE) > 0
                    && state.number(SHARE) < 1;
            eta = state.number(STEP);
            int steps = (int) state.number(STEPS);
            places = Langevin.walk(density, eta, state.number(START), steps, generator);
            lost = places.length <= steps;
            crossings = crossings();
        }

        /** Changes from beyond half-way to one mode to beyond half-way to the other; a step back and forth at 0 is none. */
        private int crossings() {
            int crossings = 0;
            int side = 0;
            for (double x : places) {
                int now = x > apart / 2 ? 1 : x < -apart / 2 ? -1 : side;
                crossings += now != side && side != 0 ? 1 : 0;
                side = now;
            }
            return crossings;
        }

        double shareRight() {
            int right = 0;
            for (double x : places) {
                right += x > 0 ? 1 : 0;
            }
            return (double) right / places.length;
        }

        private double expectedRight() {
            return density.survival(0);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout("of the walk", "time spent to the right of 0", shareRight(), "", Role.Q),
                            new Readout("P(*x* > 0)", "probability of that", expectedRight(), "", Role.P)),
                    List.of(
                            new Readout("valley", "density at 0 over that at a mode", valley(), "", Role.P),
                            new Readout("last *x*", "where it stands now", places[places.length - 1], "", Role.Q)),
                    visited(),
                    table(),
                    words(),
                    notes(),
                    "Time to the right " + Figures.amount(shareRight())
                            + (hasTwoModes ? ", crossings " + crossings + "." : "."),
                    List.of(new Figure("walk", path())),
                    true);
        }

        private double valley() {
            return density.density(0) / density.density(apart == 0 ? 0 : density.weight(1) < 0.5 ? -apart : apart);
        }

        private double reach() {
            return apart + 4 * density.component(0).standardDeviation();
        }

        private Picture visited() {
            double reach = reach();
            Line histogram = Line.histogram(places, -reach, reach, BINS);
            Line expected = Line.of(-reach, reach, POINTS, density::density);
            return new Picture.Graph(
                    new Axes(
                            -reach,
                            reach,
                            0,
                            1.1 * Math.max(expected.highest(), Math.min(histogram.highest(), 3 * expected.highest()))),
                    "*x*",
                    List.of(
                            new Curve("density", Role.P, Stroke.MAIN, expected),
                            new Curve("visited", Role.Q, Stroke.MAIN, histogram)),
                    List.of(),
                    List.of(),
                    "The density and a histogram of the places of the walk, of which "
                            + Figures.ratio(shareRight()) + " lie to the right of 0; it should be "
                            + Figures.ratio(expectedRight()) + ".");
        }

        /** The walk over its steps. */
        private Picture path() {
            int stride = Math.max(1, places.length / PLACES);
            int count = (places.length - 1) / stride + 1;
            var xs = new double[count];
            var ys = new double[count];
            double reach = reach();
            for (int i = 0; i < count; i++) {
                xs[i] = i * stride;
                ys[i] = Math.max(-2 * reach, Math.min(2 * reach, places[i * stride]));
            }
            double last = places.length - 1;
            return new Picture.Graph(
                    new Axes(0, Math.max(1, last), -reach, reach),
                    "step (upwards: *x*)",
                    List.of(
                            new Curve("", Role.P, Stroke.FAINT, Line.between(0, -apart, last, -apart)),
                            new Curve("", Role.P, Stroke.FAINT, Line.between(0, apart, last, apart)),
                            new Curve("walk", Role.Q, Stroke.THIN, Line.of(xs, ys))),
                    List.of(new Mark(Mark.Shape.START, Role.PRIOR, 0, places[0])),
                    List.of(),
                    "The walk over its steps, from " + Figures.ratio(places[0]) + " to "
                            + Figures.ratio(places[places.length - 1])
                            + (hasTwoModes
                                    ? ", with " + crossings + (crossings == 1 ? " crossing." : " crossings.")
                                    : "."));
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int quarter = 1; quarter <= 4; quarter++) {
                int end = places.length * quarter / 4;
                rows.add(row(end));
            }
            return new Table(
                    "The walk so far",
                    List.of(
                            new Table.Column("places", Role.PLAIN),
                            new Table.Column("to the right of 0", Role.Q),
                            new Table.Column("expected", Role.P),
                            new Table.Column("mean", Role.Q),
                            new Table.Column("expected mean", Role.P)),
                    rows,
                    List.of());
        }

        private Table.Row row(int end) {
            int right = 0;
            double sum = 0;
            for (int i = 0; i < end; i++) {
                right += places[i] > 0 ? 1 : 0;
                sum += places[i];
            }
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(Integer.toString(end)),
                            new Table.Cell.Ratio((double) right / end),
                            new Table.Cell.Ratio(expectedRight()),
                            new Table.Cell.Place(sum / end),
                            new Table.Cell.Place(density.mean())),
                    end == places.length);
        }

        private String words() {
            return "In " + (places.length - 1) + " steps the walk spent " + Figures.ratio(shareRight())
                    + " of its time to the right of 0, where the density has " + Figures.ratio(expectedRight())
                    + " of its mass"
                    + (hasTwoModes
                            ? ", and went from one mode’s side to the other’s "
                                    + (crossings == 1 ? "once." : crossings + " times.")
                            : ". The density has a single top, so there is nothing to cross.");
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            double narrow = density.component(0).variance();
            if (lost) {
                notes.add(
                        "The step is so large that the walk ran away, and was stopped. Along a slope of 1/*width*² it has"
                                + " to stay below four times the squared width.");
            } else if (eta > 0.5 * narrow) {
                notes.add(
                        "The step is large beside the width of the modes: the walk jumps past its aim, and what it draws"
                                + " from is wider than the density.");
            }
            if (hasTwoModes && crossings == 0 && expectedRight() > 0.01 && expectedRight() < 0.99) {
                notes.add(
                        "It has never crossed. Whoever looks at these draws alone would not guess that there is another"
                                + " mode.");
            }
            return notes;
        }
    }
}
