package dev.surprisal.widget.probability;

import dev.surprisal.math.information.Entropy;
import dev.surprisal.math.sampling.Decoding;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/** How a language model chooses its next token: temperature, then top-k, then top-p, in this order. */
public final class TokenChoice extends Calculator {

    private static final List<String> TOKENS = List.of("the", "a", "cat", "dog", "xylophone");

    private static final int TEMPERATURE = TOKENS.size();
    private static final int TOP_K = TEMPERATURE + 1;
    private static final int TOP_P = TEMPERATURE + 2;

    private static final List<Preset> PRESETS = List.of(
            preset("plain", "As the model says", 1, 5, 1),
            preset("cold", "Cold", 0.5, 5, 1),
            preset("hot", "Hot", 2, 5, 1),
            preset("top-two", "The two likeliest", 1, 2, 1),
            preset("nucleus", "Nine tenths of the mass", 1, 5, 0.9));

    public TokenChoice() {
        super("token-choice", "The next token", List.of(), PRESETS);
    }

    private static Preset preset(String name, String label, double temperature, int topK, double topP) {
        return new Preset(
                name, label, new State(List.of(), List.of()).withNumbers(2, 1.5, 0.5, 0, -2, temperature, topK, topP));
    }

    @Override
    protected List<Section> sections(State state) {
        var logit = new Range(-100, 100, Range.Kind.ANY, "Enter a number between −100 and 100.");
        var mass = new Range(0.01, 1, Range.Kind.ANY, "Enter a number from 0.01 to 1: the mass that is kept at least.");
        var logits = new ArrayList<Input>();
        for (int k = 0; k < TOKENS.size(); k++) {
            logits.add(new Input("logit" + (k + 1), "“" + TOKENS.get(k) + "”", logit, -5, 5, 0.1));
        }
        return List.of(
                new Section("logits", "Logits of the model", Role.P, "", logits),
                new Section(
                        "choice",
                        "The choice",
                        Role.Q,
                        "",
                        List.of(
                                new Input("temperature", "temperature", Range.positive(0.05, 10), 0.05, 3, 0.05),
                                new Input("k", "top-k", Range.count(1, TOKENS.size()), 1, TOKENS.size(), 1),
                                new Input("mass", "top-p", mass, 0.05, 1, 0.05))));
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.list("probabilities", boxed(new Chances(state).kept())));
        return quantities;
    }

    private static List<Double> boxed(double[] numbers) {
        var list = new ArrayList<Double>();
        for (double number : numbers) {
            list.add(number);
        }
        return list;
    }

    @Override
    public Outcome result(State state) {
        return new Chances(state).result();
    }

    /** The numbers of one state. */
    private static final class Chances {
        private final double[] logits = new double[TOKENS.size()];
        private final Decoding decoding;
        private final double[] model;
        private final double[][] stages;

        Chances(State state) {
            for (int k = 0; k < logits.length; k++) {
                logits[k] = state.number(k);
            }
            decoding = new Decoding(state.number(TEMPERATURE), (int) state.number(TOP_K), state.number(TOP_P));
            model = Decoding.PLAIN.probabilities(logits);
            stages = decoding.stages(logits);
        }

        double[] kept() {
            return stages[2];
        }

        private int countKept() {
            int count = 0;
            for (double p : kept()) {
                count += p > 0 ? 1 : 0;
            }
            return count;
        }

        Outcome result() {
            int likeliest = Decoding.greedy(logits);
            double top = kept()[likeliest];
            double bits = Unit.BITS.of(Entropy.entropyNats(kept()));
            return new Outcome.Result(
                    List.of(
                            new Readout("P(“" + TOKENS.get(likeliest) + "”)", "likeliest token", top, "", Role.Q),
                            new Readout("*H*", "entropy of the choice", bits, "bits", Role.Q)),
                    List.of(
                            Readout.count("kept", "tokens that may be drawn", countKept(), Role.Q),
                            new Readout(
                                    "*H* before",
                                    "entropy of the model",
                                    Unit.BITS.of(Entropy.entropyNats(model)),
                                    "bits",
                                    Role.P)),
                    picture(),
                    table(),
                    words(likeliest, top),
                    List.of(),
                    "“" + TOKENS.get(likeliest) + "” with probability " + Figures.amount(top) + ".");
        }

        private Picture picture() {
            var before = new ArrayList<Picture.Bar>();
            var after = new ArrayList<Picture.Bar>();
            var alternative = new StringBuilder("Bars of the model and of the choice.");
            for (int k = 0; k < logits.length; k++) {
                before.add(new Picture.Bar(model[k], ""));
                after.add(new Picture.Bar(kept()[k], ""));
                alternative
                        .append(' ')
                        .append(TOKENS.get(k))
                        .append(": ")
                        .append(Figures.ratio(model[k]))
                        .append(" and ")
                        .append(Figures.ratio(kept()[k]))
                        .append('.');
            }
            return new Picture.Bars(
                    TOKENS,
                    List.of(new Picture.Series("model", Role.P, before), new Picture.Series("choice", Role.Q, after)),
                    1,
                    alternative.toString());
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k < logits.length; k++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(TOKENS.get(k)),
                                new Table.Cell.Ratio(logits[k]),
                                new Table.Cell.Amount(model[k]),
                                new Table.Cell.Amount(stages[0][k]),
                                new Table.Cell.Amount(stages[1][k]),
                                new Table.Cell.Amount(stages[2][k])),
                        false));
            }
            return new Table(
                    "Step by step",
                    List.of(
                            new Table.Column("token", Role.PLAIN),
                            new Table.Column("logit", Role.PLAIN),
                            new Table.Column("model", Role.P),
                            new Table.Column("temperature", Role.PLAIN),
                            new Table.Column("then top-k", Role.PLAIN),
                            new Table.Column("then top-p", Role.Q)),
                    rows,
                    List.of());
        }

        private String words(int likeliest, double top) {
            return "The model gives “" + TOKENS.get(likeliest) + "” the probability " + Figures.amount(model[likeliest])
                    + ". After temperature " + Figures.ratio(decoding.temperature()) + ", top-k and top-p it is "
                    + Figures.amount(top) + ", and " + countKept() + (countKept() == 1 ? " token" : " tokens")
                    + " may be drawn. Greedy decoding always takes “" + TOKENS.get(likeliest) + "”.";
        }
    }
}
