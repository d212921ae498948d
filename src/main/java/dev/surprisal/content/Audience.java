package dev.surprisal.content;

/** For whom a page is made. */
public enum Audience {
    LEARNERS,
    INSTRUCTORS;

    /** Whether they get this piece of a page; what they do not get changes no byte that is sent to them. */
    boolean gets(Block block) {
        return this == INSTRUCTORS || !(block instanceof Block.ForInstructors);
    }
}
