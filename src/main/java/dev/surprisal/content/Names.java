package dev.surprisal.content;

import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.ProseNumber;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The names that a lesson's expressions may use, and the way expressions are read and computed with them: what goes wrong is reported
 * at its place, except where it only follows from a name that went wrong before.
 */
final class Names {

    private final Scope scope;
    private final Evaluations evaluations;
    private final Set<String> broken;
    private final boolean unknown;
    private String digest = "";

    private Names(Scope scope, Evaluations evaluations, Set<String> broken, boolean unknown) {
        this.scope = scope;
        this.evaluations = evaluations;
        this.broken = Set.copyOf(broken);
        this.unknown = unknown;
    }

    static Names none(Evaluations evaluations) {
        return new Names(Scope.EMPTY, evaluations, Set.of(), false);
    }

    /** Of front matter that could not be read: no name can be called unknown. */
    static Names unknown(Evaluations evaluations) {
        return new Names(Scope.EMPTY, evaluations, Set.of(), true);
    }

    /** Evaluates the entries of {@code let} in their order; each may use those before it. */
    static Names read(SourceFile file, YamlMapping let, Evaluations evaluations) {
        var names = none(evaluations);
        for (String name : let.names()) {
            var value = let.text(name);
            try {
                Scope.checkName(name);
            } catch (IllegalArgumentException wrong) {
                file.report(Rule.VALUE, let.keyOffset(name), String.valueOf(wrong.getMessage()));
                continue;
            }
            var before = names;
            var evaluated = value.flatMap(source -> before.evaluate(source, file));
            names = evaluated.isPresent() ? names.with(name, evaluated.get()) : names.withBroken(name);
        }
        return names;
    }

    Scope scope() {
        return scope;
    }

    /** Whether they stand in front matter that could not be read. */
    boolean areUnknown() {
        return unknown;
    }

    /** Of the names with their values, on which all that is computed in the lesson depends. */
    String digest() {
        if (digest.isEmpty()) {
            IdentityHashMap<Value, String> known = new IdentityHashMap<>();
            digest = Digest.of(scope.names().stream()
                    .map(name -> name + " = "
                            + scope.find(name)
                                    .map(value -> printed(value, known))
                                    .orElse(""))
                    .collect(Collectors.joining("\n")));
        }
        return digest;
    }

    /** Each list once: those of the same list twice, again and again, have more elements than can be printed. */
    private static String printed(Value value, IdentityHashMap<Value, String> known) {
        if (!(value instanceof Value.ListOf(var elements))) {
            return value.printed();
        }
        String before = known.get(value);
        if (before != null) {
            return before;
        }
        String digest = Digest.of(
                elements.stream().map(element -> printed(element, known)).collect(Collectors.joining(", ", "[", "]")));
        known.put(value, digest);
        return digest;
    }

    /**
     * What a part of a question is found to be when it is tried.
     *
     * @param file to which the problems are reported
     * @param key of all that the result depends on, but for the names of the lesson
     * @param attempt empty, with a problem reported, where there is no result
     */
    <T> Optional<T> tried(SourceFile file, String key, Class<T> type, Supplier<Optional<T>> attempt) {
        return evaluations.tried(file, digest() + "\n" + key, type, attempt);
    }

    private Names with(String name, Value value) {
        return new Names(scope.with(name, value), evaluations, broken, unknown);
    }

    private Names withBroken(String name) {
        var more = new HashSet<>(broken);
        more.add(name);
        return new Names(scope, evaluations, more, unknown);
    }

    Optional<Expression> parse(SourceText source, SourceFile file) {
        try {
            return Optional.of(Expression.parse(source.text()));
        } catch (ExpressionException wrong) {
            report(wrong, source, file);
            return Optional.empty();
        }
    }

    Optional<Value> evaluate(SourceText source, SourceFile file) {
        return parse(source, file).flatMap(expression -> {
            try {
                return Optional.of(evaluations.value(expression, scope));
            } catch (ExpressionException wrong) {
                if (!followsFromOther(expression)) {
                    report(wrong, source, file);
                }
                return Optional.empty();
            } catch (Evaluations.TooMuch refused) {
                report(refused, source, file);
                return Optional.empty();
            }
        });
    }

    /** A finite number. */
    Optional<Double> number(Expression expression, SourceText source, SourceFile file) {
        try {
            return Optional.of(expression.finiteNumber(scope));
        } catch (ExpressionException wrong) {
            if (!followsFromOther(expression)) {
                report(wrong, source, file);
            }
            return Optional.empty();
        }
    }

    /** The number in a code span or in a formula's double braces, as the reader sees it; empty for what is no number or a wrong one. */
    Optional<ProseNumber> prose(SourceText source, SourceFile file) {
        try {
            return ProseNumber.find(source.text());
        } catch (ExpressionException wrong) {
            report(wrong, source, file);
            return Optional.empty();
        }
    }

    Optional<String> print(ProseNumber number, SourceText source, SourceFile file) {
        try {
            return Optional.of(evaluations.print(number, source.text(), scope));
        } catch (Evaluations.TooMuch refused) {
            report(refused, source, file);
            return Optional.empty();
        } catch (ExpressionException wrong) {
            if (!followsFromOther(number.expression())) {
                boolean computes = computes(number.expression());
                boolean asserted = number instanceof ProseNumber.Asserted;
                file.report(
                        computes && asserted ? Rule.WRONG_NUMBER : Rule.EXPRESSION,
                        source.offset(wrong.position()),
                        wrong.getMessage());
            }
            return Optional.empty();
        }
    }

    /**
     * Says what goes wrong on a variant, if it does not follow from a name that went wrong before.
     *
     * @param wrong with a position in {@code source}
     */
    void reportOnVariant(
            ExpressionException wrong,
            Expression expression,
            SourceText source,
            SourceFile file,
            Variation variation,
            int variant) {
        if (!followsFromOther(expression)) {
            String on = variation.varies() ? "on the variant " + variation.described(variant) + ": " : "";
            file.report(Rule.EXPRESSION, source.offset(wrong.position()), on + wrong.getMessage());
        }
    }

    /** Whether this name could not be computed, which was reported where it is defined. */
    boolean isBroken(String name) {
        return unknown || broken.contains(name);
    }

    private boolean computes(Expression expression) {
        try {
            expression.number(scope);
            return true;
        } catch (ExpressionException _) {
            return false;
        }
    }

    private boolean followsFromOther(Expression expression) {
        return expression.names().stream()
                .anyMatch(name ->
                        broken.contains(name) || (unknown && scope.find(name).isEmpty()));
    }

    private void report(Evaluations.TooMuch refused, SourceText source, SourceFile file) {
        if (evaluations.isFirstRefusal()) {
            file.report(Rule.TOO_MUCH, source.offset(0), String.valueOf(refused.getMessage()));
        }
    }

    private static void report(ExpressionException wrong, SourceText source, SourceFile file) {
        file.report(Rule.EXPRESSION, source.offset(wrong.position()), wrong.getMessage());
    }
}
