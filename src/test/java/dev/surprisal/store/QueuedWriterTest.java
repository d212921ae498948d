package dev.surprisal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** On a real SQLite file; commits are counted, and one is held up until the others have queued. */
class QueuedWriterTest {
    @TempDir
    Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private JdbcClient jdbc;
    private TransactionOperations transactions;
    private QueuedWriter writer;

    @BeforeEach
    void open() {
        var source = Databases.sqlite(folder.resolve("test.db"));
        jdbc = JdbcClient.create(source);
        jdbc.sql("create table kept (value integer primary key)").update();
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        writer = new QueuedWriter(new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                T result = transactions.execute(action);
                commits.incrementAndGet();
                return result;
            }
        });
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void whatHasQueuedUpIsCommittedTogether() throws Exception {
        List<CompletableFuture<Integer>> all =
                behindASlowOne(IntStream.range(0, 40).toArray());

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();

        assertThat(kept()).isEqualTo(IntStream.range(0, 40).boxed().toList());
        assertThat(commits).hasValue(2);
    }

    @Test
    void whatCannotBeDoneFailsAloneAndTheOthersAreKept() throws Exception {
        List<CompletableFuture<Integer>> all = behindASlowOne(1, 2, 2, 3);

        assertThat(all.get(0).get()).isEqualTo(1);
        assertThat(all.get(1).get()).isEqualTo(1);
        assertThat(all.get(3).get()).isEqualTo(1);
        assertThatThrownBy(() -> all.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(NotSavedException.class);
        assertThat(kept()).isEqualTo(List.of(1, 2, 3));
    }

    @Test
    void nothingIsAcknowledgedWhenTheCommitFailsAndTheWriterGoesOn() {
        var failing = new AtomicInteger(1);
        try (var fragile = new QueuedWriter(new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return transactions.execute(status -> {
                    T result = action.doInTransaction(status);
                    if (failing.getAndDecrement() > 0) {
                        throw new TransactionSystemException("the disk is full");
                    }
                    return result;
                });
            }
        })) {
            assertThatThrownBy(() -> fragile.write(() -> insert(1))).isInstanceOf(NotSavedException.class);
            assertThat(fragile.<Integer>write(() -> insert(2))).isEqualTo(1);
        }

        assertThat(kept()).isEqualTo(List.of(2));
    }

    @Test
    void aMistakeInADeedComesBackAsItIs() {
        assertThatThrownBy(() -> writer.write(() -> {
                    throw new IllegalArgumentException("no such level");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such level");
    }

    @Test
    void closingFinishesWhatIsWaitingAndTakesNoMore() throws Exception {
        List<CompletableFuture<Integer>> all = behindASlowOne(1, 2, 3);

        writer.close();

        assertThat(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(5));
        assertThat(kept()).isEqualTo(List.of(1, 2, 3));
        assertThatThrownBy(() -> writer.write(() -> insert(4))).isInstanceOf(NotSavedException.class);
    }

    /** Writes each value from a thread of its own while another write holds up the writer. */
    private List<CompletableFuture<Integer>> behindASlowOne(int... values) throws InterruptedException {
        var slow = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> writer.write(() -> {
                    begun.countDown();
                    await(slow);
                    return 0;
                }));
        begun.await();
        List<CompletableFuture<Integer>> all =
                IntStream.of(values).mapToObj(this::queued).toList();
        slow.countDown();
        return all;
    }

    /** Returns when it is in the queue. */
    private CompletableFuture<Integer> queued(int value) {
        var result = new CompletableFuture<Integer>();
        int before = writer.waiting();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(writer.write(() -> insert(value)));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        while (writer.waiting() == before) {
            Thread.onSpinWait();
        }
        return result;
    }

    private int insert(int value) {
        return jdbc.sql("insert into kept values (:value)")
                .param("value", value)
                .update();
    }

    private List<Integer> kept() {
        return jdbc.sql("select value from kept order by value")
                .query(Integer.class)
                .list();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
