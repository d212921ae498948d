package dev.surprisal.expression;

import dev.surprisal.expression.Operator.Level;
import dev.surprisal.math.Decimal;
import java.util.List;

/**
 * Writes a tree in its one canonical form: the fewest brackets, one space around operators, numbers in their shortest
 * digits.
 */
final class Printer {

    private final StringBuilder out = new StringBuilder();

    private Printer() {}

    static String print(Node node) {
        var printer = new Printer();
        printer.write(node, Level.OR);
        return printer.out.toString();
    }

    /** Writes {@code node}, in brackets where it binds less tightly than its place needs. */
    private void write(Node node, Level needed) {
        boolean bracketed = level(node).compareTo(needed) < 0;
        if (bracketed) {
            out.append('(');
        }
        switch (node) {
            case Node.Literal(double value, var _) -> out.append(Decimal.shortest(value));
            case Node.Text(var text, var _) -> out.append(Value.quoted(text));
            case Node.Name(var name, var _) -> out.append(name);
            case Node.Word(var family, var _) -> out.append(family.word);
            case Node.Call call -> {
                out.append(call.operation().name()).append('(');
                writeAll(call.arguments());
                out.append(')');
            }
            case Node.Listing(var elements, var _) -> {
                out.append('[');
                writeAll(elements);
                out.append(']');
            }
            case Node.Field(var target, var field, var _) -> {
                // 1.p would be read as a decimal
                boolean number = target instanceof Node.Literal;
                out.append(number ? "(" : "");
                write(target, Level.ATOM);
                out.append(number ? ")" : "").append('.').append(field);
            }
            case Node.Negation(var operand, var _) -> {
                out.append('-');
                write(operand, Level.SIGN);
            }
            case Node.Not(var operand, var _) -> {
                out.append("not ");
                write(operand, Level.NOT);
            }
            case Node.Power(var base, var exponent, var _) -> {
                write(base, Level.ATOM);
                out.append('^');
                write(exponent, Level.SIGN);
            }
            case Node.Chain(var first, var rest) -> {
                Level inner = level(node).tighter();
                write(first, inner);
                for (Node.Link link : rest) {
                    out.append(' ').append(link.operator().symbol).append(' ');
                    write(link.operand(), inner);
                }
            }
        }
        if (bracketed) {
            out.append(')');
        }
    }

    private void writeAll(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            write(nodes.get(i), Level.OR);
        }
    }

    private static Level level(Node node) {
        return switch (node) {
            case Node.Literal _, Node.Text _, Node.Name _, Node.Word _, Node.Call _, Node.Listing _, Node.Field _ ->
                Level.ATOM;
            case Node.Negation _ -> Level.SIGN;
            case Node.Not _ -> Level.NOT;
            case Node.Power _ -> Level.POWER;
            case Node.Chain chain -> chain.rest().getFirst().operator().level;
        };
    }
}
