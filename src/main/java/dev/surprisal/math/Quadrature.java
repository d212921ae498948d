package dev.surprisal.math;

/**
 * Integrals over an interval by the double exponential rules: the trapezoid rule after a substitution that makes the
 * integrand fall off so fast at both ends that singularities there do not matter. Takahasi and Mori, "Double exponential
 * formulas for numerical integration", Publ. RIMS 9, 1974.
 *
 * <p>The step is halved until two steps agree to 1e-13 of the integral of |f|. Inside the interval the integrand must be
 * smooth: cut at kinks and jumps. On a half-line {@link Decay} says how the integrand falls off.
 */
public final class Quadrature {

    private static final int MOST_HALVINGS = 8;
    private static final double FIRST_STEP = 0.25;
    private static final double AGREEMENT = 1e-13;

    /** What the rounding of the terms may add up to, as a part of the sum of their sizes. */
    private static final double ROUNDING = 4e-15;

    private static final double PI = Math.PI;

    private Quadrature() {}

    /** How an integrand falls off towards an infinite end. */
    public enum Decay {
        /** As e^-x or faster. */
        EXPONENTIAL,
        /** As a power of 1/x above 1, as the Cauchy density does. An exponential fall is met too, with more points. */
        ALGEBRAIC
    }

    /**
     * A function of a point close to an end of the interval: x = end + offset, where the sum itself may round to the end
     * and lose x. At the point 1 - 1e-20 of [0, 1] the end is 1 and the offset -1e-20.
     */
    @FunctionalInterface
    public interface Integrand {
        double at(double end, double offset);
    }

    /**
     * f(x) times the slope dx/dt of the substitution, for an f that may overflow next to an end where the product does not:
     * the beta density with alpha = 0.001 at 1e-310 is 1e306, and more beyond.
     */
    @FunctionalInterface
    public interface Scaled {
        double at(double end, double offset, double slope);
    }

    /**
     * The integral from {@code from} to {@code to}, either of which may be infinite (not both). The error bound is what
     * the last halving changed, and the rounding of the terms.
     *
     * @param scale on a half-line, the length over which the integrand falls off far out; ignored otherwise
     */
    public static Integral between(Integrand f, double from, double to, double scale) {
        return between(
                (end, offset, slope) -> {
                    double y = f.at(end, offset);
                    return y == 0 ? 0 : y * slope;
                },
                from,
                to,
                scale);
    }

    /**
     * As {@link #between(Integrand, double, double, double)}, of f(x) = g(x, dx/dt)/(dx/dt). The error bound is what
     * the last halving changed, and the rounding of the terms.
     */
    public static Integral between(Scaled f, double from, double to, double scale) {
        return between(f, from, to, scale, Decay.EXPONENTIAL);
    }

    /**
     * As {@link #between(Scaled, double, double, double)}, for integrands with heavy tails too. The error bound is what
     * the last halving changed, and the rounding of the terms.
     */
    public static Integral between(Scaled f, double from, double to, double scale, Decay decay) {
        Require.number("from", from);
        Require.number("to", to);
        if (!(from < to)) {
            throw new IllegalArgumentException(
                    "from must be < to, got " + Decimal.shortest(from) + " and " + Decimal.shortest(to));
        }
        boolean down = from == Double.NEGATIVE_INFINITY;
        boolean up = to == Double.POSITIVE_INFINITY;
        if (down && up) {
            throw new IllegalArgumentException("from or to must be finite: cut the line at a point");
        }
        if (!down && !up) {
            return new Segment(f, from, to).integral();
        }
        double end = down ? to : from;
        return decay == Decay.ALGEBRAIC
                ? new HeavyTail(f, end, up, scale).integral()
                : new HalfLine(f, end, up, scale).integral();
    }

    /** Terms of the trapezoid rule in t, gathered step by step. */
    private abstract static class Rule {
        final Scaled f;
        private int evaluations;

        Rule(Scaled f) {
            this.f = f;
        }

        /** f(x(t)) x'(t). */
        abstract double term(double t);

        /** The largest |t| downwards and upwards at which x(t) is still within the range of double. */
        abstract double lowest();

        abstract double highest();

        /** Up to here terms may be small without the rest being so. */
        abstract double body();

        Integral integral() {
            Sum sum = new Sum();
            double sizes = 0;
            double step = FIRST_STEP;
            double cut = 0;
            double previous = Double.NaN;
            double first = 0;
            double stride = step;
            for (int level = 0; level <= MOST_HALVINGS; level++) {
                double largest = 0;
                for (int side = 0; side < 2; side++) {
                    double end = side == 0 ? highest() : -lowest();
                    double t = first;
                    if (side == 1 && first == 0) {
                        t = stride;
                    }
                    double last = 0;
                    while (t <= end) {
                        double term = term(side == 0 ? t : -t);
                        evaluations++;
                        if (!(Math.abs(term) < Double.POSITIVE_INFINITY)) {
                            return new Integral(term, Double.POSITIVE_INFINITY, evaluations);
                        }
                        sum.add(term);
                        sizes += Math.abs(term);
                        largest = Math.max(largest, Math.abs(term));
                        last = Math.abs(term);
                        if (t > body() && last <= 1e-20 * largest) {
                            break;
                        }
                        t += stride;
                    }
                    // a term this large at the range's end: x^(a-1) with a tiny a
                    cut = level == 0 ? cut + 100 * last * step : cut;
                }
                double value = sum.value() * step;
                double size = sizes * step;
                double apart = Math.abs(value - previous);
                if (apart <= AGREEMENT * size || (size == 0 && level > 2) || level == MOST_HALVINGS) {
                    return new Integral(value, apart + ROUNDING * size + Math.min(cut, size), evaluations);
                }
                previous = value;
                first = step / 2;
                stride = step;
                step /= 2;
            }
            throw new IllegalStateException("unreachable");
        }
    }

    /** x = from + (to - from)/(1 + e^(-pi sinh t)). */
    private static final class Segment extends Rule {
        private final double from;
        private final double to;

        Segment(Scaled f, double from, double to) {
            super(f);
            this.from = from;
            this.to = to;
        }

        @Override
        double term(double t) {
            double e = Elementary.exp(-PI * Elementary.sinh(Math.abs(t)));
            double width = to - from;
            double offset = width * (e / (1 + e));
            double slope = PI * Elementary.cosh(t) * (offset / (1 + e));
            if (slope == 0) {
                return 0;
            }
            return t < 0 ? f.at(from, offset, slope) : f.at(to, -offset, slope);
        }

        @Override
        double lowest() {
            return -6.08;
        }

        @Override
        double highest() {
            return 6.08;
        }

        @Override
        double body() {
            return 3;
        }
    }

    /** x = end +- scale e^(t - e^-t). */
    private static final class HalfLine extends Rule {
        private final double end;
        private final double signedScale;

        HalfLine(Scaled f, double end, boolean up, double scale) {
            super(f);
            this.end = end;
            this.signedScale = (up ? 1 : -1) * Require.positive("scale", scale);
        }

        @Override
        double term(double t) {
            double e = Elementary.exp(-t);
            double offset = signedScale * Elementary.exp(t - e);
            double slope = Math.abs(offset) * (1 + e);
            if (slope == 0) {
                return 0;
            }
            return f.at(end, offset, slope);
        }

        @Override
        double lowest() {
            return -6.5;
        }

        @Override
        double highest() {
            return 20;
        }

        @Override
        double body() {
            return 4;
        }
    }

    /** x = end +- scale e^(pi/2 sinh t). */
    private static final class HeavyTail extends Rule {
        private final double end;
        private final double signedScale;

        HeavyTail(Scaled f, double end, boolean up, double scale) {
            super(f);
            this.end = end;
            this.signedScale = (up ? 1 : -1) * Require.positive("scale", scale);
        }

        @Override
        double term(double t) {
            double offset = signedScale * Elementary.exp(PI / 2 * Elementary.sinh(t));
            double slope = Math.abs(offset) * (PI / 2 * Elementary.cosh(t));
            if (slope == 0) {
                return 0;
            }
            return f.at(end, offset, slope);
        }

        @Override
        double lowest() {
            return -6;
        }

        @Override
        double highest() {
            return 6;
        }

        @Override
        double body() {
            return 3;
        }
    }
}
