package dev.surprisal.math.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.information.Divergence;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegularisedPolicyTest {

    private static final double[] REFERENCE = {0.5, 0.3, 0.2};
    private static final double[] REWARDS = {0, 1, 2};

    @Test
    void theOptimumOfTheCourse() {
        // curriculum, CALC-19
        RegularisedPolicy problem = RegularisedPolicy.of(REFERENCE, REWARDS, 1);

        double[] optimum = problem.optimum();

        assertThat(optimum[0]).isCloseTo(0.179000020574, within(1e-12));
        assertThat(optimum[1]).isCloseTo(0.291943501933, within(1e-12));
        assertThat(optimum[2]).isCloseTo(0.529056477493, within(1e-12));
        assertThat(problem.bestObjective()).isCloseTo(1.02722217764, within(1e-11));
        assertThat(problem.objective(optimum)).isCloseTo(1.02722217764, within(1e-11));
    }

    @Test
    void noPolicyDoesBetterAndTheLossIsAKl() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 2000; i++) {
            double beta = random.nextDouble(0.1, 4);
            double[] rewards = random.doubles(3, -3, 3).toArray();
            double[] policy = random.doubles(3, 0.01, 1).toArray();
            double sum = Arrays.stream(policy).sum();
            Arrays.setAll(policy, k -> policy[k] / sum);
            RegularisedPolicy problem = RegularisedPolicy.of(REFERENCE, rewards, beta);

            double lost = beta * Divergence.klNats(policy, problem.optimum());

            assertThat(problem.objective(policy)).isCloseTo(problem.bestObjective() - lost, within(1e-12));
        }
    }

    @Test
    void thePriceInterpolatesBetweenGreedAndTheReference() {
        assertThat(RegularisedPolicy.of(REFERENCE, REWARDS, 1e-300).optimum()).containsExactly(0, 0, 1);
        assertThat(RegularisedPolicy.of(REFERENCE, REWARDS, 1e-300).bestObjective())
                .isEqualTo(2);
        double[] costly = RegularisedPolicy.of(REFERENCE, REWARDS, 1e300).optimum();
        for (int k = 0; k < 3; k++) {
            assertThat(costly[k]).isCloseTo(REFERENCE[k], within(1e-15));
        }
        // E[r] = 0.7; beta ln(1 + …) would be rounding error times beta
        assertThat(RegularisedPolicy.of(REFERENCE, REWARDS, 1e12).bestObjective())
                .isCloseTo(0.7, within(1e-11));
    }

    @Test
    void whatTheReferenceNeverDoesIsOutOfReach() {
        RegularisedPolicy problem = RegularisedPolicy.of(new double[] {0.5, 0.5, 0}, REWARDS, 1e-3);

        assertThat(problem.optimum()).containsExactly(0, 1, 0);
        assertThat(problem.objective(new double[] {0, 0, 1})).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(problem.expectedReward(new double[] {0, 0, 1})).isEqualTo(2);
    }

    @Test
    void preferenceLossOfTheCourse() {
        assertThat(RegularisedPolicy.preferenceLossNats(0.1, 1.2, -0.8)).isCloseTo(0.598138869382, within(1e-12));
        assertThat(RegularisedPolicy.preferenceLossNats(1, 0, 0)).isCloseTo(0.6931471805599453, within(1e-16));
        assertThat(RegularisedPolicy.preferenceLossNats(1, -1000, 1000)).isEqualTo(2000);
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> RegularisedPolicy.of(REFERENCE, REWARDS, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RegularisedPolicy.of(REFERENCE, new double[2], 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegularisedPolicy.of(REFERENCE, new double[] {0, 1, Double.NaN}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegularisedPolicy.of(REFERENCE, REWARDS, 1).objective(new double[] {0.5, 0.5}));
        assertThatIllegalArgumentException().isThrownBy(() -> RegularisedPolicy.preferenceLossNats(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RegularisedPolicy.preferenceLossNats(1, Double.NaN, 0));
    }
}
