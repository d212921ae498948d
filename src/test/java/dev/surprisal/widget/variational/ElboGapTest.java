package dev.surprisal.widget.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElboGapTest {

    private static final double MEAN = 0.517241379310345;
    private static final double VARIANCE = 0.137931034482759;

    private final ElboGap widget = new ElboGap();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    private static State guess(double m, double v) {
        return state(m, v, 1.5, 0.2, 0.6, 1.1);
    }

    /** CALC-18 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, -4.65811290944, 0, -4.65811290944, 3.10432685177",
        "0.517241379310345, 1, -3.554516001, 0.133769322235, -3.68828532323, 2.13449926557",
        "0, 0.137931034482759, -1.9641473922, 0.559466251675, -2.52361364387, 0.969827586207",
        "0.517241379310345, 0.0137931034482759, -0.472619449272, 1.78245915489, -2.25507860416, 0.701292546497",
        "0.5, 0.25, -1.22061290944, 0.44314718056, -1.66376009, 0.109974032334"
    })
    void theTermsAreTheKnownOnes(double m, double v, double reconstruction, double kl, double elbo, double gap) {
        State state = guess(m, v);

        assertThat(Shown.readout(widget, state, "ln p(x)")).isCloseTo(-1.55378605766508, within(1e-13));
        assertThat(Shown.readout(widget, state, "E[ln p(x | z)]")).isCloseTo(reconstruction, within(5.1e-10));
        assertThat(Shown.readout(widget, state, "KL(q ‖ p(z))")).isCloseTo(kl, within(5.1e-12));
        assertThat(Shown.readout(widget, state, "ELBO")).isCloseTo(elbo, within(5.1e-9));
        assertThat(Shown.readout(widget, state, "KL(q ‖ p(z | x))")).isCloseTo(gap, within(5.1e-12));
    }

    @Test
    void atThePosteriorTheBoundIsTight() {
        State exact = Shown.after(widget, guess(0.5, 0.25), new Change.Pressed("posterior"));

        assertThat(exact.number(0)).isCloseTo(MEAN, within(1e-14));
        assertThat(exact.number(1)).isCloseTo(VARIANCE, within(1e-14));
        assertThat(Shown.readout(widget, exact, "ELBO")).isCloseTo(-1.55378605766508, within(1e-12));
        assertThat(Shown.result(widget, exact).notes()).anyMatch(note -> note.contains("tight"));
    }

    @Test
    void aDecoderThatIgnoresTheLatentCollapses() {
        State collapsed = Shown.after(widget, state(0.5, 0.5, 0, 0.2, 0.6, 1.1), new Change.Pressed("posterior"));

        assertThat(collapsed).isEqualTo(Shown.after(widget, collapsed, new Change.Pressed("prior")));
        assertThat(Shown.result(widget, collapsed).notes()).anyMatch(note -> note.contains("posterior collapse"));
    }

    @Test
    void bothBarsAreAsLongAsMinusTheBound() {
        var bars = (Picture.Spans)
                Shown.result(widget, guess(0.5, 0.25)).figures().getFirst().picture();

        assertThat(bars.most()).isCloseTo(1.66376009, within(5.1e-9));
        assertThat(bars.spans()).extracting(Picture.Span::row).containsExactly(0, 0, 1, 1);
        assertThat(bars.spans().get(1).to()).isEqualTo(bars.most());
        assertThat(bars.spans().get(3).to()).isEqualTo(bars.most());
        assertThat(bars.spans().get(1).from()).isCloseTo(1.55378605766508, within(1e-12));
    }

    @Test
    void theGuessIsDraggedByItsPeakAndInTheLandscape() {
        // A normal with variance 1/4 is 0.797885 high
        assertThat(Shown.after(widget, guess(0, 1), new Change.Dragged("peak", 0.5, 0.797885)))
                .isEqualTo(guess(0.5, 0.25));
        assertThat(Shown.after(widget, guess(0, 1), new Change.Dragged("guess", 0.52, 0.14)))
                .isEqualTo(guess(0.52, 0.14));
        assertThat(Shown.after(widget, guess(0, 1), new Change.Dragged("peak", 0.5, -1)))
                .isEqualTo(guess(0.5, 1));
    }

    @Test
    void aQuestionMayAskForTheGap() {
        assertThat(widget.quantities(guess(0.5, 0.25)))
                .extracting(Quantity::name)
                .containsExactly("m", "v", "w", "b", "s", "x", "elbo", "evidence", "gap");
    }

    @ParameterizedTest
    @CsvSource({
        "v, 0, Must be greater than 0.",
        "v, -1, Must be greater than 0.",
        "s, 0.3, Must lie between 0.4 and 50 here.",
        "m, 51, 'Enter a number between −50 and 50.'",
        "x, NaN, Enter a finite number.",
        "w, '', Enter a number.",
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(guess(0, 1), new Change.Typed(control, text))).isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void contentSetsTheGuess() {
        assertThat(widget.initial(Parameters.none().with("m", List.of(0.0)).with("v", List.of(1.0))))
                .isEqualTo(guess(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~0_1", "1~0_1_1.5_0.2_0.1_1.1", "1~0_0_1.5_0.2_0.6_1.1", "1~0_1_1.5_0.2_0.6_1.1_7"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissingAndNoLengthIsNegative() {
        for (String text : SeededPlay.statesOf(widget, 7, 300)) {
            assertThat(Play.numbers("elbo-gap", text)).as(text).doesNotContain(Double.NaN);
            var bars = (Picture.Spans) Shown.result(widget, widget.decode(text))
                    .figures()
                    .getFirst()
                    .picture();
            assertThat(bars.spans()).allMatch(span -> span.to() >= span.from());
        }
    }
}
