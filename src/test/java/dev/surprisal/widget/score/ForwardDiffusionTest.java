package dev.surprisal.widget.score;

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

class ForwardDiffusionTest {

    private final ForwardDiffusion widget = new ForwardDiffusion();

    private static State at(int t) {
        return new State(List.of(), List.of()).withNumbers(t, 0.0001, 0.02, 2, 0.5, 2, 42);
    }

    /** SIM-11 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.9999, 0.99994999875, 0.01",
        "10, 0.998105204786, 0.999052153186, 0.0435292455042",
        "100, 0.897018145675, 0.947110418945, 0.320907859556",
        "250, 0.524085373825, 0.723937410157, 0.689865658063",
        "500, 0.0785872428818, 0.280334162887, 0.959902472712",
        "750, 0.00335055043894, 0.0578839393868, 0.998323319151",
        "1000, 4.03582976538e-05, 0.00635281808757, 0.999979820648"
    })
    void theScheduleIsTheKnownOne(int t, double left, double signal, double noise) {
        assertThat(Shown.readout(widget, at(t), "ᾱ")).isCloseTo(left, within(5.1e-12 * left));
        assertThat(Shown.readout(widget, at(t), "√ᾱ")).isCloseTo(signal, within(5.1e-12 * signal));
        assertThat(Shown.readout(widget, at(t), "√(1 − ᾱ)")).isCloseTo(noise, within(5.1e-12));
    }

    /** 48 walks: their mean within five standard errors of the jump's, their spread within a half. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 500, 1000})
    void smallStepsLeadWhereTheJumpDoes(int t) {
        double noise = Shown.readout(widget, at(t), "√(1 − ᾱ)");

        assertThat(Shown.readout(widget, at(t), "mean"))
                .isCloseTo(Shown.readout(widget, at(t), "√ᾱ x₀"), within(5 * noise / Math.sqrt(48)));
        assertThat(Shown.readout(widget, at(t), "sd")).isCloseTo(noise, within(0.5 * noise));
    }

    @Test
    void withoutAStepNothingHasHappened() {
        var curves = ((Picture.Graph) Shown.result(widget, at(0)).picture()).curves();

        assertThat(Shown.readout(widget, at(0), "mean")).isEqualTo(2);
        assertThat(Shown.readout(widget, at(0), "sd")).isZero();
        assertThat(curves.get(1).line()).isEqualTo(curves.get(0).line());
    }

    @Test
    void aScheduleThatEndsTooEarlyIsToldOf() {
        State gentle = new State(List.of(), List.of()).withNumbers(1000, 0.0001, 0.002, 2, 0.5, 2, 42);

        assertThat(Shown.result(widget, gentle).notes()).anyMatch(note -> note.contains("wrong place"));
        assertThat(Shown.result(widget, at(1000)).notes()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameWalks() {
        State again = Shown.after(widget, at(50), new Change.Pressed("again"));

        assertThat(widget.result(at(50))).isEqualTo(new ForwardDiffusion().result(at(50)));
        assertThat(widget.result(again)).isNotEqualTo(widget.result(at(50)));
    }

    @ParameterizedTest
    @CsvSource({
        "t, 1001, Enter a whole number from 0 to 1000.",
        "first, 0, Must be greater than 0.",
        "last, 0.6, Enter a number from 0.000001 to 0.5.",
        "width, 0, Must be greater than 0."
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(at(5), new Change.Typed(control, text))).isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~1001_0.1_0.1_1_1_1_1", "1~1_0_0.1_1_1_1_1", "1~1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 60)) {
            assertThat(Play.numbers("forward-diffusion", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
