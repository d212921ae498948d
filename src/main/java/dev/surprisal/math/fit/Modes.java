package dev.surprisal.math.fit;

import dev.surprisal.math.mixture.NormalMixture;
import java.util.Arrays;

/**
 * The modes of a mixture of normals: where its density has a local maximum.
 *
 * <p>At a mode some component is bent downwards, so each lies within one sd of a mean. The slope is looked at on a grid
 * around each mean that is fine against that component's sd, and bisected where it turns from up to down.
 */
final class Modes {

    private static final int STEPS_PER_SD = 10;

    /** In sds: beyond, a component no longer bends the others. */
    private static final int REACH = 6;

    private static final int MOST_BISECTIONS = 60;

    private Modes() {}

    /** The modes in ascending order. */
    static double[] of(NormalMixture p) {
        double[] grid = grid(p);
        double[] modes = new double[grid.length];
        int n = 0;
        double[] f = new double[3];
        double before = grid[0];
        p.surprisal(before, f);
        boolean falls = f[1] < 0;
        for (int i = 1; i < grid.length; i++) {
            p.surprisal(grid[i], f);
            if (falls && f[1] >= 0) {
                modes[n++] = bottom(p, before, grid[i], f);
                p.surprisal(grid[i], f);
            }
            falls = f[1] < 0;
            before = grid[i];
        }
        return Arrays.copyOf(modes, n);
    }

    private static double[] grid(NormalMixture p) {
        int each = 2 * REACH * STEPS_PER_SD + 1;
        double[] grid = new double[p.size() * each];
        for (int k = 0; k < p.size(); k++) {
            for (int i = 0; i < each; i++) {
                double offset = (double) (i - REACH * STEPS_PER_SD) / STEPS_PER_SD;
                grid[k * each + i] = p.mean(k) + offset * p.sd(k);
            }
        }
        Arrays.sort(grid);
        return grid;
    }

    /** Where -ln p, falling at the low end and not at the high one, is least. */
    private static double bottom(NormalMixture p, double low, double high, double[] f) {
        double from = low;
        double to = high;
        for (int i = 0; i < MOST_BISECTIONS; i++) {
            double middle = 0.5 * (from + to);
            if (!(middle > from && middle < to)) {
                break;
            }
            p.surprisal(middle, f);
            if (f[1] < 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return to;
    }
}
