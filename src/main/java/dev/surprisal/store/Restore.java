package dev.surprisal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup into a database of either kind. All of the backup is read and brought to this program's version in a copy before the
 * database is touched, and then all of it is there or nothing has changed.
 */
public final class Restore {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final DatabaseAddress address;
    private final boolean replace;
    private final Clock clock;

    /**
     * @param replace whether what is in the database may go; it is kept, what was in a file beside it, what was in PostgreSQL as a backup beside
     *     the one that takes its place
     */
    public Restore(DatabaseAddress address, boolean replace, Clock clock) {
        this.address = address;
        this.replace = replace;
        this.clock = clock;
    }

    /**
     * Restores a backup.
     *
     * @return what was done, in words
     * @throws StoreException when it cannot be, with a sentence for the operator
     */
    public String from(Path backup) {
        if (!Files.isRegularFile(backup)) {
            throw new StoreException("there is no file " + backup);
        }
        @Nullable Path copy = null;
        try {
            copy = Files.createTempFile(room(), ".restore-", ".part");
            Files.copy(backup, copy, StandardCopyOption.REPLACE_EXISTING);
            String name = "the file " + backup;
            BackupFile.check(copy, name);
            new Schema(BackupFile.open(copy)).upgrade(name);
            return switch (address) {
                case DatabaseAddress.Sqlite sqlite -> put(copy, sqlite);
                case DatabaseAddress.Postgres postgres -> put(copy, postgres, BackupFile.folder(backup));
            };
        } catch (IOException e) {
            throw new StoreException(backup + " could not be restored: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new StoreException(backup + " could not be put into " + address + ": " + e.getMessage(), e);
        } finally {
            remove(copy);
        }
    }

    /** A folder for the copy: the one in which it will stay, if it is to. */
    private Path room() throws IOException {
        return switch (address) {
            case DatabaseAddress.Sqlite(var folder) -> Files.createDirectories(folder);
            case DatabaseAddress.Postgres _ -> Path.of(System.getProperty("java.io.tmpdir"));
        };
    }

    private String put(Path copy, DatabaseAddress.Sqlite target) throws IOException, SQLException {
        FolderLock lock = FolderLock.own(target.folder())
                .orElseThrow(() ->
                        new StoreException("a server is using the data folder " + target.folder() + ": stop it first"));
        try (lock) {
            String kept = "";
            if (Files.exists(target.file())) {
                kept = clear(target);
            }
            Map<String, Content> contents = contents(BackupFile.open(copy));
            BackupFile.move(copy, target.file());
            return Backup.words(contents) + kept;
        }
    }

    /** Makes the present file one that can be replaced in one step, and keeps it if there is anything in it. */
    private String clear(DatabaseAddress.Sqlite target) throws IOException {
        Path kept = target.folder().resolve(keptName());
        try (Connection connection = Databases.plain(target).getConnection();
                Statement statement = connection.createStatement()) {
            boolean empty = isEmpty(connection);
            if (!empty && !replace) {
                throw notEmpty("; what is there now is kept beside it");
            }
            // Everything into the one file, so that nothing of the old database can be taken for part of the new one
            statement.execute("pragma wal_checkpoint(truncate)");
            statement.execute("pragma journal_mode = delete");
            if (empty) {
                return "";
            }
            Files.copy(target.file(), kept, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (SQLException e) {
            if (!replace) {
                throw notEmpty(" (and it cannot be read: " + e.getMessage() + ")");
            }
            for (String end : List.of("", "-wal", "-shm")) {
                Path part = target.folder().resolve(DatabaseAddress.Sqlite.FILE + end);
                if (Files.exists(part)) {
                    Files.move(part, target.folder().resolve(kept.getFileName() + end));
                }
            }
        }
        return "; what was there is now in " + kept;
    }

    /** @param folder for a backup of what is there now */
    private String put(Path copy, DatabaseAddress.Postgres target, Path folder) throws IOException, SQLException {
        DataSource plain = Databases.plain(target);
        Store.reach(target, plain);
        Schema schema = new Schema(plain);
        schema.upgrade(target.toString());
        MigrationVersion version = schema.version(target.toString());
        try (Connection from = BackupFile.open(copy).getConnection();
                Connection to = plain.getConnection();
                Statement statement = to.createStatement()) {
            to.setAutoCommit(false);
            refuseServers(statement, target);
            List<String> tables = new ArrayList<>(Tables.of(to));
            statement.execute("lock table " + String.join(", ", tables) + " in access exclusive mode");
            boolean empty = isEmpty(to);
            if (!replace && !empty) {
                throw notEmpty("; what is there now is kept beside the backup");
            }
            String kept = empty ? "" : keep(to, version, folder);
            for (String table : tables.reversed()) {
                statement.execute("delete from " + table);
            }
            for (String table : tables) {
                Content.copy(from, to, table);
            }
            Map<String, Content> contents = Content.of(to);
            if (!contents.equals(Content.of(from))) {
                throw new StoreException(target + " does not hold what was put into it; nothing was changed");
            }
            to.commit();
            return Backup.words(contents) + kept;
        }
    }

    /** Makes a backup of what the transaction sees, before it is replaced. */
    private String keep(Connection present, MigrationVersion version, Path folder) throws IOException, SQLException {
        Path kept = folder.resolve(keptName());
        @Nullable Path unfinished = null;
        try {
            unfinished = Files.createTempFile(folder, ".kept-", ".part");
            Backup.copy(present, version, unfinished);
            BackupFile.seal(unfinished);
            BackupFile.move(unfinished, kept);
        } catch (IOException e) {
            throw new StoreException(
                    "what is there now cannot be kept in " + folder + ", so nothing was changed: " + e.getMessage(), e);
        } finally {
            remove(unfinished);
        }
        return "; what was there is now in " + kept;
    }

    private String keptName() {
        return "surprisal-until-" + LocalDateTime.now(clock).format(NAME) + ".db";
    }

    private static void refuseServers(Statement statement, DatabaseAddress target) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and application_name = '" + Databases.SERVER_NAME + "'")) {
            if (rows.next() && rows.getLong(1) > 0) {
                throw new StoreException("a server is using " + target + ": stop it first");
            }
        }
    }

    private StoreException notEmpty(String also) {
        return new StoreException(address + " is not empty: with --replace the backup takes its place" + also);
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        if (!BackupFile.holds(connection, "learner")) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from learner")) {
            return !rows.next() || rows.getLong(1) == 0;
        }
    }

    private static Map<String, Content> contents(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Content.of(connection);
        }
    }

    private static void remove(@Nullable Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new StoreException(copy + " could not be removed", e);
        }
    }
}
