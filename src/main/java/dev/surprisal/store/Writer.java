package dev.surprisal.store;

import java.util.function.Supplier;

/** The way in which writes are committed. */
interface Writer extends AutoCloseable {
    /**
     * Does something with the database, in one transaction.
     *
     * @param deed done again when what shared its transaction has failed
     * @return after the commit
     * @throws NotSavedException when it was not committed, or not in time
     */
    <T> T write(Supplier<T> deed);

    @Override
    void close();
}
