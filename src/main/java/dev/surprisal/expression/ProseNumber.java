package dev.surprisal.expression;

import java.util.Optional;

/** A number in a sentence: computed ({@code = kl(p, q); 3dp}), or written and asserted ({@code 0.443 == kl(p, q)}). */
public sealed interface ProseNumber {

    /** What computes it. */
    Expression expression();

    /**
     * The number as the sentence shows it.
     *
     * @throws ExpressionException when it cannot be computed, or when what is written does not agree with what is
     *     computed; positions are offsets in the text given to {@link #find}
     */
    String print(Scope scope);

    /**
     * Reads the text of a code span, or what stands in double braces in a formula. Empty for code that is no number:
     * neither starts with {@code =} nor asserts a number by {@code ==}.
     *
     * @throws ExpressionException for a number that cannot be understood, with an offset in {@code code}
     */
    static Optional<ProseNumber> find(String code) {
        int start = skipSpaces(code, 0);
        if (start < code.length() && code.charAt(start) == '=' && !code.startsWith("==", start)) {
            return Optional.of(computed(code, start + 1));
        }
        int equals = code.indexOf("==");
        if (equals < 0 || !startsNumber(code, start)) {
            return Optional.empty();
        }
        var written = WrittenNumber.parse(code.substring(start, equals).stripTrailing(), start);
        return Optional.of(new Asserted(written, start, expression(code, equals + 2, code.length()), equals + 2));
    }

    private static ProseNumber computed(String code, int start) {
        int semicolon = code.indexOf(';', start);
        int end = semicolon < 0 ? code.length() : semicolon;
        var expression = expression(code, start, end);
        Format format = Format.USUAL;
        if (semicolon >= 0) {
            try {
                format = Format.parse(code.substring(semicolon + 1));
            } catch (ExpressionException wrong) {
                throw wrong.shifted(semicolon + 1);
            }
        }
        return new Computed(expression, start, format);
    }

    private static Expression expression(String code, int start, int end) {
        try {
            return Expression.parse(code.substring(start, end));
        } catch (ExpressionException wrong) {
            throw wrong.shifted(start);
        }
    }

    private static int skipSpaces(String code, int from) {
        int at = from;
        while (at < code.length() && code.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static boolean startsNumber(String code, int start) {
        int at = start;
        if (at < code.length() && (code.charAt(at) == '-' || code.charAt(at) == '+' || code.charAt(at) == '−')) {
            at++;
        }
        return at < code.length()
                && (Lexer.isDigit(code.charAt(at)) || code.charAt(at) == '.' || code.charAt(at) == '∞');
    }

    private static double value(Expression expression, int offset, Scope scope) {
        try {
            return expression.number(scope);
        } catch (ExpressionException wrong) {
            throw wrong.shifted(offset);
        }
    }

    /** A number that the sentence leaves to the core. */
    record Computed(Expression expression, int offset, Format format) implements ProseNumber {

        @Override
        public String print(Scope scope) {
            double value = value(expression, offset, scope);
            try {
                return format.print(value);
            } catch (IllegalArgumentException unprintable) {
                throw new ExpressionException(String.valueOf(unprintable.getMessage()), offset, unprintable);
            }
        }
    }

    /** A number that the author wrote and the core confirms. */
    final class Asserted implements ProseNumber {

        private final WrittenNumber written;
        private final int writtenAt;
        private final Expression expression;
        private final int expressionAt;

        private Asserted(WrittenNumber written, int writtenAt, Expression expression, int expressionAt) {
            this.written = written;
            this.writtenAt = writtenAt;
            this.expression = expression;
            this.expressionAt = expressionAt;
        }

        @Override
        public Expression expression() {
            return expression;
        }

        @Override
        public String print(Scope scope) {
            double computed = value(expression, expressionAt, scope);
            if (!written.agreesWith(computed)) {
                throw new ExpressionException(
                        written.text() + " is written, but " + Scope.shortened(expression.toString()) + " is "
                                + Format.upTo(computed, 15) + " (did you mean " + written.mend(computed) + "?)",
                        writtenAt);
            }
            return written.text();
        }
    }
}
