package dev.surprisal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kinds of database that everything runs on, for tests that ask both the same. */
public enum Kind {
    SQLITE,
    POSTGRES;

    /**
     * An empty database.
     *
     * @param folder for its files, where it has some
     */
    public DatabaseAddress empty(Path folder) {
        return switch (this) {
            case SQLITE -> new DatabaseAddress.Sqlite(folder);
            case POSTGRES -> PostgresServer.shared().newDatabase();
        };
    }

    /** Gives an empty database the tables of an earlier version. */
    public static void make(DatabaseAddress address, MigrationVersion version) {
        if (address instanceof DatabaseAddress.Sqlite(var folder)) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        new Schema(Databases.plain(address)).make(version);
    }

    /** A look into a database beside those who use it. */
    public static JdbcClient open(DatabaseAddress address) {
        return JdbcClient.create(Databases.plain(address));
    }

    /** Does something with a database that is not open. */
    public static void execute(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = Databases.plain(address).getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
