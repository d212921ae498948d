package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitConverterTest {

    private final UnitConverter widget = new UnitConverter();

    private static State text(String unit, String pieces, String data, double... numbers) {
        return new State(List.of("text", unit, pieces, data), List.of()).withNumbers(numbers);
    }

    private static State pictures(String pieces, double a, double b) {
        return new State(List.of("picture", "nats", pieces, "same"), List.of()).withNumbers(a, b, 3072);
    }

    private double value(State state, String model, String name) {
        var result = Shown.result(widget, state);
        return Stream.concat(result.headline().stream(), result.readouts().stream())
                .filter(readout ->
                        readout.label().equals(model) && readout.name().equals(name))
                .mapToDouble(Readout::value)
                .findFirst()
                .orElseThrow();
    }

    /** CALC-16 of the curriculum. */
    @Test
    void natsBecomePerplexityAndBits() {
        State state = text("nats", "same", "same", 3.2, 1000, 2.9, 1000, 4200);

        assertThat(value(state, "A", "perplexity")).isCloseTo(24.5325301971, within(5.1e-11));
        assertThat(value(state, "A", "bits per token")).isCloseTo(4.61662413084, within(5.1e-12));
    }

    /** Likewise: tokens of probability 1/2, 1/4, 1/8 and 1/8 cost (1 + 2 + 3 + 3)/4 bits on average. */
    @Test
    void bitsAreReadAsBits() {
        State state = text("bits", "same", "same", 2.25, 4, 1, 4, 16);

        assertThat(value(state, "A", "perplexity")).isCloseTo(4.75682846001, within(5.1e-12));
        assertThat(value(state, "A", "bits per byte")).isCloseTo(2.25 * 4 / 16, within(1e-15));
    }

    /** Likewise. */
    @Test
    void theModelWithTheWorsePerplexityIsTheBetterOne() {
        State state = text("nats", "different", "same", 2, 1000, 2.3, 800, 4000);

        assertThat(value(state, "A", "bits per byte")).isCloseTo(0.721347520444, within(5.1e-13));
        assertThat(value(state, "B", "bits per byte")).isCloseTo(0.663639718809, within(5.1e-13));
        assertThat(Shown.result(widget, state).words()).endsWith("Model B is the better one.");
        assertThat(Shown.result(widget, state).notes()).anyMatch(note -> note.startsWith("The model with the worse"));
    }

    @Test
    void differentTextsAreNotCompared() {
        assertThat(Shown.result(widget, text("nats", "same", "different", 2, 10, 3, 10, 40))
                        .words())
                .endsWith("none of these numbers may be compared.")
                .doesNotContain("better");
    }

    @Test
    void oneTokeniserCannotCountTwice() {
        assertThat(Shown.result(widget, text("nats", "same", "same", 2, 10, 3, 11, 40))
                        .notes())
                .anyMatch(note -> note.contains("told wrongly"));
    }

    /** 6000/(3072 ln 2), by Python’s math module. */
    @Test
    void picturesAreCountedByTheirDimensions() {
        assertThat(value(pictures("same", 6000, -800), "A", "bits per dimension"))
                .isCloseTo(2.817763751736, within(1e-11));
        assertThat(value(pictures("same", 6000, -800), "B", "perplexity of a dimension"))
                .isLessThan(1);
        assertThat(Shown.result(widget, pictures("same", 6000, -800)).notes())
                .anyMatch(note -> note.startsWith("A negative NLL is no mistake"));
        assertThat(Shown.result(widget, pictures("different", 6000, -800)).words())
                .doesNotContain("better");
    }

    @Test
    void whatIsCountedBringsItsOwnNumbers() {
        State text = text("bits", "same", "same", 2, 10, 3, 10, 40);

        State there = Shown.after(widget, text, new Change.Chosen("what", "picture"));
        assertThat(there.words()).containsExactly("picture", "bits", "same", "same");
        assertThat(there.numbers()).hasSize(3);
        assertThat(Shown.after(widget, there, new Change.Chosen("what", "text")).numbers())
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"bytes, 0", "a-tokens, 1.5", "a-nll, 1000", "b-nll, many"})
    void badInputIsRefused(String control, String text) {
        assertThat(widget.edit(text("nats", "same", "same", 2, 10, 3, 10, 40), new Change.Typed(control, text)))
                .isInstanceOf(Edit.Rejected.class);
    }

    /** 7000 nats over 9 dimensions are 777.8 each, and e to that has 338 digits. */
    @Test
    void whatCannotBeShownIsSaid() {
        State few = new State(List.of("picture", "nats", "same", "same"), List.of()).withNumbers(7000, 6500, 9);

        assertThat(Shown.result(widget, few).readouts())
                .allMatch(readout -> readout.remark().equals("too large for a number here"));
        assertThat(Shown.result(widget, few).notes()).anyMatch(note -> note.contains("1.8 × 10³⁰⁸"));
        assertThat(Shown.result(widget, pictures("same", 7000, 6500)).notes()).isEmpty();
        assertThat(Shown.result(widget, pictures("same", -800, 200)).notes())
                .anyMatch(note -> note.startsWith("A negative number of bits per dimension is not drawn"));
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 67, 500)) {
            assertThat(Play.numbers("nll-units", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
