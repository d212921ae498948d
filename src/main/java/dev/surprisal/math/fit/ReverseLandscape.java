package dev.surprisal.math.fit;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.mixture.NormalCrossEntropy;
import dev.surprisal.math.mixture.NormalMixture;

/** KL(q||p) = H(q, p) - ln sd - ln(2 pi e)/2. */
final class ReverseLandscape implements Landscape {

    /** Half of ln(2 pi e). */
    private static final double ENTROPY_OF_STANDARD = 1.4189385332046727;

    private final NormalCrossEntropy crossEntropy;

    ReverseLandscape(NormalMixture p) {
        crossEntropy = new NormalCrossEntropy(p);
    }

    @Override
    public Derivatives at(double mean, double sd) {
        double[] of = new double[6];
        crossEntropy.at(mean, sd, of);
        double kl = of[0] - Elementary.log(sd) - ENTROPY_OF_STANDARD;
        return new Derivatives(Math.max(kl, 0), of[1], of[2] - 1, of[3], of[4], of[5]);
    }
}
