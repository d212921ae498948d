package dev.surprisal.math.fit;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Normal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a fitted normal moves as the alpha-divergence leads from one direction of KL to the other: at 0 it is the reverse KL, at
 * 1 the forward one (see {@link Landscape#alpha}).
 *
 * <p>Each place is found by damped Newton steps from the one before. Where a minimum ends on the way, the path drops to one that
 * is lower, and its mean or sd jumps.
 *
 * <p>Amari 1985 for the divergences; Allgower and Georg, "Numerical Continuation Methods", 1990, for following an optimum.
 *
 * @param places in the order they were found
 */
public record AlphaPath(List<Place> places) {

    private static final int MOST_STEPS = 200;

    /**
     * A fit on the way.
     *
     * @param divergence in nats
     * @param outcome how the descent to it ended
     */
    public record Place(double alpha, Normal q, double divergence, Outcome outcome) {}

    public AlphaPath {
        places = List.copyOf(places);
    }

    /**
     * From the forward fit, the only one at alpha = 1, to the reverse fit that it leads to.
     *
     * @param p a normal or a mixture of normals
     * @param intervals how many equal steps alpha takes from 1 to 0, at least 1
     */
    public static AlphaPath fromForward(Continuous p, int intervals) {
        return walk(p, ForwardFit.of(p).q(), intervals, false);
    }

    /**
     * From a minimum of the reverse KL to the forward fit.
     *
     * @param p a normal or a mixture of normals
     * @param minimum where to start, for instance one of {@link ReverseFit#minima}
     * @param intervals how many equal steps alpha takes from 0 to 1, at least 1
     */
    public static AlphaPath fromReverse(Continuous p, Normal minimum, int intervals) {
        return walk(p, minimum, intervals, true);
    }

    private static AlphaPath walk(Continuous p, Normal start, int intervals, boolean up) {
        Require.count("intervals", intervals, 1);
        List<Place> places = new ArrayList<>();
        Normal q = start;
        for (int i = 0; i <= intervals; i++) {
            double alpha = (double) (up ? i : intervals - i) / intervals;
            Descent descent = Descent.of(Landscape.alpha(p, alpha), q, new Method.Newton(true), MOST_STEPS);
            q = descent.end().q();
            places.add(new Place(alpha, q, descent.end().value(), descent.outcome()));
        }
        return new AlphaPath(places);
    }
}
