package dev.surprisal.cli;

import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the value of an expression to full precision, for authors to try things out. */
final class Eval implements Word {

    @Override
    public String name() {
        return "eval";
    }

    @Override
    public String help() {
        return "eval \"kl(bernoulli(0.5), bernoulli(0.7))\"   the value of an expression, to full precision";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 1) {
            err.println("one expression is expected, in quotes: " + help());
            return Cli.WRONG_USE;
        }
        String source = arguments.getFirst();
        try {
            out.println(inFull(Expression.parse(source).evaluate(Scope.EMPTY)));
            return Cli.DONE;
        } catch (ExpressionException wrong) {
            point(source, wrong, err);
            return Cli.FOUND_ERRORS;
        }
    }

    /** Every number with as many digits as give its double again, and no more. */
    private static String inFull(Value value) {
        return switch (value) {
            case Value.Number(double number) when Double.isInfinite(number) -> value.printed();
            case Value.ListOf(var elements) ->
                elements.stream().map(Eval::inFull).collect(Collectors.joining(", ", "[", "]"));
            case Value.Record(var fields) ->
                fields.entrySet().stream()
                        .map(field -> field.getKey() + " = " + inFull(field.getValue()))
                        .collect(Collectors.joining(", "));
            case Value.Truth _ -> value.printed();
            default -> value.exact().orElseGet(value::printed);
        };
    }

    /** The line of the source that the error is about, with a caret under the place. */
    private static void point(String source, ExpressionException wrong, PrintStream err) {
        int start = source.lastIndexOf('\n', wrong.position() - 1) + 1;
        int end = source.indexOf('\n', wrong.position());
        String line = source.substring(start, end < 0 ? source.length() : end);
        int column = wrong.position() - start;
        // A long line is shown as far as it helps
        int from = Math.max(0, column - 60);
        err.println(
                "  " + line.substring(from, Math.min(line.length(), from + 100)).replace('\t', ' '));
        err.println("  " + " ".repeat(line.codePointCount(from, column)) + "^");
        err.println("error: " + wrong.getMessage());
    }
}
