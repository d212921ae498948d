package dev.surprisal.expression;

import dev.surprisal.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a source into tokens. Signs that authors paste from formulas (− × · ÷ ≤ ≥ ≠) become their plain form; signs of
 * other languages ({@code **}, {@code &&}, {@code =}) are refused with the form that is accepted.
 */
final class Lexer {

    static final int MAX_LENGTH = 20_000;
    static final int MAX_NAME = 64;
    private static final int MAX_DIGITS = 400;

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    /** The tokens of {@code source}, the last one of kind END. */
    static List<Token> tokens(String source) {
        if (source.length() > MAX_LENGTH) {
            throw new ExpressionException(
                    "the expression has " + source.length() + " characters; at most " + MAX_LENGTH + " are accepted",
                    MAX_LENGTH);
        }
        return new Lexer(source).run();
    }

    private List<Token> run() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
                number();
            } else if (isLetter(c)) {
                name();
            } else if (c == '"' || c == '\'') {
                text(c);
            } else {
                sign(c);
            }
        }
        tokens.add(new Token(Kind.END, "", source.length()));
        return tokens;
    }

    private void number() {
        int start = at;
        digits();
        if (peek(0) == '.') {
            at++;
            if (!isDigit(peek(0))) {
                throw new ExpressionException("a digit is expected after the decimal point", at);
            }
            digits();
        }
        if (peek(0) == '.') {
            throw new ExpressionException("a number has one decimal point", at);
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            boolean signed = peek(1) == '-' || peek(1) == '+' || peek(1) == '−';
            if (isDigit(peek(signed ? 2 : 1))) {
                at += signed ? 2 : 1;
                digits();
            }
        }
        if (isLetter(peek(0))) {
            throw new ExpressionException(
                    "an operator is missing between " + source.substring(start, at) + " and '" + nameAt(at)
                            + "': a product is written with *",
                    at);
        }
        if (peek(0) == '%') {
            throw new ExpressionException(
                    "% is not accepted here: write " + source.substring(start, at) + "/100 or a decimal fraction", at);
        }
        if (at - start > MAX_DIGITS) {
            throw new ExpressionException(
                    "a number has at most " + MAX_DIGITS + " characters, this one has " + (at - start), start);
        }
        tokens.add(new Token(Kind.NUMBER, source.substring(start, at).replace('−', '-'), start));
    }

    /** A text ends at the quote it starts with, on the same line. */
    private void text(char quote) {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote && source.charAt(end) != '\n') {
            end++;
        }
        if (end == source.length() || source.charAt(end) != quote) {
            throw new ExpressionException("the text that starts with " + quote + " here has no end", at);
        }
        tokens.add(new Token(Kind.TEXT, source.substring(at + 1, end), at));
        at = end + 1;
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void name() {
        int start = at;
        String name = followsGiven() ? idAt(start) : nameAt(start);
        if (name.length() > MAX_NAME) {
            throw new ExpressionException(
                    "a name has at most " + MAX_NAME + " characters, this one has " + name.length(), start);
        }
        at = start + name.length();
        tokens.add(new Token(Kind.NAME, name, start));
    }

    /**
     * Parts of a question have ids with hyphens: {@code given.in-nats} is one name, {@code given.nats - 1} is a
     * difference.
     */
    private boolean followsGiven() {
        int size = tokens.size();
        return size >= 2 && tokens.get(size - 1).is(".") && tokens.get(size - 2).is("given");
    }

    private String nameAt(int start) {
        int end = start;
        while (end < source.length() && (isLetter(source.charAt(end)) || isDigit(source.charAt(end)))) {
            end++;
        }
        return source.substring(start, end);
    }

    private String idAt(int start) {
        int end = start + nameAt(start).length();
        while (end + 1 < source.length()
                && source.charAt(end) == '-'
                && (isLetter(source.charAt(end + 1)) || isDigit(source.charAt(end + 1)))) {
            end += 1 + nameAt(end + 1).length();
        }
        return source.substring(start, end);
    }

    private void sign(char c) {
        String two = at + 1 < source.length() ? source.substring(at, at + 2) : "";
        switch (two) {
            case "<=", ">=", "==", "!=" -> {
                add(two, 2);
                return;
            }
            case "**" -> throw new ExpressionException("'**' is not an operator: a power is written with ^", at);
            case "&&" -> throw new ExpressionException("'&&' is not an operator: write and", at);
            case "||" -> throw new ExpressionException("'||' is not an operator: write or", at);
            default -> {}
        }
        switch (c) {
            case '+', '-', '*', '/', '^', '(', ')', '[', ']', ',', '.', '<', '>' -> add(String.valueOf(c), 1);
            case '−' -> add("-", 1);
            case '×', '·', '⋅' -> add("*", 1);
            case '÷' -> add("/", 1);
            case '≤' -> add("<=", 1);
            case '≥' -> add(">=", 1);
            case '≠' -> add("!=", 1);
            case '∞' -> add("∞", 1);
            case '=' -> throw new ExpressionException("'=' is not an operator: equality is written ==", at);
            case '!' ->
                throw new ExpressionException("'!' is not an operator: write not, or != for 'differs from'", at);
            case '%' -> throw new ExpressionException("'%' is not an operator: divide by 100", at);
            case ';' ->
                throw new ExpressionException(
                        "';' is not accepted in an expression: arguments are separated by commas", at);
            case '{', '}' ->
                throw new ExpressionException("'" + c + "' is not accepted here: brackets are ( ) and lists [ ]", at);
            case '`' -> throw new ExpressionException("` is not accepted here: a text is written in \" \"", at);
            default -> {
                String shown = new String(Character.toChars(source.codePointAt(at)));
                throw new ExpressionException(
                        Character.isLetter(source.codePointAt(at))
                                ? "'" + shown + "' is not accepted: names are made of the letters a to z, digits and _"
                                : "'" + shown + "' is not accepted in an expression",
                        at);
            }
        }
    }

    private void add(String sign, int length) {
        tokens.add(new Token(Kind.SIGN, sign, at));
        at += length;
    }

    private char peek(int ahead) {
        return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00a0' || c == '\u2009' || c == '\u202f';
    }

    /** Whether {@code text} can be a name of the language. */
    static boolean isName(String text) {
        if (text.isEmpty() || text.length() > MAX_NAME || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!isLetter(text.charAt(i)) && !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
