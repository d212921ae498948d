package dev.surprisal.math.fit;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.mixture.ComplexZeros;
import dev.surprisal.math.mixture.NormalMixture;
import dev.surprisal.math.mixture.NormalPanels;

/**
 * KL(q||p) = H(q, p) - ln sd - ln(2 pi e)/2. The cross-entropy is -ln p blurred by a normal of width sd.
 *
 * <p>With f = -ln p its derivatives are E[f z]/sd, E[f (z^2 - 1)] and so on: those of the normal density, taken under the
 * integral. They need no values but those of f itself (Stein's identity), and f is integrated in coordinates from the mean of
 * p and less its value at the mean of q, since a constant adds nothing but rounding.
 */
final class ReverseLandscape implements Landscape {

    /** Half of ln(2 pi e). */
    private static final double ENTROPY_OF_STANDARD = 1.4189385332046727;

    private static final double HALF_LN_TWO_PI = 0.9189385332046728;

    private static final double[] ONE = {1};

    private final double origin;
    private final NormalMixture p;
    private final ComplexZeros zeros;

    ReverseLandscape(NormalMixture p) {
        this.origin = p.mean();
        this.p = p.from(origin);
        this.zeros = ComplexZeros.of(this.p);
    }

    @Override
    public Derivatives at(double mean, double sd) {
        Require.finite("mean", mean);
        Require.positive("sd", sd);
        double entropy = ENTROPY_OF_STANDARD + Elementary.log(sd);
        return p.size() == 1 ? closed(mean - origin, sd, entropy) : integrated(mean - origin, sd, entropy);
    }

    private Derivatives closed(double mean, double sd, double entropy) {
        double own = p.sd(0);
        double apart = (mean - p.mean(0)) / own;
        double square = sd / own * (sd / own);
        double crossEntropy = HALF_LN_TWO_PI + Elementary.log(own) + 0.5 * (apart * apart + square);
        return new Derivatives(
                Math.max(crossEntropy - entropy, 0), apart / own, square - 1, 1 / own / own, 0, 2 * square);
    }

    private Derivatives integrated(double mean, double sd, double entropy) {
        double level = -p.logDensity(mean);
        double scale = Math.abs(p.logDensity(mean - sd) + level)
                + Math.abs(p.logDensity(mean + sd) + level)
                + 0.1 * Math.abs(level)
                + 1;
        ScoreMoments moments = new ScoreMoments(mean, sd, scale) {
            @Override
            protected void evaluate(double x, double logQ) {
                a = Elementary.exp(logQ) * (-p.logDensity(x) - level);
            }
        };
        moments.add(NormalPanels.over(NormalMixture.of(ONE, new double[] {mean}, new double[] {sd}), zeros));
        Derivatives of = moments.derivatives(0);
        double kl = level + moments.total() - entropy;
        return new Derivatives(
                Math.max(kl, 0),
                of.byMean(),
                of.byLogSd() - 1,
                of.byMeanTwice(),
                of.byMeanAndLogSd(),
                of.byLogSdTwice());
    }
}
