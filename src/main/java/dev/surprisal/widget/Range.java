package dev.surprisal.widget;

/**
 * The numbers that a field takes.
 *
 * @param least the least one, itself allowed
 * @param most the largest one, itself allowed
 * @param kind which of the numbers between
 * @param message what a learner reads about any other
 */
public record Range(double least, double most, Kind kind, String message) {

    /** What is asked of a number besides its size. */
    public enum Kind {
        ANY,
        WHOLE,
        /** As any; what is not above 0 is told so. */
        POSITIVE,
        /** As any, but at least a ten-thousandth of the largest one away from 0. */
        AWAY_FROM_ZERO
    }

    /** Any number of a size that can be drawn. */
    public static final Range REAL =
            new Range(-1_000_000, 1_000_000, Kind.ANY, "Enter a number between −1,000,000 and 1,000,000.");

    public static final Range PROBABILITY = new Range(0, 1, Kind.ANY, "A probability lies between 0 and 1.");

    /** A scale, a rate, a shape. */
    public static final Range POSITIVE = positive(1e-6, 1_000_000);

    /** What must be above 0, and of a size that can be drawn. */
    public static Range positive(double least, double most) {
        return new Range(
                least,
                most,
                Kind.POSITIVE,
                "Must lie between " + Figures.place(least) + " and " + Figures.place(most) + " here.");
    }

    /** How often something was counted. */
    public static Range count(int least, int most) {
        return new Range(least, most, Kind.WHOLE, "Enter a whole number from " + least + " to " + most + ".");
    }

    /** Why a number is not taken; empty when it is. */
    String complaint(double value) {
        // Written so that NaN is no number of the range
        if (value >= least && value <= most && isOfKind(value)) {
            return "";
        }
        return kind == Kind.POSITIVE && !(value > 0) ? "Must be greater than 0." : message;
    }

    private boolean isOfKind(double value) {
        return switch (kind) {
            case ANY, POSITIVE -> true;
            case WHOLE -> value == Math.floor(value);
            case AWAY_FROM_ZERO -> Math.abs(value) >= nearest();
        };
    }

    private double nearest() {
        return most / 10_000;
    }

    String accepts() {
        return (kind == Kind.WHOLE ? "a whole number" : "a number") + " from " + Figures.ratio(least) + " to "
                + Figures.ratio(most)
                + (kind == Kind.AWAY_FROM_ZERO ? ", at least " + Figures.ratio(nearest()) + " away from 0" : "");
    }
}
