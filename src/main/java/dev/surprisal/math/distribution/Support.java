package dev.surprisal.math.distribution;

import java.util.List;

/** Where a distribution on the real line can put mass. */
public sealed interface Support {

    /** All numbers from {@code from} to {@code to}, either of which may be infinite. */
    record Interval(double from, double to) implements Support {}

    /** The whole numbers from {@code from} to {@code to}, the latter possibly infinite. */
    record Integers(double from, double to) implements Support {}

    /** Finitely many points, in ascending order. */
    record Points(List<Double> points) implements Support {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** The smallest point, possibly negative infinity. Exact. */
    default double lowest() {
        return switch (this) {
            case Interval(double from, double _) -> from;
            case Integers(double from, double _) -> from;
            case Points(var points) -> points.getFirst();
        };
    }

    /** The largest point, possibly infinite. Exact. */
    default double highest() {
        return switch (this) {
            case Interval(double _, double to) -> to;
            case Integers(double _, double to) -> to;
            case Points(var points) -> points.getLast();
        };
    }

    /** Whether x belongs to it; the finite ends of an interval do. */
    default boolean contains(double x) {
        return switch (this) {
            case Interval(double from, double to) -> x >= from && x <= to && Math.abs(x) < Double.POSITIVE_INFINITY;
            case Integers(double from, double to) ->
                x >= from && x <= to && x == Math.floor(x) && Math.abs(x) < Double.POSITIVE_INFINITY;
            case Points(var points) -> points.contains(x == 0 ? 0.0 : x);
        };
    }
}
