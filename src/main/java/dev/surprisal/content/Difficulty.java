package dev.surprisal.content;

/** How dense a lesson reads. */
public enum Difficulty {
    LIGHT,
    STANDARD,
    DENSE
}
