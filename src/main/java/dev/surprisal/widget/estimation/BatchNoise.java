package dev.surprisal.widget.estimation;

import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.sampling.Estimate;
import dev.surprisal.math.sampling.MonteCarlo;
import dev.surprisal.math.sampling.RunningEstimate;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.SeededCalculator;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** The gradients of many mini-batches around the gradient of all six measurements. */
public final class BatchNoise extends SeededCalculator {

    private static final int INTERCEPT = 0;
    private static final int SLOPE = 1;
    private static final int BATCH = 2;

    private static final String WITHOUT = "without";

    private static final int BATCHES = 1500;
    private static final int BINS = 24;

    private static final RegressionData DATA = RegressionData.MEASUREMENTS;

    private static final List<Preset> PRESETS = List.of(
            preset("start", "Two of six, at the start", "slope", "with", 0, 0, 2),
            preset("one", "One at a time", "slope", "with", 0, 0, 1),
            preset("distinct", "Four different ones", "slope", WITHOUT, 0, 0, 4),
            preset("all", "All six, each once", "slope", WITHOUT, 0, 0, 6),
            preset("best", "Near the best line", "slope", "with", 1.27, 0.92, 2));

    public BatchNoise() {
        super(
                "batch-noise",
                "The gradient of a mini-batch",
                List.of(
                        WordChoice.of("part", "Part of the gradient", "slope", "intercept"),
                        WordChoice.of("replacement", "Replacement", "with", WITHOUT)),
                PRESETS);
    }

    private static Preset preset(
            String name, String label, String part, String replacement, double intercept, double slope, double batch) {
        return new Preset(
                name, label, new State(List.of(part, replacement), List.of()).withNumbers(intercept, slope, batch, 42));
    }

    @Override
    protected List<Section> sections(State state) {
        var parameter = new Range(-20, 20, Range.Kind.ANY, "Enter a number between −20 and 20.");
        return List.of(
                new Section(
                        "line",
                        "The line, where the gradient is taken",
                        Role.Q,
                        "",
                        List.of(
                                new Input("intercept", "intercept", parameter, -2, 4, 0.01),
                                new Input("slope", "slope", parameter, -1, 3, 0.01))),
                new Section(
                        "batch",
                        "The batches",
                        Role.PLAIN,
                        "",
                        List.of(
                                new Input(
                                        "batch",
                                        "*B*, measurements in a batch",
                                        Range.count(1, DATA.size()),
                                        1,
                                        DATA.size(),
                                        1),
                                seed())));
    }

    @Override
    public List<Quantity> quantities(State state) {
        var batches = new Batches(state, generator(state));
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("error", batches.error(batches.size, batches.distinct)));
        quantities.add(Quantity.number("distinct", batches.distinct ? 1 : 0));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Batches(state, generator(state)).result();
    }

    /** The numbers of one state. */
    private static final class Batches {
        private final String part;
        private final boolean distinct;
        private final int size;

        /** Of each measurement: the slope of half its squared miss. */
        private final double[] gradients = new double[DATA.size()];

        private final double full;
        private final double sd;
        private final double[] means = new double[BATCHES];
        private final Estimate drawn;

        Batches(State state, Generator generator) {
            part = state.words().get(0);
            distinct = state.words().get(1).equals(WITHOUT);
            size = (int) state.number(BATCH);
            var all = new RunningEstimate();
            for (int i = 0; i < gradients.length; i++) {
                double miss = DATA.prediction(state.number(INTERCEPT), state.number(SLOPE), DATA.x(i)) - DATA.y(i);
                gradients[i] = part.equals("slope") ? miss * DATA.x(i) : miss;
                all.add(gradients[i]);
            }
            int n = gradients.length;
            full = all.estimate().mean();
            // Of all there are, with divisor N
            sd = all.estimate().sd() * Math.sqrt((n - 1.0) / n);
            var estimates = new RunningEstimate();
            for (int b = 0; b < BATCHES; b++) {
                means[b] = batch(generator);
                estimates.add(means[b]);
            }
            drawn = estimates.estimate();
        }

        private double batch(Generator generator) {
            if (isEverything()) {
                // Added up in another order it would differ by rounding
                return full;
            }
            var left = gradients.clone();
            double sum = 0;
            for (int k = 0; k < size; k++) {
                int from = distinct ? k : 0;
                int i = from + generator.nextBelow(left.length - from);
                sum += left[i];
                if (distinct) {
                    left[i] = left[k];
                }
            }
            return sum / size;
        }

        private boolean isEverything() {
            return distinct && size == gradients.length;
        }

        double error(int batch, boolean without) {
            return without
                    ? MonteCarlo.standardErrorWithoutReplacement(sd, batch, gradients.length)
                    : MonteCarlo.standardError(sd, batch);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout("full", "gradient of all six", full, "", Role.P),
                            new Readout("se", "standard error of a batch", error(size, distinct), "", Role.Q)),
                    List.of(
                            new Readout("sd", "spread of the six gradients", sd, "", Role.P),
                            new Readout("with", "standard error with replacement", error(size, false), "", Role.PLAIN),
                            new Readout(
                                    "without", "standard error without replacement", error(size, true), "", Role.PLAIN),
                            new Readout("mean", "of the batches drawn", drawn.mean(), "", Role.Q),
                            new Readout("their sd", "spread of the batches drawn", drawn.sd(), "", Role.Q)),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Standard error " + Figures.amount(error(size, distinct)) + ".");
        }

        /** On the axis of the single gradients, so that a larger batch is seen to be narrower. */
        private Picture picture() {
            double least = full;
            double most = full;
            for (double gradient : gradients) {
                least = Math.min(least, gradient);
                most = Math.max(most, gradient);
            }
            double room = Math.max(0.01, 0.06 * (most - least));
            double left = least - room;
            double right = most + room;
            Line histogram = Line.histogram(means, left, right, BINS);
            double top = 1.12 * histogram.highest();
            var curves = new ArrayList<Curve>();
            curves.add(new Curve("batches", Role.Q, Stroke.MAIN, histogram));
            curves.add(new Curve("all six", Role.P, Stroke.MAIN, Line.between(full, 0, full, top)));
            for (int i = 0; i < gradients.length; i++) {
                curves.add(new Curve(
                        i == 0 ? "each measurement" : "",
                        Role.PLAIN,
                        Stroke.THIN,
                        Line.between(gradients[i], 0, gradients[i], 0.06 * top)));
            }
            return new Picture.Graph(
                    new Axes(left, right, 0, top),
                    "gradient in the " + part,
                    curves,
                    List.of(),
                    List.of(),
                    "A histogram of the gradients of " + BATCHES + " batches of " + size
                            + " around the gradient of all six, "
                            + Figures.amount(full) + ", with the standard deviation " + Figures.amount(drawn.sd())
                            + "; those of the single measurements reach from " + Figures.amount(least) + " to "
                            + Figures.amount(most) + ".");
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int batch = 1; batch <= gradients.length; batch++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Integer.toString(batch)),
                                new Table.Cell.Amount(error(batch, false)),
                                new Table.Cell.Amount(error(batch, true))),
                        batch == size));
            }
            return new Table(
                    "Standard error by the size of the batch",
                    List.of(
                            new Table.Column("*B*", Role.PLAIN),
                            new Table.Column("with replacement", Role.PLAIN),
                            new Table.Column("without", Role.PLAIN)),
                    rows,
                    List.of());
        }

        private String words() {
            return "All six measurements together have the gradient " + Figures.amount(full) + " in the " + part
                    + ". A batch of " + size + " " + (distinct ? "different ones" : "drawn with replacement")
                    + " has the same mean and the standard error " + Figures.amount(error(size, distinct)) + "; the "
                    + BATCHES + " that were drawn have the mean " + Figures.amount(drawn.mean()) + " and the spread "
                    + Figures.amount(drawn.sd()) + ".";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            double error = error(size, distinct);
            if (isEverything()) {
                notes.add("A batch of all six, each once, is the whole data set: there is no noise left.");
            } else if (Math.abs(full) < error) {
                notes.add("Here the noise is larger than the gradient itself: many a batch points the wrong way, and a"
                        + " descent with steps of a fixed size never comes to rest.");
            }
            return notes;
        }
    }
}
