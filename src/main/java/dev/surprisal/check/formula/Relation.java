package dev.surprisal.check.formula;

/** How two sides of a formula stand to each other. */
public enum Relation {
    EQUAL,
    ABOUT,
    UNEQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST,
    /** Something else, such as "if and only if": nothing is said of it. */
    OTHER;

    /** Whether it holds between two numbers, as far as rounding lets one see. */
    public boolean holds(double left, double right) {
        double slack = 1e-9 * Math.max(1, Math.max(Math.abs(left), Math.abs(right)));
        boolean near = left == right || Math.abs(left - right) <= slack;
        return switch (this) {
            case EQUAL, ABOUT -> near;
            case UNEQUAL -> !near;
            case LESS -> left < right || near;
            case AT_MOST -> left < right || near;
            case OTHER -> true;
            case GREATER, AT_LEAST -> left > right || near;
        };
    }
}
