package dev.surprisal.widget;

/**
 * Shows one state after another while a control is moved; may remember what stays the same.
 *
 * @param <S> the state of a widget
 */
@FunctionalInterface
public interface Moving<S> {

    /** What a state shows, without what waits for rest. */
    Outcome at(S state);
}
