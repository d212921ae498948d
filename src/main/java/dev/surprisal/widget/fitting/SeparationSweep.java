package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.widget.Calculator;
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
import dev.surprisal.widget.StateText;
import dev.surprisal.widget.Surveyed;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Two equal humps that are pulled apart, and what one normal makes of them in each direction of KL. */
public final class SeparationSweep extends Calculator implements Surveyed<Calculator.State> {

    private static final double MOST = 6;

    private static final List<Preset> PRESETS = List.of(
            preset("two", "Two humps, one optimum", 2),
            preset("one", "One hump", 0.8),
            preset("opening", "Just after the side valleys open", 2.45),
            preset("between", "The middle still wins", 2.6),
            preset("picked", "A mode wins", 3.5),
            preset("far", "Far apart", 5.5));

    private static final Range SEPARATION = new Range(0, MOST, Range.Kind.ANY, "Enter a number between 0 and 6.");

    private static final Axes AXES = new Axes(-9, 9, 0, 0.44);
    private static final Axes SWEEP_AXES = new Axes(0, MOST, 0, 1.5);
    private static final int POINTS = 241;

    /** The sweep is made at r = 0, 1/10, …: findings have a value of the middle and one of the side for each. */
    private static final int SWEPT = 61;

    /** Where the target gets two humps, the reverse KL gets optima on the modes, and these become the better ones. */
    private static final double[] THRESHOLDS = {1, 2.41222972, 2.80008222};

    private static final double LN_2 = 0.6931471805599453;

    public SeparationSweep() {
        super("kl-separation", "Two humps, pulled apart", List.of(), PRESETS);
    }

    private static Preset preset(String name, String label, double r) {
        return new Preset(name, label, new State(List.of(), List.of(r)));
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(new Section(
                "separation",
                "The target, ½ N(−*r*, 1) + ½ N(*r*, 1)",
                Role.P,
                "half the distance of the means, in widths",
                List.of(new Input("r", "*r*", SEPARATION, 0, MOST, 0.01))));
    }

    @Override
    protected State dragged(State state, String control, double x, double y) {
        return slid(state, "r", Math.abs(x));
    }

    @Override
    public List<Quantity> quantities(State state) {
        PairFits fits = PairFits.of(state.number(0));
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("middle", fits.middle().value()));
        quantities.add(Quantity.number("optima", fits.side().isPresent() ? 3 : 1));
        return quantities;
    }

    /** The reverse KL of both fits over all separations, the same for every state: −1 where there is no fit at the side. */
    @Override
    public String findings(State state) {
        var values = new ArrayList<Double>();
        for (int i = 0; i < SWEPT; i++) {
            PairFits fits = PairFits.of(at(i));
            values.add(rounded(fits.middle().value()));
            values.add(fits.side().map(side -> rounded(side.value())).orElse(-1.0));
        }
        return new StateText.Writer(1).numbers(values).toString();
    }

    private static double at(int i) {
        return MOST * i / (SWEPT - 1);
    }

    /** To what a picture can show. */
    private static double rounded(double value) {
        return Math.floor(1e6 * value + 0.5) / 1e6;
    }

    @Override
    public List<Figure> grounds(State state) {
        return List.of();
    }

    @Override
    public boolean isAbout(String findings, State state) {
        return read(findings).isPresent();
    }

    private static Optional<List<Double>> read(String findings) {
        try {
            var reader = new StateText.Reader(findings, 1);
            List<Double> values = reader.numbers(2 * SWEPT);
            reader.end();
            return Optional.of(values);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public Outcome result(State state, State begun, String findings) {
        return new Pair(state.number(0), read(findings).orElse(List.of())).result();
    }

    /** The numbers of one state. */
    private static final class Pair {
        private final double r;
        private final List<Double> swept;
        private final PairFits fits;

        Pair(double r, List<Double> swept) {
            this.r = r;
            this.swept = swept;
            fits = PairFits.of(r);
        }

        Outcome result() {
            var readouts = new ArrayList<Readout>();
            readouts.add(nats(
                    "KL(*q* ‖ *p*)", "reverse KL in the middle", fits.middle().value(), Role.REVERSE));
            readouts.add(new Readout("*σ*", "width in the middle", fits.middle().sd(), "", Role.REVERSE));
            if (fits.side().isPresent()) {
                Descent.Step side = fits.side().get();
                readouts.add(nats("KL(*q* ‖ *p*)", "reverse KL on a mode", side.value(), Role.REVERSE));
                readouts.add(new Readout("*μ*", "mean on the right mode", side.mean(), "", Role.REVERSE));
                readouts.add(new Readout("*σ*", "width on a mode", side.sd(), "", Role.REVERSE));
            }
            readouts.add(new Readout(
                    "√(1 + *r*²)", "width of the forward fit", fits.forward().sd(), "", Role.FORWARD));
            return new Outcome.Result(
                    List.of(
                            nats("min KL(*q* ‖ *p*)", "best reverse KL", best(), Role.REVERSE),
                            nats(
                                    "min KL(*p* ‖ *q*)",
                                    "best forward KL",
                                    fits.forward().value(),
                                    Role.FORWARD)),
                    readouts,
                    densities(),
                    table(),
                    words(),
                    notes(),
                    "Best reverse KL " + told(best()) + ", " + (fits.picksAMode() ? "on a mode." : "in the middle."),
                    List.of(new Figure("sweep", sweep())),
                    true);
        }

        private double best() {
            return fits.picksAMode()
                    ? fits.side().orElseThrow().value()
                    : fits.middle().value();
        }

        private static Readout nats(String label, String name, double value, Role role) {
            return new Readout(label, name, settled(value), "nats", role);
        }

        private static String told(double nats) {
            return Figures.amount(settled(nats)) + " nats";
        }

        /** What rounding leaves of nothing is nothing. */
        private static double settled(double nats) {
            return Math.abs(nats) < 1e-12 ? 0 : nats;
        }

        private Picture densities() {
            var curves = new ArrayList<Curve>();
            curves.add(new Curve("*p*", Role.P, Stroke.MAIN, line(fits.p()::density)));
            curves.add(new Curve("forward fit", Role.FORWARD, Stroke.THIN, bell(fits.forward(), 1)));
            boolean picks = fits.picksAMode();
            curves.add(new Curve(
                    "reverse fits", Role.REVERSE, picks ? Stroke.FAINT : Stroke.MAIN, bell(fits.middle(), 1)));
            fits.side().ifPresent(side -> {
                for (int sign = -1; sign <= 1; sign += 2) {
                    curves.add(new Curve("", Role.REVERSE, picks ? Stroke.MAIN : Stroke.FAINT, bell(side, sign)));
                }
            });
            return new Picture.Graph(
                    AXES,
                    "*x*",
                    curves,
                    List.of(),
                    List.of(new Picture.Handle("r", "r", Role.P, r, fits.p().density(r))),
                    "Two humps at −" + Figures.ratio(r) + " and " + Figures.ratio(r)
                            + ", the forward fit with a width of "
                            + Figures.place(fits.forward().sd()) + ", and "
                            + (fits.side().isPresent() ? "three" : "one")
                            + " reverse " + (fits.side().isPresent() ? "fits." : "fit."));
        }

        private static Line bell(Descent.Step fit, int sign) {
            return line(new Normal(sign * fit.mean(), fit.sd())::density);
        }

        private static Line line(DoubleUnaryOperator density) {
            return Line.of(AXES.left(), AXES.right(), POINTS, density);
        }

        /** The reverse KL of both fits over the separation. */
        private Picture sweep() {
            var curves = new ArrayList<Curve>();
            curves.add(new Curve("", Role.PLAIN, Stroke.FAINT, Line.between(0, LN_2, MOST, LN_2)));
            if (!swept.isEmpty()) {
                curves.add(new Curve("in the middle", Role.REVERSE, Stroke.THIN, swept(0)));
                curves.add(new Curve("on a mode", Role.REVERSE, Stroke.MAIN, swept(1)));
            }
            for (double threshold : THRESHOLDS) {
                curves.add(new Curve(
                        "",
                        Role.PLAIN,
                        Stroke.FAINT,
                        Line.between(threshold, SWEEP_AXES.bottom(), threshold, SWEEP_AXES.top())));
            }
            var marks = new ArrayList<Mark>();
            marks.add(new Mark(
                    fits.picksAMode() ? Mark.Shape.LOCAL : Mark.Shape.BEST,
                    Role.REVERSE,
                    r,
                    fits.middle().value()));
            fits.side()
                    .ifPresent(side -> marks.add(new Mark(
                            fits.picksAMode() ? Mark.Shape.BEST : Mark.Shape.LOCAL, Role.REVERSE, r, side.value())));
            return new Picture.Graph(
                    SWEEP_AXES,
                    "*r* (upwards: reverse KL in nats)",
                    curves,
                    marks,
                    List.of(new Picture.Handle("along", "r", Role.P, r, 0)),
                    "The reverse KL of the fit in the middle rises with the separation; that of a fit on a mode begins at"
                            + " some separation and stays near ln 2. Here they are "
                            + told(fits.middle().value())
                            + fits.side()
                                    .map(side -> " and " + told(side.value()) + ".")
                                    .orElse(" and none."));
        }

        private Line swept(int which) {
            int count = 0;
            for (int i = 0; i < SWEPT; i++) {
                count += swept.get(2 * i + which) >= 0 ? 1 : 0;
            }
            double[] xs = new double[count];
            double[] ys = new double[count];
            int next = 0;
            for (int i = 0; i < SWEPT; i++) {
                if (swept.get(2 * i + which) >= 0) {
                    xs[next] = at(i);
                    ys[next++] = swept.get(2 * i + which);
                }
            }
            return Line.of(xs, ys);
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            rows.add(row("forward", fits.forward(), false));
            rows.add(row("reverse, in the middle", fits.middle(), !fits.picksAMode()));
            fits.side().ifPresent(side -> rows.add(row("reverse, on the right mode", side, fits.picksAMode())));
            return new Table(
                    "The fits, each with its own KL in nats",
                    List.of(
                            new Table.Column("fit", Role.PLAIN),
                            new Table.Column("*μ*", Role.PLAIN),
                            new Table.Column("*σ*", Role.PLAIN),
                            new Table.Column("KL", Role.PLAIN, "nats")),
                    rows,
                    List.of());
        }

        private static Table.Row row(String name, Descent.Step fit, boolean striking) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Place(fit.mean()),
                            new Table.Cell.Place(fit.sd()),
                            new Table.Cell.Amount(settled(fit.value()))),
                    striking);
        }

        private String words() {
            String reverse = fits.side()
                    .map(side -> "The reverse KL has three optima: one in the middle with "
                            + told(fits.middle().value())
                            + " and one on each mode with " + told(side.value()) + ". "
                            + (fits.picksAMode()
                                    ? "A mode is the better choice."
                                    : "The middle is still the better choice."))
                    .orElse("The reverse KL has a single optimum, in the middle, with "
                            + told(fits.middle().value()) + " and a width of "
                            + Figures.place(fits.middle().sd()) + ".");
            return "At *r* = " + Figures.ratio(r) + " the forward fit has the mean 0 and the width "
                    + Figures.place(fits.forward().sd()) + ", with "
                    + told(fits.forward().value()) + ". " + reverse;
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            notes.add(
                    r <= 1
                            ? "Up to *r* = 1 the target itself has one hump only."
                            : "Two humps are to be seen from *r* = 1 on; the reverse KL tells them apart much later.");
            notes.add(
                    "The upright lines of the lower picture stand at *r* = 1, where the target gets its second hump; at 2.412, where"
                            + " the reverse KL gets optima on the modes; and at 2.800, where these become the better ones.");
            if (fits.side().isPresent()) {
                notes.add(
                        "The optimum in the middle stays a local minimum however far the humps are apart: a descent that"
                                + " starts in the exact middle ends there.");
            }
            return notes;
        }
    }
}
