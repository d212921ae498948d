package dev.surprisal.content;

import java.util.Optional;

/**
 * The permanent name of a question, unique in the course: {@code which-direction}. That of a part is made of the question's and the
 * part's own: {@code both--nats}; no id that an author writes has two hyphens in a row.
 */
public record QuestionId(String value) {

    private static final String JOINT = "--";

    /** As many characters as the log has room for. */
    static final int MAX_LENGTH = 100;

    public QuestionId {
        int joint = value.indexOf(JOINT);
        if (joint < 0) {
            Slug.checked(value);
        } else {
            Slug.checked(value.substring(0, joint));
            Slug.checked(value.substring(joint + JOINT.length()));
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the id of a question has at most " + MAX_LENGTH + " characters");
        }
    }

    /** The id that {@code text} writes, or nothing where it can be none: addresses and learners' requests are read with this. */
    public static Optional<QuestionId> find(String text) {
        int joint = text.indexOf(JOINT);
        boolean good = joint < 0
                ? Slug.isSlug(text)
                : Slug.isSlug(text.substring(0, joint)) && Slug.isSlug(text.substring(joint + JOINT.length()));
        return good && text.length() <= MAX_LENGTH ? Optional.of(new QuestionId(text)) : Optional.empty();
    }

    /** The id of a part of this question. */
    public QuestionId part(String name) {
        return new QuestionId(value + JOINT + name);
    }

    /** The part's own name; for a question by itself, its id. */
    public String part() {
        int joint = value.indexOf(JOINT);
        return joint < 0 ? value : value.substring(joint + JOINT.length());
    }

    /** The question that a part belongs to; a question by itself. */
    public QuestionId whole() {
        int joint = value.indexOf(JOINT);
        return joint < 0 ? this : new QuestionId(value.substring(0, joint));
    }

    @Override
    public String toString() {
        return value;
    }
}
