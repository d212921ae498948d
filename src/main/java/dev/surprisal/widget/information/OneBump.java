package dev.surprisal.widget.information;

import dev.surprisal.math.LogSpace;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.widget.Decimals;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** Five outcomes in a row and a model that has one bump: where each direction of KL wants it. */
public final class OneBump extends RowsCalculator {

    private static final int COUNT = 5;

    private static final double MIDDLE = 3;

    /** So many squares of its width beyond the ends a bump gives all but a billionth to one outcome. */
    private static final double FAR = 20;

    /** Narrower bumps leave probabilities that no double holds. */
    private static final Range WIDTH = Range.positive(0.15, 100);

    private static final Range CENTRE = new Range(0, 6, Range.Kind.ANY, "Enter a number between 0 and 6.");

    private static final List<Row> ROWS = List.of(Row.ofShares("p", "*p*, the data", "*p*", Role.P));

    private static final List<Section> BESIDES = List.of(new Section(
            "bump",
            "The bump *q*",
            Role.Q,
            "",
            List.of(
                    new Input("c", "centre *c*", CENTRE, 1, 5, 0.05),
                    new Input("w", "width *w*", WIDTH, 0.2, 5, 0.05))));

    private static final List<Preset> PRESETS = List.of(
            Preset.of("ends", "Two ends, a bump between", 0.4, 0.08, 0.04, 0.08, 0.4, 3, 1.5),
            Preset.of("one-end", "A narrow bump on one end", 0.4, 0.08, 0.04, 0.08, 0.4, 1, 0.5),
            Preset.of("flat", "As good as flat", 0.4, 0.08, 0.04, 0.08, 0.4, 3, 5),
            Preset.of("heavy", "One end is heavier", 0.6, 0.1, 0.05, 0.05, 0.2, 2, 1.5),
            Preset.of("hump", "Data with one hump", 0.1, 0.2, 0.4, 0.2, 0.1, 2, 1));

    private static final int POINTS = 121;
    private static final double TOP = 6;

    public OneBump() {
        super("kl-bump", "One bump on five outcomes", List.of(), PRESETS, COUNT, COUNT);
    }

    @Override
    List<Row> rows(State state) {
        return ROWS;
    }

    @Override
    List<Section> besides(State state) {
        return BESIDES;
    }

    @Override
    String outcome(int k) {
        return Integer.toString(k + 1);
    }

    /** The bump is moved along its curves, the bars of p are dragged upwards. */
    @Override
    protected State dragged(State state, String control, double x, double y) {
        return control.equals("c") ? slid(state, "c", x) : super.dragged(state, control, x, y);
    }

    @Override
    Outcome shown(State state) {
        return new Fit(state).result();
    }

    /** The numbers of one state. */
    private final class Fit {
        private final double[] p;
        private final double centre;
        private final double width;
        private final double[] q;
        private final double forward;
        private final double reverse;

        Fit(State state) {
            p = array(state, 0);
            centre = besides(state, 0);
            width = besides(state, 1);
            q = bump(centre);
            forward = Divergence.klNats(p, q);
            reverse = Divergence.klNats(q, p);
        }

        /** Probabilities in proportion to exp(−(k − c)²/2w²). */
        private double[] bump(double at) {
            var logits = new double[COUNT];
            for (int k = 0; k < COUNT; k++) {
                double apart = (k + 1 - at) / width;
                logits[k] = -0.5 * apart * apart;
            }
            return LogSpace.softmax(logits);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            nats("KL(*p* ‖ *q*)", "forward KL", forward, Role.FORWARD),
                            nats("KL(*q* ‖ *p*)", "reverse KL", reverse, Role.REVERSE)),
                    List.of(),
                    bars(),
                    table(),
                    words(),
                    notes(),
                    "Forward KL " + told(forward) + ", reverse KL " + told(reverse) + ".",
                    List.of(new Figure("centres", centres())),
                    true);
        }

        private static Readout nats(String label, String name, double value, Role role) {
            return new Readout(label, name, value, value < Double.POSITIVE_INFINITY ? "nats" : "", role);
        }

        private static String told(double nats) {
            return nats < Double.POSITIVE_INFINITY ? Figures.amount(nats) + " nats" : "infinite";
        }

        private Picture bars() {
            var alternative = new StringBuilder("Bars of the data and of the bump.");
            for (int k = 0; k < COUNT; k++) {
                alternative
                        .append(' ')
                        .append(outcome(k))
                        .append(": ")
                        .append(Figures.ratio(p[k]))
                        .append(" and ");
                alternative.append(Figures.ratio(q[k])).append('.');
            }
            return new Picture.Bars(
                    outcomes(COUNT),
                    List.of(RowsCalculator.bars("*p*", Role.P, p, "p"), RowsCalculator.bars("*q*", Role.Q, q, "")),
                    1,
                    alternative.toString());
        }

        /** Both divergences for bumps of this width anywhere. */
        private Picture centres() {
            return new Picture.Graph(
                    new Axes(0, 6, 0, TOP),
                    "centre of a bump of this width",
                    List.of(
                            new Curve("forward KL", Role.FORWARD, Stroke.MAIN, curve(true)),
                            new Curve("reverse KL", Role.REVERSE, Stroke.MAIN, curve(false))),
                    List.of(
                            new Mark(Mark.Shape.BEST, Role.FORWARD, centre, forward),
                            new Mark(Mark.Shape.BEST, Role.REVERSE, centre, reverse)),
                    List.of(new Picture.Handle("c", "c", Role.Q, centre, 0)),
                    "Forward and reverse KL over the centre of the bump: " + told(forward) + " and " + told(reverse)
                            + " at " + Figures.ratio(centre) + ".");
        }

        private Line curve(boolean forwards) {
            return Line.of(0, 6, POINTS, at -> {
                // What is infinite lies just beyond whatever the picture shows
                return Math.min(10 * TOP, divergence(forwards, at));
            });
        }

        private double divergence(boolean forwards, double at) {
            double[] there = bump(at);
            return forwards ? Divergence.klNats(p, there) : Divergence.klNats(there, p);
        }

        private Table table() {
            double[] one = Divergence.klContributionsNats(p, q);
            double[] other = Divergence.klContributionsNats(q, p);
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k < COUNT; k++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(outcome(k)),
                                new Table.Cell.Ratio(p[k]),
                                new Table.Cell.Amount(q[k]),
                                new Table.Cell.Amount(one[k]),
                                new Table.Cell.Amount(other[k])),
                        false));
            }
            return new Table(
                    "Term by term, in nats",
                    List.of(
                            new Table.Column("outcome", Role.PLAIN),
                            new Table.Column("*p*", Role.P),
                            new Table.Column("*q*", Role.Q),
                            new Table.Column("*p* ln(*p* / *q*)", Role.FORWARD, "nats"),
                            new Table.Column("*q* ln(*q* / *p*)", Role.REVERSE, "nats")),
                    rows,
                    List.of());
        }

        private String words() {
            String reverseLikes = likes(best(false));
            return "A bump with the centre " + Figures.ratio(centre) + " and the width " + Figures.ratio(width)
                    + " gives the five outcomes " + vector() + ". The forward KL is " + told(forward)
                    + ", the reverse KL "
                    + told(reverse) + ". Of all bumps of this width the forward KL " + likes(best(true))
                    + (reverseLikes.isEmpty() ? "." : ", and the reverse KL " + reverseLikes + ".");
        }

        private List<Double> best(boolean forwards) {
            return BestCentres.of(at -> divergence(forwards, at), MIDDLE, MIDDLE - 1 + FAR * width * width);
        }

        /** The best centres in words; nothing where there are none. */
        private static String likes(List<Double> best) {
            if (best.isEmpty()) {
                return "";
            }
            if (Double.isInfinite(best.getFirst())) {
                return "likes each one better than the last, the further " + (best.getFirst() < 0 ? "left" : "right")
                        + " it lies";
            }
            var names = new StringBuilder();
            boolean outside = true;
            for (int i = 0; i < best.size(); i++) {
                double centre = 0 + Decimals.toStep(best.get(i), 0.01);
                outside &= centre < CENTRE.least() || centre > CENTRE.most();
                names.append(i == 0 ? "" : i == best.size() - 1 ? " and " : ", ")
                        .append(Figures.ratio(centre));
            }
            return "likes " + (best.size() == 1 ? "the one at " : "those at ") + names + " best"
                    + (outside ? ", outside the picture" : "");
        }

        private String vector() {
            var rounded = new ArrayList<Double>();
            for (double value : q) {
                rounded.add(value);
            }
            return Figures.vector(rounded);
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            for (double share : p) {
                if (share == 0) {
                    notes.add(
                            "KL(*q* ‖ *p*) = +∞: *q* puts mass on an outcome to which *p* gives probability 0. A bump is"
                                    + " nowhere 0, however narrow.");
                    break;
                }
            }
            return notes;
        }
    }
}
