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
                arguments(NORMAL, WIDER, 0.408980036808590359),
                arguments(NORMAL, LAPLACE, 0.169041124808672979),
                arguments(new Normal(0.6, 0.7), LAPLACE, 0.105889030682302413),
                arguments(LAPLACE, WIDER, 0.385855381444179694),
                arguments(new Exponential(0.3), new Exponential(1.7), 2.93206561127856033),
                arguments(EXPONENTIAL, GAMMA, 0.322239224361745104),
                arguments(GAMMA, EXPONENTIAL, 0.17175964067728859),
                arguments(new Gamma(3, 1), new Gamma(2.5, 1e-305), 1752.77406126542204),
                arguments(new Bernoulli(0.3), new Bernoulli(0.45), 0.0471739073393723486),
                arguments(new Binomial(7, 0.3), new Binomial(7, 0.45), 0.33021735137560644),
                arguments(new Geometric(0.3), new Geometric(0.45), 0.157246357797907835),
                arguments(new Poisson(2.7), new Poisson(4.1), 0.272114958110057234),
                arguments(THREE, TURNED, 0.584996498483428228),
                arguments(new Multinomial(7, THREE), new Multinomial(7, TURNED), 4.09497548938399759),
                arguments(FULL, TILTED, 1.79993786822750936),
                arguments(FULL, STRAIGHT, 2.37796714159418236),
                arguments(STRAIGHT, FULL, 13.4154391084058171),
                arguments(FULL, SHIFTED, 10.7664062499999997));
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
                arguments(NORMAL, WIDER, 0.3, 0.664250741376432323),
                arguments(NORMAL, WIDER, 1.4, 0.364700325038179425),
                arguments(NORMAL, WIDER, -0.2, 2.35402693288630445),
                arguments(GAMMA, new Gamma(3.1, 1.2), 0.3, 0.759165530290568489),
                arguments(GAMMA, new Gamma(3.1, 1.2), 1.4, 0.847498417501464572),
                arguments(GAMMA, new Gamma(3.1, 1.2), -0.2, 1.05136741716487423),
                arguments(EXPONENTIAL, new Exponential(0.9), 0.3, 0.030385768200521952),
                arguments(EXPONENTIAL, new Exponential(0.9), 1.4, 0.0375958060636747481),
                arguments(EXPONENTIAL, new Exponential(0.9), -0.2, 0.0283366450246117113),
                arguments(new Beta(2.5, 3.5), new Beta(3.2, 4.1), 0.3, 0.0192615120173189307),
                arguments(new Beta(2.5, 3.5), new Beta(3.2, 4.1), 1.4, 0.0240723408100728458),
                arguments(new Beta(2.5, 3.5), new Beta(3.2, 4.1), -0.2, 0.017825106789233678),
                arguments(FULL, TILTED, 0.3, 2.85530782524221302),
                arguments(FULL, TILTED, 1.2, 1.89021805795585966));
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
                arguments(ONE, OTHER, 0.3, 0.0878631988601992483),
                arguments(ONE, OTHER, 1.5, 0.0817081166258511737),
                arguments(ONE, OTHER, -0.4, 0.0954555119272338941),
                arguments(LAPLACE, WIDER, 0.6, 0.395058726597023171));
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
                arguments(ONE, OTHER, 0.0214039676541587357),
                arguments(GAMMA, EXPONENTIAL, 0.0496434343811882954),
                arguments(LAPLACE, new Laplace(-0.7, 1.9), 0.160365699412823045),
                arguments(WIDER, LAPLACE, 0.0967105513914563275));
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
                arguments(NORMAL, WIDER, 1.20050961458075082, 1e-15),
                arguments(LAPLACE, WIDER, 1.17735942368964657, 1e-13),
                arguments(WIDER, LAPLACE, 1.01279138177752498, 1e-13),
                arguments(ONE, OTHER, 0.906853387919351052, 1e-13));
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
                arguments(GAMMA, WIDER, 2.13719455134785095),
                arguments(GAMMA, EXPONENTIAL, 1.20404336499136394),
                arguments(NORMAL, LAPLACE, 1.23130471407461328),
                arguments(ONE, WIDER, 1.85290043080825841),
                arguments(ONE, OTHER, 1.71228858155811933),
                arguments(WIDER, ONE, 2.05006975892950621),
                arguments(new Beta(2.5, 3.5), EXPONENTIAL, 0.648341610605399091),
                arguments(new Poisson(2.7), WIDER, 4.82331463199169063),
                arguments(new Poisson(2.7), LAPLACE, 3.19581189835536033),
                arguments(new Poisson(2.7), new Geometric(0.3), 2.16699515296051347),
                arguments(new Binomial(7, 0.3), new Poisson(2.7), 1.69500297602732968),
                arguments(NORMAL, EXPONENTIAL, INFINITY),
                arguments(NORMAL, new Uniform(-3, 3), INFINITY),
                arguments(new Uniform(-1, 2), new Uniform(-1, 3), 1.38629436111989062),
                arguments(new Beta(2, 3), new Uniform(-1, 3), 1.38629436111989062),
                arguments(new Beta(2, 3), new Uniform(0, 0.9), INFINITY),
                arguments(new Beta(2, 3), new Uniform(0.1, 1), INFINITY),
                arguments(Empirical.of(0.3, 0.7), new Bernoulli(0.5), INFINITY),
                arguments(THREE, TURNED, 1.61464951254800176));
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
                arguments(ONE, 1.62888243726878973),
                arguments(SKEWED, 1.31556103666520339),
                arguments(new Poisson(2.7), 1.87348720976019471),
                arguments(new Poisson(10_000), 6.02410038544271133),
                arguments(new Poisson(10_001), 6.02415038377621132),
                arguments(FULL, 2.61473351509513573),
                arguments(STRAIGHT, 3.18445065668931817),
                arguments(
                        DiscreteMixture.of(new double[] {0.4, 0.6}, new Poisson(2.7), new Binomial(7, 0.3)),
                        1.73525909941963845),
                arguments(Empirical.of(2, 2, 7, 9), 1.03972077083991796),
                arguments(new Logistic(0.3, 0.7), 1.64332505606126763),
                arguments(new Laplace(0.3, 0.7), 1.33647223662121294));
    }

    @ParameterizedTest
    @MethodSource("entropies")
    void entropy(Distribution p, double expected) {
        assertThat(Entropy.entropyNats(p)).isCloseTo(expected, within(2e-14));
        assertThat(Entropy.perplexity(p)).isCloseTo(Math.exp(expected), within(1e-12 * Math.exp(expected)));
    }

    @Test
    void totalVariation() {
        assertThat(Divergence.tv(LAPLACE, WIDER)).isCloseTo(0.384920722769058028, within(1e-14));
    }

    @Test
    void whatQuadratureCannotResolveIsRefused() {
        // half of the mass of Beta(0.001, 0.001) lies below 1e-300
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.jsNats(new Beta(1e-3, 1e-3), NORMAL))
                .withMessageContaining("must be densities that a sum");
    }
}
