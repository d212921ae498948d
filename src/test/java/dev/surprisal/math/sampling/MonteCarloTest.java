package dev.surprisal.math.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Normal;
import org.junit.jupiter.api.Test;

class MonteCarloTest {

    @Test
    void anEstimateCoversWhatLiesWithinItsInterval() {
        // 100 draws with an sd of 5: a standard error of 0.5
        Estimate estimate = new Estimate(100, 2, 5);

        assertThat(estimate.standardError()).isEqualTo(0.5);
        assertThat(estimate.low(2)).isEqualTo(1);
        assertThat(estimate.high(2)).isEqualTo(3);
        assertThat(estimate.covers(1, 2)).isTrue();
        assertThat(estimate.covers(3, 2)).isTrue();
        assertThat(estimate.covers(3.0001, 2)).isFalse();
        assertThat(estimate.covers(0.9999, 2)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimate.low(0))
                .withMessage("z must be a finite number > 0, got 0");
        assertThat(new Estimate(1, 2, 0).standardError()).isZero();
    }

    @Test
    void errorsOfTheCourse() {
        // curriculum, SIM-04, SIM-07, L03-X3
        assertThat(MonteCarlo.standardError(Math.sqrt(2), 10_000)).isCloseTo(0.0141421356237, within(1e-13));
        assertThat(MonteCarlo.relativeStandardError(0.00134989803163, 10_000)).isCloseTo(0.271992039349, within(1e-11));
        assertThat(MonteCarlo.sdOfNllNats(new double[] {0.5, 0.5}, new double[] {0.7, 0.3}))
                .isCloseTo(0.423648930194, within(1e-12));
        assertThat(MonteCarlo.drawsFor(1, 0.01)).isEqualTo(10_000);
        assertThat(MonteCarlo.standardError(13.3167396744, 2)).isCloseTo(9.41635692706, within(1e-9));
        assertThat(MonteCarlo.standardErrorWithoutReplacement(13.3167396744, 2, 6))
                .isCloseTo(8.42224567572, within(1e-9));
        assertThat(MonteCarlo.standardErrorWithoutReplacement(13.3167396744, 6, 6))
                .isZero();
        assertThat(MonteCarlo.standardErrorWithoutReplacement(2, 1, 1)).isZero();
    }

    /** E[x^2] = 1 with sd sqrt(2), and P(x > 1) as the mean of an indicator. */
    @Test
    void expectationsAreWithinTheirErrors() {
        var square = MonteCarlo.expectation(Normal.STANDARD, x -> x * x, 100_000, Generator.ofSeed(1));
        var tail = MonteCarlo.expectation(Normal.STANDARD, x -> x > 1 ? 1 : 0, 100_000, Generator.ofSeed(2));

        assertThat(square.n()).isEqualTo(100_000);
        assertThat(square.covers(1, 4)).isTrue();
        assertThat(square.sd()).isCloseTo(Math.sqrt(2), within(0.03));
        assertThat(tail.covers(0.158655253931457, 4)).isTrue();
        assertThat(tail.standardError()).isCloseTo(Math.sqrt(0.15866 * 0.84134 / 100_000), within(1e-5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonteCarlo.expectation(Normal.STANDARD, x -> x / 0, 10, Generator.ofSeed(1)));
    }

    @Test
    void aModelThatRulesOutTheDataHasNoFiniteSpread() {
        assertThat(MonteCarlo.sdOfNllNats(new double[] {0.5, 0.5}, new double[] {1, 0}))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(MonteCarlo.sdOfNllNats(new double[] {1, 0}, new double[] {0.5, 0.5}))
                .isZero();
        assertThat(MonteCarlo.sdOfNllNats(new double[] {0.5, 0.5, 0}, new double[] {0.5, 0.5, 0}))
                .isZero();
    }

    @Test
    void spreadBesideALargeMeanKeepsItsDigits() {
        RunningEstimate running = new RunningEstimate();

        Estimate estimate =
                running.add(1e9 + 1).add(1e9 + 2).add(1e9 + 3).add(1e9 + 6).estimate();

        assertThat(estimate.mean()).isEqualTo(1e9 + 3);
        // (4 + 1 + 0 + 9)/3
        assertThat(estimate.sd()).isCloseTo(Math.sqrt(14.0 / 3), within(1e-15));
        assertThat(running.n()).isEqualTo(4);
    }

    @Test
    void oneDrawSaysNothingAboutTheError() {
        assertThat(new RunningEstimate().add(3).estimate()).isEqualTo(new Estimate(1, 3, Double.POSITIVE_INFINITY));
        assertThat(new Estimate(1, 3, Double.POSITIVE_INFINITY).covers(1e300, 1))
                .isTrue();
        assertThatIllegalStateException().isThrownBy(() -> new RunningEstimate().estimate());
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> MonteCarlo.standardError(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> MonteCarlo.standardError(1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> MonteCarlo.standardErrorWithoutReplacement(1, 3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> MonteCarlo.standardErrorWithoutReplacement(1, 0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> MonteCarlo.drawsFor(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> MonteCarlo.relativeStandardError(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, 1, 1).low(0));
    }
}
