package dev.surprisal.widget.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenChoiceTest {

    private final TokenChoice widget = new TokenChoice();

    private static State state(double temperature, int topK, double topP) {
        return new State(List.of(), List.of()).withNumbers(2, 1.5, 0.5, 0, -2, temperature, topK, topP);
    }

    /** SIM-06 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0.25, 0.8786191119, 0.5520428355",
        "0.5, 0.6962248407, 1.118195533",
        "1, 0.5042071697, 1.702157806",
        "2, 0.3630578395, 2.083732668",
        "5, 0.2655827598, 2.273054994"
    })
    void temperaturesGiveTheKnownChoices(double temperature, double likeliest, double bits) {
        assertThat(Shown.readout(widget, state(temperature, 5, 1), "P(“the”)")).isCloseTo(likeliest, within(5.1e-11));
        assertThat(Shown.readout(widget, state(temperature, 5, 1), "H")).isCloseTo(bits, within(5.1e-10));
    }

    /** Likewise. */
    @ParameterizedTest
    @CsvSource({"2, 1, 0.622459331202, 2", "5, 0.9, 0.546549387266, 3", "5, 0.5, 1, 1", "1, 1, 1, 1"})
    void whatIsLeftIsDividedByItsSum(int topK, double topP, double likeliest, int kept) {
        assertThat(Shown.readout(widget, state(1, topK, topP), "P(“the”)")).isCloseTo(likeliest, within(5.1e-13));
        assertThat(Shown.readout(widget, state(1, topK, topP), "kept")).isEqualTo(kept);
    }

    @Test
    void aQuestionMayAskForTheProbabilities() {
        assertThat(widget.quantities(state(1, 2, 1)))
                .filteredOn(quantity -> quantity.name().equals("probabilities"))
                .extracting(Quantity::values)
                .allSatisfy(values -> assertThat(values.get(1)).isCloseTo(0.377540668798, within(5.1e-13)));
    }

    @ParameterizedTest
    @CsvSource({"temperature, 0", "k, 6", "k, 1.5", "mass, 0", "logit1, x"})
    void badInputIsRefused(String control, String text) {
        assertThat(widget.edit(state(1, 5, 1), new Change.Typed(control, text))).isInstanceOf(Edit.Rejected.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 19, 1000)) {
            assertThat(Play.numbers("token-choice", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
