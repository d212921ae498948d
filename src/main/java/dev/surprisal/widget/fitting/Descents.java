package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.math.fit.Landscape;
import dev.surprisal.math.fit.Method;

/** The descents in both directions from the start of a state, so many steps long as the state says. */
record Descents(Descent forward, Descent reverse) {

    static Descents of(KlFit.State state) {
        Mixture p = state.target().toMixture();
        return of(state, Landscape.forward(p), Landscape.reverse(p));
    }

    static Descents of(Scene scene) {
        return of(scene.state(), scene.forwardKl(), scene.reverseKl());
    }

    private static Descents of(KlFit.State state, Landscape forwardKl, Landscape reverseKl) {
        var start = new Normal(state.start().mean(), state.start().sd());
        Method method = state.walk().method(state.rate());
        return new Descents(
                Descent.of(forwardKl, start, method, state.steps()),
                Descent.of(reverseKl, start, method, state.steps()));
    }

    /** The number of steps of the longer one. */
    int longest() {
        return Math.max(forward.steps(), reverse.steps());
    }
}
