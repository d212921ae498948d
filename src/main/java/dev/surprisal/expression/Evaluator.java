package dev.surprisal.expression;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Distribution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Computes the value of a tree in a scope. NaN never comes out: an operation without a value is an error at its place.
 */
final class Evaluator {

    /** How far two sides of == may be apart, relative to the larger: 0.1 + 0.2 == 0.3 holds. */
    private static final double EQUALITY = 1e-12;

    private final Scope scope;

    Evaluator(Scope scope) {
        this.scope = scope;
    }

    Value value(Node node) {
        return switch (node) {
            case Node.Literal(double value, var _) -> Value.of(value);
            case Node.Text(String text, var _) -> Value.of(text);
            case Node.Name name -> named(name);
            case Node.Word(Family family, var _) -> Value.of(family.word);
            case Node.Listing(var elements, var _) ->
                new Value.ListOf(elements.stream().map(this::value).toList());
            case Node.Field field -> field(field);
            case Node.Call call -> call(call);
            case Node.Negation(var operand, int position) -> negated(value(operand), position);
            case Node.Not(var operand, var _) -> Value.of(!truth(operand));
            case Node.Power(var base, var exponent, int position) ->
                arithmetic(Operator.POWER, position, value(base), value(exponent));
            case Node.Chain chain -> chain(chain);
        };
    }

    private Value named(Node.Name name) {
        Double constant = Vocabulary.constant(name.name());
        if (constant != null) {
            return Value.of(constant);
        }
        return scope.find(name.name()).orElseThrow(() -> unknown(name));
    }

    private ExpressionException unknown(Node.Name name) {
        Set<String> known = new LinkedHashSet<>(scope.names());
        known.addAll(Vocabulary.constantNames());
        String advice = Vocabulary.elsewhere(name.name());
        if (advice.isEmpty()) {
            advice = Spelling.hint(name.name(), known);
        }
        if (advice.isEmpty()) {
            Operation operation = Vocabulary.FULL.find(name.name());
            advice = operation != null
                    ? ": the function is called as " + operation.signature()
                    : scope.names().isEmpty()
                            ? ": no names are declared here"
                            : ": declared are " + String.join(", ", scope.names());
        }
        return new ExpressionException("the name " + name.name() + " is not known" + advice, name.position());
    }

    private Value field(Node.Field node) {
        Value target = value(node.target());
        return switch (target) {
            case Value.Record(var fields) -> {
                Value found = fields.get(node.field());
                if (found == null) {
                    throw noField(node, fields.keySet());
                }
                yield found;
            }
            case Value.Of(var distribution) -> field(distribution, node);
            case Value.Number _, Value.Text _, Value.Truth _, Value.ListOf _ ->
                throw new ExpressionException(
                        target.described() + " has no field " + node.field(), node.fieldPosition());
        };
    }

    private static Value field(Distribution distribution, Node.Field node) {
        try {
            return Families.findField(distribution, node.field())
                    .orElseThrow(() -> noField(node, Families.fieldNames(distribution)));
        } catch (IllegalArgumentException refused) {
            throw new ExpressionException(String.valueOf(refused.getMessage()), node.fieldPosition(), refused);
        }
    }

    private static ExpressionException noField(Node.Field node, Collection<String> fields) {
        return new ExpressionException(
                "there is no field " + node.field() + Spelling.hint(node.field(), fields) + ": there are "
                        + String.join(", ", fields),
                node.fieldPosition());
    }

    private Value call(Node.Call node) {
        return switch (node.operation()) {
            case Operation.Plain plain -> plain(plain, node);
            case Operation.Scalar scalar ->
                mapped(
                        scalar,
                        node.arguments().getFirst(),
                        value(node.arguments().getFirst()));
            case Operation.Summary summary -> summary(summary, node);
        };
    }

    private Value plain(Operation.Plain operation, Node.Call node) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < node.arguments().size(); i++) {
            Node argument = node.arguments().get(i);
            Parameter parameter = operation.parameters().get(i);
            Value value = value(argument);
            if (!parameter.kind().accepts(value)) {
                throw new ExpressionException(
                        operation.signature() + ": " + parameter.name() + " must be " + parameter.kind().accepted
                                + ", got " + value.described(),
                        argument.position());
            }
            values.add(value);
        }
        try {
            return operation.body().apply(new Arguments(values));
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            throw new ExpressionException(
                    operation.name() + ": " + message, refusedPosition(operation, node, message), refused);
        }
    }

    /** The core names the argument that it refuses first: "sd must be > 0, got -1", "probabilities[2] must be …". */
    private static int refusedPosition(Operation.Plain operation, Node.Call node, String message) {
        int end = 0;
        while (end < message.length() && (Lexer.isLetter(message.charAt(end)) || Lexer.isDigit(message.charAt(end)))) {
            end++;
        }
        String first = message.substring(0, end);
        for (int i = 0; i < node.arguments().size(); i++) {
            if (operation.parameters().get(i).name().equals(first)) {
                return refusedElement(node.arguments().get(i), message.substring(end));
            }
        }
        return node.arguments().size() == 1 ? node.arguments().getFirst().position() : node.position();
    }

    /** Follows {@code [2]} or {@code [1][0]} into a list that is written out; one index counts through all rows. */
    private static int refusedElement(Node argument, String indices) {
        Node node = argument;
        String rest = indices;
        while (node instanceof Node.Listing(var elements, var _) && rest.startsWith("[")) {
            int close = rest.indexOf(']');
            String digits = close > 0 && close < 8 ? rest.substring(1, close) : "";
            if (digits.isEmpty() || !digits.chars().allMatch(c -> Lexer.isDigit((char) c))) {
                break;
            }
            rest = rest.substring(close + 1);
            List<Node> candidates = rest.startsWith("[") ? elements : leaves(elements);
            int index = Integer.parseInt(digits);
            if (index >= candidates.size()) {
                break;
            }
            node = candidates.get(index);
        }
        return node.position();
    }

    private static List<Node> leaves(List<Node> elements) {
        return elements.stream()
                .flatMap(element ->
                        element instanceof Node.Listing(var inner, var _) ? leaves(inner).stream() : Stream.of(element))
                .toList();
    }

    private Value mapped(Operation.Scalar operation, Node argument, Value value) {
        return switch (value) {
            case Value.Number(double x) -> {
                double result = operation.body().applyAsDouble(x);
                if (Double.isNaN(result)) {
                    throw new ExpressionException(
                            operation.signature() + " needs " + operation.domain() + ", got " + Format.upTo(x, 15),
                            argument.position());
                }
                yield Value.of(result);
            }
            case Value.ListOf(var elements) -> {
                List<Value> results = new ArrayList<>();
                for (int i = 0; i < elements.size(); i++) {
                    Node element = argument instanceof Node.Listing(var nodes, var _) ? nodes.get(i) : argument;
                    results.add(mapped(operation, element, elements.get(i)));
                }
                yield new Value.ListOf(results);
            }
            case Value.Text _, Value.Truth _, Value.Record _, Value.Of _ ->
                throw new ExpressionException(
                        operation.signature() + " takes a number or a list of numbers, got " + value.described(),
                        argument.position());
        };
    }

    private Value summary(Operation.Summary operation, Node.Call node) {
        Node first = node.arguments().getFirst();
        List<Value> values = new ArrayList<>();
        if (node.arguments().size() == 1 && value(first) instanceof Value.ListOf(var elements)) {
            if (elements.isEmpty()) {
                throw new ExpressionException(operation.name() + " of an empty list has no value", first.position());
            }
            for (int i = 0; i < elements.size(); i++) {
                Node element = first instanceof Node.Listing(var nodes, var _) ? nodes.get(i) : first;
                values.add(summand(operation, element, elements.get(i)));
            }
        } else {
            for (Node argument : node.arguments()) {
                values.add(summand(operation, argument, value(argument)));
            }
        }
        double result = operation.body().applyAsDouble(new Arguments(values).all());
        if (Double.isNaN(result)) {
            throw new ExpressionException(
                    operation.name() + " has no value for infinities of both signs", node.position());
        }
        return Value.of(result);
    }

    private static Value summand(Operation operation, Node node, Value value) {
        if (!(value instanceof Value.Number)) {
            throw new ExpressionException(
                    operation.name() + " takes numbers or one list of numbers, got " + value.described(),
                    node.position());
        }
        return value;
    }

    private static Value negated(Value value, int position) {
        return switch (value) {
            case Value.Number(double x) -> Value.of(-x);
            case Value.ListOf(var elements) ->
                new Value.ListOf(elements.stream()
                        .map(element -> negated(element, position))
                        .toList());
            case Value.Text _, Value.Truth _, Value.Record _, Value.Of _ ->
                throw new ExpressionException(
                        "- takes a number or a list of numbers, got " + value.described(), position);
        };
    }

    private Value chain(Node.Chain chain) {
        return switch (chain.rest().getFirst().operator().level) {
            case OR -> Value.of(truth(chain.first()) || chain.rest().stream().anyMatch(link -> truth(link.operand())));
            case AND -> Value.of(truth(chain.first()) && chain.rest().stream().allMatch(link -> truth(link.operand())));
            case COMPARISON -> Value.of(comparison(chain));
            case SUM, PRODUCT -> {
                Value result = value(chain.first());
                for (Node.Link link : chain.rest()) {
                    result = arithmetic(link.operator(), link.position(), result, value(link.operand()));
                }
                yield result;
            }
            case NOT, SIGN, POWER, ATOM -> throw new IllegalStateException("not a chain");
        };
    }

    private boolean truth(Node node) {
        Value value = value(node);
        if (value instanceof Value.Truth(boolean truth)) {
            return truth;
        }
        throw new ExpressionException(
                "a comparison is expected, such as x < 1, got " + value.described(), node.position());
    }

    /** {@code a < b < c} holds when both neighbours do. */
    private boolean comparison(Node.Chain chain) {
        boolean holds = true;
        Node leftNode = chain.first();
        Value left = value(leftNode);
        for (Node.Link link : chain.rest()) {
            Value right = value(link.operand());
            boolean compares = link.operator() == Operator.EQUAL || link.operator() == Operator.NOT_EQUAL;
            if (compares && !(left instanceof Value.Number) && comparable(left) && comparable(right)) {
                holds &= equal(left, right) == (link.operator() == Operator.EQUAL);
            } else {
                holds &= holds(link.operator(), compared(left, leftNode), compared(right, link.operand()));
            }
            leftNode = link.operand();
            left = right;
        }
        return holds;
    }

    private static double compared(Value value, Node node) {
        if (value instanceof Value.Number(double number)) {
            return number;
        }
        throw new ExpressionException("numbers are compared, got " + value.described(), node.position());
    }

    private static boolean comparable(Value value) {
        return switch (value) {
            case Value.Number _, Value.Text _ -> true;
            case Value.ListOf(var elements) -> elements.stream().allMatch(Evaluator::comparable);
            case Value.Truth _, Value.Record _, Value.Of _ -> false;
        };
    }

    /** Numbers up to rounding, texts letter by letter, lists element by element. */
    static boolean equal(Value left, Value right) {
        if (left instanceof Value.Number(double a) && right instanceof Value.Number(double b)) {
            return equal(a, b);
        }
        if (left instanceof Value.ListOf(var lefts) && right instanceof Value.ListOf(var rights)) {
            boolean equal = lefts.size() == rights.size();
            for (int i = 0; equal && i < lefts.size(); i++) {
                equal = equal(lefts.get(i), rights.get(i));
            }
            return equal;
        }
        return left.equals(right);
    }

    private static boolean holds(Operator operator, double left, double right) {
        return switch (operator) {
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> !equal(left, right);
            case OR, AND, PLUS, MINUS, TIMES, OVER, POWER ->
                throw new IllegalStateException("not a comparison: " + operator);
        };
    }

    private static boolean equal(double left, double right) {
        return left == right
                || (Double.isFinite(left)
                        && Double.isFinite(right)
                        && Math.abs(left - right) <= EQUALITY * Math.max(Math.abs(left), Math.abs(right)));
    }

    /** Lists are taken element by element, with a number or with a list of the same length. */
    private static Value arithmetic(Operator operator, int position, Value left, Value right) {
        if (left instanceof Value.Number(double a) && right instanceof Value.Number(double b)) {
            return Value.of(number(operator, position, a, b));
        }
        if (left instanceof Value.ListOf(var lefts) && right instanceof Value.ListOf(var rights)) {
            if (lefts.size() != rights.size()) {
                throw new ExpressionException(
                        operator.symbol + " takes lists of the same length, got " + lefts.size() + " and "
                                + rights.size() + " values",
                        position);
            }
            List<Value> results = new ArrayList<>();
            for (int i = 0; i < lefts.size(); i++) {
                results.add(arithmetic(operator, position, lefts.get(i), rights.get(i)));
            }
            return new Value.ListOf(results);
        }
        if (left instanceof Value.ListOf(var lefts) && right instanceof Value.Number) {
            return new Value.ListOf(lefts.stream()
                    .map(element -> arithmetic(operator, position, element, right))
                    .toList());
        }
        if (left instanceof Value.Number && right instanceof Value.ListOf(var rights)) {
            return new Value.ListOf(rights.stream()
                    .map(element -> arithmetic(operator, position, left, element))
                    .toList());
        }
        throw new ExpressionException(
                operator.symbol + " takes numbers or lists of numbers, got " + left.described() + " and "
                        + right.described(),
                position);
    }

    private static double number(Operator operator, int position, double a, double b) {
        double result = switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case OVER -> b == 0 ? Double.NaN : a / b;
            case POWER -> a == 0 && b < 0 ? Double.NaN : Elementary.pow(a, b);
            case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                throw new IllegalStateException("not arithmetic: " + operator);
        };
        if (Double.isFinite(result) || (Double.isInfinite(result) && !(Double.isFinite(a) && Double.isFinite(b)))) {
            return result;
        }
        String written = operand(a) + " " + operator.symbol + " " + operand(b);
        if (Double.isInfinite(result)) {
            throw new ExpressionException(written + " is too large: numbers go up to 1.8e308", position);
        }
        boolean byZero = operator == Operator.OVER ? b == 0 : operator == Operator.POWER && a == 0;
        throw new ExpressionException(
                byZero ? "division by zero: " + written : written + " has no real value", position);
    }

    private static String operand(double x) {
        return x < 0 ? "(" + Format.upTo(x, 15) + ")" : Format.upTo(x, 15);
    }
}
