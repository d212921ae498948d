package dev.surprisal.math.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Uniform;
import dev.surprisal.math.distribution.Univariate;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardisedSumTest {

    private static final int DRAWS = 20_000;

    static Stream<Univariate> laws() {
        return Stream.of(
                new Uniform(0, 1), new Bernoulli(0.3), new Exponential(2), new Laplace(1, 2), new Normal(-3, 0.1));
    }

    /** Means of 20,000 draws; 4.4 standard errors are passed by chance in 1 of 90,000 runs. */
    @ParameterizedTest
    @MethodSource("laws")
    void sumsHaveTheMomentsTheySay(Univariate law) {
        var sum = new StandardisedSum(law, 5);
        var mean = new RunningEstimate();
        var square = new RunningEstimate();
        var cube = new RunningEstimate();
        var generator = Generator.ofSeed(20_261_121);
        for (int i = 0; i < DRAWS; i++) {
            double x = sum.sample(generator);
            mean.add(x);
            square.add(x * x);
            cube.add(x * x * x);
        }

        assertThat(mean.estimate().covers(0, 4.4)).isTrue();
        assertThat(square.estimate().covers(1, 4.4)).isTrue();
        assertThat(cube.estimate().covers(sum.skewness(), 4.4)).isTrue();
    }

    /** Kolmogorov's statistic against the exact distribution of the sum of twelve; 1.95/sqrt(n) is its 0.999 quantile. */
    @Test
    void sumsOfUniformNumbersFollowTheirExactLaw() {
        var exact = new UniformSum(12);
        var sum = new StandardisedSum(new Uniform(0, 1), 12);

        assertThat(kolmogorov(sum, x -> exact.cdf(6 + x))).isLessThan(1.95 / Math.sqrt(DRAWS));
    }

    /** A sum of two exponential numbers is far from normal: the distance is 0.1, and five times less for fifty. */
    @Test
    void sumsBecomeNormal() {
        double two = kolmogorov(new StandardisedSum(new Exponential(1), 2), Normal.STANDARD::cdf);
        double fifty = kolmogorov(new StandardisedSum(new Exponential(1), 50), Normal.STANDARD::cdf);

        assertThat(two).isBetween(0.07, 0.12);
        assertThat(fifty).isLessThan(two / 3);
    }

    @Test
    void shapeFadesWithTheNumberOfDraws() {
        var sum = new StandardisedSum(new Exponential(3), 4);

        assertThat(sum.skewness()).isEqualTo(1);
        assertThat(sum.excessKurtosis()).isEqualTo(1.5);
        assertThat(new StandardisedSum(new Uniform(0, 1), 12).excessKurtosis()).isCloseTo(-0.1, within(1e-15));
    }

    @Test
    void lawsWithoutSpreadAreRefused() {
        assertThatThrownBy(() -> new StandardisedSum(new Bernoulli(1), 3))
                .hasMessage("law must have a finite variance > 0, got 0");
        assertThatThrownBy(() -> new StandardisedSum(Normal.STANDARD, 0)).hasMessageContaining("n must be");
    }

    private static double kolmogorov(StandardisedSum sum, DoubleUnaryOperator cdf) {
        var generator = Generator.ofSeed(5);
        double[] draws = new double[DRAWS];
        Arrays.setAll(draws, i -> sum.sample(generator));
        Arrays.sort(draws);
        double largest = 0;
        for (int i = 0; i < DRAWS; i++) {
            double f = cdf.applyAsDouble(draws[i]);
            largest = Math.max(largest, Math.max(f - (double) i / DRAWS, (i + 1.0) / DRAWS - f));
        }
        return largest;
    }
}
