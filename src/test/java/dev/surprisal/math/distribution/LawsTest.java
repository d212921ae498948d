package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Quadrature;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for every distribution on the line. */
class LawsTest {

    static final List<Continuous> CONTINUOUS = Families.CONTINUOUS;
    static final List<Discrete> DISCRETE = Families.DISCRETE;
    static final List<Continuous> DENSE =
            Stream.concat(CONTINUOUS.stream(), Families.HEAVY.stream()).toList();
    static final List<Univariate> ALL = Stream.concat(DISCRETE.stream().map(Univariate.class::cast), DENSE.stream())
            .toList();

    @ParameterizedTest
    @FieldSource("ALL")
    void cdfAndSurvivalAreComplements(Univariate d) {
        for (double x : points(d)) {
            assertThat(d.cdf(x) + d.survival(x)).as("x = " + x).isCloseTo(1, within(5e-14));
            assertThat(d.cdf(x)).isBetween(0.0, 1.0);
        }
        assertThat(d.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(d.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(d.survival(Double.NEGATIVE_INFINITY)).isEqualTo(1);
        assertThat(d.survival(Double.POSITIVE_INFINITY)).isZero();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void cdfNeverFalls(Univariate d) {
        double before = 0;
        double[] points = points(d);
        java.util.Arrays.sort(points);
        for (double x : points) {
            assertThat(d.cdf(x)).isGreaterThanOrEqualTo(before - 1e-15);
            before = d.cdf(x);
        }
    }

    @ParameterizedTest
    @FieldSource("DENSE")
    void quantileInvertsTheCdf(Continuous d) {
        SplittableRandom random = new SplittableRandom(21);
        for (int i = 0; i < 200; i++) {
            double u = random.nextDouble();

            assertThat(d.cdf(d.quantile(u))).isCloseTo(u, within(1e-13));
        }
        assertThat(d.quantile(0)).isEqualTo(d.support().lowest());
        assertThat(d.quantile(1)).isEqualTo(d.support().highest());
    }

    @ParameterizedTest
    @FieldSource("DISCRETE")
    void quantileIsTheFirstAtomThatReachesU(Discrete d) {
        SplittableRandom random = new SplittableRandom(22);
        for (int i = 0; i < 200; i++) {
            double u = random.nextDouble();
            double x = d.quantile(u);

            assertThat(d.probability(x)).isPositive();
            assertThat(d.cdf(x)).isGreaterThanOrEqualTo(u - 1e-14);
            assertThat(d.cdfBelow(x)).isLessThan(u + 1e-14);
        }
        assertThat(d.quantile(0)).isEqualTo(d.support().lowest());
        assertThat(d.quantile(1)).isEqualTo(d.support().highest());
    }

    @ParameterizedTest
    @FieldSource("DENSE")
    void densityIntegratesToTheCdf(Continuous d) {
        double from = d.quantile(0.31);
        double to = d.quantile(0.37);

        assertThat(Quadrature.between((end, offset) -> d.density(end + offset), from, to, 1)
                        .value())
                .isCloseTo(0.06, within(1e-11));
    }

    @ParameterizedTest
    @FieldSource("DISCRETE")
    void probabilitiesSumToTheCdf(Discrete d) {
        double sum = 0;
        int atoms = 0;
        for (double x = d.firstAtom(); x < Double.POSITIVE_INFINITY && atoms < 3000; x = d.nextAtom(x), atoms++) {
            assertThat(d.cdfBelow(x)).isCloseTo(sum, within(1e-12));
            sum += d.probability(x);
            assertThat(d.cdf(x)).isCloseTo(sum, within(1e-12));
            assertThat(Math.exp(d.logDensity(x))).isCloseTo(d.probability(x), within(1e-13 * d.probability(x)));
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @FieldSource("CONTINUOUS")
    void momentsAreIntegrals(Continuous d) {
        double mean = expectation(d, x -> x);
        double sd = d.standardDeviation();

        assertThat(mean).isCloseTo(d.mean(), within(1e-10 * (Math.abs(d.mean()) + sd)));
        assertThat(expectation(d, x -> (x - mean) * (x - mean) / sd / sd)).isCloseTo(1, within(1e-9));
        assertThat(expectation(d, x -> cube((x - mean) / sd))).isCloseTo(d.skewness(), within(1e-9));
        assertThat(expectation(d, x -> (x - mean) / sd * cube((x - mean) / sd)))
                .isCloseTo(d.excessKurtosis() + 3, within(1e-8));
    }

    @ParameterizedTest
    @FieldSource("DISCRETE")
    void momentsAreSums(Discrete d) {
        double mean = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int atoms = 0;
        for (double x = d.firstAtom(); x < Double.POSITIVE_INFINITY && atoms < 5000; x = d.nextAtom(x), atoms++) {
            double p = d.probability(x);
            double apart = x - d.mean();
            mean += p * x;
            second += p * apart * apart;
            third += p * cube(apart);
            fourth += p * apart * cube(apart);
        }
        double sd = d.standardDeviation();

        assertThat(mean).isCloseTo(d.mean(), within(1e-12 * Math.max(1, Math.abs(mean))));
        assertThat(second).isCloseTo(d.variance(), within(1e-11 * Math.max(1, second)));
        if (sd > 0) {
            assertThat(third / cube(sd)).isCloseTo(d.skewness(), within(1e-9));
            assertThat(fourth / second / second)
                    .isCloseTo(d.excessKurtosis() + 3, within(1e-9 * fourth / second / second));
        } else {
            assertThatIllegalArgumentException().isThrownBy(d::skewness);
            assertThatIllegalArgumentException().isThrownBy(d::excessKurtosis);
        }
    }

    @ParameterizedTest
    @FieldSource("DENSE")
    void scoreIsTheSlopeOfTheLogDensity(Continuous d) {
        for (double u = 0.03; u < 1; u += 0.0431) {
            double x = d.quantile(u);
            double spread = d.quantile(0.84) - d.quantile(0.5);
            double h = 1e-5 * Math.min(spread, x - d.support().lowest());
            if (d.logDensity(x - h) > Double.NEGATIVE_INFINITY && d.logDensity(x + h) > Double.NEGATIVE_INFINITY) {
                double slope = (d.logDensity(x + h) - d.logDensity(x - h)) / (2 * h);

                assertThat(d.score(x)).isCloseTo(slope, within(1e-5 * (1 / spread + Math.abs(slope))));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void nothingIsDenserThanTheMode(Univariate d) {
        List<Double> modes = switch (d.mode()) {
            case Mode.Point(double x) -> List.of(x);
            case Mode.Points(var points) -> points;
            case Mode.Everywhere(double from, double to) -> List.of(from, (from + to) / 2, to);
        };
        double highest = d.logDensity(modes.getFirst());
        for (double mode : modes) {
            assertThat(d.support().contains(mode)).isTrue();
            assertThat(d.logDensity(mode))
                    .satisfiesAnyOf(
                            height -> assertThat(height).isEqualTo(highest),
                            height -> assertThat(height).isCloseTo(highest, within(1e-12)));
        }
        for (double x : points(d)) {
            assertThat(d.logDensity(x)).isLessThanOrEqualTo(highest + 1e-12);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void notANumberIsRejected(Univariate d) {
        assertThatIllegalArgumentException().isThrownBy(() -> d.logDensity(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> d.density(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> d.cdf(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> d.survival(Double.NaN));
        for (double u : new double[] {Double.NaN, -1e-9, 1.0000001}) {
            assertThatIllegalArgumentException().isThrownBy(() -> d.quantile(u)).withMessageContaining("u must lie");
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void infinityIsOutsideOfTheSupport(Univariate d) {
        assertThat(d.density(Double.POSITIVE_INFINITY)).isZero();
        assertThat(d.logDensity(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(d.support().contains(Double.POSITIVE_INFINITY)).isFalse();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void samplesFollowTheDistribution(Univariate d) {
        // chi-square with up to 20 classes of equal expectation, at a level of 1e-4 with a fixed seed
        int n = 20_000;
        double[] draws = d.sample(n, Generator.ofSeed(42));
        double[] bounds = new double[20];
        int classes = 0;
        double reached = 0;
        for (int i = 1; i < 20; i++) {
            double bound = d.quantile(i / 20.0);
            if ((classes == 0 || bound > bounds[classes - 1])
                    && d.cdf(bound) > reached + 0.01
                    && d.survival(bound) > 0.01) {
                bounds[classes++] = bound;
                reached = d.cdf(bound);
            }
        }
        int[] counts = new int[classes + 1];
        for (double x : draws) {
            assertThat(d.support().contains(x)).isTrue();
            int k = 0;
            while (k < classes && x > bounds[k]) {
                k++;
            }
            counts[k]++;
        }
        double statistic = 0;
        double before = 0;
        for (int k = 0; k <= classes; k++) {
            double upTo = k < classes ? d.cdf(bounds[k]) : 1;
            double expected = n * (upTo - before);
            statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
            before = upTo;
        }
        if (classes > 0) {
            assertThat(statistic).isLessThan(new Gamma(classes / 2.0, 0.5).quantile(1 - 1e-4));
        }
    }

    private static double expectation(Continuous d, DoubleUnaryOperator f) {
        double[] cuts = Stream.<Double>of(
                        0.0, 1e-12, 1e-6, 1e-3, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1 - 1e-3, 1 - 1e-6, 1 - 1e-12,
                        1.0)
                .mapToDouble(u -> d.quantile(u))
                .toArray();
        double[] withKinks = java.util.stream.DoubleStream.concat(
                        java.util.Arrays.stream(cuts),
                        java.util.stream.DoubleStream.of(-1, 0, 3).filter(x -> x > cuts[0] && x < cuts[14]))
                .sorted()
                .distinct()
                .toArray();
        double sum = 0;
        for (int i = 0; i + 1 < withKinks.length; i++) {
            sum += Quadrature.between(
                            (end, offset) -> Math.exp(d.logDensity(end, offset)) * f.applyAsDouble(end + offset),
                            withKinks[i],
                            withKinks[i + 1],
                            d.standardDeviation())
                    .value();
        }
        return sum;
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double[] points(Univariate d) {
        double middle = d.quantile(0.5);
        double spread = (d.quantile(0.84) - d.quantile(0.16)) / 2;
        double[] points = new double[200];
        for (int i = 0; i < 100; i++) {
            points[i] = middle + (i - 50) * (spread + 0.01) / 8;
        }
        for (int i = 0; i < 100; i++) {
            points[100 + i] = d.quantile((i + 0.5) / 100);
        }
        return points;
    }
}
