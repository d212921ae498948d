package dev.surprisal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RequireTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void probabilities() {
        for (double p : new double[] {0, Double.MIN_VALUE, 0.3, 1}) {
            assertThat(Require.probability("p", p)).isEqualTo(p);
        }
        for (double p : new double[] {-Double.MIN_VALUE, Math.nextUp(1.0), NAN, INFINITY}) {
            assertRefused(() -> Require.probability("p", p), "p must lie between 0 and 1, got " + Decimal.shortest(p));
        }
    }

    @Test
    void numbers() {
        assertThat(Require.positive("a", 1e-300)).isEqualTo(1e-300);
        assertThat(Require.finite("a", -Double.MAX_VALUE)).isEqualTo(-Double.MAX_VALUE);
        assertThat(Require.number("a", -INFINITY)).isEqualTo(-INFINITY);
        assertThat(Require.count("a", 3, 3)).isEqualTo(3);
        for (double x : new double[] {0, -1, INFINITY, NAN}) {
            assertRefused(() -> Require.positive("a", x), "a must be a finite number > 0, got " + Decimal.shortest(x));
        }
        for (double x : new double[] {INFINITY, -INFINITY, NAN}) {
            assertRefused(() -> Require.finite("a", x), "a must be a finite number, got " + Decimal.shortest(x));
        }
        assertRefused(() -> Require.number("a", NAN), "a must be a number, got NaN");
        assertRefused(() -> Require.count("a", 2, 3), "a must be a whole number >= 3, got 2");
    }

    @Test
    void vectors() {
        assertThat(Require.probabilities("p", new double[] {0.25, 0.75})).containsExactly(0.25, 0.75);
        assertThat(Require.weights("p", new double[] {1})).containsExactly(1);
        assertThat(Require.normalised("p", new double[] {1, 0, 3})).containsExactly(0.25, 0, 0.75);
        // what is missing to 1 is shared out
        double[] divided = Require.probabilities("p", new double[] {0.25 + 5e-10, 0.75});
        assertThat(divided[0] + divided[1]).isEqualTo(1);
        assertThat(divided[0]).isCloseTo(0.250000000375, within(1e-15));
        // the sum of ten tenths is 1 although that of their doubles, one after another, is not
        double[] tenths = new double[10];
        java.util.Arrays.fill(tenths, 0.1);
        assertThat(Require.probabilities("p", tenths)).containsExactly(tenths);
        assertThat(Require.weights("p", new double[] {1e-17, 1})).containsExactly(1e-17, 1);
    }

    @Test
    void vectorsThatAreNone() {
        assertRefused(() -> Require.probabilities("p", new double[] {1}), "p needs at least 2 outcomes, got 1");
        assertRefused(() -> Require.normalised("p", new double[] {1}), "p needs at least 2 outcomes, got 1");
        assertRefused(() -> Require.weights("p", new double[] {}), "p must not be empty");
        assertRefused(
                () -> Require.probabilities("p", new double[] {0.5, 0.6}),
                "p must sum to 1, got the sum 1.1 (dividing each entry by it would normalise it)");
        assertRefused(
                () -> Require.probabilities("p", new double[] {0.5, 0.5 - 2e-9}),
                "p must sum to 1, got the sum 0.9999999980000001 (dividing each entry by it would normalise it)");
        assertRefused(
                () -> Require.probabilities("p", new double[] {1.2, -0.2}),
                "p[1] must be a finite number >= 0, got -0.2");
        assertRefused(() -> Require.weights("p", new double[] {INFINITY}), "p[0] must be a finite number >= 0, got ∞");
        assertRefused(
                () -> Require.normalised("p", new double[] {0, 0}), "p must have a finite sum > 0, got the sum 0");
        assertRefused(
                () -> Require.normalised("p", new double[] {1e308, 1e308}),
                "p must have a finite sum > 0, got the sum " + Decimal.shortest(1e308 + 1e308));
        assertRefused(() -> Require.sameOutcomes(2, 3), "p and q must have the same outcomes, got 2 and 3");
        Require.sameOutcomes(3, 3);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
