package dev.surprisal.math.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.sampling.Reparameterisation.Target;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ReparameterisationTest {

    @Test
    void aDrawIsAnAffineMapOfTheNoise() {
        // SAM-018
        assertThat(Reparameterisation.sample(-1.2, 0.35, 1.7)).isCloseTo(-0.605, within(1e-15));
    }

    @Test
    void variancesOfTheCourse() {
        // curriculum, SIM-03: 4 against 30 and 4 against 15
        Reparameterisation one = new Reparameterisation(1, 1, Target.SQUARE);
        Reparameterisation zero = new Reparameterisation(0, 1, Target.SQUARE);

        assertThat(one.gradient()).isEqualTo(2);
        assertThat(one.pathwiseVariance()).isEqualTo(4);
        assertThat(one.scoreFunctionVariance()).isEqualTo(30);
        assertThat(zero.pathwiseVariance()).isEqualTo(4);
        assertThat(zero.scoreFunctionVariance()).isEqualTo(15);
    }

    @Test
    void bothEstimatorsHaveTheGradientAsMeanAndTheStatedVariance() {
        for (Target function : Target.values()) {
            for (double mean : new double[] {-1.3, 0, 0.4, 2.5}) {
                for (double sd : new double[] {0.3, 1, 1.7}) {
                    Reparameterisation both = new Reparameterisation(mean, sd, function);

                    // moments under N(0, 1) by the trapezoid rule, which is exact to rounding here
                    double scale = 1 + both.scoreFunctionVariance();
                    assertThat(expected(both::pathwise)).isCloseTo(both.gradient(), within(1e-12 * scale));
                    assertThat(expected(both::scoreFunction)).isCloseTo(both.gradient(), within(1e-12 * scale));
                    assertThat(variance(both::pathwise)).isCloseTo(both.pathwiseVariance(), within(1e-12 * scale));
                    assertThat(variance(both::scoreFunction))
                            .isCloseTo(both.scoreFunctionVariance(), within(1e-12 * scale));
                }
            }
        }
    }

    @Test
    void slopesAreDerivatives() {
        for (Target function : Target.values()) {
            for (double z : new double[] {-2, 0.3, 1.9}) {
                double slope = (function.value(z + 1e-6) - function.value(z - 1e-6)) / 2e-6;

                assertThat(function.slope(z)).isCloseTo(slope, within(1e-8));
            }
        }
    }

    @Test
    void theVarianceOfAlmostCertainDrawsKeepsItsDigits() {
        // Var[cos z] = sin^2(mean) sd^2 for small sd; E[cos^2] - E[cos]^2 would be 0
        double sine = Math.sin(0.5);
        assertThat(new Reparameterisation(0.5, 1e-9, Target.SINE).pathwiseVariance())
                .isCloseTo(sine * sine * 1e-18, within(1e-30));
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> Reparameterisation.sample(0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Reparameterisation.sample(0, 1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reparameterisation(0, -1, Target.SINE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reparameterisation(Double.POSITIVE_INFINITY, 1, Target.SINE));
    }

    private static double variance(DoubleUnaryOperator f) {
        double mean = expected(f);
        return expected(eps -> (f.applyAsDouble(eps) - mean) * (f.applyAsDouble(eps) - mean));
    }

    private static double expected(DoubleUnaryOperator f) {
        double sum = 0;
        for (double eps = -12; eps <= 12; eps += 0.03125) {
            sum += f.applyAsDouble(eps) * Normal.STANDARD.density(eps);
        }
        return sum * 0.03125;
    }
}
