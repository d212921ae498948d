package dev.surprisal.expression;

import dev.surprisal.math.distribution.Continuous;
import java.util.List;
import java.util.function.Predicate;

/** One parameter of a function: its name, as in the core's own messages, and what it takes. */
record Parameter(String name, Kind kind, boolean optional) {

    enum Kind {
        NUMBER("a number"),
        SEQUENCE("a text such as \"AAB\" or a list"),
        ITEM("a number or a text"),
        NUMBERS("a list of numbers such as [0.2, 0.8]"),
        DISTRIBUTION("a distribution such as normal(0, 1)"),
        CONTINUOUS("a list of distributions with a density such as [normal(-2, 1), normal(2, 1)]");

        final String accepted;

        Kind(String accepted) {
            this.accepted = accepted;
        }

        boolean accepts(Value value) {
            return switch (this) {
                case NUMBER -> value instanceof Value.Number;
                case SEQUENCE -> value instanceof Value.Text || value instanceof Value.ListOf;
                case ITEM -> value instanceof Value.Number || value instanceof Value.Text;
                case NUMBERS -> isListOf(value, NUMBER::accepts);
                case DISTRIBUTION -> value instanceof Value.Of;
                case CONTINUOUS -> isListOf(value, element -> element instanceof Value.Of(Continuous _));
            };
        }
    }

    private static boolean isListOf(Value value, Predicate<Value> kind) {
        return value instanceof Value.ListOf(List<Value> elements)
                && elements.stream().allMatch(kind);
    }

    static Parameter number(String name) {
        return new Parameter(name, Kind.NUMBER, false);
    }

    static Parameter sequence(String name) {
        return new Parameter(name, Kind.SEQUENCE, false);
    }

    static Parameter item(String name) {
        return new Parameter(name, Kind.ITEM, false);
    }

    static Parameter distribution(String name) {
        return new Parameter(name, Kind.DISTRIBUTION, false);
    }

    static Parameter continuous(String name) {
        return new Parameter(name, Kind.CONTINUOUS, false);
    }

    static Parameter numbers(String name) {
        return new Parameter(name, Kind.NUMBERS, false);
    }
}
