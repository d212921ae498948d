package dev.surprisal.widget.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InverseCdfTest {

    private static final String DRAW = "F⁻¹(u)";

    private final InverseCdf widget = new InverseCdf();

    /** SIM-01 of the curriculum; the logistic one is ln 9. */
    @Test
    void drawsAreTheKnownOnes() {
        assertThat(Shown.readout(widget, State.of("exponential", 0.9, 2), DRAW))
                .isCloseTo(1.1512925465, within(5.1e-11));
        assertThat(Shown.readout(widget, State.of("laplace", 0.75, 0, 1), DRAW))
                .isCloseTo(0.69314718056, within(5.1e-12));
        assertThat(Shown.readout(widget, State.of("normal", 0.9, 0, 1), DRAW))
                .isCloseTo(1.28155156554, within(5.1e-12));
        assertThat(Shown.readout(widget, State.of("logistic", 0.9, 0, 1), DRAW))
                .isCloseTo(2.19722457734, within(5.1e-12));
    }

    /** SIM-02 of the curriculum: a boundary belongs to the class that reaches it. */
    @ParameterizedTest
    @CsvSource({"0.55, 3", "0.05, 1", "0.5, 2", "0.9, 4", "0.83, 4"})
    void theScanStopsAtTheFirstClassThatReachesTheNumber(double u, int expected) {
        assertThat(Shown.readout(widget, State.of("classes", u, 1, 4, 3, 2), DRAW))
                .isEqualTo(expected);
    }

    @Test
    void anotherLawKeepsTheUniformNumber() {
        assertThat(Shown.after(widget, State.of("normal", 0.3, 5, 2), new Change.Chosen("law", "exponential")))
                .isEqualTo(State.of("exponential", 0.3, 1));
    }

    @Test
    void theHandleIsHeldByItsHeight() {
        assertThat(Shown.after(widget, State.of("normal", 0.3, 0, 1), new Change.Dragged("u", 1.7, 0.804)))
                .isEqualTo(State.of("normal", 0.8, 0, 1));
    }

    @Test
    void aDrawOutsideThePictureIsToldOf() {
        assertThat(Shown.result(widget, State.of("normal", 0.9999, 0, 1)).notes())
                .anyMatch(note -> note.contains("outside"));
    }

    @ParameterizedTest
    @CsvSource({"u, 1", "u, 0", "scale, 0", "centre, x"})
    void badInputIsRefused(String control, String text) {
        assertThat(widget.edit(State.of("normal", 0.3, 0, 1), new Change.Typed(control, text)))
                .isInstanceOf(Edit.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~normal~0.5_0", "1~normal~1_0_1", "1~cauchy~0.5_0_1", "1~classes~0.5_1_1_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 17, 1000)) {
            assertThat(Play.numbers("inverse-cdf", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
