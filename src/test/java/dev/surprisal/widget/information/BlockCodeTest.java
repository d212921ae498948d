package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockCodeTest {

    private static final String BITS = "bits / toss";

    private final BlockCode widget = new BlockCode();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    /** CODE-03 of the curriculum. */
    @Test
    void theEntropyOfTheRareTailIsTheKnownOne() {
        assertThat(Shown.readout(widget, state(0.99, 1), "H")).isCloseTo(0.0807931358959, within(5.1e-14));
    }

    /** Every merge of the two least by a priority queue in Python 3.11, and CODE-01 of the curriculum for the pairs of 0.9. */
    @ParameterizedTest
    @CsvSource({
        "0.99, 1, 1",
        "0.99, 2, 0.51495",
        "0.99, 3, 0.353332666667",
        "0.99, 6, 0.195329854751",
        "0.9, 2, 0.645",
        "0.9, 3, 0.532666666667",
        "0.5, 4, 1"
    })
    void blocksTakeTheKnownBits(double p, double length, double bits) {
        assertThat(Shown.readout(widget, state(p, length), BITS)).isCloseTo(bits, within(5.1e-13));
    }

    @Test
    void noBlockCodeBeatsTheEntropyOrWastesABit() {
        for (double p : new double[] {0.5, 0.6, 0.8, 0.95, 0.999}) {
            for (int n = 1; n <= 6; n++) {
                double entropy = Shown.readout(widget, state(p, n), "H");

                assertThat(Shown.readout(widget, state(p, n), BITS)).isBetween(entropy - 1e-12, entropy + 1.0 / n);
            }
        }
    }

    @Test
    void theIntervalIsCutTossByToss() {
        var spans = (Picture.Spans)
                Shown.result(widget, state(0.9, 2)).figures().getFirst().picture();

        assertThat(spans.spans()).hasSize(6);
        assertThat(spans.spans().getLast().from()).isCloseTo(0.99, within(1e-15));
        assertThat(spans.spans().getLast().to()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "p, 1, 'Enter a probability from 0.0001 to 0.9999; a coin without a choice needs no code.'",
        "length, 7, Enter a whole number from 1 to 6.",
        "length, 1.5, Enter a whole number from 1 to 6."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state(0.9, 2), new Change.Typed(control, text))).isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~0.9", "1~1_1", "1~0.9_0", "1~0.9_1_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 17, 60)) {
            assertThat(Play.numbers("block-code", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
