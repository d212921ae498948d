package dev.surprisal.math.fit;

import dev.surprisal.math.distribution.Normal;

/**
 * A normal at which a divergence has slope 0 in every direction.
 *
 * @param q the normal
 * @param klNats the divergence there, in nats
 * @param kind what lies around it
 * @param smallCurvature the smaller eigenvalue of the second derivatives in (mean, ln sd)
 * @param largeCurvature the larger one: gradient descent with steps above 2 divided by it never settles here
 */
public record StationaryPoint(Normal q, double klNats, Kind kind, double smallCurvature, double largeCurvature) {

    /** What lies around a stationary point. Reverse KL has no maxima. */
    public enum Kind {
        /** No other normal is closer (others may be as close). */
        GLOBAL_MINIMUM,
        /** Its neighbours are worse, but something far away is better. */
        LOCAL_MINIMUM,
        /** The pass between two minima: better on two sides. */
        SADDLE
    }

    /** Whether no place nearby is lower: false for a saddle. */
    public boolean isMinimum() {
        return kind != Kind.SADDLE;
    }
}
