package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Change;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongCodeTest {

    private final WrongCode widget = new WrongCode();

    private static WrongCode.State state(String p, String q, boolean ideal) {
        return new WrongCode.State(vector(p), vector(q), ideal);
    }

    private static Probabilities vector(String numbers) {
        return Probabilities.of(
                Stream.of(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray());
    }

    /** CODE-02 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0.5 0.25 0.125 0.125, 0.125 0.125 0.25 0.5, true, 2.625, 1.75, 0.875",
        "0.5 0.25 0.125 0.125, 0.125 0.125 0.25 0.5, false, 2.625, 1.75, 0.875",
        "0.6 0.3 0.1, 0.3 0.3 0.4, true, 1.69546184424, 1.29546184424, 0.4",
        "0.6 0.3 0.1, 0.3 0.3 0.4, false, 1.9, 1.4, 0.5",
    })
    void theBillsAreTheKnownOnes(String p, String q, boolean ideal, double cost, double best, double waste) {
        var state = state(p, q, ideal);

        assertThat(Shown.readout(widget, state, "L(q)")).isCloseTo(cost, within(5.1e-12));
        assertThat(Shown.readout(widget, state, "L(p)")).isCloseTo(best, within(5.1e-12));
        assertThat(Shown.readout(widget, state, "L(q) − L(p)")).isCloseTo(waste, within(5.1e-12));
    }

    @Test
    void theNoteSaysWhetherTheWasteIsTheForwardKl() {
        String dyadic = "0.5 0.25 0.125 0.125";

        assertThat(Shown.result(widget, state(dyadic, "0.125 0.125 0.25 0.5", false))
                        .notes())
                .anyMatch(note -> note.startsWith("Here the waste is the forward KL"));
        assertThat(Shown.result(widget, state("0.6 0.3 0.1", "0.3 0.3 0.4", false))
                        .notes())
                .anyMatch(note -> note.startsWith("The waste is not the forward KL"));
    }

    @Test
    void aSymbolThatWasNotForeseenCostsAnIdealCodeInfinitelyMuch() {
        var ideal = Shown.result(widget, state("0.5 0.25 0.25", "0.5 0.5 0", true));
        var huffman = Shown.result(widget, state("0.5 0.25 0.25", "0.5 0.5 0", false));

        assertThat(ideal.headline().getFirst().value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ideal.table().rows()).extracting(Table.Row::striking).containsExactly(false, false, true);
        assertThat(huffman.headline().getFirst().value()).isFinite();
        assertThat(huffman.notes()).anyMatch(note -> note.startsWith("KL(*p* ‖ *q*) = +∞"));
    }

    @Test
    void aWordForASymbolThatIsNeverSentCostsNothing() {
        assertThat(Shown.readout(widget, state("0.5 0.5 0", "0.5 0.25 0.25", true), "L(q)"))
                .isCloseTo(1.5, within(1e-15));
        assertThat(Shown.readout(widget, state("0.5 0.5 0", "0.5 0.5 0", true), "L(q)"))
                .isEqualTo(1);
    }

    @Test
    void theCodeForTheRightSourceWastesNothing() {
        var state = Shown.after(widget, widget.initial(Parameters.none()), new Change.Pressed("match"));

        assertThat(state.q()).isEqualTo(state.p());
        assertThat(Shown.readout(widget, state, "L(q) − L(p)")).isZero();
    }

    @Test
    void theTextOfAStateNamesTheCode() {
        var ideal = Shown.after(widget, widget.initial(Parameters.none()), new Change.Chosen("code", "ideal"));

        assertThat(widget.encode(ideal)).isEqualTo("1~ideal~0.5_0.25_0.125_0.125~0.125_0.125_0.25_0.5");
        assertThat(widget.decode(widget.encode(ideal))).isEqualTo(ideal);
        assertThatThrownBy(() -> widget.decode("1~shannon~0.5_0.5~0.5_0.5"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
