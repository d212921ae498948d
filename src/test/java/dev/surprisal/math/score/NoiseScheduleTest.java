package dev.surprisal.math.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoiseScheduleTest {

    private static final NoiseSchedule COURSE = NoiseSchedule.linear(1e-4, 0.02, 1000);

    @Test
    void tableOfTheCourseHolds() {
        // curriculum, SIM-11: t, abar_t, its root, the root of 1 - abar_t
        double[][] rows = {
            {1, 0.9999, 0.99994999875, 0.01},
            {10, 0.998105204786, 0.999052153186, 0.0435292455042},
            {100, 0.897018145675, 0.947110418945, 0.320907859556},
            {250, 0.524085373825, 0.723937410157, 0.689865658063},
            {500, 0.0785872428818, 0.280334162887, 0.959902472712},
            {750, 0.00335055043894, 0.0578839393868, 0.998323319151},
            {1000, 4.03582976538e-05, 0.00635281808757, 0.999979820648}
        };
        for (double[] row : rows) {
            int t = (int) row[0];

            assertThat(COURSE.signalVariance(t)).isCloseTo(row[1], within(1e-12));
            assertThat(COURSE.signal(t)).isCloseTo(row[2], within(1e-12));
            assertThat(COURSE.noise(t)).isCloseTo(row[3], within(1e-12));
        }
        assertThat(COURSE.signalVariance(1000)).isCloseTo(4.03582976538e-05, within(1e-16));
    }

    @Test
    void betasRiseInEqualSteps() {
        assertThat(COURSE.beta(1)).isEqualTo(1e-4);
        assertThat(COURSE.beta(1000)).isCloseTo(0.02, within(1e-17));
        assertThat(COURSE.beta(500)).isCloseTo(1e-4 + 0.0199 * 499 / 999, within(1e-17));
        assertThat(NoiseSchedule.linear(0.3, 0.9, 1).beta(1)).isEqualTo(0.3);
        assertThat(COURSE.steps()).isEqualTo(1000);
    }

    @Test
    void thereIsNoNoiseAtTheStart() {
        assertThat(COURSE.signalVariance(0)).isEqualTo(1);
        assertThat(COURSE.noise(0)).isEqualTo(0.0);
        assertThat(COURSE.jump(1.5, 0, 2)).isEqualTo(1.5);
    }

    @Test
    void stepsAddUpToTheJump() {
        // the variance after t steps from a fixed x0 is 1 - abar_t, the mean sqrt(abar_t) x0
        double mean = 1.5;
        double variance = 0;
        for (int t = 1; t <= 250; t++) {
            mean = COURSE.step(mean, t, 0);
            variance = (1 - COURSE.beta(t)) * variance + COURSE.beta(t);
        }

        assertThat(mean).isCloseTo(COURSE.jump(1.5, 250, 0), within(1e-13));
        assertThat(variance).isCloseTo(COURSE.noiseVariance(250), within(1e-13));
        assertThat(COURSE.step(0, 7, 1)).isEqualTo(Math.sqrt(COURSE.beta(7)));
        assertThat(COURSE.jump(0, 100, 2)).isCloseTo(2 * 0.320907859556, within(1e-12));
    }

    @Test
    void predictedNoiseIsAScore() {
        // x_t given x_0 has the score -(x_t - sqrt(abar) x_0)/(1 - abar)
        double xt = COURSE.jump(0.7, 100, 1.3);
        double score = -(xt - COURSE.signal(100) * 0.7) / COURSE.noiseVariance(100);

        assertThat(COURSE.scoreOfNoise(1.3, 100)).isCloseTo(score, within(1e-13));
    }

    @Test
    void smallNoiseKeepsItsDigits() {
        NoiseSchedule gentle = NoiseSchedule.linear(1e-18, 1e-18, 10);

        // 1 - abar would be 0
        assertThat(gentle.signalVariance(10)).isEqualTo(1);
        assertThat(gentle.noiseVariance(10)).isCloseTo(1e-17, within(1e-31));
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COURSE.signal(1001))
                .withMessage("t must lie between 0 and 1000, got 1001");
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.signal(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COURSE.beta(0))
                .withMessage("t must lie between 1 and 1000, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.scoreOfNoise(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.jump(Double.NaN, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> NoiseSchedule.linear(0, 0.02, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> NoiseSchedule.linear(0.1, 1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> NoiseSchedule.linear(0.1, 0.2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> NoiseSchedule.linear(0.1, 0.2, Integer.MAX_VALUE));
    }
}
