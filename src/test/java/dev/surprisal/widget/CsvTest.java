package dev.surprisal.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void aColumnHasItsUnitAndANumberAllItsDigits() {
        var table = new Table(
                "a caption",
                List.of(new Table.Column("*x*", Role.PLAIN), new Table.Column("KL(*p* ‖ *q*)", Role.FORWARD, "nats")),
                List.of(new Table.Row(List.of(new Table.Cell.Place(1 / 3.0), new Table.Cell.Amount(0.1)), false)),
                List.of(new Table.Row(
                        List.of(new Table.Cell.Words("sum"), new Table.Cell.Amount(Double.POSITIVE_INFINITY)), true)));

        assertThat(Csv.of(table)).isEqualTo("""
                x,KL(p ‖ q) [nats]\r
                0.3333333333333333,0.1\r
                sum,inf\r
                """);
    }

    @Test
    void aCommaOrAQuotationMarkIsQuoted() {
        var words = new Table.Cell.Words("the \"wide\" one, forward");
        var table = new Table(
                "",
                List.of(new Table.Column("a, b", Role.PLAIN)),
                List.of(new Table.Row(List.of(words), false)),
                List.of());

        assertThat(Csv.of(table)).isEqualTo("\"a, b\"\r\n\"the \"\"wide\"\" one, forward\"\r\n");
    }

    @Test
    void everyWidgetHasDataOfAsManyCellsInEachLine() {
        for (Widget<?> widget : Catalogue.widgets()) {
            String[] lines =
                    Play.data(widget.kind(), Catalogue.start(widget.kind())).split("\r\n");

            assertThat(lines).as(widget.kind()).hasSizeGreaterThan(1);
            // A comma within quotation marks separates nothing
            assertThat(lines)
                    .as(widget.kind())
                    .extracting(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1).length)
                    .containsOnly(lines[0].split(",", -1).length);
        }
    }

    @Test
    void aStateWithoutAResultHasNoData() {
        assertThatThrownBy(() -> Play.data("kl-discrete", "1~nats~0.5_0.6~0.7_0.3"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
