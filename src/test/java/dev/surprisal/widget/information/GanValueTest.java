package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GanValueTest {

    private final GanValue widget = new GanValue();

    private static State best(double... numbers) {
        return State.of("best", numbers);
    }

    /** CALC-20 of the curriculum. */
    @Test
    void theValueIsTwiceTheDivergenceLessTheLogarithmOfFour() {
        assertThat(Shown.readout(widget, best(0.5, 0.5, 0.7, 0.3), "V(D)")).isCloseTo(-1.34428250972, within(5.1e-12));
        assertThat(Shown.readout(widget, best(0.5, 0.5, 0.7, 0.3), "JS(p, q)"))
                .isCloseTo(0.0210059257018, within(5.1e-14));
        assertThat(Shown.readout(widget, best(0.5, 0.5, 0.7, 0.3), "Jeffreys / 2"))
                .isCloseTo(0.0847297860387, within(5.1e-14));
        assertThat(Shown.readout(widget, best(0.2, 0.8, 0.2, 0.8), "V(D)")).isCloseTo(-1.38629436112, within(5.1e-12));
        assertThat(Shown.readout(widget, best(1, 0, 0, 1), "V(D)")).isCloseTo(0, within(1e-15));
    }

    /** ln(1/2) of everything; and ½ ln 0.8 + ½ ln 0.4 + 0.7 ln 0.2 + 0.3 ln 0.6, by Python’s math module. */
    @Test
    void anyOtherDiscriminatorEarnsLess() {
        State half = State.of("own", 0.5, 0.5, 0.7, 0.3, 0.5, 0.5);
        State wrong = State.of("own", 0.5, 0.5, 0.7, 0.3, 0.8, 0.4);

        assertThat(Shown.readout(widget, half, "V(D)")).isCloseTo(-1.38629436112, within(5.1e-12));
        assertThat(Shown.readout(widget, wrong, "V(D)")).isCloseTo(-1.84957136742785, within(1e-14));
        assertThat(Shown.readout(widget, wrong, "V(best D)")).isCloseTo(-1.34428250972, within(5.1e-12));
    }

    @Test
    void whoIsCertainAndWrongLosesEverything() {
        State state = State.of("own", 0.5, 0.5, 0.7, 0.3, 0, 0.4);

        assertThat(Shown.readout(widget, state, "V(D)")).isNegative().isInfinite();
        assertThat(Shown.result(widget, state).notes())
                .anyMatch(note -> note.contains("certain of an outcome, and wrong"));
    }

    @Test
    void onesOwnDiscriminatorBeginsNearTheBestOne() {
        State own = Shown.after(widget, best(0.5, 0.5, 0.7, 0.3), new Change.Chosen("discriminator", "own"));

        assertThat(own.numbers()).containsExactly(0.5, 0.5, 0.7, 0.3, 0.42, 0.63);
        assertThat(Shown.after(widget, own, new Change.Slid("d-1", 0.9))
                        .numbers()
                        .getLast())
                .isEqualTo(0.9);
        assertThat(Shown.after(widget, own, new Change.Chosen("discriminator", "best")))
                .isEqualTo(best(0.5, 0.5, 0.7, 0.3));
    }

    @Test
    void sharesAreSlidTogetherAndTypedAlone() {
        State three = best(0.5, 0.3, 0.2, 0.2, 0.4, 0.4);

        assertThat(Shown.after(widget, three, new Change.Slid("q-0", 0.6)).numbers())
                .containsExactly(0.5, 0.3, 0.2, 0.6, 0.2, 0.2);
        State typed = Shown.after(widget, three, new Change.Typed("q-0", "0.6"));
        assertThat(widget.result(typed)).isInstanceOfSatisfying(Outcome.Invalid.class, invalid -> {
            assertThat(invalid.problems()).hasSize(1);
            assertThat(invalid.problems().getFirst().message())
                    .isEqualTo("The probabilities of *q* sum to 1.4, not to 1.");
        });
        assertThat(Shown.after(widget, typed, new Change.Pressed("normalise-q"))
                        .numbers()
                        .get(3))
                .isCloseTo(3 / 7.0, within(1e-15));
    }

    @Test
    void outcomesComeAndGo() {
        State four = Shown.after(widget, best(0.5, 0.3, 0.2, 0.2, 0.4, 0.4), new Change.Pressed("add"));
        assertThat(four.numbers()).containsExactly(0.5, 0.3, 0.2, 0.0, 0.2, 0.4, 0.4, 0.0);

        assertThat(Shown.after(widget, four, new Change.Pressed("remove")))
                .isEqualTo(best(0.5, 0.3, 0.2, 0.2, 0.4, 0.4));
        assertThat(Shown.after(widget, best(0.5, 0.5, 0.7, 0.3), new Change.Pressed("remove")))
                .isEqualTo(best(0.5, 0.5, 0.7, 0.3));
    }

    @Test
    void contentGivesWholeRows() {
        var given = Parameters.none().with("p", List.of(0.1, 0.9)).with("q", List.of(0.4, 0.6));

        assertThat(widget.initial(given)).isEqualTo(best(0.1, 0.9, 0.4, 0.6));
        assertThatThrownBy(() -> widget.initial(given.with("q", List.of(0.4, 0.5))))
                .hasMessageContaining("q must be a list of 2 to 6 probabilities that sum to 1");
        assertThatThrownBy(() -> widget.initial(given.with("q", List.of(0.4, 0.5, 0.1))))
                .hasMessageContaining("need the same outcomes");
    }

    @ParameterizedTest
    @CsvSource({"p-0, 1.2", "q-1, -0.1", "p-1, none"})
    void badInputIsRefused(String control, String text) {
        assertThat(widget.edit(best(0.5, 0.5, 0.7, 0.3), new Change.Typed(control, text)))
                .isInstanceOf(Edit.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"1~best~0.5_0.5_0.5", "1~own~0.5_0.5_0.7_0.3", "1~best~0.5_0.5_0.7_1.3", "1~best~1_1"})
    void aTextOfAnotherShapeIsNoState(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 37, 500)) {
            assertThat(Play.numbers("gan-value", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
