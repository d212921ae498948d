package dev.surprisal.math.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Special;
import dev.surprisal.math.distribution.Generator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoxMullerTest {

    @Test
    void quartersOfATurnAreExact() {
        // SAM-014, SAM-015
        assertThat(BoxMuller.first(0.5, 0.25)).isEqualTo(0.0);
        assertThat(BoxMuller.second(0.5, 0.25)).isCloseTo(1.17741002251547, within(1e-14));
        double radius = Math.sqrt(2 * Math.log(2));
        double[][] directions = {{0, 1, 0}, {0.25, 0, 1}, {0.5, -1, 0}, {0.75, 0, -1}, {1, 1, 0}};
        for (double[] direction : directions) {
            assertThat(BoxMuller.first(0.5, direction[0])).isCloseTo(direction[1] * radius, within(1e-15));
            assertThat(BoxMuller.second(0.5, direction[0])).isCloseTo(direction[2] * radius, within(1e-15));
        }
        assertThat(BoxMuller.second(0.5, 0.5)).isEqualTo(0.0);
        assertThat(BoxMuller.first(1, 0.3)).isEqualTo(0.0);
    }

    @Test
    void anglesAreTurns() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            double u1 = 1 - random.nextDouble();
            double u2 = random.nextDouble();
            double radius = Math.sqrt(-2 * Math.log(u1));

            assertThat(BoxMuller.first(u1, u2)).isCloseTo(radius * Math.cos(2 * Math.PI * u2), within(1e-14));
            assertThat(BoxMuller.second(u1, u2)).isCloseTo(radius * Math.sin(2 * Math.PI * u2), within(1e-14));
        }
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxMuller.first(0, 0.5))
                .withMessageContaining("u1 must lie in (0, 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> BoxMuller.second(0.5, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> BoxMuller.second(Double.NaN, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> BoxMuller.first(0.5, Double.NaN));
    }

    /** Both numbers of each pair together; chi-square over ten equally likely classes, below its 0.999 quantile. */
    @Test
    void pairsOfAGeneratorAreNormal() {
        var generator = Generator.ofSeed(9);
        int[] counts = new int[10];
        var product = new RunningEstimate();
        for (int i = 0; i < 50_000; i++) {
            double[] pair = BoxMuller.pair(generator);
            counts[(int) (10 * Special.normalCdf(pair[0]))]++;
            counts[(int) (10 * Special.normalCdf(pair[1]))]++;
            product.add(pair[0] * pair[1]);
        }

        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - 10_000.0) * (count - 10_000.0) / 10_000;
        }
        assertThat(chiSquare).isLessThan(27.88);
        assertThat(product.estimate().covers(0, 4)).isTrue();
    }
}
