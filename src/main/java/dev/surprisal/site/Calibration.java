package dev.surprisal.site;

import dev.surprisal.chart.Chart;
import dev.surprisal.chart.Chart.Axis;
import dev.surprisal.chart.Chart.Kind;
import dev.surprisal.chart.Chart.Numbers;
import dev.surprisal.chart.Chart.Role;
import dev.surprisal.chart.Chart.Series;
import dev.surprisal.chart.Chart.Value;
import dev.surprisal.learner.Forecast;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.information.Entropy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How good the probabilities were that a learner gave to being right. An answer costs minus the logarithm of the probability that was
 * given to what came; the mean over all is the learner's cross-entropy. It is split exactly, as Murphy (1973) split the squared error
 * and Bröcker (2009) every proper score: with o for the share of right answers, o_f for that among those to which f was given,
 *
 * <p>mean cost = H(o) - mean KL(o_f || o) + mean KL(o_f || f): uncertainty - resolution + reliability.
 *
 * @param groups the answers by the probability that was given, ascending
 */
record Calibration(List<Group> groups) {

    /** Answers to which the same probability was given. */
    record Group(int percent, int right, int all) {
        double stated() {
            return percent / 100.0;
        }

        double share() {
            return (double) right / all;
        }
    }

    Calibration {
        groups = List.copyOf(groups);
    }

    static Calibration of(List<Forecast> forecasts) {
        Map<Integer, Group> groups = new TreeMap<>();
        for (Forecast forecast : forecasts) {
            groups.merge(
                    forecast.percent(),
                    new Group(forecast.percent(), forecast.right() ? 1 : 0, 1),
                    (a, b) -> new Group(a.percent, a.right + b.right, a.all + b.all));
        }
        return new Calibration(new ArrayList<>(groups.values()));
    }

    int all() {
        return groups.stream().mapToInt(Group::all).sum();
    }

    /** Of right answers; NaN while there is no answer. */
    double share() {
        return (double) groups.stream().mapToInt(Group::right).sum() / all();
    }

    /** The mean cost of an answer. */
    double crossEntropyNats() {
        return mean(group -> group.share() * Entropy.surprisalNats(group.stated())
                + (1 - group.share()) * Entropy.surprisalNats(1 - group.stated()));
    }

    /** What it costs to give every answer the share of right ones. */
    double uncertaintyNats() {
        return Entropy.entropyNatsOfCoin(share());
    }

    /** What is saved by telling answers that are likely right from those that are not. */
    double resolutionNats() {
        return mean(group -> Divergence.klNatsOfCoins(group.share(), share()));
    }

    /** What is lost because the probabilities are not the shares. */
    double reliabilityNats() {
        return mean(group -> Divergence.klNatsOfCoins(group.share(), group.stated()));
    }

    private double mean(ToDoubleFunction<Group> perAnswer) {
        return groups.stream()
                        .mapToDouble(group -> group.all() * perAnswer.applyAsDouble(group))
                        .sum()
                / all();
    }

    /** What was said against what came. */
    Chart curve() {
        List<Value> stated = new ArrayList<>();
        List<Value> shares = new ArrayList<>();
        for (Group group : groups) {
            stated.add(new Value(group.stated(), group.percent() + " %"));
            shares.add(new Value(
                    group.share(),
                    Math.round(100 * group.share()) + " % (" + group.right() + " of " + group.all() + ")"));
        }
        return new Chart(
                Kind.LINE,
                "Your probabilities and what came of them",
                words(),
                new Numbers("you said", stated),
                Axis.from0To1("share"),
                List.of(new Series("were right", Role.P, shares), new Series("as you said", Role.Q, stated)));
    }

    private String words() {
        return groups.stream()
                .max(Comparator.comparingInt(Group::all))
                .map(most -> "Of the " + (most.all() == 1 ? "one answer" : most.all() + " answers")
                        + " to which you gave " + most.percent() + " %, " + most.right()
                        + (most.right() == 1 ? " was" : " were") + " right.")
                .orElse("");
    }
}
