package dev.surprisal.content;

/** What follows from a problem: a page with an error is not shown, a warning is looked at. */
public enum Severity {
    ERROR,
    WARNING;

    @Override
    public String toString() {
        return this == ERROR ? "error" : "warning";
    }
}
