package dev.surprisal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** Copies a database into a file, as it is at one moment; a server may go on writing meanwhile. */
public final class Backup {
    private Backup() {}

    /**
     * Writes the backup beside {@code file} and puts it there when it is whole.
     *
     * @return how many rows of which table it has, in words
     * @throws StoreException when it cannot be made, with a sentence for the operator
     */
    public static String write(DatabaseAddress address, Path file) {
        if (Files.isDirectory(file)) {
            throw new StoreException(file + " is a folder; name the file that is to hold the backup");
        }
        Path folder = BackupFile.folder(file);
        @Nullable Path unfinished = null;
        try {
            // Only the owner may read it: it holds what people have answered
            unfinished = Files.createTempFile(folder, ".backup-", ".part");
            switch (address) {
                case DatabaseAddress.Sqlite sqlite -> copy(sqlite, unfinished);
                case DatabaseAddress.Postgres postgres -> copy(postgres, unfinished);
            }
            Map<String, Content> contents = BackupFile.seal(unfinished);
            BackupFile.move(unfinished, file);
            return words(contents);
        } catch (IOException e) {
            throw new StoreException("the backup " + file + " cannot be written: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new StoreException(address + " could not be copied to " + file + ": " + e.getMessage(), e);
        } finally {
            remove(unfinished);
        }
    }

    private static void copy(DatabaseAddress.Sqlite address, Path target) throws SQLException, IOException {
        if (!Files.exists(address.file())) {
            throw new StoreException("there is no database " + address.file() + " yet");
        }
        Files.delete(target);
        try (Connection connection = Databases.plain(address).getConnection();
                PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, target.toString());
            vacuum.execute();
        }
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void copy(DatabaseAddress.Postgres address, Path target) throws SQLException {
        DataSource source = Databases.plain(address);
        Store.reach(address, source);
        MigrationVersion version = new Schema(source).version(address.toString());
        if (version.equals(MigrationVersion.EMPTY)) {
            throw new StoreException(address + " has no tables yet");
        }
        try (Connection from = source.getConnection()) {
            from.setReadOnly(true);
            from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // one moment for all tables
            from.setAutoCommit(false);
            copy(from, version, target);
            from.rollback();
        }
    }

    /** Copies all tables, as the transaction that is open sees them. */
    static void copy(Connection from, MigrationVersion version, Path target) throws SQLException {
        new Schema(BackupFile.open(target)).make(version);
        try (Connection to = BackupFile.open(target).getConnection()) {
            to.setAutoCommit(false);
            for (String table : Tables.of(from)) {
                Content.copy(from, to, table);
            }
            to.commit();
        }
    }

    static String words(Map<String, Content> contents) {
        return contents.entrySet().stream()
                .map(table -> table.getValue().rows() + " in " + table.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void remove(@Nullable Path unfinished) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new StoreException(unfinished + " could not be removed", e);
        }
    }
}
