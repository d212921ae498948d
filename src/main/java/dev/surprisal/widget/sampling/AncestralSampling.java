package dev.surprisal.widget.sampling;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.sequence.ChainRule;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.SeededCalculator;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** Texts of three bits: their joint distribution as conditionals in any order, one text scored, and many drawn bit by bit. */
public final class AncestralSampling extends SeededCalculator {

    private static final int BITS = 3;
    private static final int TEXTS = 1 << BITS;
    private static final int DRAWS = TEXTS;

    private static final int ORDER = 0;
    private static final int TEXT = 1;

    private static final String[] NAMES = {"x₁", "x₂", "x₃"};

    private static final List<Preset> PRESETS = List.of(
            preset("machine", "The machine of the lesson", "123", 0.20, 0.05, 0.10, 0.15, 0.05, 0.10, 0.05, 0.30),
            preset("backwards", "The same, last bit first", "321", 0.20, 0.05, 0.10, 0.15, 0.05, 0.10, 0.05, 0.30),
            preset("fair", "Three fair coins", "123", 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125),
            preset("copy", "All three are equal", "123", 0.5, 0, 0, 0, 0, 0, 0, 0.5),
            preset(
                    "sticky",
                    "Each bit like the one before, mostly",
                    "123",
                    0.28125,
                    0.09375,
                    0.03125,
                    0.09375,
                    0.09375,
                    0.03125,
                    0.09375,
                    0.28125));

    public AncestralSampling() {
        super(
                "ancestral-sampling",
                "One bit after another",
                List.of(
                        new WordChoice("order", "Order of the bits", Choice.Style.MENU, orders()),
                        new WordChoice("text", "Text to score", Choice.Style.MENU, texts())),
                PRESETS);
    }

    private static List<Option> orders() {
        var options = new ArrayList<Option>();
        for (String order : List.of("123", "132", "213", "231", "312", "321")) {
            options.add(new Option(order, name(order, 0) + ", " + name(order, 1) + ", " + name(order, 2)));
        }
        return options;
    }

    private static List<Option> texts() {
        var options = new ArrayList<Option>();
        for (int x = 0; x < TEXTS; x++) {
            options.add(new Option(text(x), text(x)));
        }
        return options;
    }

    private static Preset preset(String name, String label, String order, double... weights) {
        var numbers = new double[DRAWS + 2];
        System.arraycopy(weights, 0, numbers, 0, TEXTS);
        numbers[DRAWS] = 500;
        numbers[DRAWS + 1] = 42;
        return new Preset(name, label, new State(List.of(order, "101"), List.of()).withNumbers(numbers));
    }

    /** The bits of a number, the first one counting most. */
    private static String text(int x) {
        return "" + (x >> 2 & 1) + (x >> 1 & 1) + (x & 1);
    }

    /** Which bit comes i-th, counted from 0. */
    private static int bit(String order, int i) {
        return order.charAt(i) - '1';
    }

    private static String name(String order, int i) {
        return NAMES[bit(order, i)];
    }

    @Override
    protected List<Section> sections(State state) {
        var weight = new Range(0, 1000, Range.Kind.ANY, "Enter a weight from 0 to 1000.");
        var weights = new ArrayList<Input>();
        for (int x = 0; x < TEXTS; x++) {
            weights.add(new Input("w" + text(x), text(x), weight, 0, 1, 0.01));
        }
        return List.of(
                new Section("joint", "The weights of the texts", Role.P, "Only their ratios count.", weights),
                new Section(
                        "draws",
                        "The draws",
                        Role.Q,
                        "",
                        List.of(new Input("draws", "texts to draw", Range.count(1, 5000), 1, 1000, 1), seed())));
    }

    private static double total(State state) {
        double total = 0;
        for (int x = 0; x < TEXTS; x++) {
            total += state.number(x);
        }
        return total;
    }

    private static ChainRule joint(State state) {
        var joint = new double[TEXTS];
        for (int x = 0; x < TEXTS; x++) {
            joint[x] = state.number(x) / total(state);
        }
        return ChainRule.of(joint);
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("inorder", state.words().getFirst().equals("123") ? 1 : 0));
        if (total(state) > 0) {
            var entropies = new ArrayList<Double>();
            for (double entropy : inOrder(state).conditionalEntropiesNats()) {
                entropies.add(entropy);
            }
            quantities.add(Quantity.list("entropies", entropies));
        }
        return quantities;
    }

    private static ChainRule inOrder(State state) {
        String order = state.words().get(ORDER);
        return joint(state).reordered(bit(order, 0), bit(order, 1), bit(order, 2));
    }

    @Override
    public Outcome result(State state) {
        return total(state) > 0
                ? new Story(state, generator(state)).result()
                : new Outcome.Invalid(List.of(
                        new Outcome.Problem("joint", "Every weight is 0; at least one must be above 0.", List.of())));
    }

    /** The numbers of one state. A prefix is the number whose bits are a 1 and then those that were told. */
    private static final class Story {
        private final String order;
        private final String text;
        private final ChainRule joint;
        private final ChainRule told;
        private final String inOrder;
        private final double[] terms;
        private final double logProbability;
        private final int[] counts = new int[TEXTS];
        private final int draws;
        private String first = "";

        Story(State state, Generator generator) {
            order = state.words().get(ORDER);
            text = state.words().get(TEXT);
            joint = joint(state);
            told = inOrder(state);
            var reordered = new StringBuilder();
            for (int i = 0; i < BITS; i++) {
                reordered.append(text.charAt(bit(order, i)));
            }
            inOrder = reordered.toString();
            terms = told.nllTermsNats(inOrder);
            logProbability = told.logProbability(inOrder);
            draws = (int) state.number(DRAWS);
            draw(generator);
        }

        /** Each text bit by bit, in the order; the first one is told. */
        private void draw(Generator generator) {
            var next = new double[TEXTS];
            for (int prefix = 1; prefix < TEXTS; prefix++) {
                String bits = Integer.toBinaryString(prefix).substring(1);
                next[prefix] = told.probability(bits) > 0 ? told.nextIsOne(bits) : 0;
            }
            for (int n = 0; n < draws; n++) {
                int prefix = 1;
                int drawn = 0;
                for (int i = 0; i < BITS; i++) {
                    double u = generator.nextUnit();
                    int one = u < next[prefix] ? 1 : 0;
                    if (n == 0) {
                        first += (i > 0 ? ", then " : "") + name(order, i) + " = " + one + " (" + Figures.ratio(u)
                                + (one == 1 ? " is below " : " is not below ") + Figures.ratio(next[prefix]) + ")";
                    }
                    prefix = 2 * prefix + one;
                    drawn |= one << (BITS - 1 - bit(order, i));
                }
                counts[drawn]++;
            }
        }

        Outcome result() {
            var readouts = new ArrayList<Readout>();
            readouts.add(new Readout("*H*", "entropy of the joint distribution", told.entropyNats(), "nats", Role.P));
            double[] entropies = told.conditionalEntropiesNats();
            for (int i = 0; i < BITS; i++) {
                readouts.add(new Readout(
                        "*H*(" + name(order, i) + given(i) + ")",
                        "entropy of the " + List.of("first", "second", "third").get(i) + " bit drawn",
                        entropies[i],
                        "nats",
                        Role.PLAIN));
            }
            readouts.add(Readout.count("*D*", "passes in a row to draw a text", BITS, Role.Q));
            readouts.add(Readout.count("", "pass to score a text that is there", 1, Role.P));
            return new Outcome.Result(
                    List.of(
                            new Readout("ln *p*(" + text + ")", "log-probability", logProbability, "nats", Role.P),
                            new Readout(
                                    "*p*(" + text + ")", "probability", Elementary.exp(logProbability), "", Role.P)),
                    readouts,
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Log-probability " + Figures.amount(logProbability) + ".");
        }

        /** " | x₁, x₂" for the third one. */
        private String given(int i) {
            var given = new StringBuilder();
            for (int k = 0; k < i; k++) {
                given.append(k == 0 ? " | " : ", ").append(name(order, k));
            }
            return given.toString();
        }

        private Picture picture() {
            var categories = new ArrayList<String>();
            var expected = new ArrayList<Picture.Bar>();
            var drawn = new ArrayList<Picture.Bar>();
            var alternative = new StringBuilder("Bars of the probability of each text and of its share of the draws.");
            double largest = 0;
            for (int x = 0; x < TEXTS; x++) {
                double p = joint.probability(text(x));
                double share = (double) counts[x] / draws;
                categories.add(text(x));
                expected.add(new Picture.Bar(p, ""));
                drawn.add(new Picture.Bar(share, ""));
                largest = Math.max(largest, Math.max(p, share));
                alternative.append(' ').append(text(x)).append(": ").append(Figures.ratio(p));
                alternative.append(" and ").append(Figures.ratio(share)).append('.');
            }
            return new Picture.Bars(
                    categories,
                    List.of(new Picture.Series("joint", Role.P, expected), new Picture.Series("drawn", Role.Q, drawn)),
                    largest > 0.5 ? 1 : largest > 0.25 ? 0.5 : 0.25,
                    alternative.toString());
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int prefix = 1; prefix < TEXTS; prefix++) {
                rows.add(row(Integer.toBinaryString(prefix).substring(1)));
            }
            return new Table(
                    "The conditionals in this order",
                    List.of(
                            new Table.Column("bit", Role.PLAIN),
                            new Table.Column("given", Role.PLAIN),
                            new Table.Column("P(1 | given)", Role.P),
                            new Table.Column("−ln of its bit in " + text, Role.PLAIN, "nats")),
                    rows,
                    List.of(new Table.Row(
                            List.of(
                                    new Table.Cell.Words("sum"),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Amount(0 - logProbability)),
                            false)));
        }

        private Table.Row row(String prefix) {
            int i = prefix.length();
            var given = new StringBuilder();
            for (int k = 0; k < i; k++) {
                given.append(k == 0 ? "" : ", ")
                        .append(name(order, k))
                        .append(" = ")
                        .append(prefix.charAt(k));
            }
            boolean onTheWay = inOrder.startsWith(prefix);
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name(order, i)),
                            new Table.Cell.Words(given.isEmpty() ? "nothing" : given.toString()),
                            told.probability(prefix) > 0
                                    ? new Table.Cell.Ratio(told.nextIsOne(prefix))
                                    : new Table.Cell.Words("never happens"),
                            onTheWay ? new Table.Cell.Amount(terms[i]) : new Table.Cell.Words("")),
                    onTheWay);
        }

        private String words() {
            if (logProbability == Double.NEGATIVE_INFINITY) {
                return "The text " + text + " has probability 0 in every order. The first draw: " + first + ".";
            }
            return "In the order " + name(order, 0) + ", " + name(order, 1) + ", " + name(order, 2) + " the text "
                    + text
                    + " has the conditionals " + Figures.ratio(Elementary.exp(-terms[0])) + ", "
                    + Figures.ratio(Elementary.exp(-terms[1])) + " and " + Figures.ratio(Elementary.exp(-terms[2]))
                    + ". Their product is " + Figures.ratio(Elementary.exp(logProbability))
                    + ", its place in the joint distribution, in every order. The first draw: " + first + ".";
        }

        private List<String> notes() {
            return List.of("The drawn texts took " + BITS * draws + " passes of the model, " + BITS
                    + " for each and one after the other, since each bit is given those before it. To score as many texts"
                    + " that are there takes " + draws + ", one for each: all prefixes are known.");
        }
    }
}
