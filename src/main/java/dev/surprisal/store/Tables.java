package dev.surprisal.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which tables of ours a database has: asked of itself, so that no table is forgotten. */
final class Tables {
    /** The history of the schema belongs to the database and not to its content; nor does a sign of life. */
    private static final Set<String> NO_CONTENT = Set.of("flyway_schema_history", "heartbeat", BackupFile.CONTENTS);

    private Tables() {}

    /** The tables, those first to which others refer. */
    static List<String> of(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        Map<String, Set<String>> references = new TreeMap<>();
        try (ResultSet tables = data.getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (!NO_CONTENT.contains(name) && !name.startsWith("sqlite_")) {
                    references.put(name, new LinkedHashSet<>());
                }
            }
        }
        for (Map.Entry<String, Set<String>> table : references.entrySet()) {
            try (ResultSet keys = data.getImportedKeys(null, connection.getSchema(), table.getKey())) {
                while (keys.next()) {
                    table.getValue().add(keys.getString("PKTABLE_NAME"));
                }
            }
            table.getValue().remove(table.getKey());
        }
        return sorted(references);
    }

    /** Those of the tables that have a column of this name, those first that refer to others. */
    static List<String> with(String column, Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        List<String> tables = new ArrayList<>();
        for (String table : of(connection).reversed()) {
            try (ResultSet columns = data.getColumns(null, connection.getSchema(), table, column)) {
                if (columns.next()) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private static List<String> sorted(Map<String, Set<String>> references) {
        var left = new LinkedHashMap<>(references);
        var sorted = new ArrayList<String>();
        while (!left.isEmpty()) {
            List<String> free = left.entrySet().stream()
                    .filter(table -> sorted.containsAll(table.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("the tables " + left.keySet() + " refer to each other");
            }
            sorted.addAll(free);
            free.forEach(left::remove);
        }
        return sorted;
    }
}
