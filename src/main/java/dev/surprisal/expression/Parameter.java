package dev.surprisal.expression;

import java.util.List;
import java.util.function.Predicate;

/** One parameter of a function: its name, as in the core's own messages, and what it takes. */
record Parameter(String name, Kind kind) {

    enum Kind {
        NUMBER("a number"),
        WHOLE("a whole number"),
        SEQUENCE("a text such as \"AAB\" or a list"),
        ITEM("a number or a text"),
        FAMILY("one of " + String.join(", ", Family.words())),
        LIKELIHOOD("a family such as bernoulli, or normal(0, sd) or laplace(0, scale)"),
        NUMBERS("a list of numbers such as [0.2, 0.8]"),
        NUMBER_OR_NUMBERS("a number or a list of numbers"),
        TABLE("a list of rows such as [[0.1, 0.2], [0.3, 0.4]]"),
        NUMBERS_OR_TABLE("a list of standard deviations such as [1, 2] or a covariance such as [[1, 0], [0, 4]]"),
        DISTRIBUTION("a distribution such as normal(0, 1)"),
        DISTRIBUTIONS("a list of distributions such as [normal(-2, 1), normal(2, 1)]");

        final String accepted;

        Kind(String accepted) {
            this.accepted = accepted;
        }

        boolean accepts(Value value) {
            return switch (this) {
                case NUMBER -> value instanceof Value.Number;
                case WHOLE ->
                    value instanceof Value.Number(double x) && Math.abs(x) <= Integer.MAX_VALUE && x == Math.floor(x);
                case SEQUENCE -> value instanceof Value.Text || value instanceof Value.ListOf;
                case ITEM -> value instanceof Value.Number || value instanceof Value.Text;
                case FAMILY -> value instanceof Value.Text(String word) && Family.find(word) != null;
                case LIKELIHOOD -> FAMILY.accepts(value) || DISTRIBUTION.accepts(value);
                case NUMBERS -> isListOf(value, NUMBER::accepts);
                case NUMBER_OR_NUMBERS -> NUMBER.accepts(value) || NUMBERS.accepts(value);
                case TABLE -> isListOf(value, NUMBERS::accepts);
                case NUMBERS_OR_TABLE -> NUMBERS.accepts(value) || TABLE.accepts(value);
                case DISTRIBUTION -> value instanceof Value.Of;
                case DISTRIBUTIONS -> isListOf(value, DISTRIBUTION::accepts);
            };
        }

        private static boolean isListOf(Value value, Predicate<Value> kind) {
            return value instanceof Value.ListOf(List<Value> elements)
                    && elements.stream().allMatch(kind);
        }
    }

    static Parameter number(String name) {
        return new Parameter(name, Kind.NUMBER);
    }

    static Parameter whole(String name) {
        return new Parameter(name, Kind.WHOLE);
    }

    static Parameter numbers(String name) {
        return new Parameter(name, Kind.NUMBERS);
    }

    static Parameter sequence(String name) {
        return new Parameter(name, Kind.SEQUENCE);
    }

    static Parameter item(String name) {
        return new Parameter(name, Kind.ITEM);
    }

    static Parameter family(String name) {
        return new Parameter(name, Kind.FAMILY);
    }

    static Parameter likelihood(String name) {
        return new Parameter(name, Kind.LIKELIHOOD);
    }

    static Parameter distribution(String name) {
        return new Parameter(name, Kind.DISTRIBUTION);
    }

    static Parameter distributions(String name) {
        return new Parameter(name, Kind.DISTRIBUTIONS);
    }

    static Parameter numberOrNumbers(String name) {
        return new Parameter(name, Kind.NUMBER_OR_NUMBERS);
    }

    static Parameter numbersOrTable(String name) {
        return new Parameter(name, Kind.NUMBERS_OR_TABLE);
    }

    static Parameter table(String name) {
        return new Parameter(name, Kind.TABLE);
    }
}
