package dev.surprisal.math.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Normal;
import org.junit.jupiter.api.Test;

class LangevinTest {

    private static final Normal WIDE = new Normal(1, 2);

    @Test
    void aStepGoesUphillAndIsPushed() {
        // score of N(1, 2²) at 3 is -0.5
        assertThat(Langevin.step(WIDE, 0.16, 3, 0)).isCloseTo(3 - 0.04, within(1e-15));
        assertThat(Langevin.step(WIDE, 0.16, 3, -2)).isCloseTo(3 - 0.04 - 0.8, within(1e-15));
        assertThat(Langevin.step(WIDE, 0.16, 1, 0)).isEqualTo(1.0);
    }

    /** The walk is an autoregression: its variance is sd²/(1 - eta/(4 sd²)), here 4/(1 - 1/16) within a tenth. */
    @Test
    void whereItHasBeenHasTheMeanOfTheDensityAndALittleMoreThanItsVariance() {
        double[] places = Langevin.walk(WIDE, 1, 1, 100_000, Generator.ofSeed(7));

        double mean = 0;
        double squares = 0;
        for (double x : places) {
            mean += x / places.length;
            squares += (x - 1) * (x - 1) / places.length;
        }
        assertThat(mean).isCloseTo(1, within(0.1));
        assertThat(squares).isCloseTo(64 / 15.0, within(0.25));
    }

    @Test
    void aWalkThatRunsAwayEnds() {
        // each step multiplies the distance by 1 - 20/8 = -1.5
        double[] places = Langevin.walk(WIDE, 20, 3, 1000, Generator.ofSeed(7));

        assertThat(places.length).isLessThan(100);
        assertThat(places[places.length - 1]).isBetween(-1e6, 1e6);
    }

    @Test
    void theSameSeedGivesTheSameWalk() {
        assertThat(Langevin.walk(WIDE, 0.1, 0, 50, Generator.ofSeed(3)))
                .containsExactly(Langevin.walk(WIDE, 0.1, 0, 50, Generator.ofSeed(3)));
        assertThat(Langevin.walk(WIDE, 0.1, 0, 0, Generator.ofSeed(3))).containsExactly(0);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Langevin.step(WIDE, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Langevin.step(WIDE, 1, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Langevin.walk(WIDE, 1, 1e7, 5, Generator.ofSeed(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Langevin.walk(WIDE, 1, 0, -1, Generator.ofSeed(1)));
    }
}
