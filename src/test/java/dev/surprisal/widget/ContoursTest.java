package dev.surprisal.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ContoursTest {

    private static final Picture.Axes AXES = new Picture.Axes(-2, 2, -1, 1);
    private static final int COLUMNS = 81;
    private static final int ROWS = 41;

    private static Contours of(DoubleBinaryOperator height) {
        return Contours.of(AXES, COLUMNS, ROWS, height);
    }

    /** Positive when what is lower lies on the left, that is inside. */
    private static double area(Line loop) {
        double twice = 0;
        for (int i = 0; i < loop.size(); i++) {
            int next = (i + 1) % loop.size();
            twice += loop.x(i) * loop.y(next) - loop.x(next) * loop.y(i);
        }
        return twice / 2;
    }

    @Test
    void theContourOfABowlIsACircle() {
        List<Line> loops = of((x, y) -> x * x + y * y).below(0.49);

        assertThat(loops).hasSize(1);
        Line loop = loops.getFirst();
        for (int i = 0; i < loop.size(); i++) {
            assertThat(Math.hypot(loop.x(i), loop.y(i))).isCloseTo(0.7, within(2e-3));
        }
        assertThat(area(loop)).isCloseTo(Math.PI * 0.49, within(0.01));
    }

    @Test
    void faintLinesOfAGraphCloseOnThemselves() {
        var curves = of((x, y) -> 3 + x * x + y * y).above(0.25, 0.49, -1);

        assertThat(of((x, y) -> 3 + x * x + y * y).lowest()).isEqualTo(3);
        assertThat(curves).hasSize(2);
        Line outer = curves.getLast().line();
        assertThat(outer.x(outer.size() - 1)).isEqualTo(outer.x(0));
        assertThat(outer.y(outer.size() - 1)).isEqualTo(outer.y(0));
        assertThat(Math.hypot(outer.x(0), outer.y(0))).isCloseTo(0.7, within(2e-3));
    }

    @Test
    void aLineThatLeavesThePlaneIsNotDrawnAlongItsEdge() {
        List<Line> parts = of((x, y) -> x).inside(0.52);

        assertThat(parts).hasSize(1);
        Line part = parts.getFirst();
        assertThat(part.size()).isEqualTo(ROWS);
        for (int i = 0; i < part.size(); i++) {
            assertThat(part.x(i)).isCloseTo(0.52, within(1e-12));
        }
        Line circle = of((x, y) -> x * x + y * y).inside(0.49).getFirst();
        assertThat(circle.x(circle.size() - 1)).isEqualTo(circle.x(0));
    }

    @Test
    void twoHollowsMeetAboveTheirPass() {
        var hollows = of((x, y) -> (x * x - 1) * (x * x - 1) + 4 * y * y);

        assertThat(hollows.below(0.9)).hasSize(2).allMatch(loop -> area(loop) > 0);
        assertThat(hollows.below(1.1)).hasSize(1);
        assertThat(hollows.below(0)).isEmpty();
    }

    @Test
    void aHillInAPlainIsGoneRoundTheOtherWay() {
        List<Line> loops = of((x, y) -> -x * x - y * y).below(-0.25);

        assertThat(loops).hasSize(2);
        assertThat(loops.stream().mapToDouble(ContoursTest::area).sum()).isCloseTo(8 - Math.PI * 0.25, within(0.01));
    }

    @Test
    void whatReachesTheEdgeIsClosedAlongIt() {
        List<Line> loops = of((x, y) -> x).below(0.5);

        assertThat(loops).hasSize(1);
        assertThat(area(loops.getFirst())).isCloseTo(2.5 * 2, within(1e-9));
    }

    @Test
    void aPassIsGoneThroughOnOneSide() {
        double[] values = {0, 1, 1, 0};
        var axes = new Picture.Axes(0, 1, 0, 1);

        assertThat(new Contours(axes, 2, values).below(0.4)).hasSize(2);
        assertThat(new Contours(axes, 2, values).below(0.6)).hasSize(1);
    }
}
