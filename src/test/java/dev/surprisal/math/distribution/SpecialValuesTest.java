package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the families have corners: several modes, ends of the support, points of infinite density. */
class SpecialValuesTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    static Stream<Arguments> modes() {
        return Stream.of(
                arguments(new Beta(2, 4), new Mode.Point(0.25)),
                arguments(new Beta(1, 1), new Mode.Everywhere(0, 1)),
                arguments(new Beta(0.5, 0.5), new Mode.Points(List.of(0.0, 1.0))),
                arguments(new Beta(0.5, 0.9), new Mode.Points(List.of(0.0, 1.0))),
                arguments(new Beta(1, 2), new Mode.Point(0)),
                arguments(new Beta(2, 1), new Mode.Point(1)),
                arguments(new Beta(0.5, 1), new Mode.Point(0)),
                arguments(new Beta(1, 0.5), new Mode.Point(1)),
                arguments(new Beta(0.5, 3), new Mode.Point(0)),
                arguments(new Beta(3, 0.5), new Mode.Point(1)),
                arguments(new Gamma(1, 3), new Mode.Point(0)),
                arguments(new Gamma(0.5, 3), new Mode.Point(0)),
                arguments(new Gamma(2.5, 3), new Mode.Point(0.5)),
                arguments(new Exponential(3), new Mode.Point(0)),
                arguments(new Uniform(-1, 3), new Mode.Everywhere(-1, 3)),
                arguments(new Laplace(2, 3), new Mode.Point(2)),
                arguments(new Bernoulli(0.5), new Mode.Points(List.of(0.0, 1.0))),
                arguments(new Bernoulli(0.4), new Mode.Point(0)),
                arguments(new Bernoulli(0.6), new Mode.Point(1)),
                arguments(new Binomial(7, 0.5), new Mode.Points(List.of(3.0, 4.0))),
                arguments(new Binomial(10, 0.3), new Mode.Point(3)),
                arguments(new Binomial(10, 0), new Mode.Point(0)),
                arguments(new Binomial(10, 1), new Mode.Point(10)),
                arguments(new Poisson(2), new Mode.Points(List.of(1.0, 2.0))),
                arguments(new Poisson(2.5), new Mode.Point(2)),
                arguments(new Poisson(0.5), new Mode.Point(0)),
                arguments(new Geometric(0.3), new Mode.Point(0)),
                arguments(Categorical.of(0.4, 0.2, 0.4), new Mode.Points(List.of(0.0, 2.0))),
                arguments(Empirical.of(3, 1, 3, 2), new Mode.Point(3)));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void mode(Univariate p, Mode expected) {
        assertThat(p.mode()).isEqualTo(expected);
    }

    @Test
    void onlyTellsASingleMode() {
        assertThat(new Mode.Point(2).only()).isEqualTo(2);
        assertThat(Mode.at(List.of(2.0))).isEqualTo(new Mode.Point(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mode.at(List.of(1.0, 2.0)).only())
                .withMessageContaining("[1.0, 2.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mode.Everywhere(0, 2).only())
                .withMessageContaining("from 0 to 2");
    }

    static Stream<Arguments> densities() {
        return Stream.of(
                arguments(new Beta(0.5, 2), 0, INFINITY),
                arguments(new Beta(2, 0.5), 1, INFINITY),
                arguments(new Beta(1, 3), 0, 3),
                arguments(new Beta(3, 1), 1, 3),
                arguments(new Beta(2, 2), 0, 0),
                arguments(new Beta(2, 2), 1, 0),
                arguments(new Beta(2, 2), -0.1, 0),
                arguments(new Beta(2, 2), 1.1, 0),
                arguments(new Beta(2, 2), 0.5, 1.5),
                arguments(new Gamma(0.5, 2), 0, INFINITY),
                arguments(new Gamma(1, 2), 0, 2),
                arguments(new Gamma(2, 2), 0, 0),
                arguments(new Gamma(2, 2), -1, 0),
                arguments(new Exponential(2), 0, 2),
                arguments(new Exponential(2), -1e-300, 0),
                arguments(new Uniform(1, 3), 1, 0.5),
                arguments(new Uniform(1, 3), 3, 0.5),
                arguments(new Uniform(1, 3), 3.01, 0),
                arguments(new Binomial(3, 0), 0, 1),
                arguments(new Binomial(3, 1), 3, 1),
                arguments(new Binomial(3, 0.5), 1.5, 0),
                arguments(new Binomial(3, 0.5), 4, 0),
                arguments(new Binomial(3, 0.5), -1, 0),
                arguments(new Geometric(1), 0, 1),
                arguments(new Geometric(1), 1, 0),
                arguments(new Poisson(2), 0.5, 0),
                arguments(new Poisson(2), -1, 0));
    }

    @ParameterizedTest
    @MethodSource("densities")
    void density(Univariate p, double x, double expected) {
        if (Math.abs(expected) < INFINITY) {
            assertThat(p.density(x)).isCloseTo(expected, within(1e-15));
        } else {
            assertThat(p.density(x)).isEqualTo(expected);
        }
    }

    @Test
    void densityBesideAnEndIsNotThatAtTheEnd() {
        // 0.5 (1e-20)^(-1/2)
        assertThat(new Beta(1, 0.5).logDensity(1, -1e-20)).isCloseTo(Math.log(0.5e10), within(1e-13));
        assertThat(new Beta(1, 0.5).logDensity(1, 1e-20)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Beta(1, 0.5).logDensity(1, 0)).isEqualTo(INFINITY);
        assertThat(new Beta(1, 0.5).logDensity(1, -0.6)).isCloseTo(new Beta(1, 0.5).logDensity(0.4), within(1e-15));
    }

    static Stream<Arguments> scores() {
        return Stream.of(
                arguments(new Beta(3, 2), 0.25, 8 - 4.0 / 3),
                arguments(new Beta(1, 2), 0, -1),
                arguments(new Gamma(3, 2), 0.5, 2),
                arguments(new Gamma(1, 2), 0, -2),
                arguments(new Exponential(2), 3, -2),
                arguments(new Laplace(1, 2), 1.5, -0.5),
                arguments(new Laplace(1, 2), 0.5, 0.5),
                arguments(new Laplace(1, 2), 1, 0),
                arguments(new Uniform(0, 2), 1, 0),
                arguments(new Normal(1, 2), 3, -0.5),
                arguments(new Logistic(1, 2), 1, 0));
    }

    @ParameterizedTest
    @MethodSource("scores")
    void score(Continuous p, double x, double expected) {
        assertThat(p.score(x)).isCloseTo(expected, within(1e-15));
    }

    static Stream<Arguments> pointsWithoutAScore() {
        return Stream.of(
                arguments(new Beta(3, 2), 0),
                arguments(new Beta(0.5, 2), 0),
                arguments(new Beta(3, 2), 1.5),
                arguments(new Gamma(3, 2), 0),
                arguments(new Gamma(3, 2), -1),
                arguments(new Exponential(2), -1),
                arguments(new Uniform(0, 2), 3),
                arguments(Mixture.of(new double[] {0.5, 0.5}, new Uniform(0, 1), new Uniform(2, 3)), 1.5));
    }

    @ParameterizedTest
    @MethodSource("pointsWithoutAScore")
    void noScoreWhereThereIsNoDensity(Continuous p, double x) {
        assertThatIllegalArgumentException().isThrownBy(() -> p.score(x)).withMessageContaining("x must have");
    }

    static Stream<Arguments> supports() {
        return Stream.of(
                arguments(new Bernoulli(0), new Support.Integers(0, 0)),
                arguments(new Bernoulli(1), new Support.Integers(1, 1)),
                arguments(new Binomial(4, 0), new Support.Integers(0, 0)),
                arguments(new Binomial(4, 1), new Support.Integers(4, 4)),
                arguments(new Binomial(4, 0.5), new Support.Integers(0, 4)),
                arguments(new Geometric(1), new Support.Integers(0, 0)),
                arguments(new Geometric(0.5), new Support.Integers(0, INFINITY)),
                arguments(Categorical.of(0, 0.5, 0.5, 0), new Support.Integers(1, 2)),
                arguments(Empirical.of(2, 0.5, 2), new Support.Points(List.of(0.5, 2.0))),
                arguments(new Uniform(1, 2), new Support.Interval(1, 2)),
                arguments(
                        Mixture.of(new double[] {0.5, 0.5, 0}, new Uniform(0, 1), new Uniform(2, 3), Normal.STANDARD),
                        new Support.Interval(0, 3)),
                arguments(
                        DiscreteMixture.of(new double[] {0.5, 0.5}, new Binomial(4, 0.5), new Bernoulli(1)),
                        new Support.Integers(0, 4)),
                arguments(
                        DiscreteMixture.of(new double[] {0.5, 0.5}, new Bernoulli(0.5), Empirical.of(0.5)),
                        new Support.Points(List.of(0.0, 0.5, 1.0))));
    }

    @ParameterizedTest
    @MethodSource("supports")
    void support(Univariate p, Support expected) {
        assertThat(p.support()).isEqualTo(expected);
        assertThat(p.quantile(0)).isEqualTo(expected.lowest());
        assertThat(p.quantile(1)).isEqualTo(expected.highest());
        assertThat(expected.contains(expected.lowest())).isTrue();
        assertThat(expected.contains(expected.lowest() - 0.25)).isFalse();
        assertThat(expected.contains(INFINITY)).isFalse();
    }

    @Test
    void mixturesOfInfinitelyManyPointsOffTheWholeNumbersHaveNoSupportToName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscreteMixture.of(new double[] {0.5, 0.5}, new Poisson(1), Empirical.of(0.5))
                        .support())
                .withMessageContaining("components must have whole numbers");
    }

    @Test
    void localModesOfAMixture() {
        Mixture p =
                Mixture.ofNormals(new double[] {0.2, 0.5, 0.3}, new double[] {-4, 0, 3}, new double[] {0.6, 1, 0.4});

        assertThat(p.localModes()).hasSize(3);
        assertThat(p.localModes()[0]).isCloseTo(-3.99927, within(1e-5));
        for (double mode : p.localModes()) {
            assertThat(p.score(mode)).isCloseTo(0, within(1e-9));
        }
        assertThat(p.mode().only()).isEqualTo(p.localModes()[2]);
        assertThat(Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-0.9, 0.9}, new double[] {1, 1})
                        .localModes())
                .hasSize(1);
        assertThat(Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-1.1, 1.1}, new double[] {1, 1})
                        .localModes())
                .hasSize(2);
    }

    @Test
    void quantilesAtTheMiddleAndInTheTails() {
        assertThat(new Laplace(1, 2).quantile(0.5)).isEqualTo(1);
        assertThat(new Exponential(2).quantile(1e-16)).isCloseTo(5e-17, within(1e-32));
        assertThat(new Geometric(0.3).quantile(0.3)).isZero();
        assertThat(new Geometric(0.3).quantile(0.31)).isEqualTo(1);
        assertThat(new Bernoulli(0.3).quantile(0.7)).isZero();
        assertThat(new Bernoulli(0.3).quantile(0.71)).isEqualTo(1);
        assertThat(new Bernoulli(1e-300).quantile(1)).isEqualTo(1);
        assertThat(new Gamma(1e50, 1e50).quantile(0.3)).isEqualTo(1);
        assertThat(Empirical.of(1, 2, 3, 4).quantile(0.5)).isEqualTo(2);
        assertThat(Empirical.of(1, 2, 3, 4).quantile(0.51)).isEqualTo(3);
    }
}
