package dev.surprisal.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table among the resources of the tests.
 *
 * @param place the file and the line
 * @param cells no cell contains a comma
 */
record TableRow(String place, List<String> cells) {

    /** The rows below the header, which must be {@code header}. */
    static List<TableRow> read(String file, String header) {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of("src/test/resources", file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!lines.getFirst().equals(header)) {
            throw new IllegalArgumentException(file + ":1: the header should be " + header);
        }
        int columns = cells(header).size();
        var rows = new ArrayList<TableRow>();
        for (int i = 1; i < lines.size(); i++) {
            var row = new TableRow(file + ":" + (i + 1), cells(lines.get(i)));
            if (row.cells.size() != columns) {
                throw new IllegalArgumentException(row.place + ": a row has " + columns + " cells");
            }
            rows.add(row);
        }
        return rows;
    }

    String cell(int column) {
        return cells.get(column);
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }
}
