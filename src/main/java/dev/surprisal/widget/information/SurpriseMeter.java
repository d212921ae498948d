package dev.surprisal.widget.information;

import dev.surprisal.math.information.Entropy;
import dev.surprisal.math.information.Units;
import dev.surprisal.widget.Calculator;
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

/** How surprising an event is, and how surprises of two independent events add up. */
public final class SurpriseMeter extends Calculator {

    private static final List<Preset> PRESETS = List.of(
            new Preset("birthday", "Born on a Monday, and in May", State.of("bits", 1.0 / 7, 1.0 / 12)),
            new Preset("snow", "Snow where it is common, and where it is not", State.of("bits", 0.5, 1e-6)),
            new Preset("token", "A token out of 50,000, and a coin", State.of("bits", 1.0 / 50_000, 0.5)),
            new Preset("sunrise", "The sun rises, and rises again", State.of("bits", 0.999999, 0.999999)),
            new Preset("certain", "A certain event and an impossible one", State.of("bits", 1, 0)));

    private static final Range ONE_IN =
            new Range(1, 1e300, Range.Kind.ANY, "One in how many? Enter a number from 1 to 1e300.");

    /** Surprises beyond stand at the upper edge of the picture. */
    private static final double HIGHEST_BITS = 8;

    public SurpriseMeter() {
        super("surprise", "Surprise meter", List.of(WordChoice.of("unit", "Unit", "bits", "nats", "dits")), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "probability",
                        "Two independent events",
                        Role.P,
                        "",
                        List.of(
                                new Input("p1", "*p*₁", Range.PROBABILITY, 0, 1, 0.01),
                                new Input("p2", "*p*₂", Range.PROBABILITY, 0, 1, 0.01))),
                new Section(
                        "odds",
                        "The same as “one in …”",
                        Role.PLAIN,
                        "",
                        List.of(
                                new Input("n1", "1 in", ONE_IN, 1, 100, 1),
                                new Input("n2", "1 in", ONE_IN, 1, 100, 1))));
    }

    @Override
    protected int countOf(State state) {
        return 2;
    }

    @Override
    protected double value(State state, String control) {
        double p = state.number(control.endsWith("1") ? 0 : 1);
        // The longest odds that the field takes stand for an impossible event
        return control.startsWith("p") ? p : Math.min(1e300, 1 / p);
    }

    @Override
    protected State changed(State state, String control, double value) {
        return state.with(control.endsWith("1") ? 0 : 1, control.startsWith("p") ? value : 1 / value);
    }

    @Override
    public Outcome result(State state) {
        return new Meter(state).result();
    }

    /** The numbers of one state. */
    private static final class Meter {
        private final String unit;
        private final double[] p;
        private final double[] surprises;
        private final double both;

        Meter(State state) {
            unit = state.words().getFirst();
            p = new double[] {state.number(0), state.number(1)};
            surprises = new double[] {surprise(p[0]), surprise(p[1])};
            // Not from p1 p2, which is 0 for two events of 1e-200
            both = surprises[0] + surprises[1];
        }

        private double surprise(double probability) {
            double nats = Entropy.surprisalNats(probability);
            return switch (unit) {
                case "bits" -> Units.bitsFromNats(nats);
                case "dits" -> Units.ditsFromNats(nats);
                default -> nats;
            };
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            readout("I(*p*₁)", "first surprise", surprises[0], p[0], Role.P),
                            readout("I(*p*₂)", "second surprise", surprises[1], p[1], Role.P)),
                    List.of(
                            readout("I(*p*₁) + I(*p*₂)", "sum of both", both, Math.min(p[0], p[1]), Role.PLAIN),
                            new Readout("*p*₁ *p*₂", "probability of both", p[0] * p[1], "", Role.PLAIN),
                            readout("I(*p*₁ *p*₂)", "surprise of both", surprise(p[0] * p[1]), p[0] * p[1], Role.PLAIN),
                            coins(0),
                            coins(1)),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Surprises " + amount(surprises[0]) + " and " + amount(surprises[1]) + ", together " + amount(both)
                            + ".");
        }

        private Readout readout(String label, String name, double value, double probability, Role role) {
            return new Readout(label, name, value, probability == 0 ? "an impossible event" : unit, role);
        }

        private Readout coins(int i) {
            double bits = Units.bitsFromNats(Entropy.surprisalNats(p[i]));
            String which = i == 0 ? "first" : "second";
            return new Readout(
                    "−log₂ *p*" + (i == 0 ? "₁" : "₂"),
                    "fair coins, all heads, as surprising as the " + which,
                    bits,
                    p[i] == 0 ? "" : "coins",
                    Role.PLAIN);
        }

        private Picture picture() {
            double top = surprise(1 / 256.0);
            var curve = Line.of(0, 1, 201, x -> Math.min(top * 1.1, surprise(Math.max(x, 1e-300))));
            var handles = new ArrayList<Picture.Handle>();
            var curves = new ArrayList<Picture.Curve>();
            curves.add(new Picture.Curve("surprise, in " + unit, Role.P, Picture.Stroke.THIN, curve));
            for (int i = 0; i < 2; i++) {
                double y = Math.min(top, surprises[i]);
                curves.add(new Picture.Curve("", Role.PLAIN, Picture.Stroke.FAINT, Line.between(p[i], 0, p[i], y)));
                handles.add(new Picture.Handle("p" + (i + 1), "p" + (i + 1), Role.P, p[i], y));
            }
            return new Picture.Graph(
                    new Picture.Axes(0, 1, 0, top),
                    "probability",
                    curves,
                    List.of(),
                    handles,
                    "The curve of −log p falls from infinity at p = 0 to 0 at p = 1; at " + Figures.ratio(p[0])
                            + " it is "
                            + amount(surprises[0]) + ", at " + Figures.ratio(p[1]) + " it is " + amount(surprises[1])
                            + ".");
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            rows.add(row("first event", p[0], surprises[0]));
            rows.add(row("second event", p[1], surprises[1]));
            return new Table(
                    "Probabilities multiply, surprises add, in " + unit,
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column("probability", Role.P),
                            new Table.Column("surprise", Role.PLAIN, unit)),
                    rows,
                    List.of(row("both", p[0] * p[1], both)));
        }

        private static Table.Row row(String label, double probability, double surprise) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(label),
                            new Table.Cell.Ratio(probability),
                            new Table.Cell.Amount(surprise)),
                    false);
        }

        private String words() {
            return "An event of probability " + Figures.ratio(p[0]) + " is worth " + amount(surprises[0])
                    + " of surprise, one of probability " + Figures.ratio(p[1]) + " is worth " + amount(surprises[1])
                    + ". If they are independent, both happen with probability " + Figures.ratio(p[0] * p[1])
                    + ", and the surprises add up to " + amount(both) + ".";
        }

        private String amount(double surprise) {
            return surprise == Double.POSITIVE_INFINITY ? "an infinite amount" : Figures.amount(surprise) + " " + unit;
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            for (int i = 0; i < 2; i++) {
                if (p[i] == 0) {
                    notes.add("+∞: an impossible event. No number of coins is as surprising.");
                } else if (p[i] == 1) {
                    notes.add("A certain event is no surprise: its probability 1 is worth 0 " + unit + ".");
                } else if (Units.bitsFromNats(Entropy.surprisalNats(p[i])) > HIGHEST_BITS) {
                    notes.add("The curve goes on far above the picture; the dot for " + Figures.ratio(p[i])
                            + " stands at its upper edge.");
                }
            }
            if (p[0] > 0 && p[1] > 0 && p[0] * p[1] == 0) {
                notes.add("The product of the probabilities is too small for a computer’s number and shows as 0;"
                        + " the sum of the surprises is not.");
            }
            return notes;
        }
    }
}
