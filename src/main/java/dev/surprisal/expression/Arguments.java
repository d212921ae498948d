package dev.surprisal.expression;

import java.util.List;

/** The arguments of one call, already checked against the parameters: the accessors only take them out. */
record Arguments(List<Value> values) {

    Arguments {
        values = List.copyOf(values);
    }

    int size() {
        return values.size();
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

    /** All arguments of a function that takes any number of numbers. */
    double[] all() {
        return values.stream().mapToDouble(Arguments::numberIn).toArray();
    }

    private static double numberIn(Value value) {
        if (value instanceof Value.Number(double number)) {
            return number;
        }
        throw new IllegalStateException("unchecked argument: " + value.described());
    }

    private static double[] numbersIn(Value value) {
        if (value instanceof Value.ListOf(List<Value> elements)) {
            return elements.stream().mapToDouble(Arguments::numberIn).toArray();
        }
        throw new IllegalStateException("unchecked argument: " + value.described());
    }
}
