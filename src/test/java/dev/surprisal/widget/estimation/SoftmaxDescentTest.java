package dev.surprisal.widget.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxDescentTest {

    private final SoftmaxDescent widget = new SoftmaxDescent();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    /** FIT-03 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0, 1.09861228867",
        "1, 0.916707325654",
        "10, 0.661132137095",
        "100, 0.525400216319",
        "1000, 0.517378044588"
    })
    void theLossFallsTheKnownWay(double steps, double loss) {
        assertThat(Shown.readout(widget, state(0.3, steps, 0), "L")).isCloseTo(loss, within(5.1e-12));
    }

    @Test
    void differencesBetweenClassesComeToThoseOfTheKnownFit() {
        State far = state(1, 1000, 0);

        assertThat(Shown.readout(widget, far, "N L")).isCloseTo(5.17377992278, within(1e-6));
        assertThat(Shown.readout(widget, far, "a₂ − a₁")).isCloseTo(1.551787898, within(1e-3));
        assertThat(Shown.readout(widget, far, "b₃ − b₁")).isCloseTo(3.643823834, within(1e-3));
        assertThat(Shown.result(widget, far).words()).contains("0.51738");
    }

    @Test
    void aCommonShiftChangesNothingThatTheDataSee() {
        for (String label : List.of("L", "a₂ − a₁", "b₂ − b₁", "a₃ − a₁", "b₃ − b₁")) {
            assertThat(Shown.readout(widget, state(0.3, 100, 7), label))
                    .isCloseTo(Shown.readout(widget, state(0.3, 100, 0), label), within(1e-12));
        }
        assertThat(Shown.result(widget, state(0.3, 100, 7)).notes())
                .anyMatch(note -> note.contains("differences alone"));
    }

    @Test
    void stepsAreMadeUpToTheEnd() {
        assertThat(Shown.after(widget, state(0.3, 0, 0), new Change.Pressed("ten")))
                .isEqualTo(state(0.3, 10, 0));
        assertThat(Shown.after(widget, state(0.3, 995, 0), new Change.Pressed("ten")))
                .isEqualTo(state(0.3, 1000, 0));
        assertThat(Shown.after(widget, state(0.3, 10, 0), new Change.Pressed("back")))
                .isEqualTo(state(0.3, 0, 0));
    }

    /** By another implementation: 0.5720 at 0.3 and 0.6153 at 5, where 16 of the 30 steps lead upwards. */
    @Test
    void stepsThatAreTooLargeAreToldOf() {
        assertThat(Shown.readout(widget, state(5, 30, 0), "L")).isCloseTo(0.615283859762, within(1e-9));
        assertThat(Shown.readout(widget, state(0.3, 30, 0), "L")).isCloseTo(0.572037777404, within(5.1e-13));
        assertThat(Shown.result(widget, state(5, 30, 0)).notes())
                .anyMatch(note -> note.startsWith("The steps are too large: 16 of 30 steps"));
        assertThat(Shown.result(widget, state(3, 30, 0)).notes()).isEmpty();
        assertThat(Shown.result(widget, state(100, 1000, 0)).notes()).anyMatch(note -> note.contains("too large"));
        assertThat(Shown.result(widget, state(0.3, 0, 0)).words()).contains("Before the first step");
    }

    @ParameterizedTest
    @CsvSource({
        "rate, 0, Must be greater than 0.",
        "steps, 0.5, Enter a whole number from 0 to 1000.",
        "shift, 200, Enter a number between −100 and 100."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state(0.3, 0, 0), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~0.3_0", "1~0_0_0", "1~0.3_1.5_0", "1~0.3_0_0_0"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 3, 60)) {
            assertThat(Play.numbers("softmax-descent", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
