package dev.surprisal.content;

import java.util.Optional;

/** The permanent name of a question, unique in the course: {@code which-direction}. */
public record QuestionId(String value) {

    public QuestionId {
        Slug.checked(value);
    }

    /** The id that {@code text} writes, or nothing where it can be none: addresses and learners' requests are read with this. */
    public static Optional<QuestionId> find(String text) {
        return Slug.isSlug(text) ? Optional.of(new QuestionId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
