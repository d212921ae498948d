package dev.surprisal.widget.variational;

import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.variational.Elbo;
import dev.surprisal.math.variational.LinearGaussian;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Contours;
import dev.surprisal.widget.Controls.Action;
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
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** A guess at the posterior of one latent number, and by how much its lower bound falls short of the evidence. */
public final class ElboGap extends Calculator {

    private static final List<Preset> PRESETS = List.of(
            Preset.of("near", "Nearly right", 0.5, 0.25, 1.5, 0.2, 0.6, 1.1),
            Preset.of("prior", "The prior as guess", 0, 1, 1.5, 0.2, 0.6, 1.1),
            Preset.of("wide", "The right mean, too wide", 0.517241379310345, 1, 1.5, 0.2, 0.6, 1.1),
            Preset.of("sure", "Too sure", 0.517241379310345, 0.0137931034482759, 1.5, 0.2, 0.6, 1.1),
            Preset.of("collapse", "A decoder that ignores z", 0.5, 0.5, 0, 0.2, 0.6, 1.1));

    private static final Range PLACE = new Range(-50, 50, Range.Kind.ANY, "Enter a number between −50 and 50.");

    private static final Range VARIANCE = Range.positive(0.0001, 100);

    private static final double TURN = 6.283185307179586;

    /** From this noise on minus a log-density is never negative, so that all lengths in the picture exist. */
    private static final double LEAST_NOISE = 0.4;

    private static final int POINTS = 161;

    /** So many standard deviations from its mean a bell curve is flat. */
    private static final double REACH = 5;

    private static final int COLUMNS = 41;
    private static final int ROWS = 31;

    /** The landscape's contours: gaps in nats. */
    private static final double[] GAPS = {0.02, 0.1, 0.3, 0.7, 1.5, 3, 6, 12};

    public ElboGap() {
        super("elbo-gap", "The gap below the evidence", List.of(), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "guess",
                        "The guess *q*",
                        Role.Q,
                        "",
                        List.of(
                                new Input("m", "mean *m*", PLACE, -3, 3, 0.01),
                                new Input("v", "variance *v*", VARIANCE, 0.01, 2, 0.01))),
                new Section(
                        "model",
                        "The model",
                        Role.LIKELIHOOD,
                        "",
                        List.of(
                                new Input("w", "*w*", PLACE, -3, 3, 0.1),
                                new Input("b", "*b*", PLACE, -3, 3, 0.1),
                                new Input("s", "noise *s*", Range.positive(LEAST_NOISE, 50), LEAST_NOISE, 3, 0.1))),
                new Section("data", "The data", Role.P, "", List.of(new Input("x", "*x*", PLACE, -5, 5, 0.1))));
    }

    private static LinearGaussian model(State state) {
        return LinearGaussian.of(state.number(2), state.number(3), state.number(4));
    }

    @Override
    protected State dragged(State state, String control, double x, double y) {
        State moved = slid(state, "m", x);
        return switch (control) {
            // The height of a normal at its mean says how wide it is
            case "peak" -> y > 0 ? slid(moved, "v", 1 / (TURN * y * y)) : moved;
            case "guess" -> slid(moved, "v", y);
            default -> throw noControl(control);
        };
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(
                new Action(
                        "posterior",
                        "Take the posterior",
                        !pressed(state, "posterior").equals(state)),
                new Action("prior", "Take the prior", !pressed(state, "prior").equals(state)));
    }

    @Override
    protected State pressed(State state, String control) {
        return switch (control) {
            case "posterior" -> {
                double mean = model(state).posteriorMean(state.number(5));
                double variance = model(state).posteriorVariance();
                yield state.with(0, 0 + Math.max(PLACE.least(), Math.min(PLACE.most(), mean)))
                        .with(1, Math.max(VARIANCE.least(), variance));
            }
            case "prior" -> state.with(0, 0).with(1, 1);
            default -> throw noControl(control);
        };
    }

    @Override
    public List<Quantity> quantities(State state) {
        Elbo bound = model(state).bound(state.number(0), state.number(1), state.number(5));
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("elbo", bound.value()));
        quantities.add(Quantity.number("evidence", bound.logEvidence()));
        quantities.add(Quantity.number("gap", bound.gap()));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Bound(state).result();
    }

    /** The numbers of one state, in nats. */
    private static final class Bound {
        private final LinearGaussian model;
        private final double x;
        private final Normal guess;
        private final Normal posterior;
        private final double variance;
        private final Elbo bound;

        Bound(State state) {
            model = model(state);
            x = state.number(5);
            variance = state.number(1);
            guess = new Normal(state.number(0), Math.sqrt(variance));
            posterior = model.posterior(x);
            bound = model.bound(guess.mean(), variance, x);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            nats("ELBO", "evidence lower bound", bound.value(), Role.Q),
                            nats("KL(*q* ‖ *p*(*z* | *x*))", "gap, reverse KL", bound.gap(), Role.REVERSE)),
                    List.of(
                            nats("ln *p*(*x*)", "evidence", bound.logEvidence(), Role.LIKELIHOOD),
                            nats("E[ln *p*(*x* | *z*)]", "reconstruction", bound.reconstruction(), Role.P),
                            nats("KL(*q* ‖ *p*(*z*))", "regularisation", bound.kl(), Role.PRIOR),
                            new Readout("*m**", "posterior mean", posterior.mean(), "", Role.POSTERIOR),
                            new Readout("*v**", "posterior variance", model.posteriorVariance(), "", Role.POSTERIOR)),
                    densities(),
                    table(),
                    words(),
                    notes(),
                    "Bound " + Figures.amount(bound.value()) + ", gap " + Figures.amount(bound.gap()) + " nats.",
                    List.of(new Figure("bars", bars()), new Figure("landscape", landscape())),
                    true);
        }

        private static Readout nats(String label, String name, double value, Role role) {
            return new Readout(label, name, value, "nats", role);
        }

        private Picture densities() {
            double left = -3.5;
            double right = 3.5;
            double top = 0;
            for (Normal normal : List.of(Normal.STANDARD, posterior, guess)) {
                left = Math.min(left, normal.mean() - 3 * normal.sd());
                right = Math.max(right, normal.mean() + 3 * normal.sd());
                top = Math.max(top, normal.density(normal.mean()));
            }
            double peak = guess.density(guess.mean());
            return new Picture.Graph(
                    new Axes(left, right, 0, 1.08 * top),
                    "*z*",
                    List.of(
                            curve("prior", Role.PRIOR, Stroke.THIN, Normal.STANDARD, left, right),
                            curve("posterior", Role.POSTERIOR, Stroke.MAIN, posterior, left, right),
                            curve("*q*", Role.Q, Stroke.MAIN, guess, left, right)),
                    List.of(),
                    List.of(new Picture.Handle("peak", "m", Role.Q, guess.mean(), peak)),
                    "Three bell curves: the prior, the posterior with mean " + Figures.ratio(posterior.mean())
                            + " and variance " + Figures.ratio(model.posteriorVariance()) + ", and the guess with mean "
                            + Figures.ratio(guess.mean()) + " and variance " + Figures.ratio(variance) + ".");
        }

        /** As far as it can be told from 0, and no further than the axis. */
        private static Curve curve(String label, Role role, Stroke stroke, Normal normal, double left, double right) {
            double from = Math.max(left, normal.mean() - REACH * normal.sd());
            double to = Math.min(right, normal.mean() + REACH * normal.sd());
            return new Curve(label, role, stroke, Line.of(from, to, POINTS, normal::density));
        }

        /** Minus the bound, taken apart in both ways. */
        private Picture bars() {
            double whole = -bound.value();
            double evidence = Math.max(0, Math.min(whole, -bound.logEvidence()));
            double reconstruction = Math.max(0, Math.min(whole, -bound.reconstruction()));
            return new Picture.Spans(
                    List.of(
                            new Picture.Span("−ln p(x)", Role.LIKELIHOOD, 0, evidence, 0),
                            new Picture.Span("gap", Role.REVERSE, evidence, whole, 0),
                            new Picture.Span("−reconstruction", Role.P, 0, reconstruction, 1),
                            new Picture.Span("KL to the prior", Role.PRIOR, reconstruction, whole, 1)),
                    whole,
                    "Two bars of length " + Figures.amount(whole) + ", minus the bound: minus the evidence, "
                            + Figures.amount(evidence) + ", and the gap, " + Figures.amount(bound.gap())
                            + "; minus the reconstruction, " + Figures.amount(reconstruction)
                            + ", and the KL to the prior, "
                            + Figures.amount(bound.kl()) + ".");
        }

        /** The gap over all guesses. */
        private Picture landscape() {
            double center = posterior.mean();
            var axes = new Axes(
                    Math.floor(Math.min(0, center) - 1), Math.ceil(Math.max(0, center) + 1), VARIANCE.least(), 1.3);
            var curves = new ArrayList<Curve>();
            curves.addAll(Contours.of(axes, COLUMNS, ROWS, (m, v) -> model.gap(m, v, x))
                    .above(GAPS));
            return new Picture.Graph(
                    axes,
                    "mean *m* (upwards: variance *v*)",
                    curves,
                    List.of(
                            new Mark(Mark.Shape.START, Role.PRIOR, 0, 1),
                            new Mark(Mark.Shape.LOCAL, Role.POSTERIOR, posterior.mean(), model.posteriorVariance()),
                            new Mark(Mark.Shape.BEST, Role.Q, guess.mean(), variance)),
                    List.of(new Picture.Handle("guess", "m", Role.Q, guess.mean(), variance)),
                    "Contours of the gap over mean and variance of the guess: zero at the posterior, ("
                            + Figures.ratio(posterior.mean()) + ", " + Figures.ratio(model.posteriorVariance())
                            + "), and " + Figures.amount(bound.gap()) + " nats at the guess.");
        }

        private Table table() {
            return new Table(
                    "Some guesses, in nats",
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column("*m*", Role.PLAIN),
                            new Table.Column("*v*", Role.PLAIN),
                            new Table.Column("reconstruction", Role.P, "nats"),
                            new Table.Column("KL to the prior", Role.PRIOR, "nats"),
                            new Table.Column("ELBO", Role.Q, "nats"),
                            new Table.Column("gap", Role.REVERSE, "nats")),
                    List.of(
                            row("your guess", guess.mean(), variance, true),
                            row("the prior", 0, 1, false),
                            row("the posterior", posterior.mean(), model.posteriorVariance(), false)),
                    List.of());
        }

        private Table.Row row(String name, double m, double v, boolean striking) {
            Elbo one = model.bound(m, v, x);
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Ratio(m),
                            new Table.Cell.Ratio(v),
                            new Table.Cell.Amount(one.reconstruction()),
                            new Table.Cell.Amount(one.kl()),
                            new Table.Cell.Amount(one.value()),
                            new Table.Cell.Amount(one.gap())),
                    striking);
        }

        private String words() {
            return "The evidence ln *p*(*x*) is " + Figures.amount(bound.logEvidence())
                    + " nats. The guess *q* with mean "
                    + Figures.ratio(guess.mean()) + " and variance " + Figures.ratio(variance)
                    + " has a reconstruction of " + Figures.amount(bound.reconstruction())
                    + " and a KL to the prior of " + Figures.amount(bound.kl()) + ", so its bound is "
                    + Figures.amount(bound.value()) + " nats, " + Figures.amount(bound.gap()) + " below the evidence.";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (bound.gap() < 1e-9) {
                notes.add("The guess is the posterior, and the bound is tight.");
            }
            if (model.posteriorVariance() == 1) {
                notes.add(
                        "The decoder ignores *z*: the posterior is the prior for every *x*, and the best guess carries no"
                                + " information. This is posterior collapse.");
            }
            return notes;
        }
    }
}
