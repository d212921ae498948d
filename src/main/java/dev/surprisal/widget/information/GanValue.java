package dev.surprisal.widget.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.variational.AdversarialGame;
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
 * The game of a GAN over a few outcomes: what a discriminator earns against data p and made-up outcomes q, the best one
 * or one's own, and how the best one leads to the Jensen–Shannon divergence.
 */
public final class GanValue extends RowsCalculator {

    private static final int P = 0;
    private static final int Q = 1;
    private static final int D = 2;

    private static final String BEST = "best";
    private static final String OWN = "own";

    private static final WordChoice DISCRIMINATOR = new WordChoice(
            "discriminator",
            "Discriminator",
            Choice.Style.SWITCH,
            List.of(new Option(BEST, "the best one"), new Option(OWN, "your own")));

    private static final Row DATA = Row.ofShares("p", "*p*, the data", "*p*", Role.P);
    private static final Row MADE = Row.ofShares("q", "*q*, the generator", "*q*", Role.Q);
    private static final Row JUDGE = new Row(
            "d",
            "*D*, how sure it is of data",
            "*D*",
            Role.LIKELIHOOD,
            false,
            new Range(0, 1, Range.Kind.ANY, "A probability lies between 0 and 1."),
            0,
            1,
            0.01);

    private static final List<Preset> PRESETS = List.of(
            preset("leaning", "A generator that leans", BEST, 0.5, 0.5, 0.7, 0.3),
            preset("equal", "Not to be told apart", BEST, 0.5, 0.3, 0.2, 0.5, 0.3, 0.2),
            preset("disjoint", "Nothing in common", BEST, 0.5, 0.5, 0, 0, 0, 0, 0.4, 0.6),
            preset("dropped", "One outcome dropped", BEST, 0.4, 0.4, 0.2, 0.5, 0.5, 0),
            preset("lazy", "A judge that always says one half", OWN, 0.6, 0.3, 0.1, 0.2, 0.3, 0.5, 0.5, 0.5, 0.5));

    private static final double LN_4 = 1.3862943611198906;

    public GanValue() {
        super("gan-value", "The value of the game", List.of(DISCRIMINATOR), PRESETS, Probabilities.FEWEST, 6);
    }

    private static Preset preset(String name, String label, String judge, double... numbers) {
        return new Preset(name, label, State.of(judge, numbers));
    }

    private static boolean isOwn(State state) {
        return state.words().getFirst().equals(OWN);
    }

    @Override
    List<Row> rows(State state) {
        return isOwn(state) ? List.of(DATA, MADE, JUDGE) : List.of(DATA, MADE);
    }

    @Override
    List<Section> besides(State state) {
        return List.of();
    }

    /** One's own begins as the best one, rounded to what a slider can do. */
    @Override
    protected State chosen(State state, int choice, String word) {
        State chosen = super.chosen(state, choice, word);
        if (isOwn(chosen) == isOwn(state)) {
            return chosen;
        }
        int size = size(state);
        var numbers = new ArrayList<>(state.numbers().subList(0, 2 * size));
        for (int k = 0; isOwn(chosen) && k < size; k++) {
            double sum = state.number(k) + state.number(size + k);
            numbers.add(sum > 0 ? Math.floor(100 * (state.number(k) / sum) + 0.5) / 100 : 0.5);
        }
        return new State(chosen.words(), numbers);
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
    Outcome shown(State state) {
        return new Game(state).result();
    }

    /** The numbers of one state. */
    private final class Game {
        private final boolean own;
        private final double[] p;
        private final double[] q;
        private final double[] best;
        private final double[] judge;
        private final double value;
        private final double bestValue;
        private final double js;

        Game(State state) {
            own = isOwn(state);
            p = array(state, P);
            q = array(state, Q);
            best = AdversarialGame.bestDiscriminator(p, q);
            judge = own ? array(state, D) : best;
            js = Divergence.jsNats(p, q);
            bestValue = AdversarialGame.bestValueNats(p, q);
            value = own ? AdversarialGame.valueNats(p, q, judge) : bestValue;
        }

        Outcome result() {
            var readouts = new ArrayList<Readout>();
            if (own) {
                readouts.add(nats("*V*(best *D*)", "value of the best discriminator", bestValue, Role.PLAIN));
            }
            readouts.add(nats("2 JS − ln 4", "from the divergence", 2 * js - LN_4, Role.PLAIN));
            readouts.add(nats(
                    "Jeffreys / 2",
                    "the symmetrised KL, another thing",
                    Divergence.jeffreysNats(p, q) / 2,
                    Role.PLAIN));
            readouts.add(nats("KL(*p* ‖ *q*)", "forward KL", Divergence.klNats(p, q), Role.FORWARD));
            readouts.add(nats("KL(*q* ‖ *p*)", "reverse KL", Divergence.klNats(q, p), Role.REVERSE));
            return new Outcome.Result(
                    List.of(
                            nats("*V*(*D*)", own ? "value of your judge" : "value of the game", value, Role.LIKELIHOOD),
                            nats("JS(*p*, *q*)", "Jensen–Shannon divergence", js, Role.PLAIN)),
                    readouts,
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Value " + told(value) + ", Jensen–Shannon divergence " + told(js) + ".");
        }

        private Readout nats(String label, String name, double value, Role role) {
            return new Readout(label, name, value, Math.abs(value) < Double.POSITIVE_INFINITY ? "nats" : "", role);
        }

        private String told(double nats) {
            return nats == Double.NEGATIVE_INFINITY ? "minus infinity" : Figures.amount(nats) + " nats";
        }

        private Picture picture() {
            var alternative = new StringBuilder("Bars of data, generator and discriminator.");
            for (int k = 0; k < p.length; k++) {
                alternative
                        .append(' ')
                        .append(outcome(k))
                        .append(": ")
                        .append(Figures.ratio(p[k]))
                        .append(", ");
                alternative
                        .append(Figures.ratio(q[k]))
                        .append(" and ")
                        .append(Figures.ratio(judge[k]))
                        .append('.');
            }
            return new Picture.Bars(
                    outcomes(p.length),
                    List.of(
                            bars("*p*", Role.P, p, "p"),
                            bars("*q*", Role.Q, q, "q"),
                            bars("*D*", Role.LIKELIHOOD, judge, own ? "d" : "")),
                    1,
                    alternative.toString());
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k < p.length; k++) {
                double one = p[k] == 0 ? 0 : p[k] * Elementary.log(judge[k]);
                double other = q[k] == 0 ? 0 : q[k] * Elementary.log1p(-judge[k]);
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(outcome(k)),
                                new Table.Cell.Ratio(p[k]),
                                new Table.Cell.Ratio(q[k]),
                                new Table.Cell.Amount(best[k]),
                                new Table.Cell.Amount(judge[k]),
                                new Table.Cell.Amount(one),
                                new Table.Cell.Amount(other)),
                        one + other == Double.NEGATIVE_INFINITY));
            }
            return new Table(
                    "What the discriminator earns, in nats",
                    List.of(
                            new Table.Column("outcome", Role.PLAIN),
                            new Table.Column("*p*", Role.P),
                            new Table.Column("*q*", Role.Q),
                            new Table.Column("best *D*", Role.PLAIN),
                            new Table.Column(own ? "your *D*" : "*D*", Role.LIKELIHOOD),
                            new Table.Column("*p* ln *D*", Role.P, "nats"),
                            new Table.Column("*q* ln(1 − *D*)", Role.Q, "nats")),
                    rows,
                    List.of());
        }

        private String words() {
            if (own) {
                return "Your discriminator earns " + told(value) + ", the best one " + told(bestValue)
                        + ". The best one says *p* / (*p* + *q*) of each outcome; any other leaves something on the table.";
            }
            return "The best discriminator says *p* / (*p* + *q*) of each outcome and earns " + told(bestValue)
                    + ". That is twice the Jensen–Shannon divergence, " + told(js) + ", less ln 4 = " + told(LN_4)
                    + ": what the generator pushes down.";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (value == Double.NEGATIVE_INFINITY) {
                notes.add("*V* = −∞: the discriminator is certain of an outcome, and wrong.");
            } else if (js == 0) {
                notes.add(
                        "Generator and data agree: the best discriminator can only say one half, and the value is −ln 4,"
                                + " the least it can be.");
            } else if (bestValue == 0) {
                notes.add("The two have nothing in common: the best discriminator is never wrong, and the value is 0.");
            }
            notes.add(
                    "The Jensen–Shannon divergence is not the symmetrised KL. It never exceeds ln 2, while half the sum of"
                            + " both directions has no limit.");
            return notes;
        }
    }
}
