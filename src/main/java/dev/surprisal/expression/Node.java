package dev.surprisal.expression;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The syntax tree. Every node knows the offset at which its text starts, so that an error found while evaluating can
 * point there. Chains of operators of one level are flat ({@link Chain}): the tree is never deeper than the brackets
 * and powers that were written.
 */
sealed interface Node {

    int position();

    /** This tree with every node replaced by what {@code change} makes of it, the inner ones first. */
    default Node mapped(UnaryOperator<Node> change) {
        Node inside = switch (this) {
            case Literal _, Text _, Name _, Word _ -> this;
            case Call call -> new Call(call.operation, mapped(call.arguments, change), call.position, call.end);
            case Field(var target, var field, int position) -> new Field(target.mapped(change), field, position);
            case Listing(var elements, int position) -> new Listing(mapped(elements, change), position);
            case Negation(var operand, int position) -> new Negation(operand.mapped(change), position);
            case Not(var operand, int position) -> new Not(operand.mapped(change), position);
            case Power(var base, var exponent, int position) ->
                new Power(base.mapped(change), exponent.mapped(change), position);
            case Chain(var first, var rest) ->
                new Chain(
                        first.mapped(change),
                        rest.stream()
                                .map(link -> new Link(link.operator, link.position, link.operand.mapped(change)))
                                .toList());
        };
        return change.apply(inside);
    }

    private static List<Node> mapped(List<Node> nodes, UnaryOperator<Node> change) {
        return nodes.stream().map(node -> node.mapped(change)).toList();
    }

    /** A number as written: digits with an optional fraction and exponent. */
    record Literal(double value, int position) implements Node {}

    /** What stands between quotes. */
    record Text(String text, int position) implements Node {}

    /** A name from the scope, or a constant. */
    record Name(String name, int position) implements Node {}

    /** The name of a family where a function takes one. */
    record Word(Family family, int position) implements Node {}

    /** {@code function(arguments…)}; {@code end} is the offset of the closing bracket. */
    record Call(Operation operation, List<Node> arguments, int position, int end) implements Node {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code target.field}; {@code fieldPosition} is the offset of the field's name. */
    record Field(Node target, String field, int fieldPosition) implements Node {
        @Override
        public int position() {
            return target.position();
        }
    }

    /** {@code [a, b, …]}. */
    record Listing(List<Node> elements, int position) implements Node {
        public Listing {
            elements = List.copyOf(elements);
        }
    }

    /** {@code -operand}. */
    record Negation(Node operand, int position) implements Node {}

    /** {@code not operand}. */
    record Not(Node operand, int position) implements Node {}

    /** {@code base ^ exponent}; {@code operatorPosition} is the offset of the sign. */
    record Power(Node base, Node exponent, int operatorPosition) implements Node {
        @Override
        public int position() {
            return base.position();
        }
    }

    /** {@code first op operand op operand …}, all operators of one level, applied from left to right. */
    record Chain(Node first, List<Link> rest) implements Node {
        public Chain {
            rest = List.copyOf(rest);
        }

        @Override
        public int position() {
            return first.position();
        }
    }

    /** One further operand of a chain; {@code position} is the offset of the operator. */
    record Link(Operator operator, int position, Node operand) {}
}
