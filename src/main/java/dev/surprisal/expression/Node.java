package dev.surprisal.expression;

import java.util.List;

/**
 * The syntax tree. Every node knows the offset at which its text starts, so that an error found while evaluating can point there.
 * Chains of operators of one level are flat ({@link Chain}): the tree is never deeper than the brackets and powers that were written.
 */
sealed interface Node {

    int position();

    /** A number as written: digits with an optional fraction and exponent. */
    record Literal(double value, int position) implements Node {}

    /** A name from the scope, or a constant. */
    record Name(String name, int position) implements Node {}

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
