package dev.surprisal.math.information;

import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Mixture;
import java.util.Arrays;

/** Where two densities cross: between two crossings one of them is above, and the cdfs tell by how much. */
final class Crossings {

    private static final int LEVELS = 64;
    private static final double[] TAILS = {1e-15, 1e-12, 1e-9, 1e-6, 1e-4, 1e-3};

    private Crossings() {}

    /** Half the integral of |p - q|. */
    static double totalVariation(Continuous p, Continuous q) {
        if (p.equals(q)) {
            return 0;
        }
        double[] grid = merged(quantiles(p), quantiles(q));
        Sum sum = new Sum();
        double from = Double.NEGATIVE_INFINITY;
        int before = 0;
        for (int i = 0; i + 1 < grid.length; i++) {
            // the sign in the open interval: a jump may lie on its ends
            int sign = sign(p, q, middle(grid[i], grid[i + 1]));
            if (before != 0 && sign != 0 && sign != before) {
                double crossing = crossing(p, q, middle(grid[i - 1], grid[i]), middle(grid[i], grid[i + 1]), before);
                sum.add(difference(p, q, from, crossing));
                from = crossing;
            }
            before = sign != 0 ? sign : before;
        }
        sum.add(difference(p, q, from, Double.POSITIVE_INFINITY));
        return sum.value() / 2;
    }

    /** |P(from < X <= to) - Q(from < X <= to)|, each by its smaller tail. */
    private static double difference(Continuous p, Continuous q, double from, double to) {
        return Math.abs(mass(p, from, to) - mass(q, from, to));
    }

    private static double mass(Continuous p, double from, double to) {
        double below = from == Double.NEGATIVE_INFINITY ? 0 : p.cdf(from);
        if (below < 0.5) {
            double above = to == Double.POSITIVE_INFINITY ? 0 : p.survival(to);
            return above < 0.5 ? 1 - below - above : p.cdf(to) - below;
        }
        return p.survival(from) - (to == Double.POSITIVE_INFINITY ? 0 : p.survival(to));
    }

    private static double crossing(Continuous p, Continuous q, double low, double high, int before) {
        double from = low;
        double to = high;
        for (int step = 0; step < 200; step++) {
            double x = middle(from, to);
            if (!(x > from && x < to)) {
                break;
            }
            if (sign(p, q, x) == before) {
                from = x;
            } else {
                to = x;
            }
        }
        return middle(from, to);
    }

    private static int sign(Continuous p, Continuous q, double x) {
        double one = p.logDensity(x);
        double other = q.logDensity(x);
        return one > other ? 1 : one < other ? -1 : 0;
    }

    private static double middle(double from, double to) {
        return from + (to - from) / 2;
    }

    private static double[] quantiles(Continuous p) {
        if (p instanceof Mixture mixture) {
            double[] all = {};
            for (int k = 0; k < mixture.size(); k++) {
                if (mixture.weight(k) > 0) {
                    all = merged(all, quantiles(mixture.component(k)));
                }
            }
            return all;
        }
        double[] result = new double[LEVELS + 1 + 2 * TAILS.length];
        int n = 0;
        for (double tail : TAILS) {
            result[n++] = p.quantile(tail);
            result[n++] = p.quantile(1 - tail);
        }
        for (int level = 1; level < LEVELS; level++) {
            result[n++] = p.quantile((double) level / LEVELS);
        }
        for (double end : new double[] {p.support().lowest(), p.support().highest()}) {
            if (Math.abs(end) < Double.POSITIVE_INFINITY) {
                result[n++] = end;
            }
        }
        return Arrays.copyOf(result, n);
    }

    private static double[] merged(double[] one, double[] other) {
        double[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        Arrays.sort(all);
        return all;
    }
}
