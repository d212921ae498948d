package dev.surprisal.content;

/** Whether learners see a lesson. */
public enum Status {
    PUBLISHED,
    DRAFT
}
