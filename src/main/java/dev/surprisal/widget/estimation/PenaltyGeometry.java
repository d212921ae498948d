package dev.surprisal.widget.estimation;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.estimation.BoundedQuadratic;
import dev.surprisal.math.estimation.BoundedQuadratic.Minimum;
import dev.surprisal.math.estimation.LinearRegression;
import dev.surprisal.widget.Calculator;
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

/** Where the contours of a loss touch the diamond of an L1 bound and the circle of an L2 bound. */
public final class PenaltyGeometry extends Calculator {

    private static final String ROUND = "round";
    private static final String LONG = "long";

    private static final WordChoice VALLEY = new WordChoice(
            "valley",
            "Contours of the loss",
            Choice.Style.SWITCH,
            List.of(new Option("tilted", "tilted"), new Option(ROUND, "round"), new Option(LONG, "long")));

    private static final List<Preset> PRESETS = List.of(
            preset("corner", "At a corner", "tilted", 2, 1, 0.6),
            preset("edge", "On an edge", "tilted", 2, 1, 1),
            preset("diagonal", "Along the diagonal", ROUND, 1.5, 1.5, 0.8),
            preset("slope", "A long valley", LONG, 2, 1.5, 0.6),
            preset("inside", "A bound that does not bind", "tilted", 1, 0.5, 1.1));

    /** The same length to the right and upwards looks the same: a plot is 305 units wide and 160 high. */
    private static final Axes AXES = new Axes(-2, 2.6, -1.2, -1.2 + 4.6 * 160 / 305);

    private static final int DIRECTIONS = 360;
    private static final int ROUND_POINTS = 96;
    private static final double TURN = 6.283185307179586;

    public PenaltyGeometry() {
        super("penalty-geometry", "The diamond and the circle", List.of(VALLEY), PRESETS);
    }

    private static Preset preset(String name, String label, String valley, double... numbers) {
        return new Preset(name, label, State.of(valley, numbers));
    }

    private static double[][] bend(State state) {
        return switch (state.words().getFirst()) {
            case ROUND -> new double[][] {{1.5, 0}, {0, 1.5}};
            case LONG -> new double[][] {{2, 1.3}, {1.3, 1.1}};
            default -> new double[][] {{1.8, 0.5}, {0.5, 1.2}};
        };
    }

    @Override
    protected List<Section> sections(State state) {
        Range pull = new Range(-10, 10, Range.Kind.ANY, "Enter a number between −10 and 10.");
        return List.of(
                new Section(
                        "data",
                        "The pull of the data",
                        Role.LIKELIHOOD,
                        "",
                        List.of(
                                new Input("c1", "on *θ*₁", pull, -3, 3, 0.05),
                                new Input("c2", "on *θ*₂", pull, -3, 3, 0.05))),
                new Section(
                        "bound",
                        "The bound",
                        Role.PRIOR,
                        "",
                        List.of(new Input("radius", "radius", Range.positive(0.01, 10), 0.05, 1.6, 0.01))));
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
        return switch (control) {
            case "radius" -> slid(state, "radius", Math.abs(x));
            case "best" -> {
                double[][] a = bend(state);
                State moved = slid(state, "c1", a[0][0] * x + a[0][1] * y);
                yield slid(moved, "c2", a[1][0] * x + a[1][1] * y);
            }
            default -> throw noControl(control);
        };
    }

    @Override
    public List<Quantity> quantities(State state) {
        var touches = new Touches(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.list("diamond", List.of(touches.diamond.first(), touches.diamond.second())));
        quantities.add(Quantity.list("circle", List.of(touches.circle.first(), touches.circle.second())));
        quantities.add(Quantity.list("bend", List.of(touches.a[0][0], touches.a[0][1], touches.a[1][1])));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Touches(state).result();
    }

    /** The numbers of one state. */
    private static final class Touches {
        private final double[][] a;
        private final double[] c;
        private final double radius;
        private final double[] best;
        private final Minimum diamond;
        private final Minimum circle;

        Touches(State state) {
            a = bend(state);
            c = new double[] {state.number(0), state.number(1)};
            radius = state.number(2);
            best = LinearRegression.ridge(a, c, 0);
            diamond = BoundedQuadratic.withinDiamond(a, c, radius);
            circle = BoundedQuadratic.withinDisc(a, c, radius);
        }

        /** The loss above its least value. */
        private double above(double first, double second) {
            double x = first - best[0];
            double y = second - best[1];
            return 0.5 * (a[0][0] * x * x + 2 * a[0][1] * x * y + a[1][1] * y * y);
        }

        /** In how many directions from 0 the best point could lie, as far away as it is, for the diamond to end at a corner. */
        private double cornerShare() {
            double distance = Math.sqrt(best[0] * best[0] + best[1] * best[1]);
            int corners = 0;
            for (int k = 0; k < DIRECTIONS; k++) {
                double x = distance * Elementary.cos(TURN * k / DIRECTIONS);
                double y = distance * Elementary.sin(TURN * k / DIRECTIONS);
                double[] pull = {a[0][0] * x + a[0][1] * y, a[1][0] * x + a[1][1] * y};
                corners += atCorner(BoundedQuadratic.withinDiamond(a, pull, radius)) ? 1 : 0;
            }
            return (double) corners / DIRECTIONS;
        }

        private static boolean atCorner(Minimum touch) {
            return touch.lambda() > 0 && (touch.first() == 0 || touch.second() == 0);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout("*λ*", "L1 penalty, diamond", diamond.lambda(), "", Role.POSTERIOR),
                            new Readout("*λ*", "L2 penalty, circle", circle.lambda(), "", Role.PRIOR)),
                    List.of(
                            new Readout("*θ*₁", "first weight, diamond", diamond.first(), "", Role.POSTERIOR),
                            new Readout("*θ*₂", "second weight, diamond", diamond.second(), "", Role.POSTERIOR),
                            new Readout("*θ*₁", "first weight, circle", circle.first(), "", Role.PRIOR),
                            new Readout("*θ*₂", "second weight, circle", circle.second(), "", Role.PRIOR),
                            new Readout(
                                    "",
                                    "directions that end at a corner of the diamond",
                                    cornerShare(),
                                    "of all",
                                    Role.PLAIN)),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "The diamond is touched at " + place(diamond) + ", the circle at " + place(circle) + ".");
        }

        private static String place(Minimum touch) {
            return "(" + Figures.place(touch.first()) + ", " + Figures.place(touch.second()) + ")";
        }

        private Picture picture() {
            var curves = new ArrayList<Curve>();
            for (int ring = 1; ring <= 4; ring++) {
                curves.add(new Curve("", Role.LIKELIHOOD, Stroke.FAINT, contour(0.12 * ring * ring)));
            }
            addTouching(curves, diamond);
            addTouching(curves, circle);
            curves.add(new Curve("|*θ*₁| + |*θ*₂|", Role.POSTERIOR, Stroke.MAIN, diamondLine()));
            curves.add(new Curve("*θ*₁² + *θ*₂²", Role.PRIOR, Stroke.MAIN, circleLine()));
            curves.add(axis(AXES.left(), 0, AXES.right(), 0));
            curves.add(axis(0, AXES.bottom(), 0, AXES.top()));
            return new Picture.Graph(
                    AXES,
                    "*θ*₁ (upwards: *θ*₂)",
                    curves,
                    List.of(
                            new Mark(Mark.Shape.SADDLE, Role.LIKELIHOOD, best[0], best[1]),
                            new Mark(Mark.Shape.LOCAL, Role.PRIOR, circle.first(), circle.second()),
                            new Mark(Mark.Shape.BEST, Role.POSTERIOR, diamond.first(), diamond.second())),
                    List.of(
                            new Picture.Handle("best", "c1", Role.LIKELIHOOD, best[0], best[1]),
                            new Picture.Handle("radius", "radius", Role.PLAIN, -radius, 0)),
                    "Contours of a loss around (" + Figures.place(best[0]) + ", " + Figures.place(best[1])
                            + "). One touches a diamond of radius " + Figures.ratio(radius) + " at " + place(diamond)
                            + ", one a circle of the same radius at " + place(circle) + ".");
        }

        private static Curve axis(double x1, double y1, double x2, double y2) {
            return new Curve("", Role.PLAIN, Stroke.FAINT, Line.between(x1, y1, x2, y2));
        }

        private void addTouching(List<Curve> curves, Minimum touch) {
            double height = above(touch.first(), touch.second());
            if (height > 1e-9) {
                curves.add(new Curve("", Role.LIKELIHOOD, Stroke.THIN, contour(height)));
            }
        }

        /** The ellipse on which the loss is so much above its least value. */
        private Line contour(double height) {
            // A = L L^T; the ellipse is the image of a circle under the inverse of L^T
            double l11 = Math.sqrt(a[0][0]);
            double l21 = a[1][0] / l11;
            double l22 = Math.sqrt(a[1][1] - l21 * l21);
            double size = Math.sqrt(2 * height);
            var xs = new double[ROUND_POINTS + 1];
            var ys = new double[xs.length];
            for (int k = 0; k < xs.length; k++) {
                double v = size * Elementary.sin(TURN * k / ROUND_POINTS) / l22;
                ys[k] = best[1] + v;
                xs[k] = best[0] + (size * Elementary.cos(TURN * k / ROUND_POINTS) - l21 * v) / l11;
            }
            return Line.of(xs, ys);
        }

        private Line diamondLine() {
            return Line.of(new double[] {radius, 0, -radius, 0, radius}, new double[] {0, radius, 0, -radius, 0});
        }

        private Line circleLine() {
            var xs = new double[ROUND_POINTS + 1];
            var ys = new double[xs.length];
            for (int k = 0; k < xs.length; k++) {
                xs[k] = radius * Elementary.cos(TURN * k / ROUND_POINTS);
                ys[k] = radius * Elementary.sin(TURN * k / ROUND_POINTS);
            }
            return Line.of(xs, ys);
        }

        private Table table() {
            return new Table(
                    "Three solutions",
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column("*θ*₁", Role.PLAIN),
                            new Table.Column("*θ*₂", Role.PLAIN),
                            new Table.Column("*λ*", Role.PLAIN),
                            new Table.Column("loss above its least", Role.LIKELIHOOD)),
                    List.of(
                            row("maximum likelihood", new Minimum(best[0], best[1], 0)),
                            row("diamond, L1", diamond),
                            row("circle, L2", circle)),
                    List.of());
        }

        private Table.Row row(String name, Minimum touch) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Place(touch.first()),
                            new Table.Cell.Place(touch.second()),
                            new Table.Cell.Amount(touch.lambda()),
                            new Table.Cell.Amount(above(touch.first(), touch.second()))),
                    atCorner(touch));
        }

        private String words() {
            return "Within the diamond the loss is least at " + place(diamond) + ", within the circle at "
                    + place(circle)
                    + ". The same solutions follow from an L1 penalty with *λ* = " + Figures.amount(diamond.lambda())
                    + " and from an L2 penalty with *λ* = " + Figures.amount(circle.lambda()) + ".";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (diamond.lambda() == 0) {
                notes.add(
                        "The maximum-likelihood point lies within both shapes: no bound is felt, and both *λ* are 0.");
            } else if (atCorner(diamond)) {
                notes.add("The diamond is touched at a corner: one of the weights is exactly 0.");
            } else {
                notes.add("The diamond is touched on an edge: both weights are drawn in, and neither is 0.");
            }
            if (circle.lambda() > 0 && (circle.first() == 0 || circle.second() == 0)) {
                notes.add("The circle’s solution lies on an axis only because the data themselves ask for a weight of 0"
                        + " there.");
            }
            return notes;
        }
    }
}
