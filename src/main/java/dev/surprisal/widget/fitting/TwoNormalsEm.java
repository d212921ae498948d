package dev.surprisal.widget.fitting;

import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.MixtureFit;
import dev.surprisal.math.variational.LatentMixture;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Figure;
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

/** Two normals fitted to six points by EM: each E-step closes the gap of the bound, each M-step raises it. */
public final class TwoNormalsEm extends Calculator {

    private static final double[] POINTS = {-2.5, -2, -1.5, 1.5, 2, 2.5};

    private static final int WEIGHT = 0;
    private static final int M1 = 1;
    private static final int S1 = 2;
    private static final int M2 = 3;
    private static final int S2 = 4;
    private static final int STEPS = 5;

    private static final int MOST_STEPS = 200;

    private static final Range SHARE =
            new Range(0.01, 0.99, Range.Kind.ANY, "A weight lies between 0.01 and 0.99 here; the other has the rest.");
    private static final Range MEAN = new Range(-10, 10, Range.Kind.ANY, "A mean lies between −10 and 10 here.");
    private static final Range SD = Range.positive(0.1, 5);

    private static final List<Preset> PRESETS = List.of(
            Preset.of("sides", "A mean on each side", 0.5, -1, 1, 1, 1, 0),
            Preset.of("first", "After one round", 0.5, -1, 1, 1, 1, 1),
            Preset.of("same-side", "Both on one side", 0.5, 1, 1, 2.5, 1, 0),
            Preset.of("nested", "One wide, one narrow, one centre", 0.5, 0, 3, 0, 0.5, 0),
            Preset.of("trapped", "A narrow one on a single point", 0.5, 0, 2, 2.5, 0.1, 0));

    private static final Axes AXES = new Axes(-5, 5, 0, 1);
    private static final int CURVE = 201;

    public TwoNormalsEm() {
        super("em-two", "Two normals by EM", List.of(), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "one",
                        "Start of the first normal",
                        Role.Q,
                        "",
                        List.of(
                                new Input("weight", "weight", SHARE, 0.01, 0.99, 0.01),
                                new Input("m1", "mean", MEAN, -5, 5, 0.05),
                                new Input("s1", "sd", SD, 0.1, 3, 0.05))),
                new Section(
                        "two",
                        "Start of the second",
                        Role.POSTERIOR,
                        "",
                        List.of(new Input("m2", "mean", MEAN, -5, 5, 0.05), new Input("s2", "sd", SD, 0.1, 3, 0.05))),
                new Section(
                        "rounds",
                        "Rounds of EM",
                        Role.PLAIN,
                        "",
                        List.of(new Input("steps", "rounds", Range.count(0, MOST_STEPS), 0, 30, 1))));
    }

    /** Another start is a start. */
    @Override
    protected State changed(State state, String control, double value) {
        State changed = super.changed(state, control, value);
        return control.equals("steps") ? changed : changed.with(STEPS, 0);
    }

    @Override
    protected List<Action> actions(State state) {
        boolean further = isOpen(state);
        return List.of(
                new Action("step", "One round", further),
                new Action("run", "Run", further, true),
                new Action("back", "Back to the start", state.number(STEPS) > 0));
    }

    @Override
    protected State pressed(State state, String control) {
        return switch (control) {
            case "step", "run" -> isOpen(state) ? state.with(STEPS, state.number(STEPS) + 1) : state;
            case "back" -> state.with(STEPS, 0);
            default -> throw noControl(control);
        };
    }

    private static boolean isTwins(State state) {
        return state.number(M1) == state.number(M2) && state.number(S1) == state.number(S2);
    }

    /** Whether another round changes anything. */
    private static boolean isOpen(State state) {
        return !isTwins(state)
                && state.number(STEPS) < MOST_STEPS
                && ahead(state).iterations() > state.number(STEPS);
    }

    private static MixtureFit fit(State state) {
        return fit(state, (int) state.number(STEPS));
    }

    /** One round further, if there is one. */
    private static MixtureFit ahead(State state) {
        return fit(state, (int) state.number(STEPS) + 1);
    }

    private static MixtureFit fit(State state, int rounds) {
        double weight = state.number(WEIGHT);
        Mixture start = Mixture.ofNormals(
                new double[] {weight, 1 - weight},
                new double[] {state.number(M1), state.number(M2)},
                new double[] {state.number(S1), state.number(S2)});
        return MixtureFit.ofData(POINTS, start, rounds);
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        if (!isTwins(state)) {
            quantities.add(Quantity.number("loglikelihood", fit(state).logLikelihood(POINTS.length)));
        }
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        if (isTwins(state)) {
            return new Outcome.Invalid(List.of(new Outcome.Problem(
                    "two",
                    "The two normals are the same. They would share every point alike and stay the same for ever;"
                            + " give one of them another mean or another standard deviation.",
                    List.of())));
        }
        return new Rounds(state, fit(state)).result();
    }

    /** The numbers of one state. */
    private static final class Rounds {
        private final State state;
        private final MixtureFit fit;
        private final int rounds;
        private final Mixture q;
        private final double logLikelihood;

        Rounds(State state, MixtureFit fit) {
            this.state = state;
            this.fit = fit;
            rounds = fit.iterations();
            q = fit.q();
            logLikelihood = fit.logLikelihood(POINTS.length);
        }

        Outcome result() {
            double elbo = elbo(q, q);
            var readouts = new ArrayList<Readout>();
            readouts.add(nats("ELBO", "bound after the E-step", elbo, Role.Q));
            readouts.add(
                    nats("ln *p*(*x*) − ELBO", "gap after the E-step", settled(logLikelihood - elbo), Role.REVERSE));
            if (rounds > 0) {
                Mixture before = fit.path().get(rounds - 1).q();
                double stale = elbo(before, q);
                readouts.add(nats("ELBO", "bound after the M-step, old shares", stale, Role.Q));
                readouts.add(nats(
                        "ln *p*(*x*) − ELBO",
                        "gap that the next E-step closes",
                        settled(logLikelihood - stale),
                        Role.REVERSE));
            }
            return new Outcome.Result(
                    List.of(
                            nats("ln *p*(*x*)", "log-likelihood", logLikelihood, Role.LIKELIHOOD),
                            nats("−ln *p*(*x*) / 6", "mean NLL", fit.crossEntropyNats(), Role.LIKELIHOOD)),
                    readouts,
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Log-likelihood " + Figures.amount(logLikelihood) + " nats after " + rounds(rounds) + ".",
                    List.of(new Figure("descent", steps())),
                    true);
        }

        /** What is left of two numbers that were rounded apart is nothing. */
        private static double settled(double gap) {
            return Math.abs(gap) < 1e-12 ? 0 : gap;
        }

        /** The bound on all points, with the responsibilities that a mixture gives. */
        private static double elbo(Mixture responsible, Mixture model) {
            var latent = new LatentMixture(model);
            Sum sum = new Sum();
            for (double x : POINTS) {
                sum.add(latent.elbo(responsible.responsibilities(x), x));
            }
            return sum.value();
        }

        private static Readout nats(String label, String name, double value, Role role) {
            return new Readout(label, name, value, "nats", role);
        }

        private static String rounds(int count) {
            return count + (count == 1 ? " round" : " rounds");
        }

        private static Normal part(Mixture q, int k) {
            return (Normal) q.component(k);
        }

        private Picture picture() {
            var marks = new ArrayList<Mark>();
            for (double x : POINTS) {
                marks.add(new Mark(Mark.Shape.BEST, Role.P, x, 0));
            }
            var handles = new ArrayList<Handle>();
            if (state.number(STEPS) == 0) {
                handles.add(new Handle("m1", "m1", Role.Q, part(q, 0).mean(), height(0)));
                handles.add(new Handle("m2", "m2", Role.POSTERIOR, part(q, 1).mean(), height(1)));
            }
            return new Picture.Graph(
                    AXES,
                    "*x*",
                    List.of(
                            new Curve("mixture", Role.PLAIN, Stroke.THIN, line(q)),
                            new Curve("first", Role.Q, Stroke.MAIN, line(0)),
                            new Curve("second", Role.POSTERIOR, Stroke.MAIN, line(1))),
                    marks,
                    handles,
                    "Six points and two normals: " + told(0) + " and " + told(1) + ".");
        }

        private double height(int k) {
            return Math.min(
                    AXES.top(), q.weight(k) * part(q, k).density(part(q, k).mean()));
        }

        private Line line(int k) {
            Normal normal = part(q, k);
            return Line.of(AXES.left(), AXES.right(), CURVE, x -> q.weight(k) * normal.density(x));
        }

        private static Line line(Mixture mixture) {
            return Line.of(AXES.left(), AXES.right(), CURVE, mixture::density);
        }

        private String told(int k) {
            return Figures.ratio(q.weight(k)) + " "
                    + FitWords.normal(part(q, k).mean(), part(q, k).sd());
        }

        private Picture steps() {
            var numbers = new ArrayList<Double>();
            var values = new ArrayList<Double>();
            for (int i = 0; i <= rounds; i++) {
                numbers.add((double) i);
                values.add(POINTS.length * fit.path().get(i).crossEntropyNats());
            }
            return new Picture.Steps(
                    "Minus the log-likelihood after each round",
                    "round",
                    "minus log-likelihood in nats",
                    numbers,
                    List.of(new Picture.Track("minus log-likelihood", Role.LIKELIHOOD, values)),
                    rounds == 0
                            ? "EM stands at its start. A round is an E-step, which shares each point among the two, and an"
                                    + " M-step, which fits both to their shares."
                            : "From " + Figures.amount(values.getFirst()) + " to " + Figures.amount(values.getLast())
                                    + " nats in " + rounds(rounds) + ", and never upwards.");
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            int every = 1 + rounds / 20;
            for (int i = 0; i < rounds; i += every) {
                rows.add(row(i));
            }
            return new Table(
                    "Round by round",
                    List.of(
                            new Table.Column("round", Role.PLAIN),
                            new Table.Column("weight", Role.Q),
                            new Table.Column("*m*₁", Role.Q),
                            new Table.Column("*s*₁", Role.Q),
                            new Table.Column("*m*₂", Role.POSTERIOR),
                            new Table.Column("*s*₂", Role.POSTERIOR),
                            new Table.Column("log-likelihood", Role.LIKELIHOOD, "nats")),
                    rows,
                    List.of(row(rounds)));
        }

        private Table.Row row(int i) {
            MixtureFit.Step step = fit.path().get(i);
            Normal one = part(step.q(), 0);
            Normal two = part(step.q(), 1);
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(Integer.toString(i)),
                            new Table.Cell.Ratio(step.q().weight(0)),
                            new Table.Cell.Place(one.mean()),
                            new Table.Cell.Place(one.sd()),
                            new Table.Cell.Place(two.mean()),
                            new Table.Cell.Place(two.sd()),
                            new Table.Cell.Amount(-POINTS.length * step.crossEntropyNats())),
                    false);
        }

        private String words() {
            String after = rounds == 0
                    ? "At the start"
                    : "After " + rounds(rounds) + " of EM" + (rounds < state.number(STEPS) ? ", where it ends," : "");
            return after + " the mixture is " + told(0) + " and " + told(1)
                    + ", and the six points have a log-likelihood of "
                    + Figures.amount(logLikelihood)
                    + " nats. With the exact responsibilities the bound is as high: the gap is closed in each E-step, and so"
                    + " the log-likelihood can never fall.";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            MixtureFit ahead = ahead(state);
            switch (ahead.iterations() > rounds ? fit.outcome() : ahead.outcome()) {
                case CONVERGED -> notes.add("EM has come to rest: another round changes nothing.");
                case STALLED ->
                    notes.add(
                            "One of the normals has shrunk onto a single point, where the likelihood has no bound: the"
                                    + " narrower, the higher. This is no fit but a gap in the model; in practice one keeps the"
                                    + " standard deviations away from 0.");
                case OUT_OF_ITERATIONS, DIVERGED -> {}
            }
            return notes;
        }
    }
}
