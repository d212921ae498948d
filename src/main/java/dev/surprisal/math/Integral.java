package dev.surprisal.math;

/**
 * An integral found by quadrature.
 *
 * @param value infinite when the integrand is somewhere
 * @param errorBound what the value may be off, at most
 * @param evaluations how often the integrand was evaluated
 */
public record Integral(double value, double errorBound, int evaluations) {

    /** 0, exactly and without an evaluation. */
    public static final Integral ZERO = new Integral(0, 0, 0);

    /** The integral over both parts. Error bounds of the parts add up; the rounding of the sum is not counted. */
    public Integral plus(Integral other) {
        return new Integral(value + other.value, errorBound + other.errorBound, evaluations + other.evaluations);
    }

    /** The integral of c f. Exact but for rounding. */
    public Integral times(double c) {
        return new Integral(c * value, Math.abs(c) * errorBound, evaluations);
    }
}
