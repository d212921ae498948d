package dev.surprisal.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** A parsed expression: {@code kl(p, q)}, {@code 1/3}, {@code state.p < 0.05}. Immutable, evaluated as often as one likes. */
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
     * @throws ExpressionException at the first character that cannot be understood, for a function that does not exist or gets too
     *     few or too many arguments, and for sources beyond any sensible length or depth
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
     * @throws ExpressionException for an unknown name, a wrong type, an argument outside a function's domain, an operation without a
     *     value (0/0, ∞ − ∞)
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
                    "a finite number is needed here, this is " + Decimals.shortest(number), root.position());
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
        collectNames(root, names);
        return Collections.unmodifiableSet(names);
    }

    private static void collectNames(Node node, Set<String> names) {
        switch (node) {
            case Node.Literal _ -> {}
            case Node.Name(var name, var _) -> {
                if (Vocabulary.constant(name) == null) {
                    names.add(name);
                }
            }
            case Node.Call call -> call.arguments().forEach(argument -> collectNames(argument, names));
            case Node.Listing(var elements, var _) -> elements.forEach(element -> collectNames(element, names));
            case Node.Field(var target, var _, var _) -> collectNames(target, names);
            case Node.Negation(var operand, var _) -> collectNames(operand, names);
            case Node.Not(var operand, var _) -> collectNames(operand, names);
            case Node.Power(var base, var exponent, var _) -> {
                collectNames(base, names);
                collectNames(exponent, names);
            }
            case Node.Chain(var first, var rest) -> {
                collectNames(first, names);
                rest.forEach(link -> collectNames(link.operand(), names));
            }
        }
    }

    Node root() {
        return root;
    }

    /** The canonical form: equal for two sources that differ only in spaces, superfluous brackets and the way numbers are written. */
    @Override
    public String toString() {
        return Printer.print(root);
    }
}
