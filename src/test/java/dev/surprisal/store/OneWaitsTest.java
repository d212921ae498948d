package dev.surprisal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.sqlite.SQLiteDataSource;

class OneWaitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Switched database = new Switched();
    private final OneWaits waits = new OneWaits(database, nanos::get);

    /** A database in memory that can be out of reach, for those who ask now or only when they have waited. */
    private static final class Switched extends AbstractDataSource {
        private final SQLiteDataSource real = new SQLiteDataSource();
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean gone;
        private volatile CountDownLatch patience = new CountDownLatch(0);
        private final CountDownLatch waiting = new CountDownLatch(1);

        Switched() {
            real.setUrl("jdbc:sqlite::memory:");
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            if (!gone) {
                return real.getConnection();
            }
            try {
                if (patience.getCount() > 0) {
                    waiting.countDown();
                    patience.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new SQLTransientConnectionException("out of reach");
        }

        @Override
        public Connection getConnection(String user, String password) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void afterAFailureNobodyIsKeptWaitingForASecond() throws SQLException {
        waits.getConnection().close();
        database.gone = true;

        assertThatThrownBy(waits::getConnection).hasMessage("out of reach");
        int asked = database.asked.get();
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(waits::getConnection).hasMessageContaining("just now");
        }
        assertThat(database.asked.get()).isEqualTo(asked);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThatThrownBy(waits::getConnection).hasMessage("out of reach");
    }

    @Test
    void whenItIsBackTheNextOneWhoTriesGetsIt() throws SQLException {
        database.gone = true;
        assertThatThrownBy(waits::getConnection).isInstanceOf(SQLException.class);
        database.gone = false;

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        waits.getConnection().close();
        waits.getConnection().close();
    }

    @Test
    void whileOneWaitsTheOthersAreToldAtOnce() throws Exception {
        database.gone = true;
        assertThatThrownBy(waits::getConnection).isInstanceOf(SQLException.class);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        database.patience = new CountDownLatch(1);

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Connection> first = threads.submit(() -> waits.getConnection());
            database.waiting.await();
            assertThatThrownBy(waits::getConnection).hasMessageContaining("just now");
            database.patience.countDown();
            assertThatThrownBy(first::get).hasRootCauseMessage("out of reach");
        }
    }
}
