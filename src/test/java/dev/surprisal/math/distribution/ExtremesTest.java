package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** At the ends of the range of double: a number or an argument error, never NaN, never an endless loop. */
class ExtremesTest {

    private static final double[] POSITIVE = {Double.MIN_VALUE, 1e-300, 1e-20, 0.5, 3, 1e15, 1e300, Double.MAX_VALUE};
    private static final double[] ANY = {-Double.MAX_VALUE, -1e300, -1, 0, 1e-300, 1e15, Double.MAX_VALUE};
    private static final double[] PROBABILITIES = {0, Double.MIN_VALUE, 1e-300, 1e-17, 0.5, 1 - 0x1p-53, 1};
    private static final double[] POINTS = {
        Double.NEGATIVE_INFINITY,
        -Double.MAX_VALUE,
        -1e300,
        -1,
        -Double.MIN_VALUE,
        -0.0,
        0,
        Double.MIN_VALUE,
        1e-300,
        0.25,
        1,
        2,
        1e15,
        1e300,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY
    };

    static List<Univariate> extremes() {
        List<Supplier<Univariate>> made = new ArrayList<>();
        for (double a : POSITIVE) {
            made.add(() -> new Exponential(a));
            made.add(() -> new Poisson(a));
            for (double b : POSITIVE) {
                made.add(() -> new Gamma(a, b));
                made.add(() -> new Beta(a, b));
            }
            for (double m : ANY) {
                made.add(() -> new Normal(m, a));
                made.add(() -> new Laplace(m, a));
                made.add(() -> new Logistic(m, a));
                made.add(() -> new Cauchy(m, a));
                made.add(() -> new Uniform(m, a));
                made.add(() -> Mixture.of(new double[] {0.5, 0.5}, new Normal(m, a), new Normal(0, 1)));
                made.add(() -> Mixture.of(new double[] {1e-300, 1}, new Laplace(m, a), new Exponential(a)));
            }
        }
        for (double p : PROBABILITIES) {
            made.add(() -> new Bernoulli(p));
            made.add(() -> Categorical.of(p, 1 - p));
            for (int n : new int[] {0, 1, 1000, Integer.MAX_VALUE}) {
                made.add(() -> new Binomial(n, p));
            }
            if (p > 0) {
                made.add(() -> new Geometric(p));
            }
        }
        made.add(() -> Empirical.of(-Double.MAX_VALUE, 0, Double.MAX_VALUE));
        made.add(() -> Empirical.of(Double.MIN_VALUE));
        List<Univariate> result = new ArrayList<>();
        for (Supplier<Univariate> maker : made) {
            try {
                result.add(maker.get());
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageContaining("must");
            }
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void givesANumberOrAnArgumentError(Univariate d) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (double x : POINTS) {
                check(d, "logDensity " + x, () -> d.logDensity(x));
                check(d, "density " + x, () -> d.density(x));
                check(d, "cdf " + x, () -> between(0, d.cdf(x), 1));
                check(d, "survival " + x, () -> between(0, d.survival(x), 1));
                if (d instanceof Continuous continuous) {
                    check(d, "score " + x, () -> continuous.score(x));
                }
            }
            for (double u : PROBABILITIES) {
                check(d, "quantile " + u, () -> d.quantile(u));
            }
            check(d, "mean", d::mean);
            check(d, "variance", d::variance);
            check(d, "standardDeviation", d::standardDeviation);
            check(d, "skewness", d::skewness);
            check(d, "excessKurtosis", d::excessKurtosis);
            check(d, "mode", () -> lowest(d.mode()));
            check(d, "support", () -> d.support().lowest());
            Generator generator = Generator.ofSeed(1);
            check(d, "sample", () -> d.sample(generator));
        });
    }

    private static double between(double low, double value, double high) {
        return value >= low && value <= high ? value : Double.NaN;
    }

    private static double lowest(Mode mode) {
        return switch (mode) {
            case Mode.Point(double x) -> x;
            case Mode.Points(var points) -> points.getFirst();
            case Mode.Everywhere(double from, double _) -> from;
        };
    }

    static void check(Object subject, String what, Supplier<Double> value) {
        try {
            assertThat(value.get()).as("%s of %s", what, subject).isNotNaN();
        } catch (IllegalArgumentException expected) {
            assertThat(expected).as("%s of %s", what, subject).hasMessageContaining("must");
        }
    }
}
