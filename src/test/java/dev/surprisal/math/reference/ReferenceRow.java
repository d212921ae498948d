package dev.surprisal.math.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the reference table, or of the file that the system property {@code reference.values} names.
 *
 * @param inputs see {@link Inputs}
 * @param kind what tolerance it has
 */
public record ReferenceRow(String id, String quantity, String inputs, String value, String kind) {

    public static List<ReferenceRow> all() {
        List<ReferenceRow> rows = new ArrayList<>();
        for (String line : table().lines().skip(1).toList()) {
            if (!line.isBlank()) {
                List<String> cells = cells(line);
                rows.add(new ReferenceRow(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)));
            }
        }
        return rows;
    }

    private static String table() {
        @Nullable String other = System.getProperty("reference.values");
        try {
            if (other != null) {
                return Files.readString(Path.of(other));
            }
            try (InputStream stream =
                    ReferenceRow.class.getResourceAsStream("/dev/surprisal/math/reference_values.csv")) {
                return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of a line; in a quoted one a doubled quote is a quote. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
