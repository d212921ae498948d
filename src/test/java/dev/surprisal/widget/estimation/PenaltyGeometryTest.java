package dev.surprisal.widget.estimation;

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
import dev.surprisal.widget.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PenaltyGeometryTest {

    private final PenaltyGeometry widget = new PenaltyGeometry();

    private static State tilted(double... numbers) {
        return State.of("tilted", numbers);
    }

    /** GEO-01 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0.3, 1.46, 0.3, 0, 2.6872352, 0.26959479, 0.13160035",
        "0.6, 0.92, 0.6, 0, 0.82459866, 0.54277475, 0.25572558",
        "1.0, 0.395, 0.85, 0.15, 0.081411373, 0.91779972, 0.39704367",
    })
    void theTouchingPointsAreTheKnownOnes(
            double radius, double l1, double x1, double y1, double l2, double x2, double y2) {
        var rows = Shown.result(widget, tilted(2, 1, radius)).table().rows();

        assertThat(place(rows.get(1), 1)).isCloseTo(x1, within(1e-12));
        assertThat(place(rows.get(1), 2)).isCloseTo(y1, within(1e-12));
        assertThat(place(rows.get(2), 1)).isCloseTo(x2, within(5.1e-9));
        assertThat(place(rows.get(2), 2)).isCloseTo(y2, within(5.1e-9));
        assertThat(Shown.result(widget, tilted(2, 1, radius)).headline().get(0).value())
                .isCloseTo(l1, within(1e-12));
        assertThat(Shown.result(widget, tilted(2, 1, radius)).headline().get(1).value())
                .isCloseTo(l2, within(5.1e-8));
    }

    private static double place(Table.Row row, int column) {
        return ((Table.Cell.Place) row.cells().get(column)).value();
    }

    /** The second weight vanishes at 10/13. */
    @ParameterizedTest
    @CsvSource({"0.76, at a corner", "0.78, on an edge", "1.5, within both shapes"})
    void theNoteSaysWhatIsTouched(double radius, String words) {
        assertThat(Shown.result(widget, tilted(2, 1, radius)).notes().getFirst())
                .contains(words);
    }

    /**
     * With round contours of bend a the diamond ends at a corner where the coordinates of the best point differ by more than the
     * radius: for a distance of 1 and a radius of 1/2 where |cos t| - |sin t| exceeds 1/2 in size, sqrt(2) cos(t + 45°) > 1/2.
     */
    @Test
    void theShareOfCornersIsThatOfTheDirections() {
        State state = State.of("round", 1.5, 0, 0.5);

        // |t| below arccos(1/(2 sqrt 2)) - 45° = 24.295°, to both sides of four axes; in whole degrees 2*24 + 1
        assertThat(Shown.readout(widget, state, "")).isEqualTo(4 * 49 / 360.0);
    }

    @Test
    void theTouchingContourPassesThroughTheTouchingPoint() {
        var graph = (Picture.Graph) Shown.result(widget, tilted(2, 1, 0.6)).picture();

        var touching = graph.curves().stream()
                .filter(curve -> curve.stroke() == Picture.Stroke.THIN)
                .findFirst()
                .orElseThrow()
                .line();
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < touching.size(); i++) {
            nearest = Math.min(nearest, Math.hypot(touching.x(i) - 0.6, touching.y(i)));
        }
        assertThat(nearest).isLessThan(0.03);
    }

    @Test
    void theRadiusAndTheBestPointAreDragged() {
        assertThat(Shown.after(widget, tilted(2, 1, 0.6), new Change.Dragged("radius", -0.8, 0.3)))
                .isEqualTo(tilted(2, 1, 0.8));
        // A (1, 0.5) is (2.05, 1.1)
        assertThat(Shown.after(widget, tilted(2, 1, 0.6), new Change.Dragged("best", 1, 0.5)))
                .isEqualTo(tilted(2.05, 1.1, 0.6));
    }

    @Test
    void aQuestionMayAskForTheTouchingPoints() {
        assertThat(widget.quantities(tilted(2, 1, 0.6)))
                .contains(Quantity.list("diamond", List.of(0.6, 0.0)))
                .contains(Quantity.list("bend", List.of(1.8, 0.5, 1.2)));
    }

    @ParameterizedTest
    @CsvSource({
        "radius, 0, Must be greater than 0.",
        "radius, 11, Must lie between 0.01 and 10 here.",
        "c1, -11, 'Enter a number between −10 and 10.'",
        "c2, ∞, Enter a finite number.",
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(tilted(2, 1, 0.6), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void contentSetsTheRadius() {
        assertThat(widget.initial(Parameters.none().with("radius", List.of(0.9))))
                .isEqualTo(tilted(2, 1, 0.9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~tilted", "1~square~2_1_0.6", "1~tilted~2_1_0", "1~tilted~2_1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 6, 200)) {
            assertThat(Play.numbers("penalty-geometry", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
