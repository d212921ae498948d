package dev.surprisal.expression;

import dev.surprisal.math.distribution.Distribution;
import java.util.List;

/** The arguments of one call, already checked against the parameters: the accessors only take them out. */
record Arguments(List<Value> values) {

    Arguments {
        values = List.copyOf(values);
    }

    Value value(int index) {
        return values.get(index);
    }

    double number(int index) {
        return numberIn(values.get(index));
    }

    int whole(int index) {
        return (int) number(index);
    }

    double[] numbers(int index) {
        return numbersIn(values.get(index));
    }

    double[][] table(int index) {
        return tableIn(values.get(index));
    }

    Distribution distribution(int index) {
        return distributionIn(values.get(index));
    }

    List<Distribution> distributions(int index) {
        return elementsOf(values.get(index)).stream()
                .map(Arguments::distributionIn)
                .toList();
    }

    /** All arguments of a function that takes any number of numbers. */
    double[] all() {
        return values.stream().mapToDouble(Arguments::numberIn).toArray();
    }

    static double[] numbersIn(Value value) {
        return elementsOf(value).stream().mapToDouble(Arguments::numberIn).toArray();
    }

    static double[][] tableIn(Value value) {
        return elementsOf(value).stream().map(Arguments::numbersIn).toArray(double[][]::new);
    }

    /** Whether a list has rows rather than numbers. */
    static boolean isTable(Value value) {
        return elementsOf(value).stream().anyMatch(Value.ListOf.class::isInstance);
    }

    private static double numberIn(Value value) {
        if (value instanceof Value.Number(double number)) {
            return number;
        }
        throw unchecked(value);
    }

    private static Distribution distributionIn(Value value) {
        if (value instanceof Value.Of(Distribution distribution)) {
            return distribution;
        }
        throw unchecked(value);
    }

    private static List<Value> elementsOf(Value value) {
        if (value instanceof Value.ListOf(List<Value> elements)) {
            return elements;
        }
        throw unchecked(value);
    }

    private static IllegalStateException unchecked(Value value) {
        return new IllegalStateException("unchecked argument: " + value.described());
    }
}
