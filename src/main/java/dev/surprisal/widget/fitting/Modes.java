package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.widget.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The target while it is edited: 1 to 5 weighted normals. The weights always sum to 1: whoever changes one changes the others
 * in proportion.
 */
record Modes(List<Double> weights, List<Bell> bells) {

    static final int MOST = 5;
    static final double LEAST_WEIGHT = 0.01;
    static final double LEAST_SD = 0.1;
    static final double LARGEST_SD = 5;

    /** How far the sum of weights may be off 1. */
    private static final double TOLERANCE = 1e-9;

    Modes {
        weights = List.copyOf(weights);
        bells = List.copyOf(bells);
        if (bells.isEmpty() || bells.size() > MOST || weights.size() != bells.size()) {
            throw new IllegalArgumentException("there must be 1 to " + MOST + " components, each with a weight");
        }
        double sum = 0;
        for (double weight : weights) {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("a weight lies between 0 and 1");
            }
            sum += weight;
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("the weights sum to 1");
        }
        for (Bell bell : bells) {
            if (!(bell.sd() >= LEAST_SD && bell.sd() <= LARGEST_SD)) {
                throw new IllegalArgumentException("a component's standard deviation lies between 0.1 and 5");
            }
        }
    }

    /** Weight, mean and sd of each component in turn. */
    static Modes of(double... numbers) {
        var weights = new ArrayList<Double>();
        var bells = new ArrayList<Bell>();
        for (int i = 0; i < numbers.length; i += 3) {
            weights.add(numbers[i]);
            bells.add(new Bell(numbers[i + 1], numbers[i + 2]));
        }
        return new Modes(weights, bells);
    }

    /** Weight, mean and sd of each component in turn, as {@link #numbers} gives them. */
    static Modes of(List<Double> numbers) {
        if (numbers.size() % 3 != 0) {
            throw new IllegalArgumentException("a component has three numbers");
        }
        double[] array = new double[numbers.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = numbers.get(i);
        }
        return of(array);
    }

    /** The same distribution, where it is one of those that can be edited. */
    static Optional<Modes> find(Distribution distribution) {
        var numbers = new ArrayList<Double>();
        if (distribution instanceof Normal(double mean, double sd)) {
            numbers.addAll(List.of(1.0, mean, sd));
        } else if (distribution instanceof Mixture mixture) {
            for (int k = 0; k < mixture.size(); k++) {
                if (!(mixture.component(k) instanceof Normal(double mean, double sd))) {
                    return Optional.empty();
                }
                numbers.addAll(List.of(mixture.weight(k), 0 + mean, sd));
            }
        }
        try {
            return Optional.of(of(numbers));
        } catch (IllegalArgumentException outOfReach) {
            return Optional.empty();
        }
    }

    List<Double> numbers() {
        var numbers = new ArrayList<Double>();
        for (int k = 0; k < size(); k++) {
            numbers.addAll(List.of(weight(k), bell(k).mean(), bell(k).sd()));
        }
        return numbers;
    }

    int size() {
        return bells.size();
    }

    double weight(int k) {
        return weights.get(k);
    }

    Bell bell(int k) {
        return bells.get(k);
    }

    Mixture toMixture() {
        double[] shares = new double[size()];
        var normals = new ArrayList<Normal>();
        for (int k = 0; k < size(); k++) {
            shares[k] = weight(k);
            normals.add(new Normal(bell(k).mean(), bell(k).sd()));
        }
        return Mixture.of(shares, normals);
    }

    double narrowest() {
        double least = LARGEST_SD;
        for (Bell bell : bells) {
            least = Math.min(least, bell.sd());
        }
        return least;
    }

    Modes with(int k, Bell bell) {
        var changed = new ArrayList<>(bells);
        changed.set(k, bell);
        return new Modes(weights, changed);
    }

    /** This weight for component k, which is not the only one. */
    Modes withWeight(int k, double weight) {
        double others = 0;
        for (int i = 0; i < size(); i++) {
            others += i == k ? 0 : weight(i);
        }
        double rest = size() == 2 ? Decimals.complement(weight) : 1 - weight;
        var changed = new ArrayList<Double>();
        for (int i = 0; i < size(); i++) {
            changed.add(i == k ? weight : Decimals.tidy(weight(i) / others * rest));
        }
        return new Modes(changed, bells);
    }

    /** One more, where there is most room, with an equal share. */
    Modes withOneMore() {
        var more = new ArrayList<>(bells);
        more.add(new Bell(roomiest(), 0.5));
        double share = 1.0 / more.size();
        var shares = new ArrayList<Double>();
        for (double weight : weights) {
            shares.add(Decimals.tidy(weight * (1 - share)));
        }
        shares.add(share);
        return new Modes(shares, more);
    }

    /** The place among −6, −5.5, …, 6 that is furthest from the means. */
    private double roomiest() {
        double best = 0;
        double most = -1;
        for (int i = -12; i <= 12; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (Bell bell : bells) {
                nearest = Math.min(nearest, Math.abs(bell.mean() - 0.5 * i));
            }
            // Near the middle first
            double room = Math.min(nearest, 3) - 0.01 * Math.abs(i);
            if (room > most) {
                most = room;
                best = 0.5 * i;
            }
        }
        return 0 + best;
    }

    /** Without component k, which is not the only one; the others share its weight in proportion. */
    Modes without(int k) {
        double others = 1 - weight(k);
        var shares = new ArrayList<Double>();
        var fewer = new ArrayList<Bell>();
        for (int i = 0; i < size(); i++) {
            if (i != k) {
                shares.add(size() == 2 ? 1.0 : Decimals.tidy(weight(i) / others));
                fewer.add(bell(i));
            }
        }
        return new Modes(shares, fewer);
    }
}
