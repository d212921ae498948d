package dev.surprisal.widget.information;

import dev.surprisal.math.information.Entropy;
import dev.surprisal.math.information.Units;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** A categorical distribution over 2 to 12 classes, and what it gives to the class that came, written as a one-hot vector. */
public final class OneHot extends VectorWidget<OneHot.State> {

    /** @param truth which class came, counted from 0 */
    public record State(Probabilities p, int truth) {
        public State {
            if (!(truth >= 0 && truth < p.size())) {
                throw new IllegalArgumentException("the class that came must be one of " + p.size());
            }
        }
    }

    private static final int MOST = 12;

    private static final List<Preset> PRESETS = List.of(
            Preset.of("three", "Three classes", Probabilities.of(0.1, 0.6, 0.3)),
            Preset.of(
                    "digits",
                    "The digits of the lesson, A for zero",
                    Probabilities.of(0.05, 0.02, 0.7, 0.1, 0.02, 0.03, 0.02, 0.03, 0.02, 0.01)),
            Preset.of("impossible", "A class that is ruled out", Probabilities.of(0.7, 0, 0.3)),
            Preset.of("coin", "Two classes: a Bernoulli distribution", Probabilities.of(0.3, 0.7)),
            Preset.of("even", "Four equal classes", Probabilities.of(0.25, 0.25, 0.25, 0.25)));

    public OneHot() {
        super(List.of(new Vector("p", "*p*, the model’s answer", Role.P)), PRESETS, MOST);
    }

    @Override
    public String kind() {
        return "one-hot";
    }

    @Override
    public String title() {
        return "One of several classes";
    }

    @Override
    List<Probabilities> vectorsOf(State state) {
        return List.of(state.p);
    }

    @Override
    String wordOf(State state) {
        return Probabilities.letter(state.truth);
    }

    /** A class that was taken away, or that an example does not have, leaves its place to the last one. */
    @Override
    State state(List<Probabilities> vectors, String word) {
        Probabilities p = vectors.getFirst();
        return new State(p, Math.min(wordParameter().words().indexOf(word), p.size() - 1));
    }

    @Override
    State opened(List<Probabilities> given, String word, Parameters parameters) {
        State state = state(given, word);
        if (!wordOf(state).equals(word)) {
            throw Parameters.refused(wordParameter(), word + " of " + state.p.size() + " classes");
        }
        return state;
    }

    @Override
    public State decode(String text) {
        State state = super.decode(text);
        if (!text.startsWith("1~" + wordOf(state) + "~")) {
            throw new IllegalArgumentException("this is not the text of a state: it has no such class");
        }
        return state;
    }

    @Override
    Parameter wordParameter() {
        var letters = new ArrayList<String>();
        for (int k = 0; k < MOST; k++) {
            letters.add(Probabilities.letter(k));
        }
        return Parameter.ofWords("class", letters);
    }

    @Override
    String firstWord() {
        return Probabilities.letter(1);
    }

    @Override
    List<Choice> wordChoices(State state) {
        var options = new ArrayList<Option>();
        for (int k = 0; k < state.p.size(); k++) {
            options.add(new Option(Probabilities.letter(k), "class " + Probabilities.letter(k)));
        }
        return List.of(new Choice("class", "What came", Choice.Style.MENU, options, wordOf(state)));
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("given", state.p.get(state.truth)));
        return quantities;
    }

    @Override
    Outcome shown(State state) {
        double[] p = state.p.toArray();
        double given = p[state.truth];
        double loss = Entropy.surprisalNats(given);
        String letter = wordOf(state);
        double entropy = Entropy.entropyNats(p);
        return new Outcome.Result(
                List.of(
                        new Readout("*p*(" + letter + ")", "probability given to what came", given, "", Role.P),
                        new Readout(
                                "−ln *p*(" + letter + ")",
                                "loss on it",
                                loss,
                                given > 0 ? "nats" : "nats: the model calls this class impossible, and it came",
                                Role.LIKELIHOOD)),
                List.of(
                        new Readout(
                                "−log₂ *p*(" + letter + ")",
                                "the same in bits",
                                Units.bitsFromNats(loss),
                                "bits",
                                Role.PLAIN),
                        new Readout("H(*p*)", "loss to be expected if the model is right", entropy, "nats", Role.P),
                        new Readout(
                                "var *y*(" + letter + ")",
                                "variance of its place",
                                given * (1 - given),
                                "",
                                Role.PLAIN)),
                picture(state),
                table(state),
                words(state, loss),
                notes(state),
                "Loss " + Figures.amount(loss) + " nats.");
    }

    private static Picture picture(State state) {
        var letters = new ArrayList<String>();
        var bars = new ArrayList<Picture.Bar>();
        var hot = new ArrayList<Picture.Bar>();
        var alternative = new StringBuilder("Bars of the probabilities and of the one-hot vector.");
        for (int k = 0; k < state.p.size(); k++) {
            letters.add(Probabilities.letter(k));
            bars.add(new Picture.Bar(state.p.get(k), "p-" + k));
            hot.add(new Picture.Bar(k == state.truth ? 1 : 0, ""));
            alternative.append(' ').append(Probabilities.letter(k)).append(": ");
            alternative.append(Figures.ratio(state.p.get(k))).append(k == state.truth ? ", came." : ".");
        }
        return new Picture.Bars(
                letters,
                List.of(new Picture.Series("*p*", Role.P, bars), new Picture.Series("*y*", Role.PLAIN, hot)),
                // Room for the legend above the bar of what came
                1.2,
                alternative.toString());
    }

    private static Table table(State state) {
        var columns = new ArrayList<Table.Column>();
        columns.add(new Table.Column("class", Role.PLAIN));
        columns.add(new Table.Column("*y*", Role.PLAIN));
        columns.add(new Table.Column("*p* = mean of *y*", Role.P));
        columns.add(new Table.Column("−ln *p*", Role.LIKELIHOOD, "nats"));
        var rows = new ArrayList<Table.Row>();
        for (int k = 0; k < state.p.size(); k++) {
            columns.add(new Table.Column("cov with " + Probabilities.letter(k), Role.PLAIN));
            double here = state.p.get(k);
            var cells = new ArrayList<Table.Cell>();
            cells.add(new Table.Cell.Words(Probabilities.letter(k)));
            cells.add(new Table.Cell.Ratio(k == state.truth ? 1 : 0));
            cells.add(new Table.Cell.Ratio(here));
            cells.add(new Table.Cell.Amount(Entropy.surprisalNats(here)));
            for (int j = 0; j < state.p.size(); j++) {
                cells.add(new Table.Cell.Place(covariance(state.p, k, j)));
            }
            rows.add(new Table.Row(cells, k == state.truth));
        }
        return new Table("Class by class: one-hot vector, mean, loss, covariances", columns, rows, List.of());
    }

    /** Of the places of a one-hot vector: p_k (1 − p_k) with itself, −p_k p_j with another, since only one of them is 1. */
    private static double covariance(Probabilities p, int k, int j) {
        return k == j ? p.get(k) * (1 - p.get(k)) : 0 - p.get(k) * p.get(j);
    }

    private static String words(State state, double loss) {
        String letter = Probabilities.letter(state.truth);
        double given = state.p.get(state.truth);
        if (given == 0) {
            return "Class " + letter
                    + " came, to which the model gave the probability 0. The loss is +∞: whatever else it"
                    + " gets right, the product over all data is 0.";
        }
        return "Class " + letter + " came. Of all factors *p*(*k*) to the power of *y*(*k*) one is not 1: *p*(" + letter
                + ") = " + Figures.ratio(given) + ". The loss is −ln " + Figures.ratio(given) + " = "
                + Figures.amount(loss) + " nats, however the rest is shared among the other classes.";
    }

    private static List<String> notes(State state) {
        return state.p.size() == 2
                ? List.of("With two classes this is the Bernoulli distribution: the second probability follows from the"
                        + " first.")
                : List.of();
    }
}
