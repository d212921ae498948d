package dev.surprisal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/**
 * A backup: a SQLite database with the same tables, whatever kind of database it was made of, and one more that says what must be in
 * them.
 */
final class BackupFile {
    static final String CONTENTS = "backup_contents";

    private BackupFile() {}

    /** The file as a database, with nothing beside it. */
    static DataSource open(Path file) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file + "?journal_mode=DELETE&synchronous=FULL");
        return source;
    }

    /** Writes down what is in it. */
    static Map<String, Content> seal(Path file) throws SQLException {
        try (Connection connection = open(file).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Map<String, Content> contents = Content.of(connection);
            statement.execute("create table " + CONTENTS
                    + " (name varchar(100) primary key, entries bigint not null, digest varchar(64) not null)");
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into " + CONTENTS + " values (?, ?, ?)")) {
                for (Map.Entry<String, Content> table : contents.entrySet()) {
                    insert.setString(1, table.getKey());
                    insert.setLong(2, table.getValue().rows());
                    insert.setString(3, table.getValue().digest());
                    insert.executeUpdate();
                }
            }
            connection.commit();
            return contents;
        }
    }

    /**
     * Reads all of it and takes away what {@link #seal} has added.
     *
     * @param name what the operator calls the file
     * @throws StoreException when something is not as it was written
     */
    static void check(Path file, String name) {
        try (Connection connection = open(file).getConnection();
                Statement statement = connection.createStatement()) {
            if (!holds(connection, CONTENTS)) {
                throw new StoreException(name + " is no backup of Surprisal");
            }
            boolean whole = "ok".equals(first(statement, "pragma integrity_check"))
                    && first(statement, "pragma foreign_key_check") == null
                    && Content.of(connection).equals(sealed(statement));
            if (!whole) {
                throw new StoreException(name + " is damaged: its content is not what was written");
            }
            statement.execute("drop table " + CONTENTS);
        } catch (SQLException e) {
            throw new StoreException(name + " is no backup of Surprisal, or is damaged", e);
        }
    }

    static boolean holds(Connection connection, String table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet tables = data.getTables(null, connection.getSchema(), table, new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    private static Map<String, Content> sealed(Statement statement) throws SQLException {
        Map<String, Content> contents = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("select name, entries, digest from " + CONTENTS)) {
            while (rows.next()) {
                contents.put(rows.getString(1), new Content(rows.getLong(2), rows.getString(3)));
            }
        }
        return contents;
    }

    private static @Nullable String first(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** Puts a finished file in its place: afterwards either the old one is there or the whole new one, whatever happens. */
    static void move(Path finished, Path place) throws IOException {
        try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(folder(place), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Some systems sync no folders; the file itself is safe
        }
    }

    static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new StoreException(file + " is no file");
        }
        return folder;
    }
}
