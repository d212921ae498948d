package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.fit.Landscape;
import java.util.Optional;

/** What follows from a target alone: found once where many states have the same one. */
final class TargetFacts {

    private final Mixture p;
    private final Landscape forwardKl;
    private final Landscape reverseKl;
    private final Bell forwardBest;
    private final double leastForward;
    private final TargetCurves curves;
    private Optional<FitSample> sample = Optional.empty();

    /** @param begun the state that decides on the axes */
    TargetFacts(Modes target, KlFit.State begun) {
        p = target.toMixture();
        forwardKl = Landscape.forward(p);
        reverseKl = Landscape.reverse(p);
        forwardBest = new Bell(0 + p.mean(), Math.sqrt(p.variance()));
        leastForward = forwardKl.at(forwardBest.mean(), forwardBest.sd()).value();
        curves = new TargetCurves(target, p, begun);
    }

    Mixture p() {
        return p;
    }

    Landscape forwardKl() {
        return forwardKl;
    }

    Landscape reverseKl() {
        return reverseKl;
    }

    Bell forwardBest() {
        return forwardBest;
    }

    /** In nats. */
    double leastForward() {
        return leastForward;
    }

    TargetCurves curves() {
        return curves;
    }

    /** The points that a view shows; those of the last view are kept. */
    FitSample sample(View.Sample drawn) {
        FitSample points = sample.filter(last -> last.drawn().equals(drawn)).orElseGet(() -> new FitSample(p, drawn));
        sample = Optional.of(points);
        return points;
    }
}
