package dev.surprisal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One thread that writes, for a database that has one writer at a time: SQLite. What has queued up while the disk was busy with
 * one commit goes into the next one together, so that a crowd waits for few syncs, and nobody for a lock.
 */
final class QueuedWriter implements Writer {
    private static final int LONGEST_QUEUE = 5_000;
    private static final int MOST_IN_A_COMMIT = 500;
    /** Less than the browser waits, so that the learner is told by us. */
    private static final long PATIENCE_SECONDS = 8;

    private final TransactionOperations transactions;
    private final BlockingQueue<Waiting<?>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread thread;
    private volatile boolean closed;

    QueuedWriter(TransactionOperations transactions) {
        this.transactions = transactions;
        this.thread = Thread.ofPlatform().name("writer").daemon().start(this::work);
    }

    @Override
    public <T> T write(Supplier<T> deed) {
        var waiting = new Waiting<>(deed);
        if (closed || !queue.offer(waiting)) {
            throw new NotSavedException(closed ? "the store is closed" : LONGEST_QUEUE + " writes are waiting already");
        }
        return waiting.await();
    }

    /** Finishes what is waiting. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many have not been begun. */
    int waiting() {
        return queue.size();
    }

    private void work() {
        var batch = new ArrayList<Waiting<?>>();
        while (!closed || !queue.isEmpty()) {
            try {
                Waiting<?> first = closed ? queue.poll() : queue.take();
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, MOST_IN_A_COMMIT - 1);
                    commit(batch);
                }
            } catch (InterruptedException e) {
                // closed: what is left is done without waiting for more
            }
            batch.clear();
        }
    }

    /** Commits all that can be done; what fails is taken out, and the others are done again without it. */
    private void commit(List<Waiting<?>> batch) {
        batch.removeIf(Waiting::isGivenUp);
        while (!batch.isEmpty()) {
            try {
                transactions.executeWithoutResult(_ -> batch.forEach(Waiting::attempt));
                batch.forEach(Waiting::acknowledge);
                return;
            } catch (Failed failed) {
                failed.waiting.fail(failed.cause);
                batch.remove(failed.waiting);
            } catch (RuntimeException | Error e) {
                batch.forEach(waiting -> waiting.fail(e));
                return;
            }
        }
    }

    /** A deed that somebody waits for. */
    private static final class Waiting<T> {
        private final Supplier<T> deed;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private @Nullable T result;

        Waiting(Supplier<T> deed) {
            this.deed = deed;
        }

        boolean isGivenUp() {
            return outcome.isDone();
        }

        void attempt() {
            try {
                result = deed.get();
            } catch (RuntimeException | Error e) {
                throw new Failed(this, e);
            }
        }

        @SuppressWarnings("NullAway") // What a deed gives is given on
        void acknowledge() {
            outcome.complete(result);
        }

        void fail(Throwable cause) {
            outcome.completeExceptionally(cause);
        }

        T await() {
            try {
                return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                outcome.cancel(false);
                throw new NotSavedException("a write was not committed within " + PATIENCE_SECONDS + " s", e);
            } catch (InterruptedException e) {
                outcome.cancel(false);
                Thread.currentThread().interrupt();
                throw new NotSavedException("a write was interrupted", e);
            } catch (ExecutionException e) {
                throw switch (e.getCause()) {
                    case DataAccessException failed -> new NotSavedException("a write has failed", failed);
                    case TransactionException failed -> new NotSavedException("a commit has failed", failed);
                    case RuntimeException ours -> ours;
                    case null, default -> new NotSavedException("a write has failed", e);
                };
            }
        }
    }

    private static final class Failed extends RuntimeException {
        private final transient Waiting<?> waiting;
        private final Throwable cause;

        Failed(Waiting<?> waiting, Throwable cause) {
            super(cause);
            this.waiting = waiting;
            this.cause = cause;
        }
    }
}
