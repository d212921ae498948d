package dev.surprisal.expression;

import dev.surprisal.math.Decimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parsed expression: {@code kl(p, q)}, {@code 1/3}, {@code state.p < 0.05}. Immutable, evaluated as often as one
 * likes.
 */
public final class Expression {

    private final String source;
    private final Node root;
    private final int work;
    private final Set<String> names;

    private Expression(String source, Node root) {
        this.source = source;
        this.root = root;
        this.work = work(root);
        this.names = names(root);
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

    /**
     * How much work one evaluation is, in simple steps: what reads content counts them, and so refuses the same texts on every machine.
     * A search for the optima of a fit is worth thousands.
     */
    public int work() {
        return work;
    }

    private static int work(Node root) {
        int[] work = {0};
        root.mapped(node -> {
            work[0] += node instanceof Node.Call call ? Vocabulary.work(call.operation()) : 1;
            return node;
        });
        return work[0];
    }

    /** The names that a scope must have for this expression, in the order in which they occur. */
    public Set<String> names() {
        return names;
    }

    private static Set<String> names(Node root) {
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
     * This expression with every part of one form written differently: {@code findRewritten("kl(p, q)", "kl(q, p)")} is what a learner
     * computes who mixes up the direction. Empty where nothing has that form.
     *
     * @param form an expression in which each name stands for any part, the same for the same name; the two sides of a sum or
     *     product may have changed places
     * @param by what to write instead, in these names
     * @throws IllegalArgumentException when {@code form} is a name alone
     */
    public Optional<Expression> findRewritten(String form, String by) {
        Node pattern = parse(form).root;
        if (pattern instanceof Node.Name) {
            throw new IllegalArgumentException("form must be more than a name, got " + form);
        }
        Node template = parse(by).root;
        return changed(node -> Form.match(pattern, node).map(parts -> Form.filled(template, parts)));
    }

    /** This expression with a number in the place of every part that is written as {@code part} is; empty where there is none. */
    public Optional<Expression> findReplaced(Expression part, double number) {
        Node literal = parse(Decimal.shortest(number).replace("∞", "infinity")).root;
        return changed(node -> Printer.print(node).equals(part.toString()) ? Optional.of(literal) : Optional.empty());
    }

    private Optional<Expression> changed(Function<Node, Optional<Node>> change) {
        var occurs = new AtomicBoolean();
        Node changed = root.mapped(node -> {
            Optional<Node> other = change.apply(node);
            occurs.compareAndSet(false, other.isPresent());
            return other.orElse(node);
        });
        return occurs.get() ? Optional.of(parse(Printer.print(changed))) : Optional.empty();
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
