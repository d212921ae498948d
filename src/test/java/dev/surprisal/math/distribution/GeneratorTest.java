package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, -1, 1234567, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void isTheJdksSplitMix64(int seed) {
        Generator words = Generator.ofSeed(seed);
        Generator units = Generator.ofSeed(seed);
        SplittableRandom expected = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            long word = expected.nextLong();

            assertThat(words.nextInt()).isEqualTo((int) (word >>> 32));
            assertThat(units.nextUnit()).isEqualTo((word >>> 11) * 0x1p-53);
        }
    }

    @Test
    void openUnitsAvoidBothEnds() {
        Generator generator = Generator.ofSeed(7);
        SplittableRandom expected = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            double u = generator.nextOpenUnit();

            assertThat(u).isGreaterThan(0).isLessThan(1);
            assertThat(u).isEqualTo(((expected.nextLong() >>> 12) + 0.5) * 0x1p-52);
        }
    }

    @Test
    void wholeNumbersAreEquallyLikely() {
        Generator generator = Generator.ofSeed(42);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[generator.nextBelow(7)]++;
        }

        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - 10_000.0) * (count - 10_000.0) / 10_000;
        }
        // the 0.999 quantile of chi-square with 6 degrees of freedom
        assertThat(chiSquare).isLessThan(22.46);
        assertThat(generator.nextBelow(1)).isZero();
        assertThat(generator.nextBelow(Integer.MAX_VALUE)).isNotNegative();
        assertThatIllegalArgumentException().isThrownBy(() -> generator.nextBelow(0));
    }

    @Test
    void splitStreamsAreUnrelated() {
        Generator one = Generator.ofSeed(42);
        Generator other = one.split();
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            sum += (one.nextUnit() - 0.5) * (other.nextUnit() - 0.5);
        }

        // sd of the mean product: 1/12/100
        assertThat(sum / 10_000).isCloseTo(0, within(3.5 / 1200));
    }
}
