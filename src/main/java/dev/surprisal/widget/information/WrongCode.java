package dev.surprisal.widget.information;

import dev.surprisal.math.coding.CodeLength;
import dev.surprisal.math.coding.Huffman;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/** What it costs to code the symbols of one source with a code that was made for another. */
public final class WrongCode extends VectorWidget<WrongCode.State> {

    /** @param ideal whether words may have a fraction of a bit */
    public record State(Probabilities p, Probabilities q, boolean ideal) {}

    private static final int MOST = 16;

    private static final List<Preset> PRESETS = List.of(
            Preset.of(
                    "reversed",
                    "Short words for the rare",
                    Probabilities.of(0.5, 0.25, 0.125, 0.125),
                    Probabilities.of(0.125, 0.125, 0.25, 0.5)),
            Preset.of(
                    "not-dyadic", "No powers of ½", Probabilities.of(0.55, 0.3, 0.15), Probabilities.of(0.3, 0.3, 0.4)),
            Preset.of(
                    "near",
                    "A code for something near",
                    Probabilities.of(0.5, 0.3, 0.15, 0.05),
                    Probabilities.of(0.45, 0.25, 0.2, 0.1)),
            Preset.of(
                    "even",
                    "A code that knows nothing",
                    Probabilities.of(0.7, 0.15, 0.1, 0.05),
                    Probabilities.of(0.25, 0.25, 0.25, 0.25)),
            Preset.of(
                    "no-word",
                    "A symbol that was not foreseen",
                    Probabilities.of(0.5, 0.25, 0.25),
                    Probabilities.of(0.5, 0.5, 0)));

    private static final Parameter CODE = Parameter.ofWords("code", List.of("Huffman", "ideal"));

    public WrongCode() {
        super(
                List.of(
                        new Vector("p", "*p*, what is sent", Role.P),
                        new Vector("q", "*q*, what the code was made for", Role.Q)),
                PRESETS,
                MOST);
    }

    @Override
    public String kind() {
        return "wrong-code";
    }

    @Override
    public String title() {
        return "A code for the wrong source";
    }

    @Override
    List<Probabilities> vectorsOf(State state) {
        return List.of(state.p, state.q);
    }

    @Override
    String wordOf(State state) {
        return CODE.words().get(state.ideal ? 1 : 0);
    }

    @Override
    State state(List<Probabilities> vectors, String word) {
        if (!CODE.words().contains(word)) {
            throw new IllegalArgumentException("there is no code called " + word);
        }
        return new State(vectors.getFirst(), vectors.getLast(), word.equals("ideal"));
    }

    @Override
    Parameter wordParameter() {
        return CODE;
    }

    @Override
    String firstWord() {
        return "Huffman";
    }

    @Override
    String wordLabel() {
        return "Code";
    }

    @Override
    List<Action> ownActions(State state) {
        return List.of(
                new Action("swap", "Swap *p* and *q*", true), new Action("match", "Make the code for *p*", true));
    }

    @Override
    State pressedOwn(State state, String control) {
        return switch (control) {
            case "swap" -> new State(state.q, state.p, state.ideal);
            case "match" -> new State(state.p, state.p, state.ideal);
            default -> super.pressedOwn(state, control);
        };
    }

    @Override
    Outcome shown(State state) {
        return new Bill(state).result();
    }

    /** The numbers of one state, all in bits. */
    private static final class Bill {
        private final State state;
        private final double[] p;
        private final double[] q;
        private final double[] right;
        private final double[] wrong;
        private final double best;
        private final double cost;
        private final double waste;
        private final double kl;

        Bill(State state) {
            this.state = state;
            p = state.p.toArray();
            q = state.q.toArray();
            right = lengths(p);
            wrong = lengths(q);
            kl = Unit.BITS.of(Divergence.klNats(p, q));
            // The entropies keep more digits than the sums of single lengths
            best = state.ideal ? Unit.BITS.of(Entropy.entropyNats(p)) : CodeLength.expectedBits(p, right);
            cost = state.ideal ? Unit.BITS.of(Entropy.crossEntropyNats(p, q)) : CodeLength.expectedBits(p, wrong);
            waste = state.ideal ? kl : Math.max(0, cost - best);
        }

        private double[] lengths(double[] source) {
            return state.ideal ? CodeLength.ideal(source) : Huffman.of(source).lengths();
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            bits("L(*q*) − L(*p*)", "wasted per symbol", waste, Role.FORWARD),
                            bits("KL(*p* ‖ *q*)", "forward KL", kl, Role.FORWARD)),
                    List.of(
                            bits("L(*q*)", "mean length with the code for q", cost, Role.Q),
                            bits("L(*p*)", "mean length with the code for p", best, Role.P),
                            bits("H(*p*)", "entropy of p", Unit.BITS.of(Entropy.entropyNats(p)), Role.P),
                            bits(
                                    "H(*p*, *q*)",
                                    "cross-entropy of q under p",
                                    Unit.BITS.of(Entropy.crossEntropyNats(p, q)),
                                    Role.FORWARD)),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Wasted " + amount(waste) + " per symbol, forward KL " + amount(kl) + ".",
                    figures(),
                    true);
        }

        private static Readout bits(String label, String name, double value, Role role) {
            return new Readout(label, name, value, value < Double.POSITIVE_INFINITY ? "bits" : "", role);
        }

        private Picture picture() {
            var letters = new ArrayList<String>();
            var ofP = new ArrayList<Picture.Bar>();
            var ofQ = new ArrayList<Picture.Bar>();
            var alternative = new StringBuilder("Bars of p and q side by side.");
            for (int k = 0; k < p.length; k++) {
                String letter = Probabilities.letter(k);
                letters.add(letter);
                ofP.add(new Picture.Bar(p[k], "p-" + k));
                ofQ.add(new Picture.Bar(q[k], "q-" + k));
                alternative
                        .append(' ')
                        .append(letter)
                        .append(": ")
                        .append(Figures.ratio(p[k]))
                        .append(" and ");
                alternative.append(Figures.ratio(q[k])).append('.');
            }
            return new Picture.Bars(
                    letters,
                    List.of(new Picture.Series("*p*", Role.P, ofP), new Picture.Series("*q*", Role.Q, ofQ)),
                    1,
                    alternative.toString());
        }

        /** Only Huffman’s code has a tree. */
        private List<Figure> figures() {
            var tree = new CodeTree(state.q, Role.Q);
            return List.of(new Figure("tree", tree.picture(tree.merges().size())));
        }

        private Table table() {
            var tree = new CodeTree(state.q, Role.Q);
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k < p.length; k++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Probabilities.letter(k)),
                                new Table.Cell.Ratio(p[k]),
                                new Table.Cell.Ratio(q[k]),
                                new Table.Cell.Words(
                                        state.ideal ? "–" : tree.words().get(k)),
                                new Table.Cell.Ratio(right[k]),
                                new Table.Cell.Ratio(wrong[k]),
                                new Table.Cell.Amount(p[k] == 0 ? 0 : p[k] * wrong[k])),
                        wrong[k] == Double.POSITIVE_INFINITY && p[k] > 0));
            }
            return new Table(
                    "Symbol by symbol, in bits",
                    List.of(
                            new Table.Column("symbol", Role.PLAIN),
                            new Table.Column("*p*", Role.P),
                            new Table.Column("*q*", Role.Q),
                            new Table.Column("word for *q*", Role.Q),
                            new Table.Column("length for *p*", Role.P, "bits"),
                            new Table.Column("length for *q*", Role.Q, "bits"),
                            new Table.Column("*p* × length for *q*", Role.FORWARD, "bits")),
                    rows,
                    List.of(new Table.Row(
                            List.of(
                                    new Table.Cell.Words("mean"),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Amount(best),
                                    new Table.Cell.Amount(cost),
                                    new Table.Cell.Amount(cost)),
                            false)));
        }

        private String words() {
            String code = state.ideal ? "an ideal code" : "Huffman’s code";
            if (cost == Double.POSITIVE_INFINITY) {
                return "With " + code
                        + " for *q* a symbol that *p* sends has no word of finite length: the cost, the waste"
                        + " and the forward KL are infinite.";
            }
            return "The symbols come from *p*. With " + code + " for *q* they take " + amount(cost)
                    + " each on average; with one made for *p* they would take " + amount(best)
                    + ". The wrong code wastes "
                    + amount(waste) + " per symbol, and the forward KL is " + amount(kl) + ".";
        }

        private static String amount(double value) {
            return value < Double.POSITIVE_INFINITY ? Figures.amount(value) + " bits" : "an infinite amount";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (state.ideal) {
                notes.add("An ideal code gives a symbol −log₂ *q* bits, a fraction where need be. Its waste is the"
                        + " forward KL, exactly. The tree below is Huffman’s, with whole bits.");
            } else if (kl == Double.POSITIVE_INFINITY) {
                notes.add("KL(*p* ‖ *q*) = +∞, since *q* gives probability 0 to a symbol that *p* sends. Huffman’s code"
                        + " has a word for it nevertheless, so its waste is finite.");
            } else if (Math.abs(waste - kl) < 1e-12) {
                notes.add("Here the waste is the forward KL: all lengths are exactly −log₂ of the probabilities.");
            } else {
                notes.add("The waste is not the forward KL, because Huffman’s words have whole bits. Choose the ideal"
                        + " code, and it is.");
            }
            return notes;
        }
    }
}
