package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * The uniform distribution on an interval: density 1/(to - from) between its ends, both included.
 *
 * <p>Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions", vol. 2, 1995, ch. 26.
 *
 * @param from the lower end, finite
 * @param to the upper end, finite and {@code > from}
 */
public record Uniform(double from, double to) implements Continuous {

    public Uniform {
        Require.finite("from", from);
        Require.finite("to", to);
        Require.positive("to - from", to - from);
    }

    /** to - from. Within 1 ulp. */
    public double width() {
        return to - from;
    }

    @Override
    public double logDensity(double x) {
        return contains(x) ? -Elementary.log(width()) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double density(double x) {
        return contains(x) ? 1 / width() : 0;
    }

    @Override
    public double cdf(double x) {
        Require.number("x", x);
        return x <= from ? 0 : x >= to ? 1 : (x - from) / width();
    }

    @Override
    public double survival(double x) {
        Require.number("x", x);
        return x <= from ? 1 : x >= to ? 0 : (to - x) / width();
    }

    /** from + u (to - from). */
    @Override
    public double quantile(double u) {
        return Require.probability("u", u) == 1 ? to : from + u * width();
    }

    @Override
    public double mean() {
        return from + width() / 2;
    }

    /** (to - from)^2/12. */
    @Override
    public double variance() {
        return width() * width() / 12;
    }

    @Override
    public double skewness() {
        return 0;
    }

    /** -6/5. */
    @Override
    public double excessKurtosis() {
        return -1.2;
    }

    @Override
    public Mode mode() {
        return new Mode.Everywhere(from, to);
    }

    @Override
    public Support support() {
        return new Support.Interval(from, to);
    }

    @Override
    public double score(double x) {
        if (!contains(x)) {
            throw new IllegalArgumentException("x must have a density > 0, got " + Decimal.shortest(x));
        }
        return 0;
    }

    @Override
    public double sample(Generator generator) {
        return quantile(generator.nextUnit());
    }

    private boolean contains(double x) {
        Require.number("x", x);
        return x >= from && x <= to;
    }
}
