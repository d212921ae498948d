package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.DiscreteMixture;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Empirical;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class DivergenceTest {

    private static final double LN_2 = 0.6931471805599453;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** The presets of the discrete KL workbench, evaluated with mpmath at 40 digits and printed with 12. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            cheatsheet,        0.5 0.5,              0.7 0.3,              0.0871766935724, 0.0822828785051, 0.69314718056,  0.780323874132, 0.0210059257018, 0.2
            exercise,          0.5 0.25 0.25,        0.25 0.25 0.5,        0.17328679514,   0.17328679514,   1.03972077084,  1.21300756598,  0.0424747591988, 0.25
            second exercise,   0.6 0.3 0.1,          0.3 0.3 0.4,          0.277258872224,  0.34657359028,   0.897945724857, 1.17520459708,  0.0736710447747, 0.3
            deck model A,      0.5 0.3 0.2,          0.4 0.4 0.2,          0.0252671539216, 0.025815408455,  1.02965301406,  1.05492016799,  0.006367198334,  0.1
            deck model B,      0.5 0.3 0.2,          0.1 0.1 0.8,          0.857043770594,  0.838230468786,  1.02965301406,  1.88669678466,  0.195310577207,  0.6
            wrong code,        0.5 0.25 0.125 0.125, 0.125 0.125 0.25 0.5, 0.60650378299,   0.60650378299,   1.21300756598,  1.81951134897,  0.141702852738,  0.5
            one-hot truth,     1 0 0,                0.7 0.2 0.1,          0.356674943939,  Infinity,        0,              0.356674943939, 0.117276936779,  0.3
            reverse infinite,  0.5 0.5 0,            0.4 0.4 0.2,          0.223143551314,  Infinity,        0.69314718056,  0.916290731874, 0.0748817616224, 0.2
            disjoint,          0.5 0.5 0 0,          0 0 0.5 0.5,          Infinity,        Infinity,        0.69314718056,  Infinity,       0.69314718056,   1
            equal,             0.2 0.8,              0.2 0.8,              0,               0,               0.500402423538, 0.500402423538, 0,               0
            """)
    void workbenchPresetsHaveTheirPrintedValues(
            String name,
            String p,
            String q,
            double forward,
            double reverse,
            double entropy,
            double crossEntropy,
            double js,
            double tv) {
        double[] one = numbers(p);
        double[] other = numbers(q);

        assertThat(Divergence.klNats(one, other)).satisfies(value -> agrees(value, forward));
        assertThat(Divergence.klNats(other, one)).satisfies(value -> agrees(value, reverse));
        assertThat(Entropy.entropyNats(one)).satisfies(value -> agrees(value, entropy));
        assertThat(Entropy.crossEntropyNats(one, other)).satisfies(value -> agrees(value, crossEntropy));
        assertThat(Divergence.jsNats(one, other)).satisfies(value -> agrees(value, js));
        assertThat(Divergence.tv(one, other)).satisfies(value -> agrees(value, tv));
    }

    static final List<Map.Entry<Distribution, Distribution>> MIXTURES_OF_ONE = List.of(
            Map.entry(Mixture.of(new double[] {0, 1}, new Laplace(3, 1), new Normal(1, 2)), new Normal(1, 2)),
            Map.entry(Mixture.of(new double[] {0.3, 0.7}, new Normal(1, 2), new Normal(1, 2)), new Normal(1, 2)),
            Map.entry(
                    Mixture.of(
                            new double[] {1}, Mixture.of(new double[] {0, 1}, new Uniform(0, 1), new Gamma(2.3, 0.7))),
                    new Gamma(2.3, 0.7)),
            Map.entry(DiscreteMixture.of(new double[] {0.1, 0.9}, new Poisson(3), new Poisson(3)), new Poisson(3)));

    @ParameterizedTest
    @FieldSource("MIXTURES_OF_ONE")
    void aMixtureOfOneIsThatOne(Map.Entry<Distribution, Distribution> pair) {
        Distribution p = pair.getKey();
        Distribution q = pair.getValue();

        for (var both : List.of(Map.entry(p, q), Map.entry(q, p))) {
            assertThat(Divergence.klNats(both.getKey(), both.getValue())).isZero();
            assertThat(Divergence.jsNats(both.getKey(), both.getValue())).isZero();
            assertThat(Divergence.jeffreysNats(both.getKey(), both.getValue())).isZero();
            assertThat(Divergence.tv(both.getKey(), both.getValue())).isZero();
            assertThat(Divergence.alpha(both.getKey(), both.getValue(), 0.5)).isZero();
            assertThat(Divergence.alpha(both.getKey(), both.getValue(), 3)).isZero();
        }
    }

    @Test
    void aMixtureOfOneNormalHasThatNormalsFisherDivergence() {
        var normal = new Normal(1, 2);

        assertThat(Divergence.fisher(Mixture.of(new double[] {0.25, 0.75}, normal, normal), normal))
                .isZero();
        assertThat(Divergence.fisher(normal, Mixture.of(new double[] {0, 1}, new Normal(0, 1), normal)))
                .isZero();
    }

    @Test
    void moreAtomsThanAServerShouldAddUpAreRefused() {
        String message = "the distributions must have at most 200000 outcomes that matter, got more";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klNats(new Binomial(900_000_000, 0.5), new Poisson(9e8)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.jsNats(new Poisson(9e8), new Poisson(8e8)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.entropyNats(new Binomial(900_000_000, 0.5)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klNats(
                        Empirical.of(0, 9e8),
                        DiscreteMixture.of(new double[] {0.5, 0.5}, new Bernoulli(0.5), new Poisson(9e8))))
                .withMessage(message);
    }

    @Test
    void klKeepsItsDigitsWhereTheNaiveSumHasNone() {
        double[] p = {0.5, 0.5};
        double[] q = {0.5 + 0x1p-30, 0.5 - 0x1p-30};

        // -ln(1 - 4 d^2)/2 = 2 d^2 + 4 d^4 + … with d = 2^-30
        assertThat(Divergence.klNats(p, q)).isCloseTo(0x1p-59, within(0x1p-59 * 1e-14));
        assertThat(Divergence.klNatsOfCoins(0.5, 0.5 + 0x1p-30)).isCloseTo(0x1p-59, within(0x1p-59 * 1e-14));
    }

    @Test
    void klOfTinyProbabilitiesIsNotLostToUnderflow() {
        double[] p = {1e-300, 1};
        double[] q = {1.5e-300, 1};

        // p0 ln(p0/q0) - p0 + q0 = 1e-300 (0.5 - ln 1.5)
        assertThat(Divergence.klNats(p, q)).isCloseTo(9.45348918918356e-302, within(1e-302 * 1e-13));
        assertThat(Divergence.klNats(
                        new double[] {2000 * Double.MIN_VALUE, 1}, new double[] {2001 * Double.MIN_VALUE, 1}))
                .isPositive();
        assertThat(Divergence.klNats(new double[] {1e-300, 1}, new double[] {1, 1e-300}))
                .isCloseTo(690.7755278982137, within(1e-12));
    }

    @Test
    void klIsNeverNegativeAndZeroOnlyAtEquality() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double[] p = randomVector(random, 2 + i % 6);
            double[] q = i % 2 == 0 ? randomVector(random, p.length) : nudged(p, random);

            assertThat(Divergence.klNats(p, q)).isPositive();
            assertThat(Divergence.klNats(p, p.clone())).isZero();
        }
    }

    @Test
    void crossEntropyIsEntropyPlusKl() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 5_000; i++) {
            double[] p = randomVector(random, 2 + i % 6);
            double[] q = randomVector(random, p.length);

            double rest = Entropy.crossEntropyNats(p, q) - Entropy.entropyNats(p) - Divergence.klNats(p, q);
            assertThat(rest).isCloseTo(0, within(1e-12 * Math.max(1, Entropy.crossEntropyNats(p, q))));
        }
    }

    @Test
    void contributionsSumToKl() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 5_000; i++) {
            double[] p = randomVector(random, 2 + i % 6);
            double[] q = randomVector(random, p.length);

            double sum = 0;
            for (double contribution : Divergence.klContributionsNats(p, q)) {
                sum += contribution;
            }
            assertThat(sum).isCloseTo(Divergence.klNats(p, q), within(1e-13 * Math.max(1, sum)));
        }
    }

    @Test
    void mergingOutcomesNeverAddsDivergence() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 5_000; i++) {
            double[] p = randomVector(random, 5);
            double[] q = randomVector(random, 5);
            double[] mergedP = {p[0] + p[1], p[2], p[3] + p[4]};
            double[] mergedQ = {q[0] + q[1], q[2], q[3] + q[4]};

            assertThat(Divergence.klNats(mergedP, mergedQ)).isLessThanOrEqualTo(Divergence.klNats(p, q) + 1e-15);
            assertThat(Divergence.jsNats(mergedP, mergedQ)).isLessThanOrEqualTo(Divergence.jsNats(p, q) + 1e-15);
            assertThat(Divergence.tv(mergedP, mergedQ)).isLessThanOrEqualTo(Divergence.tv(p, q) + 1e-15);
        }
    }

    @Test
    void boundsHold() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 5_000; i++) {
            double[] p = randomVector(random, 2 + i % 6);
            double[] q = i % 2 == 0 ? randomVector(random, p.length) : nudged(p, random);
            double tv = Divergence.tv(p, q);
            double js = Divergence.jsNats(p, q);

            assertThat(tv).isLessThanOrEqualTo(Divergence.pinskerBound(p, q) * (1 + 1e-14));
            assertThat(js).isBetween(0.0, LN_2).isEqualTo(Divergence.jsNats(q, p));
            assertThat(js).isLessThanOrEqualTo(tv * LN_2 * (1 + 1e-14));
            assertThat(Divergence.jsDistance(p, q)).isEqualTo(Math.sqrt(js));
        }
    }

    @Test
    void independentPartsAdd() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 2_000; i++) {
            double[] p1 = randomVector(random, 3);
            double[] q1 = randomVector(random, 3);
            double[] p2 = randomVector(random, 2);
            double[] q2 = randomVector(random, 2);

            double parts = Divergence.klNats(p1, q1) + Divergence.klNats(p2, q2);
            assertThat(Divergence.klNats(product(p1, p2), product(q1, q2)))
                    .isCloseTo(parts, within(1e-13 * Math.max(1, parts)));
        }
    }

    @Test
    void jeffreysIsTheSumOfBothDirections() {
        assertThat(Divergence.jeffreysNats(new double[] {0.5, 0.5}, new double[] {0.7, 0.3}))
                .isCloseTo(0.1694595720774, within(1e-13));
        assertThat(Divergence.jeffreysNats(new Bernoulli(0.5), new Bernoulli(0.7)))
                .isCloseTo(0.1694595720774, within(1e-13));
    }

    @Test
    void aCoinIsACategoricalOfTwo() {
        assertThat(Divergence.klNats(new Bernoulli(0.7), Categorical.of(0.5, 0.5)))
                .isCloseTo(0.0822828785051, within(1e-12));
        assertThat(Divergence.jsNats(new Bernoulli(0.5), Categorical.of(0.3, 0.7)))
                .isCloseTo(0.0210059257018, within(1e-12));
        assertThat(Divergence.tv(new Bernoulli(0.5), Categorical.of(0.3, 0.7))).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void certainCoinsDivergeInfinitelyFromTheirOpposite() {
        assertThat(Divergence.klNatsOfCoins(0.5, 1)).isEqualTo(INFINITY);
        assertThat(Divergence.klNatsOfCoins(1, 0)).isEqualTo(INFINITY);
        assertThat(Divergence.klNatsOfCoins(1, 1)).isZero();
        assertThat(Divergence.klNatsOfCoins(0, 0.5)).isCloseTo(LN_2, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.5, 0, 1, 2.318147180559945",
        "0, 1, 1, 1, 0.5",
        "1, 0.5, 0, 1, 0.818147180559945",
        "0, 1, 0, 1, 0",
        "0, 1e-9, 0, 1, 20.223265836946414",
        "0, 1.000000001, 0, 1, 1.00000016514741543e-18",
    })
    void klOfNormals(double m1, double s1, double m2, double s2, double expected) {
        assertThat(Divergence.klNats(new Normal(m1, s1), new Normal(m2, s2)))
                .isCloseTo(expected, within(expected * 1e-14));
    }

    @Test
    void klOfNormalsIsInfiniteOnlyByOverflow() {
        assertThat(Divergence.klNats(new Normal(0, 1e200), new Normal(0, 1e-200)))
                .isEqualTo(INFINITY);
        // ln(1e400) - 1/2
        assertThat(Divergence.klNats(new Normal(0, 1e-200), new Normal(0, 1e200)))
                .isCloseTo(920.5340371976183, within(1e-12));
    }

    @Test
    void badVectorsAreNamed() {
        double[] half = {0.5, 0.5};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klNats(half, new double[] {0.2, 0.3, 0.5}))
                .withMessage("p and q must have the same outcomes, got 2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klNats(half, new double[] {0.5, 0.6}))
                .withMessage("q must sum to 1, got the sum 1.1 (dividing each entry by it would normalise it)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.tv(new double[] {1.2, -0.2}, half))
                .withMessage("p[1] must be a finite number >= 0, got -0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.jsNats(new double[] {Double.NaN, 0.5}, half))
                .withMessageContaining("p[0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klNats(new double[] {1}, new double[] {1}))
                .withMessage("p needs at least 2 outcomes, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klNatsOfCoins(0.5, Double.NaN))
                .withMessage("q must lie between 0 and 1, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klNats(Categorical.of(half), Categorical.uniform(3)))
                .withMessageContaining("same outcomes");
    }

    private static void agrees(double value, double expected) {
        if (expected == INFINITY || expected == 0) {
            assertThat(value).isEqualTo(expected);
        } else {
            assertThat(value).isCloseTo(expected, within(expected * 5e-12));
        }
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    /** Entries over many orders of magnitude, normalised. */
    private static double[] randomVector(SplittableRandom random, int size) {
        double[] result = new double[size];
        double sum = 0;
        for (int k = 0; k < size; k++) {
            result[k] = Math.exp(-8 * random.nextDouble() * random.nextDouble());
            sum += result[k];
        }
        for (int k = 0; k < size; k++) {
            result[k] /= sum;
        }
        return result;
    }

    /** Mass moved between two outcomes by a relative amount between 1e-12 and 0.1. */
    private static double[] nudged(double[] p, SplittableRandom random) {
        double[] result = p.clone();
        double moved = Math.min(p[0], p[1]) * Math.pow(10, -1 - 11 * random.nextDouble());
        result[0] += moved;
        result[1] -= moved;
        return result;
    }

    private static double[] product(double[] a, double[] b) {
        double[] result = new double[a.length * b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                result[i * b.length + j] = a[i] * b[j];
            }
        }
        return result;
    }
}
