package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Empirical;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Multinomial;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EntropyTest {

    private static final double LN_2 = 0.6931471805599453;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Values of mpmath at 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.693147180559945",
        "0.9, 0.32508297339144824",
        "0.99, 0.05600153435484734",
        "0, 0",
        "1, 0",
        "1e-20, 4.7051701859880914e-19",
        "1e-300, 6.917755278982137e-298",
    })
    void entropyOfACoin(double p, double expected) {
        assertThat(Entropy.entropyNatsOfCoin(p)).isCloseTo(expected, within(expected * 1e-14));
        assertThat(Entropy.entropyNats(new Bernoulli(p))).isEqualTo(Entropy.entropyNatsOfCoin(p));
    }

    @Test
    void entropyOfVectors() {
        assertThat(Entropy.entropyNats(new double[] {1, 0, 0})).isZero();
        assertThat(Entropy.entropyNats(Categorical.uniform(8))).isCloseTo(3 * LN_2, within(1e-15));
        assertThat(Entropy.entropyNats(new double[] {0.4, 0.4, 0.2})).isCloseTo(1.05492016798614, within(1e-14));
        assertThat(Entropy.perplexity(new double[] {0.7, 0.2, 0.1})).isCloseTo(2.229591873920416, within(1e-12));
    }

    @Test
    void surprisalGrowsFromZeroToInfinity() {
        assertThat(Entropy.surprisalNats(1)).isZero();
        assertThat(Entropy.surprisalNats(0.5)).isCloseTo(LN_2, within(1e-15));
        assertThat(Entropy.surprisalNats(1e-300)).isCloseTo(690.7755278982137, within(1e-12));
        assertThat(Entropy.surprisalNats(0)).isEqualTo(INFINITY);
    }

    @Test
    void contributionsPeakAtOneOverE() {
        double peak = Entropy.entropyTerm(0.36787944117144233);

        assertThat(peak).isCloseTo(0.367879441171442, within(1e-15));
        assertThat(Entropy.entropyTerm(0.36)).isLessThan(peak);
        assertThat(Entropy.entropyTerm(0.37)).isLessThan(peak);
    }

    @Test
    void crossEntropyKnowsImpossibleOutcomes() {
        assertThat(Entropy.crossEntropyNats(new double[] {1, 0}, new double[] {1, 0}))
                .isZero();
        assertThat(Entropy.crossEntropyNats(new double[] {0.5, 0.5}, new double[] {1, 0}))
                .isEqualTo(INFINITY);
        assertThat(Entropy.crossEntropyNats(new Bernoulli(0.5), new Bernoulli(0.7)))
                .isCloseTo(0.780323874132, within(1e-12));
        assertThat(Entropy.crossEntropyNats(new Bernoulli(0.5), Categorical.of(1, 0)))
                .isEqualTo(INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "-0.1, -0.1", "1.0000001, 1.0000001", "Infinity, ∞"})
    void whatIsNoProbabilityIsRejected(double p, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.entropyNatsOfCoin(p))
                .withMessage("p must lie between 0 and 1, got " + shown);
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.surprisalNats(p));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bernoulli(p));
    }

    @Test
    void sumsNextToOneAreNormalisedOthersRejected() {
        assertThat(Entropy.entropyNats(new double[] {0.5 + 5e-10, 0.5})).isCloseTo(LN_2, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.entropyNats(new double[] {0.5, 0.6}))
                .withMessageStartingWith("p must sum to 1, got the sum 1.1");
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.entropyNats(new double[] {1.2, -0.2}));
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.entropyNats(new double[] {0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.entropyNats(new double[] {}));
    }

    /** mpmath 1.3 at 60 digits. */
    static Stream<Arguments> families() {
        return Stream.of(
                arguments(new Beta(1e6, 1e6), "-6.52853776661750727"),
                arguments(new Beta(1e8, 3), "-16.573102273589354"),
                arguments(new Beta(0.001, 5), "-994.173271136587874"),
                arguments(Dirichlet.of(2, 3, 4), "-1.31255339581439278"),
                arguments(Dirichlet.of(1e5, 2e5, 3e5), "-12.25857122591653"),
                arguments(new Gamma(1e8, 1), "10.6292789018475221"),
                arguments(new Gamma(0.01, 2), "-95.6389439058079093"),
                arguments(new Gamma(1e15, 1), "18.688326730660015"),
                arguments(new Gamma(7.5, 3), "1.28182830049105914"),
                arguments(new Poisson(0.01), "0.0560863113425910107"),
                arguments(new Poisson(10), "2.56140993527490912"),
                arguments(new Poisson(200), "4.06767950147673098"),
                arguments(new Poisson(9000), "5.97141920159011599"),
                arguments(new Poisson(12000), "6.11526255285591458"),
                arguments(new Binomial(10, 0.6), "1.85355509131095633"),
                arguments(new Binomial(2000, 0.125), "4.11268849699890919"),
                arguments(new Multinomial(5, Categorical.of(0.5, 0.25, 0.25)), "2.61676763574984822"));
    }

    @ParameterizedTest
    @MethodSource("families")
    void entropyOfFamilies(Distribution p, String expected) {
        double value = Double.parseDouble(expected);

        assertThat(Entropy.entropyNats(p)).isCloseTo(value, within(2e-14 * Math.max(1, Math.abs(value))));
    }

    static List<Continuous> densities() {
        return List.of(
                new Normal(3, 0.2),
                new Uniform(-1, 4),
                new Laplace(1, 0.3),
                new Logistic(0, 2),
                new Exponential(5),
                new Gamma(0.4, 2),
                new Gamma(6, 0.1),
                new Beta(0.5, 2),
                new Beta(7, 3));
    }

    @ParameterizedTest
    @MethodSource("densities")
    void closedFormAgreesWithQuadrature(Continuous p) {
        var integral = Entropy.byQuadrature(p);

        assertThat(integral.value()).isCloseTo(Entropy.entropyNats(p), within(integral.errorBound()));
        assertThat(integral.errorBound()).isLessThan(1e-11);
    }

    @Test
    void atEqualVarianceTheNormalHasTheLargestEntropy() {
        double normal = Entropy.entropyNats(new Normal(0, 1));

        assertThat(normal).isCloseTo(1.4189385332, within(1e-10));
        assertThat(Entropy.entropyNats(new Laplace(0, Math.sqrt(0.5)))).isCloseTo(1.34657359028, within(1e-10));
        assertThat(Entropy.entropyNats(new Uniform(0, Math.sqrt(12)))).isCloseTo(1.24245332489, within(1e-10));
        assertThat(Entropy.entropyNats(new Logistic(0, Math.sqrt(3) / Math.PI)))
                .isCloseTo(1.40457625848, within(1e-10));
        assertThat(Entropy.entropyNats(new Gamma(2, 2))).isCloseTo(0.884068484342, within(1e-11));
    }

    @Test
    void certainDistributionsHaveNoEntropy() {
        assertThat(Entropy.entropyNats(new Binomial(10, 1))).isZero();
        assertThat(Entropy.entropyNats(new Geometric(1))).isZero();
        assertThat(Entropy.entropyNats(Empirical.of(3, 3))).isZero();
        assertThat(Entropy.entropyNats(new Multinomial(0, Categorical.uniform(3))))
                .isZero();
    }

    @Test
    void perplexityOfTokens() {
        assertThat(Entropy.perplexityOfTokens(new double[] {0.5, 0.25, 0.125, 0.125}))
                .isCloseTo(4.75682846001, within(1e-11));
        assertThat(Entropy.perplexityOfTokens(new double[] {0.5, 0})).isEqualTo(INFINITY);
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.perplexityOfTokens(new double[] {}));
    }

    @Test
    void unitsConvert() {
        assertThat(Units.bitsFromNats(LN_2)).isEqualTo(1);
        assertThat(Units.natsFromBits(1)).isEqualTo(LN_2);
        assertThat(Units.ditsFromNats(Math.log(1000))).isCloseTo(3, within(1e-15));
        assertThat(Units.bitsFromNats(INFINITY)).isEqualTo(INFINITY);
        assertThat(Units.perplexityFromNats(3.2)).isCloseTo(24.5325301971, within(1e-10));
        assertThat(Units.perplexityFromBits(3)).isEqualTo(8);
        assertThat(Units.bitsPerByte(2, 4)).isCloseTo(0.721347520444, within(1e-12));
        assertThat(Units.bitsPerByte(2.3, 5)).isCloseTo(0.663639718809, within(1e-12));
        assertThat(Units.bitsPerDimension(-784 * LN_2, 784)).isCloseTo(-1, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> Units.bitsPerDimension(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Units.bitsFromNats(Double.NaN));
    }
}
