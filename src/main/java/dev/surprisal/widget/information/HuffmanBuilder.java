package dev.surprisal.widget.information;

import dev.surprisal.math.Sum;
import dev.surprisal.math.coding.CodeLength;
import dev.surprisal.math.coding.Huffman;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/** Huffman's code for 2 to 16 symbols, merge by merge. */
public final class HuffmanBuilder extends VectorWidget<HuffmanBuilder.State> {

    /** @param open how many merges are still to be made; 0 for the whole tree */
    public record State(Probabilities p, int open) {
        public State {
            if (open < 0 || open >= p.size()) {
                throw new IllegalArgumentException("there are fewer merges than symbols");
            }
        }

        private int made() {
            return p.size() - 1 - open;
        }
    }

    private static final int MOST = 16;

    private static final List<Preset> PRESETS = List.of(
            Preset.of("halves", "Halves of halves", Probabilities.of(0.5, 0.25, 0.125, 0.125)),
            Preset.of("five", "Five symbols", Probabilities.of(0.4, 0.2, 0.2, 0.1, 0.1)),
            Preset.of("lopsided", "Nearly always the same symbol", Probabilities.of(0.9, 0.1)),
            Preset.of("pairs", "The same in pairs", Probabilities.of(0.81, 0.09, 0.09, 0.01)),
            Preset.of("even", "Five equal symbols", Probabilities.of(0.2, 0.2, 0.2, 0.2, 0.2)));

    /** How much of the tree content wants to show at first. */
    private static final Parameter START = Parameter.ofWords("tree", List.of("whole", "bare"));

    public HuffmanBuilder() {
        super(List.of(new Vector("p", "*p*, the symbols", Role.P)), PRESETS, MOST);
    }

    @Override
    public String kind() {
        return "huffman";
    }

    @Override
    public String title() {
        return "Huffman’s code, merge by merge";
    }

    @Override
    List<Probabilities> vectorsOf(State state) {
        return List.of(state.p);
    }

    @Override
    String wordOf(State state) {
        return state.open == 0 ? "whole" : Integer.toString(state.open);
    }

    @Override
    State state(List<Probabilities> vectors, String word) {
        Probabilities p = vectors.getFirst();
        if (word.equals("whole")) {
            return new State(p, 0);
        }
        if (word.equals("bare")) {
            return new State(p, p.size() - 1);
        }
        for (int open = 1; open < MOST; open++) {
            if (word.equals(Integer.toString(open))) {
                // With a symbol less there may be fewer merges to make
                return new State(p, Math.min(open, p.size() - 1));
            }
        }
        throw new IllegalArgumentException("there are no " + word + " merges to make");
    }

    @Override
    Parameter wordParameter() {
        return START;
    }

    @Override
    String firstWord() {
        return "whole";
    }

    @Override
    List<Choice> wordChoices(State state) {
        return List.of();
    }

    @Override
    List<Action> ownActions(State state) {
        return List.of(
                new Action("merge", "Merge the two least likely", state.open > 0),
                new Action("bare", "Take the tree apart", state.made() > 0),
                new Action("whole", "Build it to the end", state.open > 0));
    }

    @Override
    State pressedOwn(State state, String control) {
        return switch (control) {
            case "merge" -> new State(state.p, Math.max(0, state.open - 1));
            case "bare" -> new State(state.p, state.p.size() - 1);
            case "whole" -> new State(state.p, 0);
            default -> super.pressedOwn(state, control);
        };
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("merges", state.made()));
        return quantities;
    }

    @Override
    Outcome shown(State state) {
        return new Code(state).result();
    }

    /** The numbers of one state. */
    private static final class Code {
        private final State state;
        private final double[] p;
        private final CodeTree tree;
        private final double[] lengths;
        private final double soFar;
        private final double mean;
        private final double entropy;

        Code(State state) {
            this.state = state;
            p = state.p.toArray();
            tree = new CodeTree(state.p, Role.P);
            lengths = new double[p.length];
            for (int k = 0; k < p.length; k++) {
                lengths[k] = tree.words().get(k).length();
            }
            Sum sum = new Sum();
            for (int i = 0; i < state.made(); i++) {
                sum.add(tree.merges().get(i).probability());
            }
            soFar = sum.value();
            mean = CodeLength.expectedBits(p, lengths);
            entropy = Unit.BITS.of(Entropy.entropyNats(p));
        }

        Outcome result() {
            boolean whole = state.open == 0;
            return new Outcome.Result(
                    List.of(
                            bits(
                                    whole ? "L" : "L so far",
                                    whole ? "mean length" : "sum of the merged",
                                    whole ? mean : soFar,
                                    Role.P),
                            bits("H(*p*)", "entropy", entropy, Role.PLAIN)),
                    List.of(
                            // Rounding may leave a hair below 0
                            bits("L − H(*p*)", "redundancy of the whole code", Math.max(0, mean - entropy), Role.PLAIN),
                            new Readout("Σ 2^−ℓ", "Kraft sum", CodeLength.kraftSum(lengths), "", Role.PLAIN),
                            bits(
                                    "E⌈−log₂ *p*⌉",
                                    "mean length of Shannon’s code",
                                    CodeLength.shannonExpectedBits(p),
                                    Role.PLAIN),
                            bits(
                                    "L₂ / 2",
                                    "per symbol, with a code for pairs",
                                    Huffman.bitsPerSymbolOfBlocks(p, 2),
                                    Role.PLAIN)),
                    tree.picture(state.made()),
                    table(),
                    words(),
                    notes(),
                    whole
                            ? "Mean length " + Figures.amount(mean) + " bits, entropy " + Figures.amount(entropy) + "."
                            : state.open + (state.open == 1 ? " merge" : " merges") + " still to be made.");
        }

        private static Readout bits(String label, String name, double value, Role role) {
            return new Readout(label, name, value, "bits", role);
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k < p.length; k++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Probabilities.letter(k)),
                                new Table.Cell.Ratio(p[k]),
                                new Table.Cell.Amount(Unit.BITS.of(Entropy.surprisalNats(p[k]))),
                                new Table.Cell.Words(
                                        state.open == 0 ? tree.words().get(k) : "…"),
                                new Table.Cell.Ratio(lengths[k]),
                                new Table.Cell.Amount(p[k] * lengths[k])),
                        false));
            }
            return new Table(
                    "The words of the whole code",
                    List.of(
                            new Table.Column("symbol", Role.PLAIN),
                            new Table.Column("*p*", Role.P),
                            new Table.Column("−log₂ *p*", Role.PLAIN, "bits"),
                            new Table.Column("word", Role.PLAIN),
                            new Table.Column("bits", Role.PLAIN),
                            new Table.Column("*p* × bits", Role.PLAIN, "bits")),
                    rows,
                    List.of(new Table.Row(
                            List.of(
                                    new Table.Cell.Words("sum"),
                                    new Table.Cell.Ratio(1),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Amount(mean)),
                            false)));
        }

        private String words() {
            if (state.open == 0) {
                return "The whole code spends " + Figures.amount(mean) + " bits a symbol on average. The entropy is "
                        + Figures.amount(entropy)
                        + " bits, and no code with a word for each symbol comes nearer to it. "
                        + "Read a word from the root on the right to its leaf.";
            }
            Huffman.Merge next = tree.merges().get(state.made());
            return "Next the two least likely are merged: " + tree.name(next.other()) + " and "
                    + tree.name(next.likelier()) + ", together " + Figures.ratio(next.probability())
                    + ". Each merge puts one more bit in front of the words of all symbols below it, so the"
                    + " probabilities of the merged add up to the mean"
                    + " length: " + Figures.amount(soFar) + " bits so far.";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (state.open == 0 && mean - entropy > 0.4) {
                notes.add("The code is far from the entropy, since a word cannot be shorter than one bit. A code for"
                        + " pairs"
                        + " takes"
                        + " " + Figures.amount(Huffman.bitsPerSymbolOfBlocks(p, 2)) + " bits a symbol.");
            }
            if (hasTie()) {
                notes.add("Some probabilities are equal, so other trees are as good: their words differ, their mean"
                        + " length does not.");
            }
            return notes;
        }

        private boolean hasTie() {
            for (int k = 0; k < p.length; k++) {
                for (int j = 0; j < k; j++) {
                    if (p[j] == p[k]) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
