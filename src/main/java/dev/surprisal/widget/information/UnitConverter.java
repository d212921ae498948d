package dev.surprisal.widget.information;

import dev.surprisal.math.information.Units;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What two models report, in every unit there is: nats, bits and perplexity per token, bits per byte of a text, bits per
 * dimension of a picture; and which of these may be compared.
 */
public final class UnitConverter extends Calculator {

    private static final String TEXT = "text";
    private static final String PICTURE = "picture";
    private static final String SAME = "same";
    private static final String OTHER = "different";

    private static final WordChoice WHAT = new WordChoice(
            "what",
            "Models of",
            Choice.Style.SWITCH,
            List.of(new Option(TEXT, "text"), new Option(PICTURE, "pictures")));
    private static final WordChoice SETTING = new WordChoice(
            "pieces",
            "Tokeniser, or scaling",
            Choice.Style.SWITCH,
            List.of(new Option(SAME, "the same"), new Option(OTHER, "different")));
    private static final WordChoice DATA = new WordChoice(
            "data",
            "Test data",
            Choice.Style.SWITCH,
            List.of(new Option(SAME, "the same"), new Option(OTHER, "different")));

    private static final int SETTING_WORD = 2;
    private static final int DATA_WORD = 3;

    private static final Range PER_TOKEN = new Range(-100, 100, Range.Kind.ANY, "Enter a number between −100 and 100.");

    private static final List<Preset> PRESETS = List.of(
            preset("tokenisers", "Two tokenisers", TEXT, OTHER, SAME, 2, 1000, 2.3, 800, 4000),
            preset("perplexity", "One tokeniser, two perplexities", TEXT, SAME, SAME, 3.2, 1000, 2.9, 1000, 4200),
            preset("texts", "Two different texts", TEXT, SAME, OTHER, 2.1, 500, 2.6, 500, 2000),
            preset("pictures", "Pictures of 32 × 32 pixels", PICTURE, SAME, SAME, 7000, 6500, 3072),
            preset("density", "Densities above one", PICTURE, SAME, SAME, -800, 200, 3072),
            preset("scaled", "Pictures, scaled differently", PICTURE, OTHER, SAME, 7000, -10000, 3072));

    public UnitConverter() {
        super(
                "nll-units",
                "From unit to unit",
                List.of(WHAT, WordChoice.of("unit", "Given in", "nats", "bits"), SETTING, DATA),
                PRESETS);
    }

    private static Preset preset(
            String name, String label, String what, String pieces, String data, double... numbers) {
        return new Preset(name, label, new State(List.of(what, "nats", pieces, data), List.of()).withNumbers(numbers));
    }

    private static boolean isText(State state) {
        return state.words().getFirst().equals(TEXT);
    }

    @Override
    protected List<Section> sections(State state) {
        return isText(state)
                ? List.of(
                        new Section("a", "Model A", Role.P, "", tokens("a")),
                        new Section("b", "Model B", Role.Q, "", tokens("b")),
                        new Section(
                                "text",
                                "The test text",
                                Role.PLAIN,
                                "",
                                List.of(new Input("bytes", "bytes", Range.count(1, 1_000_000), 100, 10_000, 100))))
                : List.of(
                        new Section("a", "Model A", Role.P, "", List.of(total("a"))),
                        new Section("b", "Model B", Role.Q, "", List.of(total("b"))),
                        new Section(
                                "size",
                                "A picture",
                                Role.PLAIN,
                                "",
                                List.of(new Input("d", "dimensions", Range.count(1, 1_000_000), 1, 4000, 1))));
    }

    private static List<Input> tokens(String model) {
        return List.of(
                new Input(model + "-nll", "NLL per token", PER_TOKEN, 0, 8, 0.1),
                new Input(model + "-tokens", "tokens", Range.count(1, 1_000_000), 100, 5000, 10));
    }

    private static Input total(String model) {
        return new Input(model + "-total", "NLL of a picture", Range.REAL, -10_000, 20_000, 100);
    }

    /** Pictures have other numbers than text. */
    @Override
    protected State chosen(State state, int choice, String word) {
        State chosen = super.chosen(state, choice, word);
        if (isText(chosen) == isText(state)) {
            return chosen;
        }
        for (Preset preset : PRESETS) {
            if (isText(preset.state()) == isText(chosen)) {
                return new State(chosen.words(), preset.state().numbers());
            }
        }
        throw noControl(word);
    }

    @Override
    protected boolean isShown(State example, State state) {
        return example.equals(state);
    }

    @Override
    protected State shown(State example, State state) {
        return example;
    }

    @Override
    public Outcome result(State state) {
        return isText(state) ? new Texts(state).result() : new Pictures(state).result();
    }

    private static Readout amount(String label, String name, double value, String unit, Role role) {
        return new Readout(label, name, value, unit, role);
    }

    private static String remark(double perplexity) {
        return perplexity < Double.POSITIVE_INFINITY ? "" : "too large for a number here";
    }

    private static double nats(State state, double given) {
        return state.words().get(1).equals("bits") ? Units.natsFromBits(given) : given;
    }

    private static Picture bars(String unit, double a, double b) {
        double top = 0.1;
        while (top < 1.05 * Math.max(a, b)) {
            top *= 2;
        }
        return new Picture.Bars(
                List.of("A", "B"),
                List.of(new Picture.Series(
                        unit,
                        Role.LIKELIHOOD,
                        List.of(new Picture.Bar(Math.max(0, a), ""), new Picture.Bar(Math.max(0, b), "")))),
                top,
                "Model A has " + Figures.amount(a) + " " + unit + ", model B " + Figures.amount(b) + ".");
    }

    /** What the picture and the figures cannot show. */
    private static void addLimits(List<String> notes, String unit, double[] bits, double[] perplexities) {
        if (bits[0] < 0 || bits[1] < 0) {
            notes.add("A negative number of " + unit + " is not drawn: bars begin at 0 and go upwards.");
        }
        if (Math.max(perplexities[0], perplexities[1]) == Double.POSITIVE_INFINITY) {
            notes.add(
                    "A perplexity shown as +∞ is not infinite, only larger than the largest number that fits here, about"
                            + " 1.8 × 10³⁰⁸.");
        }
    }

    private static String better(double a, double b) {
        return a == b ? "Neither is better." : "Model " + (a < b ? "A" : "B") + " is the better one.";
    }

    private static Table.Row row(String name, double a, double b, boolean striking) {
        return new Table.Row(
                List.of(new Table.Cell.Words(name), new Table.Cell.Amount(a), new Table.Cell.Amount(b)), striking);
    }

    private static Table table(List<Table.Row> rows) {
        return new Table(
                "The same in every unit",
                List.of(new Table.Column("", Role.PLAIN), new Table.Column("A", Role.P), new Table.Column("B", Role.Q)),
                rows,
                List.of());
    }

    /** Two models of one text. */
    private static final class Texts {
        private final boolean oneTokeniser;
        private final boolean oneText;
        private final double[] perToken = new double[2];
        private final double[] tokens = new double[2];
        private final double bytes;

        Texts(State state) {
            oneTokeniser = state.words().get(SETTING_WORD).equals(SAME);
            oneText = state.words().get(DATA_WORD).equals(SAME);
            for (int m = 0; m < 2; m++) {
                perToken[m] = nats(state, state.number(2 * m));
                tokens[m] = state.number(2 * m + 1);
            }
            bytes = state.number(4);
        }

        private double perplexity(int m) {
            return Units.perplexityFromNats(perToken[m]);
        }

        private double perByte(int m) {
            return Units.bitsPerByte(perToken[m] * tokens[m], bytes);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            amount("A", "bits per byte", perByte(0), "bits", Role.P),
                            amount("B", "bits per byte", perByte(1), "bits", Role.Q)),
                    List.of(
                            amount("A", "perplexity", perplexity(0), "", Role.P),
                            amount("B", "perplexity", perplexity(1), "", Role.Q),
                            amount("A", "bits per token", Units.bitsFromNats(perToken[0]), "bits", Role.P),
                            amount("B", "bits per token", Units.bitsFromNats(perToken[1]), "bits", Role.Q)),
                    bars("bits per byte", perByte(0), perByte(1)),
                    table(List.of(
                            row("nats per token", perToken[0], perToken[1], false),
                            row(
                                    "bits per token",
                                    Units.bitsFromNats(perToken[0]),
                                    Units.bitsFromNats(perToken[1]),
                                    false),
                            row("perplexity", perplexity(0), perplexity(1), oneTokeniser && oneText),
                            row("bytes per token", bytes / tokens[0], bytes / tokens[1], false),
                            row("nats for the text", perToken[0] * tokens[0], perToken[1] * tokens[1], false),
                            row("bits per byte", perByte(0), perByte(1), oneText))),
                    words(),
                    notes(),
                    "Bits per byte: A " + Figures.amount(perByte(0)) + ", B " + Figures.amount(perByte(1)) + ".");
        }

        private String words() {
            String start = "Model A has a perplexity of " + Figures.amount(perplexity(0)) + " and spends "
                    + Figures.amount(perByte(0)) + " bits per byte; model B has " + Figures.amount(perplexity(1))
                    + " and "
                    + Figures.amount(perByte(1)) + ". ";
            if (!oneText) {
                return start
                        + "They were tested on different texts, one of which may be the easier: none of these numbers may"
                        + " be compared.";
            }
            return start
                    + (oneTokeniser
                            ? "Text and tokens are the same, so the perplexities may be compared. "
                                    + better(perToken[0], perToken[1])
                            : "Their tokens differ, so the perplexities may not be compared, but bits per byte may. "
                                    + better(perByte(0), perByte(1)));
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (oneText && oneTokeniser && tokens[0] != tokens[1]) {
                notes.add(
                        "One tokeniser makes the same number of tokens of one text. Here the numbers differ, so something is"
                                + " told wrongly.");
            }
            boolean worse = (perByte(0) - perByte(1)) * (perplexity(0) - perplexity(1)) < 0;
            if (oneText && !oneTokeniser && worse) {
                notes.add(
                        "The model with the worse perplexity is the better one: its tokens are longer, so each of them has"
                                + " more to say.");
            }
            if (perToken[0] < 0 || perToken[1] < 0) {
                notes.add(
                        "A perplexity below 1 comes from a density: tokens that can be counted never have a negative NLL.");
            }
            addLimits(notes, "bits per byte", new double[] {perByte(0), perByte(1)}, new double[] {
                perplexity(0), perplexity(1)
            });
            return notes;
        }
    }

    /** Two models of pictures with the same number of dimensions. */
    private static final class Pictures {
        private final boolean oneScale;
        private final boolean oneSet;
        private final double[] total = new double[2];
        private final double dimensions;

        Pictures(State state) {
            oneScale = state.words().get(SETTING_WORD).equals(SAME);
            oneSet = state.words().get(DATA_WORD).equals(SAME);
            total[0] = nats(state, state.number(0));
            total[1] = nats(state, state.number(1));
            dimensions = state.number(2);
        }

        private double perDimension(int m) {
            return Units.bitsPerDimension(total[m], dimensions);
        }

        private double perplexity(int m) {
            return Units.perplexityFromNats(total[m] / dimensions);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            amount("A", "bits per dimension", perDimension(0), "bits", Role.P),
                            amount("B", "bits per dimension", perDimension(1), "bits", Role.Q)),
                    List.of(
                            amount("A", "perplexity of a dimension", perplexity(0), remark(perplexity(0)), Role.P),
                            amount("B", "perplexity of a dimension", perplexity(1), remark(perplexity(1)), Role.Q)),
                    bars("bits per dimension", perDimension(0), perDimension(1)),
                    table(List.of(
                            row("nats for the picture", total[0], total[1], false),
                            row(
                                    "bits for the picture",
                                    Units.bitsFromNats(total[0]),
                                    Units.bitsFromNats(total[1]),
                                    false),
                            row("nats per dimension", total[0] / dimensions, total[1] / dimensions, false),
                            row("bits per dimension", perDimension(0), perDimension(1), oneScale && oneSet))),
                    words(),
                    notes(),
                    "Bits per dimension: A " + Figures.amount(perDimension(0)) + ", B "
                            + Figures.amount(perDimension(1)) + ".");
        }

        private String words() {
            String start = "Model A spends " + Figures.amount(perDimension(0)) + " bits on each of "
                    + Figures.ratio(dimensions) + " dimensions, model B " + Figures.amount(perDimension(1)) + ". ";
            if (!oneSet) {
                return start + "They were tested on different pictures: the numbers may not be compared.";
            }
            return start
                    + (oneScale
                            ? "With the same pictures, scaling and dequantisation they may be compared. "
                                    + better(total[0], total[1])
                            : "Another scaling or dequantisation moves every such number: multiplied by a factor *c*, each"
                                    + " dimension costs log₂ *c* bits more. As they stand they may not be compared.");
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (total[0] < 0 || total[1] < 0) {
                notes.add(
                        "A negative NLL is no mistake here: a density may exceed 1, and then the perplexity is below 1.");
            }
            addLimits(notes, "bits per dimension", new double[] {perDimension(0), perDimension(1)}, new double[] {
                perplexity(0), perplexity(1)
            });
            return notes;
        }
    }
}
