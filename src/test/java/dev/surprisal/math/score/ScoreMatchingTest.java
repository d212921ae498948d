package dev.surprisal.math.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoreMatchingTest {

    @Test
    void hyvarinenLossNeedsNoScore() {
        // SCO-007, SCO-008, SCO-009; curriculum SCORE-02
        assertThat(ScoreMatching.hyvarinenLossOfLinear(1, 1)).isEqualTo(-0.5);
        assertThat(ScoreMatching.hyvarinenLossOfLinear(0.5, 1)).isEqualTo(-0.375);
        assertThat(ScoreMatching.hyvarinenLossOfLinear(0.25, 4)).isEqualTo(-0.125);
        assertThat(ScoreMatching.hyvarinenLossOfLinear(0.5, 2)).isEqualTo(-0.25);
        assertThat(ScoreMatching.hyvarinenLossOfLinear(0, 2)).isEqualTo(0.0);
    }

    @Test
    void implicitAndExplicitLossDifferByAConstant() {
        for (double v : new double[] {0.3, 1, 2, 7}) {
            for (double a = -1; a <= 4; a += 0.25) {
                assertThat(ScoreMatching.hyvarinenLossOfLinear(a, v) + 1 / (2 * v))
                        .isCloseTo(ScoreMatching.explicitLossOfLinear(a, v), within(1e-14));
            }
            assertThat(ScoreMatching.explicitLossOfLinear(ScoreMatching.bestSlope(v), v))
                    .isCloseTo(0, within(1e-31));
        }
    }

    @Test
    void denoisingLossHasAFloor() {
        // SCO-011, SCO-012
        assertThat(ScoreMatching.denoisingLossOfLinear(0.8, 1, 0.5)).isCloseTo(3.2, within(1e-15));
        assertThat(ScoreMatching.denoisingLossOfLinear(0.5, 2, 1)).isCloseTo(0.75, within(1e-15));
        // SCO-014, SCO-015
        assertThat(ScoreMatching.denoisingFloor(1, 0.5)).isCloseTo(3.2, within(1e-15));
        assertThat(ScoreMatching.denoisingFloor(1, 0.1)).isCloseTo(99.009900990099, within(1e-12));
        // L13-X5
        assertThat(ScoreMatching.bestDenoisingSlope(2, 1)).isEqualTo(1.0 / 3);
        assertThat(ScoreMatching.denoisingFloor(2, 1)).isCloseTo(0.666666666667, within(1e-12));
    }

    @Test
    void tableOfTheCourseHolds() {
        // curriculum, SCORE-03: sd, best slope, floor
        double[][] rows = {
            {0.1, 0.990099009901, 99.0099009901},
            {0.25, 0.941176470588, 15.0588235294},
            {0.5, 0.8, 3.2},
            {1, 0.5, 0.5},
            {2, 0.2, 0.05}
        };
        for (double[] row : rows) {
            double slope = ScoreMatching.bestDenoisingSlope(1, row[0]);

            assertThat(slope).isCloseTo(row[1], within(1e-12));
            assertThat(ScoreMatching.denoisingFloor(1, row[0])).isCloseTo(row[2], within(1e-10));
            assertThat(ScoreMatching.denoisingLossOfLinear(slope, 1, row[0])).isCloseTo(row[2], within(1e-10));
        }
    }

    @Test
    void denoisingLossIsThePolynomialOfTheCourse() {
        var random = new SplittableRandom(9);
        for (int i = 0; i < 1000; i++) {
            double a = random.nextDouble(-3, 3);
            double v = random.nextDouble(0.1, 4);
            double sd = random.nextDouble(0.1, 3);

            double loss = ScoreMatching.denoisingLossOfLinear(a, v, sd);

            assertThat(loss).isCloseTo(a * a * (v + sd * sd) - 2 * a + 1 / (sd * sd), within(1e-12));
            assertThat(loss).isGreaterThanOrEqualTo(ScoreMatching.denoisingFloor(v, sd));
        }
    }

    @Test
    void floorsOfSmallNoiseAndSmallDataKeepTheirDigits() {
        // 1/sd^2 - 1/(v + sd^2) would be 0
        assertThat(ScoreMatching.denoisingFloor(1e-20, 1)).isCloseTo(1e-20, within(1e-35));
        assertThat(ScoreMatching.denoisingFloor(1, 1e-160)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void lossesOfDataAreMeans() {
        double[] data = {1, -2, 0.5};

        // s(x) = -2x: mean of 2 x^2 - 2 = 2 (1 + 4 + 0.25)/3 - 2
        assertThat(ScoreMatching.hyvarinenLoss(data, x -> -2 * x, _ -> -2)).isCloseTo(1.5, within(1e-15));
        // noisy 1.5, -2.5, 0.5 and targets -2, 2, 0: misses of s(x) = -x are 0.5, 0.5, -0.5
        assertThat(ScoreMatching.denoisingLoss(data, new double[] {1, -1, 0}, 0.5, x -> -x))
                .isCloseTo(0.25, within(1e-15));
    }

    @Test
    void lossOfDataApproachesItsExpectation() {
        var random = new SplittableRandom(42);
        double[] data = new double[100_000];
        double[] noise = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextDouble() < 0.5 ? -1 : 1;
            noise[i] = random.nextDouble() < 0.5 ? -1 : 1;
        }

        // only second moments count for a linear model: as for N(0, 1). Standard errors: 0 and 0.0045 of the loss
        assertThat(ScoreMatching.hyvarinenLoss(data, x -> -0.7 * x, _ -> -0.7))
                .isCloseTo(ScoreMatching.hyvarinenLossOfLinear(0.7, 1), within(1e-12));
        assertThat(ScoreMatching.denoisingLoss(data, noise, 0.5, x -> -0.8 * x))
                .isCloseTo(ScoreMatching.denoisingLossOfLinear(0.8, 1, 0.5), within(0.03));
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreMatching.hyvarinenLossOfLinear(1, 0))
                .withMessageContaining("v must be a finite number > 0");
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreMatching.explicitLossOfLinear(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreMatching.denoisingLossOfLinear(1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreMatching.denoisingLossOfLinear(1, 1, 1e200));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreMatching.denoisingFloor(1, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreMatching.hyvarinenLoss(new double[0], x -> x, x -> x));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreMatching.hyvarinenLoss(new double[] {1}, _ -> Double.NaN, x -> x));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreMatching.denoisingLoss(new double[] {1}, new double[2], 1, x -> x));
    }
}
