package dev.surprisal.expression;

import java.util.List;

/** One parameter of a function: its name, as in the core's own messages, and what it takes. */
record Parameter(String name, Kind kind, boolean optional) {

    enum Kind {
        NUMBER("a number"),
        WHOLE("a whole number"),
        NUMBERS("a list of numbers such as [0.2, 0.8]");

        final String accepted;

        Kind(String accepted) {
            this.accepted = accepted;
        }

        boolean accepts(Value value) {
            return switch (this) {
                case NUMBER -> value instanceof Value.Number;
                case WHOLE ->
                    value instanceof Value.Number(double x) && Math.abs(x) <= Integer.MAX_VALUE && x == Math.rint(x);
                case NUMBERS ->
                    value instanceof Value.ListOf(List<Value> elements)
                            && elements.stream().allMatch(NUMBER::accepts);
            };
        }
    }

    static Parameter number(String name) {
        return new Parameter(name, Kind.NUMBER, false);
    }

    static Parameter whole(String name) {
        return new Parameter(name, Kind.WHOLE, false);
    }

    static Parameter numbers(String name) {
        return new Parameter(name, Kind.NUMBERS, false);
    }
}
