package dev.surprisal.widget;

/** What became of a change. */
public sealed interface Edit<S> {

    /**
     * It was made.
     *
     * @param note what to tell at the control, such as how a text was read; empty for nothing
     */
    record Changed<S>(S state, String note) implements Edit<S> {
        public static <S> Changed<S> to(S state) {
            return new Changed<>(state, "");
        }
    }

    /**
     * It was not made; the state is as before.
     *
     * @param message what is accepted, for the learner
     */
    record Rejected<S>(String message) implements Edit<S> {}
}
