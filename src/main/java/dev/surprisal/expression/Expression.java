package dev.surprisal.expression;

import dev.surprisal.math.Decimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A parsed expression: {@code kl(p, q)}, {@code 1/3}, {@code state.p < 0.05}. Immutable, evaluated as often as one
 * likes.
 */
public final class Expression {

    private final String source;
    private final Node root;

    private Expression(String source, Node root) {
        this.source = source;
        this.root = root;
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException at the first character that cannot be understood, for a function that does not exist
     *     or gets too few or too many arguments, and for sources beyond any sensible length or depth
     */
    public static Expression parse(String source) {
        return parse(source, Vocabulary.FULL);
    }

    static Expression parse(String source, Vocabulary vocabulary) {
        return new Expression(source, Parser.parse(source, vocabulary));
    }

    /** The text as it was written; positions of errors are offsets in it. */
    public String source() {
        return source;
    }

    /**
     * The value in this scope; numbers may be infinite, never NaN.
     *
     * @throws ExpressionException for an unknown name, a wrong type, an argument outside a function's domain, an
     *     operation without a value (0/0, ∞ − ∞)
     */
    public Value evaluate(Scope scope) {
        return new Evaluator(scope).value(root);
    }

    /**
     * The value as a number, which may be infinite.
     *
     * @throws ExpressionException as for {@link #evaluate}, or when the value is no number
     */
    public double number(Scope scope) {
        Value value = evaluate(scope);
        if (value instanceof Value.Number(double number)) {
            return number;
        }
        throw new ExpressionException("a number is needed here, got " + value.described(), root.position());
    }

    /**
     * The value as a finite number.
     *
     * @throws ExpressionException as for {@link #number}, or when the number is infinite
     */
    public double finiteNumber(Scope scope) {
        double number = number(scope);
        if (Double.isInfinite(number)) {
            throw new ExpressionException(
                    "a finite number is needed here, this is " + Decimal.shortest(number), root.position());
        }
        return number;
    }

    /**
     * The value as a condition.
     *
     * @throws ExpressionException as for {@link #evaluate}, or when the value is no condition
     */
    public boolean truth(Scope scope) {
        Value value = evaluate(scope);
        if (value instanceof Value.Truth(boolean truth)) {
            return truth;
        }
        throw new ExpressionException(
                "a comparison is needed here, such as x < 1, got " + value.described(), root.position());
    }

    /** The names that a scope must have for this expression, in the order in which they occur. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        root.mapped(node -> {
            if (node instanceof Node.Name(var name, var _) && Vocabulary.constant(name) == null) {
                names.add(name);
            }
            return node;
        });
        return Collections.unmodifiableSet(names);
    }

    /**
     * The values of all that this expression is made of, itself included: {@code kl(p, q)} is made of p and q. A part without a
     * value is left out.
     */
    public List<Value> constituents(Scope scope) {
        List<Value> values = new ArrayList<>();
        var evaluator = new Evaluator(scope);
        root.mapped(node -> {
            try {
                values.add(evaluator.value(node));
            } catch (ExpressionException withoutValue) {
                // Such as ln(0) in a branch that is never taken
            }
            return node;
        });
        return values;
    }

    /**
     * This expression with every call of one function written differently:
     * {@code findRewritten("kl(p, q)", "kl(q, p)")} is what a learner computes who mixes up the direction. Empty where
     * the function is not called.
     *
     * @param call the function with names for its arguments
     * @param by what to write instead, in these names
     * @throws IllegalArgumentException when {@code call} is no call with names for arguments
     */
    public Optional<Expression> findRewritten(String call, String by) {
        if (!(parse(call).root instanceof Node.Call pattern)
                || !pattern.arguments().stream().allMatch(Node.Name.class::isInstance)) {
            throw new IllegalArgumentException("call must be a function with names for its arguments, got " + call);
        }
        Node template = parse(by).root;
        var occurs = new AtomicBoolean();
        Node rewritten = root.mapped(node -> {
            if (node instanceof Node.Call found && matches(found, pattern)) {
                occurs.set(true);
                return substituted(template, pattern.arguments(), found.arguments());
            }
            return node;
        });
        return occurs.get() ? Optional.of(parse(Printer.print(rewritten))) : Optional.empty();
    }

    private static Node substituted(Node template, List<Node> names, List<Node> arguments) {
        return template.mapped(node -> {
            for (int i = 0; i < names.size(); i++) {
                if (node instanceof Node.Name(var name, var _)
                        && names.get(i) instanceof Node.Name(var parameter, var _)
                        && name.equals(parameter)) {
                    return arguments.get(i);
                }
            }
            return node;
        });
    }

    private static boolean matches(Node.Call found, Node.Call pattern) {
        return found.operation().name().equals(pattern.operation().name())
                && found.arguments().size() == pattern.arguments().size();
    }

    /**
     * The canonical form: equal for two sources that differ only in spaces, superfluous brackets and the way numbers
     * are written.
     */
    @Override
    public String toString() {
        return Printer.print(root);
    }

    /** Equal when the canonical forms are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
