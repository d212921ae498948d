package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplexDirectionsTest {

    private final SimplexDirections widget = new SimplexDirections();

    private static State state(double... numbers) {
        return new State(List.of(), List.of()).withNumbers(numbers);
    }

    private Picture.Triangles picture(State state) {
        return (Picture.Triangles) Shown.result(widget, state).picture();
    }

    /** By Python’s math module. */
    @Test
    void bothDirectionsOfAPair() {
        State state = state(0.5, 0.3, 0.2, 0.2, 0.3, 0.5);

        assertThat(Shown.readout(widget, state, "KL(p ‖ q)")).isCloseTo(0.274887219562247, within(1e-14));
        assertThat(Shown.readout(widget, state, "KL(q ‖ p)")).isCloseTo(0.274887219562247, within(1e-14));
    }

    /** On an edge: forward infinite, reverse −ln of what is kept. */
    @Test
    void onlyTheForwardDirectionBlowsUpAtAnEdge() {
        State state = state(0.5, 0.3, 0.2, 0.625, 0.375, 0);

        assertThat(Shown.readout(widget, state, "KL(p ‖ q)")).isInfinite();
        assertThat(Shown.readout(widget, state, "KL(q ‖ p)")).isCloseTo(0.223143551314210, within(1e-14));
        assertThat(Shown.result(widget, state).words()).contains("at least 0.22314 nats");
    }

    /** Whatever place of a contour is taken, the divergence there is its level, as near as the grid is fine. */
    @Test
    void contoursLieAtTheirLevels() {
        double[] p = {0.5, 0.3, 0.2};
        for (Picture.Contour contour :
                picture(state(0.5, 0.3, 0.2, 0.2, 0.3, 0.5)).triangles().get(0).contours()) {
            for (Line loop : contour.loops()) {
                for (int i = 0; i < loop.size(); i++) {
                    double c = loop.y(i) / (Math.sqrt(3) / 2);
                    double b = loop.x(i) - c / 2;
                    double kl =
                            p[0] * Math.log(p[0] / (1 - b - c)) + p[1] * Math.log(p[1] / b) + p[2] * Math.log(p[2] / c);
                    boolean inside = b > 0.03 && c > 0.03 && b + c < 0.97;
                    assertThat(!inside || Math.abs(kl - contour.level()) < 0.02)
                            .as("%s at (%s, %s): %s", contour.level(), b, c, kl)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.2886751345948129, 0.34, 0.33, 0.33",
        "0.5, 0.8660254037844386, 0, 0, 1",
        "2, 0, 0, 1, 0",
        "-1, -1, 1, 0, 0"
    })
    void aHandleIsDraggedWithinTheTriangle(double x, double y, double a, double b, double c) {
        State moved = Shown.after(widget, state(0.5, 0.3, 0.2, 0.2, 0.3, 0.5), new Change.Dragged("q", x, y));

        assertThat(moved.numbers()).containsExactly(0.5, 0.3, 0.2, a, b, c);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 61, 100)) {
            assertThat(Play.numbers("kl-simplex", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
