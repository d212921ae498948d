package dev.surprisal.store;

import org.springframework.dao.TransientDataAccessException;

/** A write was not acknowledged: it may be tried again, and must be if it is to be sure. */
public final class NotSavedException extends TransientDataAccessException {
    NotSavedException(String message) {
        super(message);
    }

    NotSavedException(String message, Throwable cause) {
        super(message, cause);
    }
}
