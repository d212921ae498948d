package dev.surprisal.expression;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Univariate;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.math.fit.Landscape;
import dev.surprisal.math.fit.Method;
import dev.surprisal.math.fit.ReverseFit;
import dev.surprisal.math.fit.StationaryPoint;
import dev.surprisal.math.information.Divergence;
import java.util.LinkedHashMap;
import java.util.Map;

/** A normal fitted to a distribution by KL in either direction: its mean and sd, the KL reached, and the normal itself. */
final class Fits {

    /** The descent of the course's demonstrations, with steps halved where they overshoot. */
    private static final Method METHOD = new Method.Gradient(0.05, true);

    private static final int MOST_STEPS = 10_000;

    /** How near the end of a descent a stationary point is looked for, in sds. */
    private static final double NEAR = 1e-3;

    private Fits() {}

    /** The normal with the mean and the sd of p, which has the least KL(p||q). */
    static Value forward(Distribution p) {
        if (p instanceof Univariate univariate) {
            Normal q = new Normal(univariate.mean(), univariate.standardDeviation());
            return result(q, Divergence.klNats(p, q));
        }
        throw new IllegalArgumentException("p must be a distribution of numbers, got " + Families.printed(p));
    }

    /**
     * Where a descent on KL(q||p) from a normal ends, to the precision to which the core knows the stationary points.
     *
     * @throws IllegalArgumentException when it does not end
     */
    static Value reverse(Distribution p, Distribution start) {
        if (!(p instanceof Continuous target)) {
            throw new IllegalArgumentException("p must have a density, got " + Families.printed(p));
        }
        if (!(start instanceof Normal from)) {
            throw new IllegalArgumentException("start must be a normal(mean, sd), got " + Families.printed(start));
        }
        Descent descent = Descent.of(Landscape.reverse(target), from, METHOD, MOST_STEPS);
        if (descent.outcome() != Outcome.CONVERGED) {
            throw new IllegalArgumentException(
                    "start must lead to an optimum: after " + descent.steps() + " steps the descent is at "
                            + Families.printed(descent.end().q()));
        }
        Descent.Step end = descent.end();
        for (StationaryPoint point : ReverseFit.of(target).points()) {
            if (Math.abs(point.q().mean() - end.mean()) <= NEAR * end.sd()
                    && Math.abs(point.q().sd() - end.sd()) <= NEAR * end.sd()) {
                return result(point.q(), point.klNats());
            }
        }
        return result(end.q(), end.value());
    }

    private static Value result(Normal q, double kl) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("mean", Value.of(q.mean()));
        fields.put("sd", Value.of(q.sd()));
        fields.put("kl", Value.of(kl));
        fields.put("q", new Value.Of(q));
        return new Value.Record(fields);
    }
}
