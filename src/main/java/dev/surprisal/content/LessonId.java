package dev.surprisal.content;

import java.util.Optional;

/** The permanent name of a lesson, as it stands in its address: {@code kl-basics}. */
public record LessonId(String value) {

    public LessonId {
        Slug.checked(value);
    }

    /** The id that {@code text} writes, or nothing where it can be none: addresses and learners' requests are read with this. */
    public static Optional<LessonId> find(String text) {
        return Slug.isSlug(text) ? Optional.of(new LessonId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
