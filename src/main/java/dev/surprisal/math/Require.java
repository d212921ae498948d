package dev.surprisal.math;

/**
 * The checks that every public entrance of the core shares, with messages that name the argument and what is accepted.
 *
 * <p>Each returns what it has checked; NaN fails all of them.
 */
public final class Require {

    /** How far the sum of a probability vector may be from 1: it is then divided by its sum without a word. */
    public static final double SUM_TOLERANCE = 1e-9;

    private Require() {}

    /** A number in [0, 1]. Returned exactly. */
    public static double probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, got " + Decimal.shortest(value));
        }
        return value;
    }

    /** A finite number greater than 0: a scale, rate or shape. Returned exactly. */
    public static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be a finite number > 0, got " + Decimal.shortest(value));
        }
        return value;
    }

    /** A finite number. Returned exactly. */
    public static double finite(String name, double value) {
        if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be a finite number, got " + Decimal.shortest(value));
        }
        return value;
    }

    /** Any number, infinities included, but not NaN. Returned exactly. */
    public static double number(String name, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(name + " must be a number, got NaN");
        }
        return value;
    }

    /** A whole number {@code >= least}. */
    public static int count(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be a whole number >= " + least + ", got " + value);
        }
        return value;
    }

    /**
     * At least two numbers {@code >= 0} that sum to 1 within {@link #SUM_TOLERANCE}, as a new array divided by its sum.
     */
    public static double[] probabilities(String name, double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException(name + " needs at least 2 outcomes, got " + values.length);
        }
        return weights(name, values);
    }

    /** As {@link #probabilities}, but a single weight of 1 is accepted: what a mixture asks for. */
    public static double[] weights(String name, double[] values) {
        double sum = sumOfNonNegative(name, values);
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(name + " must sum to 1, got the sum " + Decimal.shortest(sum)
                    + " (dividing each entry by it would normalise it)");
        }
        return divided(values, sum);
    }

    /** At least two finite numbers {@code >= 0}, not all 0, as a new array divided by its sum. */
    public static double[] normalised(String name, double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException(name + " needs at least 2 outcomes, got " + values.length);
        }
        double sum = sumOfNonNegative(name, values);
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + " must have a finite sum > 0, got the sum " + Decimal.shortest(sum));
        }
        return divided(values, sum);
    }

    /** Two vectors over the same outcomes. */
    public static void sameOutcomes(int p, int q) {
        if (p != q) {
            throw new IllegalArgumentException("p and q must have the same outcomes, got " + p + " and " + q);
        }
    }

    private static double sumOfNonNegative(String name, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        double sum = 0;
        double lost = 0;
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        name + "[" + k + "] must be a finite number >= 0, got " + Decimal.shortest(value));
            }
            // Neumaier: ten times 0.1 must count as 1, not as 1 - 1e-16
            double next = sum + value;
            lost += sum >= value ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum < Double.POSITIVE_INFINITY ? sum + lost : sum;
    }

    private static double[] divided(double[] values, double sum) {
        double[] result = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            result[k] = values[k] / sum;
        }
        return result;
    }
}
