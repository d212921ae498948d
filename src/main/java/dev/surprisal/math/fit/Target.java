package dev.surprisal.math.fit;

import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.mixture.NormalMixture;

/** The targets that fits take. */
final class Target {

    private Target() {}

    /** p in flat arrays. */
    static NormalMixture of(Continuous p) {
        return NormalMixture.find(p)
                .orElseThrow(() -> new IllegalArgumentException(
                        "p must be a normal or a mixture of normals (not of mixtures), got " + p));
    }
}
