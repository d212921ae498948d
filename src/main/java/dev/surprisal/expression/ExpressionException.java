package dev.surprisal.expression;

/**
 * What is wrong with an expression and where: one sentence for the author who can mend it, and the offset of the
 * character that it is about (from 0; the length of the source where something is missing at its end).
 */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    public ExpressionException(String message, int position) {
        super(message);
        this.position = position;
    }

    ExpressionException(String message, int position, Throwable cause) {
        super(message, cause);
        this.position = position;
    }

    /** The offset in the source, from 0 to its length. */
    public int position() {
        return position;
    }

    /** The message, never null here. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The same error seen from a text in which the expression starts {@code offset} characters later. */
    ExpressionException shifted(int offset) {
        return new ExpressionException(getMessage(), position + offset, this);
    }
}
