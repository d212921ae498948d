package dev.surprisal.widget;

import dev.surprisal.math.distribution.Generator;
import dev.surprisal.widget.Controls.Action;
import java.util.List;

/** A calculator that draws at random: the same seed gives the same draws, and a button goes on to the next one. */
public abstract class SeededCalculator extends Calculator {

    private static final String SEED = "seed";
    private static final String AGAIN = "again";

    private static final int MOST_SEEDS = 1_000_000;

    protected SeededCalculator(String kind, String title, List<WordChoice> choices, List<Preset> presets) {
        super(kind, title, choices, presets);
    }

    /** The input for the seed, which every section list must hold. */
    protected static Input seed() {
        return new Input(SEED, "seed (SplitMix64)", Range.count(0, MOST_SEEDS), 0, 100, 1);
    }

    /** The draws of a state, from their beginning. */
    protected final Generator generator(State state) {
        return Generator.ofSeed((int) value(state, SEED));
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(new Action(AGAIN, "Draw again", true));
    }

    @Override
    protected State pressed(State state, String control) {
        if (!control.equals(AGAIN)) {
            throw noControl(control);
        }
        double next = value(state, SEED) + 1;
        return changed(state, SEED, next > MOST_SEEDS ? 0 : next);
    }

    @Override
    protected boolean isShown(State example, State state) {
        return example.equals(state);
    }

    @Override
    protected State shown(State example, State state) {
        return example;
    }
}
