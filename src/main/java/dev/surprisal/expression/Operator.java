package dev.surprisal.expression;

/** The operators between two operands, with how tightly they bind. */
enum Operator {
    OR("or", Level.OR),
    AND("and", Level.AND),
    LESS("<", Level.COMPARISON),
    LESS_OR_EQUAL("<=", Level.COMPARISON),
    GREATER(">", Level.COMPARISON),
    GREATER_OR_EQUAL(">=", Level.COMPARISON),
    EQUAL("==", Level.COMPARISON),
    NOT_EQUAL("!=", Level.COMPARISON),
    PLUS("+", Level.SUM),
    MINUS("-", Level.SUM),
    TIMES("*", Level.PRODUCT),
    OVER("/", Level.PRODUCT),
    POWER("^", Level.POWER);

    /** From loose to tight; {@code not} stands between AND and COMPARISON, unary minus between PRODUCT and POWER. */
    enum Level {
        OR,
        AND,
        NOT,
        COMPARISON,
        SUM,
        PRODUCT,
        SIGN,
        POWER,
        ATOM;

        /** The next tighter level. */
        Level tighter() {
            return switch (this) {
                case OR -> AND;
                case AND -> NOT;
                case NOT -> COMPARISON;
                case COMPARISON -> SUM;
                case SUM -> PRODUCT;
                case PRODUCT -> SIGN;
                case SIGN -> POWER;
                case POWER, ATOM -> ATOM;
            };
        }
    }

    final String symbol;
    final Level level;

    Operator(String symbol, Level level) {
        this.symbol = symbol;
        this.level = level;
    }
}
