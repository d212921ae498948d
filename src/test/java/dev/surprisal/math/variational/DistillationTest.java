package dev.surprisal.math.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistillationTest {

    private static final double[] TEACHER = {3, 1, 0};
    private static final double[] STUDENT = {2, 2, 0};

    @Test
    void divergencesOfTheCourse() {
        // curriculum, CALC-21
        assertThat(Distillation.klNats(TEACHER, STUDENT, 1)).isCloseTo(0.31837719122, within(1e-11));
        assertThat(Distillation.klNats(TEACHER, STUDENT, 4)).isCloseTo(0.0234995960338, within(1e-13));
    }

    @Test
    void gradientIsTheSlope() {
        for (double temperature : new double[] {0.5, 1, 4}) {
            double[] gradient = Distillation.gradient(TEACHER, STUDENT, temperature);
            for (int k = 0; k < 3; k++) {
                double[] up = STUDENT.clone();
                double[] down = STUDENT.clone();
                up[k] += 1e-5;
                down[k] -= 1e-5;
                double slope = (Distillation.klNats(TEACHER, up, temperature)
                                - Distillation.klNats(TEACHER, down, temperature))
                        / 2e-5;
                assertThat(gradient[k]).isCloseTo(slope, within(1e-9));
            }
            assertThat(gradient[0] + gradient[1] + gradient[2]).isCloseTo(0, within(1e-15));
        }
    }

    @Test
    void aConstantAddedToTheLogitsChangesNothing() {
        assertThat(Distillation.klNats(TEACHER, new double[] {103, 101, 100}, 1))
                .isZero();
        assertThat(Distillation.klNats(TEACHER, new double[] {7, 7, 5}, 1))
                .isCloseTo(Distillation.klNats(TEACHER, STUDENT, 1), within(1e-15));
    }

    @Test
    void itStaysFiniteWhereProbabilitiesUnderflow() {
        // the student gives the teacher's first class e^-1000
        assertThat(Distillation.klNats(new double[] {0, -1000}, new double[] {-1000, 0}, 1))
                .isCloseTo(1000, within(1e-12));
        assertThat(Distillation.klNats(new double[] {0, 0}, new double[] {-1000, 0}, 1))
                .isCloseTo(500 - 0.6931471805599453, within(1e-12));
        assertThat(Distillation.hardLossNats(new double[] {0, 1000}, 0)).isEqualTo(1000);
        assertThat(Distillation.hardLossNats(new double[] {0, 1000}, 1)).isEqualTo(0.0);
    }

    @Test
    void hardLossIsTheCrossEntropyOfTheTrueClass() {
        // ln(e^2 + e^2 + 1) - 2
        assertThat(Distillation.hardLossNats(STUDENT, 1)).isCloseTo(Math.log(2 + Math.exp(-2)), within(1e-15));
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> Distillation.klNats(TEACHER, STUDENT, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Distillation.klNats(TEACHER, new double[2], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Distillation.gradient(new double[2], STUDENT, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distillation.klNats(new double[] {Double.NaN, 1, 2}, STUDENT, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Distillation.klNats(new double[0], new double[0], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Distillation.hardLossNats(STUDENT, 3));
    }
}
