package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Dirichlet;
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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FamiliesDivergenceTest {

    private static final double LN_2 = 0.6931471805599453;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static final Mixture TWO_MODES =
            Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5});

    /** mpmath 1.3, 60 digits, from the textbook formulas and the doubles as they stand. */
    static Stream<Arguments> closedForms() {
        return Stream.of(
                arguments(new Gamma(2, 1), new Gamma(2.000001, 1), "3.2246696616198029e-13"),
                arguments(new Gamma(2, 1), new Gamma(2, 1.0000000001), "1.00000016541408216e-20"),
                arguments(new Gamma(1e6, 3), new Gamma(1e6 + 1, 3), "5.00000083333333333e-7"),
                arguments(new Gamma(0.01, 1), new Gamma(0.02, 1), "0.306933492635040995"),
                arguments(new Gamma(1e-8, 1), new Gamma(1, 1), "99999981.1565349024"),
                arguments(new Gamma(5, 2), new Gamma(5.5, 2.2), "0.00249531413108370763"),
                arguments(new Gamma(1e6, 1e6), new Gamma(1e6 + 10, 1e6), "0.0000499998583340083295"),
                arguments(new Gamma(1e-3, 1), new Gamma(2e3, 50), "2006518.16254636122"),
                arguments(new Gamma(3, 1), new Exponential(0.5), "0.345568670196934279"),
                arguments(new Beta(2, 5), new Beta(2, 5.0000001), "3.38888886579713559e-16"),
                arguments(new Beta(1e6, 2e6), new Beta(1e6 + 3, 2e6), "2.99999800000288888e-6"),
                arguments(new Beta(0.01, 0.02), new Beta(0.03, 0.02), "0.745555628536069406"),
                arguments(new Beta(300, 700), new Beta(301, 699), "0.00238272961887999045"),
                arguments(new Beta(1e-6, 1e6), new Beta(2e-6, 1e6), "0.306852819440877156"),
                arguments(new Beta(0.5, 0.5), new Beta(1, 1), "0.241564475270490445"),
                arguments(new Beta(1e6, 1e-3), new Beta(1e6, 2e-3), "0.306853640306816583"),
                arguments(Dirichlet.of(1, 1, 1), Dirichlet.of(1, 1, 1.0000001), "6.24999963229836562e-15"),
                arguments(
                        Dirichlet.of(1e5, 2e5, 3e5, 4e5),
                        Dirichlet.of(1.001e5, 2e5, 3e5, 4e5),
                        "0.0449837556544603861"),
                arguments(Dirichlet.of(0.1, 0.2, 0.3), Dirichlet.of(3, 2, 1), "25.3128991684389927"),
                arguments(new Laplace(0, 1), new Laplace(1e-9, 1), "4.99999999833333396e-19"),
                arguments(new Laplace(0, 1), new Laplace(0, 1.0000001), "4.99999933917207894e-15"),
                arguments(new Laplace(0, 1), new Laplace(1e3, 1), "999"),
                arguments(new Laplace(0, 1e-3), new Laplace(5, 2), "9.10090245954208234"),
                arguments(new Laplace(1, 2), new Laplace(1, 3), "0.0721317747748310486"));
    }

    @ParameterizedTest
    @MethodSource("closedForms")
    void closedFormsKeepTheirDigits(Distribution p, Distribution q, String expected) {
        double value = Double.parseDouble(expected);

        assertThat(Divergence.klNats(p, q)).isCloseTo(value, within(1e-13 * value));
    }

    /** mpmath 1.3, sums and quadratures at 60 digits. */
    static Stream<Arguments> pairsOfDifferentFamilies() {
        return Stream.of(
                arguments(new Poisson(3), new Geometric(0.25), "0.317870380326664467"),
                arguments(new Geometric(0.25), new Poisson(3), "0.651835605455223677"),
                arguments(new Binomial(10, 0.3), new Poisson(3), "0.0294971755765294406"),
                arguments(new Binomial(5, 0.3), new Binomial(10, 0.3), "0.621276474102223063"),
                arguments(new Normal(0, 2), new Logistic(0, 1), "0.0233430623381485158"),
                arguments(new Logistic(0, 1), new Normal(0, 2), "0.0233192304766746603"),
                arguments(new Gamma(3, 1), new Normal(3, 2), "0.139507203401607021"),
                arguments(new Beta(0.5, 0.5), new Uniform(-1, 2), "1.34017676393860014"),
                arguments(new Uniform(0, 1), new Normal(0, 1), "1.08560519987133941"),
                arguments(new Normal(0, 1), laplaceAndNormal(), "0.65188306588951928"),
                arguments(laplaceAndNormal(), new Normal(0, 1), "1.09151984189512981"));
    }

    @ParameterizedTest
    @MethodSource("pairsOfDifferentFamilies")
    void otherPairsAreSummedOrIntegrated(Distribution p, Distribution q, String expected) {
        double value = Double.parseDouble(expected);

        assertThat(Divergence.klNats(p, q)).isCloseTo(value, within(2e-13));
        if (p instanceof Continuous from && q instanceof Continuous to) {
            var integral = Divergence.klByQuadrature(from, to);
            assertThat(integral.value()).isCloseTo(value, within(integral.errorBound()));
            assertThat(integral.errorBound()).isLessThan(1e-11);
        }
    }

    @Test
    void supportsDecideWhetherKlIsFinite() {
        assertThat(Divergence.klNats(new Uniform(0, 1), new Uniform(0.5, 2))).isEqualTo(INFINITY);
        assertThat(Divergence.klNats(new Normal(0, 1), new Exponential(1))).isEqualTo(INFINITY);
        assertThat(Divergence.klNats(new Exponential(1), new Normal(0, 1))).isFinite();
        assertThat(Divergence.klNats(new Poisson(0.1), new Binomial(1000, 0.5))).isEqualTo(INFINITY);
        assertThat(Divergence.klNats(new Binomial(10, 0.5), new Binomial(9, 0.5)))
                .isEqualTo(INFINITY);
        assertThat(Divergence.klNats(Empirical.of(1, 2.5), new Poisson(2))).isEqualTo(INFINITY);
        assertThat(Divergence.klNats(Empirical.of(1, 2), new Poisson(2))).isFinite();
        assertThat(Divergence.klNats(new Bernoulli(0.5), new Normal(0, 1))).isEqualTo(INFINITY);
        assertThat(Divergence.klNats(new Normal(0, 1), new Bernoulli(0.5))).isEqualTo(INFINITY);
        Mixture gap = Mixture.of(new double[] {0.5, 0.5}, new Uniform(0, 1), new Uniform(2, 3));
        assertThat(Divergence.klNats(new Uniform(0, 3), gap)).isEqualTo(INFINITY);
        assertThat(Divergence.klNats(gap, new Uniform(0, 3))).isCloseTo(Math.log(1.5), within(1e-13));
    }

    @Test
    void dimensionsMustAgree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klNats(MultivariateNormal.standard(2), MultivariateNormal.standard(3)))
                .withMessageContaining("same dimension, got 2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.klNats(MultivariateNormal.standard(2), new Normal(0, 1)));
        MultivariateNormal other = MultivariateNormal.diagonal(new double[2], new double[] {1, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.jsNats(MultivariateNormal.standard(2), other))
                .withMessageContaining("on the line");
    }

    @Test
    void closedFormsAgreeWithQuadrature() {
        SplittableRandom random = new SplittableRandom(31);
        for (int i = 0; i < 400; i++) {
            List<Continuous> pair = randomPair(random, i % 7);
            double closed = Divergence.klNats(pair.get(0), pair.get(1));
            var integral = Divergence.klByQuadrature(pair.get(0), pair.get(1));

            assertThat(integral.value())
                    .as("%s", pair)
                    .isCloseTo(closed, within(integral.errorBound() + 1e-12 * closed));
        }
    }

    @Test
    void klIsNeverNegativeAndZeroOnlyAtEquality() {
        SplittableRandom random = new SplittableRandom(32);
        for (int i = 0; i < 7_000; i++) {
            List<Continuous> pair = randomPair(random, i % 7);
            assertThat(Divergence.klNats(pair.get(0), pair.get(1))).isPositive();
            assertThat(Divergence.klNats(pair.get(0), pair.get(0))).isZero();

            Continuous near = nudged(pair.get(0), 1 + Math.pow(10, -3 - 11 * random.nextDouble()));
            assertThat(Divergence.klNats(pair.get(0), near))
                    .as("%s", near)
                    .isPositive()
                    .isLessThan(1);
        }
    }

    @Test
    void klIsOfSecondOrderInTheParameters() {
        SplittableRandom random = new SplittableRandom(33);
        for (int i = 0; i < 2_000; i++) {
            Continuous p = randomPair(random, 1 + i % 6).get(0);
            double far = Divergence.klNats(p, nudged(p, 1 + 0x1p-20));
            double near = Divergence.klNats(p, nudged(p, 1 + 0x1p-21));

            // a naive sum has an error of 1e-16 here, 1e-4 of the result
            assertThat(far / near).as("%s", p).isCloseTo(4, within(1e-4));
        }
    }

    @Test
    void crossEntropyIsEntropyPlusKl() {
        SplittableRandom random = new SplittableRandom(34);
        for (int i = 0; i < 700; i++) {
            List<Continuous> pair = randomPair(random, i % 7);
            Continuous q = i % 3 == 0 && i % 7 == 1 ? new Normal(random.nextDouble(), 2) : pair.get(1);
            double ce = Entropy.crossEntropyNats(pair.get(0), q);

            assertThat(ce - Entropy.entropyNats(pair.get(0)) - Divergence.klNats(pair.get(0), q))
                    .isCloseTo(0, within(1e-12 * Math.max(1, Math.abs(ce))));
        }
        assertThat(Entropy.crossEntropyNats(TWO_MODES, new Normal(0.5, 2))
                        - Entropy.entropyNats(TWO_MODES)
                        - Divergence.klNats(TWO_MODES, new Normal(0.5, 2)))
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void crossEntropyOfDataIsTheMeanNegativeLogLikelihood() {
        double[] data = {-2.5, -2, -1.5, 1.5, 2, 2.5};
        Normal model = new Normal(0.3, 1.7);
        double nll = 0;
        for (double x : data) {
            nll -= model.logDensity(x);
        }

        assertThat(Entropy.crossEntropyNats(Empirical.of(data), model)).isCloseTo(nll / 6, within(1e-14));
        assertThat(Entropy.crossEntropyNats(Empirical.of(data), new Laplace(0, 2)))
                .isCloseTo(Math.log(4) + 1, within(1e-14));
        assertThat(Entropy.crossEntropyNats(Empirical.of(1, 2), new Uniform(0, 1.5)))
                .isEqualTo(INFINITY);
    }

    @Test
    void divergencesAreInvariantUnderScalingOfTheAxis() {
        SplittableRandom random = new SplittableRandom(35);
        for (int i = 0; i < 300; i++) {
            double c = Math.pow(10, 6 * random.nextDouble() - 3);
            Normal p = new Normal(random.nextDouble(), 0.5 + random.nextDouble());
            Normal q = new Normal(random.nextDouble(), 0.5 + random.nextDouble());
            Normal scaledP = new Normal(c * p.mean(), c * p.sd());
            Normal scaledQ = new Normal(c * q.mean(), c * q.sd());

            assertThat(Divergence.klNats(scaledP, scaledQ))
                    .isCloseTo(Divergence.klNats(p, q), within(1e-13 * Divergence.klNats(p, q) + 1e-15));
            assertThat(Divergence.tv(scaledP, scaledQ)).isCloseTo(Divergence.tv(p, q), within(1e-13));
            assertThat(Divergence.jsNats(scaledP, scaledQ)).isCloseTo(Divergence.jsNats(p, q), within(1e-13));
        }
    }

    @Test
    void independentEntriesAdd() {
        MultivariateNormal p = MultivariateNormal.diagonal(new double[] {0.5, -1}, new double[] {0.8, 1.2});
        MultivariateNormal q = MultivariateNormal.diagonal(new double[] {0, 2}, new double[] {1, 3});
        MultivariateNormal full = MultivariateNormal.of(new double[] {0.5, -1}, new double[][] {{0.64, 0}, {0, 1.44}});
        double parts = Divergence.klNats(new Normal(0.5, 0.8), new Normal(0, 1))
                + Divergence.klNats(new Normal(-1, 1.2), new Normal(2, 3));

        assertThat(Divergence.klNats(p, q)).isCloseTo(parts, within(1e-15));
        assertThat(Divergence.klNats(full, q)).isCloseTo(parts, within(1e-14));
        assertThat(Divergence.klNats(
                        new Multinomial(7, Categorical.of(0.5, 0.5)), new Multinomial(7, Categorical.of(0.7, 0.3))))
                .isCloseTo(7 * 0.0871766935723889, within(1e-12));
    }

    @Test
    void klOfMultivariateNormalsIsInvariantUnderLinearMaps() {
        SplittableRandom random = new SplittableRandom(36);
        for (int i = 0; i < 500; i++) {
            double[][] one = randomCovariance(random);
            double[][] other = randomCovariance(random);
            double[][] map = {{1, 0.3, 0}, {-0.2, 2, 0.1}, {0.5, 0, 0.7}};
            double[] apart = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            MultivariateNormal p = MultivariateNormal.of(apart, one);
            MultivariateNormal q = MultivariateNormal.of(new double[3], other);
            MultivariateNormal mappedP = MultivariateNormal.of(times(map, apart), sandwich(map, one));
            MultivariateNormal mappedQ = MultivariateNormal.of(new double[3], sandwich(map, other));

            double kl = Divergence.klNats(p, q);
            assertThat(kl).isPositive();
            assertThat(Divergence.klNats(mappedP, mappedQ)).isCloseTo(kl, within(1e-9 * Math.max(1, kl)));
            assertThat(Divergence.klNats(p, p)).isZero();
        }
    }

    @Test
    void alphaDivergences() {
        double[] half = {0.5, 0.5};
        double[] other = {0.7, 0.3};
        assertThat(Divergence.alpha(half, other, 0.5)).isCloseTo(0.0843747482772, within(1e-13));
        assertThat(Divergence.alpha(half, other, 2)).isCloseTo(0.0952380952381, within(1e-13));
        assertThat(Divergence.alpha(half, other, -1)).isCloseTo(0.08, within(1e-15));
        assertThat(Divergence.alpha(half, other, 1)).isEqualTo(Divergence.klNats(half, other));
        assertThat(Divergence.alpha(half, other, 0)).isEqualTo(Divergence.klNats(other, half));

        Normal standard = new Normal(0, 1);
        assertThat(Divergence.alpha(standard, new Normal(1, 1), 0.5)).isCloseTo(0.4700123896616184, within(1e-14));
        assertThat(Divergence.alpha(standard, new Normal(1, 1), 2)).isCloseTo(0.8591409142295225, within(1e-14));
        assertThat(Divergence.alpha(standard, new Normal(1, 1), -1)).isCloseTo(0.8591409142295225, within(1e-14));
        Normal wide = new Normal(1, 2);
        assertThat(Divergence.alpha(standard, wide, 0.5)).isCloseTo(0.5967781513894392, within(1e-14));
        assertThat(Divergence.alpha(standard, wide, 2)).isCloseTo(0.3720131707548426, within(1e-14));
        assertThat(Divergence.alpha(standard, wide, -0.25)).isCloseTo(6.854408501868797, within(1e-13));
        assertThat(Divergence.alpha(standard, wide, 0.9)).isCloseTo(0.4622867315298823, within(1e-14));
        // 1/s1^2 = 1 < (a-1)/a / s2^2 fails: s1^2 p^-1 q^2 is not integrable
        assertThat(Divergence.alpha(standard, wide, -1)).isEqualTo(INFINITY);
        assertThat(Divergence.alpha(wide, standard, 2)).isEqualTo(INFINITY);

        Normal cover = new Normal(0, 2);
        assertThat(Divergence.alpha(TWO_MODES, cover, 0.5)).isCloseTo(0.9407899487324011, within(1e-12));
        assertThat(Divergence.alpha(TWO_MODES, cover, 2)).isCloseTo(0.703735764740277, within(1e-12));
        assertThat(Divergence.alpha(TWO_MODES, cover, 0.1)).isCloseTo(1.564867213392649, within(1e-12));
        assertThat(Divergence.alpha(TWO_MODES, cover, 0.999)).isCloseTo(0.724702803547957, within(1e-11));
        assertThat(Divergence.alpha(cover, TWO_MODES, 2)).isEqualTo(INFINITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.alpha(new Laplace(0, 1), new Logistic(0, 1), 2))
                .withMessageContaining("alpha must lie between 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Divergence.alpha(half, other, Double.NaN));
    }

    @Test
    void alphaIsSymmetricUnderExchangeAndContinuousAtBothEnds() {
        SplittableRandom random = new SplittableRandom(37);
        for (int i = 0; i < 200; i++) {
            List<Continuous> pair = randomPair(random, new int[] {1, 3, 4}[i % 3]);
            Continuous p = pair.get(0);
            Continuous q = pair.get(1);
            double a = random.nextDouble();
            double value = Divergence.alpha(p, q, a);

            assertThat(value).isPositive();
            assertThat(Divergence.alpha(q, p, 1 - a)).isCloseTo(value, within(1e-11 * value));
            double kl = Divergence.klNats(p, q);
            assertThat(Divergence.alpha(p, q, 1 - 1e-9)).isCloseTo(kl, within(1e-5 * kl));
            // the open interval by quadrature against the closed form
            assertThat(LineIntegral.overBoth(p, q, Terms.alphaOfLogs(a)).value())
                    .isCloseTo(value, within(1e-10 * value));
        }
    }

    @Test
    void jsAndTotalVariationOfDensities() {
        assertThat(Divergence.jsNats(new Laplace(0, 1), new Normal(0, 1)))
                .isCloseTo(0.021930395883506034, within(1e-13));
        assertThat(Divergence.jsNats(new Uniform(0, 1), new Uniform(2, 3))).isEqualTo(LN_2, within(1e-13));
        assertThat(Divergence.jsNats(new Poisson(1), new Normal(0, 1))).isEqualTo(LN_2);
        assertThat(Divergence.tv(new Normal(0, 1), new Normal(1, 1))).isCloseTo(0.382924922548026, within(1e-14));
        assertThat(Divergence.tv(new Normal(0, 1), new Normal(0, 2))).isCloseTo(0.32267456883476864, within(1e-14));
        assertThat(Divergence.tv(new Uniform(0, 1), new Uniform(0.25, 1.25))).isCloseTo(0.25, within(1e-15));
        assertThat(Divergence.tv(new Uniform(0, 1), new Uniform(3, 4))).isEqualTo(1);
        assertThat(Divergence.tv(new Normal(0, 1), new Poisson(1))).isEqualTo(1);
        assertThat(Divergence.tv(new Normal(0, 1), new Normal(0, 1))).isZero();
        assertThat(Divergence.tv(new Normal(-50, 1), new Normal(50, 1))).isCloseTo(1, within(1e-15));
    }

    @Test
    void fisherDivergence() {
        assertThat(Divergence.fisher(new Normal(2, 0.5), new Normal(0, 1))).isCloseTo(6.25, within(1e-14));
        assertThat(Divergence.fisher(new Normal(1, 2), new Normal(1, 2))).isZero();
        assertThat(Divergence.fisher(TWO_MODES, new Normal(0, 2))).isCloseTo(3.75933900422, within(1e-10));
        assertThat(LineIntegral.fisher(new Normal(2, 0.5), new Normal(0, 1)).value())
                .isCloseTo(6.25, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.fisher(new Normal(0, 1), new Exponential(1)))
                .withMessageContaining("q must have a density > 0 on the whole line");
    }

    @Test
    void hugeParametersNeitherOverflowNorEnd() {
        assertThat(Divergence.klNats(new Gamma(3, 1e-200), new Gamma(3, 1e200))).isEqualTo(INFINITY);
        assertThat(Divergence.klNats(new Gamma(3, 1e200), new Gamma(3, 1e-200))).isCloseTo(2760.1, within(1.0));
        assertThat(Divergence.klNats(new Exponential(1e-300), new Exponential(1e300)))
                .isEqualTo(INFINITY);
        assertThat(Divergence.klNats(new Laplace(-1e300, 1), new Laplace(1e300, 1)))
                .isEqualTo(2e300);
        assertThat(Divergence.klNats(new Poisson(1e15), new Poisson(1.1e15))).isFinite();
        assertThat(Divergence.klNats(new Normal(0, 1), new Normal(1e8, 1e-3))).isFinite();
    }

    private static Mixture laplaceAndNormal() {
        return Mixture.of(new double[] {0.3, 0.7}, new Laplace(-1, 0.5), new Normal(2, 1));
    }

    /** Two of one family, or a Laplace and a normal, for a family from 0 to 6. */
    static List<Continuous> randomPair(SplittableRandom random, int family) {
        List<Continuous> pair = new ArrayList<>();
        double from = random.nextDouble();
        for (int i = 0; i < 2; i++) {
            double a = Math.exp(3 * random.nextDouble() - 1.5);
            double b = Math.exp(3 * random.nextDouble() - 1.5);
            double m = 4 * random.nextDouble() - 2;
            pair.add(
                    switch (family) {
                        case 0 -> new Uniform(-from - i * a, from + 0.1 + i * b);
                        case 1 -> new Normal(m, a);
                        case 2 -> new Laplace(m, a);
                        case 3 -> new Exponential(a);
                        case 4 -> new Gamma(a, b);
                        case 5 -> new Beta(a, b);
                        default -> i == 0 ? new Laplace(m, a) : new Normal(m, a);
                    });
        }
        return pair;
    }

    /** The distribution with its parameters multiplied by a factor next to 1. */
    private static Continuous nudged(Continuous p, double factor) {
        return switch (p) {
            case Uniform(double from, double to) -> new Uniform(from, from + (to - from) * factor);
            case Normal(double mean, double sd) -> new Normal(mean, sd * factor);
            case Laplace(double location, double scale) -> new Laplace(location, scale * factor);
            case Exponential(double rate) -> new Exponential(rate * factor);
            case Gamma(double shape, double rate) -> new Gamma(shape * factor, rate);
            case Beta(double alpha, double beta) -> new Beta(alpha * factor, beta);
            case Logistic _, Cauchy _, Mixture _ -> throw new IllegalArgumentException("not drawn here");
        };
    }

    private static double[][] randomCovariance(SplittableRandom random) {
        double[][] factor = new double[3][3];
        for (double[] row : factor) {
            for (int j = 0; j < 3; j++) {
                row[j] = random.nextDouble() - 0.5;
            }
        }
        double[][] result = sandwich(factor, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        for (int i = 0; i < 3; i++) {
            result[i][i] += 0.1;
        }
        return result;
    }

    private static double[] times(double[][] a, double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                result[i] += a[i][j] * x[j];
            }
        }
        return result;
    }

    /** A S A^T, made symmetric to the bit. */
    private static double[][] sandwich(double[][] a, double[][] s) {
        int n = s.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        result[i][j] += a[i][k] * s[k][l] * a[j][l];
                    }
                }
                result[j][i] = result[i][j];
            }
        }
        return result;
    }
}
