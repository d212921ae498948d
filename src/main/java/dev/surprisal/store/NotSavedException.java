package dev.surprisal.store;

/** A write was not acknowledged: it may be tried again, and must be if it is to be sure. */
public final class NotSavedException extends RuntimeException {
    NotSavedException(String message) {
        super(message);
    }

    NotSavedException(String message, Throwable cause) {
        super(message, cause);
    }
}
