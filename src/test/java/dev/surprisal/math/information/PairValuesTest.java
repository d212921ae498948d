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
import dev.surprisal.math.distribution.DiscreteMixture;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Empirical;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Multinomial;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each quantity for each kind of pair, at parameters none of which is 0, 1 or 1/2, where a wrong sign or factor would not
 * show. Values: mpmath 1.3 at 34 digits, from definitions (sums, quadrature) where there is no textbook formula.
 */
class PairValuesTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static final Normal NORMAL = new Normal(0.3, 0.7);
    private static final Normal WIDER = new Normal(-0.4, 1.3);
    private static final Laplace LAPLACE = new Laplace(0.6, 0.8);
    private static final Gamma GAMMA = new Gamma(2.3, 1.9);
    private static final Exponential EXPONENTIAL = new Exponential(0.7);
    private static final Mixture ONE =
            Mixture.ofNormals(new double[] {0.3, 0.7}, new double[] {-1.2, 0.9}, new double[] {0.4, 1.1});
    private static final Mixture OTHER =
            Mixture.ofNormals(new double[] {0.6, 0.4}, new double[] {-0.5, 1.3}, new double[] {0.8, 1.2});
    private static final Mixture SKEWED = Mixture.of(new double[] {0.4, 0.6}, LAPLACE, GAMMA);
    private static final Categorical THREE = Categorical.of(0.2, 0.3, 0.5);
    private static final Categorical TURNED = Categorical.of(0.6, 0.3, 0.1);

    private static final MultivariateNormal FULL =
            MultivariateNormal.of(new double[] {1, -2}, new double[][] {{2, 0.6}, {0.6, 0.5}});
    private static final MultivariateNormal TILTED =
            MultivariateNormal.of(new double[] {0.3, 0.4}, new double[][] {{1.5, -0.4}, {-0.4, 3}});
    private static final MultivariateNormal STRAIGHT =
            MultivariateNormal.of(new double[] {0.3, 0.4}, new double[][] {{0.8, 0}, {0, 2.5}});
    private static final MultivariateNormal SHIFTED =
            MultivariateNormal.of(new double[] {0.3, 0.4}, new double[][] {{2, 0.6}, {0.6, 0.5}});

    static Stream<Arguments> kls() {
        return Stream.of(
                arguments(NORMAL, WIDER, 0.40898003680859035),
                arguments(NORMAL, LAPLACE, 0.16904112480867298),
                arguments(new Normal(0.6, 0.7), LAPLACE, 0.10588903068230242),
                arguments(LAPLACE, WIDER, 0.3858553814441797),
                arguments(new Exponential(0.3), new Exponential(1.7), 2.9320656112785604),
                arguments(EXPONENTIAL, GAMMA, 0.3222392243617451),
                arguments(GAMMA, EXPONENTIAL, 0.17175964067728858),
                arguments(new Gamma(3, 1), new Gamma(2.5, 1e-305), 1752.774061265422),
                arguments(new Bernoulli(0.3), new Bernoulli(0.45), 0.04717390733937235),
                arguments(new Binomial(7, 0.3), new Binomial(7, 0.45), 0.3302173513756064),
                arguments(new Geometric(0.3), new Geometric(0.45), 0.15724635779790783),
                arguments(new Poisson(2.7), new Poisson(4.1), 0.27211495811005726),
                arguments(THREE, TURNED, 0.5849964984834283),
                arguments(new Multinomial(7, THREE), new Multinomial(7, TURNED), 4.094975489383998),
                arguments(FULL, TILTED, 1.7999378682275093),
                arguments(FULL, STRAIGHT, 2.3779671415941825),
                arguments(STRAIGHT, FULL, 13.415439108405817),
                arguments(FULL, SHIFTED, 10.76640625));
    }

    @ParameterizedTest
    @MethodSource("kls")
    void kl(Distribution p, Distribution q, double expected) {
        assertThat(Divergence.klNats(p, q)).isCloseTo(expected, within(4e-15 * expected));
        assertThat(Divergence.klNats(p, p)).isZero();
        assertThat(Divergence.pinskerBound(p, q)).isCloseTo(Math.sqrt(expected / 2), within(1e-14));
        assertThat(Divergence.jeffreysNats(p, q)).isEqualTo(Divergence.klNats(p, q) + Divergence.klNats(q, p));
    }

    static Stream<Arguments> alphas() {
        return Stream.of(
                arguments(NORMAL, WIDER, 0.3, 0.6642507413764324),
                arguments(NORMAL, WIDER, 1.4, 0.36470032503817945),
                arguments(NORMAL, WIDER, -0.2, 2.3540269328863044),
                arguments(GAMMA, new Gamma(3.1, 1.2), 0.3, 0.7591655302905684),
                arguments(GAMMA, new Gamma(3.1, 1.2), 1.4, 0.8474984175014646),
                arguments(GAMMA, new Gamma(3.1, 1.2), -0.2, 1.0513674171648741),
                arguments(EXPONENTIAL, new Exponential(0.9), 0.3, 0.030385768200521954),
                arguments(EXPONENTIAL, new Exponential(0.9), 1.4, 0.03759580606367475),
                arguments(EXPONENTIAL, new Exponential(0.9), -0.2, 0.028336645024611713),
                arguments(new Beta(2.5, 3.5), new Beta(3.2, 4.1), 0.3, 0.01926151201731893),
                arguments(new Beta(2.5, 3.5), new Beta(3.2, 4.1), 1.4, 0.024072340810072847),
                arguments(new Beta(2.5, 3.5), new Beta(3.2, 4.1), -0.2, 0.01782510678923368),
                arguments(FULL, TILTED, 0.3, 2.855307825242213),
                arguments(FULL, TILTED, 1.2, 1.8902180579558596));
    }

    @ParameterizedTest
    @MethodSource("alphas")
    void alphaInClosedForm(Distribution p, Distribution q, double a, double expected) {
        assertThat(Divergence.alpha(p, q, a)).isCloseTo(expected, within(2e-14 * expected));
        assertThat(Divergence.alpha(q, p, 1 - a)).isCloseTo(expected, within(2e-14 * expected));
        assertThat(Divergence.alpha(p, p, a)).isZero();
        assertThat(Divergence.alpha(p, q, 1)).isEqualTo(Divergence.klNats(p, q));
        assertThat(Divergence.alpha(p, q, 0)).isEqualTo(Divergence.klNats(q, p));
    }

    static Stream<Arguments> alphasByQuadrature() {
        return Stream.of(
                arguments(ONE, OTHER, 0.3, 0.08786319886019925),
                arguments(ONE, OTHER, 1.5, 0.08170811662585117),
                arguments(ONE, OTHER, -0.4, 0.0954555119272339),
                arguments(LAPLACE, WIDER, 0.6, 0.3950587265970232));
    }

    @ParameterizedTest
    @MethodSource("alphasByQuadrature")
    void alpha(Distribution p, Distribution q, double a, double expected) {
        assertThat(Divergence.alpha(p, q, a)).isCloseTo(expected, within(1e-13));
        assertThat(Divergence.alpha(q, p, 1 - a)).isCloseTo(expected, within(1e-13));
    }

    @Test
    void alphaDivergesWhereTheTailsDoNotAllowIt() {
        Mixture narrow = Mixture.ofNormals(new double[] {0.3, 0.7}, new double[] {-1, 1}, new double[] {0.4, 1});
        // a/s1^2 + (1-a)/s2^2 with the widest components 1 and 1.2: positive above a = -25/11, below only for a = -2.4
        assertThat(Divergence.alpha(narrow, OTHER, -2.2)).isFinite();
        assertThat(Divergence.alpha(narrow, OTHER, -2.4)).isEqualTo(INFINITY);
        assertThat(Divergence.alpha(narrow, OTHER, 9)).isFinite();
        assertThat(Divergence.alpha(OTHER, narrow, 3.2)).isFinite();
        assertThat(Divergence.alpha(OTHER, narrow, 3.4)).isEqualTo(INFINITY);
        // a component of weight 0 has no tails
        Mixture same =
                Mixture.ofNormals(new double[] {0.3, 0.7, 0}, new double[] {-1, 1, 0}, new double[] {0.4, 1, 50});
        assertThat(Divergence.alpha(same, OTHER, 9)).isFinite();
        assertThat(Divergence.alpha(new Exponential(0.7), new Exponential(1.5), 1.8))
                .isFinite();
        assertThat(Divergence.alpha(new Exponential(0.7), new Exponential(1.5), 1.9))
                .isEqualTo(INFINITY);
        assertThat(Divergence.alpha(new Gamma(0.7, 1), new Gamma(1.5, 1), 1.9)).isEqualTo(INFINITY);
        assertThat(Divergence.alpha(new Beta(0.7, 3), new Beta(1.5, 3), 1.9)).isEqualTo(INFINITY);
        assertThat(Divergence.alpha(new Beta(3, 0.7), new Beta(3, 1.5), 1.8)).isFinite();
        assertThat(Divergence.alpha(FULL, STRAIGHT, -4)).isEqualTo(INFINITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.alpha(NORMAL, SKEWED, 1.5))
                .withMessageContaining("alpha must lie between 0 and 1");
    }

    @Test
    void alphaOfDistributionsWithNothingInCommon() {
        assertThat(Divergence.alpha(new Poisson(2), NORMAL, 0.2)).isCloseTo(6.25, within(1e-14));
        assertThat(Divergence.alpha(new Poisson(2), NORMAL, 1.2)).isEqualTo(INFINITY);
        assertThat(Divergence.alpha(new Poisson(2), NORMAL, -0.2)).isEqualTo(INFINITY);
        assertThat(Divergence.alpha(new double[] {0, 1}, new double[] {1, 0}, 0.2))
                .isCloseTo(6.25, within(1e-14));
        assertThat(Divergence.alpha(new double[] {0, 1}, new double[] {1, 0}, 1.2))
                .isEqualTo(INFINITY);
        assertThat(Divergence.alpha(new Uniform(0, 1), new Uniform(2, 3), 0.2)).isCloseTo(6.25, within(1e-12));
    }

    static Stream<Arguments> jensenShannons() {
        return Stream.of(
                arguments(ONE, OTHER, 0.021403967654158737),
                arguments(GAMMA, EXPONENTIAL, 0.049643434381188296),
                arguments(LAPLACE, new Laplace(-0.7, 1.9), 0.16036569941282305),
                arguments(WIDER, LAPLACE, 0.09671055139145633));
    }

    @ParameterizedTest
    @MethodSource("jensenShannons")
    void jensenShannon(Distribution p, Distribution q, double expected) {
        assertThat(Divergence.jsNats(p, q)).isCloseTo(expected, within(1e-14));
        assertThat(Divergence.jsDistance(p, q)).isCloseTo(Math.sqrt(expected), within(1e-13));
        assertThat(Divergence.jsNats(p, p)).isZero();
    }

    @Test
    void jensenShannonOfOutcomes() {
        double[] p = {0.2, 0.3, 0.5};
        double[] q = {0.6, 0.3, 0.1};

        assertThat(Divergence.jsNats(THREE, TURNED)).isEqualTo(Divergence.jsNats(p, q));
        assertThat(Divergence.jsDistance(p, q)).isEqualTo(Math.sqrt(Divergence.jsNats(p, q)));
        assertThat(Divergence.tv(THREE, TURNED)).isCloseTo(0.4, within(1e-16));
        assertThatIllegalArgumentException().isThrownBy(() -> Divergence.jsNats(p, new double[] {0.5, 0.5}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.jsNats(THREE, Categorical.of(0.5, 0.5)))
                .withMessageContaining("same outcomes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klNats(THREE, Categorical.of(0.5, 0.5)))
                .withMessageContaining("same outcomes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klContributionsNats(p, new double[] {0.5, 0.5}))
                .withMessageContaining("same outcomes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.crossEntropyNats(p, new double[] {0.5, 0.5}))
                .withMessageContaining("same outcomes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.tv(NORMAL, FULL))
                .withMessageContaining("same dimension");
    }

    @Test
    void countsOfDifferentTotalsHaveNothingInCommon() {
        assertThat(Divergence.klNats(new Multinomial(7, THREE), new Multinomial(8, THREE)))
                .isEqualTo(INFINITY);
        assertThat(Divergence.klNats(Dirichlet.of(1, 2), MultivariateNormal.standard(2)))
                .isEqualTo(INFINITY);
        assertThat(Divergence.klNats(new Binomial(0, 0.3), new Binomial(0, 0.45)))
                .isZero();
        assertThat(Divergence.klNats(new Multinomial(0, THREE), new Multinomial(0, TURNED)))
                .isZero();
    }

    static Stream<Arguments> fishers() {
        return Stream.of(
                arguments(NORMAL, WIDER, 1.2005096145807508, 1e-15),
                arguments(LAPLACE, WIDER, 1.1773594236896465, 1e-13),
                arguments(WIDER, LAPLACE, 1.012791381777525, 1e-13),
                arguments(ONE, OTHER, 0.9068533879193511, 1e-13));
    }

    @ParameterizedTest
    @MethodSource("fishers")
    void fisher(Continuous p, Continuous q, double expected, double error) {
        assertThat(Divergence.fisher(p, q)).isCloseTo(expected, within(error));
        assertThat(Divergence.fisher(p, p)).isZero();
    }

    @Test
    void fisherNeedsTheWholeLineOnBothSides() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.fisher(EXPONENTIAL, NORMAL))
                .withMessageContaining("p must have a density > 0 on the whole line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.fisher(NORMAL, new Uniform(0, 2)))
                .withMessageContaining("q must have");
    }

    static Stream<Arguments> crossEntropies() {
        return Stream.of(
                arguments(GAMMA, WIDER, 2.137194551347851),
                arguments(GAMMA, EXPONENTIAL, 1.204043364991364),
                arguments(NORMAL, LAPLACE, 1.2313047140746132),
                arguments(ONE, WIDER, 1.8529004308082584),
                arguments(ONE, OTHER, 1.7122885815581192),
                arguments(WIDER, ONE, 2.050069758929506),
                arguments(new Beta(2.5, 3.5), EXPONENTIAL, 0.6483416106053991),
                arguments(new Poisson(2.7), WIDER, 4.823314631991691),
                arguments(new Poisson(2.7), LAPLACE, 3.1958118983553603),
                arguments(new Poisson(2.7), new Geometric(0.3), 2.1669951529605136),
                arguments(new Binomial(7, 0.3), new Poisson(2.7), 1.6950029760273297),
                arguments(NORMAL, EXPONENTIAL, INFINITY),
                arguments(NORMAL, new Uniform(-3, 3), INFINITY),
                arguments(new Uniform(-1, 2), new Uniform(-1, 3), 1.3862943611198906),
                arguments(new Beta(2, 3), new Uniform(-1, 3), 1.3862943611198906),
                arguments(new Beta(2, 3), new Uniform(0, 0.9), INFINITY),
                arguments(new Beta(2, 3), new Uniform(0.1, 1), INFINITY),
                arguments(Empirical.of(0.3, 0.7), new Bernoulli(0.5), INFINITY),
                arguments(THREE, TURNED, 1.6146495125480018));
    }

    @ParameterizedTest
    @MethodSource("crossEntropies")
    void crossEntropy(Distribution p, Distribution q, double expected) {
        if (expected == INFINITY) {
            assertThat(Entropy.crossEntropyNats(p, q)).isEqualTo(INFINITY);
        } else {
            assertThat(Entropy.crossEntropyNats(p, q)).isCloseTo(expected, within(1e-13));
        }
    }

    static Stream<Arguments> entropies() {
        return Stream.of(
                arguments(ONE, 1.6288824372687898),
                arguments(SKEWED, 1.3155610366652033),
                arguments(new Poisson(2.7), 1.8734872097601947),
                arguments(new Poisson(10_000), 6.024100385442711),
                arguments(new Poisson(10_001), 6.024150383776211),
                arguments(FULL, 2.6147335150951356),
                arguments(STRAIGHT, 3.184450656689318),
                arguments(
                        DiscreteMixture.of(new double[] {0.4, 0.6}, new Poisson(2.7), new Binomial(7, 0.3)),
                        1.7352590994196384),
                arguments(Empirical.of(2, 2, 7, 9), 1.0397207708399179),
                arguments(new Logistic(0.3, 0.7), 1.6433250560612676),
                arguments(new Laplace(0.3, 0.7), 1.336472236621213));
    }

    @ParameterizedTest
    @MethodSource("entropies")
    void entropy(Distribution p, double expected) {
        assertThat(Entropy.entropyNats(p)).isCloseTo(expected, within(2e-14));
        assertThat(Entropy.perplexity(p)).isCloseTo(Math.exp(expected), within(1e-12 * Math.exp(expected)));
    }

    @Test
    void totalVariation() {
        assertThat(Divergence.tv(LAPLACE, WIDER)).isCloseTo(0.38492072276905803, within(1e-14));
    }

    @Test
    void whatQuadratureCannotResolveIsRefused() {
        // half of the mass of Beta(0.001, 0.001) lies below 1e-300
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.jsNats(new Beta(1e-3, 1e-3), NORMAL))
                .withMessageContaining("must be densities that a sum");
    }

    @Test
    void closedFormsHoldWhereNoSumAndNoQuadratureWould() {
        // per trial ln(0.5/0.2)/2 + ln(0.5/0.8)/2 = ln(25/16)/2
        assertThat(Divergence.klNats(new Binomial(2_000_000_000, 0.5), new Binomial(2_000_000_000, 0.2)))
                .isCloseTo(1e9 * 0.44628710262841953, within(1e-5));
        assertThat(Divergence.klNats(new Poisson(1e15), new Poisson(2e15)))
                .isCloseTo(1e15 * 0.3068528194400547, within(1.0));
        // ln 2 - 1/2 at small p
        assertThat(Divergence.klNats(new Geometric(2e-12), new Geometric(1e-12)))
                .isCloseTo(0.1931471805599453, within(1e-11));
        assertThat(Divergence.klNats(new Normal(0, 1), new Normal(1e10, 1))).isEqualTo(5e19);
        assertThat(Divergence.klNats(new Uniform(0, 1), new Uniform(0, 1e300)))
                .isCloseTo(690.7755278982137, within(1e-12));
        // ln 1e300 + 1e-300 - 1
        assertThat(Divergence.klNats(new Exponential(1e150), new Exponential(1e-150)))
                .isCloseTo(689.7755278982137, within(1e-12));
        assertThat(Divergence.klNats(new Laplace(0, 1e-150), new Laplace(0, 1e150)))
                .isCloseTo(689.7755278982137, within(1e-12));
        assertThat(Divergence.klNats(new Exponential(1e150), new Gamma(1, 1e-150)))
                .isCloseTo(689.7755278982137, within(1e-12));
        assertThat(Divergence.klNats(new Gamma(1, 1e150), new Exponential(1e-150)))
                .isCloseTo(689.7755278982137, within(1e-12));
    }

    /** The widest components' exponents are -a x^2/(2 s^2) and -(1-a) x^2/(2 t^2): here a/4 = a - 1 at a = 4/3. */
    @Test
    void alphaAboveOneExistsAsLongAsTheWidestComponentsLet() {
        var wide = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {2, 0.5});
        var narrow = Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {1, 0.3});

        assertThat(Divergence.alpha(wide, narrow, 1.2)).isFinite();
        assertThat(Divergence.alpha(wide, narrow, 1.334)).isInfinite();
        assertThat(Divergence.alpha(wide, narrow, 1.4)).isInfinite();
        assertThat(Divergence.alpha(narrow, wide, 5)).isFinite();
        // D_a(p||q) = D_(1-a)(q||p)
        assertThat(Divergence.alpha(narrow, wide, -0.2)).isEqualTo(Divergence.alpha(wide, narrow, 1.2));
        assertThat(Divergence.alpha(narrow, wide, -0.4)).isInfinite();
    }

    @Test
    void alphaOfNormalsWhoseScalesNoDoubleRelatesIsThatOfNothingInCommon() {
        assertThat(Divergence.alpha(new Normal(0, 1e200), new Normal(0, 1e-200), 0.6))
                .isCloseTo(1 / 0.24, within(1e-14));
        assertThat(Divergence.alpha(new Normal(0, 1e200), new Normal(0, 1e-200), 0.4))
                .isCloseTo(1 / 0.24, within(1e-14));
        assertThat(Divergence.alpha(new Normal(0, 1e200), new Normal(0, 1e-200), 1.6))
                .isInfinite();
    }

    /** Where the powers are next to 1 and their difference is next to nothing. */
    @Test
    void alphaNextToOneIsNextToKl() {
        double[] p = {0.7, 0.3};
        double[] q = {0.1, 0.9};

        assertThat(Divergence.alpha(p, q, 1 - 1e-12)).isCloseTo(Divergence.klNats(p, q), within(1e-11));
        assertThat(Divergence.alpha(p, q, 1 + 1e-12)).isCloseTo(Divergence.klNats(p, q), within(1e-11));
        assertThat(Divergence.alpha(p, q, 1e-12)).isCloseTo(Divergence.klNats(q, p), within(1e-11));
        assertThat(Divergence.alpha(LAPLACE, GAMMA, 1e-9)).isCloseTo(Divergence.klNats(GAMMA, LAPLACE), within(1e-7));
    }

    @Test
    void pinskersBoundIsTheRootOfHalfTheKl() {
        // KL = 2^2/2
        assertThat(Divergence.pinskerBound(new Normal(0, 1), new Normal(2, 1))).isEqualTo(1);
        assertThat(Divergence.pinskerBound(new Normal(0, 1), new Normal(6, 1))).isEqualTo(3);
        assertThat(Divergence.pinskerBound(new double[] {1, 0}, new double[] {0.5, 0.5}))
                .isCloseTo(0.5887050112577373, within(1e-15));
    }

    /** mpmath: ln(1/2) + 1 + lnGamma(501)/2. q(500) is 0 as a double, its logarithm is not. */
    @Test
    void aProbabilityBelowTheSmallestDoubleStillHasALogarithm() {
        assertThat(Divergence.klNats(Empirical.of(0, 500), new Poisson(1)))
                .isCloseTo(1305.9720820495181, within(1e-11));
    }

    /** mpmath, from the same closed forms at 30 digits. */
    @Test
    void entropiesOfRareSuccessesAndLargeRatesNeedNoSum() {
        assertThat(Entropy.entropyNats(new Poisson(1e9))).isCloseTo(11.780571451594545, within(1e-13));
        assertThat(Entropy.entropyNats(new Geometric(1e-12))).isCloseTo(28.63102111592805, within(1e-13));
        assertThat(Entropy.crossEntropyNats(new Geometric(1e-12), new Geometric(2e-12)))
                .isCloseTo(28.937873935368604, within(1e-11));
        // -ln(1/2) for the success, and for each of the three failures before it
        assertThat(Entropy.crossEntropyNats(new Geometric(0.25), new Geometric(0.5)))
                .isCloseTo(2.772588722239781, within(1e-14));
        assertThat(Entropy.crossEntropyNats(new Geometric(0.25), new Geometric(1)))
                .isInfinite();
        assertThat(Entropy.crossEntropyNats(new Geometric(1), new Geometric(1))).isZero();
    }

    @Test
    void crossEntropyOfOutcomesNeedsTheSameOutcomes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.crossEntropyNats(THREE, Categorical.of(0.5, 0.5)))
                .withMessageContaining("same outcomes");
    }
}
