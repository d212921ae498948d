package dev.surprisal.expression;

import dev.surprisal.math.distribution.Continuous;
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

    double[] numbers(int index) {
        return numbersIn(values.get(index));
    }

    Distribution distribution(int index) {
        if (values.get(index) instanceof Value.Of(Distribution distribution)) {
            return distribution;
        }
        throw unchecked(values.get(index));
    }

    List<Continuous> continuous(int index) {
        if (values.get(index) instanceof Value.ListOf(List<Value> elements)) {
            return elements.stream().map(Arguments::continuousIn).toList();
        }
        throw unchecked(values.get(index));
    }

    /** All arguments of a function that takes any number of numbers. */
    double[] all() {
        return values.stream().mapToDouble(Arguments::numberIn).toArray();
    }

    private static double numberIn(Value value) {
        if (value instanceof Value.Number(double number)) {
            return number;
        }
        throw unchecked(value);
    }

    private static double[] numbersIn(Value value) {
        if (value instanceof Value.ListOf(List<Value> elements)) {
            return elements.stream().mapToDouble(Arguments::numberIn).toArray();
        }
        throw unchecked(value);
    }

    private static Continuous continuousIn(Value value) {
        if (value instanceof Value.Of(Continuous continuous)) {
            return continuous;
        }
        throw unchecked(value);
    }

    private static IllegalStateException unchecked(Value value) {
        return new IllegalStateException("unchecked argument: " + value.described());
    }
}
