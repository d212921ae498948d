package dev.surprisal.math;

/**
 * A sum that carries the rounding errors along, as accurate as if it were added up in twice the precision and rounded once:
 * {@code Sum.of(1e100, 1, -1e100)} is 1, where the plain loop gives 0. Neumaier, ZAMM 54, 1974; Ogita, Rump and Oishi,
 * "Accurate sum and dot product", SIAM J. Sci. Comput. 26, 2005: relative error ≤ 2^-53 + n² 2^-106 Σ|x| / |Σx|.
 *
 * <p>The sum of nothing is 0. Infinities and NaN behave as in a plain sum.
 */
public final class Sum {
    private double sum;
    private double errors;

    /**
     * The sum of the terms. Error as stated above: below 2^-53 of the result unless the terms cancel by more than 2^50.
     */
    public static double of(double... terms) {
        double sum = 0;
        double errors = 0;
        for (double term : terms) {
            double next = sum + term;
            errors += DoubleDouble.sumError(sum, term, next);
            sum = next;
        }
        return total(sum, errors);
    }

    /**
     * The mean of at least one term; finite where the terms are, even if their sum is not. Error as stated above: below
     * 2^-53 of the result unless the terms cancel by more than 2^50.
     */
    public static double mean(double... terms) {
        double sum = of(terms);
        if (Math.abs(sum) < Double.POSITIVE_INFINITY) {
            return sum / terms.length;
        }
        double[] shares = new double[terms.length];
        for (int i = 0; i < terms.length; i++) {
            shares[i] = terms[i] / terms.length;
        }
        return of(shares);
    }

    /**
     * Σ a_i b_i, each product carried in twice the precision too. The arrays must be of one length. Error as stated
     * above: below 2^-53 of the result unless the terms cancel by more than 2^50.
     */
    public static double ofProducts(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "a and b must have the same length, got " + a.length + " and " + b.length);
        }
        var sum = new Sum();
        for (int i = 0; i < a.length; i++) {
            sum.addProduct(a[i], b[i]);
        }
        return sum.value();
    }

    /** Adds one term and returns this sum. */
    public Sum add(double term) {
        double next = sum + term;
        errors += DoubleDouble.sumError(sum, term, next);
        sum = next;
        return this;
    }

    /** Adds a · b, with the product's own rounding error where the factors are below 2^996, and returns this sum. */
    public Sum addProduct(double a, double b) {
        double product = a * b;
        add(product);
        double error = DoubleDouble.productError(a, b, product);
        if (Math.abs(error) < Double.POSITIVE_INFINITY) {
            errors += error;
        }
        return this;
    }

    /** The sum so far. Error as stated above: below 2^-53 of the result unless the terms cancel by more than 2^50. */
    public double value() {
        return total(sum, errors);
    }

    /** After an infinite term the errors are NaN and the plain sum is the answer. */
    private static double total(double sum, double errors) {
        double total = sum + errors;
        return Double.isNaN(total) ? sum : total;
    }
}
