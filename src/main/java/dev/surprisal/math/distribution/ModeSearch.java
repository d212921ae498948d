package dev.surprisal.math.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hills of a mixture's density.
 *
 * <p>The density is looked at on each component's quantiles, its mode and the ends of its support, and every point that
 * is higher than its neighbours is refined. A hill that no component's quantiles resolve (64 a component) would be
 * missed; components with one hill each never produce one.
 */
final class ModeSearch {

    private static final int LEVELS = 64;

    /** Log densities closer than this are as high as each other. */
    private static final double TIE = 1e-12;

    private ModeSearch() {}

    static double[] localModes(Mixture mixture) {
        double[] grid = grid(mixture);
        double[] heights = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            heights[i] = mixture.logDensity(grid[i]);
        }
        double[] modes = new double[grid.length];
        int found = 0;
        int i = 0;
        while (i < grid.length) {
            int last = i;
            while (last + 1 < grid.length && heights[last + 1] == heights[i]) {
                last++;
            }
            boolean risesTo = i == 0 || heights[i - 1] < heights[i];
            boolean fallsFrom = last == grid.length - 1 || heights[last + 1] < heights[i];
            if (risesTo && fallsFrom) {
                modes[found++] = last > i
                        ? grid[i] + (grid[last] - grid[i]) / 2
                        : refined(
                                mixture,
                                i == 0 ? grid[i] : grid[i - 1],
                                grid[i],
                                i == grid.length - 1 ? grid[i] : grid[i + 1]);
            }
            i = last + 1;
        }
        return Arrays.copyOf(modes, found);
    }

    static Mode highest(Mixture mixture) {
        double[] modes = localModes(mixture);
        double highest = Double.NEGATIVE_INFINITY;
        for (double mode : modes) {
            highest = Math.max(highest, mixture.logDensity(mode));
        }
        List<Double> best = new ArrayList<>();
        for (double mode : modes) {
            double height = mixture.logDensity(mode);
            if (height == highest || height > highest - TIE * Math.max(1, Math.abs(highest))) {
                best.add(mode);
            }
        }
        if (best.size() == 1) {
            double[] flat = plateau(mixture, best.getFirst());
            if (flat[0] < flat[1]) {
                return new Mode.Everywhere(flat[0], flat[1]);
            }
        }
        return Mode.at(best);
    }

    /** The stretch of the grid around x where the density is that of x. */
    private static double[] plateau(Mixture mixture, double x) {
        double height = mixture.logDensity(x);
        double low = x;
        double high = x;
        for (double point : grid(mixture)) {
            if (mixture.logDensity(point) == height) {
                low = Math.min(low, point);
                high = Math.max(high, point);
            }
        }
        // two hills of one height are no plateau
        return mixture.logDensity(low + (high - low) / 3) == height ? new double[] {low, high} : new double[] {x, x};
    }

    private static double[] grid(Mixture mixture) {
        double[] points = new double[mixture.size() * (LEVELS + 4)];
        int n = 0;
        for (int k = 0; k < mixture.size(); k++) {
            if (mixture.weight(k) == 0) {
                continue;
            }
            Continuous component = mixture.component(k);
            for (int level = 1; level < LEVELS; level++) {
                points[n++] = component.quantile((double) level / LEVELS);
            }
            double[] special = switch (component.mode()) {
                case Mode.Point(double x) -> new double[] {x};
                case Mode.Points(var xs) -> new double[] {xs.getFirst(), xs.getLast()};
                case Mode.Everywhere(double from, double to) -> new double[] {from, to};
            };
            for (double x : special) {
                points[n++] = x;
            }
            for (double end : new double[] {
                component.support().lowest(), component.support().highest()
            }) {
                if (Math.abs(end) < Double.POSITIVE_INFINITY) {
                    points[n++] = end;
                }
            }
        }
        double[] result = Arrays.copyOf(points, n);
        Arrays.sort(result);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || result[i] != result[i - 1]) {
                result[distinct++] = result[i];
            }
        }
        return withGaps(mixture, Arrays.copyOf(result, distinct));
    }

    /** With the middle of neighbours that are as high as each other: between two uniform densities there may be nothing. */
    private static double[] withGaps(Mixture mixture, double[] grid) {
        double[] result = new double[2 * grid.length];
        int n = 0;
        for (int i = 0; i < grid.length; i++) {
            if (i > 0 && mixture.logDensity(grid[i - 1]) == mixture.logDensity(grid[i])) {
                result[n++] = grid[i - 1] + (grid[i] - grid[i - 1]) / 2;
            }
            result[n++] = grid[i];
        }
        return Arrays.copyOf(result, n);
    }

    /** The top between from and to, where x is higher than both: the zero of the score on the side that rises from x. */
    private static double refined(Mixture mixture, double from, double x, double to) {
        if (!(Math.abs(mixture.logDensity(x)) < Double.POSITIVE_INFINITY)) {
            return x;
        }
        double low = x;
        double high = x;
        double slope = mixture.score(x);
        if (slope > 0) {
            high = to;
        } else if (slope < 0) {
            low = from;
        }
        // at a kink the slope has one sign up to x and the other behind it: the halving ends at x
        for (int step = 0; step < 200; step++) {
            double middle = low + (high - low) / 2;
            if (!(middle > low && middle < high)) {
                break;
            }
            if (rises(mixture, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return mixture.logDensity(low) >= mixture.logDensity(high) ? low : high;
    }

    private static boolean rises(Mixture mixture, double x) {
        return Math.abs(mixture.logDensity(x)) < Double.POSITIVE_INFINITY && mixture.score(x) > 0;
    }
}
