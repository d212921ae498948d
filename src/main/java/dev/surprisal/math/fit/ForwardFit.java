package dev.surprisal.math.fit;

import dev.surprisal.math.Integral;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.mixture.NormalMixture;

/**
 * The normal q with the least forward KL(p||q): the one with the mean and the variance of p. There is no other optimum,
 * and no start to choose (Bishop 2006, section 10.7).
 *
 * @param q its mean and sd have relative errors of a few ulp (the mean relative to the means of the components)
 * @param kl KL(p||q) in nats, with its error
 */
public record ForwardFit(Normal q, Integral kl) {

    /**
     * The moments of p: sum of w_k m_k, and sum of w_k (s_k^2 + (m_k - mean)^2).
     *
     * @param target p, a normal or a mixture of normals
     */
    public static ForwardFit of(Continuous target) {
        NormalMixture p = Target.of(target);
        if (p.size() == 1) {
            return new ForwardFit(new Normal(p.mean(0), p.sd(0)), Integral.ZERO);
        }
        Normal q = new Normal(p.mean(), Math.sqrt(p.variance()));
        return new ForwardFit(q, Divergence.klByQuadrature(target, q));
    }
}
