package dev.surprisal.widget.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.variational.RegularisedPolicy;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy that earns rewards and pays β for each nat of KL from a reference: the best one, and below it the loss of direct
 * preference optimisation for one pair of answers.
 */
public final class PolicyTilt extends RowsCalculator {

    private static final int REFERENCE = 0;
    private static final int REWARD = 1;

    private static final int BETA = 0;
    private static final int CHOSEN = 1;
    private static final int REJECTED = 2;

    private static final Range NUMBER = new Range(-100, 100, Range.Kind.ANY, "Enter a number between −100 and 100.");

    private static final List<Row> ROWS = List.of(
            Row.ofShares("ref", "The reference *π*₀", "*π*₀", Role.PRIOR),
            new Row("r", "The rewards *r*", "*r*", Role.LIKELIHOOD, false, NUMBER, -5, 5, 0.1));

    private static final List<Section> BESIDES = List.of(
            new Section(
                    "price",
                    "The price of a nat of KL",
                    Role.PLAIN,
                    "",
                    List.of(new Input("beta", "*β*", Range.positive(0.01, 1000), 0.05, 5, 0.05))),
            new Section(
                    "pair",
                    "A pair of answers for DPO",
                    Role.POSTERIOR,
                    "ln(*π*/*π*₀) of each, whatever the rewards",
                    List.of(
                            new Input("chosen", "preferred", NUMBER, -5, 5, 0.1),
                            new Input("rejected", "the other", NUMBER, -5, 5, 0.1))));

    private static final List<Preset> PRESETS = List.of(
            Preset.of("three", "Three answers", 0.5, 0.3, 0.2, 0, 1, 2, 1, 1.2, -0.8),
            Preset.of("cold", "Cheap KL: the best answer wins", 0.5, 0.3, 0.2, 0, 1, 2, 0.1, 1.2, -0.8),
            Preset.of("hot", "Dear KL: the reference stays", 0.5, 0.3, 0.2, 0, 1, 2, 20, 0.1, 0),
            Preset.of("rare", "The best answer is rare", 0.6, 0.39, 0.01, 0, 1, 4, 1, 0, 2),
            Preset.of("unmoved", "All rewards equal", 0.4, 0.3, 0.2, 0.1, 1, 1, 1, 1, 0.5, 0, 0));

    /** Up to this difference the loss of a pair is drawn. */
    private static final double REACH = 10;

    public PolicyTilt() {
        super("policy-tilt", "Reward, and a leash", List.of(), PRESETS, Probabilities.FEWEST, 8);
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
    protected State dragged(State state, String control, double x, double y) {
        // In the graph below only the difference of the pair is moved
        return control.equals("chosen")
                ? slid(state, "chosen", x + besides(state, REJECTED))
                : super.dragged(state, control, x, y);
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        if (new Probabilities(row(state, REFERENCE)).sumsToOne()) {
            var policy = new ArrayList<Double>();
            for (double probability : new Tilt(state).best) {
                policy.add(probability);
            }
            quantities.add(Quantity.list("policy", policy));
        }
        return quantities;
    }

    @Override
    Outcome shown(State state) {
        return new Tilt(state).result();
    }

    /** The numbers of one state. */
    private final class Tilt {
        private final double[] reference;
        private final double[] rewards;
        private final double beta;
        private final double chosen;
        private final double rejected;
        private final RegularisedPolicy problem;
        private final boolean level;
        private final double[] best;
        private final double reward;
        private final double kl;
        private final double loss;

        Tilt(State state) {
            reference = array(state, REFERENCE);
            rewards = array(state, REWARD);
            beta = besides(state, BETA);
            chosen = besides(state, CHOSEN);
            rejected = besides(state, REJECTED);
            problem = RegularisedPolicy.of(reference, rewards, beta);
            level = isLevel();
            best = level ? reference : problem.optimum();
            reward = problem.expectedReward(best);
            // No divergence is negative, but a sum of rounded terms may be
            kl = level ? 0 : Math.max(0, problem.klToReferenceNats(best));
            loss = RegularisedPolicy.preferenceLossNats(beta, chosen, rejected);
        }

        /** Whether all answers that the reference gives have one reward. */
        private boolean isLevel() {
            int some = 0;
            while (reference[some] == 0) {
                some++;
            }
            for (int k = 0; k < reference.length; k++) {
                if (reference[k] > 0 && rewards[k] != rewards[some]) {
                    return false;
                }
            }
            return true;
        }

        private int possible() {
            int count = 0;
            for (double share : reference) {
                count += share > 0 ? 1 : 0;
            }
            return count;
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            new Readout(
                                    "E[*r*] − *β* KL",
                                    "what the best policy reaches",
                                    problem.bestObjective(),
                                    "",
                                    Role.POSTERIOR),
                            new Readout(
                                    "KL(*π* ‖ *π*₀)", "how far it has moved, reverse KL", kl, "nats", Role.REVERSE)),
                    List.of(
                            new Readout("E[*r*]", "its expected reward", reward, "", Role.LIKELIHOOD),
                            new Readout(
                                    "E₀[*r*]",
                                    "expected reward of the reference",
                                    problem.expectedReward(reference),
                                    "",
                                    Role.PRIOR),
                            new Readout("−ln *σ*(*β* Δ)", "DPO loss of the pair", loss, "nats", Role.POSTERIOR)),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Expected reward " + Figures.amount(reward) + ", KL " + Figures.amount(kl) + " nats.",
                    List.of(new Figure("pair", pair())),
                    true);
        }

        private Picture picture() {
            var alternative = new StringBuilder("Bars of the reference and of the best policy.");
            for (int k = 0; k < best.length; k++) {
                alternative
                        .append(' ')
                        .append(outcome(k))
                        .append(": ")
                        .append(Figures.ratio(reference[k]))
                        .append(" and ");
                alternative.append(Figures.ratio(best[k])).append('.');
            }
            return new Picture.Bars(
                    outcomes(best.length),
                    List.of(
                            bars("reference", Role.PRIOR, reference, "ref"),
                            bars("best policy", Role.POSTERIOR, best, "")),
                    1,
                    alternative.toString());
        }

        /** The loss of the pair over the difference of its log-ratios. */
        private Picture pair() {
            double difference = chosen - rejected;
            double most = RegularisedPolicy.preferenceLossNats(beta, -REACH / 2, REACH / 2);
            return new Picture.Graph(
                    new Axes(-REACH, REACH, 0, Math.min(6, 1.1 * most)),
                    "Δ, preferred less the other (upwards: DPO loss)",
                    List.of(new Curve(
                            "",
                            Role.POSTERIOR,
                            Stroke.MAIN,
                            Line.of(-REACH, REACH, 121, d -> RegularisedPolicy.preferenceLossNats(beta, d, 0)))),
                    List.of(),
                    List.of(new Picture.Handle("chosen", "chosen", Role.POSTERIOR, difference, loss)),
                    "The loss of a pair of answers falls with the difference of their log-ratios. At "
                            + Figures.ratio(difference) + " it is " + Figures.amount(loss) + " nats.");
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k < best.length; k++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(outcome(k)),
                                new Table.Cell.Ratio(reference[k]),
                                new Table.Cell.Ratio(rewards[k]),
                                new Table.Cell.Amount(best[k]),
                                reference[k] > 0 && best[k] > 0
                                        ? new Table.Cell.Amount(Elementary.log(best[k] / reference[k]))
                                        : new Table.Cell.Words("–")),
                        false));
            }
            return new Table(
                    "Answer by answer",
                    List.of(
                            new Table.Column("answer", Role.PLAIN),
                            new Table.Column("*π*₀", Role.PRIOR),
                            new Table.Column("*r*", Role.LIKELIHOOD),
                            new Table.Column("*π*", Role.POSTERIOR),
                            new Table.Column("ln(*π*/*π*₀)", Role.PLAIN, "nats")),
                    rows,
                    List.of());
        }

        private String words() {
            return "The best policy is the reference tilted by e to the power of *r*/*β*, with *β* = "
                    + Figures.ratio(beta)
                    + ". It earns " + Figures.amount(reward) + " on average where the reference earns "
                    + Figures.amount(problem.expectedReward(reference)) + ", and has moved " + Figures.amount(kl)
                    + " nats away. Reward less *β* times KL comes to " + Figures.amount(problem.bestObjective())
                    + ", and no policy reaches more. The pair of answers has a DPO loss of " + Figures.amount(loss)
                    + " nats.";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (level) {
                int possible = possible();
                notes.add((possible == 1
                                ? "The reference gives one answer only"
                                : possible < reference.length
                                        ? "All answers that the reference gives have the same reward"
                                        : "All rewards are equal")
                        + ", so there is nothing to move for: the best policy is the reference.");
            }
            if (chosen == rejected) {
                notes.add("A pair that the policy has not moved apart has the loss ln 2.");
            }
            for (double share : reference) {
                if (share == 0) {
                    notes.add(
                            "An answer that the reference never gives stays impossible, whatever its reward: to give it"
                                    + " would cost an infinite KL.");
                    break;
                }
            }
            return notes;
        }
    }
}
