package dev.surprisal.expression;

import dev.surprisal.expression.Operator.Level;
import dev.surprisal.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recursive descent over the grammar
 *
 * <pre>
 * or         = and {"or" and}
 * and        = not {"and" not}
 * not        = "not" not | comparison
 * comparison = sum {("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!=") sum}
 * sum        = product {("+" | "-") product}
 * product    = sign {("*" | "/") sign}
 * sign       = ("-" | "+") sign | power
 * power      = postfix ["^" sign]
 * postfix    = atom {"." name}
 * atom       = number | text | "∞" | name | name "(" [or {"," or}] ")" | "(" or ")" | "[" [or {"," or}] "]"
 * </pre>
 *
 * so that {@code -2^2} is −4, {@code 2^3^2} is 512 and {@code 2^-1} is 0.5. Functions and the number of their arguments
 * are checked here; names and types when the expression is evaluated.
 */
final class Parser {

    static final int MAX_DEPTH = 100;

    private final Vocabulary vocabulary;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(String source, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.tokens = Lexer.tokens(source);
    }

    static Node parse(String source, Vocabulary vocabulary) {
        var parser = new Parser(source, vocabulary);
        if (parser.peek().kind() == Kind.END) {
            throw new ExpressionException(
                    "an expression is expected, such as kl(bernoulli(0.5), bernoulli(0.7))", source.length());
        }
        Node node = parser.chain(Level.OR);
        Token rest = parser.peek();
        if (rest.kind() != Kind.END) {
            throw parser.unexpected(rest);
        }
        return node;
    }

    /** A chain of the given level, or, where there is no operator of that level, what binds tighter. */
    private Node chain(Level level) {
        Node first = tighter(level);
        List<Node.Link> rest = new ArrayList<>();
        for (Operator operator = operatorAt(level); operator != null; operator = operatorAt(level)) {
            int position = next().position();
            rest.add(new Node.Link(operator, position, tighter(level)));
        }
        return rest.isEmpty() ? first : new Node.Chain(first, rest);
    }

    private Node tighter(Level level) {
        return switch (level.tighter()) {
            case NOT -> not();
            case SIGN -> sign();
            case Level next -> chain(next);
        };
    }

    private @Nullable Operator operatorAt(Level level) {
        for (Operator operator : Operator.values()) {
            if (operator.level == level && peek().is(operator.symbol)) {
                return operator;
            }
        }
        return null;
    }

    private Node not() {
        if (!peek().is("not")) {
            return chain(Level.COMPARISON);
        }
        Token not = next();
        enter(not);
        Node operand = not();
        depth--;
        return new Node.Not(operand, not.position());
    }

    private Node sign() {
        Token sign = peek();
        if (!sign.is("-") && !sign.is("+")) {
            return power();
        }
        next();
        enter(sign);
        Node operand = sign();
        depth--;
        return sign.is("-") ? new Node.Negation(operand, sign.position()) : operand;
    }

    private Node power() {
        Node base = postfix();
        if (!peek().is("^")) {
            return base;
        }
        Token hat = next();
        enter(hat);
        Node exponent = sign();
        depth--;
        return new Node.Power(base, exponent, hat.position());
    }

    private Node postfix() {
        Node node = atom();
        int entered = 0;
        while (peek().is(".")) {
            enter(next());
            entered++;
            Token field = next();
            if (field.kind() != Kind.NAME) {
                throw new ExpressionException(
                        "the name of a field is expected after '.', got " + field.described(), field.position());
            }
            node = new Node.Field(node, field.text(), field.position());
        }
        depth -= entered;
        return node;
    }

    private Node atom() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> literal(token);
            case TEXT -> new Node.Text(token.text(), token.position());
            case NAME -> name(token);
            case SIGN -> bracketOrInfinity(token);
            case END ->
                throw new ExpressionException(
                        "a number, a name or a bracket is expected here, got the end", token.position());
        };
    }

    private static Node literal(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw new ExpressionException(
                    Scope.shortened(token.text()) + " is too large: numbers go up to 1.8e308", token.position());
        }
        if (value == 0 && isNotZero(token.text())) {
            throw new ExpressionException(
                    Scope.shortened(token.text()) + " is too close to 0: numbers go down to 4.9e-324",
                    token.position());
        }
        return new Node.Literal(value, token.position());
    }

    private static boolean isNotZero(String number) {
        for (int i = 0; i < number.length() && number.charAt(i) != 'e' && number.charAt(i) != 'E'; i++) {
            if (number.charAt(i) >= '1' && number.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private Node name(Token token) {
        String name = token.text();
        if (Vocabulary.isWord(name)) {
            throw new ExpressionException(
                    "a number, a name or a bracket is expected here, got '" + name + "'", token.position());
        }
        return peek().is("(") ? call(token) : new Node.Name(name, token.position());
    }

    private Node call(Token name) {
        Operation operation = vocabulary.find(name.text());
        if (operation == null) {
            throw unknownFunction(name);
        }
        Token open = next();
        List<Node> arguments = withFamilies(operation, listed(open, ")"));
        int end = tokens.get(at - 1).position();
        if (arguments.size() < operation.fewest()) {
            throw new ExpressionException(wrongCount(operation, arguments.size()), end);
        }
        if (arguments.size() > operation.most()) {
            throw new ExpressionException(
                    wrongCount(operation, arguments.size()),
                    arguments.get(operation.most()).position());
        }
        return new Node.Call(operation, arguments, name.position(), end);
    }

    /** Where a function takes a family, {@code normal} is its name and not one of the scope. */
    private static List<Node> withFamilies(Operation operation, List<Node> arguments) {
        List<Node> read = new ArrayList<>(arguments);
        for (int i = 0; i < arguments.size() && i < operation.most(); i++) {
            Parameter.@Nullable Kind kind = operation instanceof Operation.Plain plain
                    ? plain.parameters().get(i).kind()
                    : null;
            if (kind != Parameter.Kind.FAMILY && kind != Parameter.Kind.LIKELIHOOD) {
                continue;
            }
            Node argument = arguments.get(i);
            Family family = argument instanceof Node.Name(String name, int _) ? Family.find(name) : null;
            if (family != null) {
                read.set(i, new Node.Word(family, argument.position()));
            } else if (kind == Parameter.Kind.FAMILY) {
                String hint =
                        argument instanceof Node.Name(String name, int _) ? Spelling.hint(name, Family.words()) : "";
                throw new ExpressionException(
                        operation.signature() + ": family must be " + kind.accepted + hint, argument.position());
            }
        }
        return read;
    }

    private ExpressionException unknownFunction(Token name) {
        String text = name.text();
        String advice = Vocabulary.elsewhere(text);
        if (advice.isEmpty()) {
            advice = Spelling.hint(text, vocabulary.names());
        }
        if (advice.isEmpty() && Vocabulary.constant(text) != null) {
            advice = ": it is a number, and a product is written with *";
        }
        return new ExpressionException("there is no function " + text + advice, name.position());
    }

    private static String wrongCount(Operation operation, int got) {
        String accepted = operation.fewest() == operation.most()
                ? counted(operation.most())
                : operation.most() == Integer.MAX_VALUE
                        ? "at least " + counted(operation.fewest())
                        : operation.fewest() + " to " + counted(operation.most());
        return operation.signature() + " takes " + accepted + ", got " + got;
    }

    private static String counted(int arguments) {
        return arguments == 1 ? "1 argument" : arguments + " arguments";
    }

    private Node bracketOrInfinity(Token open) {
        return switch (open.text()) {
            case "(" -> inner(open);
            case "∞" -> new Node.Name("infinity", open.position());
            case "[" -> new Node.Listing(listed(open, "]"), open.position());
            case ")", "]" ->
                throw new ExpressionException(
                        "a number, a name or a bracket is expected here, got '" + open.text() + "'", open.position());
            default ->
                throw new ExpressionException(
                        "a number, a name or a bracket is expected before '" + open.text() + "'", open.position());
        };
    }

    private Node inner(Token open) {
        enter(open);
        Node inner = chain(Level.OR);
        depth--;
        if (peek().is(",")) {
            throw new ExpressionException(
                    "')' is expected here: a list is written in [ ], and a decimal number with a point",
                    peek().position());
        }
        close(open, ")");
        return inner;
    }

    /** What stands between {@code open}, which has been read, and the closing sign, which is read. */
    private List<Node> listed(Token open, String closing) {
        enter(open);
        List<Node> elements = new ArrayList<>();
        if (!peek().is(closing)) {
            elements.add(chain(Level.OR));
            while (peek().is(",")) {
                next();
                elements.add(chain(Level.OR));
            }
        }
        close(open, closing);
        depth--;
        return elements;
    }

    private void close(Token open, String closing) {
        Token token = next();
        if (token.is(closing)) {
            return;
        }
        if (token.kind() == Kind.END || token.is(")") || token.is("]")) {
            throw new ExpressionException(
                    "'" + closing + "' is missing: the '" + open.text() + "' at character " + (open.position() + 1)
                            + " is still open",
                    token.position());
        }
        throw unexpected(token);
    }

    /** The error for a token where an operator or the end should stand. */
    private ExpressionException unexpected(Token token) {
        String message = switch (token.kind()) {
            case NUMBER, TEXT, NAME ->
                "an operator is missing before " + token.described() + ": a product is written with *";
            case END -> "the expression ends too early";
            case SIGN ->
                switch (token.text()) {
                    case ")", "]" -> "there is no open bracket for this '" + token.text() + "'";
                    case "(", "[", "∞" ->
                        "an operator is missing before '" + token.text() + "': a product is written with *";
                    case "," -> "',' is not accepted here: a decimal number is written with a point, a list in [ ]";
                    default -> "an operator is expected here, got " + token.described();
                };
        };
        return new ExpressionException(message, token.position());
    }

    private void enter(Token token) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new ExpressionException(
                    "brackets, signs and powers are nested more than " + MAX_DEPTH + " deep here", token.position());
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }
}
