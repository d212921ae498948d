package dev.surprisal.math.distribution;

import dev.surprisal.math.Decimal;
import java.util.List;

/** Where a density is largest: at a point, at several, or all along an interval. */
public sealed interface Mode {

    /** The density is largest at x alone. */
    record Point(double x) implements Mode {}

    /** The density is equally large, or infinite, at these points, in ascending order. */
    record Points(List<Double> points) implements Mode {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** The density is the same everywhere between the two. */
    record Everywhere(double from, double to) implements Mode {}

    /**
     * The mode where there is exactly one.
     *
     * @throws IllegalArgumentException when there are more
     */
    default double only() {
        return switch (this) {
            case Point(double x) -> x;
            case Points(var points) ->
                throw new IllegalArgumentException(
                        "there must be a single mode, but the density is largest at each of " + points);
            case Everywhere(double from, double to) ->
                throw new IllegalArgumentException("there must be a single mode, but every point from "
                        + Decimal.shortest(from) + " to " + Decimal.shortest(to) + " is one");
        };
    }

    /** One mode or several, from the points in ascending order. */
    static Mode at(List<Double> points) {
        return points.size() == 1 ? new Point(points.getFirst()) : new Points(points);
    }
}
