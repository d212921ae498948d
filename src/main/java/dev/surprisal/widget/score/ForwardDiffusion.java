package dev.surprisal.widget.score;

import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.sampling.Estimate;
import dev.surprisal.math.sampling.RunningEstimate;
import dev.surprisal.math.score.NoiseSchedule;
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
import java.util.List;

/** Data turning into noise along a schedule: the density after t steps, and walks of t small steps beside one jump. */
public final class ForwardDiffusion extends SeededCalculator {

    private static final int T = 0;
    private static final int FIRST = 1;
    private static final int LAST = 2;
    private static final int APART = 3;
    private static final int WIDTH = 4;
    private static final int START = 5;

    /** How many steps a schedule has. */
    private static final int STEPS = 1000;

    /** How many values walk step by step, and how many of them are drawn. */
    private static final int WALKS = 48;

    private static final int SHOWN = 6;

    /** A path in the picture has a place every so many steps. */
    private static final int STRIDE = 5;

    private static final int POINTS = 161;

    private static final int[] NAMED = {1, 10, 100, 250, 500, 750, 1000};

    private static final List<Preset> PRESETS = List.of(
            Preset.of("middle", "A quarter of the way", 250, 0.0001, 0.02, 2, 0.5, 2, 42),
            Preset.of("early", "Hardly begun", 10, 0.0001, 0.02, 2, 0.5, 2, 42),
            Preset.of("half", "Half-way", 500, 0.0001, 0.02, 2, 0.5, 2, 42),
            Preset.of("noise", "Pure noise, all but a trace", 1000, 0.0001, 0.02, 2, 0.5, 2, 42),
            Preset.of("gentle", "A schedule that ends too early", 1000, 0.0001, 0.002, 2, 0.5, 2, 42));

    public ForwardDiffusion() {
        super("forward-diffusion", "From data to noise", List.of(), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        var beta = new Range(1e-6, 0.5, Range.Kind.POSITIVE, "Enter a number from 0.000001 to 0.5.");
        var place = new Range(-10, 10, Range.Kind.ANY, "Enter a number between −10 and 10.");
        var apart = new Range(0, 10, Range.Kind.ANY, "Enter a distance from 0 to 10.");
        return List.of(
                new Section(
                        "time",
                        "The noise",
                        Role.Q,
                        "",
                        List.of(
                                new Input("t", "steps *t*, of 1000", Range.count(0, STEPS), 0, STEPS, 1),
                                new Input("first", "first *β*", beta, 0.0001, 0.02, 0.0001),
                                new Input("last", "last *β*", beta, 0.0001, 0.05, 0.0001))),
                new Section(
                        "data",
                        "The data",
                        Role.P,
                        "",
                        List.of(
                                new Input("apart", "modes at ±", apart, 0, 4, 0.1),
                                new Input("width", "their width", Range.positive(0.05, 5), 0.1, 2, 0.05),
                                new Input("x0", "one value *x*₀", place, -4, 4, 0.1),
                                seed())));
    }

    private static NoiseSchedule schedule(State state) {
        return NoiseSchedule.linear(state.number(FIRST), state.number(LAST), STEPS);
    }

    @Override
    public List<Quantity> quantities(State state) {
        int t = (int) state.number(T);
        NoiseSchedule schedule = schedule(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("signal", schedule.signal(t)));
        quantities.add(Quantity.number("noise", schedule.noise(t)));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Diffusion(state, generator(state)).result();
    }

    /** The numbers of one state. */
    private static final class Diffusion {
        private final NoiseSchedule schedule;
        private final int t;
        private final double apart;
        private final double width;
        private final double x0;
        private final Mixture data;
        private final double signal;
        private final double noise;
        private final List<Line> paths = new ArrayList<>();
        private final Estimate walked;

        Diffusion(State state, Generator generator) {
            schedule = schedule(state);
            t = (int) state.number(T);
            apart = state.number(APART);
            width = state.number(WIDTH);
            x0 = state.number(START);
            data = twoModes(apart, width);
            signal = schedule.signal(t);
            noise = schedule.noise(t);
            var ends = new RunningEstimate();
            for (int walk = 0; walk < WALKS; walk++) {
                ends.add(walk(generator, walk < SHOWN));
            }
            walked = ends.estimate();
        }

        private static Mixture twoModes(double apart, double width) {
            return Mixture.ofNormals(
                    new double[] {0.5, 0.5}, new double[] {-apart, apart}, new double[] {width, width});
        }

        /** Where t small steps lead from x0. */
        private double walk(Generator generator, boolean shown) {
            var xs = new double[t / STRIDE + 2];
            var ys = new double[xs.length];
            double x = x0;
            for (int step = 0; step <= t; step++) {
                x = step == 0 ? x0 : schedule.step(x, step, Normal.STANDARD.sample(generator));
                if (step % STRIDE == 0) {
                    xs[step / STRIDE] = step;
                    ys[step / STRIDE] = x;
                }
            }
            if (shown) {
                xs[xs.length - 1] = t;
                ys[xs.length - 1] = x;
                paths.add(Line.of(xs, ys));
            }
            return x;
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout("√*ᾱ*", "share of the picture", signal, "", Role.P),
                            new Readout("√(1 − *ᾱ*)", "share of the noise", noise, "", Role.Q)),
                    List.of(
                            new Readout("*ᾱ*", "what is left of the variance", schedule.signalVariance(t), "", Role.P),
                            new Readout("√*ᾱ* *x*₀", "mean of one jump", 0 + signal * x0, "", Role.POSTERIOR),
                            new Readout("mean", "of " + WALKS + " walks step by step", walked.mean(), "", Role.Q),
                            new Readout("sd", "of these walks; of one jump √(1 − ᾱ)", walked.sd(), "", Role.Q)),
                    density(),
                    table(),
                    words(),
                    notes(),
                    "Picture " + Figures.amount(signal) + ", noise " + Figures.amount(noise) + ".",
                    List.of(new Figure("walks", walks())),
                    true);
        }

        private double reach() {
            return Math.max(3.5, apart + 3.5 * width);
        }

        private Picture density() {
            double reach = reach();
            double blurred = Math.sqrt(signal * signal * width * width + noise * noise);
            Mixture now = twoModes(signal * apart, blurred);
            Line clean = Line.of(-reach, reach, POINTS, data::density);
            Line noisy = Line.of(-reach, reach, POINTS, now::density);
            return new Picture.Graph(
                    new Axes(-reach, reach, 0, 1.1 * Math.max(0.4, Math.max(clean.highest(), noisy.highest()))),
                    "*x*",
                    List.of(
                            new Curve("data", Role.P, Stroke.MAIN, clean),
                            new Curve("after t steps", Role.Q, Stroke.MAIN, noisy),
                            new Curve(
                                    "pure noise",
                                    Role.PLAIN,
                                    Stroke.FAINT,
                                    Line.of(-reach, reach, POINTS, Normal.STANDARD::density))),
                    List.of(),
                    List.of(),
                    "The density of the data with modes at plus and minus " + Figures.ratio(apart) + ", and that after "
                            + t
                            + " steps, with modes pulled in to plus and minus " + Figures.amount(signal * apart)
                            + " and of width " + Figures.amount(blurred) + "; pure noise is the standard normal.");
        }

        /** The walks from x0, with the mean and 1.96 standard deviations of the jump. */
        private Picture walks() {
            double last = Math.max(1, t);
            int count = 51;
            var curves = new ArrayList<Curve>();
            for (Line path : paths) {
                curves.add(new Curve(curves.isEmpty() ? "walks" : "", Role.Q, Stroke.THIN, path));
            }
            curves.add(new Curve("mean of the jump", Role.P, Stroke.THIN, along(last, count, 0)));
            curves.add(new Curve("± 1.96 sd", Role.PLAIN, Stroke.THIN, along(last, count, 1.96)));
            curves.add(new Curve("", Role.PLAIN, Stroke.THIN, along(last, count, -1.96)));
            double reach = Math.max(3.5, Math.abs(x0) + 1);
            return new Picture.Graph(
                    new Axes(0, last, -reach, reach),
                    "step (upwards: *x*)",
                    curves,
                    List.of(new Mark(Mark.Shape.START, Role.PRIOR, 0, x0)),
                    List.of(),
                    SHOWN + " walks from " + Figures.ratio(x0) + " over " + t
                            + " small steps, and the mean of the jump with a band of 1.96 standard deviations, which reaches from "
                            + Figures.amount(signal * x0 - 1.96 * noise) + " to "
                            + Figures.amount(signal * x0 + 1.96 * noise) + " at the end.");
        }

        private Line along(double last, int count, double sds) {
            return Line.of(0, last, count, at -> {
                int step = (int) Math.min(t, Math.floor(at + 0.5));
                return schedule.signal(step) * x0 + sds * schedule.noise(step);
            });
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            boolean mine = false;
            for (int named : NAMED) {
                if (!mine && t <= named) {
                    mine = true;
                    if (t < named) {
                        rows.add(row(t));
                    }
                }
                rows.add(row(named));
            }
            return new Table(
                    "The schedule",
                    List.of(
                            new Table.Column("*t*", Role.PLAIN),
                            new Table.Column("*ᾱ*", Role.P),
                            new Table.Column("√*ᾱ*", Role.P),
                            new Table.Column("√(1 − *ᾱ*)", Role.Q)),
                    rows,
                    List.of());
        }

        private Table.Row row(int at) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(Integer.toString(at)),
                            new Table.Cell.Amount(schedule.signalVariance(at)),
                            new Table.Cell.Amount(schedule.signal(at)),
                            new Table.Cell.Amount(schedule.noise(at))),
                    at == t);
        }

        private String words() {
            return "After " + t + " of 1000 steps a value is " + Figures.amount(signal)
                    + " times what it was, plus noise of"
                    + " standard deviation " + Figures.amount(noise) + ". From *x*₀ = " + Figures.ratio(x0)
                    + " one jump has the mean " + Figures.amount(signal * x0) + "; " + WALKS + " walks of " + t
                    + " small steps ended at " + Figures.amount(walked.mean())
                    + " on average, with the standard deviation "
                    + Figures.amount(walked.sd()) + ".";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (t == STEPS && signal > 0.1) {
                notes.add("The schedule ends while a share of " + Figures.ratio(signal)
                        + " of the picture is still there: whoever starts from pure noise starts in the wrong place.");
            }
            if (t == 0) {
                notes.add("Nothing has happened yet: the jump of no steps is the value itself.");
            }
            return notes;
        }
    }
}
