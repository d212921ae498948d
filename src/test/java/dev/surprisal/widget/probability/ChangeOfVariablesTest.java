package dev.surprisal.widget.probability;

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

class ChangeOfVariablesTest {

    private final ChangeOfVariables widget = new ChangeOfVariables();

    private static State state(double mu, double sigma, double x) {
        return new State(List.of(), List.of()).withNumbers(mu, sigma, x);
    }

    /** CALC-22 of the curriculum. */
    @Test
    void theWorkedPlaceHasTheKnownLogDensity() {
        assertThat(Shown.readout(widget, state(1, 2, 3), "z")).isEqualTo(1);
        assertThat(Shown.readout(widget, state(1, 2, 3), "log p(x)")).isCloseTo(-2.11208571376, within(5.1e-12));
    }

    /** The standard normal has 0.3989 at its mean; a quarter of the width is four times the height. */
    @Test
    void squeezingRaisesTheDensityAboveOne() {
        assertThat(Shown.readout(widget, state(0, 0.25, 0), "p(x)")).isCloseTo(4 * 0.3989422804014327, within(1e-14));
        assertThat(Shown.result(widget, state(0, 0.25, 0)).notes()).hasSize(1);
    }

    @Test
    void theStripKeepsItsArea() {
        var curves = ((Picture.Graph) Shown.result(widget, state(1, 2, 3)).picture()).curves();

        assertThat(area(curves.get(3).line())).isCloseTo(area(curves.get(2).line()), within(1e-12));
    }

    private static double area(dev.surprisal.widget.Line line) {
        double area = 0;
        for (int i = 1; i < line.size(); i++) {
            area += (line.x(i) - line.x(i - 1)) * 0.5 * (line.y(i) + line.y(i - 1));
        }
        return area;
    }

    @Test
    void aPlaceFarOutHasALogarithmWhereItsDensityIsZero() {
        assertThat(Shown.readout(widget, state(0, 0.05, 5), "p(x)")).isZero();
        assertThat(Shown.readout(widget, state(0, 0.05, 5), "log p(x)")).isCloseTo(-4997.92320626, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "sigma, 0, Must be greater than 0.",
        "mu, 51, Enter a number between −50 and 50.",
        "x, ., Enter a number."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(state(1, 2, 3), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void aDecimalCommaIsTakenAndEchoed() {
        assertThat(widget.edit(state(1, 2, 3), new Change.Typed("x", "2,5")))
                .isEqualTo(new Edit.Changed<>(state(1, 2, 2.5), "Read as 2.5."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~1_0_1", "1~1_1", "1~1_1_1_1", "2~1_1_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 300)) {
            assertThat(Play.numbers("change-of-variables", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
