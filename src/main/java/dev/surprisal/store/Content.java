package dev.surprisal.store;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds, so that two databases can be compared whatever kind they are of.
 *
 * @param digest the sum of the SHA-256 of all rows, so that their order is of no account
 */
record Content(long rows, String digest) {
    private static final int FETCH = 500;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    static Map<String, Content> of(Connection connection) throws SQLException {
        Map<String, Content> contents = new TreeMap<>();
        for (String table : Tables.of(connection)) {
            contents.put(table, of(connection, table));
        }
        return contents;
    }

    private static Content of(Connection connection, String table) throws SQLException {
        BigInteger sum = BigInteger.ZERO;
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = all(statement, table)) {
            List<String> columns = columns(rows).stream().sorted().toList();
            MessageDigest sha = sha256();
            while (rows.next()) {
                for (String column : columns) {
                    add(sha, column);
                    add(sha, written(rows.getObject(column)));
                }
                sum = sum.add(new BigInteger(1, sha.digest()));
                count++;
            }
        }
        return new Content(count, sum.mod(MODULUS).toString(16));
    }

    /** Puts all rows of a table into the same table of another database, where it may have more columns. */
    static void copy(Connection from, Connection to, String table) throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet rows = all(statement, table)) {
            List<String> columns = columns(rows);
            String names = String.join(", ", columns);
            String places = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
            int[] types = types(to, table, names);
            try (PreparedStatement insert =
                    to.prepareStatement("insert into " + table + " (" + names + ") values (" + places + ")")) {
                int waiting = 0;
                while (rows.next()) {
                    for (int i = 1; i <= columns.size(); i++) {
                        insert.setObject(i, rows.getObject(i), types[i - 1]);
                    }
                    insert.addBatch();
                    if (++waiting % FETCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }

    private static ResultSet all(Statement statement, String table) throws SQLException {
        statement.setFetchSize(FETCH);
        return statement.executeQuery("select * from " + table);
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
        ResultSetMetaData data = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(data.getColumnName(i).toLowerCase(Locale.ROOT));
        }
        return columns;
    }

    /** As the database declares them: SQLite gives a yes as a number, which PostgreSQL takes only when it is told. */
    private static int[] types(Connection connection, String table, String columns) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select " + columns + " from " + table + " where 1 = 0")) {
            ResultSetMetaData data = none.getMetaData();
            int[] types = new int[data.getColumnCount()];
            for (int i = 0; i < types.length; i++) {
                types[i] = data.getColumnType(i + 1);
            }
            return types;
        }
    }

    /** The same text for the same value, whichever database and type it comes from. */
    private static @Nullable String written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean yes -> yes ? "1" : "0";
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            default -> value.toString();
        };
    }

    private static void add(MessageDigest sha, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, text == null ? -1 : bytes.length));
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
