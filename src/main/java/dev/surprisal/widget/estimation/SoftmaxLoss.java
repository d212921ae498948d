package dev.surprisal.widget.estimation;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.estimation.Loss;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** Logits, their softmax, the cross-entropy of the true class and its slope: prediction minus truth. */
public final class SoftmaxLoss extends Calculator {

    private static final int FEWEST = 2;
    private static final int MOST = 10;

    /** Where the logits begin among the numbers of a state, after the true class and the temperature. */
    private static final int FIRST = 2;

    /** e to a larger power is no double. */
    private static final double OVERFLOW = 709.78;

    private static final double SHIFT = 5;

    private static final Range LOGIT =
            new Range(-10_000, 10_000, Range.Kind.ANY, "Enter a number between −10,000 and 10,000.");

    private static final List<Preset> PRESETS = List.of(
            Preset.of("cat", "Cat, dog or car", 1, 1, 2, 1, 0.1),
            Preset.of("wrong", "Sure and wrong", 3, 1, 6, 0, -2),
            Preset.of("equal", "All logits equal", 1, 1, 0, 0, 0, 0),
            Preset.of("hot", "The same at a high temperature", 1, 4, 2, 1, 0.1),
            Preset.of("thousand", "A logit of a thousand", 2, 1, 1000, 0));

    public SoftmaxLoss() {
        super("softmax-loss", "Softmax and its loss", List.of(), PRESETS);
    }

    private static int classes(State state) {
        return Math.max(FEWEST, Math.min(MOST, state.numbers().size() - FIRST));
    }

    private static double[] logits(State state) {
        var logits = new double[classes(state)];
        for (int k = 0; k < logits.length; k++) {
            logits[k] = state.number(FIRST + k);
        }
        return logits;
    }

    @Override
    protected List<Section> sections(State state) {
        int classes = classes(state);
        var logits = new ArrayList<Input>();
        for (int k = 1; k <= classes; k++) {
            logits.add(new Input("z" + k, "*z* of class " + k, LOGIT, -5, 5, 0.1));
        }
        return List.of(
                new Section(
                        "truth",
                        "The truth",
                        Role.P,
                        "",
                        List.of(new Input("y", "true class", Range.count(1, classes), 1, classes, 1))),
                new Section(
                        "temperature",
                        "Temperature",
                        Role.PLAIN,
                        "",
                        List.of(new Input("t", "*T*", Range.positive(0.05, 20), 0.1, 5, 0.1))),
                new Section("logits", "The logits", Role.Q, "", logits));
    }

    /** Dragging a bar to a probability moves its logit there; the other logits stay. */
    @Override
    protected State dragged(State state, String control, double x, double y) {
        int dragged = Integer.parseInt(control.substring(1)) - 1;
        double temperature = state.number(1);
        double[] logits = logits(state);
        var others = new double[logits.length - 1];
        for (int k = 0; k < others.length; k++) {
            others[k] = logits[k < dragged ? k : k + 1] / temperature;
        }
        double share = Math.max(0.001, Math.min(0.999, y));
        return slid(state, control, temperature * (LogSpace.logit(share) + LogSpace.logSumExp(others)));
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(
                new Action("shift", "Add 5 to all logits", !shifted(state).equals(state)),
                new Action("add", "Add a class", classes(state) < MOST),
                new Action("remove", "Remove the last", classes(state) > FEWEST));
    }

    @Override
    protected State pressed(State state, String control) {
        var numbers = new ArrayList<>(state.numbers());
        switch (control) {
            case "shift" -> {
                return shifted(state);
            }
            case "add" -> {
                if (classes(state) < MOST) {
                    numbers.add(0.0);
                }
            }
            case "remove" -> {
                if (classes(state) > FEWEST) {
                    numbers.removeLast();
                    numbers.set(0, Math.min(numbers.getFirst(), numbers.size() - FIRST));
                }
            }
            default -> throw noControl(control);
        }
        return new State(state.words(), numbers);
    }

    /** Unchanged where a logit would leave its range. */
    private static State shifted(State state) {
        State shifted = state;
        for (int k = 0; k < classes(state); k++) {
            double logit = state.number(FIRST + k) + SHIFT;
            if (logit > LOGIT.most()) {
                return state;
            }
            shifted = shifted.with(FIRST + k, logit);
        }
        return shifted;
    }

    @Override
    public List<Quantity> quantities(State state) {
        var probabilities = new ArrayList<Double>();
        for (double probability : new Shares(state).probabilities) {
            probabilities.add(probability);
        }
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.list("shares", probabilities));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Shares(state).result();
    }

    /** The numbers of one state. */
    private static final class Shares {
        private final int truth;
        private final double temperature;
        private final double[] logits;
        private final double[] scaled;
        private final double[] probabilities;
        private final double[] gradient;
        private final double loss;
        private final double largest;

        Shares(State state) {
            truth = (int) state.number(0) - 1;
            temperature = state.number(1);
            logits = logits(state);
            scaled = new double[logits.length];
            double top = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < logits.length; k++) {
                scaled[k] = logits[k] / temperature;
                top = Math.max(top, scaled[k]);
            }
            largest = top;
            probabilities = LogSpace.softmax(scaled);
            loss = Loss.categoricalOfLogitsNats(scaled, truth);
            gradient = Loss.gradientOfLogits(scaled, truth);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] /= temperature;
            }
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout("−ln *π*", "cross-entropy of the true class", loss, "nats", Role.LIKELIHOOD),
                            new Readout(
                                    "∂*L*/∂*z*",
                                    "slope of the loss in the true logit",
                                    gradient[truth],
                                    "",
                                    Role.LIKELIHOOD)),
                    List.of(
                            new Readout("*π*", "probability of the true class", probabilities[truth], "", Role.Q),
                            new Readout(
                                    "lse(*z*/*T*)",
                                    "logarithm of the sum of exponentials",
                                    LogSpace.logSumExp(scaled),
                                    "",
                                    Role.PLAIN)),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Loss " + Figures.amount(loss) + " nats, probability of the true class "
                            + Figures.amount(probabilities[truth]) + ".");
        }

        private Picture picture() {
            var names = new ArrayList<String>();
            var label = new ArrayList<Picture.Bar>();
            var shares = new ArrayList<Picture.Bar>();
            var alternative = new StringBuilder("Bars of the label and the softmax side by side.");
            for (int k = 0; k < probabilities.length; k++) {
                names.add(Integer.toString(k + 1));
                label.add(new Picture.Bar(k == truth ? 1 : 0, ""));
                shares.add(new Picture.Bar(probabilities[k], "z" + (k + 1)));
                alternative.append(" Class ").append(k + 1).append(": ").append(k == truth ? "1 and " : "0 and ");
                alternative.append(Figures.ratio(probabilities[k])).append('.');
            }
            return new Picture.Bars(
                    names,
                    List.of(new Picture.Series("truth", Role.P, label), new Picture.Series("softmax", Role.Q, shares)),
                    1,
                    alternative.toString());
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            double sum = 0;
            for (int k = 0; k < logits.length; k++) {
                double exponential = Elementary.exp(scaled[k] - largest);
                sum += exponential;
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Integer.toString(k + 1)),
                                new Table.Cell.Ratio(logits[k]),
                                new Table.Cell.Ratio(scaled[k] - largest),
                                new Table.Cell.Amount(exponential),
                                new Table.Cell.Amount(probabilities[k]),
                                new Table.Cell.Amount(gradient[k])),
                        k == truth));
            }
            return new Table(
                    "Class by class",
                    List.of(
                            new Table.Column("class", Role.PLAIN),
                            new Table.Column("*z*", Role.Q),
                            new Table.Column("*z*/*T* − largest", Role.PLAIN),
                            new Table.Column("exponential", Role.PLAIN),
                            new Table.Column("*π*", Role.Q),
                            new Table.Column("∂*L*/∂*z*", Role.LIKELIHOOD)),
                    rows,
                    List.of(new Table.Row(
                            List.of(
                                    new Table.Cell.Words("sum"),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Amount(sum),
                                    new Table.Cell.Words("1"),
                                    new Table.Cell.Words("0")),
                            false)));
        }

        private String words() {
            return "The true class " + (truth + 1) + " has probability " + Figures.amount(probabilities[truth])
                    + ", so the loss is " + Figures.amount(loss)
                    + " nats. A step downhill raises its logit, because the"
                    + " slope there is " + Figures.amount(gradient[truth]) + "; the slopes of all classes add up to 0.";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (largest > OVERFLOW) {
                notes.add(
                        "Taken as it stands, e to the power of the largest logit is infinite, and the naive formula divides"
                                + " infinity by infinity. With the largest logit subtracted first, nothing overflows.");
            }
            if (temperature != 1) {
                notes.add("The logits are divided by the temperature: above 1 the shares become more even, below 1 more"
                        + " decided. The slopes are divided by it too.");
            }
            return notes;
        }
    }
}
