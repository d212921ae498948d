package dev.surprisal.content;

import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.ProseNumber;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes the numbers of a lesson, and refuses to go on when it asks for more than a lesson may. Work is counted and not timed, so that
 * the same text has the same result on every machine. What was computed for the last states of the lesson is remembered, and counts as if it
 * were computed again: a lesson that grew while it was watched must not be too much at the next start.
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

        /** A course has some thousands of fields in its questions. */
        private static final int MOST_TRIED = 20_000;

        private final Map<String, Object> latest = latest(MOST_KEPT);
        private final Map<String, Tried> tried = latest(MOST_TRIED);

        private static <V> Map<String, V> latest(int most) {
            return new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                    return size() > most;
                }
            };
        }
    }

    /** Some work that was counted, once for each key. */
    private record Counted(Optional<String> key, int work) {}

    /** What came out of a question’s field when it was tried, and what that counted. */
    private record Tried(Object result, List<Counted> counted) {
        private Tried {
            counted = List.copyOf(counted);
        }
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
    private @Nullable List<Counted> counting;
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

    /**
     * What a part of a question is found to be when it is tried on all variants; it is not tried again while its key is the same.
     *
     * @param file to which the problems are reported; where something is wrong it is tried each time, and reported
     * @param key of all that the result depends on
     * @param attempt empty, with a problem reported, where there is no result
     */
    <T> Optional<T> tried(SourceFile file, String key, Class<T> type, Supplier<Optional<T>> attempt) {
        Tried known = results.tried.get(key);
        if (known != null) {
            known.counted.forEach(this::count);
            if (work <= MOST) {
                return Optional.of(type.cast(known.result));
            }
        }
        List<Counted> around = counting;
        List<Counted> own = new ArrayList<>();
        int reported = file.reported();
        counting = own;
        Optional<T> found;
        try {
            found = attempt.get();
        } finally {
            counting = around;
            if (around != null) {
                around.addAll(own);
            }
        }
        if (file.reported() == reported) {
            found.ifPresent(result -> results.tried.put(key, new Tried(result, own)));
        }
        return found;
    }

    private void count(Counted asked) {
        if (asked.key.isEmpty() || counted.add(asked.key.get())) {
            work += asked.work;
            if (counted.size() > Results.MOST_KEPT) {
                counted.clear(); // and what comes again is counted again, on every machine alike
            }
        }
        if (counting != null) {
            counting.add(asked);
        }
    }

    private <T> T remembered(String form, Expression expression, Scope scope, Class<T> type, Supplier<T> compute) {
        Optional<String> key = key(form, expression, scope);
        count(new Counted(key, expression.work()));
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
