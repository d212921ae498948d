package dev.surprisal.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The open database: its tables are of this program's version, and what {@link #write} has returned from survives any crash. */
public final class Store implements AutoCloseable {
    /** As long as a browser waits at most before it tries again. */
    private static final Duration FAILURE_COUNTS_FOR = Duration.ofSeconds(40);

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final HikariDataSource pool;
    private final DataSource source;
    private final JdbcClient jdbc;
    private final Writer writer;
    private final @Nullable FolderLock lock;
    private volatile boolean failing;
    private volatile long failedAt;

    private Store(HikariDataSource pool, DataSource source, Writer writer, @Nullable FolderLock lock) {
        this.pool = pool;
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.writer = writer;
        this.lock = lock;
    }

    /**
     * Opens the database and brings its tables to this version.
     *
     * @throws StoreException when that cannot be, with a sentence for the operator
     */
    public static Store open(DatabaseAddress address) {
        FolderLock lock = address instanceof DatabaseAddress.Sqlite(var folder) ? share(folder) : null;
        try {
            DataSource plain = Databases.plain(address);
            reach(address, plain);
            new Schema(plain).upgrade(address.toString());
            HikariDataSource pool = Databases.pool(address);
            var source = new OneWaits(pool);
            var transactions = new TransactionTemplate(new JdbcTransactionManager(source));
            Writer writer = switch (address) {
                case DatabaseAddress.Sqlite _ -> new QueuedWriter(transactions);
                case DatabaseAddress.Postgres _ -> new DirectWriter(transactions);
            };
            return new Store(pool, source, writer, lock);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** For what only reads. */
    public JdbcClient read() {
        return jdbc;
    }

    /**
     * Does something with the database in one transaction. It may be done more than once before it is committed once, so it changes
     * nothing else, and it must not wait for another write.
     *
     * @return after the commit
     * @throws NotSavedException when it was not committed, or not in time; it may be tried again
     */
    public <T> T write(Function<JdbcClient, T> deed) {
        try {
            T result = writer.write(() -> deed.apply(jdbc));
            failing = false;
            return result;
        } catch (NotSavedException e) {
            if (!isRefusal(e)) {
                failedAt = System.nanoTime();
                failing = true;
            }
            throw e;
        }
    }

    /**
     * Whether the last write has failed, and that not long ago. A sign of life may still succeed then: on a full disk there is
     * sometimes room for something so small.
     */
    public boolean hasJustFailed() {
        return failing && System.nanoTime() - failedAt < FAILURE_COUNTS_FOR.toNanos();
    }

    /**
     * Whether the database is well and has refused what it was given, which another try does not mend: our mistake, or something for a
     * row that is gone.
     */
    private static boolean isRefusal(NotSavedException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DataIntegrityViolationException
                    || cause instanceof EmptyResultDataAccessException
                    || (cause instanceof SQLiteException sqlite
                            && (sqlite.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes something that is of no account, to see whether writing is possible.
     *
     * @throws NotSavedException when it is not
     */
    public void signOfLife(Instant now) {
        writer.write(() -> jdbc.sql("""
                        insert into heartbeat (id, at) values (1, :at)
                        on conflict (id) do update set at = excluded.at
                        """).param("at", now.toEpochMilli()).update());
    }

    /** The tables that have a column of this name, those first that refer to others: asked of the database, so that none is forgotten. */
    public List<String> tablesWith(String column) {
        try (Connection connection = pool.getConnection()) {
            return Tables.with(column, connection);
        } catch (SQLException e) {
            throw new StoreException("the database does not say which tables it has: " + firstLine(e), e);
        }
    }

    /** Takes what was deleted out of the write-ahead log too, as far as nobody is reading there just now. */
    public void overwriteWhatWasDeleted() {
        if (lock == null) {
            return; // PostgreSQL does it by itself in time
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet outcome = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            // A reader in the way is told by a row, not by an exception
            if (outcome.next() && outcome.getInt("busy") != 0) {
                LOG.info("The write-ahead log is overwritten later: it is being read");
            }
        } catch (SQLException busy) {
            LOG.info("The write-ahead log is overwritten later: {}", firstLine(busy));
        }
    }

    /** For those who need connections: the libraries. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        writer.close();
        pool.close();
        release(lock);
    }

    static void reach(DatabaseAddress address, DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.isValid(1);
        } catch (SQLException e) {
            throw new StoreException(address + " cannot be opened: " + firstLine(e), e);
        }
    }

    private static FolderLock share(Path folder) {
        try {
            Files.createDirectories(folder);
            return FolderLock.share(folder)
                    .orElseThrow(() -> new StoreException("a backup is being restored into the data folder " + folder));
        } catch (IOException e) {
            throw new StoreException(
                    "the data folder " + folder.toAbsolutePath()
                            + " cannot be written; set SURPRISAL_DATA to one that can",
                    e);
        }
    }

    private static void release(@Nullable FolderLock lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new StoreException("the lock of the data folder could not be given back", e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
