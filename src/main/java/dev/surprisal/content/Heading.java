package dev.surprisal.content;

/** A heading of a page that can be linked to, for "on this page". */
public record Heading(int level, String id, String text, String html) {

    public Heading {
        if (level < 2 || level > 6) {
            throw new IllegalArgumentException("level must be 2 to 6, got " + level);
        }
    }
}
