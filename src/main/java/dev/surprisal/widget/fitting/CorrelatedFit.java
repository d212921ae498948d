package dev.surprisal.widget.fitting;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.fit.CovarianceFit;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Handle;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * A normal pair with correlation, and a pair q of independent normals fitted to it: forward KL keeps the marginal standard
 * deviations, reverse KL the conditional ones. Every normal is drawn by the ellipse one standard deviation from its mean, so
 * that the axes show all of them: the forward fit fills the box around p's ellipse, the reverse fit passes where it cuts the
 * axes. Or both entries of q have one standard deviation: then a circle takes the mean of the variances, or of their inverses.
 */
public final class CorrelatedFit extends Calculator {

    private static final int SD1 = 0;
    private static final int SD2 = 1;
    private static final int RHO = 2;
    private static final int Q1 = 3;
    private static final int Q2 = 4;

    private static final String ELLIPSE = "diagonal";
    private static final String CIRCLE = "isotropic";

    private static final WordChoice SHAPE = new WordChoice(
            "shape",
            "Shape of *q*",
            Choice.Style.SWITCH,
            List.of(new Option(ELLIPSE, "ellipse"), new Option(CIRCLE, "circle")));

    private static final Range SD =
            new Range(0.05, 10, Range.Kind.POSITIVE, "A standard deviation lies between 0.05 and 10 here.");
    private static final Range CORRELATION =
            new Range(-0.999, 0.999, Range.Kind.ANY, "A correlation lies between −0.999 and 0.999 here.");

    /** Points of an ellipse. */
    private static final int POINTS = 121;

    private static final double TWO_PI = 6.283185307179586;

    /** The drawing is so many times as wide as it is high. */
    private static final double ASPECT = 305.0 / 160;

    private static final List<Preset> PRESETS = List.of(
            preset("strong", "Strongly correlated", 1, 1, 0.9, 0.7, 0.7),
            preset("half", "Correlation one half", 1, 1, 0.5, 0.7, 0.7),
            preset("unequal", "One entry wider than the other", 1.6, 0.8, 0.8, 1, 0.5),
            preset("falling", "Falling instead of rising", 1, 1, -0.9, 0.7, 0.7),
            preset("needle", "Almost a line", 1, 1, 0.99, 0.5, 0.5),
            preset("none", "No correlation: a perfect fit exists", 1.2, 0.8, 0, 0.7, 0.7));

    public CorrelatedFit() {
        super(
                "kl-correlated",
                "A tilted target, an upright fit",
                List.of(WordChoice.of("unit", "Unit", Unit.NATS.plural(), Unit.BITS.plural()), SHAPE),
                PRESETS);
    }

    private static Preset preset(String name, String label, double... numbers) {
        return new Preset(name, label, new State(List.of(Unit.NATS.plural(), ELLIPSE), List.of()).withNumbers(numbers));
    }

    private static boolean isCircle(State state) {
        return state.words().getLast().equals(CIRCLE);
    }

    /** A text from before there was a shape is about an ellipse. */
    @Override
    public State decode(String text) {
        int numbers = text.lastIndexOf('~');
        boolean old = numbers > 0 && text.indexOf('~', text.indexOf('~') + 1) == numbers;
        return super.decode(old ? text.substring(0, numbers) + "~" + ELLIPSE + text.substring(numbers) : text);
    }

    /** A circle has one standard deviation, an ellipse begins with two that are equal. */
    @Override
    protected State chosen(State state, int choice, String word) {
        State chosen = super.chosen(state, choice, word);
        if (isCircle(chosen) == isCircle(state)) {
            return chosen;
        }
        var numbers = new ArrayList<>(state.numbers());
        if (isCircle(chosen)) {
            numbers.removeLast();
        } else {
            numbers.add(numbers.getLast());
        }
        return new State(chosen.words(), numbers);
    }

    @Override
    protected boolean isShown(State example, State state) {
        return shown(example, state).numbers().equals(state.numbers());
    }

    @Override
    protected State shown(State example, State state) {
        List<Double> numbers = isCircle(state) ? example.numbers().subList(0, Q2) : example.numbers();
        return new State(state.words(), numbers);
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "p",
                        "The target *p*",
                        Role.P,
                        "",
                        List.of(
                                new Input("sd1", "*σ*₁", SD, 0.2, 3, 0.05),
                                new Input("sd2", "*σ*₂", SD, 0.2, 3, 0.05),
                                new Input("rho", "*ρ*", CORRELATION, -0.99, 0.99, 0.01))),
                new Section(
                        "q",
                        "The fit *q*, without correlation",
                        Role.Q,
                        "",
                        isCircle(state)
                                ? List.of(new Input("q1", "its *σ*", SD, 0.05, 3, 0.01))
                                : List.of(
                                        new Input("q1", "its *σ*₁", SD, 0.05, 3, 0.01),
                                        new Input("q2", "its *σ*₂", SD, 0.05, 3, 0.01))));
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(
                new Action("forward", "Take the forward fit", true),
                new Action("reverse", "Take the reverse fit", true));
    }

    @Override
    protected State pressed(State state, String control) {
        Fits fits = new Fits(state);
        return switch (control) {
            case "forward" -> taken(state, fits.forward.q());
            case "reverse" -> taken(state, fits.reverse.q());
            default -> throw noControl(control);
        };
    }

    private static State taken(State state, MultivariateNormal q) {
        State taken = state.with(Q1, inRange(q.marginal(0).sd()));
        return isCircle(state) ? taken : taken.with(Q2, inRange(q.marginal(1).sd()));
    }

    private static double inRange(double sd) {
        return Math.max(SD.least(), Math.min(SD.most(), sd));
    }

    @Override
    protected State dragged(State state, String control, double x, double y) {
        return switch (control) {
            case "q1" -> slid(state, "q1", Math.abs(x));
            case "q2" -> slid(state, isCircle(state) ? "q1" : "q2", Math.abs(y));
            // The ellipse touches the right side of its box at this height
            case "rho" -> slid(state, "rho", y / state.number(SD2));
            default -> throw noControl(control);
        };
    }

    @Override
    public Outcome result(State state) {
        return new Fits(state).result();
    }

    /** The numbers of one state. */
    private static final class Fits {
        private final Unit unit;
        private final double sd1;
        private final double sd2;
        private final double rho;
        private final boolean circle;
        private final double q1;
        private final double q2;
        private final MultivariateNormal p;
        private final CovarianceFit forward;
        private final CovarianceFit reverse;
        private final double forwardNats;
        private final double reverseNats;

        Fits(State state) {
            unit = Unit.named(state.words().getFirst());
            sd1 = state.number(SD1);
            sd2 = state.number(SD2);
            rho = state.number(RHO);
            q1 = state.number(Q1);
            circle = isCircle(state);
            q2 = state.number(circle ? Q1 : Q2);
            double covariance = rho * sd1 * sd2;
            p = MultivariateNormal.of(new double[2], new double[][] {{sd1 * sd1, covariance}, {covariance, sd2 * sd2}});
            var shape = circle ? CovarianceFit.Shape.ISOTROPIC : CovarianceFit.Shape.DIAGONAL;
            forward = CovarianceFit.forward(p, shape);
            reverse = CovarianceFit.reverse(p, shape);
            MultivariateNormal q = MultivariateNormal.diagonal(new double[2], new double[] {q1, q2});
            forwardNats = Divergence.klNats(p, q);
            reverseNats = Divergence.klNats(q, p);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            amount("KL(*p* ‖ *q*)", "forward KL", forwardNats, Role.FORWARD),
                            amount("KL(*q* ‖ *p*)", "reverse KL", reverseNats, Role.REVERSE)),
                    readouts(),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Forward KL " + told(forwardNats) + ", reverse KL " + told(reverseNats) + ".");
        }

        private Readout amount(String label, String name, double nats, Role role) {
            return new Readout(label, name, unit.of(nats), unit.plural(), role);
        }

        private List<Readout> readouts() {
            return List.of(
                    amount("min KL(*p* ‖ *q*)", "least forward KL", forward.klNats(), Role.FORWARD),
                    amount("min KL(*q* ‖ *p*)", "least reverse KL", reverse.klNats(), Role.REVERSE),
                    circle
                            ? new Readout("*σ*", "of the forward fit", sd(forward, 0), "", Role.FORWARD)
                            : new Readout("*σ*₁", "marginal, of the forward fit", sd(forward, 0), "", Role.FORWARD),
                    circle
                            ? new Readout("*σ*", "of the reverse fit", sd(reverse, 0), "", Role.REVERSE)
                            : new Readout(
                                    "*σ*₁ √(1 − *ρ*²)",
                                    "conditional, of the reverse fit",
                                    sd(reverse, 0),
                                    "",
                                    Role.REVERSE));
        }

        private static double sd(CovarianceFit fit, int entry) {
            return fit.q().marginal(entry).sd();
        }

        private Picture picture() {
            var curves = new ArrayList<Curve>();
            curves.add(new Curve("", Role.PLAIN, Stroke.FAINT, box()));
            curves.add(new Curve("*p*", Role.P, Stroke.MAIN, tilted()));
            curves.add(new Curve("forward fit", Role.FORWARD, Stroke.THIN, upright(sd(forward, 0), sd(forward, 1))));
            curves.add(new Curve("reverse fit", Role.REVERSE, Stroke.THIN, upright(sd(reverse, 0), sd(reverse, 1))));
            curves.add(new Curve("*q*", Role.Q, Stroke.MAIN, upright(q1, q2)));
            double across = sd(reverse, 0);
            double upwards = sd(reverse, 1);
            return new Picture.Graph(
                    axes(),
                    "first entry (upwards: second entry)",
                    curves,
                    circle
                            ? List.of()
                            : List.of(
                                    touch(Role.FORWARD, sd1, rho * sd2),
                                    touch(Role.FORWARD, -sd1, -rho * sd2),
                                    touch(Role.FORWARD, rho * sd1, sd2),
                                    touch(Role.FORWARD, -rho * sd1, -sd2),
                                    touch(Role.REVERSE, across, 0),
                                    touch(Role.REVERSE, -across, 0),
                                    touch(Role.REVERSE, 0, upwards),
                                    touch(Role.REVERSE, 0, -upwards)),
                    List.of(
                            new Handle("rho", "rho", Role.P, sd1, rho * sd2),
                            new Handle("q1", "q1", Role.Q, q1, 0),
                            new Handle("q2", circle ? "q1" : "q2", Role.Q, 0, q2)),
                    "Ellipses one standard deviation from the middle: p, tilted by its correlation "
                            + Figures.ratio(rho)
                            + (circle
                                    ? "; the forward fit and the reverse fit, two circles"
                                    : "; the forward fit, which fills the box around it; the reverse fit, which passes"
                                            + " where it cuts the axes")
                            + "; and q, with standard deviations " + Figures.place(q1) + " and " + Figures.place(q2)
                            + ".");
        }

        private static Mark touch(Role role, double x, double y) {
            return new Mark(Mark.Shape.LOCAL, role, x, y);
        }

        /** One unit is as long upwards as it is to the right, and the ends do not change at every touch. */
        private Axes axes() {
            double half = Math.max(Math.max(sd2, q2), Math.max(sd1, q1) / ASPECT);
            double top = 1.15 * Math.ceil(4 * half) / 4;
            return new Axes(-ASPECT * top, ASPECT * top, -top, top);
        }

        private Line box() {
            return Line.of(new double[] {-sd1, sd1, sd1, -sd1, -sd1}, new double[] {-sd2, -sd2, sd2, sd2, -sd2});
        }

        private Line tilted() {
            double rest = Math.sqrt((1 - rho) * (1 + rho));
            double[] xs = new double[POINTS];
            double[] ys = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                double angle = TWO_PI * i / (POINTS - 1);
                xs[i] = sd1 * Elementary.cos(angle);
                ys[i] = sd2 * (rho * Elementary.cos(angle) + rest * Elementary.sin(angle));
            }
            return Line.of(xs, ys);
        }

        private static Line upright(double across, double upwards) {
            double[] xs = new double[POINTS];
            double[] ys = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                double angle = TWO_PI * i / (POINTS - 1);
                xs[i] = across * Elementary.cos(angle);
                ys[i] = upwards * Elementary.sin(angle);
            }
            return Line.of(xs, ys);
        }

        private Table table() {
            return new Table(
                    "Both fits and your q, KL in " + unit.plural(),
                    List.of(
                            new Table.Column("pair of normals", Role.PLAIN),
                            new Table.Column("*σ*₁", Role.PLAIN),
                            new Table.Column("*σ*₂", Role.PLAIN),
                            new Table.Column("KL(*p* ‖ *q*)", Role.FORWARD, unit.plural()),
                            new Table.Column("KL(*q* ‖ *p*)", Role.REVERSE, unit.plural())),
                    List.of(
                            row("forward fit", forward.q(), forward.klNats(), Divergence.klNats(forward.q(), p)),
                            row("reverse fit", reverse.q(), Divergence.klNats(p, reverse.q()), reverse.klNats())),
                    List.of(new Table.Row(cells("your q", q1, q2, forwardNats, reverseNats), false)));
        }

        private Table.Row row(String name, MultivariateNormal q, double ofForward, double ofReverse) {
            return new Table.Row(cells(name, q.marginal(0).sd(), q.marginal(1).sd(), ofForward, ofReverse), false);
        }

        private List<Table.Cell> cells(String name, double first, double second, double ofForward, double ofReverse) {
            return List.of(
                    new Table.Cell.Words(name),
                    new Table.Cell.Place(first),
                    new Table.Cell.Place(second),
                    new Table.Cell.Amount(unit.of(ofForward)),
                    new Table.Cell.Amount(unit.of(ofReverse)));
        }

        private String words() {
            String fits = circle
                    ? " The forward fit is a circle with the standard deviation " + Figures.place(sd(forward, 0))
                            + ", whose square is the mean of both variances of *p*, " + told(forward.klNats())
                            + " from it. The reverse fit takes " + Figures.place(sd(reverse, 0))
                            + "; one over its square is the mean of one over both conditional variances. It is "
                            + told(reverse.klNats()) + " away, in its own direction."
                    : " The forward fit keeps both standard deviations. The reverse fit takes "
                            + Figures.place(sd(reverse, 0)) + " and " + Figures.place(sd(reverse, 1))
                            + ", as much as one entry still varies when the other is known. Each of them is "
                            + told(forward.klNats()) + " from *p*, in its own direction.";
            return "The target *p* has standard deviations " + Figures.place(sd1) + " and " + Figures.place(sd2)
                    + " and the correlation " + Figures.ratio(rho) + "." + fits + " Your *q*, with "
                    + (circle ? Figures.place(q1) : Figures.place(q1) + " and " + Figures.place(q2))
                    + ", has a forward KL of " + told(forwardNats)
                    + " and a reverse KL of " + told(reverseNats) + ".";
        }

        private List<String> notes() {
            if (circle) {
                return List.of(
                        rho == 0 && sd1 == sd2
                                ? "The ellipse of *p* is a circle itself, and both directions agree on it."
                                : "One standard deviation has to do for both entries. The square of the forward radius is the"
                                        + " mean of the squares of both half-axes of *p*; the reverse circle takes one over the"
                                        + " mean of one over them, so the narrower side counts for more. It is the smaller"
                                        + " circle of the two, wider than *p* across the ellipse and narrower along it.");
            }
            if (rho == 0) {
                return List.of("Without correlation *q* can be *p* itself, and both directions agree on it.");
            }
            return List.of(
                    "The forward fit fills the box around the ellipse of *p*, and so gives mass to corners that *p* leaves"
                            + " nearly empty. The reverse fit passes where the ellipse cuts the axes: narrower than *p* in"
                            + " each entry, it reaches out of the ellipse on its flat sides and leaves out its tips. It is too"
                            + " sure of itself.",
                    "Both least values are −½ ln(1 − *ρ*²), whatever the standard deviations.");
        }

        private String told(double nats) {
            return Figures.amount(unit.of(nats)) + " " + unit.plural();
        }
    }
}
