package dev.surprisal.expression;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.distribution.Distribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an expression evaluates to. */
public sealed interface Value {

    /** A number; ±∞ is one (a divergence can be infinite), NaN is not. */
    @SuppressWarnings("JavaLangClash") // always written Value.Number
    record Number(double value) implements Value {
        public Number {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("value must be a number, got NaN");
            }
        }
    }

    /** A text, such as a sample of letters. */
    record Text(String text) implements Value {}

    /** The result of a comparison. */
    record Truth(boolean value) implements Value {}

    /** A list; its elements may be lists (a table, row by row). */
    record ListOf(List<Value> elements) implements Value {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /** Named values in their order: the state of a widget, the result of a fit. */
    @SuppressWarnings("JavaLangClash") // always written Value.Record
    record Record(Map<String, Value> fields) implements Value {
        public Record {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** A distribution. */
    record Of(Distribution distribution) implements Value {}

    static Value of(double value) {
        return new Number(value);
    }

    static Value of(boolean value) {
        return new Truth(value);
    }

    static Value of(String text) {
        return new Text(text);
    }

    /** A list of numbers. */
    static Value of(double[] values) {
        var elements = new ArrayList<Value>(values.length);
        for (double value : values) {
            elements.add(new Number(value));
        }
        return new ListOf(elements);
    }

    /** A list of rows. */
    static Value of(double[][] rows) {
        var elements = new ArrayList<Value>(rows.length);
        for (double[] row : rows) {
            elements.add(of(row));
        }
        return new ListOf(elements);
    }

    /** How a message calls this value: "the number 0.5", "a list of 3 values". */
    default String described() {
        return switch (this) {
            case Number(double value) -> "the number " + printed();
            case Text(String text) -> "the text " + Scope.shortened(quoted(text));
            case Truth(boolean value) -> value ? "a condition that holds" : "a condition that does not hold";
            case ListOf(var elements) ->
                elements.size() == 1 ? "a list of 1 value" : "a list of " + elements.size() + " values";
            case Of(var distribution) -> "the distribution " + Scope.shortened(Families.printed(distribution));
            case Record(var fields) -> "a record of " + String.join(", ", fields.keySet());
        };
    }

    /** The value in full: numbers with up to 15 significant digits, which is what a double holds of a decimal. */
    default String printed() {
        return switch (this) {
            case Number(double value) -> Format.upTo(value, 15);
            case Text(String text) -> quoted(text);
            case Truth(boolean value) -> String.valueOf(value);
            case ListOf(var elements) ->
                elements.stream().map(Value::printed).collect(Collectors.joining(", ", "[", "]"));
            case Of(var distribution) -> Families.printed(distribution);
            case Record(var fields) ->
                fields.entrySet().stream()
                        .map(field -> field.getKey() + " = " + field.getValue().printed())
                        .collect(Collectors.joining(", "));
        };
    }

    /**
     * The value as an expression that gives it again, bit for bit; empty for what has no such expression: a record, a text with both
     * kinds of quotes.
     */
    default Optional<String> exact() {
        return switch (this) {
            case Number(double value) ->
                Optional.of(
                        Double.isInfinite(value) ? (value > 0 ? "infinity" : "-infinity") : Decimal.shortest(value));
            case Text(String text) ->
                text.indexOf('"') >= 0 && text.indexOf('\'') >= 0 ? Optional.empty() : Optional.of(quoted(text));
            case Truth(boolean value) -> Optional.of(value ? "0 < 1" : "0 > 1");
            case ListOf(var elements) -> {
                List<Optional<String>> all = elements.stream().map(Value::exact).toList();
                yield all.stream().allMatch(Optional::isPresent)
                        ? Optional.of(all.stream().map(Optional::get).collect(Collectors.joining(", ", "[", "]")))
                        : Optional.empty();
            }
            case Of(var distribution) -> Families.exact(distribution);
            case Record _ -> Optional.empty();
        };
    }

    /** A text as one types it: in the quotes that it does not contain. */
    static String quoted(String text) {
        String quote = text.indexOf('"') < 0 ? "\"" : "'";
        return quote + text + quote;
    }
}
