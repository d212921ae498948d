package dev.surprisal.widget.information;

import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Unit;
import java.util.List;

/**
 * Two distributions over the same 2 to 26 outcomes: KL in both directions term by term, with the entropies, the
 * cross-entropies and the distances that go with them.
 */
public final class KlDiscrete extends VectorWidget<KlDiscrete.State> {

    /** p plays the data and q the model. */
    public record State(Probabilities p, Probabilities q, Unit unit) {
        public State {
            if (p.size() != q.size()) {
                throw new IllegalArgumentException("both distributions need the same outcomes");
            }
        }
    }

    private static final List<Preset> PRESETS = List.of(
            Preset.of(
                    "fair-coin",
                    "A fair coin, a model that leans",
                    Probabilities.of(0.5, 0.5),
                    Probabilities.of(0.7, 0.3)),
            Preset.of(
                    "both-ways-equal",
                    "Different, yet equal both ways",
                    Probabilities.of(0.55, 0.3, 0.15),
                    Probabilities.of(0.15, 0.3, 0.55)),
            Preset.of("near", "A model that is near", Probabilities.of(0.5, 0.3, 0.2), Probabilities.of(0.4, 0.4, 0.2)),
            Preset.of(
                    "far",
                    "A model that is far off",
                    Probabilities.of(0.55, 0.3, 0.15),
                    Probabilities.of(0.05, 0.15, 0.8)),
            Preset.of(
                    "wrong-code",
                    "A code for the wrong source",
                    Probabilities.of(0.5, 0.25, 0.125, 0.125),
                    Probabilities.of(0.125, 0.125, 0.25, 0.5)),
            Preset.of("one-hot", "One outcome is certain", Probabilities.of(1, 0, 0), Probabilities.of(0.7, 0.2, 0.1)),
            Preset.of(
                    "one-way-infinite",
                    "Forward finite, reverse infinite",
                    Probabilities.of(0.5, 0.5, 0),
                    Probabilities.of(0.4, 0.4, 0.2)),
            Preset.of(
                    "disjoint",
                    "Nothing in common",
                    Probabilities.of(0.5, 0.5, 0, 0),
                    Probabilities.of(0, 0, 0.5, 0.5)),
            Preset.of("equal", "Equal", Probabilities.of(0.2, 0.8), Probabilities.of(0.2, 0.8)));

    private static final int MOST = 26;

    public KlDiscrete() {
        super(
                List.of(new Vector("p", "*p*, the data", Role.P), new Vector("q", "*q*, the model", Role.Q)),
                PRESETS,
                MOST);
    }

    @Override
    public String kind() {
        return "kl-discrete";
    }

    @Override
    public String title() {
        return "KL workbench";
    }

    @Override
    Parameter wordParameter() {
        return Unit.PARAMETER;
    }

    @Override
    String firstWord() {
        return Unit.NATS.plural();
    }

    @Override
    List<Probabilities> vectorsOf(State state) {
        return List.of(state.p, state.q);
    }

    @Override
    String wordOf(State state) {
        return state.unit.plural();
    }

    @Override
    State state(List<Probabilities> vectors, String unit) {
        return new State(vectors.getFirst(), vectors.getLast(), Unit.named(unit));
    }

    @Override
    List<Action> ownActions(State state) {
        return List.of(new Action("swap", "Swap *p* and *q*", true));
    }

    @Override
    State pressedOwn(State state, String control) {
        return control.equals("swap") ? new State(state.q, state.p, state.unit) : super.pressedOwn(state, control);
    }

    @Override
    Outcome shown(State state) {
        return Comparison.of(state).result();
    }
}
