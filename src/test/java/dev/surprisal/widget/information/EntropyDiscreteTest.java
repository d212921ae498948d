package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.Collections;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntropyDiscreteTest {

    private final EntropyDiscrete widget = new EntropyDiscrete();

    private static EntropyDiscrete.State state(Unit unit, String numbers) {
        return new EntropyDiscrete.State(
                Probabilities.of(Stream.of(numbers.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray()),
                unit);
    }

    /** S003-090, S003-091 and the row of CALC-10, in bits or nats. */
    @ParameterizedTest
    @CsvSource({
        "bits, 0.5 0.5, 1",
        "bits, 0.99 0.01, 0.0807931358959",
        "bits, 0.125 0.125 0.125 0.125 0.125 0.125 0.125 0.125, 3",
        "bits, 1 0 0, 0",
        "bits, 0.7 0.2 0.1, 1.15677964945",
        "bits, 0.5 0.3 0.2, 1.48547529723",
        "nats, 0.4 0.4 0.2, 1.05492016799",
    })
    void entropiesAreTheKnownOnes(String unit, String p, double entropy) {
        assertThat(Shown.readout(widget, state(Unit.named(unit), p), "H(p)")).isCloseTo(entropy, within(5.1e-12));
    }

    @Test
    void perplexityIsTheNumberOfEqualOutcomesWhateverTheUnit() {
        String eight = "0.125 0.125 0.125 0.125 0.125 0.125 0.125 0.125";

        assertThat(Shown.readout(widget, state(Unit.BITS, eight), "exp H(p)")).isCloseTo(8, within(1e-14));
        assertThat(Shown.readout(widget, state(Unit.NATS, eight), "exp H(p)")).isCloseTo(8, within(1e-14));
        assertThat(Shown.readout(widget, state(Unit.BITS, eight), "H(p) / log₂ 8"))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void contributionsAddUpAndAnImpossibleOutcomeAddsNothing() {
        Table table = Shown.result(widget, state(Unit.BITS, "0.5 0.25 0.25 0")).table();

        assertThat(table.rows())
                .extracting(row -> row.cells().getLast())
                .containsExactly(
                        new Table.Cell.Amount(0.5),
                        new Table.Cell.Amount(0.5),
                        new Table.Cell.Amount(0.5),
                        new Table.Cell.Amount(0));
        assertThat(table.totals().getFirst().cells().getLast()).isEqualTo(new Table.Cell.Amount(1.5));
    }

    @Test
    void theNoteSaysWhereASingleOutcomeAddsMost() {
        assertThat(Shown.result(widget, state(Unit.NATS, "0.5 0.5")).notes().getLast())
                .contains("0.36788 nats");
    }

    @Test
    void sixtyFourOutcomesHaveNamesAndSixBits() {
        var state = widget.initial(Parameters.none()
                .with(
                        "p",
                        DoubleStream.generate(() -> 1 / 64.0).limit(64).boxed().toList()));

        assertThat(Shown.readout(widget, state, "H(p)")).isCloseTo(6, within(1e-14));
        assertThat(Shown.result(widget, state).table().rows().getLast().cells().getFirst())
                .isEqualTo(new Table.Cell.Words("BL"));
        assertThat(widget.decode(widget.encode(state))).isEqualTo(state);
        assertThat(Shown.after(widget, state, new Change.Pressed("add"))).isEqualTo(state);
    }

    @Test
    void aSumOffOneHasNoResultUntilItIsMended() {
        var state = Shown.after(widget, state(Unit.BITS, "0.7 0.2 0.1"), new Change.Typed("p-0", "0.5"));

        assertThat(((Outcome.Invalid) widget.result(state))
                        .problems()
                        .getFirst()
                        .message())
                .isEqualTo("The probabilities of *p* sum to 0.8, not to 1.");
        var mended = Shown.after(widget, state, new Change.Pressed("normalise-p"));
        assertThat(mended.p()).isEqualTo(Probabilities.of(0.625, 0.25, 0.125));
        assertThat(widget.edit(state, new Change.Typed("p-0", "-0.1")))
                .isEqualTo(new Edit.Rejected<>("A probability lies between 0 and 1."));
    }

    @Test
    void tooManyOutcomesAreRefused() {
        String many = String.join("_", Collections.nCopies(65, "0"));

        assertThatThrownBy(() -> widget.decode("1~bits~" + many)).isInstanceOf(IllegalArgumentException.class);
    }
}
