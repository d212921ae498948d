package dev.surprisal.math;

/** Polynomials by Horner's rule; the coefficients begin with that of the highest power. */
final class Polynomial {
    private Polynomial() {}

    static double at(double x, double[] coefficients) {
        double value = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            value = value * x + coefficients[i];
        }
        return value;
    }

    /** The quotient of two polynomials. */
    static double ratio(double x, double[] numerator, double[] denominator) {
        return at(x, numerator) / at(x, denominator);
    }
}
