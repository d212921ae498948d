package dev.surprisal.widget.probability;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Decimals;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** How probable some tosses in a given order are for one coin after another: p^h (1-p)^t and its logarithm, in nats. */
public final class CoinLikelihood extends Calculator {

    private static final String LOGARITHM = "log-likelihood";

    private static final int P = 0;
    private static final int HEADS = 1;
    private static final int TAILS = 2;

    private static final int MOST = 5000;
    private static final int POINTS = 201;

    /** How far below its top the curve of the logarithm is drawn. */
    private static final double DEPTH = 8;

    private static final List<Preset> PRESETS = List.of(
            preset("hth", "Heads, tails, heads", 0.7, 2, 1),
            preset("ten", "Six heads, four tails", 0.5, 6, 4),
            preset("three-heads", "Three heads, no tails", 0.8, 3, 0),
            preset("many", "Sixty heads, forty tails", 0.5, 60, 40),
            preset("underflow", "Too small for a computer", 0.5, 600, 500));

    public CoinLikelihood() {
        super(
                "coin-likelihood",
                "A coin and its tosses",
                List.of(WordChoice.of("view", "Curve", "likelihood", LOGARITHM)),
                PRESETS);
    }

    private static Preset preset(String name, String label, double p, int heads, int tails) {
        return new Preset(name, label, State.of("likelihood", p, heads, tails));
    }

    @Override
    protected List<Section> sections(State state) {
        Range count = Range.count(0, MOST);
        return List.of(
                new Section(
                        "coin",
                        "The coin",
                        Role.P,
                        "",
                        List.of(new Input("p", "*p*, heads", Range.PROBABILITY, 0, 1, 0.01))),
                new Section(
                        "tosses",
                        "The tosses",
                        Role.PLAIN,
                        "",
                        List.of(
                                new Input("heads", "heads", count, 0, 20, 1),
                                new Input("tails", "tails", count, 0, 20, 1))));
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(
                new Action("head", "One more head", state.number(HEADS) < MOST),
                new Action("tail", "One more tail", state.number(TAILS) < MOST));
    }

    @Override
    protected State pressed(State state, String control) {
        int toss = switch (control) {
            case "head" -> HEADS;
            case "tail" -> TAILS;
            default -> throw noControl(control);
        };
        return state.with(toss, Math.min(MOST, state.number(toss) + 1));
    }

    @Override
    public Outcome result(State state) {
        return new Tosses(state).result();
    }

    /** The numbers of one state. */
    private static final class Tosses {
        private final boolean logarithm;
        private final double p;
        private final double heads;
        private final double tails;
        private final double likelihood;
        private final double log;

        /** The share of heads; 1/2 while there are no tosses, where every coin is as good. */
        private final double share;

        private final double logAtShare;

        Tosses(State state) {
            logarithm = state.words().getFirst().equals(LOGARITHM);
            p = state.number(P);
            heads = state.number(HEADS);
            tails = state.number(TAILS);
            likelihood = Elementary.pow(p, heads) * Elementary.pow(1 - p, tails);
            log = log(p);
            share = count() == 0 ? 0.5 : heads / count();
            logAtShare = log(share);
        }

        private double count() {
            return heads + tails;
        }

        private double log(double coin) {
            return 0 + LogSpace.xLogY(heads, coin) + LogSpace.xLog1pY(tails, -coin);
        }

        /** What the curve shows, the largest value being 1 or, of the logarithm, 0. */
        private double height(double coin) {
            double below = log(coin) - logAtShare;
            return logarithm ? Math.max(-2 * DEPTH, below) : Elementary.exp(below);
        }

        private boolean isImpossible() {
            return log == Double.NEGATIVE_INFINITY;
        }

        Outcome result() {
            var readouts = new ArrayList<Readout>();
            readouts.add(new Readout("−ln *L*(*p*)", "NLL, summed", 0 - log, isImpossible() ? "" : "nats", Role.PLAIN));
            if (count() > 0) {
                double mean = 0 - log / count();
                readouts.add(new Readout("NLL / *N*", "NLL per toss", mean, isImpossible() ? "" : "nats", Role.PLAIN));
                readouts.add(new Readout("*h* / *N*", "share of heads, the best p", share, "", Role.PLAIN));
                readouts.add(new Readout(
                        "*H*(*h* / *N*)",
                        "entropy of the shares",
                        Entropy.entropyNats(new Bernoulli(share)),
                        "nats",
                        Role.PLAIN));
                readouts.add(new Readout(
                        "*L*(*p*) / *L*(*h* / *N*)",
                        "likelihood, as a share of the largest",
                        Elementary.exp(log - logAtShare),
                        "",
                        Role.PLAIN));
            }
            readouts.add(new Readout("*p*(1 − *p*)", "variance of a toss", p * Decimals.complement(p), "", Role.P));
            return new Outcome.Result(
                    List.of(
                            new Readout("*L*(*p*)", "likelihood of p", likelihood, "", Role.P),
                            new Readout(
                                    "ln *L*(*p*)", "log-likelihood of p", log, isImpossible() ? "" : "nats", Role.P)),
                    readouts,
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Likelihood " + Figures.amount(likelihood) + ", log-likelihood " + Figures.amount(log) + ".");
        }

        private Picture picture() {
            double bottom = logarithm ? -DEPTH : 0;
            double top = logarithm ? 0.6 : 1.08;
            var curve = Line.of(0, 1, POINTS, this::height);
            double here = Math.max(bottom, height(p));
            var marks = new ArrayList<Picture.Mark>();
            if (count() > 0) {
                marks.add(new Picture.Mark(Picture.Mark.Shape.BEST, Role.PLAIN, share, height(share)));
            }
            return new Picture.Graph(
                    new Picture.Axes(0, 1, bottom, top),
                    "*p*",
                    List.of(
                            new Picture.Curve(
                                    logarithm ? "ln L, less its largest value" : "L, as a share of its largest value",
                                    Role.LIKELIHOOD,
                                    Picture.Stroke.MAIN,
                                    curve),
                            new Picture.Curve("", Role.PLAIN, Picture.Stroke.FAINT, Line.between(p, bottom, p, here))),
                    marks,
                    List.of(new Picture.Handle("p", "p", Role.P, p, here)),
                    "The " + (logarithm ? LOGARITHM : "likelihood") + " of each coin from 0 to 1"
                            + (count() == 0
                                    ? ", flat without tosses."
                                    : ", highest at " + Figures.ratio(share) + ". At " + Figures.ratio(p)
                                            + " the likelihood is " + Figures.amount(Elementary.exp(log - logAtShare))
                                            + " of the largest."));
        }

        private Table table() {
            return new Table(
                    "What each outcome contributes",
                    List.of(
                            new Table.Column("outcome", Role.PLAIN),
                            new Table.Column("probability", Role.P),
                            new Table.Column("times", Role.PLAIN),
                            new Table.Column("factor of the likelihood", Role.PLAIN),
                            new Table.Column("term of the log-likelihood", Role.PLAIN, "nats")),
                    List.of(
                            row("heads", p, heads, LogSpace.xLogY(heads, p)),
                            row("tails", Decimals.complement(p), tails, LogSpace.xLog1pY(tails, -p))),
                    List.of(new Table.Row(
                            List.of(
                                    new Table.Cell.Words("together"),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Ratio(count()),
                                    new Table.Cell.Amount(likelihood),
                                    new Table.Cell.Amount(log)),
                            false)));
        }

        private static Table.Row row(String outcome, double probability, double times, double term) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(outcome),
                            new Table.Cell.Ratio(probability),
                            new Table.Cell.Ratio(times),
                            new Table.Cell.Amount(Elementary.pow(probability, times)),
                            new Table.Cell.Amount(0 + term)),
                    term == Double.NEGATIVE_INFINITY);
        }

        private String words() {
            String tosses = Figures.ratio(heads)
                    + (heads == 1 ? " head and " : " heads and ")
                    + Figures.ratio(tails)
                    + (tails == 1 ? " tail" : " tails");
            if (count() == 0) {
                return "Without tosses every coin explains what was seen equally well: the likelihood is 1.";
            }
            if (isImpossible()) {
                return "A coin with *p* = " + Figures.ratio(p) + " cannot show " + tosses
                        + ": the likelihood is 0 and the log-likelihood is minus infinity.";
            }
            return "A coin with *p* = " + Figures.ratio(p) + " shows these " + tosses
                    + ", in exactly the order in which they came, with probability " + Figures.amount(likelihood)
                    + ". The logarithm is " + Figures.amount(log) + " nats. The best coin has *p* = "
                    + Figures.ratio(share) + ", and its log-likelihood is " + Figures.amount(0 + logAtShare) + " nats.";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (isImpossible()) {
                notes.add("This coin calls the tosses impossible: it gives probability 0 to a side that was seen.");
            } else if (likelihood == 0) {
                notes.add("The likelihood is below the smallest number a computer has and shows as 0. Its logarithm is"
                        + " an ordinary number.");
            }
            return notes;
        }
    }
}
