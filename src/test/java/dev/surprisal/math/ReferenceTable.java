package dev.surprisal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.TestReporter;

/**
 * A table of 40-digit values from {@code src/test/resources/dev/surprisal/math}: lines of function, arguments (hexadecimal
 * doubles) and value, after a header that says where they come from.
 */
final class ReferenceTable {
    private record Row(String function, List<Double> arguments, BigDecimal value) {}

    private final List<Row> rows;
    private final TestReporter reporter;

    private ReferenceTable(List<Row> rows, TestReporter reporter) {
        this.rows = rows;
        this.reporter = reporter;
    }

    static ReferenceTable read(String file, TestReporter reporter) {
        try (var in = Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(file), file)) {
            var rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(ReferenceTable::row)
                    .toList();
            return new ReferenceTable(rows, reporter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        var cells = Arrays.asList(line.split(","));
        var arguments = cells.subList(1, cells.size() - 1).stream()
                .filter(cell -> !cell.isEmpty())
                .map(Double::parseDouble)
                .toList();
        return new Row(cells.getFirst(), arguments, new BigDecimal(cells.getLast()));
    }

    /** Fails where the function is off by more than so many units in the last place of the true value. */
    void holds(String function, DoubleUnaryOperator operator, double ulps) {
        holdsForAll(function, x -> operator.applyAsDouble(x.getFirst()), ulps);
    }

    void holds(String function, DoubleBinaryOperator operator, double ulps) {
        holdsForAll(function, x -> operator.applyAsDouble(x.getFirst(), x.getLast()), ulps);
    }

    void holdsForAll(String function, ToDoubleFunction<List<Double>> operator, double ulps) {
        double worst = 0;
        var misses = new ArrayList<String>();
        int count = 0;
        for (var row : rows) {
            if (row.function().equals(function)) {
                count++;
                double actual = operator.applyAsDouble(row.arguments());
                double error = Double.isFinite(actual) ? ulps(actual, row.value()) : Double.POSITIVE_INFINITY;
                worst = Math.max(worst, error);
                if (!(error <= ulps)) {
                    misses.add(function + row.arguments() + " = " + actual + ", not "
                            + row.value().round(MathContext.DECIMAL64) + ": off by " + error + " ulp");
                }
            }
        }
        reporter.publishEntry(function, "at most " + worst + " ulp in " + count + " rows");
        assertThat(count).as("rows of %s", function).isGreaterThan(20);
        assertThat(misses).isEmpty();
    }

    private static double ulps(double actual, BigDecimal expected) {
        var unit = new BigDecimal(Math.ulp(expected.doubleValue()));
        return new BigDecimal(actual)
                .subtract(expected)
                .abs()
                .divide(unit, MathContext.DECIMAL32)
                .doubleValue();
    }
}
