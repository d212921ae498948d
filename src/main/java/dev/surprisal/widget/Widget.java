package dev.surprisal.widget;

import java.util.List;

/**
 * Something to play with: a calculator, a simulator, a demo. Stateless and pure; all that changes is in S.
 *
 * <p>Texts may mark a variable with stars, {@code KL(*p* ‖ *q*)}; the markup sets it in italics and in its colour.
 *
 * @param <S> the state, a record
 */
public interface Widget<S> {

    /** The name that content and addresses use, such as {@code kl-discrete}; never changes. */
    String kind();

    /** What a reader sees above the widget. */
    String title();

    /** What content may set. */
    List<Parameter> parameters();

    /**
     * The state to start from.
     *
     * @throws IllegalArgumentException naming the parameter and what it accepts
     */
    S initial(Parameters parameters);

    /** The state as text that fits an address without escaping and reads back to the same state, to the bit. */
    String encode(S state);

    /**
     * The state that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException for any other text
     */
    S decode(String text);

    /** What a question may ask about a state, by name; nothing where a state is no answer to anything. */
    default List<Quantity> quantities(S state) {
        return List.of();
    }

    /** The states that the widget offers as examples. */
    default List<S> examples() {
        return List.of();
    }

    /**
     * Whether a state has a result.
     *
     * @throws IllegalArgumentException when {@code text} is no state
     */
    default boolean isComplete(String text) {
        return result(decode(text)) instanceof Outcome.Result;
    }

    /** What can be changed in this state. */
    Controls controls(S state);

    /**
     * The state after a change.
     *
     * @throws IllegalArgumentException when this state has no such control
     */
    Edit<S> edit(S state, Change change);

    /** What this state shows. */
    Outcome result(S state);

    /**
     * What is shown while a control is moved, up to a hundred times a second. A widget whose results take long keeps here what
     * stays the same, and leaves out what is not seen before the movement rests: words, notes, table, steps.
     *
     * @param begun the state in which the movement has begun, whose axes stay
     */
    default Moving<S> moving(S begun) {
        Outcome first = result(begun);
        return state -> result(state).onAxesOf(first);
    }
}
