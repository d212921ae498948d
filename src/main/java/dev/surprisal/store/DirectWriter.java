package dev.surprisal.store;

import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Each write on a connection of its own: PostgreSQL takes many at once, and syncs those together that come together. */
final class DirectWriter implements Writer {
    private final TransactionOperations transactions;

    DirectWriter(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    @Override
    @SuppressWarnings("NullAway") // What a deed gives is given on
    public <T> T write(Supplier<T> deed) {
        try {
            return transactions.execute(_ -> deed.get());
        } catch (DataAccessException | TransactionException e) {
            throw new NotSavedException("a write has failed", e);
        }
    }

    @Override
    public void close() {}
}
