package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
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

class TeacherStudentTest {

    private final TeacherStudent widget = new TeacherStudent();

    private static State state(double temperature) {
        return new State(List.of(), List.of()).withNumbers(3, 1, 0, 2, 2, 0, temperature);
    }

    /** CALC-21 of the curriculum. */
    @ParameterizedTest
    @CsvSource({"1, 0.31837719122, 5.1e-12", "4, 0.0234995960338, 5.1e-14"})
    void softeningMakesTheDivergenceSmaller(double temperature, double kl, double tolerance) {
        assertThat(Shown.readout(widget, state(temperature), "KL(teacher ‖ student)"))
                .isCloseTo(kl, within(tolerance));
    }

    /** −ln softmax(2, 2, 0)₁ = ln(2 + e⁻²). */
    @Test
    void theHardLabelIsTheTeachersFirstChoice() {
        assertThat(Shown.readout(widget, state(4), "−ln π(A)")).isCloseTo(0.758623675679514, within(1e-14));
    }

    @Test
    void aConstantIsNotSeen() {
        State shifted = new State(List.of(), List.of()).withNumbers(3, 1, 0, 1, -1, -2, 2);

        assertThat(Shown.readout(widget, shifted, "KL(teacher ‖ student)")).isZero();
        assertThat(Shown.readout(widget, shifted, "KL(student ‖ teacher)")).isZero();
    }

    @Test
    void aBarThatIsDraggedToAShareHasIt() {
        State half = Shown.after(widget, state(2), new Change.Dragged("student-2", 0, 0.5));

        // e^(z/2) = 2 e^1: z = 2 + 2 ln 2, to a tenth
        assertThat(half.numbers()).containsExactly(3.0, 1.0, 0.0, 2.0, 2.0, 3.4, 2.0);
    }

    @Test
    void aTemperatureOfZeroIsRefused() {
        assertThat(widget.edit(state(1), new Change.Typed("t", "0")))
                .isEqualTo(new Edit.Rejected<State>("Must be greater than 0."));
    }

    /** At T = 10 a probability of 0.95 would need a logit of 10 (ln 19 + ln(e^0.2 + 1)) = 37.4. */
    @Test
    void aBarThatStopsAtTheEndOfItsSliderSaysSo() {
        State start = new State(List.of(), List.of()).withNumbers(3, 1, 0, 2, 2, 0, 10);

        var stopped = (Edit.Changed<State>) widget.edit(start, new Change.Dragged("student-0", 0, 0.95));
        assertThat(stopped.state().number(3)).isEqualTo(5);
        assertThat(stopped.note()).startsWith("By dragging a logit goes from −5 to 5");

        var reached = (Edit.Changed<State>) widget.edit(start, new Change.Dragged("student-0", 0, 0.35));
        assertThat(reached.note()).isEmpty();
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 43, 500)) {
            assertThat(Play.numbers("distillation", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
