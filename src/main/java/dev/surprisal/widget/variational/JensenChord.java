package dev.surprisal.widget.variational;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.variational.Jensen;
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

/** Two numbers, the curve of the logarithm over them and the chord below it: Jensen's inequality as a gap to be measured. */
public final class JensenChord extends Calculator {

    private static final Range POSITIVE = Range.positive(0.01, 1000);

    private static final List<Preset> PRESETS = List.of(
            Preset.of("even", "One and four", 1, 4, 0.5),
            Preset.of("wide", "Far apart", 0.1, 9, 0.5),
            Preset.of("near", "Near each other", 4, 5, 0.5),
            Preset.of("rare", "The large one is rare", 0.5, 8, 0.1),
            Preset.of("equal", "Equal: no gap", 3, 3, 0.4));

    private static final int POINTS = 161;

    public JensenChord() {
        super("jensen-chord", "A curve and its chord", List.of(), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "points",
                        "Two numbers",
                        Role.P,
                        "",
                        List.of(
                                new Input("w1", "*w*₁", POSITIVE, 0.1, 10, 0.1),
                                new Input("w2", "*w*₂", POSITIVE, 0.1, 10, 0.1))),
                new Section(
                        "weight",
                        "How often the second",
                        Role.PLAIN,
                        "",
                        List.of(new Input("t", "*t*", Range.PROBABILITY, 0, 1, 0.01))));
    }

    @Override
    protected State dragged(State state, String control, double x, double y) {
        double w1 = state.number(0);
        double w2 = state.number(1);
        return control.equals("mean")
                ? w1 == w2 ? state : slid(state, "t", (x - w1) / (w2 - w1))
                : slid(state, control, x);
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("gap", new Chord(state).gap));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Chord(state).result();
    }

    /** The numbers of one state. */
    private static final class Chord {
        private final double w1;
        private final double w2;
        private final double t;
        private final double log1;
        private final double log2;
        private final double mean;
        private final double logOfMean;
        private final double meanOfLogs;
        private final double gap;

        Chord(State state) {
            w1 = state.number(0);
            w2 = state.number(1);
            t = state.number(2);
            log1 = Elementary.log(w1);
            log2 = Elementary.log(w2);
            mean = w1 + t * (w2 - w1);
            logOfMean = Elementary.log(mean);
            meanOfLogs = log1 + t * (log2 - log1);
            gap = Jensen.gap(new double[] {1 - t, t}, new double[] {w1, w2});
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout("ln E[*w*]", "logarithm of the mean", logOfMean, "nats", Role.LIKELIHOOD),
                            new Readout("ln E[*w*] − E[ln *w*]", "gap", gap, "nats", Role.REVERSE)),
                    List.of(
                            new Readout("E[ln *w*]", "mean of the logarithms", meanOfLogs, "nats", Role.Q),
                            new Readout("E[*w*]", "mean", mean, "", Role.PLAIN),
                            new Readout("exp E[ln *w*]", "geometric mean", Elementary.exp(meanOfLogs), "", Role.PLAIN)),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "The gap is " + Figures.amount(gap) + " nats.");
        }

        private Picture picture() {
            double right = 1.1 * Math.max(w1, w2);
            double least = Math.min(log1, log2);
            double top = Elementary.log(right) + 0.1;
            double bottom = least - Math.max(0.5, 0.25 * (top - least));
            double left = Elementary.exp(bottom);
            return new Picture.Graph(
                    new Axes(0, right, bottom, top),
                    "*w* (upwards: ln *w*)",
                    List.of(
                            new Curve("logarithm", Role.LIKELIHOOD, Stroke.MAIN, curve(left, right)),
                            new Curve("chord", Role.Q, Stroke.MAIN, Line.between(w1, log1, w2, log2)),
                            new Curve(
                                    "gap", Role.REVERSE, Stroke.MAIN, Line.between(mean, meanOfLogs, mean, logOfMean))),
                    List.of(new Mark(Mark.Shape.BEST, Role.LIKELIHOOD, mean, logOfMean)),
                    List.of(
                            new Handle("mean", "t", Role.Q, mean, meanOfLogs),
                            new Handle("w1", "w1", Role.P, w1, log1),
                            new Handle("w2", "w2", Role.P, w2, log2)),
                    "The curve of the logarithm and the chord between " + Figures.ratio(w1) + " and "
                            + Figures.ratio(w2)
                            + ". Over the mean, " + Figures.ratio(mean) + ", the chord lies " + Figures.amount(gap)
                            + " below the curve.");
        }

        /** More of its points lie where it is steep. */
        private static Line curve(double left, double right) {
            double[] xs = new double[POINTS];
            double[] ys = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                double share = (double) i / (POINTS - 1);
                xs[i] = left + (right - left) * share * share;
                ys[i] = Elementary.log(xs[i]);
            }
            return Line.of(xs, ys);
        }

        private Table table() {
            return new Table(
                    "The two numbers and their means",
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column("weight", Role.PLAIN),
                            new Table.Column("*w*", Role.P),
                            new Table.Column("ln *w*", Role.LIKELIHOOD, "nats")),
                    List.of(row("first", 1 - t, w1, log1), row("second", t, w2, log2)),
                    List.of(
                            row("on the curve: logarithm of the mean", 1, mean, logOfMean),
                            row("on the chord: mean of the logarithms", 1, mean, meanOfLogs)));
        }

        private static Table.Row row(String name, double weight, double w, double log) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Ratio(weight),
                            new Table.Cell.Ratio(w),
                            new Table.Cell.Amount(log)),
                    false);
        }

        private String words() {
            return "The mean of " + Figures.ratio(w1) + " and " + Figures.ratio(w2) + ", the second with weight "
                    + Figures.ratio(t) + ", is " + Figures.ratio(mean) + ", and its logarithm "
                    + Figures.amount(logOfMean)
                    + " nats. The mean of the two logarithms is " + Figures.amount(meanOfLogs) + " nats: "
                    + (gap == 0 ? "the same." : Figures.amount(gap) + " less. That is Jensen’s gap.");
        }

        private List<String> notes() {
            if (gap == 0) {
                return List.of(
                        w1 == w2
                                ? "Where nothing varies there is no gap: the mean is each of the numbers."
                                : "One of the two never comes, so nothing varies, and there is no gap.");
            }
            return List.of(
                    "Multiply both numbers by the same factor: curve and chord move up together, and the gap stays as it is."
                            + " It depends on the ratio of the two and on *t*, on nothing else.");
        }
    }
}
