package dev.surprisal.content;

import java.util.Optional;

/** The permanent name of a widget in a lesson, unique in the course: {@code kl-workbench}. */
public record WidgetId(String value) {

    public WidgetId {
        Slug.checked(value);
    }

    /** The id that {@code text} writes, or nothing where it can be none: addresses and learners' requests are read with this. */
    public static Optional<WidgetId> find(String text) {
        return Slug.isSlug(text) ? Optional.of(new WidgetId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
