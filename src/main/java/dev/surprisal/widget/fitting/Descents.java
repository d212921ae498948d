package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.math.fit.Landscape;
import dev.surprisal.math.fit.Method;

/**
 * The descents in both directions from the start of a state, so many steps long as the state says.
 *
 * @param forwardKl what the one goes down on
 * @param reverseKl what the other goes down on
 */
record Descents(Landscape forwardKl, Landscape reverseKl, Descent forward, Descent reverse) {

    static Descents of(KlFit.State state) {
        Mixture p = state.target().toMixture();
        var start = new Normal(state.start().mean(), state.start().sd());
        Method method = switch (state.walk()) {
            case GRADIENT -> new Method.Gradient(state.rate(), false);
            case NEWTON -> new Method.Newton(true);
        };
        Landscape forwardKl = Landscape.forward(p);
        Landscape reverseKl = Landscape.reverse(p);
        return new Descents(
                forwardKl,
                reverseKl,
                Descent.of(forwardKl, start, method, state.steps()),
                Descent.of(reverseKl, start, method, state.steps()));
    }

    /** The number of steps of the longer one. */
    int longest() {
        return Math.max(forward.steps(), reverse.steps());
    }
}
