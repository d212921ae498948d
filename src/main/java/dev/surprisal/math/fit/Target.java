package dev.surprisal.math.fit;

import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.mixture.NormalMixture;

/** The targets that fits take. */
final class Target {

    private Target() {}

    private static final int MOST_COMPONENTS = 16;
    private static final double LARGEST_RATIO = 1e9;

    /** p in flat arrays. */
    static NormalMixture of(Continuous p) {
        NormalMixture target = NormalMixture.find(p)
                .orElseThrow(() -> new IllegalArgumentException(
                        "p must be a normal or a mixture of normals (not of mixtures), got " + p));
        if (!accepts(target)) {
            throw new IllegalArgumentException("p must have at most " + MOST_COMPONENTS
                    + " components, with sds from 1e-100 to 1e100, and sds and distances of means at most 1e9 times the"
                    + " least sd, got " + p);
        }
        return target;
    }

    /** Whether integrals of p's logarithm are within reach. */
    static boolean accepts(NormalMixture p) {
        double largest = Math.max(p.rightmost() - p.leftmost(), p.widest());
        return p.size() <= MOST_COMPONENTS
                && p.narrowest() >= 1e-100
                && p.widest() <= 1e100
                && largest <= LARGEST_RATIO * p.narrowest();
    }
}
