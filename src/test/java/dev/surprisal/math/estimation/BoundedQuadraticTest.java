package dev.surprisal.math.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.estimation.BoundedQuadratic.Minimum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedQuadraticTest {

    private static final double[][] A = {{1.8, 0.5}, {0.5, 1.2}};
    private static final double[] C = {2, 1};

    /** GEO-01 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0.3, 1.46, 0.3, 0",
        "0.6, 0.92, 0.6, 0",
        "1.0, 0.395, 0.85, 0.15",
        "1.2, 0.204, 0.92, 0.28",
        "2, 0, 0.994764397906, 0.418848167539"
    })
    void theDiamondIsTouchedAtTheKnownPlace(double radius, double lambda, double first, double second) {
        Minimum touch = BoundedQuadratic.withinDiamond(A, C, radius);

        assertThat(touch.lambda()).isCloseTo(lambda, within(1e-12));
        assertThat(touch.first()).isCloseTo(first, within(1e-12));
        assertThat(touch.second()).isCloseTo(second, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 2.6872352, 0.26959479, 0.13160035",
        "0.6, 0.82459866, 0.54277475, 0.25572558",
        "1.0, 0.081411373, 0.91779972, 0.39704367",
        "1.2, 0, 0.9947644, 0.41884817"
    })
    void theDiscIsTouchedAtTheKnownPlace(double radius, double lambda, double first, double second) {
        Minimum touch = BoundedQuadratic.withinDisc(A, C, radius);

        assertThat(touch.lambda()).isCloseTo(lambda, within(5.1e-8));
        assertThat(touch.first()).isCloseTo(first, within(5.1e-9 * 10));
        assertThat(touch.second()).isCloseTo(second, within(5.1e-9));
    }

    /** The second parameter vanishes from lambda = 8/13 on, where the first is 10/13. */
    @Test
    void onTheDiamondAParameterVanishesExactly() {
        assertThat(BoundedQuadratic.withinDiamond(A, C, 10.0 / 13 - 1e-9).second())
                .isZero();
        assertThat(BoundedQuadratic.withinDiamond(A, C, 10.0 / 13 + 1e-9).second())
                .isPositive();
        assertThat(BoundedQuadratic.withinDiamond(A, C, 10.0 / 13).lambda()).isCloseTo(8.0 / 13, within(1e-15));
    }

    /** What is bounded by a radius is penalised by the multiplier. */
    @ParameterizedTest
    @CsvSource({"0.2, 2, 1", "0.7, -2, 1", "0.5, 2, -1", "0.9, -1, -3", "0.4, 0.1, -2"})
    void theMultiplierGivesTheSameMinimum(double radius, double first, double second) {
        double[] c = {first, second};

        Minimum diamond = BoundedQuadratic.withinDiamond(A, c, radius);
        assertThat(LinearRegression.lasso(A, c, diamond.lambda()))
                .containsExactly(new double[] {diamond.first(), diamond.second()}, within(1e-12));
        Minimum disc = BoundedQuadratic.withinDisc(A, c, radius);
        assertThat(LinearRegression.ridge(A, c, 2 * disc.lambda()))
                .containsExactly(new double[] {disc.first(), disc.second()}, within(1e-12));
        assertThat(Math.sqrt(disc.first() * disc.first() + disc.second() * disc.second()))
                .isCloseTo(radius, within(1e-15));
    }

    @Test
    void aRadiusMustBePositive() {
        assertThatThrownBy(() -> BoundedQuadratic.withinDiamond(A, C, 0)).hasMessageContaining("radius");
        assertThatThrownBy(() -> BoundedQuadratic.withinDisc(A, C, Double.NaN)).hasMessageContaining("radius");
    }
}
