package dev.surprisal.widget;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Plays with a widget at random, but the same for the same seed: slides, types (round numbers, fractions, tiny ones), chooses
 * and presses whatever the state offers.
 */
public final class SeededPlay {

    private SeededPlay() {}

    /** The texts of so many different states that have a result. */
    public static <S> List<String> statesOf(Widget<S> widget, long seed, int count) {
        var random = new Random(seed);
        Set<String> states = new LinkedHashSet<>();
        S state = widget.initial(Parameters.none());
        while (states.size() < count) {
            if (widget.result(state) instanceof Outcome.Result) {
                states.add(widget.encode(state));
            }
            if (widget.edit(state, next(widget, state, random)) instanceof Edit.Changed<S> changed) {
                state = changed.state();
            }
        }
        return List.copyOf(states);
    }

    private static <S> Change next(Widget<S> widget, S state, Random random) {
        Controls controls = widget.controls(state);
        if (widget.result(state) instanceof Outcome.Invalid(List<Outcome.Problem> problems) && random.nextInt(3) > 0) {
            for (Outcome.Problem problem : problems) {
                if (!problem.mends().isEmpty()) {
                    return new Change.Pressed(any(problem.mends(), random).control());
                }
            }
        }
        List<Controls.Field> fields = new ArrayList<>();
        controls.groups().forEach(group -> fields.addAll(group.fields()));
        int first = controls.actions().isEmpty() ? 1 : 0;
        return switch (first + random.nextInt(10 - first)) {
            case 0 -> new Change.Pressed(any(controls.actions(), random).control());
            case 1 -> {
                Controls.Choice choice = any(controls.choices(), random);
                yield new Change.Chosen(
                        choice.control(), any(choice.options(), random).value());
            }
            case 2, 3, 4 -> {
                Controls.Field field = any(fields, random);
                double within = field.least() + random.nextDouble() * (field.most() - field.least());
                yield new Change.Slid(field.control(), within);
            }
            default -> new Change.Typed(any(fields, random).control(), number(random));
        };
    }

    private static String number(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.toString(random.nextInt(1001) / 1000.0);
            case 1 -> 1 + random.nextInt(6) + "/" + (6 + random.nextInt(7));
            case 2 -> random.nextDouble() + "e-" + random.nextInt(310);
            case 3 -> Double.toString(1 - random.nextDouble() * 1e-12);
            case 4 -> Integer.toString(random.nextInt(2));
            default -> Double.toString(random.nextDouble());
        };
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
