package dev.surprisal.widget;

import java.util.List;

/**
 * The numbers behind a picture.
 *
 * @param totals the last rows, set apart
 */
public record Table(String caption, List<Column> columns, List<Row> rows, List<Row> totals) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /** Where none is to be seen. */
    public static Table none() {
        return new Table("", List.of(), List.of(), List.of());
    }

    /** Appends every number in the table, row by row. */
    void addNumbersTo(List<Double> numbers) {
        for (Row row : rows) {
            row.addNumbersTo(numbers);
        }
        for (Row row : totals) {
            row.addNumbersTo(numbers);
        }
    }

    /** @param unit of the numbers below it, such as {@code nats}; empty for none */
    public record Column(String label, Role role, String unit) {
        public Column(String label, Role role) {
            this(label, role, "");
        }
    }

    /** @param striking whether something in this row explains the result and should catch the eye */
    public record Row(List<Cell> cells, boolean striking) {
        public Row {
            cells = List.copyOf(cells);
        }

        private void addNumbersTo(List<Double> numbers) {
            for (Cell cell : cells) {
                switch (cell) {
                    case Cell.Words words -> {}
                    case Cell.Ratio ratio -> numbers.add(ratio.value());
                    case Cell.Amount amount -> numbers.add(amount.value());
                    case Cell.Place place -> numbers.add(place.value());
                }
            }
        }
    }

    public sealed interface Cell {

        record Words(String text) implements Cell {}

        /** A probability, a ratio: as short as it is exact, else four digits. */
        record Ratio(double value) implements Cell {}

        /** A result, to as many places as the readouts. */
        record Amount(double value) implements Cell {}

        /** A place on an axis, to as many places, however near to 0 it is. */
        record Place(double value) implements Cell {}
    }
}
