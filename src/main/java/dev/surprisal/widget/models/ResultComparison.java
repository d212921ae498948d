package dev.surprisal.widget.models;

import dev.surprisal.math.information.Units;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Spot;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** Two reported results: whether they may be compared, and what follows if one of them is only a bound. */
public final class ResultComparison extends Calculator {

    /** What a number that is reported says about ln p(x). */
    private enum Kind {
        EXACT("exact", "exact"),
        BOUND("bound", "a lower bound"),
        ESTIMATE("estimate", "an estimate"),
        NONE("none", "no likelihood");

        private final String word;
        private final String label;

        Kind(String word, String label) {
            this.word = word;
            this.label = label;
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("there is no kind of result called " + word);
        }
    }

    /** What follows from two results. */
    enum Verdict {
        COMPARABLE,
        ONE_SIDED,
        UNDECIDED,
        NOT_COMPARABLE
    }

    private static final String SAME = "same";
    private static final String NATS = "nats";
    private static final String BITS = "bpd";

    private static final int KIND_A = 0;
    private static final int UNIT_A = 1;
    private static final int KIND_B = 2;
    private static final int UNIT_B = 3;
    private static final int PREPARED = 4;

    private static final List<Preset> PRESETS = List.of(
            preset("flow-vae", "A flow and a VAE", "exact", NATS, "bound", NATS, SAME, -2.3, -3.1, 3),
            preset("turned", "The flow is worse", "exact", NATS, "bound", NATS, SAME, -3.5, -3.1, 3),
            preset("exact", "Two exact values", "exact", NATS, "exact", NATS, SAME, -5200, -5350, 3072),
            preset("bounds", "Two bounds", "bound", NATS, "bound", NATS, SAME, -90, -95, 784),
            preset("units", "Bits per dimension and nats", "exact", BITS, "exact", NATS, SAME, 3, -6200, 3072),
            preset("gan", "A flow and a GAN", "exact", BITS, "none", NATS, SAME, 3, 0, 3072),
            preset(
                    "scaled",
                    "Two flows, dequantised differently",
                    "exact",
                    BITS,
                    "exact",
                    BITS,
                    "different",
                    3,
                    2.8,
                    3072));

    public ResultComparison() {
        super(
                "result-comparison",
                "May these be compared?",
                List.of(
                        kinds("kind-a", "Result A"),
                        units("unit-a", "A in"),
                        kinds("kind-b", "Result B"),
                        units("unit-b", "B in"),
                        new WordChoice(
                                "prepared",
                                "Data and preparation",
                                Choice.Style.SWITCH,
                                List.of(new Option(SAME, "the same"), new Option("different", "different")))),
                PRESETS);
    }

    private static WordChoice kinds(String control, String label) {
        var options = new ArrayList<Option>();
        for (Kind kind : Kind.values()) {
            options.add(new Option(kind.word, kind.label));
        }
        return new WordChoice(control, label, Choice.Style.MENU, options);
    }

    private static WordChoice units(String control, String label) {
        return new WordChoice(
                control,
                label,
                Choice.Style.SWITCH,
                List.of(new Option(NATS, "nats, ln *p*"), new Option(BITS, "bits per dimension")));
    }

    private static Preset preset(
            String name,
            String label,
            String kindA,
            String unitA,
            String kindB,
            String unitB,
            String prepared,
            double... numbers) {
        return new Preset(
                name, label, new State(List.of(kindA, unitA, kindB, unitB, prepared), List.of()).withNumbers(numbers));
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section("a", "Result A", Role.P, "", List.of(input(state, "a", "A", UNIT_A))),
                new Section("b", "Result B", Role.Q, "", List.of(input(state, "b", "B", UNIT_B))),
                new Section(
                        "size",
                        "The data point",
                        Role.PLAIN,
                        "",
                        List.of(new Input("d", "dimensions", Range.count(1, 1_000_000), 1, 4000, 1))));
    }

    private static Input input(State state, String control, String label, int unit) {
        return state.words().get(unit).equals(BITS)
                ? new Input(control, label + ", bits per dimension", Range.REAL, 0, 10, 0.1)
                : new Input(
                        control,
                        label + ", ln *p* in nats",
                        Range.REAL,
                        -reach(state),
                        0,
                        Math.max(0.1, reach(state) / 1000));
    }

    /** A power of ten above the number of dimensions: the slider of a large picture has large ends. */
    private static double reach(State state) {
        double reach = 10;
        while (reach < state.number(2)) {
            reach *= 10;
        }
        return reach;
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
    public List<Quantity> quantities(State state) {
        var pair = new Pair(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("decided", pair.better() == 0 ? 0 : 1));
        return quantities;
    }

    static Verdict verdict(State state) {
        return new Pair(state).verdict;
    }

    @Override
    public Outcome result(State state) {
        return new Pair(state).result();
    }

    /** The numbers of one state. */
    private static final class Pair {
        private final Kind kindA;
        private final Kind kindB;
        private final double a;
        private final double b;
        private final boolean prepared;
        private final Verdict verdict;

        Pair(State state) {
            kindA = Kind.of(state.words().get(KIND_A));
            kindB = Kind.of(state.words().get(KIND_B));
            a = nats(state, 0, UNIT_A);
            b = nats(state, 1, UNIT_B);
            prepared = state.words().get(PREPARED).equals(SAME);
            verdict = find();
        }

        /** ln p in nats; bits per dimension are of minus ln p. */
        private static double nats(State state, int number, int unit) {
            double given = state.number(number);
            return state.words().get(unit).equals(BITS) ? 0 - Units.natsFromBits(given) * state.number(2) : given;
        }

        private Verdict find() {
            if (!prepared || kindA == Kind.NONE || kindB == Kind.NONE) {
                return Verdict.NOT_COMPARABLE;
            }
            boolean boundA = kindA == Kind.BOUND;
            boolean boundB = kindB == Kind.BOUND;
            if (boundA && boundB) {
                return Verdict.UNDECIDED;
            }
            if (boundA == boundB) {
                return Verdict.COMPARABLE;
            }
            double bound = boundA ? a : b;
            double value = boundA ? b : a;
            return bound >= value ? Verdict.ONE_SIDED : Verdict.UNDECIDED;
        }

        /** By how many nats A is better, at least where one is a bound; 0 where nothing follows. */
        private double better() {
            return verdict == Verdict.COMPARABLE || verdict == Verdict.ONE_SIDED ? a - b : 0;
        }

        Outcome result() {
            var headline = new ArrayList<Readout>();
            addReadout(headline, "A", kindA, a, Role.P);
            addReadout(headline, "B", kindB, b, Role.Q);
            return new Outcome.Result(headline, List.of(), picture(), table(), words(), notes(), told());
        }

        /** A model without a likelihood has no number to show. */
        private static void addReadout(List<Readout> readouts, String name, Kind kind, double nats, Role role) {
            if (kind != Kind.NONE) {
                readouts.add(new Readout("ln *p*, " + name, kind.label, nats, "nats", role));
            }
        }

        private boolean isEstimated() {
            return kindA == Kind.ESTIMATE || kindB == Kind.ESTIMATE;
        }

        private String told() {
            return switch (verdict) {
                case COMPARABLE -> "Comparable.";
                case ONE_SIDED ->
                    "Only one-sided: the bound already " + (a == b ? "equals" : "lies above") + " the " + other() + ".";
                case UNDECIDED -> "Not decidable.";
                case NOT_COMPARABLE -> "Not comparable.";
            };
        }

        private Picture picture() {
            var spots = new ArrayList<Spot>();
            addSpot(spots, "A", kindA, a, 0.68, Role.P);
            addSpot(spots, "B", kindB, b, 0.28, Role.Q);
            double least = Math.min(kindA == Kind.NONE ? b : a, kindB == Kind.NONE ? a : b);
            double most = Math.max(kindA == Kind.NONE ? b : a, kindB == Kind.NONE ? a : b);
            double room = Math.max(0.6 * (most - least), 0.002 * Math.abs(least) + 0.1);
            return new Picture.Spots(
                    new Axes(least - room, most + room, 0, 1),
                    "ln p in nats: better to the right",
                    "",
                    true,
                    spots,
                    "Result A is " + kindA.label + where(kindA, a) + ", result B " + kindB.label + where(kindB, b)
                            + ".");
        }

        private static void addSpot(List<Spot> spots, String name, Kind kind, double nats, double y, Role role) {
            if (kind != Kind.NONE) {
                boolean bound = kind == Kind.BOUND;
                spots.add(new Spot(
                        name + (bound ? ": here or further" : ", " + kind.label),
                        role,
                        nats,
                        y,
                        kind == Kind.EXACT,
                        bound));
            }
        }

        private static String where(Kind kind, double nats) {
            return kind == Kind.NONE ? "" : " at " + Figures.amount(nats) + " nats";
        }

        private Table table() {
            return new Table(
                    "Both results in nats",
                    List.of(
                            new Table.Column("result", Role.PLAIN),
                            new Table.Column("what it is", Role.PLAIN),
                            new Table.Column("ln *p*", Role.PLAIN, "nats"),
                            new Table.Column("the model’s own ln *p*", Role.PLAIN)),
                    List.of(row("A", kindA, a), row("B", kindB, b)),
                    List.of());
        }

        private static Table.Row row(String name, Kind kind, double nats) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Words(kind.label),
                            kind == Kind.NONE ? new Table.Cell.Words("–") : new Table.Cell.Amount(nats),
                            new Table.Cell.Words(
                                    switch (kind) {
                                        case EXACT -> "this number";
                                        case BOUND -> "this or more";
                                        case ESTIMATE -> "about this";
                                        case NONE -> "it has none";
                                    })),
                    false);
        }

        /** What stands beside the bound. */
        private String other() {
            return isEstimated() ? "estimate" : "value";
        }

        private String words() {
            String best = better() > 0 ? "A" : "B";
            double by = Math.abs(a - b);
            return switch (verdict) {
                case COMPARABLE ->
                    a == b
                            ? "Comparable: both results are the same."
                            : "Comparable: result " + best + " is better, by " + Figures.amount(by) + " nats"
                                    + (isEstimated() ? ", as far as the error of the estimate allows." : ".");
                case ONE_SIDED ->
                    a == b
                            ? "Only one-sided: the bound equals the " + other() + ", so its model is at least as good"
                                    + (isEstimated() ? ", as far as the error of the estimate allows." : ".")
                            : "Only one-sided: the bound lies above the " + other() + ", so result " + best
                                    + " is better, by at least " + Figures.amount(by) + " nats"
                                    + (isEstimated() ? ", as far as the error of the estimate allows" : "")
                                    + ". How much better, nobody can tell.";
                case UNDECIDED ->
                    kindA == kindB
                            ? "Not decidable: both numbers are bounds, and either may be the looser one."
                            : "Not decidable: the bound lies below the " + other() + ", by " + Figures.amount(by)
                                    + " nats, but its model may well have more. A gap of that size would turn the order round.";
                case NOT_COMPARABLE ->
                    !prepared
                            ? "Not comparable, because the data or their preparation differ: another scaling or dequantisation moves"
                                    + " every such number."
                            : "Not comparable, because " + (kindA == Kind.NONE ? "result A" : "result B")
                                    + " has no likelihood. No number of another kind stands in for it.";
            };
        }

        private List<String> notes() {
            return verdict == Verdict.COMPARABLE || verdict == Verdict.ONE_SIDED
                    ? List.of("One data point is an anecdote: compare the means over a whole test set.")
                    : List.of();
        }
    }
}
