package dev.surprisal.math.fit;

import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Continuous;

/**
 * A divergence between a fixed target p and the normal N(mean, sd^2) as a function of the mean and the sd: what a fit descends
 * on and a heat map shows.
 *
 * <p>Targets are normals and mixtures of normals. All derivatives are exact, taken under the integral; there are no finite
 * differences. A landscape may be used again and again, by one thread or several.
 */
public sealed interface Landscape permits ForwardLandscape, ReverseLandscape, JensenShannonLandscape, AlphaLandscape {

    /**
     * The divergence and its derivatives in (mean, ln sd).
     *
     * @param mean finite
     * @param sd finite and {@code > 0}
     */
    Derivatives at(double mean, double sd);

    /** KL(p||N(mean, sd^2)) in nats, in closed form but for the entropy of p, which is found once. */
    static Landscape forward(Continuous p) {
        return new ForwardLandscape(p);
    }

    /**
     * KL(N(mean, sd^2)||p) in nats, by quadrature. Its absolute error is below 1e-13 where it is below 1, for targets whose
     * means lie within a hundred of their sds.
     */
    static Landscape reverse(Continuous p) {
        return new ReverseLandscape(Target.of(p));
    }

    /** The Jensen–Shannon divergence of p and N(mean, sd^2) in nats, at most ln 2, by quadrature; errors as above. */
    static Landscape jensenShannon(Continuous p) {
        return new JensenShannonLandscape(p);
    }

    /**
     * The alpha-divergence (integral of p^alpha q^(1-alpha), less 1, over alpha (alpha - 1)) of p and q = N(mean, sd^2): the
     * path from reverse KL at 0 to forward KL at 1 (Amari 1985), by quadrature. Its absolute error is below 1e-12 where it
     * is below 1.
     *
     * @param alpha from 0 to 1
     */
    static Landscape alpha(Continuous p, double alpha) {
        Require.probability("alpha", alpha);
        if (alpha == 0) {
            return reverse(p);
        }
        return alpha == 1 ? forward(p) : new AlphaLandscape(p, alpha);
    }
}
