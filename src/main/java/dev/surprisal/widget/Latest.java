package dev.surprisal.widget;

import java.util.Optional;
import java.util.function.Function;

/**
 * The last thing that was computed: what a widget shows, names and lets one do next is asked for the same state, one after the
 * other.
 *
 * @param <S> from what it is computed; all that it depends on
 * @param <T> what must not change once it is made, since several readers may hold it
 */
public final class Latest<S, T> {

    private record Made<S, T>(S from, T thing) {}

    // Two readers at once may both compute it, and get the same
    private volatile Optional<Made<S, T>> made = Optional.empty();

    /** The thing that belongs to a state. */
    public T of(S state, Function<S, T> make) {
        Optional<Made<S, T>> last = made;
        if (last.isPresent() && last.get().from().equals(state)) {
            return last.get().thing();
        }
        T thing = make.apply(state);
        made = Optional.of(new Made<>(state, thing));
        return thing;
    }
}
