package dev.surprisal.widget.information;

import dev.surprisal.math.coding.Huffman;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Span;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/** Tosses of a bent coin, coded in blocks: the longer the block, the nearer the bits for a toss come to the entropy. */
public final class BlockCode extends Calculator {

    private static final int P = 0;
    private static final int LENGTH = 1;

    private static final int LONGEST = 6;

    /** Intervals of longer blocks are too short to be seen. */
    private static final int CUTS = 4;

    /** A shorter interval has no room for its name. */
    private static final double NAMED = 0.16;

    private static final List<Preset> PRESETS = List.of(
            Preset.of("rare", "One tail in a hundred", 0.99, 1),
            Preset.of("bent", "Nine heads of ten", 0.9, 3),
            Preset.of("fair", "A fair coin", 0.5, 2),
            Preset.of("third", "Two thirds", 0.666, 4));

    public BlockCode() {
        super("block-code", "Coding in blocks", List.of(), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        Range inside = new Range(
                0.0001,
                0.9999,
                Range.Kind.ANY,
                "Enter a probability from 0.0001 to 0.9999; a coin without a choice needs no code.");
        return List.of(
                new Section(
                        "coin",
                        "The coin",
                        Role.P,
                        "",
                        List.of(new Input("p", "*p* of heads", inside, 0.01, 0.99, 0.01))),
                new Section(
                        "code",
                        "The code",
                        Role.Q,
                        "",
                        List.of(new Input("length", "tosses in a block", Range.count(1, LONGEST), 1, LONGEST, 1))));
    }

    @Override
    public List<Quantity> quantities(State state) {
        var blocks = new Blocks(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("bits", blocks.bits[blocks.length]));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Blocks(state).result();
    }

    /** The codes of all lengths for the coin of one state. */
    private static final class Blocks {
        private final double p;
        private final int length;
        private final double entropy;

        /** Bits for a toss, by the length of the block; nothing at 0. */
        private final double[] bits = new double[LONGEST + 1];

        Blocks(State state) {
            p = state.number(P);
            length = (int) state.number(LENGTH);
            entropy = Unit.BITS.of(Entropy.entropyNatsOfCoin(p));
            for (int n = 1; n <= LONGEST; n++) {
                bits[n] = Huffman.bitsPerSymbolOfBlocks(new double[] {p, 1 - p}, n);
            }
        }

        /** What is spent above the entropy; never below it, but for rounding. */
        private double waste(int n) {
            return Math.max(0, bits[n] - entropy);
        }

        private String tosses() {
            return length == 1 ? "toss by toss" : "in blocks of " + length;
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout("bits / toss", "coded " + tosses(), bits[length], "bits", Role.Q),
                            new Readout("H", "entropy of a toss", entropy, "bits", Role.P)),
                    List.of(
                            new Readout("waste", "above the entropy", waste(length), "bits", Role.PLAIN),
                            new Readout(
                                    "H + 1/*n*",
                                    "no block code needs more",
                                    entropy + 1.0 / length,
                                    "bits",
                                    Role.PLAIN),
                            new Readout(
                                    "bits / block",
                                    "mean length of a code word",
                                    length * bits[length],
                                    "bits",
                                    Role.Q),
                            Readout.count("2ⁿ", "code words", 1 << length, Role.PLAIN)),
                    byLength(),
                    table(),
                    words(),
                    notes(),
                    Figures.amount(bits[length]) + " bits for a toss, entropy " + Figures.amount(entropy) + ".",
                    List.of(new Figure("intervals", intervals())),
                    true);
        }

        private Picture byLength() {
            var xs = new double[LONGEST];
            var spent = new double[LONGEST];
            var bound = new double[LONGEST];
            for (int n = 1; n <= LONGEST; n++) {
                xs[n - 1] = n;
                spent[n - 1] = bits[n];
                bound[n - 1] = entropy + 1.0 / n;
            }
            return new Picture.Graph(
                    new Axes(0.8, LONGEST + 0.2, 0, 1.05 * (entropy + 1)),
                    "tosses in a block",
                    List.of(
                            new Curve("bound", Role.PLAIN, Stroke.THIN, Line.of(xs, bound)),
                            new Curve(
                                    "entropy",
                                    Role.PRIOR,
                                    Stroke.MAIN,
                                    Line.between(0.8, entropy, LONGEST + 0.2, entropy)),
                            new Curve("bits for a toss", Role.Q, Stroke.MAIN, Line.of(xs.clone(), spent))),
                    List.of(new Mark(Mark.Shape.BEST, Role.Q, length, bits[length])),
                    List.of(),
                    "Bits for a toss over the length of the block, from " + Figures.amount(bits[1]) + " to "
                            + Figures.amount(bits[LONGEST]) + "; the entropy is " + Figures.amount(entropy) + ".");
        }

        /** The interval from 0 to 1, cut at every toss in the proportion of the coin: a block is one of the pieces. */
        private Picture intervals() {
            var spans = new ArrayList<Span>();
            cut(spans, "", 0, 1, 0);
            return new Picture.Spans(
                    spans,
                    1,
                    "Rows of pieces of the interval from 0 to 1. Each toss cuts every piece in the proportion "
                            + Figures.ratio(p) + " to " + Figures.ratio(1 - p)
                            + "; the length of a piece is the probability of its block.");
        }

        private void cut(List<Span> spans, String block, double from, double to, int row) {
            double middle = from + p * (to - from);
            spans.add(piece(block + "H", Role.P, from, middle, row));
            spans.add(piece(block + "T", Role.Q, middle, to, row));
            if (row + 1 < Math.min(length, CUTS)) {
                cut(spans, block + "H", from, middle, row + 1);
                cut(spans, block + "T", middle, to, row + 1);
            }
        }

        private static Span piece(String block, Role role, double from, double to, int row) {
            return new Span(to - from < NAMED ? "" : block, role, from, to, row);
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int n = 1; n <= LONGEST; n++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Integer.toString(n)),
                                new Table.Cell.Ratio(1 << n),
                                new Table.Cell.Amount(n * bits[n]),
                                new Table.Cell.Amount(bits[n]),
                                new Table.Cell.Amount(waste(n)),
                                new Table.Cell.Amount(entropy + 1.0 / n)),
                        n == length));
            }
            return new Table(
                    "Length by length",
                    List.of(
                            new Table.Column("*n*", Role.PLAIN),
                            new Table.Column("code words", Role.PLAIN),
                            new Table.Column("bits / block", Role.Q, "bits"),
                            new Table.Column("bits / toss", Role.Q, "bits"),
                            new Table.Column("waste", Role.PLAIN, "bits"),
                            new Table.Column("H + 1/*n*", Role.PLAIN, "bits")),
                    rows,
                    List.of());
        }

        private String words() {
            return "Coded " + tosses() + " a toss takes " + Figures.amount(bits[length])
                    + " bits in the mean, with the best code there is for the blocks. The entropy is "
                    + Figures.amount(entropy) + " bits, so " + Figures.amount(waste(length)) + " are wasted.";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (length == 1) {
                notes.add(
                        "A code word has a whole number of bits. Toss by toss each takes one, however sure the coin is.");
            }
            if (p == 0.5) {
                notes.add("A fair coin wastes nothing: a toss is one bit, in blocks or not.");
            }
            return notes;
        }
    }
}
