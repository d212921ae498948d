package dev.surprisal.widget.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.information.Entropy;
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

/** The entropy of a distribution over 2 to 64 outcomes, as the sum of what each outcome contributes. */
public final class EntropyDiscrete extends VectorWidget<EntropyDiscrete.State> {

    public record State(Probabilities p, Unit unit) {}

    private static final List<Preset> PRESETS = List.of(
            Preset.of("lopsided", "Three classes, one favoured", Probabilities.of(0.7, 0.2, 0.1)),
            Preset.of("even-three", "Three classes, nearly even", Probabilities.of(0.5, 0.3, 0.2)),
            Preset.of("certain", "One class is certain", Probabilities.of(1, 0, 0)),
            Preset.of("fair-coin", "A fair coin", Probabilities.of(0.5, 0.5)),
            Preset.of("dull-coin", "A coin that nearly always lands heads", Probabilities.of(0.99, 0.01)),
            Preset.of(
                    "eight",
                    "Eight equal outcomes",
                    Probabilities.of(0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125)),
            Preset.of("halves", "Halves of halves", Probabilities.of(0.5, 0.25, 0.125, 0.125)));

    /** Up to here a sentence can hold one number for each outcome. */
    private static final int FEW = 5;

    public EntropyDiscrete() {
        super(List.of(new Vector("p", "*p*", Role.P)), PRESETS, Probabilities.MOST);
    }

    @Override
    public String kind() {
        return "entropy";
    }

    @Override
    public String title() {
        return "Entropy of a distribution";
    }

    @Override
    List<Probabilities> vectorsOf(State state) {
        return List.of(state.p);
    }

    @Override
    String wordOf(State state) {
        return state.unit.plural();
    }

    @Override
    State state(List<Probabilities> vectors, String unit) {
        return new State(vectors.getFirst(), Unit.named(unit));
    }

    @Override
    Parameter wordParameter() {
        return Unit.PARAMETER;
    }

    @Override
    String firstWord() {
        return Unit.BITS.plural();
    }

    @Override
    Outcome shown(State state) {
        Unit unit = state.unit;
        double[] p = state.p.toArray();
        var terms = new double[p.length];
        for (int k = 0; k < p.length; k++) {
            terms[k] = unit.of(Entropy.entropyTerm(p[k]));
        }
        double nats = Entropy.entropyNats(p);
        double entropy = unit.of(nats);
        double most = unit.of(Elementary.log(p.length));
        double perplexity = Elementary.exp(nats);
        String amount = Figures.amount(entropy) + " " + unit.plural();
        return new Outcome.Result(
                List.of(
                        new Readout("H(*p*)", "entropy", entropy, unit.plural(), Role.P),
                        new Readout("exp H(*p*)", "perplexity", perplexity, "equal outcomes", Role.PLAIN)),
                List.of(
                        new Readout(
                                unit.logarithm() + " " + p.length,
                                "the most that " + p.length + " outcomes allow",
                                most,
                                unit.plural(),
                                Role.PLAIN),
                        new Readout(
                                "H(*p*) / " + unit.logarithm() + " " + p.length,
                                "share of the most",
                                entropy / most,
                                "",
                                Role.PLAIN)),
                picture(state.p, terms),
                table(p, terms, entropy, unit),
                words(state.p, amount, perplexity, Figures.amount(most) + " " + unit.plural()),
                notes(p, unit),
                "Entropy " + amount + ".");
    }

    private static Picture picture(Probabilities p, double[] terms) {
        var letters = new ArrayList<String>();
        var bars = new ArrayList<Picture.Bar>();
        var parts = new ArrayList<Picture.Bar>();
        var alternative = new StringBuilder("Bars of the probabilities and of what each outcome adds to the entropy.");
        double largest = p.largest();
        for (int k = 0; k < p.size(); k++) {
            String letter = Probabilities.letter(k);
            letters.add(letter);
            bars.add(new Picture.Bar(p.get(k), "p-" + k));
            parts.add(new Picture.Bar(terms[k], ""));
            largest = Math.max(largest, terms[k]);
            alternative
                    .append(' ')
                    .append(letter)
                    .append(": ")
                    .append(Figures.ratio(p.get(k)))
                    .append(" and ");
            alternative.append(Figures.ratio(terms[k])).append('.');
        }
        double top = p.size() < FEW || largest > 0.4 ? 1 : largest > 0.2 ? 0.5 : 0.25;
        return new Picture.Bars(
                letters,
                List.of(new Picture.Series("*p*", Role.P, bars), new Picture.Series("adds", Role.PLAIN, parts)),
                top,
                alternative.toString());
    }

    private static Table table(double[] p, double[] terms, double entropy, Unit unit) {
        var rows = new ArrayList<Table.Row>();
        for (int k = 0; k < p.length; k++) {
            rows.add(new Table.Row(
                    List.of(
                            new Table.Cell.Words(Probabilities.letter(k)),
                            new Table.Cell.Ratio(p[k]),
                            new Table.Cell.Amount(unit.of(Entropy.surprisalNats(p[k]))),
                            new Table.Cell.Amount(terms[k])),
                    false));
        }
        String log = unit.logarithm();
        return new Table(
                "Outcome by outcome, in " + unit.plural(),
                List.of(
                        new Table.Column("outcome", Role.PLAIN),
                        new Table.Column("*p*", Role.P),
                        new Table.Column("surprise −" + log + " *p*", Role.PLAIN, unit.plural()),
                        new Table.Column("adds −*p* " + log + " *p*", Role.PLAIN, unit.plural())),
                rows,
                List.of(new Table.Row(
                        List.of(
                                new Table.Cell.Words("sum"),
                                new Table.Cell.Ratio(1),
                                new Table.Cell.Words(""),
                                new Table.Cell.Amount(entropy)),
                        false)));
    }

    private static String words(Probabilities p, String amount, double perplexity, String most) {
        String which = p.size() <= FEW ? "*p* = " + Figures.vector(p.values()) : "*p*, over " + p.size() + " outcomes,";
        return "The average surprise of an outcome of " + which + " is " + amount
                + ". That is as uncertain as " + Figures.amount(perplexity) + " equally likely outcomes; with "
                + p.size()
                + " outcomes the entropy can be at most " + most + ".";
    }

    private static List<String> notes(double[] p, Unit unit) {
        var notes = new ArrayList<String>();
        boolean zero = false;
        for (double one : p) {
            zero |= one == 0;
        }
        if (zero) {
            notes.add("An outcome of probability 0 adds nothing, although its surprise is infinite: it never happens.");
        }
        notes.add("A single outcome adds most where its probability is 1/e, about 0.368: there −*p* " + unit.logarithm()
                + " *p* is " + Figures.amount(unit.of(Elementary.exp(-1))) + " " + unit.plural() + ".");
        return notes;
    }
}
