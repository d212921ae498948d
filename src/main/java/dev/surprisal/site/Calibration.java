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
 * and Bröcker (2009) every proper score. Since any percentage can be given, most are given too seldom for a share of their own. So
 * shares come from the isotonic fit, as Dimitriadis, Gneiting and Jordan (2021) propose: answers of neighbouring percentages are pooled
 * where the larger one did not come out right more often, and there are no bins to be chosen. With o for the share of right answers and
 * o_k for that of a pool,
 *
 * <p>mean cost = H(o) - mean KL(o_k || o) + (mean cost - mean H(o_k)): uncertainty - resolution + reliability.
 *
 * <p>None of the three is negative, since no monotone change of the given probabilities would cost less than those shares.
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

    /** Groups next to each other that share one share, the least and the largest of their percentages. */
    record Pool(int from, int to, int right, int all) {
        double share() {
            return (double) right / all;
        }

        /** Whether the share is at least that of the next one; compared in whole numbers, so that equal ones are equal. */
        private boolean isAtLeast(Pool next) {
            return (long) right * next.all >= (long) next.right * all;
        }

        private Pool with(Pool next) {
            return new Pool(from, next.to, right + next.right, all + next.all);
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

    /** The isotonic fit, by pooling adjacent violators. */
    List<Pool> pools() {
        List<Pool> pools = new ArrayList<>();
        for (Group group : groups) {
            var pool = new Pool(group.percent, group.percent, group.right, group.all);
            while (!pools.isEmpty() && pools.getLast().isAtLeast(pool)) {
                pool = pools.removeLast().with(pool);
            }
            pools.add(pool);
        }
        return pools;
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
        return meanOfPools(pool -> Divergence.klNatsOfCoins(pool.share(), share()));
    }

    /** What is lost because the probabilities are not the shares. */
    double reliabilityNats() {
        // Of probabilities that are the shares, rounding may leave less than nothing
        return Math.max(0, crossEntropyNats() - meanOfPools(pool -> Entropy.entropyNatsOfCoin(pool.share())));
    }

    private double mean(ToDoubleFunction<Group> perAnswer) {
        return groups.stream()
                        .mapToDouble(group -> group.all() * perAnswer.applyAsDouble(group))
                        .sum()
                / all();
    }

    private double meanOfPools(ToDoubleFunction<Pool> perAnswer) {
        return pools().stream()
                        .mapToDouble(pool -> pool.all() * perAnswer.applyAsDouble(pool))
                        .sum()
                / all();
    }

    /** What was said against what came. */
    Chart curve() {
        List<Value> stated = new ArrayList<>();
        List<Value> shares = new ArrayList<>();
        for (Pool pool : pools()) {
            String share = Math.round(100 * pool.share()) + " % (" + pool.right() + " of " + pool.all() + ")";
            for (Group group : groups) {
                if (group.percent >= pool.from && group.percent <= pool.to) {
                    stated.add(new Value(group.stated(), group.percent() + " %"));
                    shares.add(new Value(pool.share(), share));
                }
            }
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
        return pools().stream()
                .max(Comparator.comparingInt(Pool::all))
                .map(most -> "Of the " + (most.all() == 1 ? "one answer" : most.all() + " answers")
                        + " to which you gave " + percents(most) + ", " + most.right()
                        + (most.right() == 1 ? " was" : " were") + " right.")
                .orElse("");
    }

    /** "75 %", or "70 to 80 %" where several were pooled. */
    static String percents(Pool pool) {
        return (pool.from() == pool.to() ? "" : pool.from() + " to ") + pool.to() + " %";
    }
}
