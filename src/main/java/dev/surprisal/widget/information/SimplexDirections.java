package dev.surprisal.widget.information;

import dev.surprisal.math.information.Divergence;
import dev.surprisal.widget.Contours;
import dev.surprisal.widget.Decimals;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Contour;
import dev.surprisal.widget.Picture.Handle;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All models of a distribution over three outcomes as a triangle, with both directions of KL as the height over it. */
public final class SimplexDirections extends RowsCalculator {

    private static final int COUNT = 3;

    private static final List<Row> ROWS = List.of(
            Row.ofShares("p", "*p*, the data", "*p*", Role.P), Row.ofShares("q", "*q*, the model", "*q*", Role.Q));

    private static final List<Preset> PRESETS = List.of(
            Preset.of("inside", "Data inside", 0.5, 0.3, 0.2, 0.2, 0.3, 0.5),
            Preset.of("even", "All outcomes alike", 1.0 / 3, 1.0 / 3, 1.0 / 3, 0.6, 0.2, 0.2),
            Preset.of("near-edge", "One outcome is rare", 0.57, 0.4, 0.03, 0.4, 0.3, 0.3),
            Preset.of("edge", "One outcome never comes", 0.6, 0.4, 0, 0.5, 0.3, 0.2),
            Preset.of("dropped", "The model drops one", 0.5, 0.3, 0.2, 0.6, 0.4, 0));

    /** In nats. */
    private static final double[] LEVELS = {2, 1.5, 1, 0.7, 0.45, 0.25, 0.12, 0.05, 0.015};

    /** Contours are sought at so many places to the right and upwards. */
    private static final int GRID = 37;

    /** Where the forward KL of an outcome that is left out is infinite; contours of 2 nats lie further inside or nowhere. */
    private static final double EDGE = 0.0005;

    private static final double PEAK = 0.8660254037844386;

    public SimplexDirections() {
        super("kl-simplex", "A triangle of models", List.of(), PRESETS, COUNT, COUNT);
    }

    @Override
    List<Row> rows(State state) {
        return ROWS;
    }

    @Override
    List<Section> besides(State state) {
        return List.of();
    }

    /** To whole hundredths, and to the nearest edge from outside. */
    @Override
    protected State dragged(State state, String control, double x, double y) {
        double top = Math.max(0, Math.min(1, y / PEAK));
        double right = Math.max(0, Math.min(1 - top, x - top / 2));
        double c = Math.floor(100 * top + 0.5);
        double b = Math.min(100 - c, Math.floor(100 * right + 0.5));
        List<Double> place = List.of((100 - b - c) / 100, b / 100, c / 100);
        return switch (control) {
            case "p" -> withRow(state, 0, place);
            case "q" -> withRow(state, 1, place);
            default -> throw noControl(control);
        };
    }

    @Override
    Outcome shown(State state) {
        return new Models(array(state, 0), array(state, 1)).result();
    }

    /** The numbers of one state. */
    private final class Models {
        private final double[] p;
        private final double[] q;
        private final double forward;
        private final double reverse;

        Models(double[] p, double[] q) {
            this.p = p;
            this.q = q;
            forward = Divergence.klNats(p, q);
            reverse = Divergence.klNats(q, p);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            nats("KL(*p* ‖ *q*)", "forward KL", forward, Role.FORWARD),
                            nats("KL(*q* ‖ *p*)", "reverse KL", reverse, Role.REVERSE)),
                    List.of(),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Forward KL " + told(forward) + ", reverse KL " + told(reverse) + ".");
        }

        private static Readout nats(String label, String name, double value, Role role) {
            return new Readout(label, name, value, value < Double.POSITIVE_INFINITY ? "nats" : "", role);
        }

        private static String told(double nats) {
            return nats < Double.POSITIVE_INFINITY ? Figures.amount(nats) + " nats" : "infinite";
        }

        private Picture picture() {
            return new Picture.Triangles(
                    outcomes(COUNT),
                    List.of(
                            triangle("forward", Role.FORWARD, forward, there -> Divergence.klNats(p, there)),
                            triangle("reverse", Role.REVERSE, reverse, there -> Divergence.klNats(there, p))));
        }

        private Picture.Triangle triangle(String direction, Role role, double here, ToDoubleFunction<double[]> height) {
            return new Picture.Triangle(
                    role,
                    direction + " KL",
                    contours(height),
                    List.of(handle("p", Role.P, p), handle("q", Role.Q, q)),
                    "All models over three outcomes, with contours of the " + direction + " KL around p = " + vector(p)
                            + "; at q = " + vector(q) + " it is " + told(here) + ".");
        }

        private static Handle handle(String name, Role role, double[] place) {
            return new Handle(name, name + "-0", role, place[1] + place[2] / 2, place[2] * PEAK);
        }

        /** Found in a square whose upper side is the top of the triangle, so that its other sides are edges. */
        private static List<Contour> contours(ToDoubleFunction<double[]> height) {
            var square = new Axes(EDGE, 1 - EDGE, EDGE, 1 - EDGE);
            var found = Contours.of(square, GRID, GRID, (x, y) -> height.applyAsDouble(place(x, y)));
            var contours = new ArrayList<Contour>();
            for (double level : LEVELS) {
                var loops = new ArrayList<Line>();
                for (Line loop : found.below(level)) {
                    double[] xs = new double[loop.size()];
                    double[] ys = new double[loop.size()];
                    for (int i = 0; i < xs.length; i++) {
                        double[] there = place(loop.x(i), loop.y(i));
                        xs[i] = there[1] + there[2] / 2;
                        ys[i] = there[2] * PEAK;
                    }
                    loops.add(Line.of(xs, ys));
                }
                contours.add(new Contour(level, false, loops));
            }
            return contours;
        }

        private static double[] place(double x, double y) {
            return new double[] {(1 - y) * (1 - x), (1 - y) * x, y};
        }

        private static String vector(double[] values) {
            var list = new ArrayList<Double>();
            for (double value : values) {
                list.add(value);
            }
            return Figures.vector(list);
        }

        private Table table() {
            double[] one = Divergence.klContributionsNats(p, q);
            double[] other = Divergence.klContributionsNats(q, p);
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k < COUNT; k++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(outcome(k)),
                                new Table.Cell.Ratio(p[k]),
                                new Table.Cell.Ratio(q[k]),
                                new Table.Cell.Amount(one[k]),
                                new Table.Cell.Amount(other[k])),
                        one[k] + other[k] == Double.POSITIVE_INFINITY));
            }
            return new Table(
                    "Term by term, in nats",
                    List.of(
                            new Table.Column("outcome", Role.PLAIN),
                            new Table.Column("*p*", Role.P),
                            new Table.Column("*q*", Role.Q),
                            new Table.Column("*p* ln(*p* / *q*)", Role.FORWARD, "nats"),
                            new Table.Column("*q* ln(*q* / *p*)", Role.REVERSE, "nats")),
                    rows,
                    List.of());
        }

        private String words() {
            String start = "From *p* = " + vector(p) + " to *q* = " + vector(q) + " the forward KL is " + told(forward)
                    + " and the reverse KL " + told(reverse) + ". Along an edge an outcome is left out. ";
            return start
                    + (p[0] * p[1] * p[2] > 0
                            ? "The forward KL is infinite there, while the reverse KL has a value on each edge: at least "
                                    + told(drop()) + ", for dropping the rarest outcome of *p*."
                            : "Here *p* itself lies on one: the forward KL is finite all over the inside, and the reverse"
                                    + " KL only where *q* leaves out what *p* does.");
        }

        /** −ln of what is left without the rarest outcome: the least reverse KL on an edge. */
        private double drop() {
            int rarest = p[1] < p[0] ? 1 : 0;
            rarest = p[2] < p[rarest] ? 2 : rarest;
            double[] without = p.clone();
            without[rarest] = 0;
            double rest = Decimals.complement(p[rarest]);
            for (int k = 0; k < COUNT; k++) {
                without[k] /= rest;
            }
            return Divergence.klNats(without, p);
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            for (int k = 0; k < COUNT; k++) {
                if (p[k] > 0 && q[k] == 0) {
                    notes.add("KL(*p* ‖ *q*) = +∞: *p* puts mass on outcome " + outcome(k)
                            + ", to which *q* gives probability 0.");
                } else if (q[k] > 0 && p[k] == 0) {
                    notes.add(
                            "KL(*q* ‖ *p*) = +∞: *q* puts mass on outcome " + outcome(k)
                                    + ", to which *p* gives probability 0. Then the reverse KL is infinite all over the inside.");
                }
            }
            return notes;
        }
    }
}
