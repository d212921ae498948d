package dev.surprisal.math.fit;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.mixture.ComplexZeros;
import dev.surprisal.math.mixture.NormalMixture;
import dev.surprisal.math.mixture.NormalPanels;

/**
 * The alpha-divergence for alpha strictly between 0 and 1. With t = ln(p/q) its derivative by q is (1 - e^(alpha t))/alpha but
 * for a constant, and the second one e^(alpha t)/q.
 */
final class AlphaLandscape implements Landscape {

    private final Continuous target;
    private final NormalMixture p;
    private final double alpha;

    AlphaLandscape(Continuous target, double alpha) {
        this.target = target;
        this.p = Target.of(target);
        this.alpha = alpha;
    }

    @Override
    public Derivatives at(double mean, double sd) {
        Require.finite("mean", mean);
        Require.positive("sd", sd);
        NormalMixture q = NormalMixture.ofNormal(mean, sd);
        ScoreMoments moments = new ScoreMoments(mean, sd, 1) {
            @Override
            protected void evaluate(double x, double logQ) {
                double power = alpha * (p.logDensity(x) - logQ);
                b = Elementary.exp(logQ + power);
                // near t = 0 and for a small alpha the difference of the densities has no digits left
                double rise = power > -1 && power < 1
                        ? Elementary.exp(logQ) * Elementary.expm1(power)
                        : b - Elementary.exp(logQ);
                a = -rise / alpha;
            }
        };
        moments.add(NormalPanels.over(NormalMixture.joined(p, q), ComplexZeros.of(p)));
        return moments.derivatives(Divergence.alpha(target, new Normal(mean, sd), alpha));
    }
}
