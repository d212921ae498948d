package dev.surprisal.math.fit;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Continuous;

/**
 * KL(p||q) = KL(p||q*) + (r - 1 - ln r)/2 + (mean - m)^2/(2 sd^2) with r = v/sd^2, m and v the mean and variance of p, and q*
 * the normal that has them: two terms that are {@code >= 0} beside the least possible value.
 */
final class ForwardLandscape implements Landscape {

    private final double mean;
    private final double sd;
    private final double least;

    ForwardLandscape(Continuous p) {
        ForwardFit fit = ForwardFit.of(p);
        mean = fit.q().mean();
        sd = fit.q().sd();
        least = fit.kl().value();
    }

    @Override
    public Derivatives at(double mean, double sd) {
        Require.finite("mean", mean);
        Require.positive("sd", sd);
        double apart = (mean - this.mean) / sd;
        double e = (this.sd - sd) / sd * ((this.sd + sd) / sd);
        double scales = e > -0.5 ? LogRatio.excess(e) : e - 2 * Elementary.log(this.sd / sd);
        double ratio = 1 + e;
        return new Derivatives(
                least + 0.5 * scales + 0.5 * apart * apart,
                apart / sd,
                -e - apart * apart,
                1 / sd / sd,
                -2 * apart / sd,
                2 * ratio + 2 * apart * apart);
    }
}
