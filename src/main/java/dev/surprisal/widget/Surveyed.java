package dev.surprisal.widget;

import java.util.List;

/**
 * A widget with results that take longer than a frame. They come from a survey, which the browser makes in a worker and the
 * server before it sends the page; its findings are handed in again with every state, and may then be those of an earlier one.
 *
 * @param <S> the state, a record
 */
public interface Surveyed<S> extends Widget<S> {

    /** All that takes longer to find out about a state, as text that fits an attribute. */
    String findings(S state);

    /** Pictures that take longer and show nothing else. */
    List<Figure> grounds(S state);

    /** Whether the findings are about this state; not so for a text that is not the findings of a survey. */
    boolean isAbout(String findings, S state);

    /**
     * What a state shows; not settled when the findings are about another one.
     *
     * @param begun the state in which a movement that still goes on has begun, whose axes stay; else the state itself
     * @param findings the latest; whatever is not the findings of a survey counts as none
     */
    Outcome result(S state, S begun, String findings);

    /** As {@link #moving(Object)}, with the latest findings. */
    default Moving<S> moving(S begun, String findings) {
        return state -> result(state, begun, findings);
    }

    /** With the findings that are made at once. */
    @Override
    default Outcome result(S state) {
        return result(state, state, findings(state));
    }
}
