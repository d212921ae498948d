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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikelihoodSurfaceTest {

    private final LikelihoodSurface widget = new LikelihoodSurface();

    private static State measured(double... numbers) {
        return State.of("measurements", numbers);
    }

    /** Four standard normals at 0: 2 ln 2π; at 1, 2, 4, 5 the squares 46 are halved on top. */
    @Test
    void theNllOfMeasurementsIsTheKnownOne() {
        assertThat(Shown.readout(widget, measured(0, 1, 0, 1, 2, 4, 5), "NLL"))
                .isCloseTo(2 * Math.log(2 * Math.PI) + 23, within(1e-13));
    }

    @Test
    void withoutAPenaltyTheLowestPlaceIsMaximumLikelihood() {
        State state = measured(2, 1.5, 0, 1, 2, 4, 5);

        assertThat(Shown.readout(widget, state, "μ")).isEqualTo(3);
        assertThat(Shown.readout(widget, state, "σ")).isCloseTo(Math.sqrt(2.5), within(1e-15));
        // N/2 ln(2πe · 2.5)
        assertThat(Shown.readout(widget, state, "min NLL"))
                .isCloseTo(2 * Math.log(2 * Math.PI * Math.E * 2.5), within(1e-13));
    }

    /** By bisection with 40 digits. */
    @Test
    void aPenaltyPullsTheMeanAndWidensTheCurve() {
        State state = measured(2, 1.5, 0.5, 1, 2, 4, 5);

        assertThat(Shown.readout(widget, state, "μ MAP")).isCloseTo(1.259071695163, within(5.1e-13));
        assertThat(Shown.readout(widget, state, "σ MAP")).isCloseTo(2.351771962283, within(5.1e-13));
    }

    /** FIT-02 of the curriculum. */
    @Test
    void theLogisticCurvesHaveTheKnownLowestPlaces() {
        State labels = State.of("labels", 0, 0, 0);

        assertThat(Shown.readout(widget, labels, "NLL")).isCloseTo(8 * Math.log(2), within(1e-14));
        assertThat(Shown.readout(widget, labels, "min NLL")).isCloseTo(3.90339089693078, within(5.1e-13));
        assertThat(Shown.readout(widget, labels, "b")).isCloseTo(0.86692625762281, within(5.1e-13));
        State closed = State.of("separated", 0, 2, 0.1);
        assertThat(Shown.readout(widget, closed, "b MAP")).isCloseTo(1.84720139, within(5.1e-9));
        assertThat(Shown.readout(widget, closed, "NLL + penalty") - Shown.readout(widget, closed, "NLL"))
                .isCloseTo(0.4, within(1e-14));
    }

    @Test
    void whereNothingIsLowestItIsSaid() {
        assertThat(Shown.result(widget, State.of("separated", 0, 2, 0)).notes())
                .anyMatch(note -> note.contains("falls for ever"));
        assertThat(Shown.result(widget, measured(0, 1, 0.5, 2, 2)).notes()).anyMatch(note -> note.contains("equal"));
        assertThat(Shown.result(widget, measured(0, 1, 0.5, 2, 3)).notes()).isEmpty();
    }

    @Test
    void thePlaceIsDragged() {
        assertThat(Shown.after(widget, measured(0, 1, 0, 1, 3), new Change.Dragged("place", 2.02, 0.71)))
                .isEqualTo(measured(2, 0.7, 0, 1, 3));
    }

    @Test
    void measurementsAreAddedAndRemoved() {
        assertThat(Shown.after(widget, measured(0, 1, 0, 1, 3), new Change.Pressed("add")))
                .isEqualTo(measured(0, 1, 0, 1, 3, 3));
        assertThat(Shown.after(widget, measured(0, 1, 0, 1, 3), new Change.Pressed("remove")))
                .isEqualTo(measured(0, 1, 0, 1, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "v, 0, Must be greater than 0.",
        "lambda, -1, 'Enter a strength from 0, which is no penalty, to 1000.'",
        "x1, 101, 'Enter a number between −100 and 100.'"
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(measured(0, 1, 0, 1, 3), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~measurements~0_1_0_1", "1~labels~0_1", "1~labels~0_1_0_1", "1~measurements~0_0_0_1_2"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 31, 80)) {
            assertThat(Play.numbers("likelihood-surface", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
