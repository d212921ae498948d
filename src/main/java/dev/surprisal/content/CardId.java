package dev.surprisal.content;

import java.util.Optional;

/** The permanent name of a card, unique in the course: {@code which-direction}. */
public record CardId(String value) {

    public CardId {
        Slug.checked(value);
    }

    /** The id that {@code text} writes, or nothing where it can be none: addresses and learners' requests are read with this. */
    public static Optional<CardId> find(String text) {
        return Slug.isSlug(text) ? Optional.of(new CardId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
