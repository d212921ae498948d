package dev.surprisal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to a database that may be gone. Once nobody gets one, everybody is told so at once but one, who waits for all; so a server
 * whose database is gone still answers what needs none.
 */
final class OneWaits extends DelegatingDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(OneWaits.class);

    /** Until somebody tries again. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final AtomicBoolean trying = new AtomicBoolean();
    private final AtomicBoolean gone = new AtomicBoolean();
    private volatile long failedAt;

    OneWaits(DataSource target) {
        this(target, System::nanoTime);
    }

    OneWaits(DataSource target, LongSupplier nanos) {
        super(target);
        this.nanos = nanos;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!gone.get()) {
            return obtain();
        }
        if (nanos.getAsLong() - failedAt < REST.toNanos() || !trying.compareAndSet(false, true)) {
            throw new SQLTransientConnectionException("the database has not answered just now");
        }
        try {
            return obtain();
        } finally {
            trying.set(false);
        }
    }

    private Connection obtain() throws SQLException {
        try {
            Connection connection = super.getConnection();
            if (gone.compareAndSet(true, false)) {
                LOG.info("the database answers again");
            }
            return connection;
        } catch (SQLException e) {
            failedAt = nanos.getAsLong();
            if (gone.compareAndSet(false, true)) {
                LOG.error("the database does not answer: {}", e.getMessage());
            }
            throw e;
        }
    }
}
