package dev.surprisal.store;

/** The store cannot be used as it is; the message says in one sentence why, to the operator. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
