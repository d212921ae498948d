package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.math.fit.Landscape;
import dev.surprisal.math.fit.Method;
import java.util.Optional;

/**
 * The fits of one normal to ½ N(−r, 1) + ½ N(r, 1): forward in closed form, reverse in the middle, where it always has a
 * minimum, and on the right mode, where it has one from some separation on. The left one is its mirror image.
 *
 * @param side empty where a descent from the mode slides into the middle
 */
record PairFits(Mixture p, Descent.Step forward, Descent.Step middle, Optional<Descent.Step> side) {

    private static final int MOST_STEPS = 60;

    /** Nearer to the middle no side fit ever lies. */
    private static final double ASIDE = 1;

    static PairFits of(double r) {
        Mixture p = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-r, r}, new double[] {1, 1});
        double sd = Math.sqrt(1 + r * r);
        Landscape reverse = Landscape.reverse(p);
        Descent.Step side = end(reverse, new Normal(r, 1));
        return new PairFits(
                p,
                new Descent.Step(0, sd, Landscape.forward(p).at(0, sd).value()),
                end(reverse, new Normal(0, sd)),
                side.mean() > ASIDE ? Optional.of(side) : Optional.empty());
    }

    private static Descent.Step end(Landscape reverse, Normal start) {
        return Descent.of(reverse, start, new Method.Newton(true), MOST_STEPS).end();
    }

    /** Whether the fit on a mode is better than the one in the middle. */
    boolean picksAMode() {
        return side.isPresent() && side.get().value() < middle.value();
    }
}
