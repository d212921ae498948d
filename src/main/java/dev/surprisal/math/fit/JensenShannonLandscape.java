package dev.surprisal.math.fit;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.mixture.ComplexZeros;
import dev.surprisal.math.mixture.NormalMixture;
import dev.surprisal.math.mixture.NormalPanels;

/**
 * JS(p, q) = KL(p||m)/2 + KL(q||m)/2 with m = (p + q)/2. Its derivative by q is ln(q/m)/2, the second one (1/q - 1/(2m))/2:
 * nothing is integrated for them but what q reaches.
 */
final class JensenShannonLandscape implements Landscape {

    private static final double LN_2 = 0.6931471805599453;

    private final Continuous target;
    private final NormalMixture p;

    JensenShannonLandscape(Continuous target) {
        this.target = target;
        this.p = Target.of(target);
    }

    @Override
    public Derivatives at(double mean, double sd) {
        Require.finite("mean", mean);
        Require.positive("sd", sd);
        NormalMixture q = NormalMixture.ofNormal(mean, sd);
        ScoreMoments moments = new ScoreMoments(mean, sd, 1) {
            @Override
            protected void evaluate(double x, double logQ) {
                double half = 0.5 * Elementary.exp(logQ);
                double apart = p.logDensity(x) - logQ;
                a = half * (LN_2 - LogSpace.softplus(apart));
                b = half * LogSpace.sigmoid(apart);
            }
        };
        moments.add(NormalPanels.over(q, ComplexZeros.of(NormalMixture.joined(p, q))));
        return moments.derivatives(Divergence.jsNats(target, new Normal(mean, sd)));
    }
}
