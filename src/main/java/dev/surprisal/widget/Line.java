package dev.surprisal.widget;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Points that are joined by straight lines. */
public final class Line {

    private static final Line NONE = new Line(new double[0], new double[0]);

    private final double[] xs;
    private final double[] ys;

    private Line(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /** Both arrays are kept, not copied: there are thousands of points a frame. */
    public static Line of(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException("a point has two numbers");
        }
        return new Line(xs, ys);
    }

    /** The values of a function at {@code count} places from one end to the other. */
    public static Line of(double left, double right, int count, DoubleUnaryOperator function) {
        var xs = new double[count];
        var ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = left + (right - left) * i / (count - 1);
            ys[i] = function.applyAsDouble(xs[i]);
        }
        return new Line(xs, ys);
    }

    /** From one place straight to another. */
    public static Line between(double x1, double y1, double x2, double y2) {
        return new Line(new double[] {x1, x2}, new double[] {y1, y2});
    }

    /**
     * The outline of a histogram: each bin as high as its share of the values over its width. What lies outside is in no bin
     * but counts as a value.
     */
    public static Line histogram(double[] values, double left, double right, int bins) {
        double width = (right - left) / bins;
        var counts = new int[bins];
        for (double value : values) {
            int bin = value >= left && value < right ? (int) ((value - left) / width) : -1;
            // Rounding may carry what is just below the right end into the bin behind it
            if (bin >= 0 && bin < bins) {
                counts[bin]++;
            }
        }
        var xs = new double[2 * bins + 2];
        var ys = new double[xs.length];
        xs[0] = left;
        for (int k = 0; k < bins; k++) {
            xs[2 * k + 1] = left + k * width;
            xs[2 * k + 2] = left + (k + 1) * width;
            ys[2 * k + 1] = counts[k] / (values.length * width);
            ys[2 * k + 2] = ys[2 * k + 1];
        }
        xs[xs.length - 1] = xs[xs.length - 2];
        return of(xs, ys);
    }

    /** The same points, and back to the first. */
    public Line closed() {
        if (xs.length == 0) {
            return this;
        }
        double[] closedXs = Arrays.copyOf(xs, xs.length + 1);
        double[] closedYs = Arrays.copyOf(ys, ys.length + 1);
        closedXs[xs.length] = xs[0];
        closedYs[ys.length] = ys[0];
        return new Line(closedXs, closedYs);
    }

    public static Line none() {
        return NONE;
    }

    public int size() {
        return xs.length;
    }

    public double x(int i) {
        return xs[i];
    }

    public double y(int i) {
        return ys[i];
    }

    /** The least of 0 and all heights. */
    public double lowest() {
        double lowest = 0;
        for (double y : ys) {
            lowest = Math.min(lowest, y);
        }
        return lowest;
    }

    /** The largest of 0 and all heights. */
    public double highest() {
        double highest = 0;
        for (double y : ys) {
            highest = Math.max(highest, y);
        }
        return highest;
    }

    void addNumbersTo(List<Double> numbers) {
        for (int i = 0; i < xs.length; i++) {
            numbers.add(xs[i]);
            numbers.add(ys[i]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Line line && Arrays.equals(xs, line.xs) && Arrays.equals(ys, line.ys);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(xs) + Arrays.hashCode(ys);
    }
}
