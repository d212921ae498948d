package dev.surprisal.widget.information;

import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/** The numbers of one state of {@link KlDiscrete} and how they are told. */
final class Comparison {

    /** Up to here a sentence can hold one number for each outcome, and each bar has room on the whole axis. */
    private static final int FEW = 5;

    private final KlDiscrete.State state;
    private final Unit unit;
    private final double[] p;
    private final double[] q;
    private final double forward;
    private final double reverse;
    private final double entropyP;
    private final double entropyQ;
    private final double crossForward;
    private final double crossReverse;
    private final double[] forwardTerms;
    private final double[] reverseTerms;

    private Comparison(KlDiscrete.State state) {
        this.state = state;
        unit = state.unit();
        p = state.p().toArray();
        q = state.q().toArray();
        forward = unit.of(Divergence.klNats(p, q));
        reverse = unit.of(Divergence.klNats(q, p));
        entropyP = unit.of(Entropy.entropyNats(p));
        entropyQ = unit.of(Entropy.entropyNats(q));
        crossForward = unit.of(Entropy.crossEntropyNats(p, q));
        crossReverse = unit.of(Entropy.crossEntropyNats(q, p));
        forwardTerms = inUnit(Divergence.klContributionsNats(p, q));
        reverseTerms = inUnit(Divergence.klContributionsNats(q, p));
    }

    /** @param state one whose vectors sum to 1 */
    static Comparison of(KlDiscrete.State state) {
        return new Comparison(state);
    }

    private double[] inUnit(double[] nats) {
        var amounts = new double[nats.length];
        for (int k = 0; k < nats.length; k++) {
            amounts[k] = unit.of(nats[k]);
        }
        return amounts;
    }

    Outcome result() {
        return new Outcome.Result(headline(), readouts(), picture(), table(), words(), notes(), spoken());
    }

    private List<Readout> headline() {
        return List.of(
                headline("KL(*p* ‖ *q*)", "forward KL", forward, "*q*", forwardTerms, Role.FORWARD),
                headline("KL(*q* ‖ *p*)", "reverse KL", reverse, "*p*", reverseTerms, Role.REVERSE));
    }

    private Readout headline(String label, String name, double value, String by, double[] terms, Role role) {
        List<String> infinite = infiniteOutcomes(terms);
        return infinite.isEmpty()
                ? information(label, name, value, role)
                : new Readout(label, name, value, "since " + by + "(" + infinite.getFirst() + ") = 0", role);
    }

    private static List<String> infiniteOutcomes(double[] terms) {
        var outcomes = new ArrayList<String>();
        for (int k = 0; k < terms.length; k++) {
            if (terms[k] == Double.POSITIVE_INFINITY) {
                outcomes.add(Probabilities.letter(k));
            }
        }
        return outcomes;
    }

    private List<Readout> readouts() {
        var readouts = new ArrayList<Readout>();
        readouts.add(information("H(*p*)", "entropy of p", entropyP, Role.P));
        readouts.add(information("H(*q*)", "entropy of q", entropyQ, Role.Q));
        readouts.add(information("H(*p*, *q*)", "cross-entropy of q under p", crossForward, Role.FORWARD));
        readouts.add(information("H(*q*, *p*)", "cross-entropy of p under q", crossReverse, Role.REVERSE));
        if (crossForward < Double.POSITIVE_INFINITY) {
            double rest = crossForward - entropyP - forward;
            // Three numbers that were rounded one by one
            double identity = Math.abs(rest) <= 1e-12 ? 0 : rest;
            readouts.add(
                    information("H(*p*, *q*) − H(*p*) − KL(*p* ‖ *q*)", "zero, by the identity", identity, Role.PLAIN));
        }
        readouts.add(
                information("JS(*p*, *q*)", "Jensen–Shannon divergence", unit.of(Divergence.jsNats(p, q)), Role.PLAIN));
        readouts.add(new Readout("TV(*p*, *q*)", "total variation distance", Divergence.tv(p, q), "", Role.PLAIN));
        readouts.add(new Readout(
                "√(KL(*p* ‖ *q*) / 2)",
                "Pinsker’s bound on TV, KL in nats",
                Divergence.pinskerBound(p, q),
                "",
                Role.PLAIN));
        return readouts;
    }

    private Readout information(String label, String name, double value, Role role) {
        return new Readout(label, name, value, value < Double.POSITIVE_INFINITY ? unit.plural() : "", role);
    }

    private Picture picture() {
        double largest = Math.max(state.p().largest(), state.q().largest());
        // With few outcomes the axis never changes, so that two states can be compared at a glance
        double top = p.length < FEW || largest > 0.4 ? 1 : largest > 0.2 ? 0.5 : 0.25;
        return new Picture.Bars(letters(), List.of(bars("p", Role.P, p), bars("q", Role.Q, q)), top, alternative());
    }

    private List<String> letters() {
        var letters = new ArrayList<String>();
        for (int k = 0; k < p.length; k++) {
            letters.add(Probabilities.letter(k));
        }
        return letters;
    }

    private static Picture.Series bars(String name, Role role, double[] values) {
        var bars = new ArrayList<Picture.Bar>();
        for (int k = 0; k < values.length; k++) {
            bars.add(new Picture.Bar(values[k], name + "-" + k));
        }
        return new Picture.Series("*" + name + "*", role, bars);
    }

    private String alternative() {
        var out = new StringBuilder("Bars of p and q side by side.");
        for (int k = 0; k < p.length; k++) {
            out.append(' ')
                    .append(Probabilities.letter(k))
                    .append(": ")
                    .append(Figures.ratio(p[k]))
                    .append(" and ");
            out.append(Figures.ratio(q[k])).append('.');
        }
        return out.toString();
    }

    private Table table() {
        String log = unit.logarithm();
        var rows = new ArrayList<Table.Row>();
        for (int k = 0; k < p.length; k++) {
            boolean striking =
                    forwardTerms[k] == Double.POSITIVE_INFINITY || reverseTerms[k] == Double.POSITIVE_INFINITY;
            rows.add(new Table.Row(
                    List.of(
                            new Table.Cell.Words(Probabilities.letter(k)),
                            new Table.Cell.Ratio(p[k]),
                            new Table.Cell.Ratio(q[k]),
                            p[k] == 0 && q[k] == 0 ? none() : new Table.Cell.Ratio(p[k] / q[k]),
                            logRatio(k),
                            new Table.Cell.Amount(forwardTerms[k]),
                            new Table.Cell.Amount(reverseTerms[k])),
                    striking));
        }
        return new Table(
                "Term by term, in " + unit.plural(),
                List.of(
                        new Table.Column("outcome", Role.PLAIN),
                        new Table.Column("*p*", Role.P),
                        new Table.Column("*q*", Role.Q),
                        new Table.Column("*p* / *q*", Role.PLAIN),
                        new Table.Column(log + "(*p* / *q*)", Role.PLAIN, unit.plural()),
                        new Table.Column("*p* " + log + "(*p* / *q*)", Role.FORWARD, unit.plural()),
                        new Table.Column("*q* " + log + "(*q* / *p*)", Role.REVERSE, unit.plural())),
                rows,
                List.of(new Table.Row(
                        List.of(
                                new Table.Cell.Words("sum"),
                                new Table.Cell.Ratio(1),
                                new Table.Cell.Ratio(1),
                                new Table.Cell.Words(""),
                                new Table.Cell.Words(""),
                                new Table.Cell.Amount(forward),
                                new Table.Cell.Amount(reverse)),
                        false)));
    }

    private Table.Cell logRatio(int k) {
        if (p[k] == 0) {
            return q[k] == 0 ? none() : new Table.Cell.Amount(Double.NEGATIVE_INFINITY);
        }
        return new Table.Cell.Amount(forwardTerms[k] / p[k]);
    }

    /** Where 0 would be divided by 0. */
    private static Table.Cell none() {
        return new Table.Cell.Words("–");
    }

    private String words() {
        var out = new StringBuilder();
        if (p.length <= FEW) {
            out.append("The data follow *p* = ").append(Figures.vector(state.p().values()));
            out.append(" and the model says *q* = ")
                    .append(Figures.vector(state.q().values()))
                    .append(". ");
        } else {
            out.append("The data follow *p* and the model says *q*, both over the ")
                    .append(p.length);
            out.append(" outcomes A to ")
                    .append(Probabilities.letter(p.length - 1))
                    .append(". ");
        }
        if (forward == 0 && reverse == 0) {
            return out.append(
                            "The two are equal, so KL is 0 in both directions, and the cross-entropy is no more than the ")
                    .append("entropy, ")
                    .append(amount(entropyP))
                    .append('.')
                    .toString();
        }
        out.append("The forward KL, averaged under *p*, is ").append(amount(forward));
        out.append("; the reverse KL, averaged under *q*, is ")
                .append(amount(reverse))
                .append(". ");
        if (forward < Double.POSITIVE_INFINITY) {
            out.append("To code outcomes of *p* with a code made for *q* takes ")
                    .append(amount(crossForward));
            out.append(" on average: the entropy, ").append(amount(entropyP));
            out.append(", which no code can save, and the forward KL on top.");
        } else {
            out.append("No code made for *q* can be used for outcomes of *p*: one of them has no code word.");
        }
        return out.toString();
    }

    private String amount(double value) {
        return value == Double.POSITIVE_INFINITY ? "infinite" : Figures.amount(value) + " " + unit.plural();
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        noteInfinite(notes, "KL(*p* ‖ *q*)", "*p*", "*q*", forwardTerms);
        noteInfinite(notes, "KL(*q* ‖ *p*)", "*q*", "*p*", reverseTerms);
        noteNegative(notes);
        return notes;
    }

    private static void noteInfinite(List<String> notes, String kl, String from, String by, double[] terms) {
        List<String> outcomes = infiniteOutcomes(terms);
        if (!outcomes.isEmpty()) {
            notes.add(kl + " = +∞: " + from + " puts mass on " + outcomes(outcomes) + ", to which " + by
                    + " gives probability 0.");
        }
    }

    private void noteNegative(List<String> notes) {
        var outcomes = new ArrayList<String>();
        for (int k = 0; k < forwardTerms.length; k++) {
            if (forwardTerms[k] < 0) {
                outcomes.add(Probabilities.letter(k));
            }
        }
        if (!outcomes.isEmpty() && forward < Double.POSITIVE_INFINITY) {
            notes.add("The forward " + (outcomes.size() == 1 ? "term of " : "terms of ") + list(outcomes)
                    + (outcomes.size() == 1 ? " is" : " are") + " negative, because *q* gives more there than *p*."
                    + " That is normal: a single term may be negative, their sum never is.");
        }
    }

    private static String outcomes(List<String> letters) {
        return (letters.size() == 1 ? "outcome " : "the outcomes ") + list(letters);
    }

    /** A, B and C. */
    private static String list(List<String> letters) {
        var out = new StringBuilder(letters.getFirst());
        int last = letters.size() - 1;
        for (int i = 1; i <= last; i++) {
            out.append(i < last ? ", " : " and ").append(letters.get(i));
        }
        return out.toString();
    }

    private String spoken() {
        return "Forward KL " + amount(forward) + ", reverse KL " + amount(reverse) + ".";
    }
}
