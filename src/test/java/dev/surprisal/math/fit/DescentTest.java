package dev.surprisal.math.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DescentTest {

    private static final Landscape T9 = Landscape.reverse(
            Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-4, 4}, new double[] {0.5, 0.5}));

    /** The tables of DEMO-02 in the curriculum. */
    @ParameterizedTest
    @CsvFileSource(resources = "basins.csv", useHeadersInDisplayName = true, numLinesToSkip = 1)
    void theStartDecidesWhereReverseKlEnds(
            String target, double mean, double sd, double endMean, double endSd, double kl) {
        Landscape landscape = Landscape.reverse(KlFits.target(target).p());

        Descent descent = Descent.of(landscape, new Normal(mean, sd), new Method.Gradient(0.05, false), 5_000);

        assertThat(descent.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(descent.end().mean()).isCloseTo(endMean, within(5e-5));
        assertThat(descent.end().sd()).isCloseTo(endSd, within(5e-5));
        assertThat(descent.end().value()).isCloseTo(kl, within(5e-7));
    }

    /** What DEMO-02 says of far modes: 1/0.05 is below half the wide minimum's curvature of 43.7, 1/0.04 above. */
    @ParameterizedTest
    @CsvSource({
        " 0.05,  0.5, 1.0,  214, 4",
        " 0.05, -0.5, 1.0,  214, 4",
        " 0.04,  0.0, 1.0,   64, 0",
        " 0.04,  0.1, 2.5, 3065, 0",
        " 0.04, -0.1, 2.5, 3065, 0",
        " 0.04,  0.5, 2.5, 3547, 0",
        " 0.04, -0.5, 2.5, 3547, 0",
    })
    void stepsThatSettle(double rate, double mean, double sd, int steps, double end) {
        Descent descent = Descent.of(T9, new Normal(mean, sd), new Method.Gradient(rate, false), 10_000);

        assertThat(descent.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(descent.steps()).isEqualTo(steps);
        assertThat(Math.abs(descent.end().mean())).isCloseTo(end, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.3", "0, 1", "0, 2.5", "0.1, 1", "-0.1, 1", "0.1, 2.5"})
    void stepsThatAreTooLargeGoInCircles(double mean, double sd) {
        Descent descent = Descent.of(T9, new Normal(mean, sd), new Method.Gradient(0.05, false), 3_000);

        assertThat(descent.outcome()).isEqualTo(Outcome.OUT_OF_ITERATIONS);
        assertThat(descent.steps()).isEqualTo(3_000);
        if (mean == 0) {
            assertThat(descent.end().sd()).isBetween(2.80, 3.63);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5", "-0.5"})
    void stepsThatMakeThingsWorseTwentyTimesDiverge(double mean) {
        Descent descent = Descent.of(T9, new Normal(mean, 2.5), new Method.Gradient(0.05, false), 3_000);

        assertThat(descent.outcome()).isEqualTo(Outcome.DIVERGED);
        int n = descent.path().size();
        for (int i = n - 20; i < n; i++) {
            assertThat(descent.path().get(i).value())
                    .isGreaterThan(descent.path().get(i - 1).value());
        }
    }

    static List<Method> methods() {
        return List.of(
                new Method.Gradient(0.05, false),
                new Method.Gradient(1, true),
                new Method.Momentum(0.02, 0.9),
                new Method.Adam(0.05, 0.9, 0.999),
                new Method.Newton(true));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodFindsTheForwardOptimum(Method method) {
        Landscape forward = Landscape.forward(KlFits.target("T13").p());

        Descent descent = Descent.of(forward, new Normal(-5, 0.4), method, 10_000);

        assertThat(descent.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(descent.end().mean()).isCloseTo(0.1, within(1e-5));
        assertThat(descent.end().sd()).isCloseTo(2.55147016443, within(1e-5));
        assertThat(descent.end().value()).isCloseTo(0.334571750556, within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodFindsTheNearModeInReverse(Method method) {
        Landscape reverse = Landscape.reverse(KlFits.target("T3").p());

        Descent descent = Descent.of(reverse, new Normal(2.2, 0.6), method, 10_000);

        assertThat(descent.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(descent.end().value()).isCloseTo(1.20382598216, within(1e-9));
        assertThat(descent.steps()).isLessThan(1_500);
    }

    @Test
    void backtrackingSettlesWhereFixedStepsCircle() {
        Descent descent = Descent.of(T9, new Normal(0, 2.5), new Method.Gradient(0.05, true), 3_000);

        assertThat(descent.outcome()).isEqualTo(Outcome.CONVERGED);
        for (int i = 1; i <= descent.steps(); i++) {
            assertThat(descent.path().get(i).value())
                    .isLessThanOrEqualTo(descent.path().get(i - 1).value() + 1e-12);
        }
    }

    @Test
    void undampedNewtonGoesToASaddleAndTheDampedOneDownhill() {
        Landscape reverse = Landscape.reverse(KlFits.target("T1").p());
        Normal start = new Normal(0.9, 1.5);

        Descent plain = Descent.of(reverse, start, new Method.Newton(false), 20);
        Descent damped = Descent.of(reverse, start, new Method.Newton(true), 100);

        assertThat(plain.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(plain.end().value()).isCloseTo(1.94361652893, within(1e-10));
        assertThat(plain.steps()).isLessThanOrEqualTo(5);
        assertThat(damped.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(damped.end().value()).isLessThan(1.8712);
    }

    @Test
    void leavingTheDomainStalls() {
        Landscape flat = Landscape.reverse(Mixture.ofNormals(new double[] {1}, new double[] {0}, new double[] {1e8}));

        Descent descent = Descent.of(flat, new Normal(0, 1), new Method.Gradient(1, false), 1_000);

        assertThat(descent.outcome()).isEqualTo(Outcome.STALLED);
        assertThat(descent.end().sd()).isBetween(7e5, 1e6);
    }

    @Test
    void nothingToDoIsDoneAtOnce() {
        Descent descent =
                Descent.of(Landscape.reverse(Normal.STANDARD), Normal.STANDARD, new Method.Gradient(0.1, false), 100);

        assertThat(descent.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(descent.steps()).isZero();
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Method.Gradient(0, false))
                .withMessageContaining("rate must be > 0 and at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Method.Momentum(0.1, 1))
                .withMessageContaining("decay must be below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Method.Adam(0.1, 0.9, Double.NaN))
                .withMessageContaining("squareDecay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descent.of(T9, new Normal(0, 1e-4), new Method.Newton(true), 10))
                .withMessageContaining("start must have an sd from 0.001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descent.of(T9, Normal.STANDARD, new Method.Newton(true), -1))
                .withMessageContaining("mostSteps");
    }
}
