package dev.surprisal.widget;

import dev.surprisal.math.Decimal;
import java.util.List;

/**
 * A table as comma-separated values (RFC 4180): a line of column names, each with its unit in brackets, then the rows and the
 * totals. Every number reads back to the same bits; infinities are {@code inf} and {@code -inf}, as R, NumPy and pandas read
 * them.
 */
final class Csv {

    private final StringBuilder out = new StringBuilder();

    private Csv() {}

    static String of(Table table) {
        var csv = new Csv();
        String separator = "";
        for (Table.Column column : table.columns()) {
            String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
            csv.out.append(separator).append(quoted(Html.plain(column.label()) + unit));
            separator = ",";
        }
        csv.out.append("\r\n");
        csv.rows(table.rows());
        csv.rows(table.totals());
        return csv.out.toString();
    }

    private void rows(List<Table.Row> rows) {
        for (Table.Row row : rows) {
            String separator = "";
            for (Table.Cell cell : row.cells()) {
                out.append(separator).append(written(cell));
                separator = ",";
            }
            out.append("\r\n");
        }
    }

    private static String written(Table.Cell cell) {
        return switch (cell) {
            case Table.Cell.Words(String words) -> quoted(words);
            case Table.Cell.Ratio(double value) -> number(value);
            case Table.Cell.Amount(double value) -> number(value);
            case Table.Cell.Place(double value) -> number(value);
        };
    }

    private static String number(double value) {
        if (value == Double.POSITIVE_INFINITY) {
            return "inf";
        }
        return value == Double.NEGATIVE_INFINITY ? "-inf" : Decimal.shortest(value);
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
