package dev.surprisal.widget.fitting;

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

class CorrelatedFitTest {

    private final CorrelatedFit widget = new CorrelatedFit();

    private static State state(double sd1, double sd2, double rho, double q1, double q2) {
        return new State(List.of("nats", "diagonal"), List.of()).withNumbers(sd1, sd2, rho, q1, q2);
    }

    /** −ln(1 − ρ²)/2 and σ₁ √(1 − ρ²), by Python's math module. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.9, 0.830365603410825, 0.435889894354067",
        "1, 1, -0.9, 0.830365603410825, 0.435889894354067",
        "1.6, 0.8, 0.8, 0.510825623765991, 0.96",
        "1.2, 0.8, 0, 0, 1.2"
    })
    void theFitsAreInClosedForm(double sd1, double sd2, double rho, double least, double conditional) {
        State state = state(sd1, sd2, rho, 0.7, 0.7);

        assertThat(Shown.readout(widget, state, "min KL(p ‖ q)")).isCloseTo(least, within(2e-15));
        assertThat(Shown.readout(widget, state, "min KL(q ‖ p)")).isCloseTo(least, within(2e-15));
        assertThat(Shown.readout(widget, state, "σ₁")).isCloseTo(sd1, within(2e-16));
        assertThat(Shown.readout(widget, state, "σ₁ √(1 − ρ²)")).isCloseTo(conditional, within(2e-15));
    }

    @Test
    void aFitThatIsTakenHasTheLeastDivergence() {
        State start = state(1, 1, 0.8, 0.7, 0.7);

        State forward = Shown.after(widget, start, new Change.Pressed("forward"));
        assertThat(Shown.readout(widget, forward, "KL(p ‖ q)")).isCloseTo(0.510825623765991, within(2e-15));
        State reverse = Shown.after(widget, start, new Change.Pressed("reverse"));
        assertThat(reverse.number(3)).isCloseTo(0.6, within(2e-16));
        assertThat(Shown.readout(widget, reverse, "KL(q ‖ p)")).isCloseTo(0.510825623765991, within(2e-15));
    }

    @Test
    void theEllipseIsTiltedByDraggingWhereItTouchesItsBox() {
        State start = state(1, 2, 0.5, 0.7, 0.7);

        assertThat(Shown.after(widget, start, new Change.Dragged("rho", 3, -1)).number(2))
                .isEqualTo(-0.5);
        assertThat(Shown.after(widget, start, new Change.Dragged("rho", 1, 9)).number(2))
                .isEqualTo(0.99);
        assertThat(Shown.after(widget, start, new Change.Dragged("q1", -1.234, 5))
                        .number(3))
                .isEqualTo(1.23);
        assertThat(Shown.after(widget, start, new Change.Dragged("q2", -1, 0)).number(4))
                .isEqualTo(0.05);
    }

    @Test
    void theAxesHaveOneScaleAndRoomForEveryEllipse() {
        for (double sd : new double[] {0.05, 0.7, 3, 10}) {
            var picture = (Picture.Graph)
                    Shown.result(widget, state(1, 2, 0.5, sd, 0.3)).picture();

            assertThat(picture.axes().right() / picture.axes().top()).isCloseTo(305.0 / 160, within(1e-12));
            assertThat(picture.curves())
                    .allSatisfy(curve -> assertThat(curve.line().x(0))
                            .isLessThan(picture.axes().right()));
        }
    }

    @Test
    void aCorrelationOfOneIsRefused() {
        var edit = widget.edit(state(1, 1, 0.5, 1, 1), new Change.Typed("rho", "1"));

        assertThat(edit).isEqualTo(new Edit.Rejected<State>("A correlation lies between −0.999 and 0.999 here."));
    }

    /** σ² = (σ₁² + σ₂²)/2 and 1/σ² = (1/σ₁² + 1/σ₂²)/(2(1 − ρ²)); ln of the ratios of determinants, by Python's math module. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.9, 1, 0.435889894354067, 0.830365603410825, 0.830365603410825",
        "1.6, 0.8, 0.8, 1.264911064067352, 0.607157310752329, 0.73396917508020, 0.73396917508020",
        "2, 1, 0, 1.581138830084190, 1.264911064067352, 0.223143551314210, 0.223143551314210"
    })
    void aCircleTakesTheMeanOfVariancesOrOfTheirInverses(
            double sd1, double sd2, double rho, double forward, double reverse, double least, double leastReverse) {
        State circle = Shown.after(widget, state(sd1, sd2, rho, 0.7, 0.5), new Change.Chosen("shape", "isotropic"));

        State wide = Shown.after(widget, circle, new Change.Pressed("forward"));
        State narrow = Shown.after(widget, circle, new Change.Pressed("reverse"));

        assertThat(wide.numbers().getLast()).isCloseTo(forward, within(2e-15));
        assertThat(narrow.numbers().getLast()).isCloseTo(reverse, within(1e-14));
        assertThat(Shown.readout(widget, wide, "KL(p ‖ q)")).isCloseTo(least, within(5e-15));
        assertThat(Shown.readout(widget, narrow, "KL(q ‖ p)")).isCloseTo(leastReverse, within(5e-15));
    }

    @Test
    void aCircleHasOneStandardDeviationAndAnEllipseTwo() {
        State ellipse = state(1, 1, 0.5, 0.7, 0.4);

        State circle = Shown.after(widget, ellipse, new Change.Chosen("shape", "isotropic"));
        assertThat(circle.numbers()).containsExactly(1.0, 1.0, 0.5, 0.7);
        assertThat(Shown.after(widget, circle, new Change.Dragged("q2", 0, -0.6))
                        .number(3))
                .isEqualTo(0.6);
        assertThat(Shown.after(widget, circle, new Change.Chosen("shape", "diagonal"))
                        .numbers())
                .containsExactly(1.0, 1.0, 0.5, 0.7, 0.7);
        assertThat(Shown.after(widget, circle, new Change.Chosen("preset", "half"))
                        .numbers())
                .containsExactly(1.0, 1.0, 0.5, 0.7);
    }

    @Test
    void aTextFromBeforeThereWereShapesReadsBack() {
        assertThat(widget.decode("1~bits~1_1_0.5_0.7_0.4"))
                .isEqualTo(new State(
                        List.of("bits", "diagonal"), state(1, 1, 0.5, 0.7, 0.4).numbers()));
        assertThatThrownBy(() -> widget.decode("1~1_1_0.5_0.7_0.4")).isInstanceOf(IllegalArgumentException.class);
    }

    /** At ρ = 0.9 the half-axes of p are √1.9 and √0.1, and the reverse fit is a circle of the radius √0.19 = 0.436. */
    @Test
    void theReverseFitIsNotSaidToStayInside() {
        State tilted = state(1, 1, 0.9, 0.7, 0.7);
        State circle = Shown.after(widget, state(2, 1, 0, 1, 1), new Change.Chosen("shape", "isotropic"));

        assertThat(Shown.readout(widget, tilted, "σ₁ √(1 − ρ²)")).isBetween(Math.sqrt(0.1), Math.sqrt(1.9));
        assertThat(Shown.readout(widget, Shown.after(widget, circle, new Change.Pressed("reverse")), "KL(q ‖ p)"))
                .isCloseTo(Math.log(1.25), within(1e-14));
        assertThat(Shown.result(widget, tilted).notes().getFirst())
                .contains("reaches out of the ellipse on its flat sides");
        assertThat(Shown.result(widget, circle).notes().getFirst())
                .contains("wider than *p* across the ellipse and narrower along it");
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 23, 500)) {
            assertThat(Play.numbers("kl-correlated", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
