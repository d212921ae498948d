package dev.surprisal.widget.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/** A coin p and all coins q that could be its model: both directions of KL as curves over q. */
public final class CoinDirections extends Calculator {

    private static final List<Preset> PRESETS = List.of(
            preset("fair", "A fair coin, a model that leans", 0.5, 0.7),
            preset("rare", "Heads are rare", 0.1, 0.3),
            preset("never", "A model that rules heads out", 0.5, 0),
            preset("certain", "A coin that always shows heads", 1, 0.8),
            preset("equal", "The right model", 0.3, 0.3));

    private static final int POINTS = 200;

    /** In nats: the axis shows at least and at most so much. */
    private static final double LEAST_TOP = 2;

    private static final double LARGEST_TOP = 4;

    public CoinDirections() {
        super(
                "kl-coin",
                "A coin and its models",
                List.of(WordChoice.of("unit", "Unit", Unit.NATS.plural(), Unit.BITS.plural())),
                PRESETS);
    }

    private static Preset preset(String name, String label, double... numbers) {
        return new Preset(name, label, State.of(Unit.NATS.plural(), numbers));
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "p",
                        "*p*, the data",
                        Role.P,
                        "",
                        List.of(new Input("p", "*p*(heads)", Range.PROBABILITY, 0, 1, 0.01))),
                new Section(
                        "q",
                        "*q*, the model",
                        Role.Q,
                        "",
                        List.of(new Input("q", "*q*(heads)", Range.PROBABILITY, 0, 1, 0.01))));
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(new Action("swap", "Swap *p* and *q*", state.number(0) != state.number(1)));
    }

    @Override
    protected State pressed(State state, String control) {
        if (!control.equals("swap")) {
            throw noControl(control);
        }
        return state.with(0, state.number(1)).with(1, state.number(0));
    }

    @Override
    public Outcome result(State state) {
        return new Coins(state).result();
    }

    /** The numbers of one state. */
    private static final class Coins {
        private final Unit unit;
        private final double p;
        private final double q;
        private final double forward;
        private final double reverse;

        Coins(State state) {
            unit = Unit.named(state.words().getFirst());
            p = state.number(0);
            q = state.number(1);
            forward = forwardAt(q);
            reverse = reverseAt(q);
        }

        private double forwardAt(double model) {
            return unit.of(Divergence.klNatsOfCoins(p, model));
        }

        private double reverseAt(double model) {
            return unit.of(Divergence.klNatsOfCoins(model, p));
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            amount("KL(*p* ‖ *q*)", "forward KL", forward, Role.FORWARD),
                            amount("KL(*q* ‖ *p*)", "reverse KL", reverse, Role.REVERSE)),
                    List.of(
                            end("−" + unit.logarithm() + "(1 − *p*)", "reverse KL at q = 0", 0, "tails"),
                            end("−" + unit.logarithm() + " *p*", "reverse KL at q = 1", 1, "heads")),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Forward KL " + told(forward) + ", reverse KL " + told(reverse) + ".");
        }

        private Readout amount(String label, String name, double value, Role role) {
            return new Readout(label, name, value, value < Double.POSITIVE_INFINITY ? unit.plural() : "", role);
        }

        /** What the reverse KL comes to for a model that is sure of one side. */
        private Readout end(String label, String name, double model, String side) {
            double value = reverseAt(model);
            return new Readout(
                    label,
                    name,
                    value,
                    value < Double.POSITIVE_INFINITY ? unit.plural() : "as *p* never shows " + side,
                    Role.REVERSE);
        }

        private String told(double value) {
            return value < Double.POSITIVE_INFINITY ? Figures.amount(value) + " " + unit.plural() : "infinite";
        }

        /** High enough for both ends of the reverse KL where that leaves the rest readable. */
        private double top() {
            double ends = Math.max(-Elementary.log(Math.max(p, 1e-9)), -Elementary.log(Math.max(1 - p, 1e-9)));
            return unit.of(Math.max(LEAST_TOP, Math.min(LARGEST_TOP, 1.1 * ends)));
        }

        private Picture picture() {
            double top = top();
            return new Picture.Graph(
                    new Picture.Axes(0, 1, 0, top),
                    "*q*(heads)",
                    List.of(
                            new Curve("", Role.P, Stroke.THIN, Line.between(p, 0, p, top)),
                            new Curve("forward KL", Role.FORWARD, Stroke.MAIN, curve(true)),
                            new Curve("reverse KL", Role.REVERSE, Stroke.MAIN, curve(false))),
                    List.of(
                            new Mark(Mark.Shape.BEST, Role.FORWARD, q, forward),
                            new Mark(Mark.Shape.BEST, Role.REVERSE, q, reverse)),
                    List.of(new Picture.Handle("p", "p", Role.P, p, top), new Picture.Handle("q", "q", Role.Q, q, 0)),
                    "Two curves over all models q: the forward and the reverse KL, both 0 at q = " + Figures.ratio(p)
                            + ". At q = " + Figures.ratio(q) + " they are " + told(forward) + " and " + told(reverse)
                            + ".");
        }

        /** From q = 0 to 1; an infinite value lies just beyond whatever the picture shows. */
        private Line curve(boolean forwards) {
            double beyond = 10 * unit.of(LARGEST_TOP);
            return Line.of(0, 1, POINTS + 1, model -> Math.min(beyond, forwards ? forwardAt(model) : reverseAt(model)));
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (double model : new double[] {0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1}) {
                rows.add(row(Figures.ratio(model), model));
            }
            return new Table(
                    "Some models, KL in " + unit.plural(),
                    List.of(
                            new Table.Column("*q*(heads)", Role.Q),
                            new Table.Column("KL(*p* ‖ *q*)", Role.FORWARD, unit.plural()),
                            new Table.Column("KL(*q* ‖ *p*)", Role.REVERSE, unit.plural())),
                    rows,
                    List.of(row("yours: " + Figures.ratio(q), q)));
        }

        private Table.Row row(String name, double model) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Amount(forwardAt(model)),
                            new Table.Cell.Amount(reverseAt(model))),
                    false);
        }

        private String words() {
            String start = "The coin shows heads with probability *p* = " + Figures.ratio(p)
                    + ", and the model says *q* = " + Figures.ratio(q) + ". ";
            if (p == q) {
                return start + "The model is right, and KL is 0 in both directions.";
            }
            return start + "The forward KL is " + told(forward) + ", the reverse KL " + told(reverse)
                    + ". Towards *q* = 0 the forward KL "
                    + (p > 0 ? "grows without limit" : "falls to 0") + ", while the reverse KL "
                    + (p > 0 && p < 1 ? "goes to " + told(reverseAt(0)) : "is infinite for every model but *p* itself")
                    + ".";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (forward == Double.POSITIVE_INFINITY) {
                notes.add("KL(*p* ‖ *q*) = +∞: *p* puts mass on " + (q == 0 ? "heads" : "tails")
                        + ", to which *q* gives probability 0.");
            }
            if (reverse == Double.POSITIVE_INFINITY) {
                notes.add("KL(*q* ‖ *p*) = +∞: *q* puts mass on " + (p == 0 ? "heads" : "tails")
                        + ", to which *p* gives probability 0.");
            }
            return notes;
        }
    }
}
