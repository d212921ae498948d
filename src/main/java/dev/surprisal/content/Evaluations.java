package dev.surprisal.content;

import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.ProseNumber;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Computes the numbers of a lesson, and refuses to go on when it asks for more than a lesson may. Work is counted and not timed, so that
 * the same text has the same result on every machine. What was computed for the last states of the lesson is remembered.
 */
final class Evaluations {

    /** Two hundred searches for the optima of a fit, or many thousands of anything else. */
    static final int MOST = 1_000_000;

    /** Of one field of a question, over all its variants. */
    static final int MOST_OF_FIELD = 200_000;

    /** Of larger lists the results are not remembered. */
    private static final int LARGEST = 1000;

    /** Results by what they were computed from; those not asked for of late are forgotten. */
    static final class Results {
        private static final int MOST_KEPT = 5000;

        private final Map<String, Object> latest = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }

    /** The lesson asks for too much. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super(
                    "this lesson has more to compute than a lesson may; a fit that is used often is computed once, in let:");
        }
    }

    private final Results results;
    private final Set<String> counted = new HashSet<>();
    private int work;
    private boolean refused;

    Evaluations(Results results) {
        this.results = results;
    }

    /** That remember nothing of earlier ones. */
    static Evaluations fresh() {
        return new Evaluations(new Results());
    }

    /**
     * The value of an expression.
     *
     * @throws ExpressionException when it has none
     * @throws TooMuch when it is not even tried
     */
    Value value(Expression expression, Scope scope) {
        return remembered("value", expression, scope, Value.class, () -> expression.evaluate(scope));
    }

    /**
     * A number as it is printed.
     *
     * @param code that the number was read from
     * @throws ExpressionException when it cannot be computed, or is another one than the text says
     * @throws TooMuch when it is not even tried
     */
    String print(ProseNumber number, String code, Scope scope) {
        return remembered(code, number.expression(), scope, String.class, () -> number.print(scope));
    }

    /** Whether this is the first time that something was refused: once is enough to say it. */
    boolean isFirstRefusal() {
        boolean first = !refused;
        refused = true;
        return first;
    }

    private <T> T remembered(String form, Expression expression, Scope scope, Class<T> type, Supplier<T> compute) {
        Optional<String> key = key(form, expression, scope);
        // Counted once whether it is remembered or not: a lesson that grew while it was watched must not be too much at
        // the next start
        if (key.isEmpty() || counted.add(key.get())) {
            work += expression.work();
            if (counted.size() > Results.MOST_KEPT) {
                counted.clear(); // and what comes again is counted again, on every machine alike
            }
        }
        if (work > MOST) {
            throw new TooMuch();
        }
        T known = key.map(results.latest::get)
                .filter(type::isInstance)
                .map(type::cast)
                .orElse(null);
        if (known != null) {
            return known;
        }
        T made = compute.get();
        key.ifPresent(name -> results.latest.put(name, made));
        return made;
    }

    /** How many numbers a value has, as far as one wants to know: lists of the same list twice have more than can be counted. */
    private static int size(Value value, int most) {
        int size = 1;
        if (value instanceof Value.ListOf(var elements)) {
            for (Value element : elements) {
                if (size > most) {
                    return size;
                }
                size += size(element, most - size);
            }
        }
        return size;
    }

    /** All that the result depends on; empty where a name has a value that cannot be written down. */
    private static Optional<String> key(String form, Expression expression, Scope scope) {
        var key = new StringBuilder(form).append('\n').append(expression.source());
        for (String name : expression.names()) {
            Optional<String> value = scope.find(name)
                    .filter(found -> size(found, LARGEST) <= LARGEST)
                    .flatMap(Value::exact);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            key.append('\n').append(name).append('=').append(value.get());
        }
        return Optional.of(key.toString());
    }
}
